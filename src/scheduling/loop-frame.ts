/** A loop in whole minutes and sets of starts: a frame for each session on one grid, the days, and who is bound to sit where. */
import type { PersonTime } from "./availability.ts";
import {
  boundsOf,
  clocksAround,
  frameOf,
  panelistsOf,
  placesOf,
  readPeople,
  roundStarts,
  trainingOf,
  toldClock,
} from "./frame.ts";
import type { Frame, Panelist, PlaceFrame } from "./frame.ts";
import { greatestCommonDivisor } from "./divisors.ts";
import { DEFAULT_GRID_MINUTES, DEFAULT_MOST_GAP_MINUTES } from "./defaults.ts";
import { addStarts, type Grid, startMinute } from "./grid.ts";
import type { LoopRequest, LoopRules, LoopSession, PreviousSlot } from "./loop-types.ts";
import { MINUTES_A_DAY, minuteFloor, type Span } from "./minutes.ts";
import type { SlotPlace } from "./types.ts";
import { weekLoads } from "./week-loads.ts";
import { dayOf, firstMinuteAt, localMinute, spanOfDays, type ZoneClock } from "./zone-clock.ts";

/** A day of the candidate's calendar. */
export interface LoopDay {
  day: number;
  /** Its starts: indexes of the grid, `[from, to)`. */
  from: number;
  to: number;
  /** Midnight after it. Units: minutes since the epoch. */
  end: number;
  /** The hours of which a piece stays free; undefined when none has to. */
  lunch: Span | undefined;
}

/** A place whose person is chosen in the search. */
export interface OpenPlace {
  index: number;
  place: PlaceFrame;
  choices: readonly Panelist[];
}

/** A place that leaves no choice. */
export interface BoundPlace {
  index: number;
  place: PlaceFrame;
  panelist: Panelist;
}

export interface SessionFrame {
  asked: LoopSession;
  frame: Frame;
  /** Sessions that come before it, by index, as bits. */
  after: number;
  open: OpenPlace[];
  bound: BoundPlace[];
  /** Start and people are given: no rule is asked about them. Shape: the index of the start; -1 when they are not. */
  fixedAt: number;
  previous:
    | { start: number; panel: readonly string[]; training: PreviousSlot["training"] }
    | undefined;
}

export interface LoopFrame {
  grid: Omit<Grid, "duration">;
  clock: ZoneClock;
  /** Of the shortest session. */
  bounds: Frame["bounds"];
  rules: Required<Omit<LoopRules, "pause" | "lunch">> & Pick<LoopRules, "pause" | "lunch">;
  days: LoopDay[];
  sessions: SessionFrame[];
  /** How many people there are: their ranks. */
  people: number;
}

/** The frame of a request that has been checked. */
export const buildLoopFrame = (request: LoopRequest): LoopFrame => {
  const durations = request.sessions.map(({ durationMinutes }) => durationMinutes);
  const widest = boundsOf(request, Math.min(...durations));
  const clockOf = clocksAround(widest);
  const clock = clockOf(request.candidate.zone);
  const told = toldClock(request, clockOf);
  const round = roundStarts(widest, request.gridMinutes ?? DEFAULT_GRID_MINUTES, clock);
  const grid = withMarks(round, request);
  const times = readPeople({
    request,
    places: request.sessions.flatMap(({ places, training = [] }) => [...places, ...training]),
    grid: { ...grid, duration: Math.max(...durations) },
    clockOf,
  });
  const rules = rulesOf(request);
  const panelistsFor = createPanelists(times, grid);
  const days = daysOf(grid, clock, rules);
  const frames = request.sessions.map((session) => {
    const onsite = session.format === "onsite";
    const own = { ...grid, duration: session.durationMinutes };
    const bounds = boundsOf(request, session.durationMinutes);
    const panelists = panelistsFor(session.durationMinutes, onsite);
    const places = placesOf(pinnedPlaces(session), panelists);
    const training = trainingOf({
      training: session.training ?? [],
      people: request.people,
      panelists,
    });
    const seats = { panelists, places, training };
    const frame = frameOf({ request, bounds, grid: own, clock, told, onsite, ...seats });
    closeStarts({ frame, session, round, previous: previousOf(session, request) });
    closeMidnights(frame, days);
    return frame;
  });
  const boundRanks = new Set(
    request.sessions.flatMap((session, index) =>
      boundIn(session, frames[index]).map(({ panelist }) => panelist.rank),
    ),
  );
  return {
    grid,
    clock,
    bounds: widest,
    rules,
    days,
    sessions: request.sessions.map((session, index) =>
      sessionOf({ session, frame: frames[index], request, boundRanks }),
    ),
    people: times.length,
  };
};

