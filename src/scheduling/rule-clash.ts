/** Which rules clash when nothing fits: for each day a set of them that leave no time, and of which none can be left out. Found
 * by a deletion filter: rules are taken away one by one, and one without which something fits is put back. Source: J. W.
 * Chinneck, E. W. Dravnieks, "Locating minimal infeasible constraint sets in linear programs" (1991). */
import { bestAssignment } from "./assignment.ts";
import { causeInWords } from "./blockers.ts";
import { buildFrame, type Frame, type Panelist } from "./frame.ts";
import { minimumNoticeOf } from "./horizon.ts";
import { addStarts, emptySet, hasStart, startMinute, type StartSet } from "./grid.ts";
import { minuteCeil, type Span } from "./minutes.ts";
import { HARD_RULES, type RuleFrame } from "./rules.ts";
import { dateOf, dayInWords, listInWords, otherWindowsInWords, spanInWords } from "./time-words.ts";
import type { BlockerKind, ClashingRule, RuleClash, SlotRequest } from "./types.ts";
import { dayOf, localMinute, spanOfDays } from "./zone-clock.ts";

/** One rule of one person, or of all. */
interface Rule {
  what: BlockerKind;
  /** Whose; undefined: of all. */
  panelist: Panelist | undefined;
  forbidden: StartSet;
}

interface DayClash {
  day: number;
  rules: ClashingRule[];
}

/** For each day the rules that clash, days with the same ones together. Shape: empty when even without any rule nothing fits;
 * without days on which nobody works, unless there are no others. */
export const clashesOf = (request: SlotRequest): RuleClash[] => {
  const frame = buildFrame({ ...request, minimumNoticeMinutes: 0 });
  const rules = rulesOf(frame, request);
  const clashes = startsByDay(frame).flatMap(({ day, starts }): DayClash[] => {
    const clashing = smallest(frame, rules, starts);
    return clashing.length === 0
      ? []
      : [{ day, rules: clashing.map(inWords(frame, day, request)) }];
  });
  return mergedClashes(clashes);
};

const FIRM: ReadonlySet<BlockerKind> = new Set([
  "busy",
  "out_of_office",
  "working_elsewhere",
  "reserved",
]);

/** What each rule of somebody forbids by itself: a buffer what lies around meetings, not the meetings. */
export const rulesOfPerson = (panelist: Panelist, { grid, onsite }: RuleFrame): Rule[] => {
  const firm = emptySet(grid);
  return HARD_RULES.map(({ what, forbid }): Rule => {
    const forbidden = emptySet(grid);
    forbid(forbidden, panelist.time, { grid, onsite });
    for (let word = 0; word < firm.length; word += 1) {
      const bits = forbidden[word] ?? 0;
      if (FIRM.has(what)) firm[word] = (firm[word] ?? 0) | bits;
      if (what === "buffer") forbidden[word] = bits & ~(firm[word] ?? 0);
    }
    return { what, panelist, forbidden };
  });
};

const rulesOf = (frame: Frame, request: SlotRequest): Rule[] => {
  const { grid, onsite, candidate, panelists } = frame;
  const early = emptySet(grid);
  const notice = minuteCeil(request.now) + minimumNoticeOf(request);
  addStarts(early, grid, { start: -Infinity, end: notice });
  const own = panelists.flatMap((panelist) => rulesOfPerson(panelist, { grid, onsite }));
  return [
    { what: "minimum_notice", panelist: undefined, forbidden: early },
    { what: "candidate_windows", panelist: undefined, forbidden: candidate.forbidden },
    ...own,
  ];
};

const startsByDay = ({ grid, candidate }: Frame): { day: number; starts: number[] }[] => {
  const days = new Map<number, number[]>();
  for (let start = 0; start < grid.count; start += 1) {
    const day = dayOf(localMinute(candidate.clock, startMinute(grid, start)));
    const starts = days.get(day) ?? [];
    starts.push(start);
    days.set(day, starts);
  }
  return [...days].map(([day, starts]) => ({ day, starts }));
};

/** From what can least be changed to what is changed most easily: what is taken away first is named only if it must be. */
export const FROM_FIRMEST: readonly BlockerKind[] = [
  "outside_hours",
  "day_off",
  "out_of_office",
  "busy",
  "reserved",
  "working_elsewhere",
  "paused",
  "week_limit",
  "day_limit",
  "buffer",
  "candidate_windows",
  "minimum_notice",
  "days",
  "sessions_a_day",
  "order",
  "lunch",
  "pause",
  "least_gap",
  "most_gap",
];

