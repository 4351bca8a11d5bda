/** Names of a job or a school in the lines that head it: who, and as what. What cannot be told is null, not guessed. */
import WORDS from "./title-words.json" with { type: "json" };
import { isSkillName } from "./find-skills.ts";
import { plainLetters } from "./month-names.ts";
import { isBesideNames } from "./places.ts";
import type { Entry } from "./shape.ts";

const TITLE_WORDS = new Set(WORDS.titles.split(" "));
const EMPLOYER_WORDS = new Set(WORDS.employers.split(" "));
const JOINED = new RegExp(`^(.*\\S)(?:\\s(?:${WORDS.joined})\\s|\\s?@\\s?)(.+)$`, "i");
const SEPARATORS = /\t|\s[|·•–—-]\s|\s{3,}|:\s/;
/** Inside a company. */
const DEPARTMENT = /\b(?:team|department|dept|division|unit|abteilung|bereich|equipe|equipo)\b/;
const LONGEST_NAME = 110;
const MOST_WORDS = 8;

/** A piece of a head that may be a name. */
export interface Part {
  text: string;
  /** What stands before it: "at" where it is said to be the employer, "," after a part of the same phrase, "line" at a line's
   * beginning, else "-". */
  after: "at" | "," | "-" | "line";
  /** Whether it is told apart from what somebody describes: by its place, or by what stands beside it. */
  isSure: boolean;
}

/** Lines as parts. `isSure`: whether all of them surely belong to the head. */
export const partsOf = (
  text: string,
  { kind, isSure }: { kind: Entry["kind"]; isSure: boolean },
): Part[] =>
  withoutBrackets(text)
    .split(SEPARATORS)
    .flatMap((phrase, at): Part[] => phraseParts(phrase, { kind, isSure, isFirst: at === 0 }));

const phraseParts = (
  phrase: string,
  { kind, isSure, isFirst }: { kind: Entry["kind"]; isSure: boolean; isFirst: boolean },
): Part[] => {
  const whole = clean(phrase);
  const after = isFirst ? "line" : "-";
  // Words that join a title and its employer are part of the names of schools.
  const [, title, employer] = kind === "job" ? (JOINED.exec(whole) ?? []) : [];
  if (title !== undefined && employer !== undefined) {
    const [named = ""] = splitComma(employer);
    const parts: Part[] = [
      { text: clean(title), after, isSure },
      { text: clean(named), after: "at", isSure: true },
    ];
    return parts.filter(({ text }) => isName(text));
  }
  if (kind === "job" && isBesideNames(whole)) return [];
  return splitComma(whole)
    .map((text, index): Part => ({ text: clean(text), after: index === 0 ? after : ",", isSure }))
    .filter(({ text }) => isName(text) && !(kind === "job" && isBesideNames(text)));
};

/** Brackets go with what in them is no name; other ones stay as they are: "Acme (UK) Ltd". */
const withoutBrackets = (text: string): string =>
  text.replaceAll(/\s?[([]([^()[\]]*)[)\]]/g, (whole, inside: string) => {
    const words = inside.split(",").map((part) => part.trim());
    const isEmpty = words.every((part) => part === "" || isBesideNames(part));
    return isEmpty && !/^\S/.test(text.slice(text.indexOf(whole) + whole.length).trim())
      ? " "
      : whole;
  });

const clean = (part: string): string => {
  const bare = part
    .replaceAll(/^[\s,;:|–—·•.-]+|[\s,;:|–—·•-]+$/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const opened = (bare.match(/[([]/g) ?? []).length;
  const closed = (bare.match(/[)\]]/g) ?? []).length;
  if (opened === closed) return bare;
  return clean(
    opened > closed ? bare.replace(/\s?[([](?=[^([]*$)/, " ") : bare.replace(/[)\]]/, " "),
  );
};

const isName = (part: string): boolean => /\p{L}/u.test(part) && part.length <= LONGEST_NAME;

/** "Engineer, Acme GmbH, Berlin", but not "Acme, Inc." */
const splitComma = (part: string): string[] => part.split(/,\s+(?!(?:inc|llc|ltd|s\.|gmbh|co)\b)/i);

/** The words of a text in plain letters. */
export const wordsOf = (part: string): string[] => plainLetters(part).match(/\p{L}+/gu) ?? [];

/** Whether a word of it is one of titles. */
export const isTitle = (part: string): boolean =>
  wordsOf(part).some((word) => TITLE_WORDS.has(word));

/** Whether a word of it is one of the names of employers. */
export const isEmployer = (part: string): boolean =>
  wordsOf(part.replaceAll(".", "")).some((word) => EMPLOYER_WORDS.has(word));

const SMALL = new Set(
  "of the and for de la le du des et und der die das für y e i van von di da do dos del al en in & + a".split(
    " ",
  ),
);

/** Whether it is written as names are, and not as what somebody did: "Red Cross", not "PostgreSQL query tuning". */
const looksLikeName = (part: string): boolean => {
  const words = part.split(/\s+/);
  const isWritten = words.every(
    (word) => /^[^\p{L}]*[\p{Lu}\p{Lo}\d]/u.test(word) || SMALL.has(word),
  );
  const isBrand = words.length === 1 && /^\p{Ll}[\p{L}\d.-]+$/u.test(part);
  return words.length <= MOST_WORDS && (isWritten || isBrand) && !isSkillName(part);
};

/** The names in these parts, in the order in which they stand. */
export const namesOf = (
  parts: readonly Part[],
  kind: Entry["kind"],
): Pick<Entry, "employer" | "title"> => {
  if (kind !== "school") return jobNames(parts);
  const texts = parts.map(({ text }) => text);
  const school = texts.find(isEmployer) ?? null;
  return { employer: school, title: texts.find((text) => text !== school) ?? null };
};

const jobNames = (parts: readonly Part[]): Pick<Entry, "employer" | "title"> => {
  const joined = parts.findIndex(({ after }) => after === "at");
  const [before, at] = [parts[joined - 1], parts[joined]];
  if (at) {
    const employer = isBesideNames(at.text) ? null : at.text;
    return { title: before?.text ?? null, employer };
  }
  const titled =
    parts.find(({ text }) => isTitle(text) && !isEmployer(text)) ??
    parts.find(({ text }) => isTitle(text));
  const others = parts.filter(
    (part) => part !== titled && !DEPARTMENT.test(plainLetters(part.text)),
  );
  const known = others.find(({ text }) => isEmployer(text));
  if (titled)
    return { title: titled.text, employer: (known ?? likelyIn(others, titled))?.text ?? null };
  const names = others.filter(({ text, isSure }) => isSure || looksLikeName(text));
  if (known) return { title: beside(known, names)?.text ?? null, employer: known.text };
  return byOrder(names);
};

/** What is not described but named. */
const likelyIn = (others: readonly Part[], titled: Part): Part | undefined =>
  others.find(
    ({ text, after }) => looksLikeName(text) || (after === "," && titled.isSure && isShort(text)),
  );

const isShort = (text: string): boolean => text.split(/\s+/).length <= 4 && !isSkillName(text);

const beside = (known: Part, names: readonly Part[]): Part | undefined =>
  names.find((part) => part !== known && looksLikeName(part.text));

/** Where no word is known the order decides within one line, "Barista, Starbucks" and "Starbucks — Barista", and nothing else. */
const byOrder = (names: readonly Part[]): Pick<Entry, "employer" | "title"> => {
  const [first, second] = names;
  if (first && second?.after === ",") return { title: first.text, employer: second.text };
  if (first && second?.after === "-") return { title: second.text, employer: first.text };
  return { title: null, employer: null };
};
