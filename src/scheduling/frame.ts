/** A request in whole minutes and sets of starts: what rules, terms, search and explanation work on. */
import { type PersonTime, type ReservedSpan, readPersonTime } from "./availability.ts";
import { DEFAULT_COMFORT, DEFAULT_COMFORT_DAYS, DEFAULT_GRID_MINUTES } from "./defaults.ts";
import { minimumNoticeOf } from "./horizon.ts";
import { addInside, addOverlaps, emptySet, type Grid, othersOf, type StartSet } from "./grid.ts";
import {
  innerSpan,
  MINUTES_A_DAY,
  mergeOverlaps,
  minuteCeil,
  minuteFloor,
  touchedSpan,
} from "./minutes.ts";
import { forbiddenStarts } from "./rules.ts";
import type {
  ClockRange,
  SlotPerson,
  SlotPlace,
  SlotRequest,
  Surroundings,
  TrainingSeat,
  Weekday,
} from "./types.ts";
import { type LeastLoad, leastLoadOf, type WeekLoad, weekLoads } from "./week-loads.ts";
import { localMinute, readZoneClock, type ZoneClock } from "./zone-clock.ts";

/** Somebody who can be asked. */
export interface Panelist {
  time: PersonTime;
  /** Rank by e-mail address, from 0: breaks ties. */
  rank: number;
  /** Starts at which a hard rule says no. */
  forbidden: StartSet;
  /** Starts at which focus time would be taken. */
  inFocus: StartSet;
  /** Starts at which something tentative or unanswered stands. */
  invited: StartSet;
  load: WeekLoad;
}

export interface PlaceFrame {
  label: string;
  key: boolean;
  /** Those of the choices who can be asked, by rank. */
  choices: Panelist[];
  /** The least load that any choice has. */
  leastLoad: LeastLoad;
}

/** A seat for somebody who learns. */
export interface TrainingFrame extends PlaceFrame {
  kind: TrainingSeat["kind"];
  /** Why others of its choices are not asked: `Bo takes no interviews`. */
  unasked: string[];
}

/** Somebody in a place. */
export interface Seat {
  place: PlaceFrame;
  panelist: Panelist;
}

export interface CandidateFrame {
  clock: ZoneClock;
  /** By which it is told why nothing fits. */
  told: ZoneClock;
  comfort: ClockRange;
  comfortDays: ReadonlySet<Weekday>;
  lunch: ClockRange | undefined;
  /** Starts outside the candidate's windows. */
  forbidden: StartSet;
}

export interface Frame {
  grid: Grid;
  onsite: boolean;
  now: number;
  /** The first and the last minute at which a session could start, whatever the grid. */
  bounds: { earliest: number; latest: number };
  candidate: CandidateFrame;
  panelists: Panelist[];
  places: PlaceFrame[];
  training: TrainingFrame[];
}

/** The frame of a request that has been checked. Shape: `grid.count` is 0 when no start lies in the horizon. */
export const buildFrame = (request: SlotRequest): Frame => {
  const { session, places, training = [] } = request;
  const bounds = boundsOf(request, session.durationMinutes);
  const clockOf = clocksAround(bounds);
  const clock = clockOf(request.candidate.zone);
  const grid = gridOf(request, bounds, clock);
  const times = readPeople({ request, places: [...places, ...training], grid, clockOf });
  const onsite = session.format === "onsite";
  const panelists = panelistsOf({ times, weeks: weekLoads(times, grid), grid, onsite });
  const seats = {
    places: placesOf(places, panelists),
    training: trainingOf({ training, people: request.people, panelists }),
  };
  const clocks = { clock, told: toldClock(request, clockOf) };
  return frameOf({ request, bounds, grid, ...clocks, onsite, panelists, ...seats });
};

interface FrameFacts {
  request: Surroundings;
  bounds: Frame["bounds"];
  grid: Grid;
  clock: ZoneClock;
  told: ZoneClock;
  onsite: boolean;
  panelists: Panelist[];
  places: PlaceFrame[];
  training: TrainingFrame[];
}

/** By which clock times are told. */
export const toldClock = (
  { candidate: { zone, toldZone } }: Pick<Surroundings, "candidate">,
  clockOf: (zone: string) => ZoneClock,
): ZoneClock => clockOf(toldZone ?? zone);

/** One session's frame. */
export const frameOf = ({ request, bounds, grid, clock, told, ...session }: FrameFacts): Frame => ({
  grid,
  now: minuteFloor(request.now),
  bounds,
  candidate: {
    clock,
    told,
    comfort: request.candidate.comfort ?? DEFAULT_COMFORT,
    comfortDays: new Set(request.candidate.comfortDays ?? DEFAULT_COMFORT_DAYS),
    lunch: request.candidate.lunch,
    forbidden: outsideWindows(request, grid),
  },
  ...session,
});

/** Whether a person can be asked at all: a calendar that cannot be read is never taken for free. */
export const canBeAsked = (person: SlotPerson): boolean =>
  person.reading.readable && person.optedOut !== true;

/** Between them a session of that length can start. */
export const boundsOf = (request: Surroundings, durationMinutes: number): Frame["bounds"] => ({
  earliest: Math.max(
    minuteCeil(request.horizon.start),
    minuteCeil(request.now) + minimumNoticeOf(request),
  ),
  latest: minuteFloor(request.horizon.end) - durationMinutes,
});

