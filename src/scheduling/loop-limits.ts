/** Somebody for whom the plan leaves no choice may sit in several sessions of the loop: their own buffer and limits hold
 * between these too. */
import { startMinute } from "./grid.ts";
import type { LoopFrame } from "./loop-frame.ts";
import type { PersonTime } from "./availability.ts";
import { dayAt } from "./whereabouts.ts";
import { mondayOf } from "./zone-clock.ts";

export interface OwnLimits {
  /** Whether the session can be placed there beside those that are; `remove` undoes it when it could. */
  place(session: number, start: number): boolean;
  remove(): void;
}

interface Sitting {
  start: number;
  end: number;
}

/** The limits of one walk through a loop. */
export const createOwnLimits = ({ sessions }: LoopFrame): OwnLimits => {
  const repeated = repeatedOf(sessions);
  const sittings = new Map([...repeated].map((rank) => [rank, [] as Sitting[]]));
  const placed: number[][] = [];
  return {
    place: (session, start) => {
      const facts = sessions[session];
      if (!facts) return false;
      const mine = facts.bound.filter(({ panelist }) => repeated.has(panelist.rank));
      const begin = startMinute(facts.frame.grid, start);
      const sitting = { start: begin, end: begin + facts.asked.durationMinutes };
      const isFixed = facts.fixedAt === start;
      const isFine = mine.every(({ panelist }) =>
        mayAlsoSit(panelist.time, sittings.get(panelist.rank) ?? [], sitting),
      );
      if (!isFixed && !isFine) return false;
      for (const { panelist } of mine) sittings.get(panelist.rank)?.push(sitting);
      placed.push(mine.map(({ panelist }) => panelist.rank));
      return true;
    },
    remove: () => {
      for (const rank of placed.pop() ?? []) sittings.get(rank)?.pop();
    },
  };
};

const repeatedOf = (sessions: LoopFrame["sessions"]): Set<number> => {
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const { bound } of sessions) {
    for (const { panelist } of bound) {
      if (seen.has(panelist.rank)) repeated.add(panelist.rank);
      seen.add(panelist.rank);
    }
  }
  return repeated;
};

const mayAlsoSit = (
  person: PersonTime,
  others: readonly Sitting[],
  { start, end }: Sitting,
): boolean => {
  if (others.length === 0) return true;
  const { buffer, maxPerDay, maxPerWeek, perDay, perWeek } = person;
  const between = Math.max(buffer.before, buffer.after);
  if (others.some((other) => start < other.end + between && other.start < end + between))
    return false;
  const day = dayAt(person, start);
  const days = others.map((other) => dayAt(person, other.start));
  const sameDay = days.filter((each) => each === day).length;
  const sameWeek = days.filter((each) => mondayOf(each) === mondayOf(day)).length;
  return (
    (perDay.get(day) ?? 0) + sameDay < maxPerDay &&
    (perWeek.get(mondayOf(day)) ?? 0) + sameWeek < maxPerWeek
  );
};
