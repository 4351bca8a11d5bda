/** When a candidate could, as they said on their page, for whoever looks for a time. */
import type { InterviewPlan } from "../src/domain/plan.ts";
import { isZone } from "../src/domain/time.ts";
import { businessHorizon } from "../src/scheduling/horizon.ts";
import type { CandidateTimes, ToolContext } from "./context.ts";

/** The candidate as the search sees them. Shape: JSON. */
export interface ContextCandidate {
  email: string;
  zone: string;
  zoneSource: "application" | "candidate" | "company";
  /** When they could; null: nothing is known. */
  windows: { start: string; end: string }[] | null;
}

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