/** Sessions of the same length and kind see the same people. */
const createPanelists = (
  times: readonly PersonTime[],
  grid: Omit<Grid, "duration">,
): ((duration: number, onsite: boolean) => Panelist[]) => {
  const weeks = weekLoads(times, grid);
  const known = new Map<string, Panelist[]>();
  return (duration, onsite) => {
    const key = `${duration} ${onsite}`;
    const panelists =
      known.get(key) ?? panelistsOf({ times, weeks, grid: { ...grid, duration }, onsite });
    known.set(key, panelists);
    return panelists;
  };
};

const rulesOf = ({ rules = {}, sessions }: LoopRequest): LoopFrame["rules"] => ({
  mostDays: rules.mostDays ?? 1,
  mostSessionsADay: rules.mostSessionsADay ?? sessions.length,
  leastGapMinutes: rules.leastGapMinutes ?? 0,
  mostGapMinutes: rules.mostGapMinutes ?? DEFAULT_MOST_GAP_MINUTES,
  ...(rules.pause && { pause: rules.pause }),
  ...(rules.lunch && { lunch: rules.lunch }),
});

const previousOf = (session: LoopSession, { previous }: LoopRequest): PreviousSlot | undefined =>
  previous?.find(({ sessionId }) => sessionId === session.id);

/** The same grid, wide and fine enough for every start that is given. */
const withMarks = (
  round: Omit<Grid, "duration">,
  { sessions, previous = [], now }: LoopRequest,
): Omit<Grid, "duration"> => {
  const pinned = sessions.flatMap((session) => session.pinned?.start ?? []);
  const earlier = previous.map(({ startsAt }) => startsAt).filter((at) => isAfter(at, now));
  const marks = [...pinned, ...earlier].map(minuteFloor);
  const [anchor = round.first] = round.count > 0 ? [round.first] : marks;
  const step = marks.reduce((size, mark) => greatestCommonDivisor(size, mark - anchor), round.step);
  const ends = round.count > 0 ? [round.first, startOf(round, round.count - 1)] : [];
  const first = Math.min(...ends, ...marks);
  const last = Math.max(...ends, ...marks);
  if (!Number.isFinite(first)) return round;
  return { first, step, count: (last - first) / step + 1 };
};

const startOf = ({ first, step }: Omit<Grid, "duration">, index: number): number =>
  first + index * step;

const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) > 0;

/** Forbids what is not to be had: outside its own bounds, off the round times, elsewhere than where it is pinned. */
const closeStarts = ({
  frame: { grid, bounds, candidate },
  session,
  round,
  previous,
}: {
  frame: Frame;
  session: LoopSession;
  round: Omit<Grid, "duration">;
  previous: PreviousSlot | undefined;
}): void => {
  const { forbidden } = candidate;
  const close = (span: Span): void => addStarts(forbidden, grid, span);
  const pinned = session.pinned?.start;
  if (pinned) {
    const minute = minuteFloor(pinned);
    if (isFixed(session)) forbidden.fill(0);
    close({ start: -Infinity, end: minute });
    close({ start: minute + 1, end: Infinity });
    return;
  }
  close({ start: -Infinity, end: bounds.earliest });
  close({ start: bounds.latest + 1, end: Infinity });
  if (grid.step === round.step) return;
  const kept = previous && minuteFloor(previous.startsAt);
  for (let index = 0; index < grid.count; index += 1) {
    const minute = startMinute(grid, index);
    if ((minute - round.first) % round.step === 0 || minute === kept) continue;
    close({ start: minute, end: minute + 1 });
  }
};

