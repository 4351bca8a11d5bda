/** An answer as it is shown: with the names that it was kept without, as they are now. */
import type { Database, Queryable } from "../db/port.ts";
import type { Texts } from "../privacy/texts.ts";
import type { RequestAnswer } from "../requests/answer.ts";
import { placesIn, withNamesAgain } from "../requests/naming.ts";
import type { Choice } from "../requests/understanding.ts";
import { readSubjects } from "./day-rows.ts";

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
  const said = [...answer.words, ...answer.choices.flatMap(({ label, text }) => [label, text])];
  const ofChoices = answer.choices.flatMap(({ caseId: of }) => of ?? []);
  const names = await readNames([...ofChoices, ...placesIn(said)], { database, texts });
  return {
    ...answer,
    words: answer.words.map((text) => withNamesAgain(text, names)),
    items: answer.items.map((item) => ({
      ...item,
      // What is of the one case that the answer is about needs no name again.
      subject:
        item.caseId === null || item.caseId === caseId ? null : (subjects.get(item.caseId) ?? null),
    })),
    choices: answer.choices.flatMap((choice) => shownChoice(choice, { subjects, names })),
  };
};

const shownChoice = (
  choice: Choice,
  { subjects, names }: Record<"subjects" | "names", ReadonlyMap<string, string>>,
): Choice[] => {
  const { caseId, label, text } = choice;
  const [subject, name] =
    caseId === undefined ? ["", ""] : [subjects.get(caseId), names.get(caseId)];
  if (subject === undefined || name === undefined) return [];
  const filled = (words: string): string =>
    withNamesAgain(words, names)
      .replace("{{subject}}", () => subject)
      .replace("{{candidate}}", () => name);
  return [{ ...choice, label: filled(label), text: filled(text) }];
};

/** A text with names in the places that it has for them. */
export const namesAgain = async (text: string, deps: ShowDeps): Promise<string> =>
  withNamesAgain(text, await readNames(placesIn([text]), deps));

/** What candidates are called, by the ids of their cases. One who was erased, or has become one for few eyes, has no name. */
const readNames = async (
  ids: readonly string[],
  { database, texts }: ShowDeps,
): Promise<ReadonlyMap<string, string>> => {
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
  return new Map(
    rows.flatMap(({ id, nameTextId }) => {
      const name = opened.get(nameTextId);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
};
