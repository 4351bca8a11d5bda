/** Why nothing fits: who and what blocks, for each person and day. What keeps a day from working is whoever is missing when
 * all others can; only when nobody is so near are all told who have no time. */
import { bestAssignment } from "./assignment.ts";
import { DEFAULT_GRID_MINUTES } from "./defaults.ts";
import { blockersOfPlace, type DayBlocker, mergeDays } from "./blockers.ts";
import { canBeAsked, type Frame } from "./frame.ts";
import { namedTwice } from "./explain-pins.ts";
import {
  addInside,
  addStarts,
  emptySet,
  isEmpty,
  keepCommon,
  othersOf,
  type StartSet,
  startMinute,
} from "./grid.ts";
import { placeStarts } from "./search.ts";
import { dayInWords, listInWords, spanInWords, windowsInWords } from "./time-words.ts";
import type { Interval, SlotBlocker, SlotFinding, SlotRequest } from "./types.ts";
import { dayOf, localMinute, spanOfDays } from "./zone-clock.ts";
import { minimumNoticeOf } from "./horizon.ts";
import { minuteCeil, minuteFloor } from "./minutes.ts";

/** Shape: at least one blocker, what is nearest to being solved first. */
export const explainNone = (
  request: SlotRequest,
  frame: Frame,
  findings: readonly SlotFinding[],
): SlotBlocker[] => {
  const general = [
    ...emptyPlaces(request, findings),
    ...noTime(request, frame),
    ...tooFewPeople(request, frame),
  ];
  return general.length > 0 ? general : mergeDays(explainDays(frame), frame);
};

/** Places of which no choice can be asked at all. */
const emptyPlaces = (request: SlotRequest, findings: readonly SlotFinding[]): SlotBlocker[] =>
  request.places.flatMap(({ label, choices }) => {
    const usable = choices.some((email) => {
      const person = request.people[email];
      return person !== undefined && canBeAsked(person);
    });
    if (usable) return [];
    return findings
      .filter(({ email }) => choices.includes(email))
      .map(({ kind, email, words }) => ({
        what: kind,
        email,
        words: `${words} Nobody else can take the place "${label}".`,
      }));
  });

const noTime = (request: SlotRequest, frame: Frame): SlotBlocker[] => {
  const { grid, candidate } = frame;
  if (grid.count === 0) return [outsideHorizon(request, frame)];
  if (!isEmpty(othersOf(candidate.forbidden, grid))) return [];
  const { windows = [] } = request.candidate;
  const theirs = windowsInWords(request.candidate);
  const isOver = ({ end }: Interval): boolean => minuteCeil(end) <= minuteFloor(request.now);
  if (windows.length > 0 && windows.every(isOver))
    return [{ what: "candidate_windows", words: `${sentence(theirs)} are over.` }];
  if (!request.requiredStart && windows.some((window) => isRoomFor(window, request, frame))) {
    const words = `None of ${theirs} has a start at which an interview may begin: every ${spanInWords(request.gridMinutes ?? DEFAULT_GRID_MINUTES)} of the clock.`;
    return [{ what: "candidate_windows", words }];
  }
  const words = request.requiredStart
    ? `That time lies outside ${theirs}.`
    : noneOfWindows(request, frame);
  return [{ what: "candidate_windows", words }];
};

/** Which rule leaves nothing of them. */
const noneOfWindows = (request: SlotRequest, { grid, bounds, candidate }: Frame): string => {
  const { windows = [] } = request.candidate;
  const theirs = windowsInWords(request.candidate);
  const length = spanInWords(grid.duration);
  if (windows.length === 0) return `Nothing is left of ${theirs}.`;
  const isOfAll = (is: (window: Interval) => boolean): boolean => windows.every(is);
  const lastStart = ({ end }: Interval): number => minuteFloor(end) - grid.duration;
  if (isOfAll(({ start, end }) => minuteFloor(end) - minuteCeil(start) < grid.duration))
    return `None of ${theirs} is as long as the interview: ${length}.`;
  if (isOfAll((window) => lastStart(window) < bounds.earliest))
    return `None of ${theirs} leaves ${length} after the minimum notice of ${spanInWords(minimumNoticeOf(request))}.`;
  if (isOfAll(({ start }) => minuteCeil(start) > bounds.latest)) {
    const end = minuteFloor(request.horizon.end);
    const last = dayInWords(dayOf(localMinute(candidate.told, end - 1)));
    return `None of ${theirs} leaves ${length} until ${last}, the last day in which times are looked for.`;
  }
  return `None of ${theirs} leaves ${length} between the notice and the end of the horizon.`;
};

