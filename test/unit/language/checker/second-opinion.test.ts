import { describe, expect, test } from "vitest";
import { learnedAndNow } from "../../../../scripts/train-language.ts";
import { fit } from "../../../../scripts/train-language/fit.ts";
import { packModel } from "../../../../scripts/train-language/learn.ts";
import { checkLanguage } from "../../../../src/language/checker/check-language.ts";
import { gramsOf, PLACES } from "../../../../src/language/checker/second-opinion-grams.ts";
import {
  judge,
  OUTPUTS,
  unpackModel,
} from "../../../../src/language/checker/second-opinion-model.ts";
import { withModel } from "../../../../src/language/checker/second-opinion.ts";
import { ENOUGH, weigh } from "../../../../src/language/checker/second-opinion-verdict.ts";
import { sentencesOf } from "../../../../src/language/checker/tokens.ts";
import { CATEGORIES } from "../../../../src/language/checker/types.ts";

const emptyModel = () => ({
  scales: new Float32Array(OUTPUTS).fill(1),
  weights: new Int8Array(PLACES * OUTPUTS),
});

/** Sure of one topic whatever it reads, or sure that all is clean. */
const modelSure = (output: number, flag: number) => {
  const model = emptyModel();
  for (let place = 0; place < PLACES; place += 1) {
    model.weights[place * OUTPUTS + output] = 1;
    model.weights[place * OUTPUTS + OUTPUTS - 1] = flag;
  }
  return model;
};

const sureOf = (topic: (typeof CATEGORIES)[number]) => modelSure(CATEGORIES.indexOf(topic), 1);
const CLEAN = modelSure(CATEGORIES.length, -1);

const found = (text: string, kind: "question" | "feedback" | "message" = "question") =>
  checkLanguage(text, { kind }).map(({ category, severity }) => `${category} ${severity}`);

const opinion = (flag: number, ...shares: [(typeof CATEGORIES)[number], number][]) => ({
  flag,
  topical: flag,
  shares: CATEGORIES.map((category) => new Map(shares).get(category) ?? 0),
});

describe("the weights", () => {
  test("are those of the sentences and the code beside them", () => {
    const { noted, now } = learnedAndNow();
    expect(noted).toEqual(now);
  });

  test("come out of a file as they went in", () => {
    const model = sureOf("age");
    model.scales[3] = 0.25;
    const read = unpackModel(packModel(model));
    expect(read.scales).toEqual(model.scales);
    expect(Buffer.from(read.weights).equals(Buffer.from(model.weights))).toBe(true);
  });

  test("of another size are refused", () => {
    const small = { scales: new Float32Array(2), weights: new Int8Array(7) };
    expect(() => unpackModel(packModel(small))).toThrow("of another size");
  });
});

describe("learning", () => {
  const example = (place: number, topic: number) => ({
    grams: { places: Int32Array.of(place, 2), weights: Float32Array.of(1, 0.5) },
    target: Float32Array.of(topic === 0 ? 1 : 0, topic === 1 ? 1 : 0),
    weight: 1,
  });
  const examples = [example(0, 0), example(1, 1)];

  test("gives the same weights each time, and those that tell its examples apart", () => {
    const asked = { outputs: 2, places: 3, rounds: 20 };
    const weights = fit(examples, asked);
    expect(fit(examples, asked)).toEqual(weights);
    expect(weights[0]).toBeGreaterThan(weights[1] ?? 0);
    expect(weights[2]).toBeLessThan(weights[3] ?? 0);
  });
});

describe("the verdict", () => {
  test("names the topics that are close to each other, and is not enough where it is clean", () => {
    const { sum, topics } = weigh(
      opinion(4, ["age", 0.65], ["family", 0.31], ["credit", 0.04]),
      [],
    );
    expect(topics).toEqual(["age", "family"]);
    expect(sum).toBeGreaterThan(ENOUGH);
    expect(weigh(opinion(-4, ["age", 0.9]), []).sum).toBeLessThan(ENOUGH);
  });

  test("goes by the rules where it is not sure", () => {
    const unsure = opinion(-0.5, ["age", 0.5]);
    expect(weigh(unsure, []).sum).toBeLessThan(ENOUGH);
    expect(weigh(unsure, [{ category: "age" }]).sum).toBeGreaterThan(ENOUGH);
  });
});

describe("a second opinion", () => {
  test("adds what the rules missed as advice, over all of the sentence", () => {
    const text = "We walked along the river. Then we ate some bread.";
    const [finding, ...more] = withModel(sureOf("credit"), () =>
      checkLanguage(text, { kind: "question" }),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ category: "credit", severity: "advice", start: 0 });
    expect(finding?.end).toBe(text.length);
  });

  test("takes away what rules are alone with, and never what they are firm about", () => {
    const [weak, firm] = [
      "What is your current salary, if I may ask?",
      "Which church do you go to on Sundays?",
    ];
    expect([found(weak), found(firm)]).toEqual([["pay_history blocking"], ["religion blocking"]]);
    expect([weak, firm].map((text) => withModel(CLEAN, () => found(text)))).toEqual([
      [],
      ["religion blocking"],
    ]);
  });

  test("adds to a few words that a mark closes, and takes nothing away from them", () => {
    expect(withModel(sureOf("credit"), () => found("We ate some bread."))).toEqual([
      "credit advice",
    ]);
    expect(withModel(CLEAN, () => found("What is your current salary?"))).toEqual([
      "pay_history blocking",
    ]);
  });

  test("says nothing of names, labels and what is no sentence", () => {
    const sure = sureOf("age");
    const long = `${"river bread ".repeat(60)}.`;
    for (const text of [
      "Cache layer",
      "Half past nine then",
      "Good.",
      "With Maya Ruiz and Omar Aziz",
      "",
      "?",
      long,
    ]) {
      expect(withModel(sure, () => found(text, "message"))).toEqual([]);
    }
  });

  test("does not undo what one sentence says by the one beside it", () => {
    const text = "He is arrogant. He interrupted the customer three times.";
    expect(found(text, "feedback")).toContain("personality_verdict advice");
  });
});

test("words, numbers and kinds are seen, and the same words give the same features", () => {
  const grams = (text: string, kind: "question" | "feedback" = "question") =>
    gramsOf(sentencesOf(text), kind);
  expect(grams("Are you over 12345?")).toEqual(grams("Are you over 12346?"));
  expect(grams("Are you over 45?")).not.toEqual(grams("Are you over 45?", "feedback"));
  expect(judge(emptyModel(), grams("Are you over 45?"))).toMatchObject({ flag: 0 });
});
