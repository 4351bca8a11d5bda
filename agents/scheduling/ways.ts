/** The ways in which a booking can be mended, the least disturbance first: somebody else in the same place, people changing
 * places, another room, one session at another time, all of them anew; and what somebody has made by hand, or put right. */
import { AppError } from "../../src/domain/errors.ts";
import { isBegunIn, yetToCome } from "../../src/domain/change.ts";
import { timeOf } from "../../src/domain/itinerary.ts";
import type { Relaxation } from "../../src/domain/no-fit.ts";
import type {
  BookInterview,
  BookedSession,
  BookingChange,
  PanelMember,
  ScoredItinerary,
  Seatable,
} from "../../src/domain/proposal.ts";
import { findItineraries } from "../../src/scheduling/find-itineraries.ts";
import type { LoopRequest, LoopResult } from "../../src/scheduling/loop-types.ts";
import { isInPlace, kindOf, relaxContext } from "../../tools/relaxed.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { SearchBudget } from "../../tools/search-budget.ts";
import { canBeInvited, tellRooms } from "../../tools/with-rooms.ts";
import { asBooked } from "./as-booked.ts";
import { seatsOf, withTraineesOf, withoutAbsent } from "./seats.ts";
import { whyNotFollowed } from "./unfollowed.ts";
import { seatsIn } from "./way-places.ts";
import { type ToMend, hasMoved, hasMovedInLever, isPossible, requestsOf } from "./way-requests.ts";

/** Shape: `ways` is empty when nothing helps; then what stands in the way and what would have to give. */
export interface FoundWays {
  ways: ScoredItinerary[];
  /** In words, what is nearest to being solved first. */
  blockers: string[];
  /** The cheapest first. */
  relaxations: Relaxation[];
  findings: string[];
  /** Why what somebody has made otherwise in Lever is no way, in words; empty when it is one, or nobody has. */
  unfollowed: string[];
}

/** How many a person is offered. */
const MOST_WAYS = 5;

/** How a change is searched for. */
export interface HowToFind {
  /** What all that is searched for the change takes its steps from. */
  budget: SearchBudget;
  /** Whether to say what would have to give when nothing fits. */
  isWhyWanted: boolean;
}

/** By what is booked, whatever the plan says by now; by video where that was to give. */
export const findWays = (
  asked: ToMend,
  how: HowToFind = { budget: new SearchBudget(), isWhyWanted: true },
): FoundWays => {
  const left = withoutBegun(asked);
  const { outside, isMoveWanted } = left;
  const { before } = outside.change;
  const gathered = byVideoIfGiven(asBooked(left.gathered, before), left.gathered);
  const toMend = { ...left, gathered };
  const { inLever, others } = requestsOf(toMend);
  const followed = inLever && isPossible(inLever) ? searched([inLever], how) : [];
  const answers = [...followed, ...searched(others, how)];
  const all = answers.flatMap(({ result }) =>
    result.kind === "itineraries" ? result.itineraries : [],
  );
  // What somebody has moved by hand is meant: it is asked for first, whoever else learns of it.
  const isMeant = hasMoved(toMend) || hasMovedInLever(toMend);
  const ranked = isMeant ? all : all.toSorted((a, b) => a.disturbed - b.disturbed);
  // Put right what somebody has changed or deleted: the booking as it was is a way too.
  const isRight = !isMoveWanted && outside.deviations.some(({ code }) => code !== "declined");
  const ways = each(ranked.map((way) => asKept(way, gathered, before)))
    .filter((way) => canBeInvited(way, gathered))
    .filter((way) => isRight || !isAsBefore(way, before));
  const last = answers.at(-1);
  return {
    ways: ways.slice(0, MOST_WAYS).map((way) => withBegun(way, asked.outside.change)),
    blockers: blockersOf(last, outside),
    relaxations: last && ways.length === 0 && how.isWhyWanted ? relaxationsOf(last.request) : [],
    findings: last?.result.findings.map(({ words }) => words) ?? [],
    unfollowed: inLever ? whyNotFollowed(toMend, { inLever, result: followed[0]?.result }) : [],
  };
};

