/** Whom a request means, of those whom it names. Where there is more than one answer it is asked, with choices of whom the asker may see. */
import { asks, labelOf } from "./asking.ts";
import type { Mention } from "./names.ts";
import type { Reading } from "./read-request.ts";
import type {
  Asked,
  Choice,
  Directory,
  KnownCase,
  KnownUser,
  Understanding,
} from "./understanding.ts";
import { isOfTime } from "./plain-words.ts";
import { askOfPosting, isOfPosting, isPostingSaid, notOfRole } from "./roles.ts";
import { unknownName } from "./rest.ts";
import { replaced } from "./when.ts";
import { fold } from "./words.ts";

export interface Settling {
  asked: Asked;
  directory: Directory;
  reading: Reading;
}

export type Found<Value> = { found: Value } | { asks: Understanding };

const withMention = (reading: Reading, mention: Mention, name: string): string =>
  replaced(reading, (each) => (each === mention ? name : each.written));

/** Those of a mention who are of the posting that is named too, and of these the one in sight. */
const narrowed = (cases: readonly KnownCase[], { reading, asked }: Settling): KnownCase[] => {
  const fitting = cases.filter((known) => isOfPosting(known, reading));
  const left = fitting.length > 0 ? fitting : [...cases];
  const inSight = left.filter(({ caseId }) => caseId === asked.caseId);
  return inSight.length > 0 ? inSight : left;
};

/** The one before their eyes, where nobody is named; those of the posting that is named are asked about. */
const unnamed = (settling: Settling): Found<KnownCase | null> => {
  const { reading, directory, asked } = settling;
  // Whoever names somebody does not mean the one before their eyes.
  const inSight = unknownName(reading) === null ? asked.caseId : undefined;
  const found = directory.cases.find(({ caseId }) => caseId === inSight) ?? null;
  const isOther = found === null ? isPostingSaid(reading, "") : !isOfPosting(found, reading);
  return isOther ? { asks: askOfPosting(settling) } : { found };
};

/** Of whom it is, by those of `mentions` that may be candidates; the case in sight where nobody is named. Shape: null when there is
 * none. `isProposing`: a slip of the hand in a name is asked about, and so is a posting that is not theirs. */
export const candidateOf = (
  settling: Settling,
  mentions: readonly Mention[],
  isProposing: boolean,
): Found<KnownCase | null> => {
  const { reading, asked } = settling;
  const of = mentions.filter(({ cases }) => cases.length > 0);
  const sure = of.filter(({ users }) => users.length === 0);
  const chosen = sure.length > 0 ? sure : of;
  const [mention] = chosen;
  if (!mention) return unnamed(settling);
  if (new Set(chosen.map(({ written }) => written)).size > 1) {
    return { asks: asks("one_at_a_time", MORE_THAN_ONE) };
  }
  // Whoever says “it” of the case before their eyes may mean a day or a month.
  const isIt = asked.caseId !== undefined && /\bit\b/u.test(reading.masked);
  if (isIt && isOfTime(fold(mention.written))) {
    return { asks: asks("which_candidate", nameOrTime(mention.written)) };
  }
  const cases = narrowed(mention.cases, settling);
  const [only, ...others] = cases;
  if (isProposing && only && !isOfPosting(only, reading)) {
    return { asks: asks("which_candidate", notOfRole(only.name)) };
  }
  if (!only || (others.length === 0 && !(mention.isSlip && isProposing))) {
    return { found: only ?? null };
  }
  const choices = cases.map((known) => ({
    label: labelOf(known),
    text: withMention(reading, mention, known.name),
    caseId: known.caseId,
  }));
  return { asks: askWhich("which_candidate", only.name, choices) };
};

const nameOrTime = (word: string): string =>
  `Is “${word}” a name, or a time? Write the whole name, or say it without “it”.`;

export const MORE_THAN_ONE = "That names more than one. One at a time: whom first?";

const askWhich = (
  asked: "which_candidate" | "which_person",
  name: string,
  choices: readonly Choice[],
): Understanding =>
  choices.length > 1
    ? asks(asked, "Whom do you mean?", choices)
    : asks("did_you_mean", `Do you mean ${name}?`, choices);

/** The same of those who interview. */
export const personOf = (
  { reading }: Pick<Settling, "reading">,
  mentions: readonly Mention[],
  isProposing: boolean,
): Found<KnownUser | null> => {
  const [mention, ...more] = mentions.filter(({ users }) => users.length > 0);
  if (!mention) return { found: null };
  if (more.some(({ written }) => written !== mention.written)) {
    return { asks: asks("one_at_a_time", MORE_THAN_ONE) };
  }
  const [only, ...others] = mention.users;
  if (!only || (others.length === 0 && !(mention.isSlip && isProposing))) {
    return { found: only ?? null };
  }
  const isNamesake = ({ userId, name }: KnownUser): boolean =>
    mention.users.some((other) => other.userId !== userId && other.name === name);
  const choices = mention.users.map((user) => ({
    label: isNamesake(user) ? `${user.name}, ${user.email}` : user.name,
    text: withMention(reading, mention, isNamesake(user) ? user.email : user.name),
  }));
  return { asks: askWhich("which_person", only.name, choices) };
};

/** Mentions of people right behind `with`, or `by`: whoever is wanted. */
export const wantedIn = ({ text, mentions }: Reading): Mention[] =>
  mentions.filter(
    ({ start, users }) => users.length > 0 && /\b(?:with|by)\s+$/iu.test(text.slice(0, start)),
  );

const BEFORE_NOTES = /\b(?:with|using|including|and|from|plus|on|by)\s+$/iu;
const NOTES = /^(?:'s?)?\s+(?:notes?|comments?)\b/iu;

/** Whose notes are meant, where notes are. */
export const notesOf = ({ text, mentions }: Reading): Mention | null =>
  mentions.find(
    ({ start, end, users }) =>
      users.length > 0 && BEFORE_NOTES.test(text.slice(0, start)) && NOTES.test(text.slice(end)),
  ) ?? null;
