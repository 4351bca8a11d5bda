/** When a candidate could, as they said on their page, for whoever looks for a time. */
import type { InterviewPlan } from "../src/domain/plan.ts";
import { isZone, slotInWords } from "../src/domain/time.ts";
import { businessHorizon } from "../src/scheduling/horizon.ts";
import type { Interval } from "../src/scheduling/types.ts";
import type { CandidateTimes, ToolContext } from "./context.ts";

/** The candidate as the search sees them. Shape: JSON. */
export interface ContextCandidate {
  email: string;
  zone: string;
  zoneSource: "application" | "candidate" | "company";
  /** When they could; null: nothing is known. */
  windows: { start: string; end: string }[] | null;
  /** Time at which they are in another interview, or may be. Absent in papers of before there was such. */
  taken?: { start: string; end: string }[];
  /** Times that they asked away from, and how far from each another has to be. */
  avoided?: { start: string; end: string; marginMinutes: number }[];
}

/** Windows in which something new may be put: without the candidate's other interviews, and not near what they asked away from.
 * Shape: windows, in their order. */
export const withoutAvoided = (
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
    (left: Interval[], hole) =>
      left.flatMap((window) =>
        apart(window, {
          start: Temporal.Instant.from(hole.start),
          end: Temporal.Instant.from(hole.end),
        }),
      ),
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
  { zone }: ContextCandidate,
): string =>
  slotInWords({ startsAt: Temporal.Instant.from(start), endsAt: Temporal.Instant.from(end) }, zone);

const nearOf = ({ marginMinutes }: { marginMinutes: number }): string =>
  marginMinutes === 0
    ? ""
    : `, and nothing within ${marginMinutes / 60} hours of it is another time`;

/** Free/busy of the next five business days, unless the plan says otherwise. */
const DEFAULT_HORIZON_DAYS = 5;

/** The span in which times are looked for. Shape: ISO instants. */
export const horizonOf = (
  { rules }: Pick<InterviewPlan, "rules">,
  said: CandidateTimes | null,
  context: ToolContext,
): { from: string; to: string } => {
  const { start, end } = businessHorizon(
    context.clock.now(),
    rules?.horizonBusinessDays ?? DEFAULT_HORIZON_DAYS,
    context.companyZone,
  );
  return { from: start.toString(), to: searchEnd(end, said, context) };
};

/** A candidate who could only later is looked for later, but not for ever. */
const LONGEST_HORIZON_DAYS = 30;

/** Until when times are looked for: as far as usual, or as far as the candidate could. Shape: an ISO instant. */
const searchEnd = (
  usual: Temporal.Instant,
  said: CandidateTimes | null,
  context: ToolContext,
): string => {
  const longest = businessHorizon(context.clock.now(), LONGEST_HORIZON_DAYS, context.companyZone);
  const last = (said?.windows ?? []).map(({ end }) => Temporal.Instant.from(end)).at(-1);
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
