/** The ways in which a booking can be mended, the least disturbance first: somebody else in the same place, people changing
 * places, one session at another time, all of them anew. */
import { AppError } from "../../src/domain/errors.ts";
import { spanOf, timeOf } from "../../src/domain/itinerary.ts";
import type { BookInterview, BookedSession, ScoredItinerary } from "../../src/domain/proposal.ts";
import { findItineraries } from "../../src/scheduling/find-itineraries.ts";
import type { Itinerary, LoopRequest, LoopSession } from "../../src/scheduling/loop-types.ts";
import type { Interval } from "../../src/scheduling/types.ts";
import type { Outside } from "./booked.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { toLoopRequest } from "../../tools/slot-request.ts";
import { seatsOf } from "./seats.ts";

/** A booking to be mended. */
export interface ToMend {
  gathered: SchedulingContext;
  outside: Outside;
  /** The candidate cannot at the time that is booked. */
  isMoveWanted: boolean;
}

/** Shape: `ways` is empty when nothing helps; then why, in words, what is nearest to being solved first. */
export interface FoundWays {
  ways: ScoredItinerary[];
  why: string[];
  findings: string[];
}

/** How many a person is offered. */
const MOST_WAYS = 4;

/** Errors: `plan_invalid` when the plan is another one than what was booked by. */
export const findWays = (toMend: ToMend): FoundWays => {
  const { before } = toMend.outside.change;
  refuseByHand(before);
  const results = requestsOf(toMend)
    .filter(isPossible)
    .map((request) => findItineraries(request));
  const all = results.flatMap((result) =>
    result.kind === "itineraries" ? result.itineraries : [],
  );
  // What somebody has moved by hand is meant: it is asked for first, whoever else learns of it.
  const ranked = hasMoved(toMend) ? all : all.toSorted((a, b) => a.disturbed - b.disturbed);
  const ways = each(ranked).filter((way) => hasMoved(toMend) || !isAsBefore(way, before));
  const last = results.at(-1);
  return {
    ways: ways
      .slice(0, MOST_WAYS)
      .map(({ sessions, score, terms }) => ({ sessions, score, terms })),
    why:
      last?.kind === "none"
        ? [...last.blockers.slice(0, 3), ...last.relaxations.slice(0, 3)].map(({ words }) => words)
        : [],
    findings: last?.findings.map(({ words }) => words) ?? [],
  };
};

const keyOf = ({ sessions }: Pick<Itinerary, "sessions">): string =>
  sessions
    .map(({ sessionId, startsAt, panel }) =>
      [sessionId, startsAt, ...panel.map(({ email }) => email)].join(" "),
    )
    .join("\n");

