/** Which questions of a competency are asked, in the time of one session, and why these. */
import type { Bank, Competency, Level, Question } from "./bank-schema.ts";
import { fitsFamily } from "./fits-family.ts";
import { mentionsIn, quoteWords } from "./mentions.ts";
import type { Role } from "./weigh-competencies.ts";

/** A question of the bank with what speaks for it. */
export interface Eligible {
  question: Question;
  points: number;
  why: string[];
  /** `own`: it fits the level. `near`: it fits a level beside it. `asked`: another stage of the posting asks it. */
  standing: "own" | "near" | "asked";
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

const asEligible = (
  question: Question,
  { role, standing }: { role: Role; standing: Eligible["standing"] },
): Eligible => {
  const tags = tagReason(question, role);
  const isOfFamily = question.families !== "all" && role.family !== null;
  const ofLevel = Math.max(0, FEW_LEVELS + 1 - question.levels.length);
  return {
    question,
    standing,
    points: tags.points + (isOfFamily ? OF_FAMILY : 0) + ofLevel,
    why: [
      ...tags.why,
      ...(standing === "near"
        ? [`It is of a level beside ${role.level}: other stages ask those of ${role.level}.`]
        : [
            ofLevel > 0 ? `It is written for level ${role.level}.` : `It fits level ${role.level}.`,
          ]),
      ...(isOfFamily ? [`It is written for ${role.family?.name.toLowerCase()} roles.`] : []),
      ...(standing === "asked" ? ["Another stage of this posting asks it too."] : []),
    ],
  };
};

/** The levels beside each, the nearer in its demands first. Who leads nobody is asked nothing of a manager. */
const BESIDE: Readonly<Record<Level, readonly Level[]>> = {
  intern: ["junior"],
  junior: ["intern", "mid"],
  mid: ["junior", "senior"],
  senior: ["mid", "staff"],
  staff: ["senior"],
  manager: ["staff", "senior"],
};

/** What questions are chosen for. */
export interface ForRole {
  role: Role;
  bank: Bank;
  /** What other stages of the posting ask: where, by the id of the question. */
  asked: ReadonlyMap<string, string>;
}

/** The questions of a competency that fit a role, best first: those of its level, then, where other stages ask some of these, those of
 * the levels beside it, then those that other stages ask. A craft that the plan alone asks for is asked in its general questions,
 * whatever the family. */
export const eligibleQuestions = (
  competency: Competency,
  { role, bank, asked }: ForRole,
): Eligible[] => {
  const fitting = (bank.questionsOf.get(competency.id) ?? []).filter((question) =>
    fitsFamily(question, role.family),
  );
  const isOwn = ({ levels }: Question): boolean => levels.includes(role.level);
  const isAsked = ({ id }: Question): boolean => asked.has(id);
  const best = (questions: readonly Question[], standing: Eligible["standing"]): Eligible[] =>
    questions
      .map((question) => asEligible(question, { role, standing }))
      .toSorted((one, two) => two.points - one.points);
  const own = fitting.filter(isOwn);
  const taken = own.filter(isAsked);
  const beside = new Set(BESIDE[role.level]);
  const near = fitting.filter(
    (question) =>
      !isOwn(question) && !isAsked(question) && question.levels.some((level) => beside.has(level)),
  );
  return [
    ...best(
      own.filter((question) => !isAsked(question)),
      "own",
    ),
    ...(taken.length > 0 ? best(near, "near") : []),
    ...best(taken, "asked"),
  ];
};

/** Those that a set is chosen from: what another stage asks only where the bank has nothing else. */
export const notAskedYet = (eligible: readonly Eligible[]): Eligible[] => {
  const fresh = eligible.filter(({ standing }) => standing !== "asked");
  return fresh.length > 0 ? fresh : [...eligible];
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
  const best = (standing: Eligible["standing"]): Eligible | undefined => {
    const own = fits.filter((one) => one.standing === standing);
    return own.find(({ question }) => !kinds.has(question.kind)) ?? own[0];
  };
  // Deeper than once nothing is asked that a candidate is asked elsewhere.
  return best("own") ?? best("near") ?? (before.length === 0 ? best("asked") : undefined);
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
