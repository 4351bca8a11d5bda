/** How much a search may do: what `effort` leaves for the tables of days, and for the steps beside them. */

/** About as long as a step of the walk takes. Units: what `TableBudget` counts. */
const WORK_A_STEP = 1_000;

/** What may be spent on the tables of all days: half of the effort, so that as much is left to look for itineraries. */
export const tableWork = (effort: number): number => (effort * WORK_A_STEP) / 2;

/** The same in steps. */
export const stepsOf = (work: number): number => Math.ceil(work / WORK_A_STEP);