/** Long enough, after the notice and within the horizon. */
const isRoomFor = ({ start, end }: Interval, request: SlotRequest, { grid }: Frame): boolean =>
  minuteFloor(end) - minuteCeil(start) >= grid.duration &&
  minuteCeil(start) >= minuteCeil(request.now) + minimumNoticeOf(request) &&
  minuteFloor(end) <= minuteFloor(request.horizon.end);

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const outsideHorizon = (request: SlotRequest, { bounds, candidate }: Frame): SlotBlocker => {
  const end = minuteFloor(request.horizon.end);
  if (end <= minuteFloor(request.now)) {
    const day = dayInWords(dayOf(localMinute(candidate.told, end - 1)));
    return {
      what: "horizon",
      words: `The days in which times are looked for are over: the last is ${day}.`,
    };
  }
  const notice = minimumNoticeOf(request);
  const afterNotice = minuteCeil(request.now) + notice;
  const wanted = request.requiredStart && minuteFloor(request.requiredStart);
  if (wanted !== undefined && wanted < minuteFloor(request.now)) {
    return { what: "horizon", words: "That time is past." };
  }
  const tooSoon = wanted === undefined ? afterNotice > bounds.latest : wanted < afterNotice;
  if (tooSoon) {
    const words =
      wanted === undefined
        ? `The minimum notice of ${spanInWords(notice)} reaches beyond the end of the horizon.`
        : `That time is nearer than the minimum notice of ${spanInWords(notice)}.`;
    return { what: "minimum_notice", words };
  }
  const words =
    wanted === undefined
      ? "The session is longer than the horizon, or no start on the grid lies in it."
      : "That time lies outside the horizon.";
  return { what: "horizon", words };
};

const tooFewPeople = (request: SlotRequest, { places, panelists }: Frame): SlotBlocker[] => {
  const twice = namedTwice(request.places, request.people);
  if (twice.length > 0) return twice;
  if (places.some(({ choices }) => choices.length === 0)) return [];
  const table = places.map(({ choices }) =>
    panelists.map((panelist) => (choices.includes(panelist) ? 0 : undefined)),
  );
  if (bestAssignment(table)) return [];
  const labels = listInWords([...new Set(places.map(({ label }) => label))]);
  const words = `The places (${labels}) need ${places.length} different people, and those who can be asked do not fill them all.`;
  return [{ what: "too_few_people", words }];
};

/** Days on which nobody works explain nothing, unless there are no others. */
const explainDays = (frame: Frame): DayBlocker[][] => {
  const open = frame.places.map((place) => placeStarts(place.choices, frame));
  const days = daysOf(frame).filter(({ starts }) => !isEmpty(starts));
  const working = days.filter(({ starts }) => isWorkedAt(starts, frame));
  return (working.length > 0 ? working : days).map((day) => explainDay({ frame, open, ...day }));
};

const isWorkedAt = (starts: StartSet, { grid, places }: Frame): boolean =>
  places
    .flatMap(({ choices }) => choices)
    .some(({ time }) => {
      const inside = emptySet(grid);
      for (const span of time.hours) addInside(inside, grid, span);
      keepCommon(inside, starts);
      return !isEmpty(inside);
    });

/** The days of the calendar by which it is told that the grid touches, with the starts that the candidate allows. */
const daysOf = ({ grid, candidate }: Frame): { day: number; starts: StartSet }[] => {
  const { told: clock } = candidate;
  const allowed = othersOf(candidate.forbidden, grid);
  const first = dayOf(localMinute(clock, grid.first));
  const last = dayOf(localMinute(clock, startMinute(grid, grid.count - 1)));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const starts = emptySet(grid);
    addStarts(starts, grid, spanOfDays(clock, first + index, 1));
    keepCommon(starts, allowed);
    return { day: first + index, starts };
  });
};

interface DayFacts {
  frame: Frame;
  day: number;
  starts: StartSet;
  /** For each place the starts at which somebody can take it. */
  open: StartSet[];
}

const explainDay = ({ frame, day, starts, open }: DayFacts): DayBlocker[] => {
  const common = (sets: readonly StartSet[]): StartSet => {
    const all = Uint32Array.from(starts);
    for (const set of sets) keepCommon(all, set);
    return all;
  };
  if (!isEmpty(common(open))) {
    const words = (when: string): string =>
      `${when} each place has somebody who can, but never different people for all of them.`;
    return [{ what: "too_few_people", day, words }];
  }
  const missing = frame.places.flatMap((place, index) => {
    const whenOthersCan = common(open.filter((_, other) => other !== index));
    const alone = open.length === 1;
    return isEmpty(whenOthersCan) ? [] : [{ place, wanted: whenOthersCan, othersCan: !alone }];
  });
  const away = frame.places.flatMap((place, index) =>
    isEmpty(common(open.slice(index, index + 1)))
      ? [{ place, wanted: starts, othersCan: false }]
      : [],
  );
  const blamed = missing.length > 0 ? missing : away;
  if (blamed.length > 0) {
    return blamed.flatMap((each) => blockersOfPlace({ ...each, frame, day }));
  }
  const words = (when: string): string =>
    `${when} each place has somebody who can at some time, but never all at once.`;
  return [{ what: "no_overlap", day, words }];
};
