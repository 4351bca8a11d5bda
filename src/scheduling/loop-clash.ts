/** Which rules clash when no itinerary fits: for each day a set of them that leave no time for all sessions, and of which none
 * can be left out. Where sessions may be on several days, for all days together. Found by halving: what can
 * least be changed is left out first, and named only if it must be. Source: U. Junker, "QuickXplain: preferred explanations and relaxations for
 * over-constrained problems" (2004). */
import { earlierOf, laterOf } from "../domain/time.ts";
import { clashFrameOf, type LoopRuleSet } from "./loop-clash-frame.ts";
import { loopRuleInWords } from "./loop-clash-words.ts";
import { searchLoop } from "./loop-search.ts";
import type { LoopRequest } from "./loop-types.ts";
import { minuteFloor, type Span } from "./minutes.ts";
import { FROM_FIRMEST, mergedClashes, personRuleInWords } from "./rule-clash.ts";
import type { Interval, RuleClash } from "./types.ts";
import { dayNumber } from "./whereabouts.ts";

/** Steps for all days together, and for one question. */
const EFFORT_IN_ALL = 15_000;
const EFFORT_OF_ONE = 1_000;
/** So many blocks of calendars are read in a step. */
const BLOCKS_A_STEP = 300;

/** For each day the rules that clash, days with the same ones together. Shape: without days on which even no rule would leave
 * time, without those of which it was not found out in time, and without those on which nobody works, unless there are no
 * others; empty when nothing is left. */
export const loopClashesOf = (request: LoopRequest): RuleClash[] => {
  const asked = { left: EFFORT_IN_ALL };
  return mergedClashes(
    groupsOf(request).flatMap(({ days, horizon }) => {
      const rules = clashIn({ ...request, horizon, ...onlyIn(horizon, request) }, asked);
      return rules.length === 0 ? [] : days.map((day) => ({ day, rules }));
    }),
  );
};

interface DayGroup {
  /** Since 1970-01-01. */
  days: number[];
  horizon: Interval;
}

/** Each day for itself, or all together when sessions may be on several; without days on which another session is pinned. */
const groupsOf = ({ horizon, now, candidate, rules, sessions }: LoopRequest): DayGroup[] => {
  const from = laterOf(now, horizon.start);
  if (Temporal.Instant.compare(from, horizon.end) >= 0) return [];
  const dateOf = (at: Temporal.Instant): Temporal.PlainDate =>
    at.toZonedDateTimeISO(candidate.zone).toPlainDate();
  const first = dateOf(from);
  const count = first.until(dateOf(horizon.end)).days + 1;
  const dates = Array.from({ length: count }, (_, index) => first.add({ days: index }));
  if ((rules?.mostDays ?? 1) > 1) return [{ days: dates.map(dayNumber), horizon }];
  const midnight = (date: Temporal.PlainDate): Temporal.Instant =>
    date.toZonedDateTime(candidate.zone).toInstant();
  return dates.flatMap((date): DayGroup[] => {
    const start = laterOf(horizon.start, midnight(date));
    const end = earlierOf(horizon.end, midnight(date.add({ days: 1 })));
    const pinned = sessions.flatMap((session) => session.pinned?.start ?? []);
    const isElsewhere = pinned.some((at) => !dateOf(at).equals(date));
    if (isElsewhere || Temporal.Instant.compare(start, end) >= 0) return [];
    return [{ days: [dayNumber(date)], horizon: { start, end } }];
  });
};

/** What is booked on other days has no place in the grid of this one. */
const onlyIn = (
  { start, end }: Interval,
  { previous }: LoopRequest,
): Pick<LoopRequest, "previous"> => {
  if (!previous) return {};
  const isIn = (at: Temporal.Instant): boolean =>
    Temporal.Instant.compare(at, start) >= 0 && Temporal.Instant.compare(at, end) < 0;
  return { previous: previous.filter(({ startsAt }) => isIn(startsAt)) };
};

/** The question took too long. */
class Undecided extends Error {}

const clashIn = (request: LoopRequest, asked: { left: number }): RuleClash["rules"] => {
  const spend = (steps: number): void => {
    asked.left -= steps;
    if (asked.left < 0) throw new Undecided();
  };
  try {
    spend(Math.ceil(blocksIn(request) / BLOCKS_A_STEP));
    const { steps, rules: readRules, modelWith } = clashFrameOf(request);
    const fits = (kept: readonly LoopRuleSet[]): boolean => {
      spend(steps.model);
      const search = searchLoop(modelWith(kept), { top: 1, effort: EFFORT_OF_ONE });
      spend(search.steps);
      if (search.found.length === 0 && !search.proven) throw new Undecided();
      return search.found.length > 0;
    };
    if (!fits([])) return [];
    spend(steps.rules);
    const rules = readRules().toSorted(
      (a, b) => FROM_FIRMEST.indexOf(a.what) - FROM_FIRMEST.indexOf(b.what),
    );
    if (fits(rules)) return [];
    return fewest({ kept: [], isNew: false, rules, fits }).map((rule) => inWords(rule, request));
  } catch (error) {
    if (error instanceof Undecided) return [];
    throw error;
  }
};

const blocksIn = ({ people }: LoopRequest): number =>
  Object.values(people).reduce((sum, { taken, reading }) => {
    const blocks = reading.readable ? reading.blocks.length : 0;
    return sum + (taken?.length ?? blocks);
  }, 0);

/** Of rules that leave no time beside those that are kept, some that are enough, and of which none is too many. Those that come
 * first are left out first. */
const fewest = ({
  kept,
  isNew,
  rules,
  fits,
}: {
  kept: readonly LoopRuleSet[];
  /** Whether some were added since it was last asked. */
  isNew: boolean;
  rules: readonly LoopRuleSet[];
  fits: (kept: readonly LoopRuleSet[]) => boolean;
}): LoopRuleSet[] => {
  if (isNew && !fits(kept)) return [];
  if (rules.length === 1) return [...rules];
  const half = Math.ceil(rules.length / 2);
  const [one, other] = [rules.slice(half), rules.slice(0, half)];
  const needed = fewest({ kept: [...kept, ...one], isNew: one.length > 0, rules: other, fits });
  const rest = fewest({ kept: [...kept, ...needed], isNew: needed.length > 0, rules: one, fits });
  return [...needed, ...rest];
};

const inWords = (
  { panelist, what }: LoopRuleSet,
  request: LoopRequest,
): RuleClash["rules"][number] => {
  if (!panelist) return { what, words: loopRuleInWords(what, request) };
  const { start, end } = request.horizon;
  const span: Span = { start: minuteFloor(start), end: minuteFloor(end) };
  return personRuleInWords(what, panelist, span);
};