/** Where nothing could be asked of the engine at all, nobody else may sit where somebody is to be replaced. */
const blockersOf = (last: Answer | undefined, { replaced = [] }: ToMend["outside"]): string[] => {
  if (last?.result.kind === "none") return last.result.blockers.map(({ words }) => words);
  return last ? [] : [...new Set(replaced.map(({ name }) => nobodyElse(name)))];
};

const nobodyElse = (name: string): string =>
  `Nobody else may take the place of ${name} by the interview plan, or their calendars could not be read.`;

/** A person had what is on site be by video: what is booked otherwise changes with it. */
const byVideoIfGiven = (
  booked: SchedulingContext,
  { relaxed }: Pick<SchedulingContext, "relaxed">,
): SchedulingContext =>
  (relaxed && kindOf(relaxed.id) === "format" && relaxContext(booked, relaxed)) || booked;

/** What has begun is not asked about: the candidate is in it. */
const withoutBegun = (asked: ToMend): ToMend => {
  const { gathered, outside } = asked;
  const { change } = outside;
  const { candidate, plan } = gathered;
  const gap = { minutes: plan.rules?.loop?.leastGapMinutes ?? 0 };
  const begun = change.before.filter((session) => isBegunIn(change, session)).map(timeOf);
  const taken = begun.map(({ startsAt, endsAt }) => ({
    start: startsAt.toString(),
    end: endsAt.add(gap).toString(),
  }));
  const isToCome = (sessionId: string): boolean => !isBegunIn(change, { sessionId });
  return {
    ...asked,
    gathered: {
      ...gathered,
      sessions: gathered.sessions.filter(({ rule }) => isToCome(rule.id)),
      candidate: { ...candidate, taken: [...(candidate.taken ?? []), ...taken] },
    },
    outside: {
      ...outside,
      change: {
        ...change,
        before: yetToCome(change),
        events: change.events.filter(({ sessionId }) => isToCome(sessionId)),
      },
    },
  };
};

/** All sessions again, those that have begun as they are booked. */
const withBegun = (
  way: ScoredItinerary,
  change: Pick<BookingChange, "before" | "begun">,
): ScoredItinerary => {
  const begun = change.before.filter((session) => isBegunIn(change, session));
  return { ...way, sessions: [...begun.map(asPlaced), ...way.sessions] };
};

/** A booked session as a way has it. */
export const asPlaced = ({
  sessionId,
  startsAt,
  endsAt,
  panel,
  room,
}: BookedSession): ScoredItinerary["sessions"][number] => ({
  sessionId,
  startsAt,
  endsAt,
  panel: panel.map(({ email }, place) => ({ place, email })),
  ...(room && { room }),
});

interface Answer {
  request: LoopRequest;
  result: LoopResult;
}

/** What the engine does not take, such as a time that somebody chose by hand to the second, is no way; others may be. */
const searched = (requests: readonly LoopRequest[], { budget }: HowToFind): Answer[] =>
  requests.flatMap((request, index) => {
    if (budget.isOver) return [];
    const effort = budget.shareOf(requests.length - index);
    try {
      const result = findItineraries({ ...request, effort, leaveOut: ["relaxations", "clashes"] });
      budget.spend(result.steps);
      return [{ request, result }];
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === "input_invalid") return [];
      throw thrown;
    }
  });

const relaxationsOf = (request: LoopRequest): Relaxation[] => {
  const result = findItineraries({ ...request, leaveOut: ["clashes"] });
  const relaxations = result.kind === "none" ? result.relaxations : [];
  return relaxations.map(({ id, change, words }) => ({ id, change, words }));
};

/** As a proposal keeps it: with what is by video by now, and was not. */
const asKept = (
  { sessions, score, terms }: ScoredItinerary,
  gathered: SchedulingContext,
  before: readonly BookedSession[],
): ScoredItinerary => {
  const isTurned = ({ sessionId }: { sessionId: string }): boolean => {
    const session = gathered.sessions.find(({ rule }) => rule.id === sessionId);
    const old = before.find((each) => each.sessionId === sessionId);
    if (!session || !old) return false;
    return !isInPlace(session) && (old.format === "onsite" || old.room !== undefined);
  };
  const inRooms = tellRooms({ sessions, score, terms }, gathered);
  return {
    ...inRooms,
    sessions: inRooms.sessions.map((placed) => ({
      ...placed,
      ...(isTurned(placed) && { format: "video" as const }),
    })),
  };
};

