import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withToolTable } from "../../../scripts/tool-table.ts";
import { TOOLS } from "../../../tools/index.ts";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");

it("the README's table of tools is that of the tools (else: node scripts/tool-table.ts --write)", () => {
  expect(withToolTable(readme, TOOLS)).toBe(readme);
});

it("a tool less is seen", () => {
  expect(withToolTable(readme, TOOLS.slice(1))).not.toBe(readme);
});

it("a README without its markers is refused", () => {
  expect(() => withToolTable("# Convene\n", TOOLS)).toThrow("<!-- tools -->");
});
