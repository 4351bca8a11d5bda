/** The best itinerary for some sessions on some days, exactly: a walk through the days in order of time, in which what is
 * placed is seated exactly, and what is not is bounded twice: by the day's table, which knows of times, and by the promise,
 * which knows who sits twice. */
import { DayTable, type NextSession } from "./loop-day.ts";
import { MORNING } from "./loop-moments.ts";
import type { BusyDay } from "./loop-days.ts";
import { createOwnLimits, type OwnLimits } from "./loop-limits.ts";
import type { LoopModel } from "./loop-model.ts";
import { JointSeats, type SeatRow } from "./joint-seats.ts";
import type { Effort } from "./loop-effort.ts";
import { lowestPrices, noPrices, type Prices } from "./loop-prices.ts";
import { bestPath, type FoundItinerary, type Placed, seatPath } from "./loop-path.ts";
import { createPromises, type Promises } from "./loop-promise.ts";

export interface WalkState {
  effort: Effort;
  /** The best bound of what was not looked at. */
  missed: number;
}

interface WalkFacts {
  model: LoopModel;
  days: readonly BusyDay[];
  toBeat: number;
  state: WalkState;
}

/** The best itinerary with these sessions on these days, if it is better than `toBeat`. */
export const walkDays = ({ model, days, toBeat, state }: WalkFacts): FoundItinerary | undefined => {
  if (!days.every(({ table, sessions }) => table.canHold(sessions))) return undefined;
  const promises = createPromises(model, days, state.effort);
  const free = boundDays({ model, days, prices: noPrices(model.frame.people), state });
  if (free.bound <= toBeat) return undefined;
  const rows = promises.rows();
  const prices = pricesOf(rows, { model, state });
  const priced = prices.some((price) => price > 0)
    ? boundDays({ model, days, prices, state })
    : free;
  const bounds = priced.bound < free.bound ? priced : free;
  // What the table promises most for is good to have, whoever sits twice in it: then little is left to be looked at.
  const path = bestPath(bounds.days);
  const first = path && seatPath(model, path);
  const best = first && first.points > toBeat ? first : undefined;
  if (bounds.bound <= (best?.points ?? toBeat)) return best;
  const walk = new Walk({ model, bounds, promises, toBeat: best?.points ?? toBeat, state });
  return walk.run() ?? best;
};

/** As often as there are rows, all of them are seated, each among all. Without steps for that nobody costs anything: bounds are
 * wide then, and right all the same. */
const pricesOf = (
  rows: readonly SeatRow[],
  { model, state: { effort } }: Pick<WalkFacts, "model" | "state">,
): Prices => {
  const { people } = model.frame;
  if (effort.isOver) return noPrices(people);
  effort.work(rows.length ** 3 * people);
  return lowestPrices(rows, people);
};

interface Bounds {
  prices: Prices;
  /** Of everybody. */
  sum: number;
  days: readonly BusyDay[];
  /** For each day the most that it and all later ones can add, everybody at their price. */
  rest: number[];
  bound: number;
}

const boundDays = ({
  model,
  days,
  prices,
  state,
}: Omit<WalkFacts, "toBeat"> & { prices: Prices }): Bounds => {
  const sum = prices.reduce((all, price) => all + price, 0);
  const { effort } = state;
  effort.renewTables();
  const tables =
    sum === 0
      ? days
      : days.map(({ table, sessions }) => ({
          table: new DayTable(model, { day: table.day, prices, effort }),
          sessions,
        }));
  const rest = [0];
  for (const { table, sessions } of tables.toReversed()) {
    rest.unshift(table.rest(sessions, MORNING) + (rest[0] ?? 0));
  }
  effort.steps += days.length;
  const costs = model.dayCost * (days.length - 1);
  return { prices, sum, days: tables, rest, bound: (rest[0] ?? 0) + sum - costs };
};

interface WalkingFacts {
  model: LoopModel;
  bounds: Bounds;
  promises: Promises;
  toBeat: number;
  state: WalkState;
}

/** How far a walk has come. */
interface Place {
  /** Of the days that were chosen. */
  day: number;
  /** Sessions of that day that are not placed yet. */
  open: number;
  /** How far that day has come. */
  moment: number;
  /** Points whoever sits in the open places. */
  sure: number;
  /** Points of the open places so far, everybody at their price. */
  seated: number;
}

interface Branch {
  next: NextSession;
  /** The most that all after it can add, and the prices. */
  rest: number;
  bound: number;
}

/** What looking at a branch costs, and for each place and person seating all that are open. */
const COST_OF_A_BRANCH = 200;
const COST_OF_A_SEAT = 5;

