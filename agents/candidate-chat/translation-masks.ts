/** Facts of a sentence that no model is given to translate: numbers, dates, times, zones, addresses and names stand in it as `[[1]]`,
 * and code puts them back. Pure. */

/** A sentence without its facts. */
export interface Masked {
  text: string;
  /** What stands for `[[1]]`, `[[2]]` and so on. */
  values: readonly string[];
}

/** What is hidden by name, and in which language the sentence is. */
export interface MaskBy {
  /** Of people, of the company, of what it has named. */
  names: readonly string[];
  /** BCP 47. */
  language: string;
}

export const PLACEHOLDER = /\[\[\d+\]\]/g;

/** Null: what looks like a placeholder stands in it already. */
export const maskFacts = (sentence: string, by: MaskBy): Masked | null => {
  if (/\[\[|\]\]/.test(sentence)) return null;
  const values: string[] = [];
  const text = sentence.replaceAll(factsOf(by), (found, ...rest: unknown[]) => {
    const at = rest.find((each) => typeof each === "number") ?? 0;
    const before = sentence.slice(0, at);
    if (!isFact(found, { before, ...by })) return found;
    values.push(found);
    return `[[${values.length}]]`;
  });
  return { text, values };
};

/** Expects each placeholder to have a value. */
export const putFactsBack = (text: string, { values }: Masked): string =>
  text.replaceAll(PLACEHOLDER, (found) => values[Number(found.slice(2, -2)) - 1] ?? found);

/** Whether times stand in the order of the source's, and names in that of its names: “from 08:30 to 18:00” is not turned about. */
export const keepsOrder = (text: string, { values }: Masked): boolean => {
  const told = (text.match(PLACEHOLDER) ?? []).map((found) => Number(found.slice(2, -2)));
  const isNumber = (place: number): boolean => /\p{N}/u.test(values[place - 1] ?? "");
  return [told.filter(isNumber), told.filter((place) => !isNumber(place))].every((places) =>
    places.every((place, at) => at === 0 || (places[at - 1] ?? 0) < place),
  );
};

const ADDRESS = String.raw`(?:https?:\/\/|www\.|mailto:|tel:)[^\s<>"”)]*[^\s<>"”).,;:!?]|[\p{L}\p{N}.+_-]+@[\p{L}\p{N}.-]+[\p{L}\p{N}]|(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|test|example|io|eu|de|fr|es|it|pt|nl|pl|uk|ch|at)(?![\p{L}\p{N}])(?:\/[^\s<>"”)]*)?`;
const SUMS = String.raw`(?:[€$£¥]\s?)?[+(]{0,2}\p{N}+(?:[.,:'’\/()+ \u00a0-]{1,2}\p{N}+)*(?:st|nd|rd|th|h)?(?![\p{L}\p{N}])(?:\s?[€$£¥%])?`;
const CLOCK = String.raw`(?<=\p{N}\s?)[ap]\.?m\.?(?!\p{L})|(?:GMT|UTC|CET|CEST|BST|EST|EDT|PST|PDT)(?:[+-]\p{N}{1,2}(?::\p{N}{2})?)?`;
/** What stands in brackets behind a time. */
const ZONE = String.raw`\s?\([^()]{1,50}\)`;
const BETWEEN = String.raw`[\s,.–—-]{1,3}`;
/** Capitals within an English sentence begin a name. */
const NAMED = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’&-]*(?:\s(?:(?:d[aeiou]s?|del|la|van|von|of)\s)?\p{Lu}[\p{L}\p{M}\p{N}'’&-]*)*`;

/** By language and names, each built once. */
const built = new Map<string, RegExp>();
const MOST_BUILT = 200;

const factsOf = ({ names, language }: MaskBy): RegExp => {
  const key = JSON.stringify([language, names]);
  const known = built.get(key);
  if (known) return known;
  const given = [...new Set(names.map((name) => name.trim()))].filter((name) => name.length > 1);
  const longestFirst = given
    .toSorted((one, other) => other.length - one.length)
    .map((word) => RegExp.escape(word));
  const dated = `(?:${daysAndMonths(language)
    .map((word) => RegExp.escape(word))
    .join("|")})(?!\\p{L})(?:\\.(?=\\s*[\\p{L}\\p{N},]))?`;
  const part = `(?:${dated}|${SUMS}|${CLOCK})`;
  const parts = [
    ADDRESS,
    ...(longestFirst.length > 0 ? [`(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`] : []),
    `${part}(?:${BETWEEN}${part})*(?:${ZONE})?`,
    ...(language === "en" ? [NAMED] : []),
  ];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join("|")})`, "gu");
  if (built.size >= MOST_BUILT) built.clear();
  built.set(key, pattern);
  return pattern;
};

const daysOf = new Map<string, readonly string[]>();

/** As the language writes them, with a capital and without; the longest first. */
const daysAndMonths = (language: string): readonly string[] => {
  const known = daysOf.get(language) ?? writtenDays(language);
  daysOf.set(language, known);
  return known;
};

const writtenDays = (language: string): string[] => {
  const words = (options: Intl.DateTimeFormatOptions, count: number, step: number): string[] =>
    Array.from({ length: count }, (_, at) =>
      new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(
        // 5 January 2026 is a Monday.
        Temporal.Instant.from("2026-01-05T12:00:00Z").add({ hours: 24 * step * at }),
      ),
    );
  const all = [
    ...words({ weekday: "long" }, 7, 1),
    ...words({ weekday: "short" }, 7, 1),
    ...words({ month: "long" }, 12, 30.5),
    ...words({ month: "short" }, 12, 30.5),
  ].map((word) => word.replace(/\.$/, ""));
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return [...new Set(all.flatMap((word) => [word, capital(word)]))]
    .filter((word) => /^\p{L}{2,}/u.test(word))
    .toSorted((one, other) => other.length - one.length);
};

/** English words that are no name of a month or a day by themselves. */
const DOUBTFUL = new Set([
  "may",
  "march",
  "mar",
  "sun",
  "sat",
  "wed",
  "mon",
  "jan",
  "dec",
  "am",
  "pm",
]);

const isFact = (
  found: string,
  { before, names, language }: MaskBy & { before: string },
): boolean => {
  if (/\p{N}|[@/]/u.test(found) || names.includes(found)) return true;
  if (language !== "en") return found.length > 3;
  const words = found.split(/[\s,.]+/).filter((word) => /^\p{Lu}/u.test(word));
  const lower = words.map((word) => word.toLowerCase());
  if (lower.some((word) => DOUBTFUL.has(word) || ORDINARY.has(word))) return false;
  // At the beginning of a sentence, or of what is quoted or listed, any word has a capital.
  const isFirst = /(?:^|[:.!?“"(„«–—-])\s*$/u.test(before);
  return !isFirst || daysAndMonths("en").includes(found.replace(/[.,]$/, ""));
};

/** Words that are no names though they have a capital. */
const ORDINARY = new Set(
  "i i'm i'll i've i'd not no never must may can a the you we it do does nothing nobody all please english german french spanish italian portuguese dutch polish chinese japanese".split(
    " ",
  ),
);
