/** The feedback specialist: what a round's forms say, beside each other, left in Lever as a note once a person has finalised it.
 * Code counts and quotes; a model may word the questions for the debrief. */
import type { Specialist } from "../specialist.ts";
import { type DraftedSynthesis, draftSynthesis } from "./draft.ts";
import { type GatheredRound, gatherRound } from "./gather.ts";
import { SYNTHESIS_PROMPT } from "./prompt.ts";
import { proposeSynthesis } from "./propose.ts";
import { SynthesisWording, faultsOf, putWording, wordingOf } from "./wording.ts";

/** The definition. */
export const feedback: Specialist<GatheredRound, DraftedSynthesis, SynthesisWording> = {
  name: "feedback",
  class: "evaluative",
  gather: gatherRound,
  // A synthesis holds no time: nobody can be quicker.
  refresh: async (gathered) => await Promise.resolve(gathered),
  draft: async (gathered) => await Promise.resolve(draftSynthesis(gathered)),
  wording: {
    schema: SynthesisWording,
    name: "synthesis",
    prompt: SYNTHESIS_PROMPT,
    people: ({ candidateName, forms }) => [candidateName, ...forms.map(({ name }) => name)],
    of: wordingOf,
    put: putWording,
    isUntraced: true,
  },
  verify: faultsOf,
  propose: proposeSynthesis,
};
