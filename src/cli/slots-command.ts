/** `convene slots`: runs the slot engine on a request in a file, for whoever wonders why a plan gives what it gives. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import { cleanLine, cleanText } from "../domain/quoted.ts";
import { pathInFile } from "../scheduling/fault-places.ts";
import { faultsInWords, issuesInWords } from "../scheduling/fault-words.ts";
import { findItineraries } from "../scheduling/find-itineraries.ts";
import { findSlots } from "../scheduling/find-slots.ts";
import type { Itinerary, LoopRequest, LoopResult } from "../scheduling/loop-types.ts";
import { SlotsRequest, toLoopRequest, withHolidays } from "../scheduling/request-json.ts";

/** As written on the command line. */
export interface SlotsOptions {
  input?: string;
  json?: boolean;
  schema?: boolean;
}

/** Prints the answer; exit code 2 when nothing fits. Errors: `input_invalid` with every fault of the file. */
export const runSlots = async ({ input, json, schema }: SlotsOptions): Promise<void> => {
  if (schema) {
    console.log(slotsSchema());
    return;
  }
  if (input === undefined) {
    throw refuse(
      "--input: is needed: a file with a request (docs/slots.md), or - for standard input.",
    );
  }
  const body = parseJson(await readInput(input), input);
  const request = toLoopRequest(await withHolidays(parseRequest(body, input)));
  const result = inItsNames(body, input, () => answer(request));
  // Names come from the file, and a terminal does what some characters say.
  console.log(json ? JSON.stringify(result) : cleanText(inWords(result, request)));
  if (result.kind === "none") process.exitCode = 2;
};

/** The request's JSON Schema, as in docs/slots-schema.json. */
export const slotsSchema = (): string => JSON.stringify(z.toJSONSchema(SlotsRequest), undefined, 2);

const refuse = (message: string, cause?: unknown): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message, cause });

const nameOf = (input: string): string =>
  input === "-" ? "standard input" : cleanLine(input, 200);

const readInput = async (input: string): Promise<string> => {
  try {
    return await readFile(input === "-" ? "/dev/stdin" : input, "utf8");
  } catch (cause) {
    throw refuse(`--input: ${nameOf(input)} cannot be read.`, cause);
  }
};

const MOST_FAULTS = 10;

const parseJson = (text: string, input: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const what = text.trim() === "" ? "is empty" : "is not JSON";
    throw refuse(`--input: ${nameOf(input)} ${what}: see docs/slots.md for a request.`, cause);
  }
};

const refuseAll = (faults: readonly string[], input: string): AppError => {
  const shown = faults.slice(0, MOST_FAULTS).join("\n  ");
  const more = faults.length > MOST_FAULTS ? `\n  and ${faults.length - MOST_FAULTS} more` : "";
  return refuse(`--input: ${nameOf(input)} is no request:\n  ${shown}${more}`);
};

const parseRequest = (body: unknown, input: string): SlotsRequest => {
  const parsed = SlotsRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  throw refuseAll(issuesInWords(parsed.error.issues, body), input);
};

const Faults = z.array(z.object({ path: z.string(), message: z.string() })).min(1);

/** What the engine refuses is told by the names in the file. */
const inItsNames = <Result>(body: unknown, input: string, run: () => Result): Result => {
  try {
    return run();
  } catch (error) {
    const faults = error instanceof AppError ? Faults.safeParse(error.data["faults"]) : undefined;
    if (!faults?.success) throw error;
    const placed = faults.data.map(({ path, message }) => ({
      path: pathInFile(path, body),
      message,
    }));
    throw refuseAll(faultsInWords(placed, body), input);
  }
};

/** One session by itself has its best starts, whatever their days. */
const answer = (request: LoopRequest): LoopResult => {
  const [session, ...others] = request.sessions;
  if (!session || others.length > 0 || session.pinned || request.previous) {
    return findItineraries(request);
  }
  const { sessions: _sessions, rules: _rules, effort: _effort, ...around } = request;
  const { id, durationMinutes, format, places, training } = session;
  const result = findSlots({
    ...around,
    session: { id, durationMinutes, ...(format && { format }) },
    places,
    ...(training && { training }),
  });
  const { findings, considered } = result;
  if (result.kind === "none") {
    const { kind, blockers, relaxations, clashes } = result;
    return { kind, blockers, relaxations, clashes, proven: true, steps: considered, findings };
  }
  const itineraries = result.slots.map(({ score, terms, ...slot }) => ({
    sessions: [{ sessionId: id, ...slot }],
    score,
    terms,
    disturbed: 0,
  }));
  const bound = itineraries.at(-1)?.score ?? 0;
  return { kind: "itineraries", itineraries, proven: true, bound, steps: considered, findings };
};

const inWords = (result: LoopResult, request: LoopRequest): string => {
  const findings = result.findings.map(({ words }) => words);
  if (result.kind === "none") {
    return [
      result.proven ? "Nothing fits." : "Nothing was found in the steps that the search may take.",
      ...result.blockers.map(({ words }) => `  ${words}`),
      ...result.clashes.map(({ words }) => `  ${words}`),
      ...result.relaxations.map(({ words }) => `  ${words}`),
      ...findings,
    ].join("\n");
  }
  const proof = result.proven
    ? "Proven best on their days."
    : `Not proven: what was not looked at scores at most ${result.bound.toFixed(1)}.`;
  const shown = result.itineraries.map((itinerary, index) =>
    itineraryInWords(itinerary, index + 1, request),
  );
  return [...shown, proof, ...findings].join("\n");
};

const itineraryInWords = (
  { sessions, score, terms, disturbed }: Itinerary,
  number: number,
  request: LoopRequest,
): string => {
  const { zone } = request.candidate;
  const change = request.previous ? `, ${disturbed} people learn of a change` : "";
  return [
    `${number}. ${score.toFixed(1)} of 100${change}`,
    ...sessions.flatMap(({ sessionId, startsAt, endsAt, panel, training = [] }) => {
      const name = request.sessions.find(({ id }) => id === sessionId)?.name ?? sessionId;
      const people = panel.map(({ email }) => request.people[email]?.name ?? email).join(", ");
      return [
        `   ${spanInWords(startsAt, endsAt, zone)}  ${name}: ${people}`,
        ...training.map(({ words }) => `     ${words}`),
      ];
    }),
    ...terms.map(
      ({ name, points, weight, words }) =>
        `     ${name} ${points.toFixed(1)} of ${weight.toFixed(1)}: ${words}`,
    ),
  ].join("\n");
};

const spanInWords = (startsAt: string, endsAt: string, zone: string): string => {
  const [start, end] = [startsAt, endsAt].map((iso) =>
    Temporal.Instant.from(iso).toZonedDateTimeISO(zone),
  );
  const date = start?.toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  const clock = (time: Temporal.ZonedDateTime | undefined): string =>
    time?.toPlainTime().toString({ smallestUnit: "minute" }) ?? "";
  return `${date ?? ""} ${clock(start)}–${clock(end)} ${zone}`;
};
