/** An answer as it is shown: with the names that it was kept without, as they are now. */
import type { Database, Queryable } from "../db/port.ts";
import type { Texts } from "../privacy/texts.ts";
import type { RequestAnswer } from "../requests/answer.ts";
import { readSubjects } from "./day-rows.ts";
import { getCase } from "./cases.ts";

interface ShowDeps {
  database: Database | Queryable;
  texts: Texts;
}

/** One line with whom it is about; null: nobody. */
export type ShownItem = RequestAnswer["items"][number] & { subject: string | null };

export interface ShownAnswer extends Omit<RequestAnswer, "items"> {
  items: ShownItem[];
}

/** Choices of a candidate who was erased, or has become one for few eyes, are left out. */
export const showAnswer = async (
  answer: RequestAnswer,
  { caseId }: { caseId: string | null },
  { database, texts }: ShowDeps,
): Promise<ShownAnswer> => {
  const ids = [...answer.items, ...answer.choices].flatMap((each) => each.caseId ?? []);
  const subjects = await readSubjects(database, [...new Set(ids)], texts);
  const choices = await Promise.all(
    answer.choices.map(async (choice) => {
      if (choice.caseId === undefined) return [choice];
      const case_ = await getCase(database, choice.caseId);
      const isHidden = !case_ || case_.isConfidential || case_.nameTextId === null;
      const name = isHidden ? null : await texts.open(database, case_.nameTextId ?? "");
      const subject = subjects.get(choice.caseId);
      if (name === null || subject === undefined) return [];
      const filled = (text: string): string =>
        text.replace("{{subject}}", () => subject).replace("{{candidate}}", () => name);
      return [{ ...choice, label: filled(choice.label), text: filled(choice.text) }];
    }),
  );
  return {
    ...answer,
    items: answer.items.map((item) => ({
      ...item,
      // What is of the one case that the answer is about needs no name again.
      subject:
        item.caseId === null || item.caseId === caseId ? null : (subjects.get(item.caseId) ?? null),
    })),
    choices: choices.flat(),
  };
};
