/** The scores of a form, each on its own scale. Nothing is guessed: an answer whose scale, or whose better end, cannot be told is
 * no score, and that is said. What a label asks that nobody is judged by is no score either, under whatever scale. */
import type { LabelCheck } from "../language/checker/check-label.ts";
import { type ScaleFault, isNoRating, readScale } from "../domain/rating-scale.ts";
import type { Competency, FormAnswer, PanelForm } from "./form.ts";
import { competenciesIn, topicOf } from "./topics.ts";
import { asksForFaults, isYesGood } from "./yes-is-good.ts";

/** One score as it was given. */
export interface Score {
  topic: Competency;
  /** Exactly as the form has it. */
  given: string;
  /** On its scale from 1, the lowest, to `of`. */
  place: number;
  of: number;
  /** 0 the lowest … 1 the highest of its own scale: `(place - 1) / (of - 1)`. */
  level: number;
  /** The scale's ratings upwards. */
  scale: readonly string[];
}

/** What a form says in scores. */
export interface FormScores {
  scores: Score[];
  /** Of the candidate as a whole, by its writer: an answer, and no verdict of ours. */
  overall: Overall | null;
  /** Answers that look like scores and are none. */
  unread: Unread[];
}

/** Why an answer is no score. */
export type WhyUnread = ScaleFault | "off_scale" | "not_rated" | "asks_for_faults" | "yes_unclear";

/** An answer that is no score. */
export interface Unread {
  /** Of its field, or of its row. */
  label: string;
  why: WhyUnread;
  /** In a sentence. */
  says: string;
}

/** As it was given, and where it is on its scale; nowhere when that cannot be told. */
interface Overall {
  /** What the form calls it. */
  question: string;
  given: string;
  on: Placed | null;
}

/** All of them but those of a protected matter, which are found nowhere here (`protectedLabels`). */
export const scoresIn = (
  form: PanelForm,
  all: readonly Competency[],
  checkLabel: LabelCheck,
): FormScores => {
  const found: FormScores = { scores: [], overall: null, unread: [] };
  for (const answer of form.answers) readAnswer(answer, { all, found, checkLabel });
  return found;
};

interface Reading {
  all: readonly Competency[];
  found: FormScores;
  checkLabel: LabelCheck;
}

type Placed = Omit<Score, "topic">;

const readAnswer = (answer: FormAnswer, { all, found, checkLabel }: Reading): void => {
  const { kind, question } = answer;
  const put = (label: string, given: string, read: Placed | WhyUnread): void => {
    const placed = typeof read !== "string" && asksForFaults(label, all) ? "asks_for_faults" : read;
    if (typeof placed === "string") found.unread.push(unreadOf(label, given, placed));
    else if (kind === "score-system") found.overall = { question, given, on: placed };
    else found.scores.push({ topic: topicOf(label, all), ...placed });
  };
  if (kind === "scorecard") {
    for (const { label, score } of answer.rows) {
      if (score !== null && checkLabel(label) === null) put(label, String(score), onFour(score));
    }
    return;
  }
  const given = answer.answer;
  if (given === "" || checkLabel(question) !== null) return;
  if (kind === "score-system") {
    found.overall = { question, given, on: null };
    put(question, given, onOptions(answer));
  } else if (kind === "score") put(question, given, onFour(Number(given)));
  else if (isScaled(answer, all)) put(question, given, onOptions(answer));
  else if (kind === "yes-no" && isAboutCompetency(question, all)) {
    const isKnown = isYesGood(question, all);
    put(question, given, isKnown ? onScale(given.toLowerCase(), YES_NO, given) : "yes_unclear");
  }
};

const YES_NO = ["no", "yes"] as const;

const AS_IT_STANDS = "is shown as it stands, and is no score.";

const UNREAD: Record<WhyUnread, (label: string, given: string) => string> = {
  too_few: (label, given) => `“${label}” has fewer than two ratings: “${given}” ${AS_IT_STANDS}`,
  contrary: (label, given) =>
    `The words of the scale of “${label}” say the contrary of its numbers or its order: “${given}” ${AS_IT_STANDS}`,
  unclear: (label, given) =>
    `Which end of the scale of “${label}” is the better one cannot be told: “${given}” ${AS_IT_STANDS}`,
  off_scale: (label) => `“${label}” is answered with something that is not on its scale.`,
  not_rated: (label, given) => `“${label}” was not rated: “${given}” is no score.`,
  asks_for_faults: (label, given) =>
    `Whether more of “${label}” is better cannot be told: “${given}” ${AS_IT_STANDS}`,
  yes_unclear: (label, given) =>
    `Whether “yes” is the better answer to “${label}” cannot be told: “${given}” ${AS_IT_STANDS}`,
};

const unreadOf = (label: string, given: string, why: WhyUnread): Unread => ({
  label,
  why,
  says: UNREAD[why](label, given),
});

/** Lever's own ratings of a row. */
const FOUR = ["1", "2", "3", "4"] as const;

const onFour = (score: number): Placed | WhyUnread => onScale(String(score), FOUR, String(score));

const onOptions = ({ answer, options }: FormAnswer): Placed | WhyUnread => {
  if (isNoRating(answer)) return "not_rated";
  const { scale, fault } = readScale(options);
  return fault ?? onScale(answer.trim(), scale, answer);
};

const onScale = (label: string, scale: readonly string[], given: string): Placed | WhyUnread => {
  const index = scale.indexOf(label);
  if (index === -1) return "off_scale";
  return { given, place: index + 1, of: scale.length, level: index / (scale.length - 1), scale };
};

/** Ratings with a number and a word each, one after the other; where the question is a competency, any at all. */
const isScaled = ({ kind, question, options }: FormAnswer, all: readonly Competency[]): boolean => {
  if (kind !== "dropdown" && kind !== "multiple-choice") return false;
  if (options.length < 2) return false;
  return isNumbered(options) || isAboutCompetency(question, all);
};

const isNumbered = (options: readonly string[]): boolean => {
  const numbers = options
    .filter((label) => !isNoRating(label))
    .map((label) => /^\s*(\d{1,2})\s*[-–—:.)]\s*\p{L}/u.exec(label)?.[1]);
  const sorted = numbers.map(Number).toSorted((one, other) => one - other);
  return sorted.length > 0 && sorted.every((one, index) => one === (sorted[0] ?? 0) + index);
};

const isAboutCompetency = (question: string, all: readonly Competency[]): boolean =>
  competenciesIn(question, all).length > 0;
