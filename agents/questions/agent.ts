/** The question specialist: what each session of a plan asks, left in Lever as a note. The set is kept by people or composed by
 * code; a model may word its questions to the posting. */
import type { Specialist } from "../specialist.ts";
import { type DraftedQuestions, draftQuestions } from "./draft.ts";
import { type GatheredQuestions, gatherQuestions } from "./gather.ts";
import { QUESTIONS_PROMPT } from "./prompt.ts";
import { proposeQuestions } from "./propose.ts";
import { QuestionWording, faultsOf, putWording, wordingOf } from "./wording.ts";

/** The definition. */
export const questions: Specialist<GatheredQuestions, DraftedQuestions, QuestionWording> = {
  name: "questions",
  class: "preparatory",
  gather: gatherQuestions,
  // Questions hold no time: nobody can be quicker.
  refresh: async (gathered) => await Promise.resolve(gathered),
  draft: async (gathered) => await Promise.resolve(draftQuestions(gathered)),
  wording: {
    schema: QuestionWording,
    name: "interview_questions",
    prompt: QUESTIONS_PROMPT,
    of: wordingOf,
    put: putWording,
  },
  verify: faultsOf,
  propose: (draft, gathered, run) => [proposeQuestions(draft, gathered, run)],
};
