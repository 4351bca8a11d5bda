/** The moment whose facts are learnt from. What is known of an interview grows until it begins: whoever stays away cannot be told apart by
 * what is known in the last hour, when nobody can be helped any more. Pure. */

/** As late as somebody can still be helped, and after the first of the usual reminders has asked for a word; what is booked with the usual
 * notice is booked by then. Units: hours before the start. */
export const HORIZON_HOURS = 24;

interface Booked {
  startsAt: Temporal.Instant;
  bookedAt: Temporal.Instant;
}

/** Whether it was booked, or moved to this time, so late that there was no such moment. */
const isLate = ({ startsAt, bookedAt }: Booked): boolean =>
  Temporal.Instant.compare(bookedAt, horizonOf({ startsAt })) >= 0;

const horizonOf = ({ startsAt }: Pick<Booked, "startsAt">): Temporal.Instant =>
  startsAt.subtract({ hours: HORIZON_HOURS });

/** The horizon, or the booking if that was later. */
export const factsMoment = (booked: Booked): Temporal.Instant =>
  isLate(booked) ? booked.bookedAt : horizonOf(booked);

/** Whether the candidate confirmed, as it is learnt from: by that moment. Null: they had no time to before it. */
export const confirmedByThen = (
  booked: Booked,
  confirmedAt: Temporal.Instant | null,
): boolean | null =>
  isLate(booked)
    ? null
    : confirmedAt !== null && Temporal.Instant.compare(confirmedAt, horizonOf(booked)) <= 0;

/** The same as a risk is told by: who has confirmed has; who has not counts as such from the moment on, and before it that is not known. */
export const confirmedByNow = (
  booked: Booked,
  { confirmedAt, now }: { confirmedAt: Temporal.Instant | null; now: Temporal.Instant },
): boolean | null => {
  if (confirmedAt !== null) return true;
  return isLate(booked) || Temporal.Instant.compare(now, horizonOf(booked)) < 0 ? null : false;
};
