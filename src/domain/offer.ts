/** An offer of times, and the booking that each of them would be. */
import { newSeats } from "./change.ts";
import { spanOf } from "./itinerary.ts";
import type { BookInterview, BookedSession } from "./proposal.ts";

/** Who chooses a time has it at least so long before it begins. */
const NOTICE_HOURS = 2;

/** Every session whose time a proposal keeps while it waits: of an offer those of all its times, of a change those that it
 * adds to what is booked. */
export const keptSessions = (payload: BookInterview): readonly BookedSession[] => {
  if (payload.change) return newSeats(payload);
  return payload.offer ? payload.offer.times.flat() : payload.sessions;
};

/** The booking of the offered time that begins then; null when none does. */
export const bookingAt = (
  { offer, ...payload }: BookInterview,
  startsAt: Temporal.Instant,
): BookInterview | null => {
  const sessions = offer?.times.find((time) => spanOf(time).startsAt.equals(startsAt));
  if (!offer || !sessions) return null;
  const texts = { ...payload.texts, ...offer.confirmation };
  return { ...payload, kind: "book_interview", sessions, texts };
};

/** Those of the offered times that may still be chosen: they begin late enough, and were not lost. */
export const choosable = (
  { offer }: BookInterview,
  { now, lost }: { now: Temporal.Instant; lost: readonly Temporal.Instant[] },
): BookedSession[][] =>
  (offer?.times ?? []).filter((sessions) => {
    const { startsAt } = spanOf(sessions);
    const isSoon = Temporal.Instant.compare(startsAt, now.add({ hours: NOTICE_HOURS })) < 0;
    return !isSoon && !lost.some((instant) => instant.equals(startsAt));
  });
