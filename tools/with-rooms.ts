/** Times for sessions that need a room. A room is a person to the slot engine, without hours and limits, and each that fits is
 * tried by itself: so all sessions of a day are in one room where there is one for all of them, and the smallest that fits
 * is taken of those that are as good. */
import type { RoomRule } from "../src/domain/plan.ts";
import type { ScoredItinerary } from "../src/domain/proposal.ts";
import type { FoundTimes } from "./find-times.ts";
import type { ContextSession, SchedulingContext } from "./scheduling-context.ts";
import type { SearchBudget } from "./search-budget.ts";

/** Rooms that one of the sessions could take. Shape: each once. */
export const roomsOf = ({ sessions }: Pick<SchedulingContext, "sessions">): RoomRule[] => [
  ...new Map(
    sessions.flatMap(({ rooms = [] }) => rooms.map((room) => [room.email, room] as const)),
  ).values(),
];

/** What a search may take, and what it tells. */
export interface HowToFind {
  /** Of how many that share the steps that are left it is one; 0: it shares none, and may take all that one may. */
  searches: number;
  /** Whether it says what would have to give when it finds nothing. */
  isWhyWanted: boolean;
}

interface Search extends Pick<HowToFind, "isWhyWanted"> {
  /** Looks for times of the sessions as they are. */
  find(context: SchedulingContext, how: HowToFind): FoundTimes;
  /** How many are offered. */
  offered: number;
  budget: SearchBudget;
}

/** What `find` finds, each session that needs one with its room. */
export const findWithRooms = (
  context: SchedulingContext,
  { find, offered, budget, isWhyWanted }: Search,
): FoundTimes => {
  const wanting = context.sessions.flatMap(({ rooms }) => (rooms ? [rooms] : []));
  const once = { searches: 1, isWhyWanted };
  if (wanting.length === 0) return find(context, once);
  const forAll = roomsOf(context).filter(({ email }) =>
    wanting.every((rooms) => rooms.some((room) => room.email === email)),
  );
  const inEach = cannotMeet(context, { find, searches: forAll.length + 2 })
    ? []
    : findInEach(forAll, { context, find, budget });
  const hasOne = inEach.some(({ itineraries }) => itineraries.length > 0);
  // Each in another room than the others: a room is one of a pool to the engine, and nobody of a pool sits twice.
  const inAny = hasOne
    ? null
    : find(
        seatRooms(context, ({ rooms = [] }) => rooms),
        once,
      );
  const all = inAny ? [inAny] : inEach;
  const seated = all.flatMap((each) =>
    each.itineraries.map((itinerary) => tellRooms(itinerary, context)),
  );
  const invited = seated.filter((itinerary) => canBeInvited(itinerary, context));
  const isWhole = all.every(({ proven }) => proven);
  return {
    ...(inAny ?? NOTHING),
    itineraries: choicesAmong(invited, context).slice(0, offered),
    proven:
      isWhole && (inAny ? inEach.every(({ proven }) => proven) : inEach.length === forAll.length),
    blockers: seated.length > 0 && invited.length === 0 ? [ELSEWHERE] : (inAny?.blockers ?? []),
    findings: [...new Set(all.flatMap(({ findings }) => findings))],
  };
};

const NOTHING = { blockers: [], relaxations: [] };

/** Whether the people alone cannot: then they cannot in any room. */
const cannotMeet = (
  context: SchedulingContext,
  { find, searches }: Pick<Search, "find"> & Pick<HowToFind, "searches">,
): boolean => {
  const sessions = context.sessions.map(withoutRooms);
  const found = find({ ...context, sessions }, { searches, isWhyWanted: false });
  return found.itineraries.length === 0 && found.proven;
};

const withoutRooms = (session: ContextSession): ContextSession => {
  const { rooms: _, ...rest } = session;
  return rest;
};

/** In each room that seats all of them by itself. */
const findInEach = (
  rooms: readonly RoomRule[],
  { context, find, budget }: Pick<Search, "find" | "budget"> & { context: SchedulingContext },
): FoundTimes[] => {
  const inRoom = (room: RoomRule, searches: number): FoundTimes =>
    find(
      seatRooms(context, () => [room]),
      { searches, isWhyWanted: false },
    );
  const found = rooms.flatMap((room, index) =>
    budget.isOver ? [] : [inRoom(room, rooms.length - index)],
  );
  return isMissed(found, rooms)
    ? [...found, ...untilFound(rooms.slice(0, MOST_AGAIN), inRoom)]
    : found;
};

