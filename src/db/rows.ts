/** Values on their way to PostgreSQL and back. Times are `Temporal.Instant`, `int8` is a number, so that no caller
 * meets a `Date` or a number written as text. */
import { isDate } from "node:util/types";
import pg from "pg";

const { TIMESTAMPTZ, INT8, DATE, TIMESTAMP } = pg.types.builtins;
const TIMESTAMPTZ_ARRAY = 1185;
const INT8_ARRAY = 1016;

const toInstant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

const toNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError("An int8 of the database is not a safe integer");
  }
  return value;
};

/** For elements that hold no commas or escapes: `{1,NULL}`, `{"2026-01-01 00:00:00+00"}`. */
const eachElement =
  <Element>(parse: (text: string) => Element) =>
  (text: string): (Element | null)[] =>
    text === "{}"
      ? []
      : text
          .slice(1, -1)
          .split(",")
          .map((element) => (element === "NULL" ? null : parse(element.replaceAll('"', ""))));

const makeRowTypes = (): pg.TypeOverrides => {
  const types = new pg.TypeOverrides();
  types.setTypeParser(TIMESTAMPTZ, toInstant);
  types.setTypeParser(TIMESTAMPTZ_ARRAY, eachElement(toInstant));
  types.setTypeParser(INT8, toNumber);
  types.setTypeParser(INT8_ARRAY, eachElement(toNumber));
  // pg would make `Date`s in the zone of the machine of these two.
  types.setTypeParser(DATE, (text) => text);
  types.setTypeParser(TIMESTAMP, (text) => text);
  return types;
};

/** The parsers of our own queries; libraries on the same pool keep pg's. */
export const rowTypes = makeRowTypes();

const toParameter = (value: unknown): unknown => {
  if (value instanceof Temporal.Instant) return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return isPlain(value) ? JSON.stringify(value) : value;
};

/** What pg itself would write as JSON. */
const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !ArrayBuffer.isView(value) && !isDate(value);

/** Parameters as `pg` wants them. Plain objects become JSON; an array becomes an array of the database, so a JSON array
 * or a bare JSON string must be given through `JSON.stringify`. Errors: a TypeError when something cannot be written as JSON,
 * here and not in pg: once it has begun a prepared statement, it would believe to the end of the connection that the
 * database knows it. */
export const toParameters = (values: readonly unknown[]): unknown[] => values.map(toParameter);
