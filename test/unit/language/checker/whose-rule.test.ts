/** Which rule is told: of the place that was asked for, of these words, or none. */
import { describe, expect, test } from "vitest";
import { checkLanguage } from "../../../../src/language/checker/check-language.ts";
import {
  JURISDICTIONS,
  jurisdictionsOf,
  LAW_NOTES,
  sourceOf,
} from "../../../../src/language/checker/jurisdictions.ts";
import type { Category, Finding, Kind } from "../../../../src/language/checker/types.ts";
import { EXAMPLES } from "./examples.ts";

const RESEARCH = new Set(["gaucher-2011", "rivera-2012"]);
const PLACES = Object.keys(JURISDICTIONS);

const findIn = (
  text: string,
  kind: Kind,
  category: Category,
  asked?: readonly string[],
): Finding | undefined =>
  checkLanguage(text, { kind, ...(asked && { jurisdictions: asked }) }).find(
    (finding) => finding.category === category,
  );

/** Undefined: it is not found at all. Null: no rule is named. */
const ruleOf = (...asked: Parameters<typeof findIn>): string | null | undefined => {
  const found = findIn(...asked);
  return found && (found.rule?.id ?? null);
};

describe("of the place asked for", () => {
  const found = EXAMPLES.flatMap(({ text, kind }) =>
    checkLanguage(text, { kind }).map(({ category, start, end }) => ({
      category,
      said: text.slice(start, end),
      isJudged: kind === "feedback",
    })),
  );
  const placeOf = new Map(LAW_NOTES.map(({ id, jurisdiction }) => [id, jurisdiction]));

  test.each(PLACES)("%s is told its own rules alone, or research", (place) => {
    expect(found.length).toBeGreaterThan(100);
    for (const each of found) {
      const rule = sourceOf({ ...each, asked: [place] });
      const places = jurisdictionsOf({ ...each, asked: [place] });
      const isLaw = rule !== null && !RESEARCH.has(rule.id);
      expect([each, isLaw ? placeOf.get(rule.id) : null, places]).toEqual([
        each,
        isLaw ? place : null,
        isLaw ? [place] : [],
      ]);
    }
  });

  test("every rule names its place in its words, so that it is not taken for everybody's", () => {
    for (const { source, jurisdiction } of LAW_NOTES) {
      expect(source).toContain(JURISDICTIONS[jurisdiction]);
    }
    const names = [...Object.values(JURISDICTIONS), "Research"];
    for (const each of found) {
      const rule = sourceOf(each);
      expect(!rule || names.some((name) => rule.source.startsWith(`${name}: `))).toBe(true);
    }
  });
});

describe("of these words", () => {
  test.each([
    ["Are you a member of a union?", "us", "us-nlra"],
    ["Who did you vote for?", "us", null],
    ["Who did you vote for?", "uk", "uk-gdpr"],
    ["Who did you vote for?", "eu", "eu-gdpr"],
    ["Are you a union member?", "uk", "uk-tulrca"],
  ])("politics and unions: %s in %s: %s", (text, place, rule) => {
    expect(ruleOf(text, "question", "politics_union", [place])).toBe(rule);
  });

  test.each<[string, Category, string, string | null]>([
    ["How do you arrange childcare?", "family", "us", "us-caregivers"],
    ["How do you arrange childcare?", "family", "uk", "uk-recruitment"],
    ["How do you arrange childcare?", "family", "us-ca", null],
    ["How do you arrange childcare?", "family", "us-co", null],
    ["How do you arrange childcare?", "family", "eu", null],
    ["Are you married?", "marital_status", "us", "us-inquiries-gender"],
    ["Are you married?", "marital_status", "us-ca", "us-ca-feha"],
    ["Are you married?", "marital_status", "us-co", "us-co-cada"],
    ["Are you married?", "marital_status", "us-ma", null],
    ["What is your nationality?", "citizenship", "eu", null],
    ["Have you ever been arrested?", "arrest_conviction", "us-co", "us-co-chance"],
    ["What is your credit score?", "credit", "us-co", "us-co-credit"],
    ["Have you ever been bankrupt?", "credit", "us-co", null],
    ["Have you ever been bankrupt?", "credit", "us", null],
    ["What is your current salary?", "pay_history", "uk", null],
    ["What is your current salary?", "pay_history", "us", null],
    ["Do you carry the gene for any disease?", "genetic", "eu", "eu-gdpr"],
    ["Are you in the army reserve?", "military_discharge", "us", "us-userra"],
    ["Were you dishonorably discharged?", "military_discharge", "us", null],
    ["Were you dishonorably discharged?", "military_discharge", "us-il", null],
    [
      "What type of discharge did you get from the army?",
      "military_discharge",
      "us-il",
      "us-il-hra",
    ],
    ["Are you gay?", "orientation", "eu", "eu-2000-78"],
    ["What was your sex at birth?", "orientation", "eu", null],
  ])("%s (%s) in %s: %s", (text, category, place, rule) => {
    expect(ruleOf(text, "question", category, [place])).toBe(rule);
  });

  test("no directive is told of topics that it does not speak of", () => {
    const topicsOf = (id: string) =>
      LAW_NOTES.find((note) => note.id === id)?.topics.map(({ category }) => category);
    expect(topicsOf("eu-2000-78")?.toSorted()).toEqual([
      "age",
      "age_coded",
      "disability_health",
      "orientation",
      "religion",
    ]);
    expect(topicsOf("eu-2000-43")).toEqual(["origin"]);
    expect(topicsOf("us-title-vii")).not.toContain("marital_status");
    expect(topicsOf("us-pda")).toEqual(["pregnancy"]);
  });
});

describe("words for one sex", () => {
  const ruleOfWord = (text: string, word: string, place?: string): string | null | undefined => {
    const found = checkLanguage(text, {
      kind: "job_text",
      ...(place && { jurisdictions: [place] }),
    }).find(({ start, end }) => text.slice(start, end).includes(word));
    return found && (found.rule?.id ?? null);
  };

  test("the research is told of words of its list alone", () => {
    const text = "He is a rockstar. We want a competitive hunter mindset. Salesman wanted.";
    expect(ruleOfWord(text, "competitive")).toBe("gaucher-2011");
    expect(ruleOfWord(text, "rockstar")).toBeNull();
    expect(ruleOfWord(text, "He", "uk")).toBe("uk-equality-act");
    expect(ruleOfWord(text, "Salesman", "us")).toBe("us-title-vii");
    expect(ruleOfWord("Ideal for mothers.", "mothers", "uk")).toBe("uk-recruitment");
  });

  test("a text that leans is told by it in every place", () => {
    const leaning =
      "You are an ambitious, confident and decisive leader who is analytical, independent and competitive.";
    expect(ruleOfWord(leaning, "ambitious", "uk")).toBe("gaucher-2011");
  });
});
