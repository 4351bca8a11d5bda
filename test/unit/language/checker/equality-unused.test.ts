/** The floor below our rules looks for what it may tell, and for nothing else. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { unusedPhrasesFile } from "../../../../scripts/equality-unused.ts";
import { findByEquality } from "../../../../src/language/checker/equality.ts";
import { UNUSED_PHRASES } from "../../../../src/language/checker/equality-unused.ts";

const FILE = new URL("../../../../src/language/checker/equality-unused.ts", import.meta.url);

it("leaves out the phrases of the installed library that matter nowhere in hiring (else: node scripts/equality-unused.ts --write)", async () => {
  expect(await readFile(FILE, "utf8")).toBe(await unusedPhrasesFile());
  expect(UNUSED_PHRASES).toContain("blacklist");
});

it.each(["a psychotic boss", "the chairman of the board", "a housewife", "some old oriental rugs"])(
  "still finds what it may tell: %s",
  (text) => {
    expect(findByEquality(text, "message")).toHaveLength(1);
  },
);
