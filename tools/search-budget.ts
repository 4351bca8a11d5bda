/** How much may be searched for one question. Counted in the engine's own steps and not in time, so that the answer is the same
 * on every machine. */
import { DEFAULT_EFFORT } from "../src/scheduling/defaults.ts";

/** As much as two searches take that use all their steps: a question ends about when its leases would have to be renewed. */
const IN_ALL = 2 * DEFAULT_EFFORT;

/** To build what is searched costs as much, however soon it is found. */
const STEPS_TO_BUILD = 300;

/** What is left of the steps of one question. */
export class SearchBudget {
  #left: number;

  constructor(steps: number = IN_ALL) {
    this.#left = steps;
  }

  /** Whether nothing may be searched any more. */
  get isOver(): boolean {
    return this.#left <= 0;
  }

  /** Steps for the next one of so many searches, 0: for one that shares none: what the easy ones leave goes to those after them. */
  shareOf(searches: number): number {
    if (searches === 0) return DEFAULT_EFFORT;
    return Math.max(1, Math.min(DEFAULT_EFFORT, Math.ceil(this.#left / searches)));
  }

  /** Notes a search that took so many steps. */
  spend(steps: number): void {
    this.#left -= steps + STEPS_TO_BUILD;
  }
}
