/** A question back, with choices of whom the asker may see. */
import type { Choice, KnownCase, Understanding } from "./understanding.ts";

const MOST_CHOICES = 6;

/** A question, with its choices. */
export const asks = (
  asked: Extract<Understanding, { is: "asks" }>["asked"],
  question: string,
  choices: readonly Choice[] = [],
): Understanding => ({ is: "asks", asked, question, choices: choices.slice(0, MOST_CHOICES) });

/** What a case is called among others. */
export const labelOf = ({ name, postingTitle, stageName }: KnownCase): string =>
  [name, stageName, postingTitle].filter((part) => part !== "").join(", ");
