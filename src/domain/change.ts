/** How a booking differs from what it was: which sessions, who learns of it, and in which words. */
import { spanOf, timeOf, whenInWords } from "./itinerary.ts";
import type { BookInterview, BookedSession, BookingChange, PanelMember } from "./proposal.ts";
import { slotInWords } from "./time.ts";

/** One session before and after. */
export interface SessionChange {
  before: BookedSession;
  after: BookedSession;
  isMoved: boolean;
  /** Who comes in, and who need not come any more. */
  joining: PanelMember[];
  leaving: PanelMember[];
  /** It takes place in another room, or in none. */
  isRoomChanged: boolean;
  /** It takes place otherwise, such as by video. */
  isFormatChanged: boolean;
}

type Changing = Pick<BookInterview, "kind" | "sessions" | "change" | "candidate">;

/** Every session of a change, in the order of `sessions`. */
export const sessionChanges = ({ sessions, change }: Changing): SessionChange[] =>
  sessions.flatMap((after) => {
    const before = change?.before.find(({ sessionId }) => sessionId === after.sessionId);
    if (!before) return [];
    return [
      {
        before,
        after,
        isMoved: !isSameTime(before, after),
        joining: without(after.panel, before.panel),
        leaving: without(before.panel, after.panel),
        isRoomChanged: before.room?.email !== after.room?.email,
        isFormatChanged: before.format !== after.format,
      },
    ];
  });

/** Whether two of them lie at the same time. */
export const isSameTime = (one: Timed, other: Timed): boolean => {
  const [a, b] = [timeOf(one), timeOf(other)];
  return a.startsAt.equals(b.startsAt) && a.endsAt.equals(b.endsAt);
};

type Timed = Pick<BookedSession, "startsAt" | "endsAt">;

const without = (panel: readonly PanelMember[], others: readonly PanelMember[]): PanelMember[] =>
  panel.filter(({ email }) => !others.some((other) => other.email === email));

const isAsBefore = ({ isMoved, joining, leaving, ...each }: SessionChange): boolean =>
  !isMoved && joining.length === 0 && leaving.length === 0 && !isPlaceChanged(each);

const isPlaceChanged = ({
  isRoomChanged,
  isFormatChanged,
}: Pick<SessionChange, "isRoomChanged" | "isFormatChanged">): boolean =>
  isRoomChanged || isFormatChanged;

/** Whether the interviews are otherwise now: a time, a place, or somebody of a panel. */
export const isOtherwise = (payload: Changing): boolean =>
  payload.kind === "cancel_booking" || sessionChanges(payload).some((each) => !isAsBefore(each));

/** Whether a change leaves everything as it was booked: only what somebody did to it outside is put back. */
export const isPutBack = (payload: Changing): boolean =>
  payload.kind === "change_booking" &&
  !isOtherwise(payload) &&
  sessionChanges(payload).every(({ before, after }) => leftTrainees(before, after).length === 0);

/** Whether its people and its room are the same, whoever sits in which place. */
export const isSameCompany = (one: Seated, other: Seated): boolean =>
  one.room?.email === other.room?.email &&
  without(one.panel, other.panel).length === 0 &&
  without(other.panel, one.panel).length === 0;

type Seated = Pick<BookedSession, "panel" | "room">;

/** Whether the session gets an event of its own: its old one is gone, or lies in another's calendar, or came without
 * the video that comes with one. So does one with a Teams meeting that is changed: Exchange ends the meeting when the text below
 * which it is written is another one. */
export const needsNewEvent = ({ change }: Changing, session: BookedSession): boolean => {
  const { sessionId, organizer, video } = session;
  const event = change?.events.find((each) => each.sessionId === sessionId);
  const before = change?.before.find((each) => each.sessionId === sessionId);
  if (!event || !before || event.organizer !== organizer) return true;
  if (comesWithEvent(video) && !comesWithEvent(before.video)) return true;
  const stays = isSameTime(event, session) && isSameCompany(before, session);
  return video === "teams" && !stays;
};

const comesWithEvent = (video: BookedSession["video"]): boolean =>
  video === "meet" || video === "teams";

/** Events whose room another step asks for while they still have it: it would decline what overlaps with what it has
 * accepted. Those that go keep theirs to the end, those that stay until they are changed. */
export const eventsWithRoomWanted = (payload: Changing): BookingChange["events"] => {
  const { change, sessions } = payload;
  return (change?.events ?? []).filter((event) => {
    const room = change?.before.find(({ sessionId }) => sessionId === event.sessionId)?.room;
    if (!room || event.declined.includes(room.email)) return false;
    const own = sessions.findIndex(({ sessionId }) => sessionId === event.sessionId);
    const stays = sessions[own] !== undefined && !needsNewEvent(payload, sessions[own]);
    const asking = stays ? sessions.slice(0, own) : sessions;
    return asking.some((each) => each.room?.email === room.email && isOverlapping(each, event));
  });
};

