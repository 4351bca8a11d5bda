/** How a booking differs from what it was: which sessions, who learns of it, and in which words. */
import { spanOf, timeOf, whenInWords } from "./itinerary.ts";
import type { BookInterview, BookedSession, PanelMember } from "./proposal.ts";
import { slotInWords } from "./time.ts";

/** One session before and after. */
export interface SessionChange {
  before: BookedSession;
  after: BookedSession;
  isMoved: boolean;
  /** Who comes in, and who need not come any more. */
  joining: PanelMember[];
  leaving: PanelMember[];
}

type Changing = Pick<BookInterview, "kind" | "sessions" | "change" | "candidate">;

/** Every session of a change, in the order of `sessions`. */
export const sessionChanges = ({ sessions, change }: Changing): SessionChange[] =>
  sessions.flatMap((after) => {
    const before = change?.before.find(({ sessionId }) => sessionId === after.sessionId);
    if (!before) return [];
    return [
      {
        before,
        after,
        isMoved: !isSameTime(before, after),
        joining: without(after.panel, before.panel),
        leaving: without(before.panel, after.panel),
      },
    ];
  });

/** Whether two of them lie at the same time. */
export const isSameTime = (one: Timed, other: Timed): boolean => {
  const [a, b] = [timeOf(one), timeOf(other)];
  return a.startsAt.equals(b.startsAt) && a.endsAt.equals(b.endsAt);
};

type Timed = Pick<BookedSession, "startsAt" | "endsAt">;

const without = (panel: readonly PanelMember[], others: readonly PanelMember[]): PanelMember[] =>
  panel.filter(({ email }) => !others.some((other) => other.email === email));

const isAsBefore = ({ isMoved, joining, leaving }: SessionChange): boolean =>
  !isMoved && joining.length === 0 && leaving.length === 0;

/** Whether the session gets an event of its own: its old one is gone, or lies in another's calendar. So does one with a Teams
 * meeting that is changed: Exchange ends the meeting when the text below which it is written is another one. */
export const needsNewEvent = ({ change }: Changing, session: BookedSession): boolean => {
  const { sessionId, organizer, video } = session;
  const event = change?.events.find((each) => each.sessionId === sessionId);
  const before = change?.before.find((each) => each.sessionId === sessionId);
  if (!event || !before || event.organizer !== organizer) return true;
  const stays =
    isSameTime(event, session) &&
    without(session.panel, before.panel).length === 0 &&
    without(before.panel, session.panel).length === 0;
  return video === "teams" && !stays;
};

/** Whether anything that the candidate was told is otherwise now: a time, a person, or a link. */
export const isForCandidate = (payload: Changing): boolean =>
  payload.kind === "cancel_booking" ||
  sessionChanges(payload).some(
    (each) =>
      !isAsBefore(each) || (each.after.video !== "none" && needsNewEvent(payload, each.after)),
  );

/** What a change adds to the time that is booked already: nobody is held twice. */
export const newSeats = ({ kind, sessions, change }: Changing): BookedSession[] =>
  kind === "cancel_booking"
    ? []
    : sessions.flatMap((session) => {
        const panel = session.panel.filter(
          ({ email }) => change?.before.every((old) => !sits(email, old, session)) !== false,
        );
        return panel.length === 0 ? [] : [{ ...session, panel }];
      });

const sits = (email: string, old: BookedSession, session: BookedSession): boolean => {
  const [a, b] = [timeOf(old), timeOf(session)];
  return (
    old.panel.some((member) => member.email === email) &&
    Temporal.Instant.compare(a.startsAt, b.endsAt) < 0 &&
    Temporal.Instant.compare(b.startsAt, a.endsAt) < 0
  );
};

/** The first moment of what changes, before or after: until then it can still be changed. */
export const changesFrom = (payload: Changing): Temporal.Instant => {
  const changed = sessionChanges(payload).filter((each) => !isAsBefore(each));
  const times = changed.flatMap(({ before, after }) => [before, after]).map(timeOf);
  const [first] = times
    .map(({ startsAt }) => startsAt)
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
  return first ?? spanOf(payload.sessions).startsAt;
};

/** `Ada Okafor takes the place of Ben Weber in Coding; nobody else of the panel learns of a change, the candidate does`. */
export const changeInWords = (payload: Changing & Pick<BookInterview, "title">): string => {
  if (payload.kind === "cancel_booking") {
    return `Cancel ${payload.title}, ${whenInWords(payload.sessions, payload.candidate.zone)}, and take everything back`;
  }
  const changes = sessionChanges(payload);
  const said = changes.filter((each) => !isAsBefore(each)).map((each) => oneInWords(each, payload));
  const again = changes
    .filter((each) => isAsBefore(each))
    .flatMap((each) => standingInWords(each, payload));
  return `${[...said, ...again].join("; ")}; ${learnInWords(payload, changes)}`;
};

const oneInWords = (
  { after, isMoved, joining, leaving }: SessionChange,
  { candidate }: Changing,
): string => {
  if (isMoved) {
    const withThem = joining.length > 0 ? `, with ${namesOf(after.panel)}` : "";
    return `Move ${after.name} to ${slotInWords(timeOf(after), candidate.zone)}${withThem}`;
  }
  if (joining.length === 0) return `${namesOf(leaving)} no longer sits in ${after.name}`;
  if (leaving.length === 0) return `${namesOf(joining)} joins ${after.name}`;
  const take = joining.length === 1 ? "takes the place of" : "take the places of";
  return `${namesOf(joining)} ${take} ${namesOf(leaving)} in ${after.name}`;
};

/** What stays as it was booked, while its event does not stand so. */
const standingInWords = ({ after }: SessionChange, { change, candidate }: Changing): string[] => {
  const event = change?.events.find(({ sessionId }) => sessionId === after.sessionId);
  if (!event) return [`Put ${after.name} on the calendar again`];
  if (isSameTime(event, after)) return [];
  return [`Put ${after.name} back to ${slotInWords(timeOf(after), candidate.zone)}`];
};

const learnInWords = (payload: Changing, changes: readonly SessionChange[]): string => {
  const told = isForCandidate(payload) ? "the candidate does" : "nor does the candidate";
  const moved = changes.filter(({ isMoved }) => isMoved);
  if (moved.length === 0) return `nobody else of the panel learns of a change, ${told}`;
  const people = new Set(
    changes.flatMap(({ before, after, isMoved, joining, leaving }) =>
      (isMoved ? [...before.panel, ...after.panel] : [...joining, ...leaving]).map(
        ({ email }) => email,
      ),
    ),
  );
  const count = people.size === 1 ? "one person learns" : `${people.size} people learn`;
  return `${count} of it, and the candidate`;
};

const namesOf = (people: readonly PanelMember[]): string =>
  people.map(({ name }) => name).join(" and ");
