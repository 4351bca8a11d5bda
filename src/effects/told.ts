/** What is said of a message about an interview: whom it reached, and whom it did not. The candidate is not named: it is kept in the clear. */
import type { ReminderKey } from "../cases/reminders.ts";
import {
  type AttendanceMessage,
  MESSAGE_NOT_SENT,
  RECRUITER,
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
  // What for is told to few, and a problem of a case to all.
  warn_recruiter: "message to the recruiter",
  invite_again: "mail that offers the candidate another time",
};

/** Nobody could see whether it was true: it has not left, and may be true when it is asked again. */
const UNREAD: ReadonlySet<string> = new Set([
  "lever_unavailable",
  "lever_rate_limited",
  "lever_bad_answer",
  "calendar_unavailable",
  "calendar_rate_limited",
  "calendar_denied",
  "calendar_bad_answer",
]);
const IN_DOUBT = "booking_in_doubt";
const AGAIN = "It is asked for again while it is of use.";

const TELL_YOURSELF = "Tell them yourself if they must know.";
const PROPOSE_AGAIN = "If it is still wanted, propose it again on the page of the case.";
const TODO: Partial<Record<MessageKind, string>> = { invite_again: PROPOSE_AGAIN };

/** It was refused since nobody could see whether it was true. */
const isOfDoubt = ({ status, error }: EffectRecord): boolean =>
  status === "failed" && error !== null && (error.code === IN_DOUBT || UNREAD.has(error.code));

/** Whom it did not reach because nobody knows what takes place. That the candidate did not come is no matter of time: `isInvitedAgain`. */
const againOf = (
  { kind, mark, sessions, readers }: AttendanceMessage,
  effects: readonly EffectRecord[],
): ReminderKey[] => {
  const sessionId = sessions[0]?.sessionId ?? "";
  if (kind === "invite_again") return [];
  return readers
    .filter(({ id }) => effects.some((effect) => effect.session === id && isOfDoubt(effect)))
    .map(({ id }) => ({ sessionId, reader: kind === "warn_recruiter" ? RECRUITER : id, mark }));
};

/** What was decided on is otherwise by now, or in doubt: no failure of ours. */
const isOvertaken = ({ error }: EffectRecord): boolean =>
  error?.code === "stale_proposal" || error?.code === IN_DOUBT;

/** The end of a message's bundle. Its effects alone tell it, so that it is told the same after a crash. */
export const told = (message: AttendanceMessage, effects: readonly EffectRecord[]): Performed => {
  const { kind, sessions, readers } = message;
  const what = WHAT[kind];
  const again = againOf(message, effects);
  const isInvitedAgain = kind === "invite_again" && effects.some((effect) => isOfDoubt(effect));
  const more = again.length > 0 || isInvitedAgain ? ` ${AGAIN}` : "";
  const about = `The ${what} (${namesInWords(sessions.map(({ name }) => name))})`;
  const overtaken = effects.find(isOvertaken);
  const isSent = effects.some(({ status }) => status === "done");
  if (overtaken?.error && !isSent) {
    const { message: why } = overtaken.error;
    const words = `${why}${more}`;
    if (kind !== "invite_again") return { status: "done", words, again };
    const left = `${about} was not sent. ${why} ${PROPOSE_AGAIN}`;
    return { status: "done", words, problem: { code: MESSAGE_NOT_SENT, message: left } };
  }
  const named = (status: EffectRecord["status"]): string[] =>
    readers
      .filter(({ id }) =>
        effects.some(
          (effect) => effect.session === id && effect.status === status && !isOvertaken(effect),
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
  return {
    status: "done",
    again,
    ...(isInvitedAgain && { isInvitedAgain: true as const }),
    words: `${[
      `${about} was sent to ${sent.length === 0 ? "nobody" : namesInWords(sent)}.`,
      ...faults,
    ].join(" ")}${more}`,
    ...(faults.length > 0 && {
      problem: {
        code: MESSAGE_NOT_SENT,
        message: `${about}: ${faults.join(" ")}${more} ${TODO[kind] ?? TELL_YOURSELF}`,
      },
    }),
  };
};