/** Whether two of them have a moment in common. */
export const isOverlapping = (one: Timed, other: Timed): boolean => {
  const [a, b] = [timeOf(one), timeOf(other)];
  return (
    Temporal.Instant.compare(a.startsAt, b.endsAt) < 0 &&
    Temporal.Instant.compare(b.startsAt, a.endsAt) < 0
  );
};

/** Whether the session gets a meeting of its own at Zoom: its old one is gone, or has another host. */
export const needsNewMeeting = ({ change }: Changing, session: BookedSession): boolean => {
  if (session.video !== "zoom") return false;
  const meeting = change?.meetings?.find(({ sessionId }) => sessionId === session.sessionId);
  return meeting?.host !== session.organizer;
};

/** Whether a meeting at Zoom lies where the session does. */
export const sameMeetingTime = (
  meeting: { startsAt: string; durationMinutes: number },
  { startsAt, durationMinutes }: Pick<BookedSession, "startsAt" | "durationMinutes">,
): boolean =>
  Temporal.Instant.from(meeting.startsAt).equals(startsAt) &&
  meeting.durationMinutes === durationMinutes;

/** Whether anything that the candidate was told is otherwise now: a time, a person, a room, or a link. */
export const isForCandidate = (payload: Changing): boolean =>
  payload.kind === "cancel_booking" ||
  sessionChanges(payload).some((each) => !isAsBefore(each) || isLinkNew(payload, each));

const isLinkNew = (payload: Changing, { before, after }: SessionChange): boolean => {
  switch (after.video) {
    case "meet":
    case "teams":
      return needsNewEvent(payload, after);
    case "zoom":
      return needsNewMeeting(payload, after);
    case "fixed":
      return before.videoLink !== after.videoLink;
    case "none":
      return false;
  }
};

/** What a change adds to the time that is booked already: nobody is held twice. */
export const newSeats = ({ kind, sessions, change }: Changing): BookedSession[] =>
  kind === "cancel_booking"
    ? []
    : sessions.flatMap((session) => {
        const panel = session.panel.filter(
          ({ email }) => change?.before.every((old) => !sits(email, old, session)) !== false,
        );
        // Who sits in came with the booking, and has that time, also when they come into the panel.
        const { room, trainees: _, ...rest } = session;
        const isRoomNew =
          room !== undefined &&
          change?.before.every((old) => !sits(room.email, old, session)) !== false;
        if (panel.length === 0 && !isRoomNew) return [];
        return [{ ...rest, panel, ...(isRoomNew && { room }) }];
      });

const sits = (email: string, old: BookedSession, session: BookedSession): boolean =>
  (old.room?.email === email ||
    [...old.panel, ...(old.trainees ?? [])].some((one) => one.email === email)) &&
  isOverlapping(old, session);

/** Whether a session had begun when the change was proposed: it stays as it is, whatever stands of it. */
export const isBegunIn = (
  change: Pick<BookingChange, "begun"> | undefined,
  { sessionId }: Pick<BookedSession, "sessionId">,
): boolean => change?.begun?.includes(sessionId) === true;

/** What of a booking can still be changed or taken back. */
export const yetToCome = ({
  before,
  begun,
}: Pick<BookingChange, "before" | "begun">): BookedSession[] =>
  before.filter((session) => !isBegunIn(begun && { begun }, session));

/** The first moment of what changes, before or after: until then it can still be changed. */
export const changesFrom = (payload: Changing): Temporal.Instant => {
  const changed = sessionChanges(payload).filter((each) => !isAsBefore(each));
  const times = changed.flatMap(({ before, after }) => [before, after]).map(timeOf);
  const [first] = times
    .map(({ startsAt }) => startsAt)
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
  const standing = payload.sessions.filter((session) => !isBegunIn(payload.change, session));
  return first ?? spanOf(standing.length > 0 ? standing : payload.sessions).startsAt;
};

/** The first moment of what a proposal is about: by then it has to be decided. */
export const aboutFrom = (payload: Changing): Temporal.Instant =>
  payload.change ? changesFrom(payload) : spanOf(payload.sessions).startsAt;

/** `Ada Okafor takes the place of Ben Weber in Coding; nobody else of the panel learns of a change, the candidate does`. */
export const changeInWords = (payload: Changing & Pick<BookInterview, "title">): string => {
  if (payload.kind === "cancel_booking") {
    return `Cancel ${payload.title}, ${whenInWords(payload.sessions, payload.candidate.zone)}, and take everything back`;
  }
  const changes = sessionChanges(payload);
  const said = changes.filter((each) => !isAsBefore(each)).map((each) => oneInWords(each, payload));
  const again = changes
    .filter((each) => isAsBefore(each))
    .flatMap((each) => standingInWords(each, payload));
  const given = changes.flatMap(traineesInWords);
  return [...said, ...again, ...given, learnInWords(payload, changes)].join("; ");
};

