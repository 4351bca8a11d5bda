/** The span of time that is looked at: from now to the end of the n-th business day (Monday to Friday) after today, in the
 * company's zone. Shape: ISO instants, half-open. */
export const businessHorizon = (
  now: Temporal.Instant,
  businessDays: number,
  zone: string,
): { from: string; to: string } => {
  let day = now.toZonedDateTimeISO(zone).toPlainDate();
  for (let left = businessDays; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  const end = day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  return { from: now.toString(), to: end.toString() };
};
