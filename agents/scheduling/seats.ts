/** From who sits where, as the engine says it, to the panel of a booked session. */
import type { BookedSession, PanelMember, ScoredItinerary } from "../../src/domain/proposal.ts";

/** Shape: the panel by place, and in whose calendar the event is: that of the first key person. `people`: everybody who may
 * sit somewhere. */
export const seatsOf = (
  seats: ScoredItinerary["sessions"][number]["panel"],
  people: readonly PanelMember[],
  form: Pick<PanelMember, "feedbackTemplateId">,
): Pick<BookedSession, "panel" | "organizer"> => {
  const panel = seats.map(({ email }) => {
    const member = people.find((person) => person.email === email);
    if (!member) throw new Error("a time names somebody who was not read");
    return { ...member, ...form };
  });
  const organizer = panel.find(({ key }) => key) ?? panel[0];
  if (!organizer) throw new Error("a session without anybody");
  return { panel, organizer: organizer.email };
};
