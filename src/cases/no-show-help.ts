/** Help for whoever may stay away from an interview: one more reminder of their visit, and a word to the recruiter. When each comes is
 * written down as other reminders are; when help was due, and when it left, stands with the interview, so that it can be seen whether it
 * helps. */
import {
  HELP,
  type PlannedReminder,
  helpReminder,
  visitsOf,
} from "../attendance/reminder-times.ts";
import type { Database, Queryable, Tx } from "../db/port.ts";
import { CANDIDATE, RECRUITER } from "../domain/attendance-message.ts";
import { timeOf } from "../domain/itinerary.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { AttendanceKey } from "./attendances.ts";
import { readMayMove } from "./may-move.ts";
import { insertReminder, listReminderRows, USUAL_CANDIDATE_HOURS } from "./reminders.ts";

type Reads = Database | Queryable;

/** Of which interview, by which booking. */
export interface Helped extends AttendanceKey {
  proposalId: string;
  payload: BookInterview;
  plan: InterviewPlan | null;
}

/** The candidate's own reminder, of the first interview of its visit. */
export interface CandidateHelp extends PlannedReminder {
  sessionId: string;
  startsAt: Temporal.Instant;
}

/** Null: there is no time left that is decent and far enough from their other reminders. */
export const findCandidateHelp = async (
  reads: Reads,
  { caseId, sessionId, payload, plan }: Helped,
  now: Temporal.Instant,
): Promise<CandidateHelp | null> => {
  const { zone } = payload.candidate;
  const sessions = payload.sessions.map((session) => ({ ...session, ...timeOf(session) }));
  const visit = visitsOf(sessions, zone).find((each) =>
    each.sessions.some((session) => session.sessionId === sessionId),
  );
  if (!visit) return null;
  const { sessionId: firstId, startsAt } = visit.first;
  const hours = plan?.rules?.candidateHours ?? USUAL_CANDIDATE_HOURS;
  const others = (await listReminderRows(reads, caseId))
    .filter(({ reader }) => reader === CANDIDATE)
    .map(({ dueAt }) => dueAt);
  const mayMove = await readMayMove(reads, { caseId, payload, plan, now });
  const movesUntil = mayMove.may ? mayMove.until : null;
  const reminder = helpReminder({ startsAt, zone, hours }, { others, now, movesUntil });
  return reminder && { ...reminder, sessionId: firstId, startsAt };
};

/** Writes down that help is due, once, whatever the risk is told to be later. `isTimely`: whether there is time for any of it. */
export const keepHelpDue = async (
  tx: Tx,
  { caseId, sessionId, startsAt }: AttendanceKey,
  { isTimely, now }: { isTimely: boolean; now: Temporal.Instant },
): Promise<void> => {
  await tx.query(
    `update attendances set help_due_at = $4, help_is_timely = $5
     where case_id = $1 and session_id = $2 and starts_at = $3 and help_due_at is null`,
    [caseId, sessionId, startsAt.toString(), now.toString(), isTimely],
  );
};

/** The candidate's reminder; of each visit one. */
export const planCandidateHelp = async (
  tx: Tx,
  { caseId, proposalId }: Helped,
  help: CandidateHelp,
): Promise<void> => {
  const { startsAt } = help;
  await insertReminder(tx, {
    ...help,
    caseId,
    proposalId,
    reader: CANDIDATE,
    startsAt,
    untilAt: startsAt,
  });
};

/** When the recruiter is told, as it is known now; null: at no time. Whoever was told is not told again. */
export const planWord = async (
  tx: Tx,
  { caseId, sessionId, startsAt, proposalId }: Helped,
  word: { at: Temporal.Instant; until: Temporal.Instant } | null,
): Promise<void> => {
  await tx.query(
    `delete from reminders where case_id = $1 and session_id = $2 and reader = $3
       and (asked_at is null or starts_at <> $4)`,
    [caseId, sessionId, RECRUITER, startsAt.toString()],
  );
  if (!word) return;
  await insertReminder(tx, {
    caseId,
    sessionId,
    reader: RECRUITER,
    mark: HELP,
    proposalId,
    startsAt,
    dueAt: word.at,
    untilAt: word.until,
    because: null,
  });
};

/** Writes down that help has left for these interviews, as far as it was due. */
export const keepHelped = async (
  reads: Reads,
  caseId: string,
  {
    sessions,
    now,
  }: { sessions: readonly { sessionId: string; startsAt: string }[]; now: Temporal.Instant },
): Promise<void> => {
  for (const { sessionId, startsAt } of sessions) {
    await reads.query(
      `update attendances set helped_at = coalesce(helped_at, $4)
       where case_id = $1 and session_id = $2 and starts_at = $3 and help_due_at is not null`,
      [caseId, sessionId, startsAt, now.toString()],
    );
  }
};
