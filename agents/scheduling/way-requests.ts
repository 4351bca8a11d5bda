/** What the slot engine is asked to mend a booking: one request a way, each leaving other things as they are. */
import { takenBy } from "../../src/cases/holds.ts";
import type { CalendarReading } from "../../src/domain/calendar.ts";
import { isOverlapping } from "../../src/domain/change.ts";
import { spanOf, timeOf } from "../../src/domain/itinerary.ts";
import type { BookedSession } from "../../src/domain/proposal.ts";
import { earlierOf, laterOf } from "../../src/domain/time.ts";
import type { LoopRequest, LoopSession } from "../../src/scheduling/loop-types.ts";
import type { Interval, SlotPerson } from "../../src/scheduling/types.ts";
import { apart, withoutTaken } from "../../tools/candidate-times.ts";
import type { SchedulingContext } from "../../tools/scheduling-context.ts";
import { toLoopRequest } from "../../tools/slot-request.ts";
import { seatRooms } from "../../tools/with-rooms.ts";
import type { Outside } from "./booked.ts";
import {
  asInLever,
  inRoomsThatSeat,
  isRoomPlace,
  placesOf,
  seatsBefore,
  seatsFor,
} from "./way-places.ts";
import { type Refusing, withoutOwnTime } from "./without-own-time.ts";

/** A booking to be mended. */
export interface ToMend {
  gathered: SchedulingContext;
  outside: Outside;
  /** Ids of the booking's events, those that are gone among them. */
  eventIds: readonly string[];
  /** The candidate cannot at the time that is booked. */
  isMoveWanted: boolean;
  /** A person has named the times: they may overlap what is booked, and only its very time is none of them. Default false. */
  mayOverlap?: boolean;
}

/** What each way leaves as it is. whole: time, people and room. place: time, and who has not declined. lever: nothing that
 * Lever has otherwise. swap: time, and who is in the booking at all. start: the time. people: people and room. */
type Fixed = "whole" | "place" | "lever" | "swap" | "start" | "people" | "free";

/** What is asked of the engine. */
export interface WayRequests {
  /** As somebody has it in Lever; null: nobody has it otherwise there, or not now. */
  inLever: LoopRequest | null;
  /** In the order in which they are asked for; those that nobody can take are left out. */
  others: LoopRequest[];
}

/** Shape of `gathered`: as booked. */
export const requestsOf = (asked: ToMend): WayRequests => {
  const { outside, eventIds, isMoveWanted } = asked;
  const gathered = notInItsOwnWay(asked);
  const toMend = { ...asked, gathered };
  const { before } = outside.change;
  const known = new Set(gathered.people.map(({ email }) => email));
  const baseOf = (refusing: Refusing) => {
    const request = toLoopRequest(
      seatRooms(
        withoutOwnTime(gathered, { outside, eventIds, refusing }),
        ({ rooms = [] }) => rooms,
      ),
    );
    return isOfOne(outside) ? { ...request, rules: {} } : request;
  };
  const base = baseOf((session) => declinedOf(session, outside));
  const affected = affectedOf(outside);
  const of = (ofAffected: Fixed, ofOthers: Fixed) => (id: string) =>
    affected.has(id) ? ofAffected : ofOthers;
  const way = (ofAffected: Fixed, ofOthers: Fixed, at: Way["at"] = "found") =>
    fix(base, toMend, { at, known, of: of(ofAffected, ofOthers) });
  if (isMoveWanted) {
    const refused = (id: string) => declinedOf(oldIn(before, id), outside).size > 0;
    const others = (id: string) => (refused(id) ? ("free" as const) : ("people" as const));
    const anew = [fix(base, toMend, { at: "found", known, of: others }), way("free", "free")];
    const moved = anew.flatMap((request) => {
      return asked.mayOverlap ? atOtherTimes(request, before) : [elsewhere(request, before)];
    });
    return { inLever: null, others: moved.filter(isPossible) };
  }
  const ways = [
    way("place", "whole"),
    ...(hasMoved(toMend) ? [way("place", "whole", "booked")] : []),
    way("start", "whole"),
    way("swap", "swap"),
    way("start", "start"),
    fix(baseOf(notThen(outside)), toMend, { at: "found", known, of: of("people", "whole") }),
    way("free", "whole"),
    way("free", "free"),
  ];
  // As Lever has it they may still sit there.
  const isToBeReplaced = (outside.replaced ?? []).length > 0;
  return {
    inLever: hasMovedInLever(toMend) && !isToBeReplaced ? way("lever", "whole") : null,
    others: ways.filter(isPossible),
  };
};

