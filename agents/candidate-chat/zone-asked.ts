/** In which other place's time something is asked: “what time is it in New York?”. Of English; places as they are read elsewhere. */
import {
  ABBREVIATIONS,
  ONLY_BEFORE_TIME,
  placeZones,
} from "../../src/language/constraints/zones.ts";

/** `zone` null: a place is named of which no single zone is known. */
export interface ZoneAsked {
  zone: string | null;
}

const places = placeZones();

const ASKS_TIME =
  /\b(?:what time|what hour|when|how late|which time|(?:what|which) (?:day|date)|the time|that time|(?<![\p{L}] )time)\b/iu;
const IN_PLACE = /\bin (?:the )?(?<rest>\p{L}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*){0,2})/giu;
const PLACE_TIME =
  /(?<rest>\p{L}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*){0,2}) (?:standard |daylight )?time\b/giu;
/** What follows “in” and is no place. */
const NO_PLACE =
  /^(?:my|your|our|their|his|her|its|this|that|these|a|an|one|two|total|local|person|which|what|whose|advance|case|general|detail|full|short|fact|order|time|touch|english|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|spring|summer|autumn|winter|morning|afternoon|evening|minutes|hours|days|weeks|office|building|calendar|invitation|mail|e-?mail|front|person|zoom|teams|google|slack|outlook|skype|webex|meet|german|french|spanish|portuguese|italian|dutch|polish|and|or|it|is|be|do|interview|meeting|video|call|zone)$/i;
/** Longest name of a place, in words. */
const MOST_WORDS = 3;

/** Null where no other place's time is asked. */
export const zoneAsked = (line: string): ZoneAsked | null => {
  if (!ASKS_TIME.test(line)) return null;
  for (const { groups } of line.matchAll(PLACE_TIME)) {
    const words = (groups?.["rest"] ?? "").split(" ");
    for (let from = 0; from < words.length; from++) {
      const zone = zoneOf(words.slice(from).join(" "), true);
      if (zone !== undefined) return { zone };
    }
  }
  for (const { groups } of line.matchAll(IN_PLACE)) {
    const words = (groups?.["rest"] ?? "").split(" ");
    const known = prefixes(words).flatMap((name) => zoneOf(name, false) ?? []);
    if (known[0] !== undefined) return { zone: known[0] };
    if (prefixes(words).some((name) => isAmbiguous(name)) || isUnknown(words, line)) {
      return { zone: null };
    }
  }
  return null;
};

const prefixes = (words: readonly string[]): string[] =>
  words.slice(0, MOST_WORDS).map((_, index) => words.slice(0, MOST_WORDS - index).join(" "));

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}|\.|'s$/gu, "")
    .replace(/^the /, "");

const zoneOf = (name: string, isBeforeTime: boolean): string | undefined => {
  const place = plain(name);
  const zones = ABBREVIATIONS[place];
  if (zones?.length === 1 && isAbbreviation(name)) return zones[0];
  return isBeforeTime || !ONLY_BEFORE_TIME.has(place) ? places.get(place) : undefined;
};

const isAmbiguous = (name: string): boolean =>
  isAbbreviation(name) && (ABBREVIATIONS[plain(name)]?.length ?? 0) > 1;

/** “eat”, “west” and “pt” are words as well. */
const isAbbreviation = (name: string): boolean => /^(?:\p{Lu}+|utc|gmt|cet|cest)$/u.test(name);

/** A name of a place by its capital, or what “what time is it in …” ends with. */
const isUnknown = ([first = ""]: readonly string[], line: string): boolean => {
  if (NO_PLACE.test(first)) return false;
  const isNamed = /^\p{Lu}/u.test(first) && line !== line.toUpperCase();
  return (
    isNamed || /\bwhat(?:'s the| is the)? time (?:is|will|would) (?:it|that|this)\b/i.test(line)
  );
};
