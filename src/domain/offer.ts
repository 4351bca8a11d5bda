/** An offer of times, and the booking that each of them would be. */
import { aboutFrom, newSeats } from "./change.ts";
import { spanOf } from "./itinerary.ts";
import type { BookInterview, BookedSession } from "./proposal.ts";

/** Who chooses a time has it at least so long before it begins. */
const NOTICE_HOURS = 2;

/** A session whose time is kept. */
export type KeptSession = BookedSession & {
  /** Of an offer: the place of its time among the others. */
  offered?: number;
};

/** Every session whose time a proposal keeps while it waits: of an offer those of all its times, of a change those that it
 * adds to what is booked. */
export const keptSessions = (payload: BookInterview): readonly KeptSession[] => {
  if (payload.change) return newSeats(payload);
  if (!payload.offer) return payload.sessions;
  return payload.offer.times.flatMap((sessions, offered) =>
    sessions.map((session) => ({ ...session, offered })),
  );
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

/** Until when a time may be chosen, whatever else is offered. */
const lastCallOf = (sessions: readonly BookedSession[]): Temporal.Instant =>
  spanOf(sessions).startsAt.subtract({ hours: NOTICE_HOURS });

/** Whether one of the times can be chosen only less long than until the end of the offer. */
export const endsSooner = (
  times: readonly (readonly BookedSession[])[],
  until: Temporal.Instant,
): boolean => times.some((sessions) => Temporal.Instant.compare(lastCallOf(sessions), until) < 0);

/** The offer as it may be sent now: without the times that are too near by now. Shape: null when none is left, or it has
 * ended. */
export const offerNow = (payload: BookInterview, now: Temporal.Instant): BookInterview | null => {
  const { offer } = payload;
  if (!offer || Temporal.Instant.compare(Temporal.Instant.from(offer.until), now) <= 0) return null;
  const times = choosable(payload, { now, lost: [] });
  return times.length === 0 ? null : { ...payload, offer: { ...offer, times } };
};

/** What a decision must come before: what it is about, or the end of the offer, when one of its times is left still. */
export const decidedBefore = (payload: BookInterview): Temporal.Instant =>
  payload.offer ? Temporal.Instant.from(payload.offer.until) : aboutFrom(payload);

/** Those of the offered times that may still be chosen: they begin late enough, and were not lost. */
export const choosable = (
  { offer }: BookInterview,
  { now, lost }: { now: Temporal.Instant; lost: readonly Temporal.Instant[] },
): BookedSession[][] =>
  (offer?.times ?? []).filter((sessions) => {
    const { startsAt } = spanOf(sessions);
    const isSoon = Temporal.Instant.compare(lastCallOf(sessions), now) < 0;
    return !isSoon && !lost.some((instant) => instant.equals(startsAt));
  });