const keyOf = ({ sessions }: ScoredItinerary): string =>
  sessions
    .map((session) => [session.sessionId, session.startsAt, ...seatsIn(session)].join(" "))
    .join("\n");

/** Each once, where it came first. */
const each = (ways: readonly ScoredItinerary[]): ScoredItinerary[] => {
  const keys = ways.map(keyOf);
  return ways.filter((way, index) => keys.indexOf(keyOf(way)) === index);
};

const isAsBefore = ({ sessions }: ScoredItinerary, before: readonly BookedSession[]): boolean =>
  sessions.every((placed) => {
    const old = before.find(({ sessionId }) => sessionId === placed.sessionId);
    return (
      old !== undefined &&
      placed.format === undefined &&
      timeOf(old).startsAt.equals(placed.startsAt) &&
      seatsIn(old).join(" ") === seatsIn(placed).join(" ")
    );
  });

/** A booking that is changed: as it is booked, and how its events stand. */
export interface Changing extends Pick<BookInterview, "sessions"> {
  change: Pick<BookingChange, "events" | "begun">;
}

/** All sessions of a booking, as one of its ways has them. Who holds the event keeps it, if still there. */
export const sessionsOfWay = (
  way: ScoredItinerary,
  { sessions, change }: Changing,
  people: readonly Seatable[],
): BookedSession[] =>
  way.sessions.map(({ sessionId, startsAt, endsAt, panel: seats, room, format }) => {
    const booked = sessions.find((session) => session.sessionId === sessionId);
    if (!booked) throw new Error("a way has a session that is not booked");
    if (isBegunIn(change, booked)) return booked;
    const old = withoutAbsent(booked, change);
    const all = [...old.panel.map((member) => atHome(member, people)), ...people];
    const { videoLink: before, isVideoFree, room: former, ...rest } = old;
    const isAnyVideo = format === "video" || (isVideoFree && old.format === "video");
    const { panel: found, ...place } = seatsOf(seats, all, {
      feedbackTemplateId: old.feedbackTemplateId,
      startsAt,
      asked: {
        video: isAnyVideo ? undefined : old.video,
        // A person's own link is theirs alone, and a room's its own; the plan's is everybody's.
        link: [...all, former].some((one) => one?.link === before) ? undefined : before,
        room,
      },
    });
    const panel = inPlaceOf(old, found);
    const isIn = {
      ...rest,
      ...(format && { format }),
      startsAt,
      endsAt,
      panel,
      ...(room && { room }),
    };
    const isElsewhere =
      format === "video" || (old.video === "fixed" && room?.link !== former?.link);
    if (isElsewhere || !isHost(old, panel, room)) return withTraineesOf(old, { ...isIn, ...place });
    return withTraineesOf(old, {
      ...isIn,
      ...(before !== undefined && { videoLink: before }),
      ...(isVideoFree && { isVideoFree }),
    });
  });

/** Booked with the clock around them then: at another time they may be on a journey, or back. */
const atHome = (member: PanelMember, people: readonly Seatable[]): Seatable => {
  const known = people.find(({ email }) => email === member.email);
  return known
    ? { ...member, zone: known.zone, ...(known.stays && { stays: known.stays }) }
    : member;
};

/** Whoever comes in has the place of whom they come for, whatever places the plan has by now. */
const inPlaceOf = (
  { panel: before }: BookedSession,
  panel: BookedSession["panel"],
): BookedSession["panel"] =>
  panel.map((member, index) => {
    const seat = before[index];
    const isNew = before.every(({ email }) => email !== member.email);
    return isNew && seat ? { ...member, role: seat.role, key: seat.key } : member;
  });

/** Whether the event may stay in its calendar: somebody of the panel holds it, where the room can answer. */
const isHost = (
  { organizer }: BookedSession,
  panel: BookedSession["panel"],
  room: BookedSession["room"],
): boolean => {
  const host = panel.find(({ email }) => email === organizer);
  if (!host) return false;
  return room?.calendar === undefined || (host.calendar ?? room.calendar) === room.calendar;
};
