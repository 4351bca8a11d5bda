/** The mail that offers another time to a candidate who did not come: what its case says of it, and how it is proposed again when
 * nothing came of it. */
import type { Asker } from "../domain/decision-channel.ts";
import type { Database, Queryable, Tx } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";
import { MESSAGE_NOT_SENT } from "../domain/attendance-message.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { conflict, lockCase, refuseWhileWaiting } from "./asked-case.ts";
import { INTERVIEW_MISSED, isAskedAgain, isLastMissed, listAttendances } from "./attendances.ts";
import { getCase, setCase } from "./cases.ts";
import { INVITATION } from "./problem-about.ts";
import { CANDIDATE_MISSED, endProblems, problemOf } from "./problems.ts";
import type { CaseRecord } from "./records.ts";
import { refuseLeft } from "./opt-outs.ts";

type Reads = Database | Queryable;

const MISSED_NONE =
  "Nobody is asked for another time here: nothing was missed last, it can still be corrected, or another time is booked.";
const ASKED = "The candidate was asked already whether they would like another time.";
const STANDS = "The mail that asks them is proposed already: decide on it.";

/** Why it cannot be proposed now; null: it can. */
const reasonNotToAsk = async (
  reads: Reads,
  { id, closedAt }: CaseRecord,
  now: Temporal.Instant,
): Promise<string | null> => {
  if (closedAt !== null) return "This case is closed: nobody is asked to come another time.";
  if (!isLastMissed(await listAttendances(reads, id), now)) return MISSED_NONE;
  if (await isAskedAgain(reads, id)) return ASKED;
  const standing = await reads.query(
    `select from proposals where case_id = $1 and kind = 'invite_again'
       and status in ('waiting', 'approved', 'performing') limit 1`,
    [id],
  );
  return standing.length > 0 ? STANDS : null;
};

/** Whether a person may have it proposed now. */
export const mayAskForInvitation = async (
  reads: Reads,
  case_: CaseRecord,
  now: Temporal.Instant,
): Promise<boolean> => (await reasonNotToAsk(reads, case_, now)) === null;

/** Has it proposed. Errors: `not_found`; `conflict` when the case is closed, nothing was missed for good, they were asked already, or it
 * waits. */
export const askForInvitation = async (
  { caseId, ...asker }: { caseId: string } & Asker,
  deps: AcceptDeps & { database: Database },
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, caseId);
    await refuseLeft(tx, case_.id);
    const reason = await reasonNotToAsk(tx, case_, deps.clock.now());
    if (reason !== null) throw conflict(reason);
    const says = "The mail that asks them is being written already: see what comes of it.";
    await refuseWhileWaiting(tx, case_, { kind: INTERVIEW_MISSED, says });
    const asked = { data: { caseId, ...asker }, correlationId: deps.ids.next("co") };
    return await acceptInvitation(tx, { case_, ...asked }, deps);
  });

/** The event that proposes it. That it did not leave before is over by that. */
export const acceptInvitation = async (
  tx: Tx,
  {
    case_: { id: caseId, opportunityId },
    data,
    correlationId,
  }: {
    case_: Pick<CaseRecord, "id" | "opportunityId">;
    data: Record<string, unknown>;
    correlationId: string;
  },
  deps: AcceptDeps,
): Promise<{ eventId: string }> => {
  await endInvitation(tx, caseId, deps.clock);
  const { eventId } = await acceptEvent(
    tx,
    {
      source: "person",
      kind: INTERVIEW_MISSED,
      deliveryKey: `${INTERVIEW_MISSED}:${deps.ids.next("ms")}`,
      opportunityId,
      data,
      correlationId,
    },
    deps,
  );
  return { eventId };
};

/** It is no problem any more that it did not leave. */
export const endInvitation = async (tx: Tx, caseId: string, clock: Clock): Promise<void> => {
  const codes = new Set([MESSAGE_NOT_SENT]);
  await endProblems(tx, { caseId, codes, about: INVITATION }, clock);
};

/** After nobody could tell whether it was true it is proposed again: at first soon, then ever more seldom. Units: minutes. */
const FIRST_AGAIN = 15;
const LONGEST_AGAIN = 240;

/** Has it proposed once more after a while: it has not left. */
export const askForInvitationLater = async (
  tx: Tx,
  { caseId, now }: { caseId: string; now: Temporal.Instant },
): Promise<void> => {
  await tx.query(
    `update attendances a set ask_again_at = $2::timestamptz
       + least(greatest($2::timestamptz - a.settled_at, make_interval(mins => $3)), make_interval(mins => $4))
     where a.case_id = $1 and a.attended is false and a.settled_at is not null
       and a.starts_at = (select max(l.starts_at) from attendances l where l.case_id = $1)`,
    [caseId, now.toString(), FIRST_AGAIN, LONGEST_AGAIN],
  );
};

const DECIDE = "Decide whether they are asked to come another time, or what else is to be done.";
const SENT = {
  done: "The candidate was asked by mail whether they would like another time: wait for their answer, or decide what else is to be done.",
  parked:
    "The candidate may have been asked by mail whether they would like another time, nobody can tell: ask them, or decide what else is to be done.",
};

/** What there is to do about a candidate who did not come. */
export const stepAfterMissed = async (
  reads: Reads,
  caseId: string,
  now: Temporal.Instant,
): Promise<string> => {
  if (await isAskedAgain(reads, caseId)) {
    const isSent = await isAskedAgain(reads, caseId, ["done"]);
    return isSent ? SENT.done : SENT.parked;
  }
  return isLastMissed(await listAttendances(reads, caseId), now)
    ? DECIDE
    : `${DECIDE} They hear nothing of it before the interview is over.`;
};

/** Says that on their case, as long as it is for a person for nothing else. */
export const tellStepAfterMissed = async (tx: Tx, caseId: string, clock: Clock): Promise<void> => {
  const case_ = await getCase(tx, caseId);
  if (case_?.status !== "blocked" || !problemOf(case_, CANDIDATE_MISSED)) return;
  const { id, status, problems } = case_;
  const nextStep = await stepAfterMissed(tx, caseId, clock.now());
  if (nextStep === case_.nextStep) return;
  await setCase(tx, { id, status, nextStep, problems, isSearched: true }, clock);
};
