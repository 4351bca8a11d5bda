/** An answer as it is shown: with the names that it was kept without, as they are now. */
import type { Database, Queryable } from "../db/port.ts";
import type { Texts } from "../privacy/texts.ts";
import type { RequestAnswer } from "../requests/answer.ts";
import { placesIn, withNamesAgain } from "../requests/naming.ts";
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
  const fill = await namesAgain(
    [...answer.words, ...choices.flat().flatMap(({ label, text }) => [label, text])],
    { database, texts },
  );
  return {
    ...answer,
    words: answer.words.map(fill),
    items: answer.items.map((item) => ({
      ...item,
      // What is of the one case that the answer is about needs no name again.
      subject:
        item.caseId === null || item.caseId === caseId ? null : (subjects.get(item.caseId) ?? null),
    })),
    choices: choices.flat().map((choice) => ({
      ...choice,
      label: fill(choice.label),
      text: fill(choice.text),
    })),
  };
};

/** Puts names into the places that `said` has for them. One who was erased, or has become one for few eyes, has none. */
export const namesAgain = async (
  said: readonly string[],
  { database, texts }: ShowDeps,
): Promise<(text: string) => string> => {
  const ids = placesIn(said);
  const rows =
    ids.length === 0
      ? []
      : await database.query<{ id: string; nameTextId: string }>(
          `select id, name_text_id as "nameTextId" from cases
           where id = any($1) and not is_confidential and name_text_id is not null`,
          [ids],
        );
  const opened = await texts.openMany(
    database,
    rows.map(({ nameTextId }) => nameTextId),
  );
  const names = new Map(
    rows.flatMap(({ id, nameTextId }) => {
      const name = opened.get(nameTextId);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
  return (text) => withNamesAgain(text, names);
};
