/** What a note in Lever may hold. */

/** Lever says nowhere how long a note may be; this is the length that its page still reads well at. Units: UTF-16. */
export const LONGEST_NOTE = 15_000;

/** In a note at Lever `@name` wakes somebody up, and what passes notes on may take `<…>` and `[…](…)` for its markup. */
export const withoutHandles = (line: string): string =>
  line
    .replaceAll(/@(?=[\p{L}\p{N}_])/gu, "(at) ")
    .replaceAll(/<(?=[\p{L}!/?@#(])/gu, "< ")
    .replaceAll("](", "] (");