/** Each zone's clock is read once. A local week may reach six days beyond a start, and zones are a day apart. */
export const clocksAround = ({
  earliest,
  latest,
}: Frame["bounds"]): ((zone: string) => ZoneClock) => {
  const span = { start: earliest - 9 * MINUTES_A_DAY, end: latest + 9 * MINUTES_A_DAY };
  const clocks = new Map<string, ZoneClock>();
  return (zone) => {
    const clock = clocks.get(zone) ?? readZoneClock(zone, span);
    clocks.set(zone, clock);
    return clock;
  };
};

const gridOf = (request: SlotRequest, bounds: Frame["bounds"], clock: ZoneClock): Grid => {
  const { earliest, latest } = bounds;
  const duration = request.session.durationMinutes;
  const step = request.gridMinutes ?? DEFAULT_GRID_MINUTES;
  if (request.requiredStart) {
    const first = minuteFloor(request.requiredStart);
    return { first, step, duration, count: first >= earliest && first <= latest ? 1 : 0 };
  }
  return { ...roundStarts(bounds, step, clock), duration };
};

/** Starts on round times of a clock, between the bounds. */
export const roundStarts = (
  { earliest, latest }: Frame["bounds"],
  step: number,
  clock: ZoneClock,
): Omit<Grid, "duration"> => {
  const local = localMinute(clock, earliest);
  const first = earliest + Math.ceil(local / step) * step - local;
  return { first, step, count: Math.max(0, Math.floor((latest - first) / step) + 1) };
};

/** The starts outside the candidate's windows. */
export const outsideWindows = ({ candidate }: Surroundings, grid: Grid): StartSet => {
  if (!candidate.windows) return emptySet(grid);
  const inside = emptySet(grid);
  for (const span of mergeOverlaps(candidate.windows.map(innerSpan))) addInside(inside, grid, span);
  return othersOf(inside, grid);
};

interface PeopleFacts {
  request: Surroundings;
  places: readonly Pick<SlotPlace, "choices">[];
  /** With the longest of the sessions. */
  grid: Grid;
  clockOf: (zone: string) => ZoneClock;
}

/** The time of all who can be asked, by e-mail address. */
export const readPeople = ({ request, places, grid, clockOf }: PeopleFacts): PersonTime[] => {
  const reserved = reservedOf(request);
  const emails = new Set(places.flatMap(({ choices }) => choices));
  return [...emails].toSorted().flatMap((email) => {
    const person = request.people[email];
    if (!person?.reading.readable || !canBeAsked(person)) return [];
    const facts = { email, person, reading: person.reading, grid };
    return [readPersonTime({ ...facts, clockOf, reserved: reserved.get(email) ?? [] })];
  });
};

interface PanelFacts {
  /** Their places in it are their ranks. */
  times: readonly PersonTime[];
  /** `weekLoads` of them. */
  weeks: readonly WeekLoad[];
  grid: Grid;
  onsite: boolean;
}

/** Everybody, by rank, for sessions of one length and kind. */
export const panelistsOf = ({ times, weeks, grid, onsite }: PanelFacts): Panelist[] =>
  times.flatMap((time, rank) => {
    const load = weeks[rank];
    if (!load) return [];
    const forbidden = forbiddenStarts(time, { grid, onsite });
    return { time, rank, forbidden, ...softSets(time, grid), load };
  });

/** Who can sit where. */
export const placesOf = (
  places: readonly SlotPlace[],
  panelists: readonly Panelist[],
): PlaceFrame[] =>
  places.map(({ label, key, choices }) => {
    const wanted = new Set(choices);
    const usable = panelists.filter(({ time }) => wanted.has(time.email));
    return { label, key, choices: usable, leastLoad: leastLoadOf(usable.map(({ load }) => load)) };
  });

/** Who could sit in. */
export const trainingOf = ({
  training,
  people,
  panelists,
}: {
  training: readonly TrainingSeat[];
  people: SlotRequest["people"];
  panelists: readonly Panelist[];
}): TrainingFrame[] =>
  placesOf(
    training.map((seat) => ({ ...seat, key: false })),
    panelists,
  ).map((place, index) => ({
    ...place,
    kind: training[index]?.kind ?? "shadow",
    unasked: [...new Set(training[index]?.choices)].flatMap((email) => {
      const person = people[email];
      if (!person || canBeAsked(person)) return [];
      return person.optedOut
        ? `${person.name} takes no interviews`
        : `the calendar of ${person.name} cannot be read`;
    }),
  }));

const reservedOf = ({ reservations }: Surroundings): Map<string, ReservedSpan[]> => {
  const byEmail = new Map<string, ReservedSpan[]>();
  for (const held of reservations ?? []) {
    const spans = byEmail.get(held.email) ?? [];
    spans.push({ ...touchedSpan(held), offered: held.offered });
    byEmail.set(held.email, spans);
  }
  return byEmail;
};

const softSets = ({ taken }: PersonTime, grid: Grid): Pick<Panelist, "inFocus" | "invited"> => {
  let inFocus = EMPTY;
  let invited = EMPTY;
  for (const span of taken) {
    if (span.kind === "focus") {
      if (inFocus === EMPTY) inFocus = emptySet(grid);
      addOverlaps(inFocus, grid, span);
    } else if (span.kind === "tentative" || span.kind === "unaccepted") {
      if (invited === EMPTY) invited = emptySet(grid);
      addOverlaps(invited, grid, span);
    }
  }
  return { inFocus, invited };
};

/** Most calendars have neither: of a set of no words, nothing is a member. */
const EMPTY: StartSet = new Uint32Array(0);