/** Whether one session is all that is booked: it was booked by no rule between sessions, nor by the lunch of long days. */
const isOfOne = ({ change: { before, begun = [] } }: Outside): boolean =>
  before.length === 1 && begun.length === 0;

/** What overlaps the booking as it is, of the candidate's other interviews, is no news of a change; nor is it, unless the candidate
 * cannot then, that it lies near a time that they once asked away from: a person put it there. */
const notInItsOwnWay = ({ gathered, outside, isMoveWanted }: ToMend): SchedulingContext => {
  const isApart = (taken: Interval, { startsAt: start, endsAt: end }: ReturnType<typeof timeOf>) =>
    apart(taken, { start, end })[0] === taken;
  const { candidate } = gathered;
  const taken = candidate.taken?.filter(({ start, end }) => {
    const span = { start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) };
    return outside.change.before.every((session) => isApart(span, timeOf(session)));
  });
  const avoided = isMoveWanted
    ? candidate.avoided
    : candidate.avoided?.flatMap((time) => aroundBooked(time, outside.change.before));
  return {
    ...gathered,
    candidate: { ...candidate, ...(taken && { taken }), ...(avoided && { avoided }) },
  };
};

type Avoided = NonNullable<SchedulingContext["candidate"]["avoided"]>[number];

/** With its margin, in pieces that leave out what is booked. */
const aroundBooked = (
  { start, end, marginMinutes: minutes }: Avoided,
  before: readonly BookedSession[],
): Avoided[] =>
  without(
    [
      {
        start: Temporal.Instant.from(start).subtract({ minutes }),
        end: Temporal.Instant.from(end).add({ minutes }),
      },
    ],
    before,
  ).map((piece) => ({
    start: piece.start.toString(),
    end: piece.end.toString(),
    marginMinutes: 0,
  }));

/** Windows without the times of these sessions. */
const without = (windows: readonly Interval[], before: readonly BookedSession[]): Interval[] =>
  before
    .map(timeOf)
    .reduce(
      (left: Interval[], { startsAt: start, endsAt: end }) =>
        left.flatMap((window) => apart(window, { start, end })),
      [...windows],
    );

/** Whether somebody has moved one of its events. */
export const hasMoved = ({ outside }: Pick<ToMend, "outside">): boolean =>
  outside.deviations.some(({ code }) => code === "event_moved");

/** Whether somebody has moved one of its interviews in Lever, or given it other interviewers. */
export const hasMovedInLever = ({ outside }: Pick<ToMend, "outside">): boolean =>
  (outside.lever ?? []).length > 0;

/** Whoever stays where they sit, or was put there by hand, is not asked for their hours, limits and pauses again: only that
 * they are free. `isSet` says so of somebody in a session. */
const asTheySit = (
  request: LoopRequest,
  isSet: (session: LoopSession, email: string) => boolean,
): LoopRequest => {
  const [fixed, open] = [new Set<string>(), new Set<string>()];
  for (const session of request.sessions) {
    const { places, pinned } = session;
    for (const [index, { choices }] of places.entries()) {
      const seat = pinned?.seats?.[index];
      const seated = seat === undefined ? choices : [seat];
      const isOne = pinned?.start !== undefined && seated.length === 1;
      for (const email of seated) (isOne && isSet(session, email) ? fixed : open).add(email);
    }
  }
  const people = Object.entries(request.people).map(([email, person]) => {
    if (open.has(email) || !fixed.has(email)) return [email, person] as const;
    const { name, reading, taken = [], hours } = person;
    const zone = reading.readable ? reading.zone : hours.zone;
    const always = { zone, days: ALWAYS };
    return [email, { name, reading: withoutHours(reading), taken, hours: always }] as const;
  });
  return { ...request, people: Object.fromEntries<SlotPerson>(people) };
};

