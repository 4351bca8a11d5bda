/** Whom the words of a request name, whatever it comes to: what is kept of it goes with them. Pure. */
import { cleanText } from "../domain/quoted.ts";
import type { ContactId } from "../domain/ids.ts";
import type { RequestAnswer } from "./answer.ts";
import { findMentions } from "./names.ts";
import {
  type Choice,
  Choice as ChoiceSchema,
  type KnownCase,
  type KnownUser,
  type Understanding,
} from "./understanding.ts";

/** A case and whose it is. `isShown`: whether whoever asks may be told its name. */
export interface NamedCase extends KnownCase {
  candidate: ContactId;
  isShown: boolean;
}

/** Everybody whom somebody may name, with closed cases and those for few eyes among them. */
export interface Everybody {
  cases: readonly NamedCase[];
  users: readonly KnownUser[];
}

const mentionsOf = (text: string, everybody: Everybody) => {
  const of = new Map(everybody.cases.map((known) => [known.caseId, known]));
  return findMentions(text, everybody).flatMap(({ start, end, cases, users }) => {
    const named = cases.flatMap(({ caseId }) => of.get(caseId) ?? []);
    return named.length > 0 ? [{ start, end, named, isColleague: users.length > 0 }] : [];
  });
};

/** Of everybody only those whom it names, or may name, and the case in sight: whoever an answer names is among them, and they are found
 * in no time. */
export const namedIn = (
  text: string,
  everybody: Everybody,
  inSight: string | null = null,
): Everybody => {
  const mentions = findMentions(cleanText(text), everybody);
  const caseIds = new Set(mentions.flatMap(({ cases }) => cases.map(({ caseId }) => caseId)));
  const userIds = new Set(mentions.flatMap(({ users }) => users.map(({ userId }) => userId)));
  return {
    cases: everybody.cases.filter(({ caseId }) => caseIds.has(caseId) || caseId === inSight),
    users: everybody.users.filter(({ userId }) => userIds.has(userId)),
  };
};

/** The candidates whom it names, or may name. */
export const candidatesIn = (text: string, everybody: Everybody): Set<ContactId> =>
  new Set(
    mentionsOf(cleanText(text), everybody).flatMap(({ named }) =>
      named.map(({ candidate }) => candidate),
    ),
  );

/** Words with places for the names of all but one candidate: `{{of:ID|ID}}`, by the ids of cases; `…` where it may not be told.
 * `isMeant`: it is about that one, so that a name that a colleague has as well is the colleague's. */
export const withoutOthers =
  (everybody: Everybody, { candidate: but, isMeant }: { candidate: ContactId; isMeant: boolean }) =>
  (written: string): string => {
    const text = cleanText(written);
    let [kept, from] = ["", 0];
    for (const { start, end, named, isColleague } of mentionsOf(text, everybody)) {
      if ((isMeant && isColleague) || named.every(({ candidate }) => candidate === but)) continue;
      const place = named.every(({ isShown }) => isShown)
        ? `{{of:${named.map(({ caseId }) => caseId).join("|")}}}`
        : "…";
      kept += text.slice(from, start) + place;
      from = end;
    }
    return kept + text.slice(from);
  };

/** An answer, and its choices, so. A choice that has become too long is none. */
export const answerWithout = (
  answer: RequestAnswer,
  without: (text: string) => string,
): RequestAnswer => ({
  ...answer,
  words: answer.words.map(without),
  items: answer.items.map((item) => ({ ...item, what: without(item.what) })),
  choices: choicesWithout(answer.choices, without),
});

const choicesWithout = (choices: readonly Choice[], without: (text: string) => string): Choice[] =>
  choices.flatMap((choice) => {
    const said = { ...choice, label: without(choice.label), text: without(choice.text) };
    return ChoiceSchema.safeParse(said).success ? [said] : [];
  });

/** What was understood, so. */
export const understandingWithout = (
  understanding: Understanding,
  without: (text: string) => string,
): Understanding => {
  switch (understanding.is) {
    case "cannot":
      return understanding;
    case "asks": {
      const { question, choices } = understanding;
      return {
        ...understanding,
        question: without(question),
        choices: choicesWithout(choices, without),
      };
    }
    case "intent": {
      const { slots, assumed } = understanding;
      const when = slots.when === undefined ? {} : { when: without(slots.when) };
      return { ...understanding, slots: { ...slots, ...when }, assumed: assumed.map(without) };
    }
  }
};

const PLACE = /\{\{of:([\w|:-]{1,2000})\}\}/gu;

/** The ids of cases for whose names there are places. */
export const placesIn = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) => [...text.matchAll(PLACE)].flatMap(([, ids]) => ids?.split("|") ?? [])),
  ),
];

/** The words with names again, as they are now; `…` where there is none any more. */
export const withNamesAgain = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(PLACE, (_, ids: string) => {
    const known = ids.split("|").flatMap((id) => names.get(id) ?? []);
    return known.length === 0 ? "…" : [...new Set(known)].join(" or ");
  });
