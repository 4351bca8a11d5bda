/** What is said of a mail that was to tell a candidate of an answer. */
import { expect, it } from "vitest";
import { QUESTION_NOT_TOLD } from "../../../src/domain/chat-words.ts";
import type { EffectRecord } from "../../../src/effects/effects.ts";
import { toldAnswer } from "../../../src/effects/told-question.ts";

const ended = (status: EffectRecord["status"], code?: string): EffectRecord[] => [
  { status, error: code === undefined ? null : { code, message: "Why." } } as EffectRecord,
];

it("is no problem once it left, or once the candidate knows", () => {
  expect(toldAnswer(ended("done"))).toEqual({
    status: "done",
    words: "The candidate was told by mail that a person has answered.",
  });
  expect(toldAnswer(ended("failed", "stale_proposal"))).toEqual({ status: "done", words: "Why." });
});

it("is one when it could not leave, or nobody can tell", () => {
  const failed = toldAnswer(ended("failed", "contact_not_allowed"));
  expect(failed.problem).toMatchObject({ code: QUESTION_NOT_TOLD });
  expect(failed.words).toMatch(/was not told by mail .* Why\.$/);
  const parked = toldAnswer(ended("parked", "outcome_unknown"));
  expect(parked.problem?.message).toMatch(/Nobody can tell .* not sent again\. The answer stands/);
});
