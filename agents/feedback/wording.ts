/** What a model may word better: the questions for the debrief. Never a figure, a quote or a name. */
import { z } from "zod";
import type { DraftedSynthesis } from "./draft.ts";
import { faultOfQuestion } from "./verify.ts";

/** The questions by their ids. */
export const SynthesisWording = z.strictObject({
  questions: z.array(z.strictObject({ id: z.string().max(20), text: z.string().max(600) })).max(20),
});
export type SynthesisWording = z.infer<typeof SynthesisWording>;

/** What there is to word. */
export const wordingOf = ({ questions }: DraftedSynthesis): SynthesisWording => ({
  questions: questions.map(({ id, text }) => ({ id, text })),
});

/** Why a wording as a whole cannot be used: questions that are missing, twice or unknown. */
export const faultsOf = ({ questions }: SynthesisWording, draft: DraftedSynthesis): string[] => {
  const wanted = draft.questions.map(({ id }) => id);
  const given = questions.map(({ id }) => id);
  return [
    ...wanted.filter((id) => !given.includes(id)).map((id) => `${id} is missing`),
    ...given.filter((id) => !wanted.includes(id)).map(() => "a question is not one of the draft's"),
    ...given.filter((id, index) => given.indexOf(id) !== index).map((id) => `${id} comes twice`),
  ];
};

/** Takes each wording that may stand; keeps the drafted question else. */
export const putWording = (
  draft: DraftedSynthesis,
  { questions }: SynthesisWording,
): DraftedSynthesis => {
  const worded = new Map(questions.map(({ id, text }) => [id, text.trim()]));
  const refused: string[] = [];
  return {
    ...draft,
    questions: draft.questions.map((question) => {
      const text = worded.get(question.id) ?? question.text;
      if (text === question.text) return question;
      const { candidateName } = draft;
      const fault = faultOfQuestion(text, { drafted: question.text, candidateName });
      if (fault === null) return { ...question, text, wordedBy: "model" as const };
      refused.push(question.id);
      return question;
    }),
    refused,
  };
};
