/** The best itineraries, exactly. Sets of days are taken from the most promising down (`loop-days.ts`), and on each the best
 * itinerary is looked for (`loop-walk.ts`) as long as it could enter the list. So what is left out is proven to be no better,
 * unless the search was told to stop. */
import { DayTable, type TableBudget } from "./loop-day.ts";
import { stepsOf, tableWork } from "./loop-effort.ts";
import { coarserModel } from "./loop-coarse.ts";
import { createDayPlans } from "./loop-days.ts";
import type { LoopModel } from "./loop-model.ts";
import { MORNING } from "./loop-moments.ts";
import { noPrices } from "./loop-prices.ts";
import type { FoundItinerary } from "./loop-path.ts";
import { type WalkState, walkDays } from "./loop-walk.ts";

export interface LoopSearch {
  /** Best first. */
  found: FoundItinerary[];
  /** Whether nothing that is not in the list could be. */
  proven: boolean;
  /** What nothing that was not looked at can have more of. */
  bound: number;
  steps: number;
}

interface HowFar {
  top: number;
  /** Steps before it stops. */
  effort: number;
}

/** Starts that are tried alone when all of them were too many, one after the other. Units: minutes. */
const COARSER = [15, 30];

/** The `top` best, no two on the same days. When the steps are used up before anything is found, it is looked for among fewer
 * starts, with a quarter of the steps each: an answer, with the bound of all. */
export const searchLoop = (model: LoopModel, { top, effort }: HowFar): LoopSearch => {
  const whole = searchAll(model, { top, effort });
  if (whole.proven || whole.found.length > 0) return whole;
  let { steps } = whole;
  for (const minutes of COARSER.filter((each) => each > model.frame.grid.step)) {
    const coarse = coarserModel(model, minutes);
    const some = searchAll(coarse, { top, effort: Math.ceil(effort / 4) });
    steps += some.steps;
    if (some.found.length > 0) return { ...whole, found: some.found, steps };
  }
  return { ...whole, steps };
};

const searchAll = (model: LoopModel, { top, effort }: HowFar): LoopSearch => {
  const free = noPrices(model.frame.people);
  const budget = { left: tableWork(effort) };
  const tables = model.frame.days.map((day) => new DayTable(model, { day, prices: free, budget }));
  fillTables(model, tables, budget);
  const best = new Map<string, FoundItinerary>();
  const worth = (): number[] =>
    [...best.values()].map(({ points }) => points).toSorted((a, b) => b - a);
  const toEnter = (key?: string): number =>
    Math.max(worth()[top - 1] ?? -Infinity, best.get(key ?? "")?.points ?? -Infinity);
  const state: WalkState = { steps: 0, effort, missed: -Infinity };
  const plans = createDayPlans(model, tables);
  state.steps += stepsOf(tableWork(effort) - Math.max(0, budget.left));
  for (const { days, bound } of plans.bestFirst(() => toEnter(), state)) {
    const key = days.map(({ table }) => table.day.day).join(" ");
    if (state.steps >= effort && best.size > 0) {
      state.missed = Math.max(state.missed, bound);
      break;
    }
    const found = walkDays({ model, days, toBeat: toEnter(key), state });
    if (found) best.set(key, found);
  }
  const found = [...best.values()].toSorted((a, b) => b.points - a.points).slice(0, top);
  const proven = state.missed === -Infinity;
  return {
    found,
    proven,
    bound: proven ? (found.at(-1)?.points ?? -Infinity) : state.missed,
    steps: state.steps,
  };
};

/** No day takes more of what all may take than that part: the next one may be easy. */
const PART_OF_A_DAY = 1 / 8;

/** What all sessions are worth on each day, the first ones first: should it become too much, the far days are guessed at. */
const fillTables = (
  { frame }: LoopModel,
  tables: readonly DayTable[],
  budget: TableBudget,
): void => {
  const all = frame.sessions.length;
  if (frame.rules.mostSessionsADay < all) return;
  const most = budget.left * PART_OF_A_DAY;
  for (const table of tables) {
    const before = budget.left;
    budget.left = Math.min(before, most);
    const allowed = budget.left;
    table.rest(2 ** all - 1, MORNING);
    budget.left = before - (allowed - budget.left);
  }
};
