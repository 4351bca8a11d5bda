/** Days that insights are asked for, as instants: half-open, by the clocks of one zone. */

export interface Days {
  /** ISO dates; the last one counts too. */
  from: string;
  to: string;
}

export interface Period {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** What is shown when nothing else is asked for. */
const DAYS_SHOWN = 28;

/** The four weeks that end today. */
export const lastDays = (now: Temporal.Instant, zone: string): Days => {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return { from: today.subtract({ days: DAYS_SHOWN - 1 }).toString(), to: today.toString() };
};

/** From the first moment of the first day to that of the day after the last one. */
export const periodOf = ({ from, to }: Days, zone: string): Period => {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone }).toInstant();
  return {
    from: startOf(Temporal.PlainDate.from(from)),
    to: startOf(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
};

/** Whether an instant lies in it. */
export const isIn = (at: Temporal.Instant, { from, to }: Period): boolean =>
  Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) < 0;