const withoutHours = (reading: CalendarReading): CalendarReading => {
  if (!reading.readable) return reading;
  const { hours: _, ...rest } = reading;
  return rest;
};

const DAY = [{ startMinute: 0, endMinute: 24 * 60 }];
const ALWAYS = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY, 7: DAY };

/** Not where nobody is left for a place. */
export const isPossible = ({ sessions }: LoopRequest): boolean =>
  sessions.every(({ places }) => places.every(({ choices }) => choices.length > 0));

interface Way {
  /** At the time of the calendar, or of the booking. */
  at: "found" | "booked";
  /** Whose calendars were read. */
  known: ReadonlySet<string>;
  of(sessionId: string): Fixed;
}

const fix = (base: LoopRequest, { gathered, outside }: ToMend, way: Way): LoopRequest => {
  const { before } = outside.change;
  const fixed = base.sessions.map((session) => ({
    session,
    how: way.of(session.id),
    old: oldIn(before, session.id),
  }));
  const isTimeKept = fixed.every(({ how }) => !isAtAnyTime(how));
  const sessions = fixed.map(({ session, how, old }) =>
    inRoomsThatSeat(fixOne(session, { how, old, outside, way }), { old, gathered }),
  );
  const placesIn = ({ sessionId }: BookedSession) =>
    sessions.find(({ id }) => id === sessionId)?.places ?? [];
  const request: LoopRequest = {
    ...base,
    // What takes place at its own time needs no notice, and the candidate has said yes to it.
    ...(isTimeKept && {
      minimumNoticeMinutes: 0,
      candidate: {
        ...base.candidate,
        windows: withoutTaken([aroundAll(outside)], gathered.candidate),
      },
    }),
    previous: before.map((session) => ({
      sessionId: session.sessionId,
      startsAt: Temporal.Instant.from(session.startsAt),
      panel: seatsBefore(placesIn(session), session),
    })),
    sessions,
  };
  return asTheySit(
    request,
    ({ id }, email) => way.of(id) === "lever" || takenBy(oldIn(before, id)).includes(email),
  );
};

const oldIn = (before: readonly BookedSession[], id: string): BookedSession => {
  const old = before.find(({ sessionId }) => sessionId === id);
  if (old) return old;
  throw new Error("a change has a session that is not booked");
};

const isAtAnyTime = (how: Fixed): boolean => how === "free" || how === "people";

interface FixingOne {
  how: Fixed;
  old: BookedSession;
  outside: Outside;
  way: Way;
}

const fixOne = (session: LoopSession, fixing: FixingOne): LoopSession => {
  const { how, old, outside, way } = fixing;
  const said = outside.lever?.find(({ sessionId }) => sessionId === session.id);
  if (how === "lever" && said) return asInLever(session, said, old);
  const seats = seatsFor(session.places, old);
  const places = placesOf(session, old).map((place, index) => {
    const choices = choicesOf(place, { ...fixing, present: seats[index] });
    return { ...place, choices };
  });
  if (isAtAnyTime(how)) return { ...session, places };
  const event = outside.change.events.find(({ sessionId }) => sessionId === session.id);
  const isFound = how !== "whole" && way.at === "found" && event !== undefined;
  const start = Temporal.Instant.from(isFound ? event.startsAt : old.startsAt);
  return { ...session, places, pinned: { start, ...(how === "whole" && { seats }) } };
};

