/** What a model may word of a message: its opening and its closing. Each is taken by itself when it says nothing that the drafted one
 * does not say. */
import { z } from "zod";
import { isToCandidate } from "../../src/domain/attendance-message.ts";
import { hasForeignMatter } from "../briefing/foreign-matter.ts";
import { faultsOf as languageFaults } from "../scheduling/language.ts";
import type { DraftedMessage } from "./draft.ts";
import { FRIENDLY } from "./vocabulary.ts";

const sentence = z.string().max(400);

/** By the keys of the messages. What names the candidate is not shown. */
export const MessageWording = z.strictObject({
  messages: z
    .array(z.strictObject({ key: z.string().max(300), opening: sentence, closing: sentence }))
    .max(60),
});
export type MessageWording = z.infer<typeof MessageWording>;

const isWorded = ({ message }: DraftedMessage): boolean => isToCandidate(message.kind);

/** What there is to word. */
export const wordingOf = (drafts: readonly DraftedMessage[]): MessageWording => ({
  messages: drafts.filter(isWorded).map(({ key, words }) => ({ key, ...words })),
});

/** Why a wording as a whole cannot be used: messages that are missing, twice or unknown. */
export const faultsOf = (
  { messages }: MessageWording,
  drafts: readonly DraftedMessage[],
): string[] => {
  const wanted = wordingOf(drafts).messages.map(({ key }) => key);
  const given = messages.map(({ key }) => key);
  const isSame = JSON.stringify(wanted.toSorted()) === JSON.stringify(given.toSorted());
  return isSame ? [] : ["not the messages that were drafted"];
};

/** Takes each wording that may stand; keeps the drafted one else. */
export const putWording = (
  drafts: readonly DraftedMessage[],
  { messages }: MessageWording,
): DraftedMessage[] =>
  drafts.map((draft) => {
    const worded = messages.find(({ key }) => key === draft.key);
    if (!worded || !isWorded(draft)) return draft;
    const { opening, closing } = draft.words;
    return {
      ...draft,
      words: {
        opening: mayStand(worded.opening, opening) ? worded.opening : opening,
        closing: mayStand(worded.closing, closing) ? worded.closing : closing,
      },
    };
  });

/** What may be added at most. Units: UTF-16. */
const MORE_LETTERS = 60;
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

const wordsIn = (text: string): string[] => text.normalize("NFC").toLowerCase().match(WORD) ?? [];

/** Whether it has only words of the drafted one, and friendly ones: no fact can get in, and none of it can be denied. */
export const mayStand = (text: string, drafted: string): boolean => {
  if (text === drafted) return true;
  const known = new Set(wordsIn(drafted));
  return (
    text.trim() !== "" &&
    text === text.trim() &&
    text.length <= drafted.length + MORE_LETTERS &&
    !/[\n\r\t*_`#<>{}[\]|\\]/.test(text) &&
    !hasForeignMatter(text) &&
    wordsIn(text).every((word) => known.has(word) || FRIENDLY.has(word)) &&
    languageFaults(text).length === 0
  );
};
