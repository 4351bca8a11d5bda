/** A text without who it is about: names and pronouns of the candidate away, so that nothing is chosen or refused by them. */

import { ownNamePattern } from "../../src/documents/own-name.ts";

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
const TITLE =
  /\b(?:mr|mrs|ms|miss|mx|herr|frau)\b\.?\s+(?=\p{Lu}|\p{Lo}|the candidate)|\b(?:dr|prof|professor|sir)\b\.?\s+(?=the candidate)/giu;

type Where = "in a document" | "in talk";

/** Puts "the candidate" for the candidate's name, with its title. The pronouns stand. */
export const unnamer = (candidateName: string, where: Where): ((text: string) => string) => {
  const pattern = ownNamePattern(candidateName, where);
  return (text) =>
    (pattern ? text.replaceAll(pattern, "the candidate") : text).replaceAll(TITLE, "");
};

/** For one candidate: in a resume or a posting, or in what people say of people, where a part of the name is the name. */
export const neutraliser = (candidateName: string, where: Where = "in a document"): Neutralise => {
  const unnamed = unnamer(candidateName, where);
  return (text, manner = "they") =>
    unnamed(text)
      .replaceAll(SUBJECT, SUBJECTS[manner])
      .replaceAll(OTHER, OTHERS[manner])
      .replaceAll(SELF, SELVES[manner]);
};

/** The same text in each manner; one alone when it has no pronoun. */
export const inAllManners = (text: string, neutralise: Neutralise): string[] => {
  const manners: readonly Manner[] = ["they", "she", "he"];
  return [...new Set(manners.map((manner) => neutralise(text, manner)))];
};
