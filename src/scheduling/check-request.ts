/** Everything that is wrong with a request, at once and in words, before anything is computed. */
import { AppError } from "../domain/errors.ts";
import { isZone } from "../domain/time.ts";
import type { WorkingHours } from "../domain/calendar.ts";
import type { Span } from "./minutes.ts";
import type {
  ClockRange,
  Interval,
  SlotPerson,
  SlotPlace,
  SlotRequest,
  Stay,
  Surroundings,
} from "./types.ts";

/** One thing that is wrong. `path` is the field, `places[0].choices`. */
export interface RequestFault {
  path: string;
  message: string;
}

export type Report = (path: string, message: string) => void;

const MAX_PLACES = 20;
const MAX_TRAINING = 5;
const MAX_CHOICES = 100;
/** No horizon may be longer. */
export const MAX_HORIZON_DAYS = 92;
/** Units: interviews. */
const MAX_OWED = 1_000;
const GRIDS: ReadonlySet<number> = new Set([5, 10, 15, 30]);

/** Errors: `input_invalid` with every fault in `data.faults`. */
export const checkRequest = (request: SlotRequest): void => {
  refuseFaults((report) => {
    const whole = wholeNumbers(report);
    whole("session.durationMinutes", request.session.durationMinutes, DURATIONS);
    checkSurroundings(request, report);
    checkPlaces({ places: request.places, path: "places", people: request.people }, report);
    checkWeights(request.weights, report);
    checkTraining({ training: request.training, path: "training", people: request.people }, report);
    checkPeople(request.people, [...request.places, ...(request.training ?? [])], report);
    const { requiredStart } = request;
    if (requiredStart && !isWholeMinute(requiredStart)) {
      report("requiredStart", "must be on a whole minute");
    }
  });
};

/** How long a session may be. Units: minutes. */
export const DURATIONS: [number, number] = [1, 480];

/** Nobody reads more of them; and no program needs more. */
const MOST_SHOWN = 20;
const MOST_TOLD = 200;

/** Errors: `input_invalid` with all that was reported. */
export const refuseFaults = (check: (report: Report) => void): void => {
  const faults: RequestFault[] = [];
  check((path, message) => {
    faults.push({ path, message });
  });
  if (faults.length === 0) return;
  const shown = faults.slice(0, MOST_SHOWN).map(({ path, message }) => `${path} ${message}`);
  const left = faults.length - shown.length;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `No slots can be looked for: ${[...shown, ...(left > 0 ? [`and ${left} faults more`] : [])].join("; ")}.`,
    data: { faults: faults.slice(0, MOST_TOLD) },
  });
};

/** What is asked for one session as for several. */
export const checkSurroundings = (request: Surroundings, report: Report): void => {
  const whole = wholeNumbers(report);
  whole("minimumNoticeMinutes", request.minimumNoticeMinutes, [0, 30 * 24 * 60]);
  whole("top", request.top, [1, 50]);
  if (request.gridMinutes !== undefined && !GRIDS.has(request.gridMinutes)) {
    report("gridMinutes", "must be 5, 10, 15 or 30");
  }
  checkHorizon(request, report);
  checkCandidate(request, report);
  checkIntervals("reservations", request.reservations ?? [], report);
};

/** Everybody whom a place names. */
export const checkPeople = (
  people: SlotRequest["people"],
  places: readonly Pick<SlotPlace, "choices">[],
  report: Report,
): void => {
  for (const email of new Set(places.flatMap(({ choices }) => choices))) {
    const person = personOf(people, email);
    if (person) checkPerson(`people[${email}]`, person, report);
  }
};

/** Grid and calendars know minutes. */
export const isWholeMinute = (instant: Temporal.Instant): boolean =>
  instant.epochNanoseconds % 60_000_000_000n === 0n;

const personOf = (people: SlotRequest["people"], email: string): SlotPerson | undefined =>
  Object.hasOwn(people, email) ? people[email] : undefined;

/** Reports a number that is none, or is out of bounds. */
export const wholeNumbers =
  (report: Report) =>
  (path: string, value: number | undefined, [least, most]: [number, number]): void => {
    if (value === undefined) return;
    if (!Number.isInteger(value) || value < least || value > most) {
      report(path, `must be a whole number from ${least} to ${most}`);
    }
  };

/** There may be ten thousand blocks: nothing is made for those that are fine, and numbers compare faster than instants. */
const checkIntervals = (path: string, intervals: readonly Interval[], report: Report): void => {
  for (const [index, { start, end }] of intervals.entries()) {
    if (end.epochMilliseconds < start.epochMilliseconds)
      report(`${path}[${index}]`, "ends before it starts");
  }
};

const checkSpans = (path: string, spans: readonly Span[], report: Report): void => {
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index];
    // False for what is no number, too.
    if (span && !(span.end >= span.start)) report(`${path}[${index}]`, "ends before it starts");
  }
};

