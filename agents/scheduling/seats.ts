/** From who sits where, as the engine says it, to the panel of a booked session. */
import { AppError } from "../../src/domain/errors.ts";
import { zoneAt } from "../../src/domain/preferences.ts";
import { timeOf } from "../../src/domain/itinerary.ts";
import type {
  BookedSession,
  BookingChange,
  PanelMember,
  ScoredItinerary,
  Seatable,
} from "../../src/domain/proposal.ts";
import { type AskedVideo, meetingPlaceOf } from "../../src/domain/video.ts";

/** What is the same whoever sits. */
export type SameForAll = Pick<PanelMember, "feedbackTemplateId"> & {
  startsAt: string;
  asked: AskedVideo;
};

/** Shape: the panel by place, in whose calendar the event is, and where it meets. `people`: everybody who may sit somewhere.
 * Errors: `plan_invalid` when nobody of the panel can host the video that is asked for. */
export const seatsOf = (
  seats: ScoredItinerary["sessions"][number]["panel"],
  people: readonly Seatable[],
  { feedbackTemplateId, startsAt, asked }: SameForAll,
): Pick<BookedSession, "panel" | "organizer" | "video" | "videoLink" | "isVideoFree"> => {
  const panel = seats.map(({ email }) => {
    const member = people.find((person) => person.email === email);
    if (!member) throw new Error("a time names somebody who was not read");
    return { ...seatedAt(member, startsAt), feedbackTemplateId };
  });
  const place = meetingPlaceOf(panel, asked);
  if ("fault" in place) {
    throw new AppError({
      code: "plan_invalid",
      fault: "caller",
      message: `The plan cannot be used with this panel. ${place.fault}`,
    });
  }
  return { panel, ...place };
};

/** On the clock around them then. */
const seatedAt = ({ stays, ...member }: Seatable, startsAt: string): PanelMember => ({
  ...member,
  zone: zoneAt({ zone: member.zone, stays }, Temporal.Instant.from(startsAt)),
});

/** Whoever sits in at a time. Shape: nothing when nobody does. */
export const traineesOf = (
  { training = [], startsAt }: ScoredItinerary["sessions"][number],
  people: readonly Seatable[],
): Pick<BookedSession, "trainees"> => {
  const trainees = training.flatMap(({ email, kind }) => {
    const person = people.find((one) => one.email === email);
    if (!person) return [];
    const { userId, name, zone } = seatedAt(person, startsAt);
    return [{ userId, email: person.email, name, zone, kind }];
  });
  return trainees.length > 0 ? { trainees } : {};
};

/** A session as booked, without those who would have sat in and have declined. */
export const withoutAbsent = (
  session: BookedSession,
  { events }: Pick<BookingChange, "events">,
): BookedSession => {
  const { trainees = [], ...rest } = session;
  const declined = events.find(({ sessionId }) => sessionId === session.sessionId)?.declined ?? [];
  const coming = trainees.filter(({ email }) => !declined.includes(email));
  return coming.length > 0 ? { ...rest, trainees: coming } : rest;
};

/** A session as it will be, with whoever sat in before: at the same time they stay, but for who comes into the panel; at
 * another time nobody sits in, since nobody was asked. */
export const withTraineesOf = (old: BookedSession, session: BookedSession): BookedSession => {
  const { trainees: _, ...rest } = session;
  const isMoved = !timeOf(old).startsAt.equals(session.startsAt);
  const staying = (old.trainees ?? []).filter(
    ({ email }) => !isMoved && session.panel.every((member) => member.email !== email),
  );
  return staying.length > 0 ? { ...rest, trainees: staying } : rest;
};
