/** The best times for all sessions of a plan by the slot engine, or who and what stands in the way. One session and several are
 * asked of the engine in two ways; what comes of it is one. */
import type { ScoredItinerary, ScoredSlot } from "../src/domain/proposal.ts";
import { findItineraries } from "../src/scheduling/find-itineraries.ts";
import { findSlots } from "../src/scheduling/find-slots.ts";
import type { LoopResult } from "../src/scheduling/loop-types.ts";
import type { ContextSession, SchedulingContext } from "./scheduling-context.ts";
import { toLoopRequest, toSlotRequest } from "./slot-request.ts";
import { findWithRooms } from "./with-rooms.ts";

export interface FoundTimes {
  /** Best first; empty when there are none. */
  itineraries: ScoredItinerary[];
  /** Whether nothing that is better in this model was left out. */
  proven: boolean;
  /** Why there are none, in words; what is nearest to being solved first. */
  blockers: string[];
  /** What alone would have to give, in words, the cheapest first. */
  relaxations: string[];
  /** What else to know about people and calendars. */
  findings: string[];
}

/** How many times a person is offered, the proposed one counted. */
const OFFERED = 5;

/** Looks for times. `wantedStart`: of the first session; no other is looked at. Errors: `input_invalid` for rules that the
 * engine cannot follow. */
export const findTimes = (
  context: SchedulingContext,
  { wantedStart }: { wantedStart: string | null },
): FoundTimes =>
  findWithRooms(context, {
    find: (each) => findForPeople(each, wantedStart),
    offered: OFFERED,
  });

const findForPeople = (context: SchedulingContext, wantedStart: string | null): FoundTimes => {
  const [only, ...others] = context.sessions;
  if (!only) throw new Error("a plan without a session");
  if (others.length === 0) return findForOne(context, only, wantedStart);
  if (wantedStart === null) return inWords(findItineraries(toLoopRequest(context)));
  return findFrom(context, wantedStart);
};

const findForOne = (
  context: SchedulingContext,
  session: ContextSession,
  wantedStart: string | null,
): FoundTimes => {
  const result = findSlots(toSlotRequest(context, session, { wantedStart }));
  const slots = result.kind === "slots" ? spread(result.slots) : [];
  return {
    itineraries: slots.map(({ score, terms, ...time }) => ({
      sessions: [{ sessionId: session.rule.id, ...time }],
      score,
      terms,
    })),
    proven: true,
    blockers: result.kind === "none" ? result.blockers.map(({ words }) => words) : [],
    relaxations: result.kind === "none" ? result.relaxations.map(({ words }) => words) : [],
    findings: result.findings.map(({ words }) => words),
  };
};

/** The best slot, then the best of those that do not overlap one taken already: five quarters of an hour of one morning
 * would be no choice. Shape: best first. */
const spread = (slots: ScoredSlot[]): ScoredSlot[] => {
  const taken: ScoredSlot[] = [];
  for (const slot of slots) {
    if (taken.length === OFFERED) break;
    if (taken.every((other) => slot.endsAt <= other.startsAt || other.endsAt <= slot.startsAt)) {
      taken.push(slot);
    }
  }
  return taken;
};

/** With each session that may be the first at the wanted start. */
const findFrom = (context: SchedulingContext, startsAt: string): FoundTimes => {
  const wanted = Temporal.Instant.from(startsAt);
  const results = toLoopRequest(context)
    .sessions.filter(({ after = [] }) => after.length === 0)
    .map(({ id: sessionId }) =>
      inWords(findItineraries(toLoopRequest(context, { sessionId, startsAt }))),
    );
  const [first] = results;
  if (!first) throw new Error("every session comes after another");
  const itineraries = results
    .flatMap((result) => result.itineraries)
    .filter(
      ({ sessions: [begin] }) => begin && Temporal.Instant.from(begin.startsAt).equals(wanted),
    )
    .toSorted((a, b) => b.score - a.score);
  return {
    ...first,
    itineraries: itineraries.slice(0, OFFERED),
    proven: results.every(({ proven }) => proven),
  };
};

const inWords = (result: LoopResult): FoundTimes => ({
  itineraries:
    result.kind === "itineraries"
      ? result.itineraries.map(({ sessions, score, terms }) => ({ sessions, score, terms }))
      : [],
  proven: result.proven,
  blockers: result.kind === "none" ? result.blockers.map(({ words }) => words) : [],
  relaxations: result.kind === "none" ? result.relaxations.map(({ words }) => words) : [],
  findings: result.findings.map(({ words }) => words),
});
