/** When a case for which nothing fits is looked at again by the clock: soon at first, daily later, and not for ever. */
import { digestOf } from "../digest.ts";

const FIRST_HOURS = [1, 4, 12, 24];
const DAILY_HOURS = 24;
/** It ends after so many times the wait for the alert. */
const LASTS = 3;
/** Cases that began together are not looked at together. */
const LONGEST_JITTER_MINUTES = 30;

interface Lasting {
  id: string;
  since: Temporal.Instant;
  alertAfterHours: number;
}

/** The next look after `now`. Shape: null when there is none any more. What was missed is not made up for. */
export const nextLook = (
  { id, since, alertAfterHours }: Lasting,
  now: Temporal.Instant,
): Temporal.Instant | null => {
  for (const hours of hoursUpTo(alertAfterHours * LASTS)) {
    const at = since.add({ hours, minutes: jitterMinutes(id, hours) });
    if (Temporal.Instant.compare(at, now) > 0) return at;
  }
  return null;
};

const hoursUpTo = (last: number): number[] => {
  const days = Math.floor(last / DAILY_HOURS);
  const daily = Array.from({ length: Math.max(0, days - 1) }, (_, day) => (day + 2) * DAILY_HOURS);
  return [...FIRST_HOURS.filter((hours) => hours <= last), ...daily];
};

/** A tenth of the wait at most. */
const jitterMinutes = (id: string, hours: number): number => {
  const share = Number.parseInt(digestOf(`${id} ${hours}`).slice(0, 8), 16) / 0x1_0000_0000;
  return Math.floor(share * Math.min(LONGEST_JITTER_MINUTES, hours * 6));
};
