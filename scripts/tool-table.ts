/** The tables of tools in README and docs/mcp.md, made from the tools themselves. Usage: `npx node scripts/tool-table.ts [--write]`;
 * without `--write` it only says whether they are up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolsetOf } from "../mcp-server/toolsets.ts";
import type { Tool } from "../tools/define-tool.ts";
import { TOOLS } from "../tools/index.ts";

const ROOT = join(import.meta.dirname, "..");
const BETWEEN = /(?<=<!-- tools -->\n)[\s\S]*?(?=<!-- \/tools -->)/;

type Column = [head: string, cell: (tool: Tool) => string];

const COLUMNS: Column[] = [
  ["tool", ({ name }) => `\`${name}\``],
  ["effect", ({ effect }) => effect],
  ["what it does", ({ description }) => firstSentence(description)],
];

/** What stands in which document. */
const DOCUMENTS: Record<string, Column[]> = {
  "README.md": COLUMNS,
  "docs/mcp.md": COLUMNS.toSpliced(1, 0, ["toolset", ({ name }) => toolsetOf(name)]),
};

const firstSentence = (text: string): string =>
  (/^[\s\S]*?[.](?=\s|$)/.exec(text)?.[0] ?? text).replaceAll("|", "\\|");

/** The table in Markdown, one row a tool. */
const toolTable = (tools: readonly Tool[], columns: readonly Column[]): string =>
  [
    columns.map(([head]) => head),
    columns.map(() => "---"),
    ...tools.map((tool) => columns.map(([, cell]) => cell(tool))),
  ]
    .map((cells) => `| ${cells.join(" | ")} |\n`)
    .join("");

/** The document as it should be. Errors: when its markers are gone. */
export const withToolTable = (name: string, text: string, tools: readonly Tool[]): string => {
  if (!BETWEEN.test(text)) {
    throw new Error(`${name} has no <!-- tools --> and <!-- /tools --> to put the table between.`);
  }
  return text.replace(BETWEEN, () => toolTable(tools, DOCUMENTS[name] ?? COLUMNS));
};

/** Names of the documents that have a table. */
export const WITH_TABLES = Object.keys(DOCUMENTS);

if (import.meta.main) {
  for (const name of WITH_TABLES) {
    const path = join(ROOT, name);
    const present = readFileSync(path, "utf8");
    const wanted = withToolTable(name, present, TOOLS);
    if (process.argv.includes("--write")) {
      writeFileSync(path, wanted);
    } else if (present !== wanted) {
      console.error(
        `The table of tools in ${name} is old: run npx node scripts/tool-table.ts --write`,
      );
      process.exitCode = 1;
    }
  }
}
