import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { checkLanguage } from "../../../src/language/checker/check-language.ts";
import { FamilyId, LEVELS, type Question } from "../../../src/questions/bank-schema.ts";
import { fitsFamily } from "../../../src/questions/fits-family.ts";
import { questionBank, readBank } from "../../../src/questions/read-bank.ts";
import { contentWords, similarity } from "./similarity.ts";

const bank = questionBank();
const questions = [...bank.questionsOf.values()].flat();

const textsOf = ({ text, followUps, shows }: Question): string[] => [
  text,
  ...followUps,
  ...Object.values(shows),
];

const saying = (pattern: RegExp): string[] =>
  questions.flatMap((question) =>
    textsOf(question)
      .filter((text) => pattern.test(text))
      .map((text) => `${question.id}: ${text}`),
  );

describe("the question bank", () => {
  test("has at least 330 questions in 25 competencies and 6 levels, of every kind", () => {
    expect(questions.length).toBeGreaterThanOrEqual(330);
    expect(bank.competencies).toHaveLength(25);
    expect(LEVELS).toHaveLength(6);
    const kinds = Map.groupBy(questions, ({ kind }) => kind);
    for (const kind of ["behavioural", "technical", "situational"] as const)
      expect(kinds.get(kind)?.length).toBeGreaterThan(70);
    for (const own of bank.questionsOf.values()) expect(own.length).toBeGreaterThanOrEqual(13);
  });

  test("has ids that are used once", () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  test("has two questions or more of every competency for every level of every family that it is for", () => {
    const families = [...bank.families, null];
    const few = bank.competencies.flatMap((competency) =>
      families
        .filter((family) => fitsFamily(competency, family))
        .flatMap((family) =>
          LEVELS.filter((level) => {
            const fit = (bank.questionsOf.get(competency.id) ?? []).filter(
              (one) => one.levels.includes(level) && fitsFamily(one, family),
            );
            return fit.length < 2;
          }).map((level) => `${competency.id} ${family?.id} ${level}`),
        ),
    );
    expect(few).toEqual([]);
  });

  test("knows every family, each with a core that is for it", () => {
    expect(bank.families.map(({ id }) => id)).toEqual(FamilyId.options);
    for (const family of bank.families) {
      const core = bank.competencies.filter(({ id }) => family.core.includes(id));
      expect(core).toHaveLength(new Set(family.core).size);
      expect(core.filter((one) => !fitsFamily(one, family))).toEqual([]);
    }
  });

  test("asks nothing twice, not even in other words of the same kind", () => {
    const asked = questions.map(({ id, text }) => ({ id, words: contentWords(text) }));
    const alike = asked.flatMap((question, index) =>
      asked
        .slice(0, index)
        .filter(({ words }) => similarity(question.words, words) > 0.45)
        .map(({ id }) => `${question.id} ${id}`),
    );
    expect(alike).toEqual([]);
    // The measure itself: a near copy is seen, another question is not.
    const one = contentWords("Tell me about a mistake of yours that others had to suffer from.");
    const copy = contentWords("Describe a mistake of yours that other people had to suffer from.");
    expect(similarity(one, copy)).toBeGreaterThan(0.6);
    expect(similarity(one, contentWords("Tell me about a sale that you lost."))).toBe(0);
  });

  test("says of each question what weak, good and strong answers show, and nothing of that twice", () => {
    const shown = questions.flatMap(({ shows }) => Object.values(shows));
    expect(shown.filter((line, index) => shown.indexOf(line) !== index)).toEqual([]);
    expect(shown.filter((line) => !/^[A-Z].*\.$/.test(line))).toEqual([]);
  });

  test("asks and judges by nothing that the language checker finds", () => {
    const found = [...bank.questionsOf.values()]
      .flat()
      .flatMap(({ text, followUps, shows }) => [
        ...[text, ...followUps].filter(
          (one) => checkLanguage(one, { kind: "question" }).length > 0,
        ),
        ...Object.values(shows).filter(
          (one) => checkLanguage(one, { kind: "feedback" }).length > 0,
        ),
      ]);
    expect(found).toEqual([]);
    expect(checkLanguage("How old are you?", { kind: "question" })).not.toEqual([]);
  });

  test("touches no protected topic, no life outside work, and judges no personality", () => {
    const protectedTopic =
      /\b(?:how old|your age|married|marriage|husband|wife|spouse|child(?:ren|care)?|kids|pregnan\w*|your family|religio\w*|church|ethnic\w*|nationalit\w*|citizen\w*|where are you from|birth|disabilit\w*|your health|illness|gender|sexual\w*|union|politic\w*|arrest\w*|convict\w*|your (?:current |last )?salary|accent|native|hobb\w*|weekend)\b/i;
    const verdict =
      /\b(?:personality|attitude|likeable|charismatic|arrogant|lazy|nice person|culture add|energetic|confident person|introvert|extrovert)\b/i;
    expect(protectedTopic.test("Do you have children, or a hobby?")).toBe(true);
    expect(saying(protectedTopic)).toEqual([]);
    expect(saying(verdict)).toEqual([]);
  });

  test("is written in British spelling", () => {
    expect(
      saying(/\b(?:\w+(?:ization|izing)|colors?|behaviors?|labor|centers?|analyze\w*|fulfill)\b/i),
    ).toEqual([]);
  });
});

describe("reading a bank", () => {
  let folder: string | undefined;
  afterEach(() => folder && rmSync(folder, { recursive: true }));

  const own = join(import.meta.dirname, "../../../src/questions");

  /** The own bank with one file changed. */
  const changed = (name: string, change: (text: string) => string): string => {
    folder = mkdtempSync(join(tmpdir(), "question-bank-"));
    cpSync(join(own, "bank"), folder, { recursive: true });
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(path, "utf8")));
    return folder;
  };

  test("says which file is wrong, and what in it", () => {
    const twice = changed("coding.json", (text) => text.replace('"coding-02"', '"coding-01"'));
    expect(() => readBank(twice)).toThrow(
      /coding\.json:[\s\S]*is there twice[\s\S]*questions\[1\]/,
    );
  });

  test.each([
    ["no JSON", (text: string) => text.slice(1), "it is not JSON"],
    ["an unknown level", (text: string) => text.replace('"intern"', '"wizard"'), "levels"],
    [
      "a question that is none of its own",
      (text: string) => text.replace('"coding-02"', '"care-02"'),
      "must begin",
    ],
    [
      "another name than its file",
      (text: string) => text.replaceAll('"coding', '"codes'),
      "named after",
    ],
  ])("refuses a file with %s", (_, change, says) => {
    expect(() => readBank(changed("coding.json", change))).toThrow(says);
  });

  test("refuses families that name what is not there", () => {
    const bare = changed("coding.json", (text) => text);
    rmSync(join(bare, "coding.json"));
    expect(() => readBank(bare)).toThrow("there is no competency coding");
  });
});
