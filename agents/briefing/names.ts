/** Names of employers and schools, as the resumes' entries have them. "Girls Who Code" and "Meadow Health" say nothing of a
 * person: what judges a sentence reads another name instead. Only what is put like a name is one, so that none opens a door. */
import type { BriefMaterial } from "./material.ts";
import { hasForeignMatter } from "./foreign-matter.ts";
import { ordersFound } from "./orders.ts";
import { PRIVATE, PRIVATE_IN_TALK } from "./private-matters.ts";

const LONGEST = 70;
const MOST_WORDS = 7;
const INSTEAD = "Norddata";

/** Words of names that are written small. */
const SMALL =
  /^(?:of|and|the|for|in|at|on|to|und|für|der|die|das|von|zu|am|im|de|des|du|da|do|dos|del|della|di|el|la|le|les|et|e|y|en|van|het|&|@|-|–)$/u;

/** What tells of a person and is no name, however it is written. */
const OF_A_PERSON =
  /\b(?:i|he|she|they|we|you|my|his|her|their|your|our|born|aged?|years? old|married|single|divorced|widow\w*|pregnan\w*|remission|diagnos\w*|users?|survivor|refugee|patient|native|(?:mother|father|mum|mom|dad|parent|carer|wife|husband) (?:of|for|to)|is|was|has|had|hire|please)\b|\b(?:19|20)\d\d\b/i;

/** Whether a text can be nothing but a name. */
export const isName = (text: string): boolean => {
  const words = text.trim().split(/\s+/);
  return (
    text.trim() !== "" &&
    text.length <= LONGEST &&
    words.length <= MOST_WORDS &&
    words.every((word) => SMALL.test(word) || /^[("'“‘]?[\p{Lu}\p{Lo}\p{N}]/u.test(word)) &&
    !/[.!?;:]\s/.test(text) &&
    !OF_A_PERSON.test(text) &&
    words.some((word) => !SMALL.test(word) && !PRIVATE.test(word) && !PRIVATE_IN_TALK.test(word)) &&
    !hasForeignMatter(text) &&
    ordersFound(text, "anybody").length === 0
  );
};

/** The names of all entries of the resumes. */
export const namesOf = ({ resume }: Pick<BriefMaterial, "resume">): string[] => [
  ...new Set(
    [
      ...resume.jobs.map(({ employer }) => employer),
      ...resume.education.map(({ school }) => school),
    ].flatMap((name) => (name !== null && isName(name.quoted) ? [name.quoted.trim()] : [])),
  ),
];

/** Puts one plain name for all of these. */
export const maskerOf = (names: readonly string[]): ((text: string) => string) => {
  const longestFirst = names.toSorted((one, other) => other.length - one.length);
  const written = longestFirst.map((name) => RegExp.escape(name).replaceAll("\\x20", "\\s+"));
  if (written.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return (text) => text.replaceAll(pattern, INSTEAD);
};
