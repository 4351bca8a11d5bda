/** What is left of a request beside whom it names, its cue and the words that carry nothing. */
import { intentIn } from "./cues.ts";
import { PLAIN_WORDS, isOfTime } from "./plain-words.ts";
import type { Reading } from "./read-request.ts";
import { wordsOf, wordsOfPattern } from "./words.ts";

/** Words that carry nothing where somebody asks for something. */
const FILLERS = new Set(
  `please pls plz kindly can could would will you u we i need needs to want wants like lets let let's us the a an her his their its my our
interview interviews onsite on-site screen screening phone call loop session slot slots meeting meetings appointment appointments booking
candidate candidates for of with about again anew new fresh time times hi hey hello hallo dear convene thanks thank thx ty cheers ok okay just now it this that role
position job posting feedback form forms scorecard scorecards brief briefs briefing notes note comments comment asap quickly
everything whole all out one more once some somebody someone else other another find get look send me up interviewer panel place in stage round
still yet submit fill hand write needed moved owed owes before after has have is are and be by team been due missing outstanding overdue reminder remind
replacement substitute who takes over instead date dates available right away today video technical final first second mind`.split(
    /\s+/u,
  ),
);

/** Without the fillers that the grammar of time needs: `by`, `before`, `after`, `today`, `first`. */
const TIME_FILLERS = new Set([
  "to",
  "before",
  "after",
  "today",
  "by",
  "on",
  "first",
  "second",
  "now",
  "asap",
  "other",
  "another",
  "in",
  "of",
  "all",
  "and",
  "final",
]);

const NAMED =
  /(?:\b(?:with|for|of|on|by|about|from|to|using|including)\s+)?(?:the\s+)?[@#](?:'s?)?/gu;

/** From a day is from then on, and away from it is at another time. */
const AWAY =
  /\b(?:away from|off of|out of|off)\b(?= (?:the )?(?:mon|tue|wed|thu|fri|sat|sun|\d|next|tomorrow|today|this))/iu;

/** In the words that the grammar of time knows. */
export const withoutAway = (text: string): string => text.replace(AWAY, "not on");

type Said = Pick<Reading, "masked" | "stage">;

/** What is said beside whom it names, its cue, and the stage. */
export const besideOf = ({ masked, stage }: Said): string => {
  const cue = intentIn(masked);
  const without = cue
    ? `${masked.slice(0, cue.start)} ${verbless(masked.slice(cue.start, cue.end))} ${masked.slice(cue.end)}`
    : masked;
  return keepWords(withoutAway(without.replaceAll(NAMED, " ")), (word) => !stage.has(word));
};

/** What is left, for the grammar of time to read. Nothing of it is understood yet. */
export const restOf = (said: Said): string => keepWords(besideOf(said), (word) => !isFiller(word));

/** A cue may have days in it, such as `why was tuesday not`: these stay. */
const verbless = (cue: string): string =>
  keepWords(cue, (word) => WHEN_WORDS.test(word)).replaceAll(/[^\p{L}\p{N}:.\- ]/gu, " ");

const WHEN_WORDS =
  /^(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d|morning|afternoon|evening|noon|midday|yesterday|tomorrow|today|next|this|week|at|am|pm|to|after|before|between|on|the|later|earlier)/u;

/** What is said of a time that was or was not offered. */
const OF_OFFERS =
  /^(?:offer\w*|suggest\w*|propos\w*|possible|impossible|work\w*|available|chosen|choose|picked|pick|options?|an|there|did|do|does|was|were|wasn't|isn't|didn't|couldn't|can't|get|got|given|give|shown|found|considered|consider\w*|listed|among|slots?|left|out|ok|okay|fit|fits|good|free|for|you|not|no|never|why|what|wrong|with|problem|is|he|she|they|meet|met|interviewed?|any|anything|nothing|none|have|had|been|be|use[ds]?|taken|schedul\w*|book\w*)$/u;

/** All words that carry nothing, or tell of offers. */
export const wordsOfRest = (): string[] => [
  ...FILLERS,
  ...TIME_FILLERS,
  ...wordsOfPattern(OF_OFFERS),
];

/** `this morning` is of today, where `this` alone carries nothing. */
const THIS =
  /\bthis (?=(?:mon|tue|wed|thu|fri|sat|sun|week|month|morning|noon|afternoon|evening))/gu;

/** The same of a question why: days and hours alone. */
export const restOfWhy = ({ masked, stage }: Pick<Reading, "masked" | "stage">): string =>
  keepWords(
    restOf({ masked: masked.replaceAll(THIS, "this-"), stage }),
    (word) => !OF_OFFERS.test(word),
  ).replaceAll("this-", "this ");

const isFiller = (word: string): boolean => FILLERS.has(word) && !TIME_FILLERS.has(word);

const keepWords = (text: string, isKept: (word: string) => boolean): string => {
  let out = "";
  let at = 0;
  for (const { start, end, folded } of wordsOf(text)) {
    if (isKept(folded)) continue;
    out += text.slice(at, start);
    at = text.startsWith("'s", end) ? end + 2 : end;
  }
  return (out + text.slice(at)).replaceAll(/\s+/gu, " ").trim();
};

/** What is left but signs and words between words. Shape: empty when all of it is understood. */
export const oddIn = (rest: string): string =>
  wordsOf(rest)
    .map(({ folded }) => folded)
    .filter((word) => !TIME_FILLERS.has(word) && !FILLERS.has(word))
    .join(" ");

/** Whether a word is left that may be a name. */
export const hasOddName = (reading: Reading): boolean =>
  oddIn(restOf(reading))
    .split(" ")
    .some((word) => /^\p{L}/u.test(word) && !PLAIN_WORDS.has(word) && !isOfTime(word));

/** A word that stands where a name would, of nobody and nothing that is known. Shape: null when there is none. */
export const unknownName = ({ masked, text, mentions, posting }: Reading): string | null => {
  const words = wordsOf(text);
  const isTaken = ({ start, end }: { start: number; end: number }): boolean =>
    [...mentions, ...(posting ? [posting] : [])].some(
      (each) => each.start < end && start < each.end,
    );
  const known = new Set(wordsOf(masked).map(({ folded }) => folded));
  for (const [index, word] of words.entries()) {
    if (isTaken(word) || PLAIN_WORDS.has(word.folded) || FILLERS.has(word.folded)) continue;
    if (WHEN_WORDS.test(word.folded) || !known.has(word.folded)) continue;
    const previous = words[index - 1]?.folded ?? "";
    const before = previous === "the" ? (words[index - 2]?.folded ?? "") : previous;
    const isCapital = /^\p{Lu}/u.test(word.text) && index > 0;
    const isBehind = /^(?:for|of|about|from|with|is|does|has)$/u.test(before);
    if (isCapital || isBehind) return word.text;
  }
  return null;
};

/** Whether a name goes on in a word that is not of it: then somebody else is meant, who has one name with whoever was found. */
export const isPartOfOther = (
  { text, mentions, posting }: Reading,
  { end }: { end: number },
): boolean => {
  const [next] = wordsOf(text).filter(({ start }) => start >= end);
  if (!next || !/^ +$/u.test(text.slice(end, next.start))) return false;
  const isTaken = [...mentions, ...(posting ? [posting] : [])].some(
    (each) => each.start < next.end && next.start < each.end,
  );
  const { folded } = next;
  const isOurs = PLAIN_WORDS.has(folded) || FILLERS.has(folded) || WHEN_WORDS.test(folded);
  return !isTaken && !isOurs && /^\p{Lu}/u.test(next.text);
};
