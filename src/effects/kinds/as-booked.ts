/** Whether interviews take place outside when our books say, at this moment: people move and remove them by hand, and we are told later. */
import type { CalendarReader } from "../../calendar/port.ts";
import { readEvent } from "../../calendar/read-event.ts";
import {
  type Deviation,
  type StandingBooking,
  deviationsOfEvent,
  deviationsOfPanel,
  listStandingBookings,
} from "../../cases/bookings.ts";
import { openBooking } from "../../cases/open-proposal.ts";
import { getProposal } from "../../cases/proposals.ts";
import type { Database } from "../../db/port.ts";
import type { AttendanceMessage } from "../../domain/attendance-message.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import type { Clock } from "../../domain/time.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { Texts } from "../../privacy/texts.ts";
import { inDoubt, stale } from "./note-stands.ts";

export interface AsBookedDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  lever: { fresh: LeverReader };
  calendar: { reader: CalendarReader };
}

/** Those that make what is told of the time untrue. */
const UNTRUE: ReadonlySet<Deviation["code"]> = new Set([
  "event_gone",
  "event_moved",
  "panel_gone",
  "panel_moved",
]);

/** Reads each calendar event of what the message is about, and the panel in Lever. Errors: `booking_in_doubt` when one of them says another
 * time, is gone or cancelled; `stale_proposal` when nothing is booked; those of Lever and the calendar. */
export const refuseUnlessAsBooked = async (
  { opportunityId, caseId, sessions }: AttendanceMessage,
  deps: AsBookedDeps,
): Promise<void> => {
  const { database, texts, clock, lever } = deps;
  const standing = await listStandingBookings(database, opportunityId, clock.now());
  const booking = standing.findLast((each) => each.caseId === caseId);
  const proposal = booking && (await getProposal(database, booking.proposalId));
  if (!proposal) throw stale("The interview is not booked any more, so nobody was told of it.");
  const { payload } = await openBooking(database, proposal, texts);
  const told = new Set(sessions.map(({ sessionId }) => sessionId));
  const panels = await lever.fresh.listPanels(opportunityId);
  const panel = panels.find(({ id }) => id === booking.panelId) ?? null;
  const words = [
    ...(await inCalendars({ booking, payload, told }, deps)),
    ...deviationsOfPanel(payload, panel),
  ]
    .filter(({ code, sessionId }) => UNTRUE.has(code) && (!sessionId || told.has(sessionId)))
    .map((each) => each.words);
  if (words.length === 0) return;
  throw inDoubt(`${words.join(" ")} So nobody was told of the time that was booked.`);
};

const inCalendars = async (
  {
    booking,
    payload,
    told,
  }: { booking: StandingBooking; payload: BookInterview; told: ReadonlySet<string> },
  { calendar }: AsBookedDeps,
): Promise<Deviation[]> => {
  const deviations: Deviation[] = [];
  for (const [index, session] of payload.sessions.entries()) {
    if (!told.has(session.sessionId)) continue;
    const made = booking.events[index];
    const event = made ? await readEvent(calendar.reader, made) : null;
    deviations.push(...deviationsOfEvent(payload, session, event));
  }
  return deviations;
};
