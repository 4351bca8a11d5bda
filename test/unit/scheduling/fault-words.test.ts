/** What is wrong with a request in a file, told once, by the names in it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import { pathInFile } from "../../../src/scheduling/fault-places.ts";
import { faultsInWords, issuesInWords } from "../../../src/scheduling/fault-words.ts";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import { SlotsRequest, toLoopRequest } from "../../../src/scheduling/request-json.ts";

type Json = Record<string, unknown>;

/** The documented example with a value at a path. */
const withAt = (path: readonly (string | number)[], value: unknown): Json => {
  const body = JSON.parse(readFileSync("docs/examples/loop.json", "utf8")) as Json;
  const last = path.at(-1) ?? "";
  const owner = path.slice(0, -1).reduce<Json>((at, step) => at[step] as Json, body);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return body;
};

const told = (body: unknown): string[] => {
  const parsed = SlotsRequest.safeParse(body);
  if (!parsed.success) return issuesInWords(parsed.error.issues, body);
  try {
    findItineraries(toLoopRequest(parsed.data));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { faults } = error.data as { faults: { path: string; message: string }[] };
    return faultsInWords(
      faults.map(({ path, message }) => ({ path: pathInFile(path, body), message })),
      body,
    );
  }
  return [];
};

const INES = ["people", "ines@example.com"];
const BACKWARDS = ": change start and end if they were written the wrong way round.";
const block = { start: "2026-11-24T12:00:00Z", end: "2026-11-24T09:00:00Z" };

test.each<[(string | number)[], unknown, string]>([
  [["now"], undefined, '"now" is missing: write "2026-11-23T08:00:00Z".'],
  [["now"], "2026-02-30T08:00:00Z", '"now" is not a real date and time.'],
  [["top"], 2.5, '"top" must be a whole number.'],
  [["pinned"], [], 'The request has no field "pinned": leave out what is not in docs/slots.md'],
  [["rules", "gridMinutes"], 7, '"rules" has no field "gridMinutes"'],
  [["horizon", "end"], "2026-11-01T00:00:00Z", "The horizon ends before it starts"],
  [["horizon", "end"], "2036-11-01T00:00:00Z", "The horizon must not be longer than 92 days: let"],
  [["candidate", "zone"], "GMT+25", "The candidate's zone must be an IANA time zone such as"],
  [["candidate", "windows"], [block], "The candidate's window 1 ends before it starts"],
  [
    ["candidate"],
    [],
    'The candidate must be an object in { }, such as { "zone": "Europe/Lisbon" }',
  ],
  [[...INES, "zone"], undefined, 'Ines\'s zone is missing: write "Europe/Lisbon".'],
  [[...INES, "busy"], [block], `Ines's busy block 1 ends before it starts${BACKWARDS}`],
  [[...INES, "busy"], [{ ...block, start: "soon" }], "Ines's start of busy block 1 must be a time"],
  [
    [...INES, "hours"],
    { start: "16:00", end: "08:00" },
    `Ines's hours must end later on the same day than they start${BACKWARDS}`,
  ],
  [[...INES, "unreadable"], "timeout", 'Ines\'s unreadable must be "not_found", "denied" or'],
  [[...INES, "bufferMinutes"], 1e9, 'Ines\'s "bufferMinutes" must be a whole number of minutes'],
  [[...INES, "bufferMinutes"], -5, 'Ines\'s "bufferMinutes" must be a whole number of minutes'],
  [[...INES, "maxPerDay"], -1, 'Ines\'s "maxPerDay" must be a whole number from 0 to 100.'],
  [[...INES, "name"], "", "ines@example.com's name must not be empty."],
  [[...INES, "days"], ["monday"], 'Ines\'s working day 1 must be one of "mon", "tue"'],
  [
    ["sessions", 0, "durationMinutes"],
    0,
    'Session welcome: "durationMinutes" must be a whole number',
  ],
  [["sessions", 1, "durationMinutes"], "60", 'Session design: "durationMinutes" must be a whole'],
  [["sessions", 0, "after"], ["welcome"], "Session welcome: after names the session itself: leave"],
  [["sessions", 0, "after"], "design", "Session welcome: after must be a list in [ ]."],
  [["sessions", 0, "after"], ["lunch"], "Session welcome: after names lunch, which is no session:"],
  [
    ["sessions", 0, "after"],
    ["design"],
    '"sessions" wait for each other: welcome, design. Let one',
  ],
  [["sessions", 1, "id"], "welcome", "Session welcome: id is the id of another session too: give"],
  [
    ["sessions", 1, "places", 0, "choices"],
    [],
    "Session design: choices of place pool engineers must",
  ],
  [
    ["sessions", 0, "places", 0, "choices"],
    ["Ines@Example.com"],
    "Session welcome: choices of place hiring manager names Ines@Example.com, who is not among the people: add",
  ],
  [
    ["rules"],
    { leastGapMinutes: 300, mostGapMinutes: 10 },
    '"leastGapMinutes" of rules must not be more than',
  ],
])("%j as %j is told once, by name", (path, value, words) => {
  const lines = told(withAt(path, value));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(words);
  expect(lines[0]).not.toMatch(/Invalid|undefined|\[\d|expected/);
});

test("an empty request is told what it lacks, with what to write", () => {
  const lines = told({});
  expect(lines).toHaveLength(5);
  for (const line of lines) expect(line).toMatch(/ is missing: write .+\.$/);
});

test("a place that is filled twice is found where it stands in the file", () => {
  const twice = { label: "two", choices: ["jonas@example.com"], count: 2 };
  const body = withAt(["sessions", 0, "places"], [twice, { label: "one", choices: [] }]);
  expect(told(body)).toEqual([
    'Session welcome: choices of place one must not be empty: write such as ["ines@example.com"].',
  ]);
});

test("the day of the week has its name, and an engine's field the file's", () => {
  const body = withAt(["top"], 5);
  const line = (path: string): string[] =>
    faultsInWords([{ path: pathInFile(path, body), message: "is wrong" }], body);
  expect(line("people[ines@example.com].hours.days[1][0]")).toEqual([
    "Ines's hours on Monday is wrong.",
  ]);
  expect(line("people[ines@example.com].taken[1]")).toEqual(["Ines's busy block 2 is wrong."]);
  expect(line("session.durationMinutes")).toEqual(['Session welcome: "durationMinutes" is wrong.']);
  expect(line("reservations[0]")).toEqual(["reserved time 1 is wrong."]);
});

test("a name cannot move the cursor", () => {
  const body = withAt([...INES, "name"], "I\u001B[2Jnes\n");
  expect(told({ ...body, people: { ...(body["people"] as Json), x: 1 } }).join()).not.toMatch(
    /[\u001B\n]/,
  );
});

test("a person without an address is told how to write one", () => {
  const ines = { name: "Ines", zone: "Europe/Lisbon" };
  expect(told(withAt(["people", ""], ines)).join(" ")).toContain(
    'must stand under an address: write it as "ines@example.com"',
  );
});
