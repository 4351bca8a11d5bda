/** What is wrong with a request that somebody wrote as JSON, in words of interviews: where it is, by name, what is wrong, and what to
 * write. Fields are called as they stand in the file, so that they can be found. */
import type { z } from "zod";
import { placeInWords, valueAt, type Step } from "./fault-places.ts";

type Issue = z.core.$ZodIssue;

/** What a field must be, whatever else stands there. */
const MUST: Readonly<Record<string, string>> = {
  durationMinutes: "must be a whole number of minutes from 1 to 480",
  bufferMinutes:
    'must be a whole number of minutes from 0 to 240, or both sides, such as { "before": 5, "after": 10 }',
  before: "must be a whole number of minutes from 0 to 240",
  after: "must be a whole number of minutes from 0 to 240",
  gridMinutes: "must be 5, 10, 15 or 30",
  unreadable:
    'must be "not_found", "denied" or "unavailable": write "unavailable" for a calendar that could not be read for any other reason, such as a timeout, and leave the field out for one that could',
};

/** What can be written where something is missing. */
const EXAMPLES: Readonly<Record<string, string>> = {
  now: '"2026-11-23T08:00:00Z"',
  horizon: '{ "start": "2026-11-23T08:00:00Z", "end": "2026-11-28T00:00:00Z" }',
  candidate: '{ "zone": "Europe/Lisbon" }',
  people: '{ "ines@example.com": { "name": "Ines", "zone": "Europe/Lisbon" } }',
  sessions:
    '[{ "id": "design", "durationMinutes": 60, "places": [{ "label": "engineer", "choices": ["ines@example.com"] }] }]',
  places: '[{ "label": "engineer", "choices": ["ines@example.com"] }]',
  choices: '["ines@example.com"]',
  zone: '"Europe/Lisbon"',
  name: '"Ines"',
  id: '"design"',
  label: '"engineer"',
  email: '"ines@example.com"',
  sessionId: '"design"',
  country: '"PT"',
  durationMinutes: "60",
};

/** Times of the day and of the calendar have the same names. */
const exampleOf = (path: readonly Step[]): string | undefined => {
  const field = String(path.at(-1) ?? "");
  if (field !== "start" && field !== "end") return EXAMPLES[field];
  const isClock = path.some((step) => /^(?:hours|comfort|lunch)$/.test(String(step)));
  return isClock ? '"09:00"' : '"2026-11-24T09:00:00Z"';
};

const KINDS: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object in { }",
  record: "an object in { }",
  array: "a list in [ ]",
};

const typeInWords = (path: readonly Step[], expected: string, value: unknown): string => {
  const example = exampleOf(path);
  if (value === undefined) return `is missing${example === undefined ? "" : `: write ${example}`}`;
  const kind = KINDS[expected] ?? expected;
  return `must be ${kind}${example === undefined ? "" : `, such as ${example}`}`;
};

const list = (values: readonly unknown[], last: string): string =>
  values
    .map((value) => JSON.stringify(value))
    .join(", ")
    .replace(/, ([^,]*)$/, ` ${last} $1`);

const boundInWords = (issue: Issue & { code: "too_small" | "too_big" }): string => {
  const isSmall = issue.code === "too_small";
  const bound = String(isSmall ? issue.minimum : issue.maximum);
  if (isSmall && issue.origin !== "number" && issue.origin !== "int" && bound === "1")
    return "must not be empty";
  const unit = issue.origin === "string" ? " characters" : issue.origin === "array" ? " items" : "";
  return `must be ${isSmall ? "at least" : "at most"} ${bound}${unit}`;
};

/** A path of JSON holds no symbols. */
const stepsOf = ({ path }: Issue): Step[] => path.filter((step) => typeof step !== "symbol");

const whatInWords = (issue: Issue, body: unknown): string => {
  const path = stepsOf(issue);
  const value = valueAt(body, path);
  const must = value === undefined ? undefined : mustOf(path);
  if (issue.code === "unrecognized_keys") {
    const [noun, verb] = issue.keys.length === 1 ? ["field", "is"] : ["fields", "are"];
    return `has no ${noun} ${list(issue.keys.map(shortened), "and")}: leave out what ${verb} not in docs/slots.md, or mend how it is written`;
  }
  if (must !== undefined && issue.code !== "custom") return must;
  switch (issue.code) {
    case "invalid_type":
      return typeInWords(path, issue.expected, value);
    case "invalid_value":
      return value === undefined
        ? "is missing"
        : `must be ${issue.values.length > 1 ? "one of " : ""}${list(issue.values, "or")}`;
    case "too_small":
    case "too_big":
      return boundInWords(issue);
    case "invalid_key":
      return 'must stand under an address: write it as "ines@example.com"';
    default:
      return issue.message;
  }
};

/** A pause's `after` is a list of sessions where a session has it. */
const mustOf = (path: readonly Step[]): string | undefined => {
  const field = String(path.at(-1) ?? "");
  const isBuffer = path.includes("bufferMinutes");
  return (field === "before" || field === "after") && !isBuffer ? undefined : MUST[field];
};

const LONGEST = 60;

const shortened = (key: string): string =>
  key.length > LONGEST ? `${key.slice(0, LONGEST)}…` : key;

/** Names and fields are written as they are. */
const sentence = (place: string, what: string): string =>
  `${place.replace(/^(?:the|session)(?= )/, (word) => (word === "the" ? "The" : "Session"))} ${what}.`;

/** What to do about what the engine refuses. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/ who is not among the people$/, ": add them to people, or write the address as it is there"],
  [/ which is no session$/, ": write the id of one, or leave it out"],
  [/ who is no choice of that place$/, ": write one of its choices, or null"],
  [/^must not be longer than \d+ days$/, ": let it end earlier"],
  [/^shares a day with another one$/, ": let one end before the other begins"],
];

const withAdvice = (path: readonly Step[], message: string): string => {
  const example = message === "must not be empty" ? EXAMPLES[String(path.at(-1))] : undefined;
  if (example !== undefined) return `${message}: write such as ${example}`;
  const advice = ADVICE.find(([pattern]) => pattern.test(message));
  return `${message}${advice?.[1] ?? ""}`;
};

/** A text that is no time is no real date either: the first thing that is wrong with a field is told. */
const firstOfEach = (issues: readonly Issue[]): Issue[] => {
  const key = ({ path, code }: Issue): string =>
    JSON.stringify([path, code === "unrecognized_keys"]);
  return [
    ...new Map(issues.toReversed().map((issue) => [key(issue), issue])).values(),
  ].toReversed();
};

/** Each thing that is wrong with the shape of a request, once, in a sentence. */
export const issuesInWords = (issues: readonly Issue[], body: unknown): string[] => [
  ...new Set(
    firstOfEach(issues).map((issue) =>
      sentence(placeInWords(stepsOf(issue), body), whatInWords(issue, body)),
    ),
  ),
];

/** Each thing that the engine refuses in a request, once, in a sentence. */
export const faultsInWords = (
  faults: readonly { path: readonly Step[]; message: string }[],
  body: unknown,
): string[] => [
  ...new Set(
    faults.map(({ path, message }) =>
      sentence(placeInWords(path, body), withAdvice(path, message)),
    ),
  ),
];