const checkHorizon = ({ horizon }: Surroundings, report: Report): void => {
  if (Temporal.Instant.compare(horizon.end, horizon.start) <= 0) {
    report("horizon", "must end after it starts");
  } else if (horizon.start.until(horizon.end).total("hours") > MAX_HORIZON_DAYS * 24) {
    report("horizon", `must not be longer than ${MAX_HORIZON_DAYS} days`);
  }
};

/** The seats of one session. */
export const checkPlaces = (
  {
    places,
    path: field,
    people,
  }: {
    places: readonly Pick<SlotPlace, "choices">[];
    path: string;
    people: SlotRequest["people"];
  },
  report: Report,
): void => {
  if (places.length === 0) report(field, "must not be empty");
  if (places.length > MAX_PLACES) report(field, `must not be more than ${MAX_PLACES}`);
  places.forEach(({ choices }, index) => {
    const path = `${field}[${index}].choices`;
    if (choices.length === 0) report(path, "must not be empty");
    if (choices.length > MAX_CHOICES) report(path, `must not be more than ${MAX_CHOICES}`);
    for (const email of choices) {
      if (!personOf(people, email)) report(path, `names ${email}, who is not among the people`);
    }
  });
};

/** Seats for those who learn: there may be none. */
export const checkTraining = (
  {
    training = [],
    ...rest
  }: { training: SlotRequest["training"]; path: string; people: SlotRequest["people"] },
  report: Report,
): void => {
  if (training.length > MAX_TRAINING) report(rest.path, `must not be more than ${MAX_TRAINING}`);
  if (training.length > 0) checkPlaces({ places: training, ...rest }, report);
};

const checkCandidate = ({ candidate }: Surroundings, report: Report): void => {
  if (!isZone(candidate.zone)) report("candidate.zone", "is not an IANA time zone");
  if (candidate.comfort) checkRange("candidate.comfort", candidate.comfort, report);
  if (candidate.lunch) checkRange("candidate.lunch", candidate.lunch, report);
  checkIntervals("candidate.windows", candidate.windows ?? [], report);
};

/** A range of one day's clock. */
export const checkRange = (
  path: string,
  { startMinute, endMinute }: ClockRange,
  report: Report,
): void => {
  const whole = Number.isInteger(startMinute) && Number.isInteger(endMinute);
  if (!whole || startMinute < 0 || endMinute > 1440 || endMinute <= startMinute) {
    report(path, "must run from one minute of the day to a later one, 0 to 1440");
  }
};

/** How much the soft terms weigh. */
export const checkWeights = (
  weights: Readonly<Record<string, number>> | undefined,
  report: Report,
): void => {
  const whole = wholeNumbers(report);
  for (const [name, weight] of Object.entries(weights ?? {})) {
    whole(`weights.${name}`, weight, [0, 1000]);
  }
};

const checkPerson = (path: string, person: SlotPerson, report: Report): void => {
  const whole = wholeNumbers(report);
  if (typeof person.bufferMinutes === "object") {
    const { before, after } = person.bufferMinutes;
    whole(`${path}.bufferMinutes.before`, before, [0, 240]);
    whole(`${path}.bufferMinutes.after`, after, [0, 240]);
  } else whole(`${path}.bufferMinutes`, person.bufferMinutes, [0, 240]);
  whole(`${path}.maxPerDay`, person.maxPerDay, [0, 100]);
  whole(`${path}.maxPerWeek`, person.maxPerWeek, [0, 500]);
  checkHours(`${path}.hours`, person.hours, report);
  checkDay(path, person, report);
  const { reading } = person;
  if (!reading.readable) return;
  if (reading.hours) checkHours(`${path}.reading.hours`, reading.hours, report);
  if (person.taken) checkSpans(`${path}.taken`, person.taken, report);
  else checkIntervals(`${path}.reading.blocks`, reading.blocks, report);
};

/** What a person says of their own days. */
const checkDay = (path: string, person: SlotPerson, report: Report): void => {
  const { comfort, lunch, owed = 0, stays = [] } = person;
  if (comfort) checkRange(`${path}.comfort`, comfort, report);
  if (lunch) checkRange(`${path}.lunch`, lunch, report);
  if (!(Math.abs(owed) <= MAX_OWED)) {
    report(`${path}.owed`, `must be a number from -${MAX_OWED} to ${MAX_OWED}`);
  }
  stays.forEach(({ from, until, hours }, index) => {
    const at = `${path}.stays[${index}]`;
    checkHours(`${at}.hours`, hours, report);
    if (isBefore(until, from)) report(at, "ends before it starts");
    if (stays.slice(0, index).some((other) => sharesDay(other, { from, until }))) {
      report(at, "shares a day with another one");
    }
  });
};

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;

type Days = Pick<Stay, "from" | "until">;

const sharesDay = (one: Days, other: Days): boolean =>
  !isBefore(one.until, other.from) && !isBefore(other.until, one.from);

const checkHours = (path: string, hours: WorkingHours, report: Report): void => {
  if (!isZone(hours.zone)) report(`${path}.zone`, "is not an IANA time zone");
  for (const [weekday, ranges] of Object.entries(hours.days)) {
    ranges.forEach((range, index) => {
      checkRange(`${path}.days[${weekday}][${index}]`, range, report);
    });
  }
};
