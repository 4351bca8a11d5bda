/** Whom the words of a request name, whatever it comes to: what is kept of it goes with them. Pure. */
import { cleanText } from "../domain/quoted.ts";
import type { ContactId } from "../domain/ids.ts";
import type { RequestAnswer } from "./answer.ts";
import { echoOf, echoQuoted, namesOf, titlesOf } from "./echo.ts";
import { findMentions } from "./names.ts";
import {
  type Choice,
  Choice as ChoiceSchema,
  type Directory,
  type KnownCase,
  type Understanding,
} from "./understanding.ts";

/** A case and whose it is. */
export interface NamedCase extends KnownCase {
  candidate: ContactId;
}

/** Whom whoever asks may name, with whose they are. Nobody else is looked for: what is kept of a request tells of nobody else. */
export interface NamedDirectory extends Directory {
  cases: readonly NamedCase[];
  past?: readonly NamedCase[];
}

const mentionsOf = (text: string, directory: NamedDirectory) => {
  const mentions = findMentions(text, directory);
  const ids = new Set(mentions.flatMap(({ cases }) => cases.map(({ caseId }) => caseId)));
  const of = new Map(
    directory.cases.flatMap((known) =>
      ids.has(known.caseId) ? [[known.caseId, known] as const] : [],
    ),
  );
  return mentions.map(({ cases, ...mention }) => ({
    ...mention,
    named: cases.flatMap(({ caseId }) => of.get(caseId) ?? []),
  }));
};

/** The candidates whom it names, or may name. */
export const candidatesIn = (text: string, directory: NamedDirectory): Set<ContactId> =>
  new Set(
    mentionsOf(cleanText(text), directory).flatMap(({ named }) =>
      named.map(({ candidate }) => candidate),
    ),
  );

/** How words are kept. */
export interface Keeping {
  /** Words of ours, with places for the names of all but one candidate: `{{of:ID|ID}}`, by the ids of cases. */
  told: (text: string) => string;
  /** Words of a request so, and `…` for all that may be another name. */
  echo: (text: string) => string;
}

/** `isMeant`: it is about that one, so that a name that a colleague has as well is the colleague's. `text`: the request, for in its
 * answer only those whom it names are looked for. */
export const keepingOf = (
  text: string,
  all: NamedDirectory,
  { candidate: but, isMeant }: { candidate: ContactId; isMeant: boolean },
): Keeping => {
  const directory = namedIn(text, all);
  const isKept = ({ named, users }: ReturnType<typeof mentionsOf>[number]): boolean =>
    (isMeant && users.length > 0) || named.every(({ candidate }) => candidate === but);
  const placed = (written: string, isEcho: boolean): string => {
    const cleaned = cleanText(written);
    let [kept, from] = ["", 0];
    for (const mention of mentionsOf(cleaned, directory)) {
      // A slip of the hand may be the name of somebody else: only whoever was found is said.
      if (isKept(mention) && !(isEcho && mention.isSlip)) continue;
      if (mention.named.length === 0) continue;
      kept += cleaned.slice(from, mention.start) + placeFor(mention.named);
      from = mention.end;
    }
    return kept + cleaned.slice(from);
  };
  const titles = titlesOf(all);
  const own = directory.cases.filter(({ candidate }) => candidate === but);
  const users = directory.users.flatMap(({ name, email }) => [name, email]);
  const names = namesOf([...own.map(({ name }) => name), ...users]);
  return {
    told: (written) => placed(written, false),
    echo: (written) => echoOf(placed(written, true), { titles, names }),
  };
};

/** Of all only those whom a text names, or may name: they are found in no time. */
const namedIn = (text: string, all: NamedDirectory): NamedDirectory => {
  const mentions = findMentions(cleanText(text), all);
  const caseIds = new Set(mentions.flatMap(({ cases }) => cases.map(({ caseId }) => caseId)));
  const userIds = new Set(mentions.flatMap(({ users }) => users.map(({ userId }) => userId)));
  return {
    ...all,
    cases: all.cases.filter(({ caseId }) => caseIds.has(caseId)),
    users: all.users.filter(({ userId }) => userIds.has(userId)),
  };
};

/** An answer, and its choices, so. A question says words of the request back; a choice that has lost one of them is none. */
export const answerWithout = (answer: RequestAnswer, keeping: Keeping): RequestAnswer => ({
  ...answer,
  words: answer.words.map((words) =>
    answer.kind === "asks" ? questionWithout(words, keeping) : keeping.told(words),
  ),
  items: answer.items.map((item) => ({ ...item, what: keeping.told(item.what) })),
  choices: choicesWithout(answer.choices, keeping),
});

const questionWithout = (question: string, { told, echo }: Keeping): string =>
  told(echoQuoted(question, echo));

const choicesWithout = (choices: readonly Choice[], { echo, told }: Keeping): Choice[] =>
  choices.flatMap((choice) => {
    const said = { ...choice, label: told(choice.label), text: echo(choice.text) };
    return !said.text.includes("…") && ChoiceSchema.safeParse(said).success ? [said] : [];
  });

/** What was understood, so. */
export const understandingWithout = (
  understanding: Understanding,
  keeping: Keeping,
): Understanding => {
  switch (understanding.is) {
    case "cannot":
      return understanding;
    case "asks": {
      const { question, choices } = understanding;
      return {
        ...understanding,
        question: questionWithout(question, keeping),
        choices: choicesWithout(choices, keeping),
      };
    }
    case "intent": {
      const { slots, assumed } = understanding;
      const when = slots.when === undefined ? {} : { when: keeping.echo(slots.when) };
      return { ...understanding, slots: { ...slots, ...when }, assumed: assumed.map(keeping.told) };
    }
  }
};

const LONGEST_PLACE = 2000;
const PLACE = new RegExp(`\\{\\{of:([\\w|:-]{1,${LONGEST_PLACE}})\\}\\}`, "gu");

/** A name that very many have is nobody's. */
const placeFor = (named: readonly NamedCase[]): string => {
  const ids = named.map(({ caseId }) => caseId).join("|");
  return ids.length > LONGEST_PLACE ? "…" : `{{of:${ids}}}`;
};

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
