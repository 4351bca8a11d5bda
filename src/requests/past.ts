/** Requests that name somebody whose interviews here have ended: how that stands is told, and nothing is proposed of it. Pure. */
import { asks } from "./asking.ts";
import { intentsIn, lookAt, readRequest } from "./read-request.ts";
import { hasOddName } from "./rest.ts";
import type { Asked, Directory, Intent, KnownCase, Understanding } from "./understanding.ts";

/** What is only told, whether or not the case is open. */
const TELLS: ReadonlySet<Intent> = new Set(["status", "owes_feedback"]);

/** Whether nobody was found, so that those of before are worth a look. */
export const isOfNobody = (found: Understanding): boolean =>
  found.is === "asks" &&
  (found.asked === "which_candidate" || found.asked === "who") &&
  found.choices.length === 0;

/** All whom a request may name, those of before among them. */
export const withPast = <Case extends KnownCase>({
  past = [],
  ...directory
}: Omit<Directory, "cases" | "past"> & { cases: readonly Case[]; past?: readonly Case[] }) => ({
  ...directory,
  cases: [...directory.cases, ...past],
});

/** Whether a request has a word in it that may be the name of somebody who is not found: those of before are worth a look then as well. */
export const mayNameOther = (asked: Asked, directory: Directory): boolean => {
  const reading = lookAt(asked.text, directory);
  return reading.mentions.length > 0 && hasOddName(reading);
};

/** What a request asks for: of those with an open case, and where it is none of them, of those of before. */
export const readWithPast = (asked: Asked, directory: Directory): Understanding => {
  const found = readRequest(asked, directory);
  const { past = [] } = directory;
  if (past.length === 0 || found.is === "cannot") return found;
  if (!isOfNobody(found)) return askOfBoth(asked, directory) ?? found;
  const again = readRequest(asked, withPast(directory));
  const isPast = (id: string | undefined): boolean => past.some(({ caseId }) => caseId === id);
  switch (again.is) {
    case "cannot":
      return found;
    case "asks": {
      const [intent] = intentsIn(lookAt(asked.text, directory).masked);
      const isTold = intent !== undefined && TELLS.has(intent);
      return isTold && again.choices.some(({ caseId }) => isPast(caseId)) ? again : found;
    }
    case "intent": {
      const known = past.find(({ caseId }) => caseId === again.slots.caseId);
      if (!known) return found;
      if (!TELLS.has(again.intent)) return ended(known);
      return isSomebodyElse(known, lookAt(asked.text, withPast(directory)))
        ? whether(known)
        : again;
    }
  }
};

/** Where one who is named has an open case and another one has not: whoever is open is never taken for both. Shape: null elsewhere. */
export const askOfBoth = (asked: Asked, directory: Directory): Understanding | null => {
  const { past = [] } = directory;
  const { mentions, text } = lookAt(asked.text, withPast(directory));
  const posting = lookAt(asked.text, directory).posting;
  const isPast = ({ caseId }: KnownCase): boolean => past.some((each) => each.caseId === caseId);
  const ofCases = mentions.filter(
    ({ cases, users, start, end }) =>
      cases.length > 0 &&
      users.length === 0 &&
      !(posting && start < posting.end && posting.start < end),
  );
  const over = ofCases.find(({ cases, isSlip }) => !isSlip && cases.every(isPast));
  const open = ofCases.find(({ cases }) => cases.some((each) => !isPast(each)));
  const [known] = over?.cases ?? [];
  if (!over || !open || !known) return null;
  const [first, last] = over.start < open.start ? [over, open] : [open, over];
  const [one, ...more] = open.cases.filter((each) => !isPast(each));
  const isEither = EITHER.test(text.slice(first.end, last.start)) && one && more.length === 0;
  return asks(
    "one_at_a_time",
    `That names more than one, and what was arranged here for ${known.name} has ended: nothing is looked for, moved or cancelled there. One at a time: whom do you mean?`,
    [
      {
        label: `How it ended for ${known.name}`,
        text: `Status of ${known.name}`,
        caseId: known.caseId,
      },
      ...(isEither
        ? [
            {
              label: `Only ${one.name}`,
              text: `${text.slice(0, first.start)}${one.name}${text.slice(last.end)}`,
              caseId: one.caseId,
            },
          ]
        : []),
    ],
  );
};

/** Between two of whom either may be meant, or both. */
const EITHER =
  /^(?:'s?)?\s*(?:or|and|&|,|\/|(?:,? (?:or|and)(?: (?:maybe|rather|perhaps|else))?))\s*$/iu;

const ended = ({ name, caseId }: KnownCase): Understanding =>
  asks(
    "which_candidate",
    `What was arranged here for ${name} has ended, so there is nothing to look for, to move or to cancel. Do you want to know how it ended?`,
    [{ label: `How it ended for ${name}`, text: `Status of ${name}`, caseId }],
  );

/** Whether the name is that of somebody who interviews as well. */
const isSomebodyElse = (
  { caseId }: KnownCase,
  { mentions }: Pick<ReturnType<typeof lookAt>, "mentions">,
): boolean =>
  mentions.some(
    ({ cases, users }) => users.length > 0 && cases.some((each) => each.caseId === caseId),
  );

const whether = ({ name, caseId }: KnownCase): Understanding =>
  asks("did_you_mean", `Do you mean ${name}, whose interviews here have ended?`, [
    { label: `How it ended for ${name}`, text: `Status of ${name}`, caseId },
  ]);
