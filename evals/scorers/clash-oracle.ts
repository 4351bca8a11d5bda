/** Whether rules that are said to clash do so: every start of a day with every panel is asked which rules it breaks. */
import { DEFAULT_GRID_MINUTES } from "../../src/scheduling/defaults.ts";
import type { BlockerKind, Interval, SlotRequest } from "../../src/scheduling/types.ts";
import { isBefore, merged, within } from "./oracle-people.ts";
import { earliestStart, everyPanel, rulesAgainst, worldOf } from "./slot-oracle.ts";

/** A rule by its name and, when it is one person's, whose. */
export interface NamedRule {
  what: BlockerKind;
  email?: string;
}

const keyOf = ({ what, email = "" }: NamedRule): string => `${email} ${what}`;

/** A slot with all that it breaks. */
export interface BrokenSlot {
  day: string;
  session: Interval;
  panel: string[];
  broken: Set<string>;
}

/** For each slot of a day in the candidate's zone, whoever sits in it, all that it breaks, by day. */
export const brokenByDay = (request: SlotRequest): Map<string, Set<string>[]> => {
  const byDay = Map.groupBy(everyBrokenSlot(request), ({ day }) => day);
  return new Map([...byDay].map(([day, slots]) => [day, slots.map(({ broken }) => broken)]));
};

/** Every start with every panel. */
export const everyBrokenSlot = (request: SlotRequest): BrokenSlot[] => {
  const { zone } = request.candidate;
  const world = worldOf(request);
  const slots: BrokenSlot[] = [];
  const panels = [...everyPanel(request.places.map(({ choices }) => [...new Set(choices)]))];
  for (const session of everyStart(request)) {
    const day = session.start.toZonedDateTimeISO(zone).toPlainDate().toString();
    const general = generalRules(session, request).map((what) => keyOf({ what }));
    const own = new Map(
      request.places
        .flatMap(({ choices }) => choices)
        .map((email) => [
          email,
          rulesAgainst(email, session, world).map((what) => keyOf({ what, email })),
        ]),
    );
    for (const panel of panels) {
      const broken = new Set([...general, ...panel.flatMap((email) => own.get(email) ?? [])]);
      slots.push({ day, session, panel: [...panel], broken });
    }
  }
  return slots;
};

/** Rules that nobody can do without: of people who are not asked at all. */
const ALWAYS = ["opted_out", "calendar_unreadable"];

/** Whether a slot of the day breaks none of these rules. */
export const fitsBut = (slots: readonly Set<string>[], rules: readonly NamedRule[]): boolean => {
  return slots.some((broken) => breaksNone(broken, rules));
};

/** Whether none of these rules is among those that are broken, nor one that nobody can do without. */
export const breaksNone = (broken: ReadonlySet<string>, rules: readonly NamedRule[]): boolean => {
  const keys = new Set(rules.map(keyOf));
  return [...broken].every((key) => !keys.has(key) && !ALWAYS.some((what) => key.endsWith(what)));
};

const generalRules = (session: Interval, request: SlotRequest): BlockerKind[] => {
  const broken: BlockerKind[] = [];
  if (isBefore(session.start, earliestStart(request))) broken.push("minimum_notice");
  const { windows } = request.candidate;
  if (windows && !merged(windows, isBefore).some((window) => within(session, window))) {
    broken.push("candidate_windows");
  }
  return broken;
};

function* everyStart(request: SlotRequest): Generator<Interval> {
  const minutes = request.session.durationMinutes;
  const step = request.gridMinutes ?? DEFAULT_GRID_MINUTES;
  const first = earliestStart({ ...request, minimumNoticeMinutes: 0 });
  let start =
    request.requiredStart ?? first.round({ smallestUnit: "minute", roundingMode: "ceil" });
  for (
    ;
    !isBefore(request.horizon.end, start.add({ minutes }));
    start = start.add({ minutes: 1 })
  ) {
    const isOnGrid =
      request.requiredStart !== undefined ||
      start.toZonedDateTimeISO(request.candidate.zone).minute % step === 0;
    if (isOnGrid && !isBefore(start, first)) yield { start, end: start.add({ minutes }) };
    if (request.requiredStart) return;
  }
}
