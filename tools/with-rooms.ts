/** Times for sessions that need a room. A room is a person to the slot engine, without hours and limits, and each that fits is
 * tried by itself: so all sessions of a day are in one room where there is one for all of them, and the smallest that fits
 * is taken of those that are as good. */
import type { RoomRule } from "../src/domain/plan.ts";
import type { ScoredItinerary } from "../src/domain/proposal.ts";
import type { FoundTimes } from "./find-times.ts";
import type { ContextSession, SchedulingContext } from "./scheduling-context.ts";

/** Rooms that one of the sessions could take. Shape: each once. */
export const roomsOf = ({ sessions }: Pick<SchedulingContext, "sessions">): RoomRule[] => [
  ...new Map(
    sessions.flatMap(({ rooms = [] }) => rooms.map((room) => [room.email, room] as const)),
  ).values(),
];

interface Search {
  /** Looks for times of the sessions as they are. */
  find(context: SchedulingContext): FoundTimes;
  /** How many are offered. */
  offered: number;
}

/** What `find` finds, each session that needs one with its room. */
export const findWithRooms = (
  context: SchedulingContext,
  { find, offered }: Search,
): FoundTimes => {
  const wanting = context.sessions.flatMap(({ rooms }) => (rooms ? [rooms] : []));
  if (wanting.length === 0) return find(context);
  const forAll = roomsOf(context).filter(({ email }) =>
    wanting.every((rooms) => rooms.some((room) => room.email === email)),
  );
  const found = forAll.map((room) => find(seatRooms(context, () => [room])));
  const hasAny = found.some(({ itineraries }) => itineraries.length > 0);
  const all = hasAny ? found : [find(seatRooms(context, ({ rooms = [] }) => rooms))];
  const [first] = all;
  if (!first) throw new Error("nothing was looked for");
  const seated = all.flatMap((each) =>
    each.itineraries.map((itinerary) => tellRooms(itinerary, context)),
  );
  const invited = seated.filter((itinerary) => canBeInvited(itinerary, context));
  return {
    ...first,
    itineraries: choicesAmong(invited, context).slice(0, offered),
    proven: all.every(({ proven }) => proven),
    blockers: seated.length > 0 && invited.length === 0 ? [ELSEWHERE] : first.blockers,
    findings: [...new Set(all.flatMap(({ findings }) => findings))],
  };
};

const ELSEWHERE =
  "Every room that is free lives in another calendar service than the panel, and would not answer its invitation.";

const serviceOf = ({ availability }: SchedulingContext, email: string) =>
  availability.find((reading) => reading.email === email)?.service ?? undefined;

/** A room answers invitations of its own calendar service alone: somebody of the panel has to be there too. */
const canBeInvited = ({ sessions }: ScoredItinerary, context: SchedulingContext): boolean =>
  sessions.every(
    ({ room, panel }) =>
      room?.calendar === undefined ||
      panel.some(({ email }) => (serviceOf(context, email) ?? room.calendar) === room.calendar),
  );

/** The sessions with one place more, for a room. */
const seatRooms = (
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

/** The room out of the panel: it is nobody's colleague. */
const tellRooms = (itinerary: ScoredItinerary, context: SchedulingContext): ScoredItinerary => ({
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
      room: { email: room.email, name: room.name, ...(calendar && { calendar }) },
    };
  }),
});
