/** Where one question of a message ends and the next begins. Of English. */

/** So many parts of one message are answered. */
const MOST_PARTS = 6;

const BETWEEN_PARTS =
  /(?<=[?!;])\s+|(?<=[^\s.]{2}\.)\s+|\s+(?=\d[).] )|,? (?:and|but|also|plus) (?=(?:also |then )?(?:whether|if|is|are|am|do|does|did|can|could|may|will|would|should|what|whats|when|where|who|how|which)\b)/i;
const ASKS =
  /\?|^\W*(?:(?:hi|hello|hey|so|and|also|ok|then|sorry|please|\d)\W+)*(?:is|are|am|do|does|did|can|could|may|will|would|should|whats?|when|where|who|how|which|why|whether)\b/i;
/** It only leads to a question. */
const LEADS =
  /\b(?:help me|ask (?:you )?(?:something|a|some|one|two|another)|(?:have|got) (?:\w+ ){0,2}questions?)\b/i;

/** Whether it asks, and does not only lead to what is asked. */
export const isAsking = (part: string): boolean => ASKS.test(part) && !LEADS.test(part);

/** A message that asks several things, in parts. */
export const partsOf = (line: string): string[] => {
  const parts = line
    .split(BETWEEN_PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const rest = parts.slice(MOST_PARTS - 1);
  return rest.length > 1 ? [...parts.slice(0, MOST_PARTS - 1), rest.join(" ")] : parts;
};
