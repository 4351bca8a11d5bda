/** The rule by which a time is offered to nobody, before any calendar is asked: the notice, how far is looked ahead, weekends and nights. */
import { againstHours } from "../../tools/candidate-hours.ts";
import { horizonOf } from "../../tools/candidate-times.ts";
import type { ToolContext } from "../../tools/context.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { noticeHoursOf } from "../../tools/slot-request.ts";
import { dayInWords, momentInWords } from "../../src/domain/time.ts";
import { type Window, overlaps } from "../../src/language/constraints/windows.ts";

interface AskedTimes {
  /** By their starts; at least one. */
  windows: readonly Window[];
  read: Pick<SchedulingContext, "plan" | "candidate" | "horizon">;
  durationMinutes: number;
  /** In which zone it is told. */
  zone: string;
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;

/** Shape: a sentence; null where part of the times may be offered. */
export const ruleAgainst = (
  { windows, read, durationMinutes, zone }: AskedTimes,
  { clock }: Pick<ToolContext, "clock">,
): string | null => {
  const hours = noticeHoursOf(read.plan);
  const first = clock.now().add({ hours });
  const isTooSoon = ({ end }: Window): boolean =>
    isBefore(end.subtract({ minutes: durationMinutes }), first);
  if (windows.every(isTooSoon))
    return `An interview needs ${hours === 1 ? "1 hour" : `${hours} hours`} of notice by its plan: nothing is offered that begins before ${momentInWords(first, zone)}.`;
  const until = Temporal.Instant.from(read.horizon.to);
  if (windows.every(({ start }) => !isBefore(start, until)))
    return `Times are looked for until ${lastDay(until, zone)} and no later.`;
  return againstHours(windows, { zone: read.candidate.zone, toldZone: zone });
};

/** Why times that may be had were not among what is offered by itself. Shape: a sentence, or null. */
export const besideOffers = (
  { windows, read, zone }: AskedTimes,
  tools: ToolContext,
): string | null => {
  const known = read.candidate.windows;
  const own = (known ?? []).map(({ start, end }) => ({
    start: Temporal.Instant.from(start),
    end: Temporal.Instant.from(end),
  }));
  if (known && overlaps(own, windows).length === 0)
    return "The candidate has given other times, and this is not among them.";
  const until = Temporal.Instant.from(horizonOf(read.plan, known ?? [], tools).to);
  return windows.every(({ start }) => !isBefore(start, until))
    ? `What is offered by itself lies within the plan's horizon, until ${lastDay(until, zone)}: this is later, and is looked for only where it is asked for.`
    : null;
};

const lastDay = (until: Temporal.Instant, zone: string): string =>
  dayInWords(until.subtract({ seconds: 1 }), zone);
