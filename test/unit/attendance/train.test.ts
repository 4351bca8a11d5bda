import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AttendanceFacts } from "../../../src/attendance/features.ts";
import { parseModel } from "../../../src/attendance/model.ts";
import { predict } from "../../../src/attendance/predict.ts";
import { PRIOR } from "../../../src/attendance/prior.ts";
import { hasEnough, trainModel } from "../../../src/attendance/train.ts";
import { inventHistory } from "../../../scripts/attendance-sample.ts";

const FACTS: AttendanceFacts = {
  leadDays: 4,
  hour: 10,
  weekday: 3,
  confirmed: true,
  pageOpened: true,
  chatUsed: false,
  reschedules: 0,
  stageKind: "technical",
  format: "video",
  attendedBefore: 1,
  missedBefore: 0,
};

const bare = trainModel([]);
const history = inventHistory(400);
const own = trainModel(history);
const says = (model: typeof bare, facts: AttendanceFacts): string[] =>
  predict(model, facts).reasons.map((reason) => reason.says);

/** By how much one more of a column raises the log odds, before calibration. */
const naturalWeight = (model: typeof bare, feature: string, level: string): number => {
  const found = model.coefficients.find((each) => each.feature === feature && each.level === level);
  return (found?.weight ?? Number.NaN) / (found?.scale ?? 1);
};

describe("without history", () => {
  it("the model is the prior to the last weight", () => {
    for (const { feature, level, weight } of PRIOR.beliefs) {
      expect(naturalWeight(bare, feature, level)).toBeCloseTo(weight, 12);
    }
    expect(bare.calibration).toEqual({ slope: 1, intercept: 0 });
    expect(bare.card).toMatchObject({
      priorWeight: 1,
      learntFrom: { interviews: 0, missed: 0, from: null, to: null },
      forward: { predicted: 0, auc: null },
    });
  });

  it("an interview that is usual in everything has the risk that the prior says", () => {
    const { intercept } = bare;
    expect(1 / (1 + Math.exp(-intercept))).toBeCloseTo(PRIOR.baseRisk, 12);
  });
});

