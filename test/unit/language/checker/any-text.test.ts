import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLanguage } from "../../../../src/language/checker/check-language.ts";
import { balanceOf } from "../../../../src/language/checker/gender-balance.ts";
import {
  JURISDICTIONS,
  LAW_NOTES,
  NOTED_ON,
} from "../../../../src/language/checker/jurisdictions.ts";
import { EXAMPLES } from "./examples.ts";

const PIECES = [
  "How old are you?",
  "😀",
  "e\u0301",
  "\u200B",
  "ﬁ",
  "Ｗ",
  "he is lazy.",
  "\n",
  "’",
  "\uD800",
  " ",
];
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join("")),
);

describe("any text", () => {
  test("gives spans inside of it, sorted, and the same when it is asked twice", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const findings = checkLanguage(text);
        expect(checkLanguage(text)).toEqual(findings);
        findings.forEach(({ start, end }, index) => {
          expect(start).toBeGreaterThanOrEqual(findings[index - 1]?.start ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("moves spans by what stands before, whatever signs it has", () => {
    const before = fc.array(fc.constantFrom("😀", "e\u0301", "Å", "\u200B", "家"), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(before, (signs) => {
        const prefix = `${signs.join("")}.\n`;
        const text = `${prefix}Are you pregnant?`;
        const [finding] = checkLanguage(text, { kind: "question" });
        expect(text.slice(finding?.start, finding?.end)).toBe("pregnant");
        expect(finding?.start).toBe(text.indexOf("pregnant"));
      }),
    );
  });
});

test.each([
  ["Are you preg\u200Bnant?", "preg\u200Bnant"],
  ["Are you ｐｒｅｇｎａｎｔ?", "ｐｒｅｇｎａｎｔ"],
  ["Are you pr\u0435gnant?", "pr\u0435gnant"],
  ["Are you pre\u00ADgnant?", "pre\u00ADgnant"],
])("sees through what hides a word: %j", (text, span) => {
  const [finding] = checkLanguage(text, { kind: "question" });
  expect(finding?.category).toBe("pregnancy");
  expect(text.slice(finding?.start, finding?.end)).toBe(span);
});

test("the time of a hostile text grows with its length", () => {
  // Of this thread, the best of three: what else the machine does meanwhile is not counted.
  const msOf = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const from = process.threadCpuUsage().user;
        checkLanguage(text);
        return (process.threadCpuUsage().user - from) / 1_000;
      }),
    );
  for (const piece of ["a", "how old are ", "what what your ", "((((", "a-"]) {
    const short = piece.repeat(15_000 / piece.length);
    const ratio = msOf(short.repeat(8)) / Math.max(10, msOf(short));
    // Eight times the text; a square would be sixty-four.
    expect(ratio).toBeLessThan(32);
  }
});

test("a whole text leans by the words of the research", () => {
  const leaning =
    "You are an ambitious, confident and decisive leader who is analytical, independent and competitive.";
  expect(balanceOf(leaning).lean).toBe("masculine");
  expect(
    balanceOf("You support, understand and trust a warm, kind and cooperative team together.").lean,
  ).toBe("feminine");
  expect(balanceOf("You write code and tell customers in time.").lean).toBe("neutral");
  expect(
    checkLanguage(leaning, { kind: "job_text" }).map(
      ({ category, severity }) => `${category} ${severity}`,
    ),
  ).toContain("gender_coded advice");
});

test("a verdict with what somebody did beside it is softer", () => {
  const [bare] = checkLanguage("He is arrogant.", { kind: "feedback" });
  const [shown] = checkLanguage("He is arrogant. He interrupted the customer three times.", {
    kind: "feedback",
  });
  expect([bare?.severity, shown?.severity]).toEqual(["warning", "advice"]);
});

describe("jurisdictions", () => {
  test("are told of those asked for alone, with a rule of theirs", () => {
    const [finding] = checkLanguage("What is your current salary?", {
      kind: "question",
      jurisdictions: ["us-nyc", "eu"],
    });
    expect(finding?.jurisdictions).toEqual(["us-nyc", "eu"]);
    expect(["us-nyc-pay", "eu-2023-970"]).toContain(finding?.rule?.id);
  });

  test("are told in the documents, with the day on which they were noted", async () => {
    const text = await readFile(new URL("../../../../docs/language.md", import.meta.url), "utf8");
    expect(text).toContain(NOTED_ON);
    for (const id of Object.keys(JURISDICTIONS)) expect(text).toContain(`\`${id}\``);
  });

  test("each note has a name of its own, a known jurisdiction, topics and a link", () => {
    expect(new Set(LAW_NOTES.map(({ id }) => id)).size).toBe(LAW_NOTES.length);
    for (const { jurisdiction, topics, url, says } of LAW_NOTES) {
      expect(Object.keys(JURISDICTIONS)).toContain(jurisdiction);
      expect(topics.length).toBeGreaterThan(0);
      expect(new URL(url).protocol).toBe("https:");
      expect(says).not.toBe("");
    }
  });
});

test("every finding of the examples has words for all that it tells", () => {
  for (const { text, kind } of EXAMPLES) {
    for (const { why, instead, rule } of checkLanguage(text, { kind })) {
      const told = [why, instead, ...Object.values(rule ?? {})];
      expect(told.every((each) => typeof each === "string" && each !== "")).toBe(true);
    }
  }
});

test.each([
  ["He answered all questions with examples.", []],
  ["She led the migration and wrote the tests.", []],
  ["He will lead the team.", ["gender_coded"]],
  ["He is arrogant.", ["personality_verdict"]],
])("a text of no said kind tells who is spoken of from who is wanted: %s", (text, categories) => {
  expect(checkLanguage(text).map(({ category }) => category)).toEqual(categories);
});