/** So many rooms have another search, of all the steps that one may take. */
const MOST_AGAIN = 3;

/** Whether they were cut off before they found anything: it may be there all the same. */
const isMissed = (found: readonly FoundTimes[], rooms: readonly RoomRule[]): boolean =>
  found.every(({ itineraries }) => itineraries.length === 0) &&
  (found.length < rooms.length || found.some(({ proven }) => !proven));

/** Looks on in one room after the other. Nobody is told that nothing fits because the search was shared among many. */
const untilFound = (
  rooms: readonly RoomRule[],
  inRoom: (room: RoomRule, searches: number) => FoundTimes,
): FoundTimes[] => {
  for (const room of rooms) {
    const found = inRoom(room, 0);
    if (found.itineraries.length > 0) return [found];
  }
  return [];
};

const ELSEWHERE =
  "Every room that is free lives in another calendar service than the panel, and would not answer its invitation.";

const serviceOf = ({ availability }: SchedulingContext, email: string) =>
  availability.find((reading) => reading.email === email)?.service ?? undefined;

/** Whether every room can be invited: it answers invitations of its own calendar service alone, so somebody of the panel has
 * to be there too. */
export const canBeInvited = ({ sessions }: ScoredItinerary, context: SchedulingContext): boolean =>
  sessions.every(
    ({ room, panel }) =>
      room?.calendar === undefined ||
      panel.some(({ email }) => (serviceOf(context, email) ?? room.calendar) === room.calendar),
  );

/** The sessions with one place more, the last one, for a room. */
export const seatRooms = (
  context: SchedulingContext,
  choicesOf: (session: ContextSession) => RoomRule[],
): SchedulingContext => ({
  ...context,
  sessions: context.sessions.map((session) => {
    if (!session.rooms) return session;
    const choices = choicesOf(session).map(({ email }) => email);
    return { ...session, places: [...session.places, { label: "room", key: false, choices }] };
  }),
});

/** Best first; of those that are no other choice to a person, the best alone. */
const choicesAmong = (
  itineraries: readonly ScoredItinerary[],
  context: SchedulingContext,
): ScoredItinerary[] => {
  const taken: ScoredItinerary[] = [];
  for (const itinerary of itineraries.toSorted((a, b) => b.score - a.score)) {
    if (taken.every((other) => isAnotherChoice(itinerary, other, context))) taken.push(itinerary);
  }
  return taken;
};

/** Of one session: at another time. Of several: on other days. */
const isAnotherChoice = (
  one: ScoredItinerary,
  other: ScoredItinerary,
  { candidate }: SchedulingContext,
): boolean => {
  const [a, ...more] = one.sessions;
  const [b] = other.sessions;
  if (!a || !b) throw new Error("no session has no time");
  if (more.length === 0) return a.endsAt <= b.startsAt || b.endsAt <= a.startsAt;
  const daysOf = ({ sessions }: ScoredItinerary): string =>
    sessions
      .map(({ startsAt }) =>
        Temporal.Instant.from(startsAt).toZonedDateTimeISO(candidate.zone).toPlainDate().toString(),
      )
      .join(" ");
  return daysOf(one) !== daysOf(other);
};

/** Times with their rooms out of the panels: a room is nobody's colleague. */
export const tellRooms = (
  itinerary: ScoredItinerary,
  context: SchedulingContext,
): ScoredItinerary => ({
  ...itinerary,
  sessions: itinerary.sessions.map((session) => {
    const room = roomsOf(context).find(({ email }) =>
      session.panel.some((seat) => seat.email === email),
    );
    if (!room) return session;
    const calendar = serviceOf(context, room.email);
    return {
      ...session,
      panel: session.panel.filter(({ email }) => email !== room.email),
      room: {
        email: room.email,
        name: room.name,
        ...(calendar && { calendar }),
        ...(room.link !== undefined && { link: room.link }),
      },
    };
  }),
});
