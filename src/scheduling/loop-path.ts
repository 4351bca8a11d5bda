/** Starts for all sessions, one after the other, and who sits in them. */
import type { NextSession } from "./loop-day.ts";
import { MORNING } from "./loop-moments.ts";
import type { BusyDay } from "./loop-days.ts";
import { JointSeats } from "./joint-seats.ts";
import { createOwnLimits } from "./loop-limits.ts";
import type { LoopModel } from "./loop-model.ts";

/** A start for each session, by its place in the request, and who sits in its open places. */
export interface FoundItinerary {
  points: number;
  starts: number[];
  /** Ranks, by session and open place. */
  seats: number[][];
}

/** A session at a start. Units: indexes. */
export interface Placed {
  session: number;
  start: number;
}

/** The starts that the tables promise the most for; undefined when they promised what is not to be had. */
export const bestPath = (days: readonly BusyDay[]): Placed[] | undefined => {
  const path: Placed[] = [];
  for (const { table, sessions } of days) {
    let open = sessions;
    let moment = MORNING;
    while (open !== 0) {
      let best: NextSession | undefined;
      let most = -Infinity;
      for (const next of table.next(open, moment)) {
        const points = next.most - next.wait + table.rest(open & ~(1 << next.session), next.moment);
        if (points > most) [most, best] = [points, next];
      }
      if (!best) return undefined;
      path.push({ session: best.session, start: best.start });
      open &= ~(1 << best.session);
      moment = best.moment;
    }
  }
  return path;
};

/** What a choice of starts is worth; undefined when it cannot be seated. */
export const seatPath = (model: LoopModel, path: readonly Placed[]): FoundItinerary | undefined => {
  const limits = createOwnLimits(model.frame);
  if (!path.every(({ session, start }) => limits.place(session, start))) return undefined;
  const rows = path.flatMap(({ session, start }) => model.rows(session, start));
  const seats = new JointSeats(model.frame.people, rows.length);
  const points = seats.push(rows) + pointsOf(model, path);
  if (points === -Infinity) return undefined;
  return { points, ...readSeats(model, path, seats.ranks()) };
};

/** What the starts add whoever sits in the open places, less what is waited and what further days cost. */
const pointsOf = (model: LoopModel, path: readonly Placed[]): number => {
  const { grid, sessions, days } = model.frame;
  let points = 0;
  let lastDay = -1;
  let end = 0;
  for (const [index, { session, start }] of path.entries()) {
    const day = days.findIndex(({ from, to }) => start >= from && start < to);
    const begin = grid.first + start * grid.step;
    if (index > 0) points -= day === lastDay ? (begin - end) * model.gapCost : model.dayCost;
    points += model.sure(session, start);
    end = begin + (sessions[session]?.asked.durationMinutes ?? 0);
    lastDay = day;
  }
  return points;
};

const readSeats = (
  { frame }: LoopModel,
  path: readonly Placed[],
  ranks: readonly number[],
): Pick<FoundItinerary, "starts" | "seats"> => {
  const starts = frame.sessions.map(() => -1);
  const seats = frame.sessions.map((): number[] => []);
  let row = 0;
  for (const { session, start } of path) {
    const { length } = frame.sessions[session]?.open ?? [];
    starts[session] = start;
    seats[session] = ranks.slice(row, row + length);
    row += length;
  }
  return { starts, seats };
};
