/** What a candidate wrote with their wish for another time, as it was understood: what the search goes by, and what is told of it to
 * whoever decides. Their words stay a text: nothing but days and hours ever comes out of them. */
import type { MoveWords } from "../../src/cases/wishes.ts";
import { spanOf, timeOf } from "../../src/domain/itinerary.ts";
import type { BookInterview, Evidence } from "../../src/domain/proposal.ts";
import { cleanLine } from "../../src/domain/quoted.ts";
import type { Constraints, Rule } from "../../src/language/constraints/constraints.ts";
import { readWindows } from "../../src/language/constraints/read-windows.ts";
import { type Window, overlaps } from "../../src/language/constraints/windows.ts";
import { shiftWords } from "../../src/language/constraints/wishes.ts";
import type { WishedTimes } from "../../tools/candidate-times.ts";
import { isAboutNeeds } from "../candidate-chat/needs.ts";
import type { SpecialistRun } from "../specialist.ts";

/** Shape: JSON. `words`: of which it tells. */
export type Heard = { words: string } & (
  | { how: "understood"; said: string; isMore: boolean; wished: WishedTimes }
  /** They have said since when they could, which is searched by already. */
  | { how: "told" }
  | { how: "unclear" }
);

/** What the words of a wish say of the candidate's time, as long as that is sure. Shape: null where nobody wishes for another
 * time, or a person asked for one by name. */
export const hear = (
  run: Pick<SpecialistRun, "isMoveWanted" | "moveWords" | "wishes">,
  { sessions, candidate }: Pick<BookInterview, "sessions" | "candidate">,
): Heard | null => {
  const { isMoveWanted, moveWords, wishes } = run;
  if (!isMoveWanted || moveWords === null || wishes.startsAt !== null) return null;
  const { words, saidAt, zone, isToldSince } = moveWords;
  if (isToldSince) return { words, how: "told" };
  const { startsAt: start, endsAt: end } = spanOf(sessions);
  const { constraints, windows } = readWindows({
    words,
    now: Temporal.Instant.from(saidAt),
    zone: zone ?? candidate.zone,
    durationMinutes: start.until(end).total("minutes"),
    booked: { start, end },
  });
  const own = ownTime(constraints);
  if (!isClear(constraints, own, sessions)) return { words, how: "unclear" };
  const isNamed = own.allow.length > 0 || constraints.shift !== undefined;
  const isExact = isNamed && sessions.every((session) => !isAmong(session, windows));
  return {
    words,
    how: "understood",
    said: inWords(constraints, own),
    isMore: isMore(constraints),
    wished: {
      windows: windows.map((window) => ({
        start: window.start.toString(),
        end: window.end.toString(),
      })),
      isNamed,
      isExact,
    },
  };
};

type OwnTime = Pick<Constraints, "allow" | "deny">;

const ownTime = ({ allow, deny }: OwnTime): OwnTime => {
  const isOwn = ({ who }: Rule): boolean => who === undefined;
  return { allow: allow.filter(isOwn), deny: deny.filter(isOwn) };
};

/** Intents whose days may be of what is booked, or of somebody else. */
const OTHER_INTENTS: ReadonlySet<Constraints["intent"]> = new Set(["cancel", "swap", "replace"]);

/** Nothing to be asked, something about time, and of all that is booked: of one session of several the structure does not tell
 * which, nor when the others would be. */
const isClear = (
  { sure, intent, shift, about }: Constraints,
  { allow, deny }: OwnTime,
  sessions: BookInterview["sessions"],
): boolean => {
  const rules = [...allow, ...deny];
  if (!sure || OTHER_INTENTS.has(intent) || (rules.length === 0 && !shift)) return false;
  const isOfOne =
    about.session !== undefined ||
    shift !== undefined ||
    rules.some(({ startsAt }) => startsAt !== undefined);
  return sessions.length === 1 || !isOfOne;
};

/** Whether they say something that is not of the candidate's time: who should come, whose time it is, how long. */
const isMore = ({ allow, deny, people, limits }: Constraints): boolean =>
  [...allow, ...deny].some(({ who }) => who !== undefined) ||
  people.wanted.length + people.notWanted.length > 0 ||
  limits.durationMinutes !== undefined;

const isAmong = (
  session: BookInterview["sessions"][number],
  windows: readonly Window[],
): boolean => {
  const { startsAt: start, endsAt: end } = timeOf(session);
  return overlaps([{ start, end }], windows).some(
    (shared) => shared.start.equals(start) && shared.end.equals(end),
  );
};

const MOST_RULES = 6;

const inWords = ({ shift }: Constraints, { allow, deny }: OwnTime): string => {
  const listed = (what: string, rules: readonly Rule[]): string[] => {
    if (rules.length === 0) return [];
    const words = rules.slice(0, MOST_RULES).map((rule) => rule.words);
    const rest = rules.length > MOST_RULES ? `; and ${rules.length - MOST_RULES} more` : "";
    return [`${what} ${words.join("; ")}${rest}.`];
  };
  return [
    ...listed("Cannot be:", deny),
    ...listed("Can be:", allow),
    ...(shift ? [`Against what is booked: ${shiftWords(shift)}.`] : []),
  ].join(" ");
};

const MOST_WORDS = 600;

const UNCLEAR =
  "What they wrote was not understood in whole as days and hours, so nothing was searched by it: a person must read it. Approve only a time that fits it.";
const UNREAD =
  "Nothing was searched by what they wrote: a person must read it. Approve only a time that fits it.";
const TOLD =
  "They said when they could with it or since, on their page: these times are looked for by that. Approve only a time that fits both.";
const FOLLOWED = "These ways follow that. Check that it is what they meant.";
const NOT_FOLLOWED =
  "Nothing fits what the candidate wrote; these ways do not follow it. Approve one only if they agree to it.";
const MORE = "What they wrote of people or of the length is not searched by.";

/** Whoever may look reads this, and so may the panel. */
const OF_NEEDS =
  "The candidate wrote why. It may be about what they need, so admins and recruiters who do not sit on the panel read it under Candidates ask.";

/** The words, unless they are of a need, and what was understood of them, for whoever decides. `isPassedOver`: nothing was found that fits them. */
export const heardInWords = (
  { words }: Pick<MoveWords, "words">,
  heard: Heard | undefined,
  { isPassedOver = false }: { isPassedOver?: boolean },
): Evidence[] =>
  [
    isAboutNeeds(words) ? OF_NEEDS : `The candidate wrote: “${cleanLine(words, MOST_WORDS)}”`,
    // Written meanwhile, other words are no reason for these times.
    understoodInWords(heard?.words === words ? heard : undefined, isPassedOver),
  ].map((what) => ({ kind: "warning", what, source: "candidate" }));

const understoodInWords = (heard: Heard | undefined, isPassedOver: boolean): string => {
  switch (heard?.how) {
    case "told":
      return TOLD;
    case "understood":
      return [
        `Understood: ${cleanLine(heard.said, MOST_WORDS)}`,
        isPassedOver ? NOT_FOLLOWED : FOLLOWED,
        ...(heard.isMore ? [MORE] : []),
      ].join(" ");
    case "unclear":
      return UNCLEAR;
    case undefined:
      return UNREAD;
  }
};
