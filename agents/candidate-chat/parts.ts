/** Where one question of a message ends and the next begins. Of English. */

/** So many parts of one message are answered. */
const MOST_PARTS = 6;

const BETWEEN_PARTS =
  /(?<=[?!;])\s+|(?<=[^\s.]{2}\.)\s+|\s+(?=\d[).] )|,? (?:and|but|also|plus) (?=(?:also |then )?(?:whether|if|is|are|am|do|does|did|can|could|may|will|would|should|what|whats|when|where|who|how|which)\b)|,? (?:and|but|also|plus|then) (?=(?:also |then |please |kindly )*(?:please|send|tell|give|add|let (?!us|me)|make sure|ask|book|arrange|inform|note|call|show|explain|update|forward)\b)|, (?=please\b)|,? and (?=i(?:'m| (?:have|need|want|used|am|was|work|worked|know|would like))\b)/i;
const ASKS =
  /\?|^\W*(?:(?:hi|hello|hey|so|and|also|ok|then|sorry|please|\d)\W+)*(?:is|are|am|do|does|did|can|could|may|will|would|should|whats?|when|where|who|how|which|why|whether)\b/i;
/** It only leads to a question. */
const LEADS =
  /\b(?:help me|ask (?:you )?(?:something|a|some|one|two|another)|(?:have|got) (?:\w+ ){0,2}questions?)\b/i;

/** Whether it asks, and does not only lead to what is asked. */
export const isAsking = (part: string): boolean => ASKS.test(part) && !LEADS.test(part);

/** It only leads to a question. */
export const isLeading = (part: string): boolean => LEADS.test(part);

const ORDERS =
  /^\W*(?:(?:and|also|but|then|please|kindly|just|so)\W+)*(?:send|tell|give|add|let|make|ask|book|arrange|inform|notify|note|call|show|explain|change|update|correct|forward|put|order|fix|remind|provide|share|reserve)\b|\bplease\b|\bi(?:'d| would)? (?:need|want|like|love|require)\b/i;
const DEEDS =
  /^\W*(?:(?:and|also|but|then|please|kindly|just|so)\W+)*(?:add|tell (?!me|us)|inform (?!me|us)|notify (?!me|us)|let (?!me|us)[\w ]+ know|make sure|ask (?!me|us)|arrange|reserve|forward|correct|fix|update|order|put)\b/i;

/** Whether it wants something. */
export const isOrder = (part: string): boolean => ORDERS.test(part);

/** Whether it wants something to be done, which to tell of it does not do. */
export const isDeed = (part: string): boolean => DEEDS.test(part);

/** A message that asks several things, in parts. */
export const partsOf = (line: string): string[] => {
  const parts = line
    .split(BETWEEN_PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const rest = parts.slice(MOST_PARTS - 1);
  return rest.length > 1 ? [...parts.slice(0, MOST_PARTS - 1), rest.join(" ")] : parts;
};
