/** Where in a request something is, by the names that stand in it: `session design`, `Ada's hours on Monday`. */
import { weekdayName } from "./time-words.ts";

/** A field, or a place in a list. */
export type Step = string | number;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** What stands at a path; undefined when there is nothing. */
export const valueAt = (body: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      isRecord(value) && Object.hasOwn(value, step) ? value[String(step)] : undefined,
    body,
  );

const LONGEST = 80;

/** A name as it can stand in a line: short, and without signs that move the cursor. */
const named = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== ""
    ? value.replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, LONGEST)
    : undefined;

/** What one of a list is called. */
const ONE_OF: Readonly<Record<string, string>> = {
  busy: "busy block",
  stays: "stay",
  daysOff: "day off",
  places: "place",
  training: "training seat",
  windows: "window",
  reserved: "reserved time",
  previous: "previous booking",
  interviews: "interview",
  choices: "choice",
  seats: "seat",
  days: "working day",
};

/** A field as it stands in the file; one that is no word is quoted. */
const fieldOf = (field: string): string => (/^[a-z]+$/.test(field) ? field : JSON.stringify(field));

/** Fields and places in words: `start of busy block 2`. */
const chain = (path: readonly Step[], from: { path: readonly Step[]; body: unknown }): string => {
  const words: string[] = [];
  for (const [at, step] of path.entries()) {
    const list = String(path[at - 1] ?? from.path.at(-1) ?? "");
    if (typeof step === "number") {
      const here = valueAt(from.body, [...from.path, ...path.slice(0, at + 1)]);
      const label = isRecord(here) ? named(here["label"]) : undefined;
      words.pop();
      words.push(`${ONE_OF[list] ?? list} ${label ?? step + 1}`);
    } else words.push(fieldOf(step));
  }
  return words.toReversed().join(" of ");
};

const personPlace = (path: readonly Step[], body: unknown): string => {
  const [, email, ...rest] = path;
  if (email === undefined) return '"people"';
  const start = path.slice(0, 2);
  const name = named(valueAt(body, [...start, "name"])) ?? named(email) ?? "somebody";
  return rest.length === 0 ? name : `${name}'s ${onDay(rest, { path: start, body })}`;
};

/** `hours on Monday`: a weekday is a number to the engine. */
const onDay = (rest: readonly Step[], from: { path: readonly Step[]; body: unknown }): string => {
  const at = rest.findIndex((step, index) => step === "days" && rest[index - 1] === "hours");
  const day = at < 0 ? undefined : rest[at + 1];
  return typeof day === "number"
    ? `${chain(rest.slice(0, at), from)} on ${weekdayName(day)}`
    : chain(rest, from);
};

const sessionPlace = (path: readonly Step[], body: unknown): string => {
  const [, index, ...rest] = path;
  if (typeof index !== "number") return '"sessions"';
  const start = path.slice(0, 2);
  const name = named(valueAt(body, [...start, "id"])) ?? named(valueAt(body, [...start, "name"]));
  const session = `session ${name ?? index + 1}`;
  return rest.length === 0 ? session : `${session}: ${chain(rest, { path: start, body })}`;
};

/** Where a path of the request is, in words. */
export const placeInWords = (path: readonly Step[], body: unknown): string => {
  const [field, ...rest] = path;
  if (field === undefined) return "the request";
  if (field === "people") return personPlace(path, body);
  if (field === "sessions") return sessionPlace(path, body);
  if (field === "candidate" && rest.length > 0)
    return `the candidate's ${chain(rest, { path: [field], body })}`;
  if (field === "candidate" || field === "horizon") {
    return [
      `the ${field}`,
      ...(rest.length > 0 ? [chain(rest, { path: [field], body })] : []),
    ].join("'s ");
  }
  const whole = chain(path, { path: [], body });
  return rest.length === 0 && /^[a-z]/.test(whole) ? `"${whole}"` : whole;
};

/** `people[ada@example.com].hours.days[1][0]` as steps. */
const stepsOf = (path: string): Step[] =>
  [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, inside, field]) => {
    if (inside === undefined) return field ?? "";
    return /^\d+$/.test(inside) ? Number(inside) : inside;
  });

/** The engine has a place as often as it is to be filled; in the file it stands once. */
const placeInFile = (places: unknown, seat: number): number => {
  let left = seat;
  for (const [at, place] of (Array.isArray(places) ? places : []).entries()) {
    const count: unknown = isRecord(place) ? (place["count"] ?? 1) : 1;
    left -= typeof count === "number" ? count : 1;
    if (left < 0) return at;
  }
  return seat;
};

const OTHER_NAMES: readonly [RegExp, string][] = [
  [/^reservations/, "reserved"],
  [/^candidate\.comfort/, "candidate.hours"],
  [/^session\./, "sessions[0]."],
  [/^(places|training)\b/, "sessions[0].$1"],
  [/\.(?:taken|reading\.blocks)(?=\[)/, ".busy"],
  [/\.hours\.zone$/, ".zone"],
];

/** A path of the engine as it is in the file. */
export const pathInFile = (path: string, body: unknown): Step[] => {
  const steps = stepsOf(
    OTHER_NAMES.reduce((text, [other, name]) => text.replace(other, name), path),
  );
  const at = steps.indexOf("places");
  const seat = steps[at + 1];
  if (steps[0] !== "sessions" || at !== 2 || typeof seat !== "number") return steps;
  const first = placeInFile(valueAt(body, steps.slice(0, 3)), seat);
  return [...steps.slice(0, 3), first, ...steps.slice(4)];
};
