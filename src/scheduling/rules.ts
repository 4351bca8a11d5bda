/** The hard rules. Each one adds the starts that it forbids to a person; a start is possible when no rule names it. */
import type { BusyKind } from "../domain/calendar.ts";
import type { PersonTime } from "./availability.ts";
import { addOverlaps, addStarts, emptySet, type Grid, type StartSet } from "./grid.ts";
import type { BlockerKind } from "./types.ts";
import { spansOfDays } from "./whereabouts.ts";

/** What the rules look at beside the person. */
export interface RuleFrame {
  grid: Grid;
  /** On site nobody sits who works elsewhere; by video it does not matter. */
  onsite: boolean;
}

/** A rule by name. `forbid` adds to the set, which may hold starts already. */
export interface HardRule {
  what: BlockerKind;
  forbid(forbidden: StartSet, person: PersonTime, frame: RuleFrame): void;
}

const takenBy =
  (kind: BusyKind): HardRule["forbid"] =>
  (forbidden, { taken }, { grid }) => {
    for (const span of taken) if (span.kind === kind) addOverlaps(forbidden, grid, span);
  };

const outsideHours: HardRule["forbid"] = (forbidden, { hours }, { grid }) => {
  let from = -Infinity;
  for (const { start, end } of hours) {
    if (end - start < grid.duration) continue;
    addStarts(forbidden, grid, { start: from, end: start });
    from = end - grid.duration + 1;
  }
  addStarts(forbidden, grid, { start: from, end: Infinity });
};

/** Whether nothing else can be done in a block of this kind. Tentative and unanswered invitations are not promises: people
 * send and leave many, so they cost points and forbid nothing; so does focus time, which its owner may give up. */
const isFirm = (kind: BusyKind, onsite: boolean): boolean =>
  kind === "busy" || kind === "out_of_office" || (kind === "working_elsewhere" && onsite);

const withoutBuffer: HardRule["forbid"] = (forbidden, person, { grid, onsite }) => {
  const { before, after } = person.buffer;
  if (before === 0 && after === 0) return;
  const firm = person.taken.filter(({ kind }) => isFirm(kind, onsite));
  for (const { start, end } of firm) {
    if (start < end) addOverlaps(forbidden, grid, { start: start - after, end: end + before });
  }
  // Another interview has the same person's buffer around itself.
  const between = Math.max(before, after);
  for (const { start, end } of person.reserved) {
    if (start < end) addOverlaps(forbidden, grid, { start: start - between, end: end + between });
  }
};

const overDayLimit: HardRule["forbid"] = (forbidden, person, { grid }) => {
  if (person.maxPerDay <= 0) forbidAll(forbidden, grid);
  for (const [day, interviews] of person.perDay) {
    if (interviews < person.maxPerDay) continue;
    for (const span of spansOfDays(person, day, 1)) addStarts(forbidden, grid, span);
  }
};

const overWeekLimit: HardRule["forbid"] = (forbidden, person, { grid }) => {
  if (person.maxPerWeek <= 0) forbidAll(forbidden, grid);
  for (const [monday, interviews] of person.perWeek) {
    if (interviews < person.maxPerWeek) continue;
    for (const span of spansOfDays(person, monday, 7)) addStarts(forbidden, grid, span);
  }
};

const forbidAll = (forbidden: StartSet, grid: Grid): void => {
  addStarts(forbidden, grid, { start: -Infinity, end: Infinity });
};

/** In the order in which they explain: the first rule that names a start is the reason given for it. */
export const HARD_RULES: readonly HardRule[] = [
  {
    what: "paused",
    forbid: (forbidden, { pausedUntil }, { grid }) => {
      addStarts(forbidden, grid, { start: -Infinity, end: pausedUntil });
    },
  },
  { what: "outside_hours", forbid: outsideHours },
  {
    what: "day_off",
    forbid: (forbidden, { daysOff }, { grid }) => {
      for (const span of daysOff) addOverlaps(forbidden, grid, span);
    },
  },
  { what: "out_of_office", forbid: takenBy("out_of_office") },
  { what: "busy", forbid: takenBy("busy") },
  {
    what: "working_elsewhere",
    forbid: (forbidden, person, frame) => {
      if (frame.onsite) takenBy("working_elsewhere")(forbidden, person, frame);
    },
  },
  {
    what: "reserved",
    forbid: (forbidden, { reserved }, { grid }) => {
      for (const span of reserved) addOverlaps(forbidden, grid, span);
    },
  },
  { what: "buffer", forbid: withoutBuffer },
  { what: "day_limit", forbid: overDayLimit },
  { what: "week_limit", forbid: overWeekLimit },
];

/** Every start that some rule forbids to the person. */
export const forbiddenStarts = (person: PersonTime, frame: RuleFrame): StartSet => {
  const forbidden = emptySet(frame.grid);
  for (const rule of HARD_RULES) rule.forbid(forbidden, person, frame);
  return forbidden;
};
