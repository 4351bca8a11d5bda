/** The interviews as a calendar file: the same entries as those in our mail, so that no calendar shows it twice. */
import type { Clock } from "../../domain/time.ts";
import { AppError } from "../../domain/errors.ts";
import { bookingIcs } from "../../messaging/invitation-ics.ts";
import type { View } from "./view.ts";
import type { Visit } from "./visit.ts";

export interface EntryDeps {
  clock: Clock;
  /** Domain of the ids that our mails and entries carry. */
  messageIdDomain: string;
  services: { from: { email: string; name: string } };
}

/** Errors: `link_invalid` when nothing is booked. */
export const calendarEntry = (
  { case_, companyName }: Visit,
  { state }: View,
  { clock, messageIdDomain, services }: EntryDeps,
): string => {
  if (state.kind !== "booked") {
    throw new AppError({ code: "link_invalid", fault: "caller", message: "Nothing is booked." });
  }
  const { candidate } = state.payload;
  return bookingIcs({
    // As in the last mail: a calendar drops what is older than the entry that it has.
    sequence: Math.max(0, state.messages - 1),
    method: "PUBLISH",
    isCancelled: false,
    zone: candidate.zone,
    entries: state.interviews.map(({ id, name, startsAt, endsAt, prepare, room, videoUrl }) => ({
      uid: `${case_.id}.${id}@${messageIdDomain}`,
      startsAt,
      endsAt,
      summary: `${name} with ${companyName}`,
      description: prepare,
      ...(room !== null && { location: room }),
      ...(videoUrl !== null && { location: videoUrl, url: videoUrl }),
    })),
    organizer: services.from,
    attendee: { email: candidate.email, name: candidate.name },
    now: clock.now(),
  });
};
