/** Who has said no to which time of a booking. An event that goes takes its guests' answers with it; they still count: whoever
 * declined is not asked again for the same time. */
import type { CalendarEvent } from "../../src/calendar/port.ts";
import { takenBy } from "../../src/cases/holds.ts";
import { isOverlapping } from "../../src/domain/change.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../src/domain/proposal.ts";
import type { LeverSays } from "./booked-panel.ts";

/** Somebody's no to one time. */
export type Refusal = NonNullable<BookingChange["refused"]>[number];

/** Those who take part in a session and have declined its event, the room among them. */
export const declinedIn = (session: BookedSession, { guests }: CalendarEvent): string[] =>
  takenBy(session).filter((email) =>
    guests.some((guest) => isSame(guest.email, email) && guest.answer === "declined"),
  );

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What a change of a booking knew of refusals: those that it mends, and those of before. Shape: each once. */
export const refusedIn = (changes: readonly BookInterview[]): Refusal[] =>
  each(
    changes.flatMap(({ change }) => [
      ...(change?.refused ?? []),
      ...(change?.events ?? []).flatMap(({ startsAt, endsAt, declined }) =>
        declined.map((email) => ({ email, startsAt, endsAt })),
      ),
    ]),
  );

/** What events that were cancelled still tell, as far as their calendar keeps them. `events`: one a session, in their order. */
export const refusedInGone = (
  { sessions }: BookInterview,
  events: readonly (CalendarEvent | null)[],
): Refusal[] =>
  sessions.flatMap((session, index) => {
    const event = events[index];
    if (event?.status !== "cancelled") return [];
    const time = { startsAt: event.startsAt.toString(), endsAt: event.endsAt.toString() };
    return declinedIn(session, event).map((email) => ({ email, ...time }));
  });

/** Those that no later word outweighs: whoever is invited by an event that stands answers there, and whom somebody has put
 * into the panel in Lever is meant. Shape: each once. */
export const stillRefused = (
  refused: readonly Refusal[],
  { events, lever }: { events: readonly (CalendarEvent | null)[]; lever: readonly LeverSays[] },
): Refusal[] => {
  const isInvited = (refusal: Refusal): boolean =>
    events.some(
      (event) =>
        event !== null &&
        isOverlapping(refusal, spanOf(event)) &&
        event.guests.some(({ email }) => isSame(email, refusal.email)),
    );
  const isInLever = ({ email }: Refusal): boolean =>
    lever.some(({ people }) => people.some((person) => isSame(person.email, email)));
  return each(refused).filter((refusal) => !isInvited(refusal) && !isInLever(refusal));
};

const spanOf = ({ startsAt, endsAt }: CalendarEvent) => ({
  startsAt: startsAt.toString(),
  endsAt: endsAt.toString(),
});

const each = (refused: readonly Refusal[]): Refusal[] => [
  ...new Map(
    refused.map((one) => [`${one.email} ${one.startsAt} ${one.endsAt}`, one] as const),
  ).values(),
];