/** A walk through all choices that could be better than `toBeat`. */
class Walk {
  best: FoundItinerary | undefined;
  readonly #facts: WalkingFacts;
  readonly #pricedRows: (session: number, start: number) => SeatRow[];
  /** Everybody for nothing. */
  readonly #seats: JointSeats;
  /** Everybody at their price. */
  readonly #pricedSeats: JointSeats;
  readonly #limits: OwnLimits;
  readonly #path: Placed[] = [];
  readonly #costOfOne: number;

  constructor(facts: WalkingFacts) {
    const { frame } = facts.model;
    const places = frame.sessions.reduce((all, { open }) => all + open.length, 0);
    this.#facts = facts;
    this.#pricedRows = createPricedRows(facts.model, facts.bounds.prices);
    this.#seats = new JointSeats(frame.people, places);
    this.#pricedSeats = new JointSeats(frame.people, places);
    this.#limits = createOwnLimits(frame);
    this.#costOfOne = COST_OF_A_BRANCH + COST_OF_A_SEAT * places * frame.people;
  }

  /** The best itinerary that is better. */
  run(): FoundItinerary | undefined {
    const { model, bounds } = this.#facts;
    // Paid at once for all days: then no bound leaves any out.
    const costs = model.dayCost * (bounds.days.length - 1);
    this.#dive({ ...this.#morningOf(0), sure: -costs, seated: 0 });
    return this.best;
  }

  get #toEnter(): number {
    return this.best?.points ?? this.#facts.toBeat;
  }

  #morningOf(day: number): Pick<Place, "day" | "open" | "moment"> {
    return { day, open: this.#facts.bounds.days[day]?.sessions ?? 0, moment: MORNING };
  }

  #dive(at: Place): void {
    const { model, bounds, state } = this.#facts;
    const day = bounds.days[at.day];
    if (!day) {
      const found = seatPath(model, this.#path);
      if (found && found.points > this.#toEnter) this.best = found;
      return;
    }
    const later = (bounds.rest[at.day + 1] ?? 0) + bounds.sum;
    for (const branch of branchesOf({ table: day.table, at, later, toBeat: this.#toEnter })) {
      if (branch.bound <= this.#toEnter) return;
      if (state.effort.isOver) {
        state.missed = Math.max(state.missed, branch.bound);
        return;
      }
      state.effort.work(this.#costOfOne);
      this.#follow(at, branch);
    }
  }

  #follow(at: Place, { next, rest }: Branch): void {
    const { model, bounds, promises } = this.#facts;
    const { session, start } = next;
    const sure = at.sure + model.sure(session, start) - next.wait;
    const seated = this.#pricedSeats.push(this.#pricedRows(session, start));
    if (sure + seated + rest > this.#toEnter) {
      const open = at.open & ~(1 << session);
      this.#seats.push(model.rows(session, start));
      const end = bounds.days[at.day]?.table.endOf(next.moment) ?? 0;
      const promised = promises.of(this.#seats, { day: at.day, open, end });
      if (sure + promised > this.#toEnter && this.#limits.place(session, start)) {
        this.#path.push({ session, start });
        this.#dive(
          open === 0
            ? { ...this.#morningOf(at.day + 1), sure, seated }
            : { day: at.day, open, moment: next.moment, sure, seated },
        );
        this.#path.pop();
        this.#limits.remove();
      }
      this.#seats.pop();
    }
    this.#pricedSeats.pop();
  }
}

/** What could come next, the most promising first. */
const branchesOf = ({
  table,
  at,
  later,
  toBeat,
}: {
  table: DayTable;
  at: Place;
  /** The most that later days can add, and the prices. */
  later: number;
  toBeat: number;
}): Branch[] => {
  const branches: Branch[] = [];
  for (const next of table.next(at.open, at.moment)) {
    const rest = table.rest(at.open & ~(1 << next.session), next.moment) + later;
    const bound = at.sure + at.seated + next.most - next.wait + rest;
    if (bound > toBeat) branches.push({ next, rest, bound });
  }
  // The sort is stable: of equals the session that was named first, and the earlier start.
  return branches.toSorted((a, b) => b.bound - a.bound);
};

const createPricedRows = (
  model: LoopModel,
  prices: Prices,
): ((session: number, start: number) => SeatRow[]) => {
  const known = new Map<number, SeatRow[]>();
  return (session, start) => {
    const key = session * model.frame.grid.count + start;
    const rows =
      known.get(key) ??
      model
        .rows(session, start)
        .map((row) => row.map((points, rank) => points - (prices[rank] ?? 0)));
    known.set(key, rows);
    return rows;
  };
};
