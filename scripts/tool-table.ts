/** The README's table of tools, made from the tools themselves. Usage: `npx node scripts/tool-table.ts [--write]`; without
 * `--write` it only says whether the table is up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tool } from "../tools/define-tool.ts";
import { TOOLS } from "../tools/index.ts";

const README = join(import.meta.dirname, "..", "README.md");
const BETWEEN = /(?<=<!-- tools -->\n)[\s\S]*?(?=<!-- \/tools -->)/;

/** The table in Markdown, one row a tool. */
export const toolTable = (tools: readonly Tool[]): string =>
  [
    "| tool | effect | what it does |",
    "| --- | --- | --- |",
    ...tools.map(
      ({ name, effect, description }) =>
        `| \`${name}\` | ${effect} | ${firstSentence(description)} |`,
    ),
    "",
  ].join("\n");

const firstSentence = (text: string): string =>
  (/^[\s\S]*?[.](?=\s|$)/.exec(text)?.[0] ?? text).replaceAll("|", "\\|");

/** The README as it should be. Errors: when its markers are gone. */
export const withToolTable = (readme: string, tools: readonly Tool[]): string => {
  if (!BETWEEN.test(readme)) {
    throw new Error(
      "README.md has no <!-- tools --> and <!-- /tools --> to put the table between.",
    );
  }
  return readme.replace(BETWEEN, () => toolTable(tools));
};

if (import.meta.main) {
  const present = readFileSync(README, "utf8");
  const wanted = withToolTable(present, TOOLS);
  if (process.argv.includes("--write")) {
    writeFileSync(README, wanted);
  } else if (present !== wanted) {
    console.error(
      "The table of tools in README.md is old: run npx node scripts/tool-table.ts --write",
    );
    process.exit(1);
  }
}
