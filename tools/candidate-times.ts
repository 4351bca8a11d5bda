/** When a candidate could, as they said on their page, for whoever looks for a time. */
import type { InterviewPlan } from "../src/domain/plan.ts";
import { isZone, slotInWords } from "../src/domain/time.ts";
import { overlaps } from "../src/language/constraints/windows.ts";
import { businessHorizon } from "../src/scheduling/horizon.ts";
import type { Interval } from "../src/scheduling/types.ts";
import type { CandidateTimes, ToolContext } from "./context.ts";

/** The candidate as the search sees them. Shape: JSON. */
export interface ContextCandidate {
  email: string;
  zone: string;
  zoneSource: "application" | "candidate" | "company";
  /** In which zone whoever asks is told why nothing fits; absent: in the candidate's. */
  toldZone?: string;
  /** When they could; null: nothing is known. */
  windows: { start: string; end: string }[] | null;
  /** Time at which they are in another interview, or may be. Absent in papers of before there was such. */
  taken?: { start: string; end: string }[];
  /** Times that they asked away from, and how far from each another has to be. */
  avoided?: { start: string; end: string; marginMinutes: number }[];
  /** What they wrote with their wish for another time; absent when the search does not go by it. */
  wished?: WishedTimes;
}

/** When a candidate could by what they wrote, as it was understood. Shape: JSON. */
export interface WishedTimes {
  windows: { start: string; end: string }[];
  /** Whether they named times that suit them; else they only ruled some out. */
  isNamed: boolean;
  /** Whether these say more of it than our margin around what they asked away from: not when that is among them. */
  isExact: boolean;
  /** Where a person of the team asks for them. Default: the candidate has. */
  by?: "team";
}

/** Windows in which something new may be put: when the candidate could, or `usual` while nobody knows, as far as what they wrote
 * leaves it; without their other interviews and what they asked away from. Shape: windows, in their order. */
export const searchWindows = (
  candidate: ContextCandidate,
  usual: readonly Interval[],
): Interval[] => {
  const { windows, wished } = candidate;
  const known = windows?.map(intervalOf) ?? usual;
  if (!wished) return withoutAvoided(known, candidate);
  const named = wished.windows.map(intervalOf);
  const narrowed = overlaps(known, named);
  // What they named is newer than what they once marked: beside it, it counts instead.
  const isBeside = narrowed.length === 0 && wished.isNamed;
  const avoided = wished.isExact ? avoidedBeside(named, candidate) : (candidate.avoided ?? []);
  return withoutAvoided(isBeside ? overlaps(usual, named) : narrowed, { ...candidate, avoided });
};

/** Times that they named are more exact than our margin, and lift what they asked away from. */
const avoidedBeside = (
  named: readonly Interval[],
  { avoided = [] }: Pick<ContextCandidate, "avoided">,
): NonNullable<ContextCandidate["avoided"]> => {
  const isNamed = (time: Interval): boolean =>
    named.some((window) => apart(time, window).length === 0);
  return avoided
    .filter((time) => !isNamed(intervalOf(time)))
    .map((time) => ({ ...time, marginMinutes: 0 }));
};

/** The same as instants. */
export const intervalOf = ({ start, end }: { start: string; end: string }): Interval => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
});

/** Without the candidate's other interviews, and not near what they asked away from. */
const withoutAvoided = (
  windows: readonly Interval[],
  candidate: Pick<ContextCandidate, "taken" | "avoided">,
): Interval[] =>
  (candidate.avoided ?? []).reduce(
    (left: Interval[], { start, end, marginMinutes: minutes }) =>
      left.flatMap((window) =>
        apart(window, {
          start: Temporal.Instant.from(start).subtract({ minutes }),
          end: Temporal.Instant.from(end).add({ minutes }),
        }),
      ),
    withoutTaken(windows, candidate),
  );

/** Windows without the time at which the candidate is in another interview. Shape: windows, in their order. */
export const withoutTaken = (
  windows: readonly Interval[],
  { taken = [] }: Pick<ContextCandidate, "taken">,
): Interval[] =>
  taken.reduce(
    (left: Interval[], hole) => left.flatMap((window) => apart(window, intervalOf(hole))),
    [...windows],
  );

