/** How much a search may do, and has done: all that takes long is paid for here, so that a search of any size ends. */

/** About as long as a step of the walk takes: so many numbers looked at. */
const WORK_A_STEP = 1_000;

/** With nothing found when all steps are used up, so many times as many may be taken to find anything at all. */
export const LATEST = 1.25;

/** The steps of one search. */
export class Effort {
  /** Steps that were taken, and parts of one. */
  steps = 0;
  /** Steps before it stops. */
  readonly most: number;
  #tablesUntil: number;

  /** Half of it may go into the tables of days, so that as much is left to look for itineraries. */
  constructor(most: number) {
    this.most = most;
    this.#tablesUntil = most / 2;
  }

  /** Notes work that is less than a step, or more. Units: numbers that were looked at. */
  work(numbers: number): void {
    this.steps += numbers / WORK_A_STEP;
  }

  /** Whether all steps are used up. */
  get isOver(): boolean {
    return this.steps >= this.most;
  }

  /** Whether tables may still be worked on. What they do not know from then on they guess from above: bounds are wide then, and
   * right all the same. */
  get mayFillTables(): boolean {
    return this.steps < this.#tablesUntil;
  }

  /** Lets tables take no more than that part of the steps that are left, as long as `fill` lasts. */
  forTables<Result>(part: number, fill: () => Result): Result {
    const until = this.#tablesUntil;
    this.#tablesUntil = this.steps + (until - this.steps) * part;
    const result = fill();
    this.#tablesUntil = until;
    return result;
  }

  /** From now on tables may take half of what is left. */
  renewTables(): void {
    this.#tablesUntil = this.steps + Math.max(0, this.most - this.steps) / 2;
  }
}
