/** The phrases of retext-equality that the checker has no use for, as `src/language/checker/equality-unused.ts` lists them. Usage: `npx node
 * scripts/equality-unused.ts [--write]`; without `--write` it only says whether the list is up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isOfHiring } from "../src/language/checker/equality.ts";

const FILE = join(import.meta.dirname, "..", "src", "language", "checker", "equality-unused.ts");
/** Units: characters of one line of the list. */
const WIDTH = 110;

const Module = z.object({
  patterns: z.array(z.object({ id: z.string(), inconsiderate: z.record(z.string(), z.string()) })),
});

/** Its patterns are no part of what the library offers, and lie beside what it does: only this script reads them. */
const readPatterns = async () => {
  const file = new URL("patterns-en.js", import.meta.resolve("retext-equality"));
  return Module.parse(await import(file.href)).patterns;
};

/** The file as it should be. */
export const unusedPhrasesFile = async (): Promise<string> => {
  const patterns = await readPatterns();
  const phrases = patterns
    .filter(({ id }) => !isOfHiring(id))
    .flatMap(({ inconsiderate }) => Object.keys(inconsiderate));
  const lines = [""];
  for (const phrase of new Set(phrases)) {
    const last = lines.at(-1) ?? "";
    if (last.length + phrase.length > WIDTH) lines.push(phrase);
    else lines[lines.length - 1] = last === "" ? phrase : `${last}|${phrase}`;
  }
  return `/** Phrases of retext-equality that matter nowhere in hiring. Written by scripts/equality-unused.ts. */
export const UNUSED_PHRASES: readonly string[] = \`
${lines.join("\n")}
\`
  .trim()
  .split(/[|\\n]/);
`;
};

if (import.meta.main) {
  const wanted = await unusedPhrasesFile();
  const isSame = readFileSync(FILE, "utf8") === wanted;
  if (!isSame && process.argv.includes("--write")) writeFileSync(FILE, wanted);
  console.log(isSame ? "The list is up to date." : "The list was not up to date.");
  if (!isSame && !process.argv.includes("--write")) process.exitCode = 1;
}
