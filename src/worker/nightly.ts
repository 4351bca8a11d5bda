/** The latest moment at which a nightly duty was due, by the company's clock. */
export const lastNight = (
  now: Temporal.Instant,
  { zone, at }: { zone: string; at: Temporal.PlainTime },
): Temporal.Instant => {
  const local = now.toZonedDateTimeISO(zone);
  const today = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: at });
  return (
    Temporal.ZonedDateTime.compare(today, local) <= 0 ? today : today.subtract({ days: 1 })
  ).toInstant();
};