const choicesOf = (
  place: LoopSession["places"][number],
  { how, old, outside, way, present }: FixingOne & { present: string | undefined },
): string[] => {
  const declined = declinedOf(old, outside);
  const all = [...new Set([...place.choices, ...(present === undefined ? [] : [present])])];
  const here = all.filter(
    (email) =>
      (isRoomPlace(place) || way.known.has(email)) &&
      !isReplaced(outside, { sessionId: old.sessionId, email }),
  );
  const others = here.filter((email) => !declined.has(email));
  const isPresent = (email: string): boolean => email === present;
  switch (how) {
    case "people":
      return here.filter(isPresent);
    case "free":
      // Whoever alone can take a place said no to that time, not to every other one.
      return others.length === 0 ? here : others;
    case "place":
      return others.some(isPresent) ? others.filter(isPresent) : others;
    case "swap": {
      const company = new Set(outside.change.before.flatMap(takenBy));
      return others.filter((email) => company.has(email));
    }
    case "whole":
    case "lever":
    case "start":
      return others;
  }
};

/** Whether a person asks for somebody else in their place there. */
const isReplaced = (
  { replaced = [] }: Pick<Outside, "replaced">,
  seat: { sessionId: string; email: string },
): boolean =>
  replaced.some(({ sessionId, email }) => sessionId === seat.sessionId && email === seat.email);

/** Who, or which room, has said no to this session, also in an event of it that is gone. */
const declinedOf = (session: BookedSession, { change }: Outside): Set<string> => {
  const { events, refused = [] } = change;
  const declined = events.find(({ sessionId }) => sessionId === session.sessionId)?.declined ?? [];
  const before = refused.filter((refusal) => isOverlapping(refusal, session));
  return new Set([...declined, ...before.map(({ email }) => email)]);
};

/** From the first to the last moment of all, as booked and as they stand. */
const aroundAll = ({ change: { before, events }, lever = [] }: Outside): Interval => {
  const all = [...before, ...events, ...lever].toSorted((a, b) =>
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
    windows: without(request.candidate.windows ?? [], before),
  },
});

/** Before and after the very time that is booked, where there is room for it: what has the most comes last, and tells why nothing fits. */
const atOtherTimes = (request: LoopRequest, before: readonly BookedSession[]): LoopRequest[] => {
  const { startsAt, endsAt } = spanOf(before);
  const longest = Math.max(...request.sessions.map((session) => session.durationMinutes));
  const isLongEnough = ({ start, end }: Interval): boolean => minutesOf({ start, end }) >= longest;
  const windows = request.candidate.windows ?? [];
  const earlier = windows.map(({ start, end }) => ({
    start,
    end: earlierOf(end, endsAt.subtract({ minutes: 1 })),
  }));
  const later = windows.map(({ start, end }) => ({
    start: laterOf(start, startsAt.add({ minutes: 1 })),
    end,
  }));
  const sides = [earlier, later].map((side) => side.filter(isLongEnough));
  const open = sides.filter((side) => side.length > 0);
  const total = (side: readonly Interval[]): number =>
    side.reduce((sum, window) => sum + minutesOf(window), 0);
  const used = open.length > 0 ? open.toSorted((a, b) => total(a) - total(b)) : [windows];
  return used.map((side) => ({
    ...request,
    candidate: { ...request.candidate, windows: side },
  }));
};

const minutesOf = ({ start, end }: Interval): number => start.until(end).total("minutes");

/** Sessions that do not stand as they are booked: all of them where it is about all. */
const affectedOf = ({ deviations, change: { before } }: Outside): Set<string> => {
  const isAboutAll = deviations.some(({ sessionId }) => sessionId === undefined);
  return new Set(
    before
      .map(({ sessionId }) => sessionId)
      .filter((id) => isAboutAll || deviations.some(({ sessionId }) => sessionId === id)),
  );
};

/** Nobody of a session that does not stand as booked: it is to be at another time. */
const notThen = (outside: Outside): Refusing => {
  const affected = affectedOf(outside);
  return (session) =>
    affected.has(session.sessionId) ? new Set(takenBy(session)) : declinedOf(session, outside);
};