/** A session lies in one day of the candidate: otherwise the next day could begin in it. */
const closeMidnights = ({ grid, candidate }: Frame, days: readonly LoopDay[]): void => {
  for (const { end: midnight } of days) {
    addStarts(candidate.forbidden, grid, { start: midnight - grid.duration + 1, end: midnight });
  }
};

const daysOf = (
  grid: Omit<Grid, "duration">,
  clock: ZoneClock,
  { lunch }: LoopFrame["rules"],
): LoopDay[] => {
  if (grid.count === 0) return [];
  const indexAt = (minute: number): number =>
    Math.min(grid.count, Math.max(0, Math.ceil((minute - grid.first) / grid.step)));
  const first = dayOf(localMinute(clock, grid.first));
  const last = dayOf(localMinute(clock, startOf(grid, grid.count - 1)));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    const span = spanOfDays(clock, day, 1);
    const at = (minute: number): number => firstMinuteAt(clock, day * MINUTES_A_DAY + minute);
    return {
      day,
      from: indexAt(span.start),
      to: indexAt(span.end),
      end: span.end,
      lunch: lunch && { start: at(lunch.startMinute), end: at(lunch.endMinute) },
    };
  }).filter(({ from, to }) => from < to);
};

const sessionOf = ({
  session,
  frame,
  request,
  boundRanks,
}: {
  session: LoopSession;
  frame: Frame | undefined;
  request: LoopRequest;
  /** Of all sessions: whoever has to sit somewhere is no choice elsewhere. */
  boundRanks: ReadonlySet<number>;
}): SessionFrame => {
  if (!frame) throw new Error("a session without a frame");
  const bound = boundIn(session, frame);
  const previous = previousOf(session, request);
  const fixed = isFixed(session);
  return {
    asked: session,
    frame,
    after: maskOf(session.after ?? [], request.sessions),
    bound,
    open: frame.places.flatMap((place, index) =>
      fixed || bound.some((each) => each.index === index)
        ? []
        : [{ index, place, choices: place.choices.filter(({ rank }) => !boundRanks.has(rank)) }],
    ),
    fixedAt:
      fixed && session.pinned?.start
        ? (minuteFloor(session.pinned.start) - frame.grid.first) / frame.grid.step
        : -1,
    previous: previous && {
      start: minuteFloor(previous.startsAt),
      panel: previous.panel,
      training: previous.training,
    },
  };
};

/** Start and people are given. */
const isFixed = ({ places, pinned }: LoopSession): boolean =>
  pinned?.start !== undefined && places.every((_, index) => pinned.seats?.[index] !== undefined);

/** The places, each seat that is pinned with that person alone. */
export const pinnedPlaces = ({ places, pinned }: LoopSession): SlotPlace[] =>
  places.map((place, index) => {
    const email = pinned?.seats?.[index];
    return email === undefined ? place : { ...place, choices: [email] };
  });

/** Places that leave no choice: for which the plan names one person, and seats that are pinned. */
const boundIn = (session: LoopSession, frame: Frame | undefined): BoundPlace[] => {
  const places = pinnedPlaces(session);
  return (frame?.places ?? []).flatMap((place, index) => {
    const wanted = onlyOne(places[index]?.choices ?? []);
    const panelist = place.choices.find(({ time }) => time.email === wanted);
    return wanted !== undefined && panelist ? [{ index, place, panelist }] : [];
  });
};

const onlyOne = (choices: readonly string[]): string | undefined => {
  const [first, ...others] = new Set(choices);
  return others.length === 0 ? first : undefined;
};

const maskOf = (ids: readonly string[], sessions: readonly LoopSession[]): number =>
  sessions.reduce((mask, { id }, index) => (ids.includes(id) ? mask | (1 << index) : mask), 0);
