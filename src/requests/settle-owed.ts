/** Whose feedback is asked about: of whom, of which role or round, and of which days. What has two meanings is asked. */
import { asks, done } from "./asking.ts";
import { type SaidOwed, readOwedWhen } from "./owed-when.ts";
import { type Settling, candidateOf, personOf } from "./resolve.ts";
import { unknownName } from "./rest.ts";
import { rolesOf } from "./roles.ts";
import { roundAsked } from "./rounds.ts";
import type { KnownPosting, Understanding } from "./understanding.ts";
import { fold } from "./words.ts";

/** The intent with its slots, or what has to be asked. */
export const settleOwed = (settling: Settling): Understanding => {
  const { reading, asked, directory } = settling;
  const { posting, mentions, masked } = reading;
  const roles = posting ? rolesOf(posting) : [];
  if (roles.length > 1) return askRole(roles, settling);
  if (MANY_ROLES.test(masked)) return asks("which_posting", ONE_ROLE);
  if (HANDED_IN.test(masked)) return asks("not_understood", OWED_ALONE);
  if (LEFT_OUT.test(masked)) return asks("not_understood", NOT_WITHOUT);
  const when = readOwedWhen(masked, asked);
  if (when.is === "unclear") return asks("when", WHICH_DAYS);
  const round = roundAsked(masked, directory.stages);
  if (round && round.found.length !== 1) return askRound(round);
  // Of all but somebody: they are told among all.
  const isOfAll = BUT.test(masked);
  const people = mentions.filter(({ cases }) => cases.length === 0 && !isOfAll);
  const isOwn = people.length === 0 && !isOfAll && OF_ASKER.test(masked);
  const person = isOwn ? askerOf(settling) : personOf(settling, people, false);
  if ("asks" in person) return person.asks;
  // Of all, unless somebody is named: whoever looks at a case asks about more than it.
  const isOfOne = !isOfAll && mentions.some(({ cases }) => cases.length > 0);
  const named = { ...settling, asked: { ...asked, caseId: undefined } };
  const candidate = isOfOne ? candidateOf(named, mentions, false) : { found: null };
  if ("asks" in candidate) return candidate.asks;
  const unknown = unknownIn(settling, [when.phrase, round?.words ?? ""]);
  if (unknown !== null)
    return asks("who", `Of whom, or of which role? I know no “${unknown}” here.`);
  const [first] = roles;
  const [of] = round?.found ?? [];
  return done(
    "owes_feedback",
    {
      ...(person.found && { userId: person.found.userId }),
      ...(candidate.found && { caseId: candidate.found.caseId }),
      ...(first && !candidate.found && { postingId: first.postingId }),
      ...(of !== undefined && { round: of }),
      ...slotsOf(when),
    },
    [...(when.when ? [`${when.when.words}.`] : []), ...(isOfAll ? [OF_ALL] : [])],
  );
};

/** What whoever asks owes. */
const OF_ASKER =
  /\b(?:do|have|am|did) i\b|\bi (?:still )?(?:owe|have to|need to|must|should)\b|\b(?:my|mine)\b/u;

const askerOf = ({ asked, directory }: Settling): ReturnType<typeof personOf> => {
  const found = directory.users.find(({ userId }) => userId === asked.askerId);
  return found ? { found } : { asks: asks("which_person", WHO_ARE_YOU) };
};

const WHO_ARE_YOU =
  "Whose? I find nobody with your name or address among those who interview here. Say it with a name, such as: does (interviewer) owe feedback.";

const slotsOf = ({ when }: Extract<SaidOwed, { is: "read" }>) => ({
  ...(when?.from && { endedFrom: when.from.toString() }),
  ...(when?.until && { endedUntil: when.until.toString() }),
});

/** A name of nobody; words that tell when, or of which round, are none. */
const unknownIn = ({ reading }: Settling, known: readonly string[]): string | null => {
  const unknown = unknownName(reading);
  const word = fold(unknown ?? "");
  const isKnown = known.some((words) =>
    words.split(/[ ']/u).some((each) => each === word || `${each}s` === word),
  );
  return isKnown ? null : unknown;
};

const askRole = (roles: readonly KnownPosting[], { reading }: Settling): Understanding => {
  const { posting, text } = reading;
  const [start, end] = [posting?.start ?? 0, posting?.end ?? 0];
  return asks(
    "which_posting",
    "Which role do you mean?",
    roles.map(({ title }) => ({
      label: title,
      text: `${text.slice(0, start)}${title}${text.slice(end)}`,
    })),
  );
};

const askRound = ({ words, found }: { words: string; found: readonly string[] }): Understanding =>
  asks(
    "not_understood",
    found.length === 0
      ? `Of which round? I know no stage and no session of a plan that is called “${words}”. Write it as it is called in Lever or in its plan.`
      : "Which round do you mean?",
    found.map((name) => ({ label: name, text: `Who owes feedback for the ${name}` })),
  );

const WHICH_DAYS =
  "Of which days? Say it with a day that has passed, such as: who owes feedback since Monday, for last week, or for more than two days.";
const BUT =
  /\b(?:besides|except(?: for)?|apart from|other than|aside from|beside|excluding|without|(?:but )?not(?: counting| including)?) @/u;
const OF_ALL = "of all, whoever is left out among them.";
/** A round, a role or days that are left out. */
const LEFT_OUT =
  /\b(?:not (?:for|from|since|counting|including)|but (?:not|for)|(?:without|excluding)(?! (?:any )?(?:feedback|forms?|scorecards?))|except(?: for| from)?|apart from|other than|besides|aside from)(?! @) |\b(?:not|without|excluding) #/u;
const NOT_WITHOUT =
  "That leaves something out, and forms are told for all, or for one candidate, interviewer, role or round. Say which one.";
const MANY_ROLES = /\b(?:and|or)\b[^.]*\b(?:roles|positions|jobs|postings)\b/u;
const ONE_ROLE = "One role at a time: which one first? Or leave the role out, to be told of all.";
/** Who owes nothing. */
const HANDED_IN =
  /\bwho(?: all)? (?:(?:does not|doesn't|doesnt|don't|dont) owe|owes no|(?:has|have) (?:already )?(?:handed|sent|submitted|given|filled|completed|done))\b/u;
const OWED_ALONE =
  "It is told who owes feedback, and not who has handed it in: that is on the page of the case.";
