/** A text without who it is about: names and pronouns of the candidate away, so that nothing is chosen or refused by them. */

/** Which words stand for the candidate. */
type Manner = "they" | "she" | "he";

/** Puts neutral words for the candidate's name, and pronouns of one manner for all. */
export type Neutralise = (text: string, manner?: Manner) => string;

const SUBJECTS: Record<Manner, string> = { they: "they", she: "she", he: "he" };
const OTHERS: Record<Manner, string> = { they: "their", she: "her", he: "his" };
const SELVES: Record<Manner, string> = { they: "themselves", she: "herself", he: "himself" };

const SUBJECT = /\b(?:he|she|they)\b/gi;
const OTHER = /\b(?:him|her|them|his|hers|their|theirs)\b/gi;
const SELF = /\b(?:himself|herself|themselves|themself)\b/gi;
const TITLE = /\b(?:mr|mrs|ms|miss|mx|herr|frau)\b\.?\s+(?=\p{Lu}|\p{Lo}|the candidate)/giu;

const escape = (word: string): string => word.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** As a name is written: what is given small is taken large, and single letters say nothing. */
const tokensOf = (name: string): string[] =>
  [...new Set(name.split(/[\s,;()"“”]+/))]
    .map((part) => part.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ""))
    .filter((part) => part.length > 1)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .toSorted((one, other) => other.length - one.length);

const patternOf = (name: string): RegExp | null => {
  const tokens = tokensOf(name);
  if (tokens.length === 0) return null;
  const one = `(?:${tokens.map(escape).join("|")})`;
  const between = `(?:-|\\s+(?:\\p{Lu}\\.?\\s+)?)`;
  return new RegExp(`(?<![\\p{L}\\p{N}])${one}(?:${between}${one})*(?![\\p{L}\\p{N}])`, "gu");
};

/** For one candidate. */
export const neutraliser = (candidateName: string): Neutralise => {
  const pattern = patternOf(candidateName);
  return (text, manner = "they") =>
    (pattern ? text.replaceAll(pattern, "the candidate") : text)
      .replaceAll(TITLE, "")
      .replaceAll(SUBJECT, SUBJECTS[manner])
      .replaceAll(OTHER, OTHERS[manner])
      .replaceAll(SELF, SELVES[manner]);
};

/** The same text in each manner; one alone when it has no pronoun. */
export const inAllManners = (text: string, neutralise: Neutralise): string[] => {
  const manners: readonly Manner[] = ["they", "she", "he"];
  return [...new Set(manners.map((manner) => neutralise(text, manner)))];
};
