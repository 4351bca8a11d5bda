/** What a question that leans on an earlier one leans on, for the person who answers it: “and where?” says nothing alone. */
import { leansOnBefore } from "./follow-up.ts";
import { mayTellNeed } from "./may-tell-need.ts";

/** A message, as much as is needed of it. */
interface Said {
  seq: number;
  at: Temporal.Instant;
  speaker: string;
  isPrivate: boolean;
  words: { text: string } | null;
}

/** After so long it is another conversation. */
const SAME_TALK_MINUTES = 60;

/** The candidate's words of just before, the last that lean on nothing. Null: it leans on nothing, or on what may be of a need. */
export const askedBefore = (asked: Said, messages: readonly Said[]): string | null => {
  if (asked.isPrivate || !leansOnBefore(asked.words?.text ?? "")) return null;
  const own = messages.filter(({ speaker, seq }) => speaker === "candidate" && seq < asked.seq);
  let later = asked;
  for (const before of own.toReversed()) {
    const text = before.words?.text ?? "";
    const isOtherTalk = before.at.until(later.at).total("minutes") > SAME_TALK_MINUTES;
    if (isOtherTalk || before.isPrivate || mayTellNeed(text)) return null;
    if (text !== "" && !leansOnBefore(text)) return text;
    later = before;
  }
  return null;
};
