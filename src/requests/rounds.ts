/** Rounds that a request names: stages of Lever, sessions of plans, and what such are called anywhere. Somebody who is to go to one is
 * moved on, which people decide; and what is done to one is done to no other. */
import { PLAIN_WORDS } from "./plain-words.ts";
import { fold, wordsOf } from "./words.ts";

/** What rounds are called wherever people interview. */
const GENERIC = new Set(["onsite", "screen", "panel", "technical", "final", "phone"]);
/** What people are moved on to. */
const ONWARDS = new Set([
  "offer",
  "offers",
  "hire",
  "hired",
  "reference",
  "loop",
  "round",
  "rounds",
]);
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "on-site": "onsite",
    screening: "screen",
    tech: "technical",
    finals: "final",
    loop: "onsite",
    panels: "panel",
    onsites: "onsite",
    screens: "screen",
  }),
);
/** Of no round by itself. */
const OF_ANY = new Set(["interview", "interviews", "call", "session", "meeting", "chat", "hiring"]);
const WHICH =
  /^(?:first|second|third|fourth|fifth|last|final|other|previous|\d+(?:st|nd|rd|th)?)$/u;
const THING = /^(?:round|stage|step|interview|session|call|screen|loop)$/u;

const meant = (word: string): string => SAME.get(word) ?? word;

/** Words by which a round is told from others. */
const tellingIn = (name: string): string[] =>
  wordsOf(name)
    .map(({ folded }) => meant(folded))
    .filter((word) => word.length > 2 && !OF_ANY.has(word));

interface Round {
  words: string;
  start: number;
}

/** All that are named. Shape: in the order of the text, in our own spelling. */
export const roundsIn = (masked: string, stages: readonly string[]): Round[] => {
  const text = masked.replaceAll(/\bon[ -]site\b/gu, (found) => "onsite".padEnd(found.length));
  const words = wordsOf(text);
  const telling = new Set(
    stages.flatMap(tellingIn).filter((word) => !PLAIN_WORDS.has(word) && !/^\d/u.test(word)),
  );
  const named = words.flatMap(({ folded, start }, index) => {
    const word = meant(folded);
    if (THING.test(folded) && WHICH.test(words[index - 1]?.folded ?? "")) {
      return [
        { words: `${words[index - 1]?.folded} ${folded}`, start: words[index - 1]?.start ?? 0 },
      ];
    }
    return GENERIC.has(word) || telling.has(word) ? [{ words: word, start }] : [];
  });
  return [...named, ...phrasesIn(text, stages)].toSorted((one, other) => one.start - other.start);
};

/** Names of several everyday words. */
const phrasesIn = (text: string, stages: readonly string[]): Round[] =>
  stages.flatMap((stage) => {
    const name = fold(stage);
    const start = /\s/u.test(name.trim()) ? ` ${text} `.indexOf(` ${name} `) : -1;
    return start === -1 ? [] : [{ words: name, start }];
  });

/** Right behind these a round is meant, and not a panel of people. */
const OF_ROUND =
  /(?:\b(?:for|of|from|in|at|after|on|by)(?: (?:the|a|an|our|her|his|their|this|that|all|all the|last|#|#'s|@'s|@))*|[@#]'s?) $/u;

/** Rounds of which something is asked, by all of what tells them. Shape: null where none is named; `found`: all that may be meant. */
export const roundAsked = (
  masked: string,
  names: readonly string[],
): { words: string; found: readonly string[] } | null => {
  const rounds = roundsIn(masked, names);
  const first = rounds.find(({ start }) => OF_ROUND.test(masked.slice(0, start)));
  if (!first) return null;
  const said = rounds.filter(({ start }) => start >= first.start && start <= first.start + NEAR);
  const words = [
    ...new Set(said.flatMap((round) => wordsOf(round.words).map(({ folded }) => folded))),
  ];
  if (words.every((word) => word === "panel")) return null;
  const whole = names.filter((name) => said.some((round) => round.words === fold(name)));
  const telling = words.map(meant).filter((word) => !OF_ANY.has(word));
  const found = names.filter((name) => {
    const own = new Set(tellingIn(name));
    return telling.every((word) => own.has(word));
  });
  return { words: words.join(" "), found: whole.length > 0 ? whole : found };
};

/** So near to the first word of a round its other words stand. Units: UTF-16. */
const NEAR = 30;

/** Whether somebody is to be moved to a round, not to a time. */
export const isMoveToRound = (masked: string, stages: readonly string[]): boolean => {
  if (/\b(?:stages?|steps?|levels?)\b/u.test(masked)) return true;
  const places = [
    ...roundsIn(masked, stages).map(({ start }) => start),
    ...wordsOf(masked).flatMap(({ folded, start }) => (ONWARDS.has(folded) ? [start] : [])),
    ...[...masked.matchAll(/\binterviews?(?=\s*(?:please|now|$|[.!?,]))/gu)].map(
      ({ index }) => index,
    ),
  ];
  return places.some((start) =>
    /\b(?:to|into|onto|through|towards?|in|up)\s+(?:(?:the|a|an|our|her|his|their|next|last|first|second|third|final|#|#'s)\s+)*$/u.test(
      masked.slice(0, start),
    ),
  );
};

/** A round that is named and is not this one. Shape: null when there is none. */
export const otherRound = (
  masked: string,
  { stages, own }: { stages: readonly string[]; own: string },
): string | null => {
  const known = new Set(wordsOf(own).map(({ folded }) => meant(folded)));
  const isOwn = ({ words }: Round): boolean =>
    wordsOf(words).every(({ folded }) => known.has(meant(folded)));
  return roundsIn(masked, stages).find((round) => !isOwn(round))?.words ?? null;
};
