/** How soon feedback is handed in. */
import { type Figure, shareOf, spreadOf } from "./figure.ts";
import type { FeedbackRow } from "./rows.ts";
import { type Bin, histogram } from "./statistics.ts";

/** Units: hours. */
const EDGES = [0, 4, 24, 48, 72, 168];

export interface FeedbackSpeed {
  /** Handed in before it was overdue. */
  inTime: Figure;
  /** Owed, and overdue. */
  overdue: number;
  /** Of those that are handed in, after the interview. Units: hours. */
  median: Figure;
  p90: Figure;
  bins: Bin[];
}

interface Deadline {
  now: Temporal.Instant;
  overdueAfterHours: number;
}

/** Of forms that are handed in or still owed. One that has time left says nothing yet. */
export const feedbackOf = (
  rows: readonly FeedbackRow[],
  { now, overdueAfterHours }: Deadline,
): FeedbackSpeed => {
  const hours = rows.flatMap(({ endsAt, handedInAt }) =>
    // Some write while they interview.
    handedInAt === null ? [] : [Math.max(0, endsAt.until(handedInAt).total("hours"))],
  );
  const overdue = rows.filter(
    ({ endsAt, handedInAt }) =>
      handedInAt === null && endsAt.until(now).total("hours") >= overdueAfterHours,
  ).length;
  const inTime = hours.filter((each) => each < overdueAfterHours).length;
  return {
    inTime: shareOf(inTime, hours.length + overdue),
    overdue,
    ...spreadOf(hours),
    bins: histogram(hours, EDGES),
  };
};
