/** The best itineraries, exactly. Sets of days are taken from the most promising down (`loop-days.ts`), and on each the best
 * itinerary is looked for (`loop-walk.ts`) as long as it could enter the list. So what is left out is proven to be no better,
 * unless the search was told to stop. */
import { DayTable } from "./loop-day.ts";
import { Effort } from "./loop-effort.ts";
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
 * starts, with an eighth of the steps each: an answer, with the bound of all. */
export const searchLoop = (model: LoopModel, { top, effort }: HowFar): LoopSearch => {
  const whole = searchAll(model, { top, effort });
  if (whole.proven || whole.found.length > 0) return whole;
  let { steps } = whole;
  for (const minutes of COARSER.filter((each) => each > model.frame.grid.step)) {
    const coarse = coarserModel(model, minutes);
    const some = searchAll(coarse, { top, effort: Math.ceil(effort / 8) });
    steps += some.steps;
    if (some.found.length > 0) return { ...whole, found: some.found, steps };
  }
  return { ...whole, steps };
};

const searchAll = (model: LoopModel, { top, effort: most }: HowFar): LoopSearch => {
  const prices = noPrices(model.frame.people);
  const effort = new Effort(most);
  const tables = model.frame.days.map((day) => new DayTable(model, { day, prices, effort }));
  fillTables(model, tables, effort);
  const best = new Map<string, FoundItinerary>();
  const worth = (): number[] =>
    [...best.values()].map(({ points }) => points).toSorted((a, b) => b - a);
  const toEnter = (key?: string): number =>
    Math.max(worth()[top - 1] ?? -Infinity, best.get(key ?? "")?.points ?? -Infinity);
  const known = { toBeat: () => toEnter(), isFound: () => best.size > 0 };
  const state: WalkState = { effort, missed: -Infinity };
  const plans = createDayPlans(model, tables);
  for (const { days, bound } of plans.bestFirst(known, state)) {
    const key = days.map(({ table }) => table.day.day).join(" ");
    if (effort.isOver && best.size > 0) {
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
    steps: Math.ceil(effort.steps),
  };
};

/** No day takes more of what all may take than that part: the next one may be easy. */
const PART_OF_A_DAY = 1 / 8;

/** What all sessions are worth on each day, the first ones first: should it become too much, the far days are guessed at. */
const fillTables = ({ frame }: LoopModel, tables: readonly DayTable[], effort: Effort): void => {
  const all = frame.sessions.length;
  if (frame.rules.mostSessionsADay < all) return;
  for (const table of tables) {
    effort.forTables(PART_OF_A_DAY, () => table.rest(2 ** all - 1, MORNING));
  }
};
