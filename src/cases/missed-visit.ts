/** What was missed of the last visit of a candidate, for the one question whether they would like another time. */
import { visitsOf } from "../attendance/reminder-times.ts";
import type { Database } from "../db/port.ts";
import { timeOf } from "../domain/itinerary.ts";
import { type MissedReason, gentlestReason } from "../domain/missed-reason.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import type { Texts } from "../privacy/texts.ts";
import { type AttendanceRow, isAskedAgain, isLastMissed, listAttendances } from "./attendances.ts";
import { openBooking } from "./open-proposal.ts";
import { getProposal } from "./proposals.ts";

export interface MissedVisit {
  /** Whose booking it was. */
  proposalId: string;
  payload: BookInterview;
  /** Those of it that were missed. */
  sessionIds: string[];
  reason: MissedReason | null;
}

/** Null when they have come after all, something is still to come, or they were asked already. Errors: those of `openBooking`. */
export const readMissedVisit = async (
  caseId: string,
  { database, texts, clock }: { database: Database; texts: Texts; clock: Clock },
): Promise<MissedVisit | null> => {
  const rows = await listAttendances(database, caseId);
  if (!isLastMissed(rows, clock.now()) || (await isAskedAgain(database, caseId))) return null;
  const last = rows.at(-1);
  const proposal = last ? await getProposal(database, last.proposalId) : null;
  if (!proposal) return null;
  const { payload } = await openBooking(database, proposal, texts);
  const missed = missedOfVisit(rows, payload);
  return {
    proposalId: proposal.id,
    payload,
    sessionIds: missed.map(({ sessionId }) => sessionId),
    reason: gentlestReason(missed.map(({ reason }) => reason)),
  };
};

/** Of these times of a case, in their order: what was missed of the visit that the last one belongs to. */
const missedOfVisit = (
  rows: readonly AttendanceRow[],
  { sessions, candidate }: BookInterview,
): AttendanceRow[] => {
  const isBooked = (row: AttendanceRow): boolean =>
    sessions.some(
      (session) =>
        session.sessionId === row.sessionId && timeOf(session).startsAt.equals(row.startsAt),
    );
  const visit = visitsOf(rows.filter(isBooked), candidate.zone).at(-1);
  return (visit?.sessions ?? []).filter(({ attended }) => attended === false);
};
