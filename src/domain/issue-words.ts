/** What a schema found wrong with a text, in words for whoever wrote it. */
import { z } from "zod";
import { editDistance } from "./edit-distance.ts";
import { shorten } from "./quoted.ts";

type Issue = z.core.$ZodIssue;

/** What the words are of. `key`: what keys of a text's own are held to. */
interface Wording {
  whole: string;
  schema: z.ZodType;
  key?: string;
}

/** One sentence for one fault that the schema found. */
export const createIssueWords = ({
  whole,
  schema,
  key = "",
}: Wording): ((issue: Issue) => string) => {
  let keys: string[] | undefined;
  // The schema is asked, so that no list of them can grow old.
  const known = (): string[] =>
    (keys ??= [...new Set(keysOf(z.toJSONSchema(schema, { unrepresentable: "any" })))]);
  return (issue) => {
    if (issue.code === "unrecognized_keys")
      return unknownKeys(issue.keys, { whole, known: known() });
    if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) {
      return "is missing";
    }
    if (issue.code === "invalid_type") return TYPES[issue.expected] ?? issue.message;
    if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
    if (issue.code === "invalid_format" && issue.format === "email") {
      return "must be an e-mail address";
    }
    if (issue.code === "invalid_key") return key || issue.message;
    if (issue.code === "too_small") return sizeInWords("at least", issue.origin, issue.minimum);
    if (issue.code === "too_big") return sizeInWords("at most", issue.origin, issue.maximum);
    return issue.message;
  };
};

const TYPES: Record<string, string> = {
  number: "must be a number",
  int: "must be a whole number",
  string: "must be a text",
  array: "must be a list: each entry after a dash, or all in brackets",
  object: "must have keys of its own, further in",
  record: "must have keys of its own, further in",
  boolean: "must be true or false",
};

const COUNTED: Record<string, [one: string, more: string]> = {
  array: ["entry", "entries"],
  string: ["character", "characters"],
};

const sizeInWords = (limit: string, origin: string, size: number | bigint): string => {
  const counted = COUNTED[origin];
  if (counted === undefined) return `must be ${limit} ${size}`;
  return `needs ${limit} ${size} ${counted[Number(size) === 1 ? 0 : 1]}`;
};

/** Where a fault is: `session 1 › place 2 › pool`. */
export const pathInWords = (path: readonly PropertyKey[]): string =>
  path
    .flatMap((key, index) => {
      if (typeof key === "number") return [];
      const next = path[index + 1];
      const name = String(key);
      return typeof next === "number" ? [`${name.replace(/s$/, "")} ${next + 1}`] : [name];
    })
    .join(" › ");

/** Slips of more letters than this are other words. */
const MAX_DISTANCE = 3;

/** Nobody reads more of them at a time. */
const MOST_KEYS = 5;

interface KnownKeys {
  whole: string;
  known: readonly string[];
}

const unknownKeys = (names: readonly string[], keys: KnownKeys): string => {
  const words = names.slice(0, MOST_KEYS).map((name) => unknownKey(shorten(name, 80), keys));
  const more = names.length - words.length;
  return [...words, ...(more > 0 ? [`So are ${more} more.`] : [])].join(" ");
};

const unknownKey = (key: string, { whole, known }: KnownKeys): string => {
  const [near] = known
    .map((other) => ({ other, distance: editDistance(key.toLowerCase(), other.toLowerCase()) }))
    .filter(({ other, distance }) => distance <= Math.min(MAX_DISTANCE, other.length / 2))
    .toSorted((one, two) => one.distance - two.distance);
  if (known.includes(key)) return `"${key}" is no key here: it stands elsewhere in ${whole}.`;
  const begun = known.find((other) => key.length > 3 && other.startsWith(key));
  const meant = begun ?? near?.other;
  const hint = meant !== undefined ? ` Did you mean "${meant}"?` : "";
  return `"${key}" is no key of ${whole} here.${hint}`;
};

/** Every key that a text may have somewhere. */
const keysOf = (schema: unknown): string[] => {
  if (typeof schema !== "object" || schema === null) return [];
  const named: unknown = Reflect.get(schema, "properties");
  const own = typeof named === "object" && named !== null ? Object.keys(named) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
};