/** What is left of a window on either side of a hole in it. */
export const apart = (window: Interval, hole: Interval): Interval[] => {
  const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
  if (!isBefore(window.start, hole.end) || !isBefore(hole.start, window.end)) return [window];
  return [
    ...(isBefore(window.start, hole.start) ? [{ start: window.start, end: hole.start }] : []),
    ...(isBefore(hole.end, window.end) ? [{ start: hole.end, end: window.end }] : []),
  ];
};

/** So many of them are told. */
const MOST_TOLD = 3;

/** A sentence for each time at which the candidate is in another interview, or which they asked away from: for whoever is told
 * that nothing fits. */
export const takenInWords = (candidate: ContextCandidate): string[] => [
  ...(candidate.taken ?? [])
    .slice(0, MOST_TOLD)
    .map(
      (time) =>
        `The candidate is in another interview, or is kept for one, on ${whenOf(time, candidate)}.`,
    ),
  ...avoidedInWords(candidate),
];

/** A sentence for each time that they asked away from. */
export const avoidedInWords = (candidate: ContextCandidate): string[] =>
  (candidate.avoided ?? [])
    .slice(0, MOST_TOLD)
    .map(
      (time) =>
        `The candidate asked for another time than ${whenOf(time, candidate)}${nearOf(time)}.`,
    );

const whenOf = (
  { start, end }: { start: string; end: string },
  { zone, toldZone = zone }: ContextCandidate,
): string =>
  slotInWords(
    { startsAt: Temporal.Instant.from(start), endsAt: Temporal.Instant.from(end) },
    toldZone,
  );

const nearOf = ({ marginMinutes }: { marginMinutes: number }): string =>
  marginMinutes === 0
    ? ""
    : `, and nothing within ${marginMinutes / 60} hours of it is another time`;

/** Free/busy of the next five business days, unless the plan says otherwise. */
const DEFAULT_HORIZON_DAYS = 5;

/** The span in which times are looked for, for a candidate who could in these windows. Shape: ISO instants. */
export const horizonOf = (
  { rules }: Pick<InterviewPlan, "rules">,
  windows: CandidateTimes["windows"],
  context: ToolContext,
): { from: string; to: string } => {
  const { start, end } = businessHorizon(
    context.clock.now(),
    rules?.horizonBusinessDays ?? DEFAULT_HORIZON_DAYS,
    context.companyZone,
  );
  return { from: start.toString(), to: searchEnd(end, windows, context) };
};

/** A candidate who could only later is looked for later, but not for ever. */
const LONGEST_HORIZON_DAYS = 30;

/** Until when times are looked for: as far as usual, or as far as the candidate could. Shape: an ISO instant. */
const searchEnd = (
  usual: Temporal.Instant,
  windows: CandidateTimes["windows"],
  context: ToolContext,
): string => {
  const longest = businessHorizon(context.clock.now(), LONGEST_HORIZON_DAYS, context.companyZone);
  const last = windows
    .map(({ end }) => Temporal.Instant.from(end))
    .toSorted((one, other) => Temporal.Instant.compare(one, other))
    .at(-1);
  if (!last || Temporal.Instant.compare(last, usual) <= 0) return usual.toString();
  return (Temporal.Instant.compare(last, longest.end) < 0 ? last : longest.end).toString();
};

/** Where and when the candidate could. What they said themselves comes first; windows that have passed say nothing any more. */
export const candidateOf = (
  opportunity: { email: string | null; applicationZone: string | null },
  said: CandidateTimes | null,
  context: ToolContext,
): ContextCandidate => {
  const now = context.clock.now();
  const windows = (said?.windows ?? [])
    .filter(({ end }) => Temporal.Instant.compare(Temporal.Instant.from(end), now) > 0)
    .map(({ start, end }) => ({ start, end }));
  const known = { email: opportunity.email ?? "", windows: windows.length > 0 ? windows : null };
  if (said) return { ...known, zone: said.zone, zoneSource: "candidate" };
  const zone = opportunity.applicationZone;
  return zone !== null && isZone(zone)
    ? { ...known, zone, zoneSource: "application" }
    : { ...known, zone: context.companyZone, zoneSource: "company" };
};
