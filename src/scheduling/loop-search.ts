/** The best itineraries, exactly. Sets of days are taken from the most promising down (`loop-days.ts`), and on each the best
 * itinerary is looked for (`loop-walk.ts`) as long as it could enter the list. So what is left out is proven to be no better,
 * unless the search was told to stop. */
import { DayTable } from "./loop-day.ts";
import { createDayPlans } from "./loop-days.ts";
import type { LoopModel } from "./loop-model.ts";
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

/** The `top` best, no two on the same days. `effort`: steps before it stops. */
export const searchLoop = (
  model: LoopModel,
  { top, effort }: { top: number; effort: number },
): LoopSearch => {
  const free = noPrices(model.frame.people);
  const tables = model.frame.days.map((day) => new DayTable(model, day, free));
  const best = new Map<string, FoundItinerary>();
  const worth = (): number[] =>
    [...best.values()].map(({ points }) => points).toSorted((a, b) => b - a);
  const toEnter = (key?: string): number =>
    Math.max(worth()[top - 1] ?? -Infinity, best.get(key ?? "")?.points ?? -Infinity);
  const state: WalkState = { steps: 0, effort, missed: -Infinity };
  for (const { days, bound } of createDayPlans(model, tables).bestFirst(() => toEnter(), state)) {
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
