/** What a message costs grows with its length, whatever it is made of: nobody can hold up the one thread by the longest that may be sent. */
import { expect, it } from "vitest";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";
import { CHAT_LIMITS } from "../../../../src/domain/chat.ts";

const knowledge = chatKnowledge();
const LONGER = 8;

/** Milliseconds of the processor, the best of some. */
const costOf = (text: string): number =>
  Math.min(
    ...Array.from({ length: 4 }, () => {
      const from = process.cpuUsage();
      replyByRule(text, knowledge);
      return process.cpuUsage(from).user / 1_000;
    }),
  );

it.each([
  "a",
  "call ",
  "never by broken ",
  "how long is the ",
  "could it be a ",
  "pay for the ",
  "charge car ",
  "my dog is ",
  "what if an ill ",
  "i work on the ",
  "what time is it in ",
  "the final round ",
  "move my interview to ",
  "when is it? ",
  "please tell ",
  "and, who or what ",
])("takes for %j again and again no more than its share", (piece) => {
  const textOf = (length: number): string =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  costOf(textOf(CHAT_LIMITS.message / LONGER));
  const short = costOf(textOf(CHAT_LIMITS.message / LONGER));
  const long = costOf(textOf(CHAT_LIMITS.message));
  // Eight times the text; a square would be sixty-four.
  expect(long / Math.max(1, short)).toBeLessThan(32);
});
