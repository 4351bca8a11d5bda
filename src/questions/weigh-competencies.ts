/** Which competencies matter for a role, how much, and why. */
import type { Bank, Competency, Family, Level } from "./bank-schema.ts";
import { fitsFamily } from "./fits-family.ts";
import { mentionsIn, quoteWords } from "./mentions.ts";

/** What is known of a role. Texts are plain (`plainText`). */
export interface Role {
  title: string;
  text: string;
  /** Names and agendas of the sessions. */
  plan: string;
  level: Level;
  family: Family | null;
}

/** A competency that matters. Units: points, a whole number above 0. */
export interface Weighed {
  competency: Competency;
  points: number;
  why: string[];
}

/** What every role is asked about of which nobody knows the family. */
const CORE_OF_ANY = [
  "problem_solving",
  "collaboration",
  "communication",
  "ownership",
  "judgement",
  "learning",
];

const CORE_OF_LEVEL: Record<Level, readonly string[]> = {
  intern: ["learning"],
  junior: ["learning"],
  mid: [],
  senior: [],
  staff: ["influence"],
  manager: ["leadership"],
};

// A role's own craft outweighs what its text happens to repeat; four mentions are as good as forty.
const FIRST_OF_CORE = 12;
const NEXT_OF_CORE = 2;
const IN_TITLE = 8;
const OF_LEVEL = 8;
const IN_PLAN = 8;
const EACH_MENTION = 2;
const MOST_MENTIONS = 4;

interface Reason {
  points: number;
  says: string;
}

const times = (count: number): string =>
  count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;

const coreReason = ({ id }: Competency, { family }: Role): Reason[] => {
  const index = (family?.core ?? CORE_OF_ANY).indexOf(id);
  if (index < 0) return [];
  const roles = family === null ? "Roles of every kind" : `${family.name} roles`;
  return [{ points: FIRST_OF_CORE - NEXT_OF_CORE * index, says: `${roles} are asked about it.` }];
};

const titleReason = ({ words }: Competency, { title }: Role): Reason[] => {
  const found = mentionsIn(title, words);
  return found.length === 0
    ? []
    : [{ points: IN_TITLE, says: `The title points to it: ${quoteWords(found)}.` }];
};

const textReason = ({ words }: Competency, { text }: Role): Reason[] => {
  const found = mentionsIn(text, words);
  if (found.length === 0) return [];
  return [
    {
      points: EACH_MENTION * Math.min(found.length, MOST_MENTIONS),
      says: `The job text names it ${times(found.length)}: ${quoteWords(found)}.`,
    },
  ];
};

const planReason = ({ words }: Competency, { plan }: Role): Reason[] => {
  const found = mentionsIn(plan, words);
  return found.length === 0
    ? []
    : [{ points: IN_PLAN, says: `The plan points to it: ${quoteWords(found)}.` }];
};

const levelReason = ({ id }: Competency, { level }: Role): Reason[] =>
  CORE_OF_LEVEL[level].includes(id)
    ? [{ points: OF_LEVEL, says: `Roles of level ${level} are asked about it.` }]
    : [];

/** Why one competency matters, the weightiest reason first. Shape: none when nothing speaks for it. */
export const reasonsFor = (competency: Competency, role: Role): Reason[] =>
  [
    ...titleReason(competency, role),
    ...textReason(competency, role),
    ...planReason(competency, role),
    ...levelReason(competency, role),
    ...coreReason(competency, role),
  ].toSorted((one, two) => two.points - one.points);

/** Those that matter, weightiest first; of equal ones the first in the bank. */
export const weighCompetencies = (bank: Bank, role: Role): Weighed[] =>
  bank.competencies
    .filter((competency) => fitsFamily(competency, role.family))
    .map((competency) => {
      const reasons = reasonsFor(competency, role);
      const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
      return { competency, points, why: reasons.map(({ says }) => says) };
    })
    .filter(({ points }) => points > 0)
    .toSorted((one, two) => two.points - one.points);