/** Who sat in and does not any more. */
const traineesInWords = ({ before, after }: SessionChange): string[] => {
  const left = leftTrainees(before, after);
  const names = left.map(({ name }) => name).join(" and ");
  return left.length === 0 ? [] : [`${names} no longer sits in to learn in ${after.name}`];
};

const leftTrainees = (before: BookedSession, after: BookedSession) =>
  (before.trainees ?? []).filter(
    ({ email }) => !after.trainees?.some((trainee) => trainee.email === email),
  );

const oneInWords = (each: SessionChange, { candidate }: Changing): string => {
  const { after, isMoved, joining, leaving, isRoomChanged } = each;
  const room = isRoomChanged && after.room ? `, in room ${after.room.name}` : "";
  const place = isByVideoNow(each) ? ", by video" : room;
  if (isMoved) {
    const withThem = joining.length > 0 ? `, with ${namesOf(after.panel)}` : "";
    return `Move ${after.name} to ${slotInWords(timeOf(after), candidate.zone)}${withThem}${place}`;
  }
  if (joining.length === 0 && leaving.length === 0)
    return `${after.name} takes place ${placesInWords(each)}`;
  return `${seatsInWords(each)}${place}`;
};

/** People came together for it, and do not any more. */
const isByVideoNow = ({ before, after }: SessionChange): boolean =>
  after.format === "video" &&
  after.room === undefined &&
  (before.format !== "video" || before.room !== undefined);

const placesInWords = (each: SessionChange): string => {
  const { before, after } = each;
  if (isByVideoNow(each)) {
    return `by video instead of ${before.room ? `in room ${before.room.name}` : "on site"}`;
  }
  const now = after.room ? `in room ${after.room.name}` : "in no room";
  return [now, ...(before.room ? [`instead of ${before.room.name}`] : [])].join(" ");
};

const seatsInWords = ({ after, joining, leaving }: SessionChange): string => {
  if (joining.length === 0) return `${namesOf(leaving)} no longer sits in ${after.name}`;
  if (leaving.length === 0) return `${namesOf(joining)} joins ${after.name}`;
  const take = joining.length === 1 ? "takes the place of" : "take the places of";
  return `${namesOf(joining)} ${take} ${namesOf(leaving)} in ${after.name}`;
};

/** What stays as it was booked, while its event or its interview in Lever does not stand so. */
const standingInWords = ({ after }: SessionChange, { change, candidate }: Changing): string[] => {
  const when = slotInWords(timeOf(after), candidate.zone);
  const event = eventOf(after, change);
  const again = event ? [] : [`Put ${after.name} on the calendar again, ${when}`];
  const back = event && !isSameTime(event, after) ? [`Put ${after.name} back to ${when}`] : [];
  return [...again, ...back, ...(isOtherInLever(after, change) ? [inLever(after, change)] : [])];
};

const eventOf = ({ sessionId }: BookedSession, change: Changing["change"]) =>
  change?.events.find((event) => event.sessionId === sessionId);

const inLever = ({ name }: BookedSession, change: Changing["change"]): string =>
  change?.panel ? `Put ${name} back in Lever as it is booked` : `Enter ${name} in Lever again`;

/** What an older change does not know of Lever, it does not tell. */
const isOtherInLever = (session: BookedSession, change: Changing["change"]): boolean => {
  if (!change?.panel) return change !== undefined;
  const at = change.before.findIndex(({ sessionId }) => sessionId === session.sessionId);
  const { isGone, stood } = change.panel.interviews[at] ?? {};
  if (isGone || !stood) return isGone === true;
  const users = session.panel.map(({ userId }) => userId);
  return (
    !Temporal.Instant.from(stood.startsAt).equals(timeOf(session).startsAt) ||
    stood.durationMinutes !== session.durationMinutes ||
    users.toSorted().join(" ") !== stood.userIds.toSorted().join(" ")
  );
};

const learnInWords = (payload: Changing, changes: readonly SessionChange[]): string => {
  const told = isForCandidate(payload) ? "the candidate does" : "nor does the candidate";
  // Whose event is gone is invited anew.
  const isForAll = ({ after, isMoved, ...each }: SessionChange): boolean =>
    isMoved || isPlaceChanged(each) || !eventOf(after, payload.change);
  if (!changes.some(isForAll)) return `nobody else of the panel learns of a change, ${told}`;
  const learning = new Set(
    changes.flatMap((each) => {
      const { before, after, joining, leaving } = each;
      const people = isForAll(each) ? [...before.panel, ...after.panel] : [...joining, ...leaving];
      return people.map(({ email }) => email);
    }),
  );
  const count = learning.size === 1 ? "one person learns" : `${learning.size} people learn`;
  return `${count} of it, ${isForCandidate(payload) ? "and the candidate" : "the candidate does not"}`;
};

const namesOf = (people: readonly PanelMember[]): string =>
  people.map(({ name }) => name).join(" and ");
