/** The set as it stands, in the shape of the note. */
import type { NotedQuestion, NotedSession } from "../../src/domain/question-note.ts";
import type { AskedQuestion, RubricLine, SetSession } from "../../src/questions/question-set.ts";
import type { GatheredQuestions } from "./gather.ts";

/** Shape: JSON. */
export interface DraftedQuestions {
  /** What a question may speak of. */
  posting: { title: string; text: string };
  candidateName: string;
  sessions: NotedSession[];
  /** Ids of questions whose new wording was not taken. */
  refused: string[];
}

/** Nothing is reworded here. */
export const draftQuestions = ({
  posting,
  candidateName,
  set,
}: GatheredQuestions): DraftedQuestions => ({
  posting: { title: posting.title, text: posting.text },
  candidateName,
  sessions: set.sessions.map(toNoted),
  refused: [],
});

const toNoted = ({
  sessionId,
  name,
  minutes,
  competencies,
  questions,
}: SetSession): NotedSession => {
  const names = new Map(competencies.map((one) => [one.id, one.name]));
  return {
    sessionId,
    name,
    minutes,
    competencies: competencies.map((one) => one.name),
    questions: questions.map((question) => noted(question, names)),
  };
};

const noted = (
  { id, competencyId, text, followUps, minutes, rubric, why, origin }: AskedQuestion,
  names: ReadonlyMap<string, string>,
): NotedQuestion => ({
  id,
  competency: names.get(competencyId) ?? competencyId,
  text,
  followUps,
  minutes,
  shows: weakGoodStrong(rubric),
  why: reasonsIn(why),
  wordedBy: origin === "edited" ? "person" : "bank",
});

const LONGEST_WHY = 600;

/** Whole sentences, as many as fit: why the competency, then why this question of it. */
const reasonsIn = (why: readonly string[]): string =>
  why.reduce((all, reason) => {
    const longer = all === "" ? reason : `${all} ${reason}`;
    return longer.length <= LONGEST_WHY ? longer : all;
  }, "");

/** The lowest, the middle and the highest rating: what lies between says both in part. */
const weakGoodStrong = (rubric: readonly RubricLine[]): RubricLine[] => {
  const last = rubric.length - 1;
  const places = new Set([0, Math.ceil(last / 2), last]);
  return rubric.filter((_, index) => places.has(index));
};
