/** The span of time in which a session is looked for. */
import { DEFAULT_NOTICE_MINUTES } from "./defaults.ts";
import type { Interval, Surroundings } from "./types.ts";

/** From now to the end of the n-th business day (Monday to Friday) after today, in the zone given. */
export const businessHorizon = (
  now: Temporal.Instant,
  businessDays: number,
  zone: string,
): Interval => {
  let day = now.toZonedDateTimeISO(zone).toPlainDate();
  for (let left = businessDays; left > 0;) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5) left -= 1;
  }
  return { start: now, end: day.add({ days: 1 }).toZonedDateTime(zone).toInstant() };
};

/** What the notice is, said or not. Units: minutes. */
export const minimumNoticeOf = ({
  minimumNoticeMinutes,
}: Pick<Surroundings, "minimumNoticeMinutes">): number =>
  minimumNoticeMinutes ?? DEFAULT_NOTICE_MINUTES;
