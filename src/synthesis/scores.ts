/** The scores of a form, each on its own scale. Nothing is guessed: an answer whose scale, or whose better end, cannot be told is
 * no score, and that is said. */
import { upwards } from "../domain/rating-scale.ts";
import type { Competency, FormAnswer, PanelForm } from "./form.ts";
import { competenciesIn, topicOf } from "./topics.ts";
import { isYesGood } from "./yes-is-good.ts";

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
  /** Answers that look like scores and are none, with why. */
  unread: string[];
}

/** As it was given, and where it is on its scale; nowhere when that cannot be told. */
interface Overall {
  /** What the form calls it. */
  question: string;
  given: string;
  on: Omit<Score, "topic"> | null;
}

/** All of them. */
export const scoresIn = (form: PanelForm, all: readonly Competency[]): FormScores => {
  const found: FormScores = { scores: [], overall: null, unread: [] };
  for (const answer of form.answers) readAnswer(answer, { all, found });
  return found;
};

interface Reading {
  all: readonly Competency[];
  found: FormScores;
}

const readAnswer = (answer: FormAnswer, { all, found }: Reading): void => {
  const { kind, question } = answer;
  const add = (label: string, score: Omit<Score, "topic"> | null): void => {
    if (score) found.scores.push({ topic: topicOf(label, all), ...score });
    else found.unread.push(`“${label}” is answered with something that is not on its scale.`);
  };
  if (kind === "scorecard") {
    for (const { label, score } of answer.rows) {
      if (score !== null) add(label, onFour(score));
    }
    return;
  }
  if (answer.answer === "") return;
  if (kind === "score") add(question, onFour(Number(answer.answer)));
  else if (kind === "score-system") found.overall = overallOf(answer, found);
  else if (isScaled(answer, all)) add(question, onOptions(answer));
  else if (kind === "yes-no" && isAboutCompetency(question, all)) {
    if (isYesGood(question, all)) {
      add(question, onScale(answer.answer.toLowerCase(), ["no", "yes"], answer.answer));
    } else {
      found.unread.push(
        `Whether “yes” is the better answer to “${question}” cannot be told: “${answer.answer}” is shown as it stands, and is no score.`,
      );
    }
  }
};

const overallOf = (answer: FormAnswer, { unread }: FormScores): Overall => {
  const on = onOptions(answer);
  if (!on) {
    unread.push(
      `Which end of the scale of “${answer.question}” is the better one cannot be told, or its answer is not on it: the answer is shown as it stands.`,
    );
  }
  return { question: answer.question, given: answer.answer, on };
};

/** Lever's own ratings of a row. */
const FOUR = ["1", "2", "3", "4"] as const;

const onFour = (score: number): Omit<Score, "topic"> | null =>
  onScale(String(score), FOUR, String(score));

const onOptions = ({ answer, options }: FormAnswer): Omit<Score, "topic"> | null => {
  const labels = [...new Set(options.map((label) => label.trim()))].filter(Boolean);
  const scale = labels.length < 2 ? undefined : upwards(labels);
  return scale === undefined ? null : onScale(answer.trim(), scale, answer);
};

const onScale = (
  label: string,
  scale: readonly string[],
  given: string,
): Omit<Score, "topic"> | null => {
  const index = scale.indexOf(label);
  if (index === -1) return null;
  return { given, place: index + 1, of: scale.length, level: index / (scale.length - 1), scale };
};

/** Ratings with a number and a word each, one after the other; where the question is a competency, any that show their direction. */
const isScaled = ({ kind, question, options }: FormAnswer, all: readonly Competency[]): boolean => {
  if (kind !== "dropdown" && kind !== "multiple-choice") return false;
  if (options.length < 2) return false;
  return isNumbered(options) || isAboutCompetency(question, all);
};

const isNumbered = (options: readonly string[]): boolean => {
  const numbers = options.map((label) => /^\s*(\d{1,2})\s*[-–—:.)]\s*\p{L}/u.exec(label)?.[1]);
  const sorted = numbers.map(Number).toSorted((one, other) => one - other);
  return sorted.every((one, index) => one === (sorted[0] ?? 0) + index);
};

const isAboutCompetency = (question: string, all: readonly Competency[]): boolean =>
  competenciesIn(question, all).length > 0;
