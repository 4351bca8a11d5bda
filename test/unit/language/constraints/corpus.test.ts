import { describe, expect, test } from "vitest";
import { CANDIDATES } from "./corpus/candidates.ts";
import { COORDINATORS } from "./corpus/coordinators.ts";
import { MISREAD_ONCE } from "./corpus/misread-once.ts";
import { CORPUS_NAMES, verdictOf, type Verdict } from "./corpus/read-corpus.ts";
import { UNSEEN } from "./corpus/unseen.ts";
import { lines, read } from "./read.ts";

const WRITTEN = [...CANDIDATES, ...COORDINATORS, ...UNSEEN];

/** The least share of what people write that is understood without a question. */
const LEAST_RIGHT = 0.85;

const described = (text: string): string => `${text} => ${lines(text, CORPUS_NAMES).join("; ")}`;

const VERDICTS = WRITTEN.map(([text, meaning]) => ({ text, verdict: verdictOf(text, meaning) }));

const of = (wanted: Verdict): string[] =>
  VERDICTS.filter(({ verdict }) => verdict === wanted).map(({ text }) => text);

describe("sentences as people write them", () => {
  test("there are at least 300, each once", () => {
    expect(WRITTEN.length).toBeGreaterThanOrEqual(300);
    expect(new Set(WRITTEN.map(([text]) => text)).size).toBe(WRITTEN.length);
  });

  test("none is misread", () => {
    expect(of("misread").map(described)).toEqual([]);
  });

  test("of those that have one meaning, nearly all are understood without a question", () => {
    const clear = WRITTEN.filter(([, meaning]) => meaning !== "ask");
    expect(of("right").length / clear.length).toBeGreaterThanOrEqual(0.97);
  });

  test("of all, those with several readings too, at least 85 % are understood without a question", () => {
    expect(of("right").length / WRITTEN.length).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  test("what is asked is asked in a question, with the piece that it is about", () => {
    for (const text of of("asked")) {
      const { questions } = read(text, CORPUS_NAMES);
      expect(questions.length).toBeGreaterThan(0);
      for (const { start, end } of questions) expect(text.slice(start, end)).not.toBe("");
    }
  });
});

describe("what was misread once is right, or asked where it has several readings", () => {
  test.each(MISREAD_ONCE)("%s: %s", (text, meaning) => {
    expect(verdictOf(text, meaning)).toBe(meaning === "ask" ? "asked" : "right");
  });
});
