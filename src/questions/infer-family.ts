/** The job family of a role: by its title, else by what its text speaks of most. */
import type { Bank, Family } from "./bank-schema.ts";
import { mentionsIn } from "./mentions.ts";
import type { SetFinding } from "./question-set.ts";

export interface InferredFamily {
  value: Family | null;
  why: string;
  finding?: SetFinding;
}

interface Hit {
  family: Family;
  words: string[];
}

/** In a title the longest word tells most: a support engineer supports, a data engineer works with data. */
const longestOf = ({ words }: Hit): number => Math.max(0, ...words.map((word) => word.length));
const countOf = ({ words }: Hit): number => words.length;

/** The family that is ahead of all others; none when two are level. */
const ahead = (hits: readonly Hit[], measure: (hit: Hit) => number): Hit | undefined => {
  const [first, second] = hits.toSorted((one, two) => measure(two) - measure(one));
  if (first === undefined || measure(first) === 0) return undefined;
  return second !== undefined && measure(second) === measure(first) ? undefined : first;
};

const hitsIn = (plain: string, bank: Bank): Hit[] =>
  bank.families.map((family) => ({ family, words: mentionsIn(plain, family.words) }));

/** The family of plain texts (`plainText`), or none and a finding. */
export const inferFamily = (
  { title, text }: { title: string; text: string },
  bank: Bank,
): InferredFamily => {
  const titled = ahead(hitsIn(title, bank), longestOf);
  if (titled !== undefined) {
    const [longest] = titled.words.toSorted((one, two) => two.length - one.length);
    return { value: titled.family, why: `The title says "${longest}".` };
  }
  const told = ahead(hitsIn(text, bank), countOf);
  if (told !== undefined && countOf(told) > 1)
    return {
      value: told.family,
      why: `The job text speaks most of ${told.family.name.toLowerCase()}.`,
    };
  const says = "Neither title nor text says what kind of job it is.";
  return {
    value: null,
    why: says,
    finding: {
      code: "family_unclear",
      says: `${says} Questions that fit every job were taken.`,
      todo: "Give the posting a title that names the work, or name competencies in the plan.",
    },
  };
};
