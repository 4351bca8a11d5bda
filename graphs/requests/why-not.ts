/** Why a time was not offered: the slot engine is asked about it alone, with everything as it is now, and answers who and what stands
 * in the way. Proposes nothing. */
import { asThoughUnbooked } from "../../agents/scheduling/without-own-time.ts";
import { problemOf } from "../../src/cases/problems.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import { slotInWords } from "../../src/domain/time.ts";
import { inWords } from "../../src/requests/answer.ts";
import { windowsOfWhen } from "../../src/requests/when.ts";
import type { FoundTimes } from "../../tools/find-times.ts";
import { gatherSchedulingContext } from "../../tools/scheduling-context.ts";
import { readBooked } from "../booked.ts";
import { besideOffers, ruleAgainst } from "./rule-against.ts";
import type { RunDeps } from "../deps.ts";
import { toolContext } from "../tool-context.ts";
import { type AskingFor, type Outcome, told } from "./outcome.ts";
import { caseLink } from "./tell.ts";

const MOST_SAID = 5;

/** It can be asked of days that are further ahead than anything is looked for: then that is why. */
const REACH_DAYS = 400;

/** Errors: those of Lever, the calendar and the plan. */
export const tellWhyNot = async (
  case_: CaseRecord,
  { request, slots, state }: AskingFor,
  deps: RunDeps,
): Promise<Outcome> => {
  const now = deps.clock.now();
  const tools = toolContext(
    { ...state, opportunityId: case_.opportunityId, candidate: case_.candidate },
    "requests",
    deps,
  );
  const asked = { opportunityId: case_.opportunityId, stageId: case_.stageId };
  const { zone } = request;
  const asking = { now, zone, reachDays: REACH_DAYS };
  const first = windowsOfWhen(slots.when ?? "", { ...asking, durationMinutes: 60 });
  const named = first.windows.map(inIso);
  const read = await gatherSchedulingContext(
    { ...asked, planId: null, panelistIds: [], named },
    tools,
  );
  const durationMinutes = Math.max(...read.sessions.map(({ rule }) => rule.durationMinutes));
  const { windows, words } = windowsOfWhen(slots.when ?? "", { ...asking, durationMinutes });
  const said = (sentences: string[]): Outcome =>
    told(inWords("answer", sentences, { links: [caseLink(case_)] }), case_);
  if (windows.length === 0)
    return said([`${words}: that has passed, so nothing is offered there.`]);
  const unreadable = problemOf(case_, "booking_unreadable");
  const booked = unreadable ? null : ((await readBooked(case_, deps))?.booked ?? null);
  const span = booked && spanOf(booked.payload.sessions);
  if (span && windows.some((window) => holds(window, span.startsAt))) {
    return said([`${words}: that is what is booked, ${slotInWords(span, zone)}.`]);
  }
  const against = ruleAgainst({ windows, read, durationMinutes, zone }, tools);
  if (against !== null) return said([`${words}: nothing is offered then. ${against}`]);
  const unbooked = booked ? asThoughUnbooked(read, booked) : read;
  const context = {
    ...unbooked,
    candidate: {
      ...unbooked.candidate,
      toldZone: zone,
      wished: { windows: windows.map(inIso), isNamed: true, isExact: true, by: "team" as const },
    },
  };
  const found = await tools.search([context, { wantedStart: null }], deps.signal);
  const beside = besideOffers({ windows, read, durationMinutes, zone }, tools);
  return said(answerOf(found, { words, zone, isBooked: booked !== null, beside }));
};

const holds = (
  { start, end }: { start: Temporal.Instant; end: Temporal.Instant },
  at: Temporal.Instant,
): boolean => Temporal.Instant.compare(start, at) <= 0 && Temporal.Instant.compare(at, end) < 0;

/** What the engine says of it, in sentences: none twice. `beside`: why it was not among what was offered, whatever fits. */
const answerOf = (
  found: FoundTimes,
  {
    words,
    zone,
    isBooked,
    beside,
  }: { words: string; zone: string; isBooked: boolean; beside: string | null },
): string[] => {
  const booked = isBooked ? [BOOKED] : [];
  const [best] = found.itineraries;
  if (best) {
    const when = slotInWords(spanOf(best.sessions), zone);
    const why =
      beside ??
      "Others were better by the plan's rules, or it was not free when times were looked for.";
    return [`${words}: it would be possible now, such as ${when}.`, why, ...booked];
  }
  const blockers = [...new Set([...found.blockers, ...found.findings])].slice(0, MOST_SAID);
  const helps = [...new Set(found.relaxations.map(({ words: help }) => help))].slice(0, 2);
  const all = [
    `${words}: nothing fits there as things are now.`,
    ...(beside === null ? [] : [beside]),
    ...blockers,
    ...(helps.length > 0 ? ["What would help:", ...helps] : []),
    ...booked,
  ];
  return [...new Set(all)];
};

const BOOKED =
  "The interview is booked: it is looked at as though it were not, so that it is not in its own way.";

const inIso = ({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }) => ({
  start: start.toString(),
  end: end.toString(),
});
