/** Clocks as Temporal tells them: for what the engine is held to. */

/** First instant at which the zone's clock shows the time or a later one. */
export const whenClockShows = (
  date: Temporal.PlainDate,
  minuteOfDay: number,
  zone: string,
): Temporal.Instant => {
  const wall = date.toPlainDateTime().add({ minutes: minuteOfDay });
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (earlier.toPlainDateTime().equals(wall)) return earlier.toInstant();
  const jump = earlier.getTimeZoneTransition("next");
  if (!jump) throw new Error("a clock that skips a time must jump");
  return jump.toInstant();
};
