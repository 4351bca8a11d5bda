/** What is said once the recruiter was told of a candidate's question, or the candidate of an answer. */
import { CHANNEL_WORDS } from "../domain/alert.ts";
import { QUESTION_NOT_TOLD, type TellQuestion } from "../domain/chat-words.ts";
import type { EffectRecord } from "./effects.ts";
import type { Performed } from "./perform.ts";

const WHAT = {
  question: "the candidate's question",
  needs: "what the candidate sent",
  person: "the candidate's wish",
} as const;

/** The end of its bundle, by its effects alone. */
export const toldQuestion = (
  { to, channel, about }: TellQuestion,
  effects: readonly EffectRecord[],
): Performed => {
  if (!effects.some(({ status }) => status === "parked")) {
    return {
      status: "done",
      words: `${to.name} was told ${CHANNEL_WORDS[channel]} of ${WHAT[about ?? "question"]}.`,
    };
  }
  const words = `${to.name} may have been told of ${WHAT[about ?? "question"]}: nobody can tell.`;
  const message = `${words} It stands in the dashboard.`;
  return { status: "done", words, problem: { code: QUESTION_NOT_TOLD, message } };
};

/** The same of the mail to the candidate. What they know of by now, or may not hear of, is no failure. */
export const toldAnswer = (effects: readonly EffectRecord[]): Performed => {
  const [effect] = effects;
  if (effect?.status === "done") {
    return { status: "done", words: "The candidate was told by mail that a person has answered." };
  }
  const why = effect?.error?.message ?? "";
  if (effect?.error?.code === "stale_proposal") return { status: "done", words: why };
  const words =
    effect?.status === "parked"
      ? "Nobody can tell whether the candidate was told by mail that a person has answered: it was not sent again."
      : `The candidate was not told by mail that a person has answered. ${why}`;
  const message = `${words} The answer stands in their chat: write to them if they must know of it.`;
  return { status: "done", words, problem: { code: QUESTION_NOT_TOLD, message } };
};
