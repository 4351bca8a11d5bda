/** Which questions of a competency are asked, in the time of one session, and why these. */
import type { Bank, Competency, Question } from "./bank-schema.ts";
import { fitsFamily } from "./fits-family.ts";
import { mentionsIn, quoteWords } from "./mentions.ts";
import type { Role } from "./weigh-competencies.ts";

/** A question of the bank with what speaks for it. */
export interface Eligible {
  question: Question;
  points: number;
  why: string[];
}

export interface Chosen extends Eligible {
  competency: Competency;
  /** The first one covers its competency; the others go deeper. */
  isFirst: boolean;
}

/** One competency is not asked about for longer than this many questions, however long the session. */
const MOST_OF_ONE = 3;

const OF_FAMILY = 2;
const EACH_TAG = 3;
const MOST_TAGS = 2;

/** A question that fits at most so many levels is written for them; each level fewer is worth a point. */
const FEW_LEVELS = 3;

const tagReason = (
  { tags }: Question,
  { title, text }: Role,
): { points: number; why: string[] } => {
  const found = mentionsIn(`${title} ${text}`, tags);
  if (found.length === 0) return { points: 0, why: [] };
  return {
    points: EACH_TAG * Math.min(new Set(found).size, MOST_TAGS),
    why: [`It is about what the job text names: ${quoteWords(found)}.`],
  };
};

const asEligible = (question: Question, role: Role): Eligible => {
  const tags = tagReason(question, role);
  const isOfFamily = question.families !== "all" && role.family !== null;
  const ofLevel = Math.max(0, FEW_LEVELS + 1 - question.levels.length);
  return {
    question,
    points: tags.points + (isOfFamily ? OF_FAMILY : 0) + ofLevel,
    why: [
      ...tags.why,
      ofLevel > 0 ? `It is written for level ${role.level}.` : `It fits level ${role.level}.`,
      ...(isOfFamily ? [`It is written for ${role.family?.name.toLowerCase()} roles.`] : []),
    ],
  };
};

/** The questions of a competency that fit a role, best first. A craft that the plan alone asks for is asked in its general
 * questions, whatever the family. */
export const eligibleQuestions = (
  competency: Competency,
  { role, bank }: { role: Role; bank: Bank },
): Eligible[] => {
  const own = bank.questionsOf.get(competency.id) ?? [];
  return own
    .filter(({ levels }) => levels.includes(role.level))
    .filter((question) => fitsFamily(question, role.family))
    .map((question) => asEligible(question, role))
    .toSorted((one, two) => two.points - one.points);
};

/** Units: minutes. Infinite when there is none. */
export const shortestOf = (eligible: readonly Eligible[]): number =>
  Math.min(Number.POSITIVE_INFINITY, ...eligible.map(({ question }) => question.minutes));

/** A competency of the session, with its questions, best first. */
export interface ToCover {
  competency: Competency;
  eligible: readonly Eligible[];
}

/** The best for the time; of another kind than those before, where there is one. */
const next = (
  { competency, eligible }: ToCover,
  { chosen, minutes }: { chosen: readonly Chosen[]; minutes: number },
): Eligible | undefined => {
  const before = chosen.filter((one) => one.competency === competency).map((one) => one.question);
  if (before.length >= MOST_OF_ONE) return undefined;
  const kinds = new Set(before.map(({ kind }) => kind));
  const fits = eligible.filter(
    ({ question }) => question.minutes <= minutes && !before.includes(question),
  );
  return fits.find(({ question }) => !kinds.has(question.kind)) ?? fits[0];
};

const minutesOf = (chosen: readonly Chosen[]): number =>
  chosen.reduce((sum, { question }) => sum + question.minutes, 0);

/** First one question for each, its best for which the others still have time; then deeper ones in turn, while there is time.
 * Shape: in the order of the competencies. */
export const chooseQuestions = (toCover: readonly ToCover[], minutes: number): Chosen[] => {
  const chosen: Chosen[] = [];
  for (let round = 0; round < MOST_OF_ONE; round += 1) {
    for (const [index, one] of toCover.entries()) {
      const waiting = round > 0 ? [] : toCover.slice(index + 1);
      const reserved = waiting.reduce((sum, { eligible }) => sum + shortestOf(eligible), 0);
      const question = next(one, {
        chosen,
        minutes: minutes - minutesOf(chosen) - reserved,
      });
      if (question !== undefined)
        chosen.push({ ...question, competency: one.competency, isFirst: round === 0 });
    }
  }
  return toCover.flatMap(({ competency }) =>
    chosen.filter((question) => question.competency === competency),
  );
};
