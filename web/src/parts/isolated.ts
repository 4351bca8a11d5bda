/** Letters that are written from right to left, and characters that turn the writing round. */
const TURNS =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A name within a line of ours where no element can stand around it, such as an accessible name: what its letters do to the order of writing
 * ends with it. */
export const isolated = (name: string): string =>
  TURNS.test(name) ? `\u2068${name.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "")}\u2069` : name;
