/** The best times for all sessions of a plan by the slot engine, or who and what stands in the way. One session and several are
 * asked of the engine in two ways; what comes of it is one. */
import type { Relaxation } from "../src/domain/no-fit.ts";
import type { ScoredItinerary, ScoredSlot } from "../src/domain/proposal.ts";
import { spanOf } from "../src/domain/itinerary.ts";
import { findItineraries } from "../src/scheduling/find-itineraries.ts";
import { findSlots } from "../src/scheduling/find-slots.ts";
import type { LoopRequest, LoopResult } from "../src/scheduling/loop-types.ts";
import { takenInWords } from "./candidate-times.ts";
import { helping } from "./helping.ts";
import type { ContextSession, SchedulingContext } from "./scheduling-context.ts";
import { SearchBudget } from "./search-budget.ts";
import { toLoopRequest, toSlotRequest } from "./slot-request.ts";
import { type HowToFind, findWithRooms } from "./with-rooms.ts";

export interface FoundTimes {
  /** Best first; empty when there are none. */
  itineraries: ScoredItinerary[];
  /** Whether nothing that is better in this model was left out. */
  proven: boolean;
  /** Why there are none, in words; what is nearest to being solved first. */
  blockers: string[];
  /** What alone would have to give, the cheapest first. */
  relaxations: Relaxation[];
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
): FoundTimes => {
  if (wantedStart !== null && isPast(wantedStart, context)) return PAST;
  const budget = new SearchBudget();
  const findIn = (asked: SchedulingContext, isWhyWanted: boolean): FoundTimes =>
    findWithRooms(asked, {
      find: (each, how) => findForPeople(each, { wantedStart, budget, ...how }),
      offered: OFFERED,
      budget,
      isWhyWanted,
    });
  const found = findIn(context, true);
  if (found.itineraries.length > 0) {
    return { ...found, itineraries: bestOfEachBeginning(found.itineraries) };
  }
  const find = (looser: SchedulingContext): FoundTimes => findIn(looser, false);
  return {
    ...found,
    relaxations: helping(found.relaxations, { context, find, budget }),
    findings: [...found.findings, ...takenInWords(context.candidate)],
  };
};

const isPast = (start: string, { now }: SchedulingContext): boolean =>
  Temporal.Instant.compare(start, now) < 0;

/** Nothing that could give would help. */
const PAST: FoundTimes = {
  itineraries: [],
  proven: true,
  blockers: ["That time is past."],
  relaxations: [],
  findings: [],
};

/** Whoever chooses names a beginning: two itineraries that begin together could be taken for one another. */
const bestOfEachBeginning = (itineraries: readonly ScoredItinerary[]): ScoredItinerary[] => {
  const begins = itineraries.map(({ sessions }) => spanOf(sessions).startsAt.epochMilliseconds);
  return itineraries.filter((_, place) => begins.indexOf(begins[place] ?? 0) === place);
};

interface Search extends HowToFind {
  wantedStart: string | null;
  budget: SearchBudget;
}

const findForPeople = (context: SchedulingContext, search: Search): FoundTimes => {
  const [only, ...others] = context.sessions;
  if (!only) throw new Error("a plan without a session");
  if (others.length === 0) return findForOne(context, only, search);
  if (search.wantedStart === null) return findLoop(toLoopRequest(context), search);
  return findFrom(context, search.wantedStart, search);
};

/** What clashes is told nobody here, and takes most of the time. */
const leftOut = ({ isWhyWanted }: HowToFind): Pick<LoopRequest, "leaveOut"> => ({
  leaveOut: isWhyWanted ? ["clashes"] : ["clashes", "relaxations"],
});

/** One session's starts are looked at so quickly. */
const STARTS_A_STEP = 4;

const findForOne = (
  context: SchedulingContext,
  session: ContextSession,
  { wantedStart, budget, ...how }: Search,
): FoundTimes => {
  const request = { ...toSlotRequest(context, session, { wantedStart }), ...leftOut(how) };
  const result = findSlots(request);
  budget.spend(result.considered / STARTS_A_STEP);
  const slots = result.kind === "slots" ? spread(result.slots) : [];
  return {
    itineraries: slots.map(({ score, terms, ...time }) => ({
      sessions: [{ sessionId: session.rule.id, ...time }],
      score,
      terms,
    })),
    proven: true,
    blockers: result.kind === "none" ? result.blockers.map(({ words }) => words) : [],
    relaxations: result.kind === "none" ? result.relaxations : [],
    findings: result.findings.map(({ words }) => words),
  };
};

const findLoop = (request: LoopRequest, { budget, ...how }: Search): FoundTimes => {
  const effort = budget.shareOf(how.searches);
  const result = findItineraries({ ...request, ...leftOut(how), effort });
  budget.spend(result.steps);
  return inWords(result);
};

/** The best slot, then the best of those that do not overlap one taken already: five quarters of an hour of one morning
 * would be no choice. Shape: best first. */
export const spread = (slots: readonly ScoredSlot[], most = OFFERED): ScoredSlot[] => {
  const taken: ScoredSlot[] = [];
  for (const slot of slots) {
    if (taken.length === most) break;
    if (taken.every((other) => slot.endsAt <= other.startsAt || other.endsAt <= slot.startsAt)) {
      taken.push(slot);
    }
  }
  return taken;
};

/** With each session that may be the first at the wanted start. */
const findFrom = (context: SchedulingContext, startsAt: string, search: Search): FoundTimes => {
  const wanted = Temporal.Instant.from(startsAt);
  const results = toLoopRequest(context)
    .sessions.filter(({ after = [] }) => after.length === 0)
    .map(({ id: sessionId }, index, firsts) =>
      findLoop(toLoopRequest(context, { sessionId, startsAt }), {
        ...search,
        searches: search.searches * (firsts.length - index),
      }),
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
  relaxations: result.kind === "none" ? result.relaxations : [],
  findings: result.findings.map(({ words }) => words),
});
