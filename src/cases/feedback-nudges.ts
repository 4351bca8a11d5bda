/** Reminding of a form that is owed: when it is done next, and the event by which it is. Each number of it is asked for once. */
import type { Tx } from "../db/port.ts";
import { OpportunityId } from "../domain/ids.ts";
import type { NoNudge } from "../feedback/no-nudge.ts";
import type { NudgeTime } from "../feedback/nudge-times.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import type { MirroredForm } from "./feedback-owed.ts";
import { lockStream } from "./lease.ts";

/** Kind of the event that it is time to remind somebody of their form, or to say that reminding has not helped. */
export const NUDGE_DUE = "nudge_due";

/** So long after the hours of whoever is told it may still leave. */
const LATE = { hours: 1 };

/** What such an event asks for. */
export interface DueNudge {
  form: MirroredForm;
  time: NudgeTime;
  /** So many reminders at most: after them whoever coordinates is told. */
  most: number;
  /** The clock of whoever owes it. */
  zone: string;
  /** Of the request that it is done for; absent: it is time. */
  correlationId?: string;
}

/** Says when it is next looked at, unless something has come of the form since it was read. */
export const setNextNudge = async (
  tx: Tx,
  { form, nextAt, why }: { form: MirroredForm; nextAt: Temporal.Instant; why: NoNudge | null },
): Promise<void> => {
  const rows = await tx.query(
    `update feedback_owed set nudge_next_at = $1, nudge_why = $2 where ${isAsRead(3)} returning 1`,
    [nextAt.toString(), why, ...asRead(form)],
  );
  if (rows.length > 0) await tellPages(tx);
};

/** Puts it into the inbox, once for each number, whoever else does so too. Shape: the event's id; null: something has come of it. */
export const askForNudge = async (
  tx: Tx,
  { form, time, most, zone, correlationId }: DueNudge,
  deps: AcceptDeps,
): Promise<string | null> => {
  const opportunityId = OpportunityId.parse(form.opportunityId);
  // In the order in which everybody locks.
  await lockStream(tx, opportunityId);
  const isOverdue = form.nudges >= most;
  const rows = await tx.query(
    `update feedback_owed set nudge_next_at = null, nudge_why = null,
       nudges = nudges + $1, nudged_at = case when $1 = 0 then nudged_at else $2::timestamptz end,
       told_at = case when $1 = 0 then $2::timestamptz end
     where ${isAsRead(3)} returning 1`,
    [isOverdue ? 0 : 1, deps.clock.now().toString(), ...asRead(form)],
  );
  // Something has come of it, or another process was quicker.
  if (rows.length === 0) return null;
  const number = isOverdue ? form.nudges : form.nudges + 1;
  const says = isOverdue ? "overdue" : "reminder";
  const { interviewId, userId, endsAt, hostId } = form;
  const { eventId } = await acceptEvent(
    tx,
    {
      source: "clock",
      kind: NUDGE_DUE,
      deliveryKey: `${NUDGE_DUE}:${interviewId}:${userId}:${endsAt.toString()}:${says}:${number}`,
      opportunityId,
      data: {
        caseId: hostId,
        interviewId,
        userId,
        endsAt: endsAt.toString(),
        says,
        number,
        most,
        zone,
        until: time.until.add(LATE).toString(),
      },
      ...(correlationId !== undefined && { correlationId }),
    },
    deps,
  );
  await tellPages(tx);
  return eventId;
};

/** Still owed, and nothing of it was reminded of or worked out since. `at`: number of the first of its parameters. */
const isAsRead = (at: number): string =>
  `interview_id = $${at} and user_id = $${at + 1} and ends_at = $${at + 2} and nudges = $${at + 3}
   and nudge_next_at is not distinct from $${at + 4} and status = 'owed' and not lever_reminds and told_at is null`;

const asRead = ({ interviewId, userId, endsAt, nudges, nudgeNextAt }: MirroredForm) => [
  interviewId,
  userId,
  endsAt.toString(),
  nudges,
  nudgeNextAt?.toString() ?? null,
];

const tellPages = async (tx: Tx): Promise<void> => {
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "feedback" })]);
};
