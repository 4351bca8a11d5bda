/** The table of ten briefs in `docs/briefs.md`, made by drafting and measuring them. Usage: `npx node scripts/brief-table.ts
 * [--write]`; without `--write` it only says whether the table is up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { draftBrief } from "../agents/briefing/draft.ts";
import { measureSupport } from "../evals/scorers/brief-support.ts";
import { type BriefCase, readBriefCases } from "../evals/worlds/brief-cases.ts";
import { materialOf } from "../evals/worlds/brief-material.ts";

const PAGE = join(import.meta.dirname, "..", "docs", "briefs.md");
const BETWEEN = /(?<=<!-- briefs -->\n)[\s\S]*?(?=<!-- \/briefs -->)/;

/** The table in Markdown, one row a brief. */
export const briefTable = (cases: readonly BriefCase[]): string =>
  [
    "| candidacy | highlights | background | to probe | questions | for the role | lines on what is left out | supported sentences |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...cases.map(rowOf),
    "",
  ].join("\n");

const rowOf = ({ id, about, texts }: BriefCase): string => {
  const material = materialOf(texts);
  const { brief } = draftBrief(material);
  const { sentences, supported } = measureSupport(brief, material);
  const parts = [brief.highlights, brief.background, brief.probe, brief.questions, brief.selling];
  const counts = [...parts, brief.leftOut].map((part) => part.length).join(" | ");
  const share = sentences === 0 ? 1 : supported / sentences;
  return `| \`${id}\`: ${about.charAt(0).toLowerCase()}${about.slice(1)} | ${counts} | ${supported} of ${sentences} (${share}) |`;
};

/** The page as it should be. Errors: when its markers are gone. */
export const withBriefTable = (page: string, cases: readonly BriefCase[]): string => {
  if (!BETWEEN.test(page)) {
    throw new Error(
      "docs/briefs.md has no <!-- briefs --> and <!-- /briefs --> to put the table between.",
    );
  }
  return page.replace(BETWEEN, () => briefTable(cases));
};

if (import.meta.main) {
  const present = readFileSync(PAGE, "utf8");
  const wanted = withBriefTable(present, await readBriefCases());
  if (process.argv.includes("--write")) {
    writeFileSync(PAGE, wanted);
  } else if (present !== wanted) {
    console.error(
      "The table in docs/briefs.md is old: run npx node scripts/brief-table.ts --write",
    );
    process.exit(1);
  }
}
