/** Which time in people's calendars is taken by a booking itself. Only where an event of it stands: at the booked time of one
 * that was deleted or moved, others may have put what is theirs. */
import { timeOf } from "../domain/itinerary.ts";
import type { BookedSession, BookingChange } from "../domain/proposal.ts";
import { takenBy } from "./holds.ts";

/** What of a booking is in calendars. */
export interface OwnEvents extends Pick<BookingChange, "before" | "events"> {
  /** Ids of all its events, also of those that are gone: a reading may be older than that. */
  eventIds?: readonly string[];
}

/** One block of somebody's calendar. */
export interface ReadBlock {
  start: Temporal.Instant;
  end: Temporal.Instant;
  eventId?: string;
}

/** Whether a block is of one of the booking's own events: by its id where that tells, else by where the event stands. */
export const isOwnTime = (
  email: string,
  block: ReadBlock,
  { before, events, eventIds = [] }: OwnEvents,
): boolean => {
  if (block.eventId !== undefined && eventIds.includes(block.eventId)) return true;
  return events.some((event) => {
    if (block.eventId === event.eventId) return true;
    const session = before.find(({ sessionId }) => sessionId === event.sessionId);
    if (!session || !takenBy(session).includes(email)) return false;
    if (block.eventId !== undefined && tellsTheSame(email, event.organizer, session)) return false;
    const { startsAt, endsAt } = timeOf(event);
    return block.start.equals(startsAt) && block.end.equals(endsAt);
  });
};

/** What of somebody's blocks is not the booking's own. Of a room is told only when it is taken, in one piece where one interview
 * follows the other: our part is cut out of it. It takes nothing that overlaps, so that nobody else's time is in that part. */
export const withoutOwn = <Block extends ReadBlock>(
  email: string,
  blocks: readonly Block[],
  own: OwnEvents,
): Block[] => {
  const others = blocks.filter((block) => !isOwnTime(email, block, own));
  const inRoom = own.events.filter(({ sessionId }) =>
    own.before.some((session) => session.sessionId === sessionId && session.room?.email === email),
  );
  return inRoom.map(timeOf).reduce((rest, time) => rest.flatMap(cutBy(time)), others);
};

/** Shape: what is left before and after. */
const cutBy =
  ({ startsAt, endsAt }: ReturnType<typeof timeOf>) =>
  <Block extends ReadBlock>(block: Block): Block[] => {
    const isAround =
      block.eventId === undefined &&
      Temporal.Instant.compare(block.start, startsAt) <= 0 &&
      Temporal.Instant.compare(endsAt, block.end) <= 0;
    if (!isAround) return [block];
    return [
      { ...block, end: startsAt },
      { ...block, start: endsAt },
    ].filter(({ start, end }) => Temporal.Instant.compare(start, end) < 0);
  };

/** Whether an event has the organizer's id in this person's calendar too. Microsoft's copies for guests have ids of their own,
 * and so have those that come from another service. */
const tellsTheSame = (
  email: string,
  organizer: string,
  { panel, room }: BookedSession,
): boolean => {
  const serviceOf = (of: string) =>
    [...panel, ...(room ? [room] : [])].find((one) => one.email === of)?.calendar;
  return (
    email === organizer || (serviceOf(email) === "google" && serviceOf(organizer) === "google")
  );
};
