/** What a request comes to: what it asks for, or a question back, with choices of whom the asker may see. */
import type { Choice, Intent, KnownCase, Slots, Understanding } from "./understanding.ts";

const MOST_CHOICES = 6;

/** A question, with its choices. */
export const asks = (
  asked: Extract<Understanding, { is: "asks" }>["asked"],
  question: string,
  choices: readonly Choice[] = [],
): Understanding => ({ is: "asks", asked, question, choices: choices.slice(0, MOST_CHOICES) });

/** What is asked for, with its slots. */
export const done = (intent: Intent, slots: Slots, assumed: string[] = []): Understanding => ({
  is: "intent",
  intent,
  slots,
  assumed,
});

/** What a case is called among others. */
export const labelOf = ({ name, postingTitle, stageName }: KnownCase): string =>
  [name, stageName, postingTitle].filter((part) => part !== "").join(", ");
