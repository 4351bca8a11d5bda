/** What else of the same competency could be asked, for whoever swaps a question. */
import type { Bank, Question } from "./bank-schema.ts";
import { eligibleQuestions } from "./choose-questions.ts";
import { readRole } from "./compose.ts";
import type { ComposeRequest } from "./compose-request.ts";
import { questionBank } from "./read-bank.ts";

/** A question of the bank that fits the role. */
export type OtherQuestion = Pick<Question, "id" | "kind" | "text" | "followUps" | "minutes"> & {
  why: string[];
};

/** All questions of a competency that fit the role, best first, those that other stages of the posting ask last. Shape: empty for a competency that the bank does not have. */
export const otherQuestions = (
  { request, competencyId }: { request: ComposeRequest; competencyId: string },
  bank: Bank = questionBank(),
): OtherQuestion[] => {
  const competency = bank.competencies.find(({ id }) => id === competencyId);
  if (competency === undefined) return [];
  const { role } = readRole(request, bank);
  const asked = new Map(Object.entries(request.askedElsewhere ?? {}));
  return eligibleQuestions(competency, { role, bank, asked }).map(({ question, why }) => {
    const { id, kind, text, followUps, minutes } = question;
    return { id, kind, text, followUps, minutes, why };
  });
};
