/** Help for whoever may stay away from an interview: one more reminder of their visit, and a word to the recruiter. When each comes is
 * written down as other reminders are; when help was due, and when it left, stands with the interview, so that it can be seen whether it
 * helps. */
import { isHeldOut } from "../attendance/hold-out.ts";
import { isAbove } from "../attendance/is-above.ts";
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
import { type AttendanceKey, interviewIdOf } from "./attendances.ts";
import { readMayMove } from "./may-move.ts";
import type { NoShowRisk } from "./no-show-risks.ts";
import { type ReminderRow, insertReminder, USUAL_CANDIDATE_HOURS } from "./reminders.ts";

type Reads = Database | Queryable;

/** Of which interview, by which booking. */
export interface Helped extends AttendanceKey {
  proposalId: string;
  payload: BookInterview;
  plan: InterviewPlan | null;
}

/** The interviews of the visit that it belongs to, in the order of time; itself alone when it is booked otherwise by now. */
const visitOf = ({ sessionId, startsAt, payload }: Helped): [VisitTime, ...VisitTime[]] => {
  const sessions = payload.sessions.map((session) => ({ ...session, ...timeOf(session) }));
  const visit = visitsOf(sessions, payload.candidate.zone).find((each) =>
    each.sessions.some((session) => session.sessionId === sessionId),
  );
  if (!visit) return [{ sessionId, startsAt }];
  return [visit.first, ...visit.sessions.slice(1)];
};

type VisitTime = Pick<AttendanceKey, "sessionId" | "startsAt">;

const isSame = (one: VisitTime, other: VisitTime): boolean =>
  one.sessionId === other.sessionId && one.startsAt.equals(other.startsAt);

/** What of its visit tells whether the recruiter is to be told. */
export interface VisitHelp {
  /** When it begins. */
  startsAt: Temporal.Instant;
  /** The recruiter was, or is being, told of it. */
  isTold: boolean;
  /** Another interview of it is as likely to be missed as one may be that is helped. */
  isOtherDue: boolean;
}

/** What is known of the case. */
export interface HelpKnown {
  /** From which risk on there is help; null: from none. */
  percent: number | null;
  rows: readonly ReminderRow[];
  risks: readonly NoShowRisk[];
}

/** Whoever is held out asks for none. */
export const visitHelpOf = (helped: Helped, { percent, rows, risks }: HelpKnown): VisitHelp => {
  const { caseId, sessionId } = helped;
  const visit = visitOf(helped);
  const words = rows.filter(({ reader, askedAt }) => reader === RECRUITER && askedAt !== null);
  return {
    startsAt: visit[0].startsAt,
    isTold: visit.some((time) => words.some((word) => isSame(word, time))),
    isOtherDue: visit.some((time) => {
      const risk = risks.find((each) => isSame(each, time))?.risk;
      const mayAsk = time.sessionId !== sessionId && !isHeldOut(interviewIdOf({ caseId, ...time }));
      return mayAsk && percent !== null && risk !== undefined && isAbove(risk, percent);
    }),
  };
};

/** The candidate's own reminder, of the first interview of its visit. */
export interface CandidateHelp extends PlannedReminder {
  sessionId: string;
  startsAt: Temporal.Instant;
}

/** Null: there is no time left that is decent and far enough from their other reminders. */
export const findCandidateHelp = async (
  reads: Reads,
  helped: Helped,
  { rows, now }: { rows: readonly ReminderRow[]; now: Temporal.Instant },
): Promise<CandidateHelp | null> => {
  const { caseId, payload, plan } = helped;
  if (!payload.sessions.some((session) => session.sessionId === helped.sessionId)) return null;
  const { zone } = payload.candidate;
  const [{ sessionId, startsAt }] = visitOf(helped);
  const hours = plan?.rules?.candidateHours ?? USUAL_CANDIDATE_HOURS;
  const others = rows.filter(({ reader }) => reader === CANDIDATE).map(({ dueAt }) => dueAt);
  const mayMove = await readMayMove(reads, { caseId, payload, plan, now });
  const movesUntil = mayMove.may ? mayMove.until : null;
  const reminder = helpReminder({ startsAt, zone, hours }, { others, now, movesUntil });
  return reminder && { ...reminder, sessionId, startsAt };
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

/** When the recruiter is told of its visit, as it is known now; null: at no time. Of each visit one word, written down with its first
 * interview, as the candidate's reminder is. Whoever was told is not told again. */
export const planWord = async (
  tx: Tx,
  helped: Helped,
  word: { at: Temporal.Instant; until: Temporal.Instant } | null,
): Promise<void> => {
  const { caseId, proposalId } = helped;
  const visit = visitOf(helped);
  const [{ sessionId, startsAt }] = visit;
  await tx.query(
    `delete from reminders where case_id = $1 and reader = $2
       and ((session_id = any($3) and asked_at is null) or (session_id = $4 and starts_at <> $5))`,
    [caseId, RECRUITER, visit.map((time) => time.sessionId), sessionId, startsAt.toString()],
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
