/** How fast the language checker is: a sentence when it is warm, the first one of a process, a hostile megabyte; beside it what
 * plain retext-equality takes for the same sentences in the same run. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import { unified } from "unified";
import { VFile } from "vfile";
import { z } from "zod";
import { checkLanguage } from "../src/language/checker/check-language.ts";
import { KINDS } from "../src/language/checker/types.ts";
import { type Benchmark, mean, percentile } from "./benchmark.ts";

const DATASET = new URL("../evals/datasets/language-dev.json", import.meta.url);
const CHECKER = new URL("../src/language/checker/check-language.ts", import.meta.url);
const ROUNDS = 5;
const MEGABYTE = 1_000_000;

const Sentences = z.object({
  items: z.array(z.object({ kind: z.enum(KINDS), text: z.string() })),
});

const timed = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/** Texts made to cost much: one word without end, no space, the beginnings of many rules, marks alone. */
const HOSTILE = [
  "a",
  "how old are ",
  "what what what your ",
  "((((",
  "a-",
  "\u0301",
  "he is so very ",
];

const hostileMs = (): number =>
  Math.max(
    ...HOSTILE.map((piece) => {
      const text = piece.repeat(Math.ceil(MEGABYTE / piece.length));
      return timed(() => checkLanguage(text));
    }),
  );

/** Milliseconds from the start of a process to its first answer, with Node's own start in it. */
const coldMs = async (): Promise<number> => {
  const program = `const { checkLanguage } = await import(${JSON.stringify(CHECKER.href)}); checkLanguage("How old are you?");`;
  const from = performance.now();
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
  return performance.now() - from;
};

/** The figures. */
export const bench: Benchmark = async () => {
  const { items } = Sentences.parse(JSON.parse(await readFile(DATASET, "utf8")));
  const plain = unified().use(retextEnglish).use(retextEquality).freeze();
  const runPlain = (text: string): void => {
    const file = new VFile(text);
    plain.runSync(plain.parse(file), file);
  };
  for (const { text, kind } of items) {
    checkLanguage(text, { kind });
    runPlain(text);
  }
  const rounds = Array.from({ length: ROUNDS }, () => items).flat();
  const ours = rounds.map(({ text, kind }) => timed(() => checkLanguage(text, { kind })));
  const theirs = rounds.map(({ text }) => timed(() => runPlain(text)));
  return {
    sentenceMs: { value: mean(ours), unit: "ms", most: 2 },
    sentenceP95Ms: { value: percentile(ours, 0.95), unit: "ms" },
    retextMs: { value: mean(theirs), unit: "ms" },
    coldMs: { value: await coldMs(), unit: "ms" },
    hostileMs: { value: hostileMs(), unit: "ms" },
  };
};