describe("with history", () => {
  it("little changes with one row, and the prior is all but gone with many", () => {
    const one = trainModel(history.slice(0, 1));
    expect(predict(one, FACTS).risk).toBeCloseTo(predict(bare, FACTS).risk, 1);
    const many = trainModel(inventHistory(6_000, "many"));
    expect(own.card.priorWeight).toBeLessThan(one.card.priorWeight);
    expect(many.card.priorWeight).toBeLessThan(0.05);
    // The truth of these inventions, which the prior puts otherwise.
    expect(naturalWeight(many, "confirmed", "no")).toBeCloseTo(1.2, 0);
    expect(Math.abs(naturalWeight(many, "leadDays", "amount") - 0.5)).toBeLessThan(0.15);
    expect(Math.abs(naturalWeight(many, "missedBefore", "amount") - 0.8)).toBeLessThan(0.3);
    expect(Math.abs(naturalWeight(many, "weekday", "friday"))).toBeLessThan(0.2);
    const { auc, brier, plainBrier, calibration } = many.card.forward;
    expect(auc).toBeGreaterThan(0.68);
    expect(brier ?? 1).toBeLessThan((plainBrier ?? 0) * 0.97);
    for (const { told, seen } of calibration)
      expect(Math.abs(told - seen.share)).toBeLessThan(0.06);
  });

  it("does not heed the order of rows, and has the same version for the same rows alone", () => {
    expect(trainModel(history.toReversed())).toEqual(own);
    const changed = history.map((row, index) =>
      index === 7 ? { ...row, missed: !row.missed } : row,
    );
    expect(trainModel(changed).version).not.toBe(own.version);
    expect(trainModel(history, { l2: 20 }).version).not.toBe(own.version);
  });

  it("is enough from fifty rows with five missed", () => {
    const rows = (count: number, missed: number) =>
      history.slice(0, count).map((row, index) => ({ ...row, missed: index < missed }));
    expect([hasEnough(rows(50, 5)), hasEnough(rows(49, 9)), hasEnough(rows(300, 4))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("reasons", () => {
  it("are what raises the risk, the weightiest first, in words", () => {
    expect(says(bare, { ...FACTS, leadDays: 19, confirmed: false })).toEqual([
      "not confirmed",
      "booked 19 days ahead",
    ]);
    const worst = { ...FACTS, leadDays: 30, confirmed: false, missedBefore: 2, pageOpened: false };
    expect(says(bare, worst)).toEqual([
      "missed 2 visits before",
      "not confirmed",
      "booked 30 days ahead",
    ]);
  });

  it("are none where nothing raises it", () => {
    expect(says(bare, { ...FACTS, leadDays: 1, attendedBefore: 3 })).toEqual([]);
  });

  it("say that something is not known where that raises it, and never that it is zero", () => {
    const unknown = { ...FACTS, confirmed: null };
    expect(says(bare, unknown)).toEqual([]);
    const [reason] = says(
      trainModel(
        inventHistory(600, "unknown").map((row) => ({
          ...row,
          facts: { ...row.facts, confirmed: row.missed ? null : true },
        })),
      ),
      unknown,
    );
    expect(reason).toBe("no confirmation known");
  });

  it("go with a risk that lies between 0 and 1, and raise it, whatever is known", () => {
    const maybe = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });
    const anyFacts: fc.Arbitrary<AttendanceFacts> = fc.record({
      leadDays: maybe(fc.double({ min: 0, max: 365, noNaN: true })),
      hour: maybe(fc.integer({ min: 0, max: 23 })),
      weekday: maybe(fc.integer({ min: 1, max: 7 })),
      confirmed: maybe(fc.boolean()),
      pageOpened: maybe(fc.boolean()),
      chatUsed: maybe(fc.boolean()),
      reschedules: maybe(fc.nat(9)),
      stageKind: maybe(fc.constantFrom("screen", "panel", "final")),
      format: maybe(fc.constantFrom("video", "phone", "onsite")),
      attendedBefore: maybe(fc.nat(20)),
      missedBefore: maybe(fc.nat(9)),
    });
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(bare, own), (facts, model) => {
        const { risk, reasons } = predict(model, facts);
        expect(risk).toBeGreaterThan(0);
        expect(risk).toBeLessThan(1);
        const raises = reasons.map((reason) => reason.raises);
        expect(raises.every((each) => each > 0)).toBe(true);
        expect(raises).toEqual(raises.toSorted((one, other) => other - one));
        // Who has not confirmed is never told to be surer than the same person who has.
        const [no, yes] = [false, true].map((confirmed) => predict(model, { ...facts, confirmed }));
        expect(no?.risk ?? 0).toBeGreaterThan(yes?.risk ?? 1);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a model as JSON", () => {
  it("comes back as it was, and foretells the same", () => {
    const back = parseModel(JSON.stringify(own));
    expect(back).toEqual(own);
    expect(predict(back, FACTS)).toEqual(predict(own, FACTS));
  });

  it.each([
    ["{", "is not JSON"],
    ["[]", "cannot be read: the whole"],
    [JSON.stringify({ ...own, schema: 3 }), "cannot be read: schema"],
    [JSON.stringify({ ...own, gender: 1 }), "gender"],
    [
      JSON.stringify({ ...own, coefficients: own.coefficients.slice(1) }),
      "of a release with other features",
    ],
    [
      JSON.stringify({ ...own, coefficients: [{ ...own.coefficients[0], feature: "age" }] }),
      "cannot be read: coefficients.0.feature",
    ],
  ])("is refused with what is wrong (%#)", (json, message) => {
    expect(() => parseModel(json)).toThrow(message);
    expect(() => parseModel(json)).toThrow("Train it again");
  });

  it("says in its card what it is for, what it never uses, and which signals need consent", () => {
    expect(own.card.class).toBe("evaluative");
    expect(own.card.neverUses).toContain(
      "gender, age, name, origin, family, photo, health, address",
    );
    expect(
      own.card.features.filter(({ needsConsent }) => needsConsent).map(({ feature }) => feature),
    ).toEqual(["pageOpened", "chatUsed"]);
  });
});
