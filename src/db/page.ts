/** Lists page by page: after the last row of the page before, by time and id, so that nothing is skipped or repeated while
 * rows come in. */
import { AppError } from "../domain/errors.ts";

/** Where a page begins: after the row with this time and id. */
export type PageStart = [at: string, id: string] | [at: null, id: null];

/** Reads what `cutPage` gave as `next`. Errors: `input_invalid` for anything else. */
export const pageStart = (after: string | undefined): PageStart => {
  if (after === undefined) return [null, null];
  const [at = "", id = "", ...more] = after.split("|");
  if (id === "" || more.length > 0 || !isOurs(at)) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "`after` must be what the page before gave as `next`.",
    });
  }
  return [at, id];
};

/** Whether a time is written as `cutPage` writes it. The database reads it too, and other ways of writing it than we do. */
const isOurs = (text: string): boolean => {
  try {
    const instant = Temporal.Instant.from(text);
    const { year } = instant.toZonedDateTimeISO("UTC");
    return year >= 1970 && year < 10_000 && instant.toString() === text;
  } catch {
    return false;
  }
};

/** The rows of one page out of one more than fit. Shape: `next` only when there are more. */
export const cutPage = <Item extends { id: string }>(
  found: readonly Item[],
  size: number,
  at: (item: Item) => Temporal.Instant,
): { rows: Item[]; next?: string } => {
  const last = found.length > size ? found[size - 1] : undefined;
  return {
    rows: found.slice(0, size),
    ...(last && { next: `${at(last).toString()}|${last.id}` }),
  };
};