const each = (itineraries: readonly Itinerary[]): Itinerary[] =>
  [...new Map(itineraries.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();

const isAsBefore = ({ sessions }: Itinerary, before: readonly BookedSession[]): boolean =>
  sessions.every((placed) => {
    const old = before.find(({ sessionId }) => sessionId === placed.sessionId);
    return (
      old !== undefined &&
      timeOf(old).startsAt.equals(placed.startsAt) &&
      old.panel.every(({ email }, place) => placed.panel[place]?.email === email)
    );
  });

const hasMoved = ({ outside }: ToMend): boolean =>
  outside.deviations.some(({ code }) => code === "event_moved");

/** What each way leaves as it is. whole: time and people. place: time, and who has not declined. start: the time. */
type Fixed = "whole" | "place" | "start" | "free";

const requestsOf = (toMend: ToMend): LoopRequest[] => {
  const { gathered, outside, isMoveWanted } = toMend;
  const base = toLoopRequest(withoutOwnTime(gathered, outside));
  const affected = new Set(outside.deviations.map(({ sessionId }) => sessionId));
  const way = (ofAffected: Fixed, ofOthers: Fixed, at: "found" | "booked" = "found") =>
    fix(base, toMend, { at, of: (id) => (affected.has(id) ? ofAffected : ofOthers) });
  if (isMoveWanted) return [elsewhere(way("free", "free"), outside.change.before)];
  return [
    way("place", "whole"),
    ...(hasMoved(toMend) ? [way("place", "whole", "booked")] : []),
    way("start", "whole"),
    way("start", "start"),
    way("free", "whole"),
    way("free", "free"),
  ];
};

/** Not where nobody is left for a place. */
const isPossible = ({ sessions }: LoopRequest): boolean =>
  sessions.every(({ places }) => places.every(({ choices }) => choices.length > 0));

interface Way {
  /** At the time of the calendar, or of the booking. */
  at: "found" | "booked";
  of(sessionId: string): Fixed;
}

const fix = (base: LoopRequest, { outside }: ToMend, way: Way): LoopRequest => {
  const { before } = outside.change;
  const fixed = base.sessions.map((session) => ({
    session,
    how: way.of(session.id),
    old: oldOf(session, before),
  }));
  const isTimeKept = fixed.every(({ how }) => how !== "free");
  return {
    ...base,
    // What takes place at its own time needs no notice, and the candidate has said yes to it.
    ...(isTimeKept && {
      minimumNoticeMinutes: 0,
      candidate: { ...base.candidate, windows: [aroundAll(outside)] },
    }),
    previous: before.map(({ sessionId, startsAt, panel }) => ({
      sessionId,
      startsAt: Temporal.Instant.from(startsAt),
      panel: panel.map(({ email }) => email),
    })),
    sessions: fixed.map(({ session, how, old }) => fixOne(session, { how, old, outside, way })),
  };
};

/** What a change cannot carry along yet. Errors: `plan_invalid`. */
const refuseByHand = (before: readonly BookedSession[]): void => {
  const byHand = before.find(({ room, video }) => room !== undefined || video === "zoom");
  if (!byHand) return;
  throw new AppError({
    code: "plan_invalid",
    fault: "caller",
    message: `${byHand.name} has ${byHand.room ? "a room" : "a Zoom meeting"} of its own, so no change is proposed: change it by hand.`,
  });
};

const oldOf = ({ id, places }: LoopSession, before: readonly BookedSession[]): BookedSession => {
  const old = before.find(({ sessionId }) => sessionId === id);
  if (old?.panel.length === places.length) return old;
  throw new AppError({
    code: "plan_invalid",
    fault: "caller",
    message:
      "The interview plan is another one than the interview was booked by, so no change can be proposed: change it by hand.",
  });
};

interface FixingOne {
  how: Fixed;
  old: BookedSession;
  outside: Outside;
  way: Way;
}

const fixOne = (session: LoopSession, { how, old, outside, way }: FixingOne): LoopSession => {
  const declined = declinedOf(old, outside);
  const seats = old.panel.map(({ email }) => email);
  const places = session.places.map((place, index) => {
    const present = seats[index];
    const all = [...new Set([...place.choices, ...(present === undefined ? [] : [present])])];
    const others = all.filter((email) => !declined.has(email));
    // Whoever alone can take a place said no to that time, not to every other one.
    const choices = how === "free" && others.length === 0 ? all : others;
    const stays = how === "place" && present !== undefined && !declined.has(present);
    return { ...place, choices: stays ? [present] : choices };
  });
  if (how === "free") return { ...session, places };
  const event = outside.change.events.find(({ sessionId }) => sessionId === session.id);
  const isFound = how !== "whole" && way.at === "found" && event !== undefined;
  const start = Temporal.Instant.from(isFound ? event.startsAt : old.startsAt);
  return { ...session, places, pinned: { start, ...(how === "whole" && { seats }) } };
};

/** Who has said no to this session. */
const declinedOf = ({ sessionId }: BookedSession, { change }: Outside): Set<string> =>
  new Set(change.events.find((event) => event.sessionId === sessionId)?.declined);

/** From the first to the last moment of all, as booked and as they stand. */
const aroundAll = ({ change: { before, events } }: Outside): Interval => {
  const all = [...before, ...events].toSorted((a, b) =>
    Temporal.Instant.compare(timeOf(a).startsAt, timeOf(b).startsAt),
  );
  const last = all
    .map((one) => timeOf(one).endsAt)
    .toSorted((a, b) => Temporal.Instant.compare(b, a));
  return { start: spanOf(all).startsAt, end: last[0] ?? spanOf(all).endsAt };
};

/** Not at a time that the candidate cannot. */
const elsewhere = (request: LoopRequest, before: readonly BookedSession[]): LoopRequest => ({
  ...request,
  candidate: {
    ...request.candidate,
    windows: before
      .map(timeOf)
      .reduce(
        (windows: Interval[], { startsAt: start, endsAt: end }) =>
          windows.flatMap((window) => apart(window, { start, end })),
        [...(request.candidate.windows ?? [])],
      ),
  },
});

const apart = (window: Interval, hole: Interval): Interval[] => {
  const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
  if (!isBefore(window.start, hole.end) || !isBefore(hole.start, window.end)) return [window];
  return [
    ...(isBefore(window.start, hole.start) ? [{ start: window.start, end: hole.start }] : []),
    ...(isBefore(hole.end, window.end) ? [{ start: hole.end, end: window.end }] : []),
  ];
};

/** The booking is not in its own way; who has declined a session is busy then. */
const withoutOwnTime = (gathered: SchedulingContext, outside: Outside): SchedulingContext => {
  const { before, events } = outside.change;
  const own = before.flatMap((session) => {
    const event = events.find(({ sessionId }) => sessionId === session.sessionId);
    return session.panel.flatMap(({ email }) =>
      [session, ...(event ? [event] : [])].map((time) => ({ email, ...timeOf(time) })),
    );
  });
  const isOwn = (email: string, start: string, end: string): boolean =>
    own.some((one) => one.email === email && one.startsAt.equals(start) && one.endsAt.equals(end));
  const declinedBy = (email: string) =>
    before
      .filter((session) => declinedOf(session, outside).has(email))
      .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt, kind: "busy" as const }));
  return {
    ...gathered,
    held: gathered.held.filter(({ email, start, end }) => !isOwn(email, start, end)),
    availability: gathered.availability.map((person) => ({
      ...person,
      blocks: [
        ...person.blocks.filter(({ start, end }) => !isOwn(person.email, start, end)),
        ...declinedBy(person.email),
      ],
    })),
  };
};

/** All sessions of a booking, as one of its ways has them. Who holds the event keeps it, if still there. */
export const sessionsOfWay = (
  way: ScoredItinerary,
  { sessions }: Pick<BookInterview, "sessions">,
  people: readonly BookedSession["panel"][number][],
): BookedSession[] =>
  way.sessions.map(({ sessionId, startsAt, endsAt, panel: seats }) => {
    const old = sessions.find((session) => session.sessionId === sessionId);
    if (!old) throw new Error("a way has a session that is not booked");
    const all = [...old.panel, ...people];
    const { videoLink: before, isVideoFree, ...rest } = old;
    const { panel, ...place } = seatsOf(seats, all, {
      feedbackTemplateId: old.feedbackTemplateId,
      asked: {
        video: isVideoFree && old.format === "video" ? undefined : old.video,
        // A person's own link is theirs alone; the plan's is everybody's.
        link: all.some((person) => person.link === before) ? undefined : before,
      },
    });
    const isHostHere = panel.some(({ email }) => email === old.organizer);
    return isHostHere
      ? { ...old, startsAt, endsAt, panel }
      : { ...rest, startsAt, endsAt, panel, ...place };
  });