/** The fewest that two orders of taking away leave. */
const smallest = (frame: Frame, rules: readonly Rule[], starts: readonly number[]): Rule[] => {
  const today = rules
    .map((rule) => ({ rule, reach: reachOn(starts, rule) }))
    .filter(({ reach }) => reach.length > 0);
  const byReach = today.toSorted((a, b) => a.reach.length - b.reach.length);
  const reachOf = new Map<Panelist | undefined, number>();
  for (const { rule, reach } of today) {
    reachOf.set(rule.panelist, (reachOf.get(rule.panelist) ?? 0) + reach.length);
  }
  // Of one kind those of whoever is there most: so what stays is about few people.
  const byFirmness = today.toSorted(
    (a, b) =>
      FROM_FIRMEST.indexOf(a.rule.what) - FROM_FIRMEST.indexOf(b.rule.what) ||
      (reachOf.get(a.rule.panelist) ?? 0) - (reachOf.get(b.rule.panelist) ?? 0),
  );
  const [one, other] = [byFirmness, byReach].map((order) => irreducible(frame, order));
  return (one && other && other.length < one.length ? other : one) ?? [];
};

interface DayRule {
  rule: Rule;
  /** The starts of the day that it forbids, counted from its first. */
  reach: number[];
}

const reachOn = (starts: readonly number[], { forbidden }: Rule): number[] => {
  const reach: number[] = [];
  for (const [index, start] of starts.entries()) if (hasStart(forbidden, start)) reach.push(index);
  return reach;
};

/** What is left of rules that leave no time when each is taken away without which there is none either. */
const irreducible = (frame: Frame, order: readonly DayRule[]): Rule[] => {
  const { places, panelists } = frame;
  const length = order.reduce((most, { reach }) => Math.max(most, (reach.at(-1) ?? 0) + 1), 0);
  /** By person (0: all) and start: how many rules forbid it. */
  const against = Array.from({ length: panelists.length + 1 }, () => new Uint8Array(length));
  const countsOf = (panelist: Panelist | undefined): Uint8Array =>
    against[panelist ? panelist.rank + 1 : 0] ?? new Uint8Array(0);
  const fits = (start: number): boolean =>
    countsOf(undefined)[start] === 0 &&
    bestAssignment(
      places.map(({ choices }) => {
        const row = Array.from<number | undefined>({ length: panelists.length });
        for (const panelist of choices) {
          if (countsOf(panelist)[start] === 0) row[panelist.rank] = 0;
        }
        return row;
      }),
    ) !== undefined;
  for (const { rule, reach } of order) add(countsOf(rule.panelist), reach, 1);
  return order
    .filter(({ rule, reach }) => {
      const counts = countsOf(rule.panelist);
      add(counts, reach, -1);
      // Where others forbid it to the same person too, nothing has changed.
      const isNeeded = reach.some((start) => counts[start] === 0 && fits(start));
      if (isNeeded) add(counts, reach, 1);
      return isNeeded;
    })
    .map(({ rule }) => rule);
};

const add = (counts: Uint8Array, starts: readonly number[], amount: number): void => {
  for (const start of starts) counts[start] = (counts[start] ?? 0) + amount;
};

/** A rule of somebody on some days: `Ada is busy`. */
export const personRuleInWords = (
  what: BlockerKind,
  panelist: Panelist,
  days: Span,
): ClashingRule => {
  const { name, email } = panelist.time;
  return { what, email, words: `${name} ${causeInWords(what, panelist, days)}` };
};

const inWords =
  ({ candidate }: Frame, day: number, request: SlotRequest) =>
  ({ what, panelist }: Rule): ClashingRule => {
    if (panelist) return personRuleInWords(what, panelist, spanOfDays(candidate.clock, day, 1));
    if (what === "candidate_windows")
      return { what, words: otherWindowsInWords(request.candidate) };
    const words = `the minimum notice is ${spanInWords(minimumNoticeOf(request))}`;
    return { what, words };
  };

/** So many days are named. */
const NAMED = 3;

/** Days with the same rules together; days on which nobody works only when there are no others. */
export const mergedClashes = (clashes: readonly DayClash[]): RuleClash[] => {
  const working = clashes.filter(({ rules: clashing }) =>
    clashing.some(({ what }) => what !== "outside_hours" && what !== "day_off"),
  );
  const told = working.length > 0 ? working : clashes;
  const same = Map.groupBy(told, ({ rules }) => rules.map(({ words }) => words).join(";"));
  return [...same.values()].flatMap((days): RuleClash[] => {
    const [first] = days;
    if (!first) return [];
    const { rules } = first;
    const named = days.slice(0, NAMED).map(({ day }) => dayInWords(day));
    const others = days.length - named.length;
    const when = listInWords(others > 0 ? [...named, `${others} more`] : named);
    const words = `On ${when} no time is left since ${listInWords(rules.map((rule) => rule.words))}.`;
    return [{ days: days.map(({ day }) => dateOf(day)), rules, words }];
  });
};
