/** Which of their own interviews, and whom of those that they meet, a candidate's words name: what is known of the job, or of interviews at
 * large, is not of these. */
import { NAMES_THAT_ARE_WORDS } from "../../src/domain/names-that-are-words.ts";

/** One of the candidate's own interviews. */
export interface OwnInterview {
  name: string;
  /** Names of whom they meet there. */
  people: readonly string[];
}

/** Words that names of interviews share. */
const SHARED = /\b(?:the|interviews?|rounds?|sessions?|calls?|meetings?|conversations?|with)\b/gi;
/** In the place of a name: what is asked of it is asked of an interview. */
const ANY = "the interview";

/** The interviews that a line names, and the line with “the interview” for each name. */
export const interviewsNamed = (
  line: string,
  interviews: readonly OwnInterview[],
): { named: readonly OwnInterview[]; line: string } => {
  let rest = line;
  const longestFirst = interviews.toSorted((one, other) => other.name.length - one.name.length);
  const named = longestFirst.filter(({ name }) => {
    const pattern = patternOf(name);
    const without = pattern === null ? rest : rest.replaceAll(pattern, ANY);
    const isNamed = without !== rest;
    rest = without;
    return isNamed;
  });
  return { named: interviews.filter((each) => named.includes(each)), line: rest };
};

const ORDERS = ["first", "second", "third", "fourth", "fifth"];
const BY_ORDER =
  /\b(?:(?:the|my|our) )?(?<order>first|second|third|fourth|fifth|last|final) (?:interview|one|call|conversation|session|talk)\b/i;

/** The one that a line names by its place among several, and the line with “the interview” for it. Shape: null where there is none. */
export const interviewByOrder = (
  line: string,
  interviews: readonly OwnInterview[],
): { named: readonly OwnInterview[]; line: string } | null => {
  const order = BY_ORDER.exec(line)?.groups?.["order"]?.toLowerCase();
  if (order === undefined || interviews.length < 2) return null;
  const one = interviews.at(ORDERS.indexOf(order));
  return one ? { named: [one], line: line.replace(BY_ORDER, ANY) } : null;
};

const patternOf = (name: string): RegExp | null => {
  const words = name.replaceAll(SHARED, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.join("").length < 3) return null;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:the|my|our|a) )?${words.join("[^\\p{L}\\p{N}]{1,3}")}(?: (?:interview|round|session|call|part|one))?(?![\\p{L}\\p{N}])`,
    "giu",
  );
};

/** Those of the names that a line has a part of; what is a word as well only with a capital, and not first in a sentence. */
export const peopleNamed = (line: string, met: readonly string[]): string[] => {
  const words = new Set(line.match(/(?<=\S )\p{Lu}\p{L}*/gu)?.map((each) => each.toLowerCase()));
  for (const word of line.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (!NAMES_THAT_ARE_WORDS.has(word)) words.add(word);
  }
  return met.filter((name) =>
    (name.toLowerCase().match(/\p{L}{3,}/gu) ?? []).some(
      (part) => words.has(part) || words.has(`${part}s`),
    ),
  );
};
