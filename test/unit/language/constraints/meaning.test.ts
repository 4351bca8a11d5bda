import fc, { type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { CORPUS_NAMES, verdictOf, type Verdict } from "./corpus/read-corpus.ts";
import { clauses, sentences, type Meant } from "./grammar.ts";
import { lines } from "./read.ts";

/** The same sentences at each run, so that a green run stays green; `sentences` has no end of others to look at by hand. */
const SEED = 20_261_126;

const meaningOf = ({ meaning }: Meant): string => {
  const isOfTimes = meaning.some((rule) => /^[+-] /.test(rule));
  return [...(isOfTimes ? [] : ["unknown"]), ...meaning].join("; ");
};

interface Judged extends Meant {
  verdict: Verdict;
}

const judged = (from: Arbitrary<Meant>): Judged[] =>
  fc
    .sample(from, { numRuns: 700, seed: SEED })
    .map((each) => ({ ...each, verdict: verdictOf(each.text, meaningOf(each)) }));

const misreadings = (all: readonly Judged[]): string[] =>
  all
    .filter(({ verdict }) => verdict === "misread")
    .map(({ text }) => `${JSON.stringify(text)}: ${lines(text, CORPUS_NAMES).join("; ")}`);

const shareRight = (all: readonly Judged[]): number =>
  all.filter(({ verdict }) => verdict === "right").length / all.length;

describe("sentences that are made of parts with a known meaning", () => {
  test("one clause: it is read as it is meant or asked, and seldom asked", () => {
    const sample = judged(clauses);
    expect(misreadings(sample)).toEqual([]);
    expect(shareRight(sample)).toBeGreaterThan(0.93);
  });

  test("several clauses with any punctuation: they are read as they are meant, or asked", () => {
    const sample = judged(sentences);
    expect(misreadings(sample)).toEqual([]);
    expect(shareRight(sample)).toBeGreaterThan(0.5);
  });

  test("a meaning that is wrong is noticed", () => {
    const [meant] = fc.sample(clauses, { numRuns: 1, seed: SEED });
    expect(verdictOf(meant?.text ?? "", "+ 12-24 03:00-04:00")).toBe("misread");
  });
});
