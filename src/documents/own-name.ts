/** A person's own name in their documents: where it stands as the name, and where a word of it is a word like any other. Nobody has
 * Ruby because they are called so, and "Page load" is not Grace Page. */
import type { ReadDocument, Section } from "./shape.ts";
import { linesIn } from "./spans.ts";

const HONORIFIC = "(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|herr|frau)";
/** Of somebody, and of hardly any thing. */
const DOING =
  "(?:led|built|wrote|ran|made|joined|moved|worked|works|leads|manages|managed|owned|held|grew|taught|studied|lives|lived|speaks|brings|loves|enjoys|started|began|created|designed|developed|served|helped|became|spent|won|introduced|maintained|mentored|migrated|trained)";
/** After these a word is a thing, a place or a month. */
const BEFORE_THINGS = String.raw`(?<!\b(?:the|an?|our|your|in|into|via|using)\s+)`;

/** As a name is written: what is given small is taken large, what is given in capitals as a name too, and single letters say nothing.
 * Shape: the given name first. */
const partsOf = (name: string): string[] =>
  [...new Set(name.split(/[\s,;()"“”]+/))]
    .map((part) => part.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ""))
    .filter((part) => part.length > 1)
    .map((part) =>
      part.length > 2 && part === part.toUpperCase() ? capitalised(part.toLowerCase()) : part,
    )
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));

const capitalised = (name: string): string =>
  name.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

const anyOf = (parts: readonly string[]): string =>
  `(?:${parts
    .flatMap((part) => [part, part.toUpperCase()])
    .toSorted((one, other) => other.length - one.length)
    .map((part) => RegExp.escape(part))
    .join("|")})`;

/** In a document: the name in full, with an honorific, or as who does something. `in talk`: what people say of each other has its
 * parts alone as well. Null: a name without letters. */
export const ownNamePattern = (name: string, where: "in a document" | "in talk"): RegExp | null => {
  const parts = partsOf(name);
  const [first] = parts;
  if (first === undefined) return null;
  const one = anyOf(parts);
  const next = `(?:-|\\s+(?:\\p{Lu}\\.?\\s+)?)${one}`;
  const title = HONORIFIC.replaceAll(
    /\b([a-z])(?=[a-z])/g,
    (letter) => `[${letter}${letter.toUpperCase()}]`,
  );
  const forms = [
    `${one}(?:${next})+`,
    `(?<=(?<![\\p{L}])${title}\\.?\\s+)${one}`,
    `(?<=(?:^|[.!?:]\\s|[•*–-]\\s)\\s*)${anyOf([first])}(?=\\s+${DOING}\\b)`,
    ...(where === "in talk" ? [`${BEFORE_THINGS}${one}`] : []),
  ];
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "gmu");
};

/** Addresses and handles are no evidence of anything, whoever's they are. */
const CONTACT: readonly RegExp[] = [
  /\S+@\S*/gu,
  /\b[a-z][a-z\d+.-]*:\/\/\S+/giu,
  /\bwww\.\S+/giu,
  /\b(?!ASP\.NET\b)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|io|dev|me|co|ai|app|info|eu|de|uk|fr|at|ch|example|test)(?:\/\S*)?(?![\p{L}\p{N}])/giu,
  /\b(?:e-?mail|linkedin|github|gitlab|twitter|skype|mastodon|telegram|x|handle|blog|website)[^\S\n]*:[^\S\n]*\S+/giu,
  /^[^\S\n]*(?:(?:first|last|given|family|full|middle|maiden)?[- ]?name|surname|vorname|nachname)[^\S\n]*:.*$/gimu,
];

const MOST_HEAD_LINES = 4;
const MOST_NAME_WORDS = 5;

const blank = (found: string): string => found.replaceAll(/[^\n]/g, " ");

/** The text with white space where the person's own name and addresses stand. Shape: of the same length. */
export const withoutOwnName = (
  text: string,
  name: string,
  sections: readonly Section[] = [],
): string => {
  const pattern = ownNamePattern(name, "in a document");
  const plain = CONTACT.reduce(
    (left, rule) => left.replaceAll(rule, blank),
    withoutHead(text, name, sections),
  );
  return pattern ? plain.replaceAll(pattern, blank) : plain;
};

/** At the head a name stands in any form: in capitals, turned round, on two lines. */
const withoutHead = (text: string, name: string, sections: readonly Section[]): string => {
  const parts = new Set(partsOf(name).map((part) => part.toLowerCase()));
  const end = sections.find(({ title }) => title !== "")?.span.start ?? text.length;
  const head = linesIn(text)
    .filter((line) => line.text.trim() !== "" && line.start < end)
    .slice(0, MOST_HEAD_LINES);
  return head
    .filter((line) => {
      const words = line.text.toLowerCase().match(/\p{L}+(?:[-'’]\p{L}+)*/gu) ?? [];
      const own = words.filter((word) => parts.has(word)).length;
      return own > 0 && words.length <= MOST_NAME_WORDS && (own === words.length || own > 1);
    })
    .reduce(
      (left, line) => left.slice(0, line.start) + blank(line.text) + left.slice(line.end),
      text,
    );
};

/** The document as evidence of what somebody can do: skills count where they are no part of a name or an address. */
export const asEvidence = (document: ReadDocument, name: string): ReadDocument => {
  const text = withoutOwnName(document.text, name, document.sections);
  const isWhole = ({ start, end }: { start: number; end: number }): boolean =>
    text.slice(start, end) === document.text.slice(start, end);
  const skills = document.skills
    .map(({ skill, spans }) => ({ skill, spans: spans.filter(isWhole) }))
    .filter(({ spans }) => spans.length > 0);
  return { ...document, text, skills };
};
