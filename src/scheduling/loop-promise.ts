/** What sessions that are not placed yet could add if each had its own best time, but everybody sat once. The day's table
 * knows of times and not of who sits twice; this knows of who sits twice and not of times: together they leave little. */
import { emptyRow, type JointSeats, type SeatRow } from "./joint-seats.ts";
import type { BusyDay } from "./loop-days.ts";
import type { Effort } from "./loop-effort.ts";
import type { LoopModel } from "./loop-model.ts";

export interface Promises {
  /** The most that the seats so far and all open sessions have together: those of a day (bits) after `end`, and those of all
   * later days. Units: points, minutes since the epoch. */
  of(seats: JointSeats, at: { day: number; open: number; end: number }): number;
  /** The open places of all sessions of the days, each person at their best time. */
  rows(): SeatRow[];
}

/** The promises of some days. */
export const createPromises = (
  model: LoopModel,
  days: readonly BusyDay[],
  effort: Effort,
): Promises => {
  const { grid, sessions, rules, people } = model.frame;
  const hasChoice = sessions.map(({ open }) => open.length > 0);
  const rowsFrom = createRowsFrom(model, effort);
  const surest = sessions.map((_, session) =>
    hasChoice[session] ? 0 : mostSure(model, days, session),
  );
  const openRows = (index: number, open: number, from: number): SeatRow[] => {
    const to = days[index]?.table.day.to ?? 0;
    return sessions.flatMap((_, session) => {
      if (((open >> session) & 1) === 0 || !hasChoice[session]) return [];
      return from < to ? rowsFrom(session, from, to) : [emptyRow(people)];
    });
  };
  const laterRows = (day: number): SeatRow[] =>
    days.flatMap(({ table, sessions: open }, index) =>
      index > day ? openRows(index, open, table.day.from) : [],
    );
  const sureOf = (open: number): number =>
    surest.reduce((sum, points, session) => ((open >> session) & 1 ? sum + points : sum), 0);
  const later = days.map((_, day) => ({
    rows: laterRows(day),
    sure: days.reduce((sum, { sessions: open }, at) => (at > day ? sum + sureOf(open) : sum), 0),
  }));
  return {
    of: (seats, { day, open, end }) => {
      const from = Math.ceil((end + rules.leastGapMinutes - grid.first) / grid.step);
      const most = seats.push([...openRows(day, open, from), ...(later[day]?.rows ?? [])]);
      seats.pop();
      return most + sureOf(open) + (later[day]?.sure ?? 0);
    },
    rows: () => laterRows(-1),
  };
};

/** A session's open places from a start on, for each person the best; the first row holds what is sure, too. */
const createRowsFrom = (
  model: LoopModel,
  effort: Effort,
): ((session: number, start: number, to: number) => SeatRow[]) => {
  const { grid, sessions, people } = model.frame;
  const known = new Map<number, SeatRow[]>();
  const raised = (rows: readonly SeatRow[], session: number, start: number): SeatRow[] => {
    effort.work(rows.length * people);
    const best = rows.map((row) => row.slice());
    const sure = model.sure(session, start);
    for (const [at, row] of model.rows(session, start).entries()) {
      raise(best[at], row, at === 0 ? sure : 0);
    }
    return best;
  };
  const rowsFrom = (session: number, start: number, to: number): SeatRow[] => {
    const key = session * grid.count + start;
    const found = known.get(key);
    if (found) return found;
    const later =
      start + 1 < to
        ? rowsFrom(session, start + 1, to)
        : (sessions[session]?.open ?? []).map(() => emptyRow(people));
    const best = model.isOpen(session, start) ? raised(later, session, start) : later;
    known.set(key, best);
    return best;
  };
  return rowsFrom;
};

const raise = (most: SeatRow | undefined, row: SeatRow, sure: number): void => {
  if (!most) return;
  for (let rank = 0; rank < row.length; rank += 1) {
    const points = (row[rank] ?? -Infinity) + sure;
    if (points > (most[rank] ?? 0)) most[rank] = points;
  }
};

const mostSure = ({ sure }: LoopModel, days: readonly BusyDay[], session: number): number => {
  let most = -Infinity;
  for (const { table, sessions } of days) {
    if (((sessions >> session) & 1) === 0) continue;
    for (let start = table.day.from; start < table.day.to; start += 1) {
      most = Math.max(most, sure(session, start));
    }
  }
  return most;
};
