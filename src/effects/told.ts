/** What is said of a message about an interview: whom it reached, and whom it did not. The candidate is not named: it is kept in the clear. */
import {
  type AttendanceMessage,
  MESSAGE_NOT_SENT,
  type MessageKind,
  nameInClear,
} from "../domain/attendance-message.ts";
import { namesInWords } from "../domain/names-in-words.ts";
import type { EffectRecord } from "./effects.ts";
import type { Performed } from "./perform.ts";

const WHAT: Record<MessageKind, string> = {
  remind_candidate: "reminder",
  remind_interviewers: "reminder",
  ask_arrival: "question whether the candidate has arrived",
  warn_recruiter: "word to look at it",
  invite_again: "mail that asks the candidate to come another time",
};

/** The end of a message's bundle. Its effects alone tell it, so that it is told the same after a crash. */
export const told = (
  { kind, sessions, readers }: AttendanceMessage,
  effects: readonly EffectRecord[],
): Performed => {
  const what = WHAT[kind];
  const overtaken = effects.find(({ error }) => error?.code === "stale_proposal");
  const isSent = effects.some(({ status }) => status === "done");
  if (overtaken?.error && !isSent) return { status: "done", words: overtaken.error.message };
  const named = (status: EffectRecord["status"]): string[] =>
    readers
      .filter(({ id }) =>
        effects.some(
          (effect) =>
            effect.session === id &&
            effect.status === status &&
            effect.error?.code !== "stale_proposal",
        ),
      )
      .map(nameInClear);
  const [sent, failed, unknown] = [named("done"), named("failed"), named("parked")];
  const faults = [
    ...(failed.length > 0 ? [`It could not be sent to ${namesInWords(failed)}.`] : []),
    ...(unknown.length > 0
      ? [`Nobody can tell whether it reached ${namesInWords(unknown)}: it was not sent again.`]
      : []),
  ];
  const about = `The ${what}, of ${sessions.map(({ name }) => name).join(" and ")}`;
  return {
    status: "done",
    words: [
      `${about} was sent to ${sent.length === 0 ? "nobody" : namesInWords(sent)}.`,
      ...faults,
    ].join(" "),
    ...(faults.length > 0 && {
      problem: {
        code: MESSAGE_NOT_SENT,
        message: `${about}: ${faults.join(" ")} Tell them yourself if they must know.`,
      },
    }),
  };
};
