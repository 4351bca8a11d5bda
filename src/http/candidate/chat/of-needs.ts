/** What of a chat is about what somebody needs, beside what its own words tell: it is private as well. */
import { isAboutNeeds } from "../../../../agents/candidate-chat/needs.ts";
import { plainLine } from "../../../../agents/candidate-chat/plain-line.ts";
import type { ChatRecord } from "../../../cases/chat.ts";
import type { ChatActKind } from "../../../domain/chat.ts";

const SENT: ChatActKind = "ask_for_adjustment";

/** After so long it is another conversation. */
const SAME_TALK_MINUTES = 60;

/** Whether what is written now follows directly on what was told of a need, by its words or its button. One message alone does. */
export const followsNeed = (messages: readonly ChatRecord[], now: Temporal.Instant): boolean => {
  const before = messages.findLast(
    ({ speaker, topic }) => speaker === "candidate" || topic === SENT,
  );
  if (before === undefined) return false;
  const isRecent = before.at.until(now).total("minutes") <= SAME_TALK_MINUTES;
  return isRecent && (before.topic === SENT || isAboutNeeds(before.words?.text ?? ""));
};

/** Ids of what a need that is sent makes private: what was written just before its button, whatever has the same words, and what was said
 * to these. */
export const ofTheNeed = (
  messages: readonly ChatRecord[],
  { text, on }: { text: string; on: ChatRecord | null },
): string[] => {
  const need = keyOf(text);
  const before = messages.findLast(
    ({ speaker, seq }) => speaker === "candidate" && (on === null || seq < on.seq),
  );
  const ids: string[] = [];
  let isOfIt = false;
  for (const { id, speaker, words } of messages) {
    if (speaker === "candidate") {
      isOfIt = id === before?.id || holdsEither(need, keyOf(words?.text ?? ""));
    }
    if (isOfIt) ids.push(id);
  }
  return ids;
};

const keyOf = (text: string): string =>
  ` ${plainLine(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

/** Fewer words stand in anything. */
const FEWEST_WORDS = 3;

const holdsEither = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (short.trim().split(" ").length >= FEWEST_WORDS && long.includes(short));
};
