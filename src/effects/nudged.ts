/** What is said of a reminder of feedback: who was told, and whom it did not reach. */
import { namesInWords } from "../domain/names-in-words.ts";
import { NUDGE_NOT_SENT, type NudgeFeedback, owedInWords } from "../domain/nudge.ts";
import type { EffectRecord } from "./effects.ts";
import type { Performed } from "./perform.ts";

/** The end of its bundle. Its effects alone tell it, so that it is told the same after a crash. */
export const nudged = (nudge: NudgeFeedback, effects: readonly EffectRecord[]): Performed => {
  const overtaken = effects.find(({ error }) => error?.code === "stale_proposal");
  const isTold = effects.some(({ status }) => status === "done");
  if (overtaken?.error && !isTold) return { status: "done", words: overtaken.error.message };
  const people = nudge.note === null ? nudge.to : [nudge.owed];
  const named = (...statuses: EffectRecord["status"][]): string[] =>
    people
      .filter(({ userId }) =>
        effects.some(({ session, status }) => session === userId && statuses.includes(status)),
      )
      .map(({ name }) => name);
  const told = named("done");
  const faults = [
    ...faultOf(named("failed"), "could not be told"),
    ...faultOf(named("parked"), "may have been told: nobody can tell, and it was not sent again"),
  ];
  const what =
    nudge.says === "overdue"
      ? `told that ${owedInWords(nudge)} is missing`
      : `reminded of ${owedInWords(nudge)}`;
  const done = `${told.length === 0 ? "Nobody" : namesInWords(told)} ${told.length > 1 ? "were" : "was"} ${what}.`;
  return {
    status: "done",
    words: [done, ...faults].join(" "),
    ...(faults.length > 0 && {
      problem: {
        code: NUDGE_NOT_SENT,
        message: `${faults.join(" ")} It is about ${owedInWords({ ...nudge, says: "overdue" })}: ask them yourself.`,
      },
    }),
  };
};

const faultOf = (names: readonly string[], words: string): string[] =>
  names.length === 0 ? [] : [`${namesInWords(names)} ${words}.`];
