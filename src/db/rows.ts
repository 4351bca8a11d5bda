/** Values on their way to PostgreSQL and back. Times are `Temporal.Instant`, `int8` is a number, so that no caller
 * meets a `Date` or a number written as text. */
import pg from "pg";
import type { CustomTypesConfig } from "pg";

const { TIMESTAMPTZ, INT8, DATE, TIMESTAMP } = pg.types.builtins;
const TIMESTAMPTZ_ARRAY = 1185;
const INT8_ARRAY = 1016;
const TEXT_ARRAY: number = 1009;

const toInstant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const toNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError("An int8 of the database is too great for a number");
  }
  return value;
};

const toElements = (text: string): (string | null)[] => {
  const parse: (text: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY, "text");
  return parse(text);
};

const eachElement =
  <Element>(parse: (text: string) => Element) =>
  (text: string): (Element | null)[] =>
    toElements(text).map((element) => (element === null ? null : parse(element)));

const parsers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, toInstant],
  [TIMESTAMPTZ_ARRAY, eachElement(toInstant)],
  [INT8, toNumber],
  [INT8_ARRAY, eachElement(toNumber)],
  // pg would make `Date`s in the zone of the machine of these two.
  [DATE, (text) => text],
  [TIMESTAMP, (text) => text],
]);

/** The parsers of our own queries; libraries on the same pool keep pg's. */
export const rowTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format ?? "text"),
};

const toParameter = (value: unknown): unknown => {
  if (value instanceof Temporal.Instant) return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
};

/** Parameters as `pg` wants them. Plain objects become JSON; an array becomes an array of the database, so a JSON array
 * or a bare JSON string must be given through `JSON.stringify`. */
export const toParameters = (values: readonly unknown[]): unknown[] => values.map(toParameter);
