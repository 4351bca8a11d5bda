/** The panel of a booking as it stands in Lever, and what somebody has made otherwise there. */
import type { StandingBooking } from "../../src/cases/bookings.ts";
import { timeOf } from "../../src/domain/itinerary.ts";
import { isMailAddress } from "../../src/domain/may-contact.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../src/domain/proposal.ts";
import type { LeverReader, LeverUser, Panel, PanelInterview } from "../../src/lever/port.ts";
import type { ContextPerson } from "../../tools/scheduling-context.ts";

/** A session as Lever has it. */
export interface LeverSays {
  sessionId: string;
  startsAt: string;
  endsAt: string;
  people: ContextPerson[];
}

type OfPanel = Pick<StandingBooking, "interviewIds"> & { payload: BookInterview };

/** What a change of the panel has to know of it. */
export const standingPanel = (
  { payload, interviewIds }: OfPanel,
  { id: panelId, externalUrl, interviews }: Panel,
): NonNullable<BookingChange["panel"]> => ({
  panelId,
  externalUrl: externalUrl ?? "",
  interviews: payload.sessions.map((_, index) => {
    const id = interviewIds[index] ?? "";
    const interview = interviews.find((each) => each.id === id);
    if (!interview) return { id, location: "", isGone: true };
    const { location, startsAt, durationMinutes } = interview;
    const stood = {
      startsAt: startsAt.toString(),
      durationMinutes,
      userIds: interview.interviewers.map(({ userId }) => userId),
    };
    return { id, location, stood };
  }),
});

/** Sessions that somebody has moved in Lever, or given other interviewers there; without those whom nobody could invite.
 * Errors: those of Lever. */
export const readLeverSays = async (
  { payload, interviewIds }: OfPanel,
  { interviews }: Panel,
  lever: LeverReader,
): Promise<LeverSays[]> => {
  const says: LeverSays[] = [];
  for (const [index, session] of payload.sessions.entries()) {
    const interview = interviews.find(({ id }) => id === interviewIds[index]);
    if (!interview || isAsBooked(interview, session)) continue;
    const users = await Promise.all(
      interview.interviewers.map(async ({ userId }) => await lever.getUser(userId)),
    );
    if (users.length === 0 || !users.every(canBeInvited)) continue;
    says.push({
      sessionId: session.sessionId,
      startsAt: interview.startsAt.toString(),
      endsAt: interview.startsAt.add({ minutes: session.durationMinutes }).toString(),
      people: users.toSorted(asBooked(session)).map(({ id, name, email }) => ({
        userId: id,
        name,
        email,
      })),
    });
  }
  return says;
};

const isAsBooked = (interview: PanelInterview, session: BookedSession): boolean => {
  const present = new Set<string>(interview.interviewers.map(({ userId }) => userId));
  return (
    interview.startsAt.equals(timeOf(session).startsAt) &&
    present.size === session.panel.length &&
    session.panel.every(({ userId }) => present.has(userId))
  );
};

const canBeInvited = ({ deactivated, email }: LeverUser): boolean =>
  !deactivated && isMailAddress(email);

/** Who sat there before keeps their place as far as it goes; who comes in follows. */
const asBooked =
  ({ panel }: BookedSession) =>
  (a: LeverUser, b: LeverUser): number => {
    const placeOf = ({ id }: LeverUser): number => {
      const place = panel.findIndex(({ userId }) => userId === id);
      return place < 0 ? panel.length : place;
    };
    return placeOf(a) - placeOf(b);
  };
