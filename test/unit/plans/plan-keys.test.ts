/** The form of a plan has a field for all that a plan may say. */
import { expect, it } from "vitest";
import { z } from "zod";
import { InterviewPlan } from "../../../src/domain/plan.ts";
import { keysWithoutField } from "../../../web/src/plans/plan-keys.ts";

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

/** A value with every key that the schema has anywhere; of what may be several things, all of them. */
const withEveryKey = (schema: unknown): unknown => {
  if (!isSchema(schema)) return "x";
  const choices = [schema["anyOf"], schema["oneOf"], schema["allOf"]].flatMap((one) =>
    Array.isArray(one) ? (one as unknown[]) : [],
  );
  if (choices.length > 0) {
    const made = choices.map(withEveryKey);
    return made.find((one) => typeof one === "object") ?? made[0];
  }
  if (isSchema(schema["properties"])) {
    const entries = Object.entries(schema["properties"]);
    return Object.fromEntries(entries.map(([key, inside]) => [key, withEveryKey(inside)]));
  }
  return schema["items"] === undefined ? "x" : [withEveryKey(schema["items"])];
};

const whole = withEveryKey(z.toJSONSchema(InterviewPlan, { unrepresentable: "any" }));

it("has a field for every key of the schema, however deep", () => {
  expect(keysWithoutField(whole)).toEqual([]);
  expect(whole).toMatchObject({
    sessions: [{ training: [{ kind: "x" }] }],
    rules: { bufferMinutes: { before: "x" }, weights: { few_days: "x" } },
    reminders: { candidate: ["x"], helpAbovePercent: "x" },
    stageRule: { scores: [{ of: "x" }] },
    debrief: { with: ["x"] },
  });
});

it("names what it has no field for, each once and by its way", () => {
  const plan = {
    id: "x",
    shade: 1,
    feedback: { reminders: "ours", tone: "kind" },
    sessions: [
      { id: "a", shade: 1 },
      { shade: 2, places: [{ hat: true }] },
    ],
  };
  expect(keysWithoutField(plan)).toEqual([
    "shade",
    "feedback.tone",
    "sessions.shade",
    "sessions.places.hat",
  ]);
});
