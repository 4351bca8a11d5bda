/** The page of licences, docs/licences.md, made from the lock file. Usage: `npx node scripts/licences.ts [--write]`; without `--write` it only
 * says whether the page is up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Package, ROOT, packagesOf, readLock } from "./read-lock.ts";

const PAGE = join(ROOT, "docs", "licences.md");

/** Licences that ask for no more than their own text and a name. `BSD`: of two old packages, whose text is the one with two or three clauses. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "Apache-2.0",
  "BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Unlicense",
  "Zlib",
  "PSF-2.0",
  "CC-BY-3.0",
]);

/** What asks for more, and why it may be here. */
const EXPLAINED: Readonly<Record<string, string>> = {
  // In the text of its LICENSE: MIT for what was there, Apache-2.0 for what is new.
  "SEE LICENSE IN LICENSE":
    "The official inspector of MCP, in tests alone; its LICENSE names MIT and Apache-2.0.",
  "MPL-2.0": "Used in development and tests alone, as it came: nothing of it is delivered.",
};

/** Whether an expression lets itself be taken as permissive: one side of an `OR`, all of an `AND`. */
export const isPermissive = (expression: string): boolean =>
  expression
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((side) => side.split(" AND ").every((name) => PERMISSIVE.has(name)));

/** Packages that are neither permissive nor explained. An explanation holds for what is in development alone. */
export const unexplained = (packages: readonly Package[]): string[] =>
  packages
    .filter(
      ({ license = "", dev }) =>
        !isPermissive(license) && !(dev === true && EXPLAINED[license] !== undefined),
    )
    .map(({ name, license }) => `${name}: ${license ?? "says none"}`);

const namesOf = (packages: readonly Package[]): string =>
  [...new Set(packages.map(({ name, version }) => `${name} ${version}`))].toSorted().join(", ");

/** The page as it should be. */
export const licencesPage = (packages: readonly Package[]): string => {
  const delivered = packages.filter(({ dev }) => dev !== true);
  const kinds = [...new Set(delivered.map(({ license }) => license ?? "none"))].toSorted();
  const others = packages.filter(({ license = "" }) => !PERMISSIVE.has(license));
  return [
    "# Licences",
    "",
    "What Convene itself is under: [MIT](../LICENSE). What it runs with, by the lock file: made by `npx node scripts/licences.ts --write`, and",
    "checked by a test.",
    "",
    "## Delivered",
    "",
    "| licence | packages |",
    "|---|---|",
    ...kinds.map((kind) => {
      const ofKind = delivered.filter(({ license }) => (license ?? "none") === kind);
      return `| ${kind} | ${namesOf(ofKind)} |`;
    }),
    "",
    "## Others than the permissive ones, those of development too",
    "",
    "| package | licence | why it may be here |",
    "|---|---|---|",
    ...[...new Set(others.map(rowOf))].toSorted(),
    "",
  ].join("\n");
};

const rowOf = ({ name, license = "none" }: Package): string =>
  `| ${name} | ${license} | ${EXPLAINED[license] ?? "Taken under the permissive one of those it names; its text goes with the package."} |`;

if (import.meta.main) {
  const packages = packagesOf(readLock());
  const wanted = licencesPage(packages);
  const odd = unexplained(packages);
  if (odd.length > 0) throw new Error(`Licences that nobody has looked at: ${odd.join("; ")}`);
  if (process.argv.includes("--write")) {
    writeFileSync(PAGE, wanted);
  } else if (readFileSync(PAGE, "utf8") !== wanted) {
    console.error("docs/licences.md is old: run npx node scripts/licences.ts --write");
    process.exit(1);
  }
}
