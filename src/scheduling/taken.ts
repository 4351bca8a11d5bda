/** What stands in a calendar, in whole minutes: what the engine works on. Made once for a calendar that is used often. */
import type { BusyBlock, BusyKind } from "../domain/calendar.ts";
import { AppError } from "../domain/errors.ts";
import { type Span, touchedSpan } from "./minutes.ts";

/** A block of a calendar. What is taken is never rounded away. */
export interface TakenSpan extends Span {
  kind: BusyKind;
}

/** From instants. */
export const takenFromBlocks = (blocks: readonly BusyBlock[]): TakenSpan[] =>
  blocks.map((block) => {
    const { start, end } = touchedSpan(block);
    return { start, end, kind: block.kind };
  });

/** From ISO 8601 texts with `Z` or an offset. Errors: `input_invalid` for one that is none. */
export const takenFromIso = (
  blocks: readonly { start: string; end: string; kind: BusyKind }[],
): TakenSpan[] =>
  blocks.map(({ start, end, kind }) => {
    const [from, to] = [millisecondsOf(start), millisecondsOf(end)];
    const first = Math.floor(from / 60_000);
    return { start: first, end: from === to ? first : Math.ceil(to / 60_000), kind };
  });

/** `2026-11-24T15:00:00Z`: the plain form of a calendar is read letter by letter, forty times as fast as by Temporal, which
 * reads all others. */
const millisecondsOf = (iso: string): number => {
  const plain = iso.length === 20 && iso.charCodeAt(19) === Z ? readPlain(iso) : Number.NaN;
  if (!Number.isNaN(plain)) return plain;
  try {
    return Temporal.Instant.from(iso).epochMilliseconds;
  } catch (cause) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "A block of a calendar has a time that is none: write it as 2026-11-24T15:00:00Z.",
      cause,
    });
  }
};

const Z = 90;
const MARKS = [
  [4, "-"],
  [7, "-"],
  [10, "T"],
  [13, ":"],
  [16, ":"],
].map(([place, mark]) => [Number(place), String(mark).charCodeAt(0)] as const);

const SHORTEST_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** NaN when it is not that form, or no time that there is. */
const readPlain = (iso: string): number => {
  for (const [place, mark] of MARKS) if (iso.charCodeAt(place) !== mark) return Number.NaN;
  const year = digits(iso, 0, 4);
  const month = digits(iso, 5, 7);
  const day = digits(iso, 8, 10);
  const hour = digits(iso, 11, 13);
  const minute = digits(iso, 14, 16);
  const second = digits(iso, 17, 19);
  const isTime = hour <= 23 && minute <= 59 && second <= 59;
  // Whether there is a 29th of February, Temporal knows.
  const isDate = day >= 1 && day <= (SHORTEST_MONTHS[month - 1] ?? 0);
  if (!isTime || !isDate || !(year >= 1970)) return Number.NaN;
  return (
    (((daysBefore(year, month) + day - 1) * 24 + hour) * 60 + minute) * 60_000 + second * 1_000
  );
};

/** NaN when one of them is none. */
const digits = (text: string, from: number, to: number): number => {
  let number = 0;
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
};

/** Days from 1970-01-01 to the first of a month. Source: H. Hinnant, "chrono-compatible low-level date algorithms". */
const daysBefore = (year: number, month: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};
