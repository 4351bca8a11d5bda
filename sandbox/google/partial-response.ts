/** The `fields` parameter: only what was asked for is sent. Source: Google Calendar API, "Performance tips". */
import { refusals } from "./errors.ts";

/** A tree of names; an empty one means everything below. */
type Mask = Map<string, Mask>;

/** The parts of a body that a mask names. Grammar: `a,b(c,d/e),f/*`. */
export const partialResponse = (body: unknown, fields: string | undefined): unknown =>
  fields === undefined ? body : pick(body, parse(fields));

const pick = (value: unknown, mask: Mask): unknown => {
  if (mask.size === 0 || mask.has("*")) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const below = mask.get(key);
      return below === undefined ? [] : [[key, pick(inner, below)]];
    }),
  );
};

const parse = (fields: string): Mask => {
  const tokens = fields.match(/[A-Za-z0-9_*]+|[(),/]/g) ?? [];
  if (tokens.join("") !== fields) throw refusals.invalid("fields");
  let next = 0;
  const parseList = (): Mask => {
    const mask: Mask = new Map();
    for (;;) {
      const [name, below] = parsePath();
      mask.set(name, new Map([...(mask.get(name) ?? []), ...below]));
      if (tokens[next] !== ",") return mask;
      next += 1;
    }
  };
  const parsePath = (): [string, Mask] => {
    const name = tokens[next] ?? "";
    if (!/^[A-Za-z0-9_*]+$/.test(name)) throw refusals.invalid("fields");
    next += 1;
    if (tokens[next] === "/") {
      next += 1;
      return [name, new Map([parsePath()])];
    }
    if (tokens[next] !== "(") return [name, new Map()];
    next += 1;
    const below = parseList();
    if (tokens[next] !== ")") throw refusals.invalid("fields");
    next += 1;
    return [name, below];
  };
  const mask = parseList();
  if (next !== tokens.length) throw refusals.invalid("fields");
  return mask;
};
