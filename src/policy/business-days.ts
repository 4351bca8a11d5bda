/** Business days in New York: no Saturdays, Sundays and public holidays. */
import { holidaysIn } from "../scheduling/holidays.ts";

const NEW_YORK = { country: "US", region: "NY" } as const;
const SATURDAY = 6;
/** Ten business days take no longer than that, whatever the holidays. */
const MOST_DAYS_EACH = 4;

/** The day that is so many business days after another one, which does not count itself. */
export const businessDaysAfter = async (
  day: Temporal.PlainDate,
  count: number,
): Promise<Temporal.PlainDate> => {
  const until = day.add({ days: (count + 1) * MOST_DAYS_EACH });
  const daysOff = await holidaysIn(NEW_YORK, { from: day, until });
  const closed = new Set(daysOff.map(({ date }) => date.toString()));
  let at = day;
  for (let left = count; left > 0;) {
    at = at.add({ days: 1 });
    if (at.dayOfWeek < SATURDAY && !closed.has(at.toString())) left -= 1;
  }
  return at;
};

/** The date in New York. */
export const newYorkDate = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO("America/New_York").toPlainDate();
