/** From who sits where, as the engine says it, to the panel of a booked session. */
import { AppError } from "../../src/domain/errors.ts";
import type { BookedSession, PanelMember, ScoredItinerary } from "../../src/domain/proposal.ts";
import { type AskedVideo, meetingPlaceOf } from "../../src/domain/video.ts";

/** What is the same whoever sits. */
export type SameForAll = Pick<PanelMember, "feedbackTemplateId"> & { asked: AskedVideo };

/** Shape: the panel by place, in whose calendar the event is, and where it meets. `people`: everybody who may sit somewhere.
 * Errors: `plan_invalid` when nobody of the panel can host the video that is asked for. */
export const seatsOf = (
  seats: ScoredItinerary["sessions"][number]["panel"],
  people: readonly PanelMember[],
  { feedbackTemplateId, asked }: SameForAll,
): Pick<BookedSession, "panel" | "organizer" | "video" | "videoLink" | "isVideoFree"> => {
  const panel = seats.map(({ email }) => {
    const member = people.find((person) => person.email === email);
    if (!member) throw new Error("a time names somebody who was not read");
    return { ...member, feedbackTemplateId };
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
