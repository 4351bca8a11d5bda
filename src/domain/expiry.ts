/** Until when a proposed time can still be decided on. */

/** Longest notice that a candidate and a panel are left with at the very last moment. */
const LAST_CALL_MINUTES = 60;

/** The end of the time for a decision: after so many hours, but well before the interview would begin. Units: hours.
 * Shape: never after `startsAt`. */
export const expiryOf = (
  now: Temporal.Instant,
  startsAt: Temporal.Instant,
  expireHours: number,
): Temporal.Instant => {
  const minutesLeft = now.until(startsAt).total("minutes");
  const lastCall = startsAt.subtract({
    minutes: Math.floor(Math.max(0, Math.min(LAST_CALL_MINUTES, minutesLeft / 2))),
  });
  const byPolicy = now.add({ hours: expireHours });
  return Temporal.Instant.compare(byPolicy, lastCall) < 0 ? byPolicy : lastCall;
};
