import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { WITH_TABLES, withToolTable } from "../../../scripts/tool-table.ts";
import { TOOLS } from "../../../tools/index.ts";

describe("tool tables", () => {
  it.each(WITH_TABLES)("are up to date in %s", (name) => {
    const text = readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");
    expect(withToolTable(name, text, TOOLS)).toBe(text);
    expect(text.match(/^\| `\w+` \|/gm)).toHaveLength(TOOLS.length);
  });

  it("cannot be put where their markers are gone", () => {
    expect(() => withToolTable("README.md", "no markers here", TOOLS)).toThrow(
      "README.md has no <!-- tools -->",
    );
  });
});
