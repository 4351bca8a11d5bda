/** Texts of 2,000 characters that make a careless reader slow. */

const MOST = 2000;

const filled = (piece: string): string =>
  piece.repeat(Math.ceil(MOST / piece.length)).slice(0, MOST);

/** By the piece that each repeats. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  "the ",
  "to ",
  "not ",
  "Monday ",
  "Monday to ",
  "Mon, ",
  "may 1 ",
  "May ",
  "1/",
  "1.",
  "1-",
  "1 ",
  "7 December, ",
  "7-9 Dec to ",
  "Tue 2-5 or ",
  "from the ",
  "in the afternoon of ",
  "Ada's ",
  "with Ada and ",
  "except but not ",
  "half past ",
  "between 9 and ",
  "early next ",
  "3pm CST ",
  "Europe/",
  "in Berlin until ",
  "not Monday, ",
  "a",
  "A ",
  "é\u0301",
  "\u202Eevil ",
  "👩‍👩‍👧‍👦 ",
  "\uD800",
  "'",
  "-",
  ",",
  "(((",
  "9:",
  "١٢:٣٠ ",
].map((piece) => [JSON.stringify(piece), filled(piece)] as const);

/** Hours that are the only ones, again and again, and days that they are for. */
export const ONLY = `${"only 9-5; ".repeat(40)}${"tue 2-3; ".repeat(190)}`.slice(0, MOST);

/** Many days, then many hours. */
export const CROSSED = `${"Mon, Tue, ".repeat(90)}${"1pm or 2-3 or ".repeat(70)}`.slice(0, MOST);
