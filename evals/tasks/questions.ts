/** A posting and a plan to a question set: does it cover what it is about, once, in its time, and ask nothing that must not be asked. */
import { composeQuestionSet } from "../../src/questions/compose.ts";
import type { ComposeRequest } from "../../src/questions/compose-request.ts";
import type { QuestionSet } from "../../src/questions/question-set.ts";
import {
  everyCompetency,
  minutesFit,
  noFinding,
  noneTwice,
  onItsScale,
} from "../scorers/question-sets.ts";
import { defineTask, type Sample, type Solver, type Task } from "../task.ts";
import { type AskedFor, questionWorld } from "../worlds/question-world.ts";

const SEEDS = 80;

const readSamples = (): Sample<ComposeRequest, AskedFor>[] =>
  Array.from({ length: SEEDS }, (_, seed) => {
    const { request, askedFor } = questionWorld(seed);
    return {
      id: `world-${seed}`,
      seed,
      input: request,
      target: askedFor,
      tags: [request.sessions.length > 1 ? "loop" : "one session"],
    };
  });

/** The task, for the composer of the product or for another solver. */
export const createQuestionsTask = (
  solver: Solver<ComposeRequest, QuestionSet> = (request) => composeQuestionSet(request),
): Task =>
  defineTask({
    name: "questions",
    about:
      "Postings and plans from seeds become question sets: what each session is about is asked there and nowhere else, in its time, on its form's scale, and lawfully.",
    samples: async () => await Promise.resolve(readSamples()),
    solver,
    scorers: [everyCompetency, noneTwice, minutesFit, noFinding, onItsScale],
  });

/** Wrong on purpose: asks the same private thing everywhere, for an hour, on a scale of its own. */
export const smallTalker: Solver<ComposeRequest, QuestionSet> = (request) => {
  const set = composeQuestionSet(request);
  return {
    ...set,
    sessions: request.sessions.map(({ id, name, durationMinutes }) => ({
      sessionId: id,
      name,
      minutes: { whole: durationMinutes, opening: 0, questions: 0, candidate: 0, spare: 0 },
      competencies: [{ id: "judgement", name: "Judgement", means: "", why: [] }],
      questions: ["small-01", "small-02"].map((question) => ({
        id: question,
        origin: "bank",
        competencyId: "charm",
        kind: "behavioural",
        text: "How old are you, and are you married?",
        followUps: [],
        minutes: 60,
        rubric: [{ label: "Nice", shows: "He is arrogant." }],
        why: [],
      })),
    })),
  };
};
