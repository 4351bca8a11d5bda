/** What a note in Lever may hold. */

/** Lever says nowhere how long a note may be; this is the length that its page still reads well at. Units: UTF-16. */
export const LONGEST_NOTE = 15_000;

/** In a note at Lever `@name` wakes somebody up. */
export const withoutHandles = (line: string): string =>
  line.replaceAll(/@(?=[\p{L}\p{N}_])/gu, "(at) ");
