/** When it holds for good that an interview was missed: not before it has ended, and whoever said so has had time to correct it. Until then
 * nothing leaves for the candidate and nobody's time is free; then both come due. */
import type { Queryable, Row, Tx } from "../db/port.ts";
import type { CaseId, OpportunityId } from "../domain/ids.ts";
import type { AcceptDeps } from "../intake/accept.ts";
import { type AttendanceRow, isAskedAgain, isLastMissed, listAttendances } from "./attendances.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
import { acceptInvitation, tellStepAfterMissed } from "./invitation.ts";

/** How long after the end of an interview, and after it was said, it can be corrected before anything comes of it. */
export const CORRECTION_MINUTES = 15;

/** When it holds for good what is said at a moment. */
export const settlesAt = (
  { endsAt }: Pick<AttendanceRow, "endsAt">,
  saidAt: Temporal.Instant,
): Temporal.Instant =>
  (Temporal.Instant.compare(endsAt, saidAt) > 0 ? endsAt : saidAt).add({
    minutes: CORRECTION_MINUTES,
  });

const IS_DUE = `a.attended is false and a.settled_at is null
  and greatest(a.ends_at, a.said_at) <= $1::timestamptz - make_interval(mins => ${CORRECTION_MINUTES})`;

/** Cases with an interview of which that moment has come. */
export const listCasesToSettle = async (
  reads: Queryable,
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<{ caseId: string }[]> =>
  await reads.query(
    `select a.case_id as "caseId" from attendances a where (${IS_DUE}) or a.ask_again_at <= $1
     group by a.case_id order by min(a.ends_at) limit $2`,
    [now.toString(), limit],
  );

/** Lets it hold what is due of a case: what was booked of it is free, and of the visit the candidate may be asked. Safe to repeat. */
export const settleMissed = async (
  tx: Tx,
  about: { case_: MissedCase; now: Temporal.Instant },
  deps: AcceptDeps,
): Promise<void> => {
  const { case_, now } = about;
  const settled = await tx.query<Pick<AttendanceRow, "startsAt" | "endsAt"> & Row>(
    `update attendances a set settled_at = $1 where ${IS_DUE} and a.case_id = $2
     returning a.starts_at as "startsAt", a.ends_at as "endsAt"`,
    [now.toString(), case_.id],
  );
  const again = await tx.query(
    `update attendances set ask_again_at = null where case_id = $1 and ask_again_at <= $2 returning case_id`,
    [case_.id, now.toString()],
  );
  // Another process was quicker.
  if (settled.length === 0 && again.length === 0) return;
  for (const { startsAt, endsAt } of settled) {
    await tx.query(
      `update reservations r set released_at = $2 from proposals p
       where r.proposal_id = p.id and p.case_id = $1 and p.kind in (${KINDS_OF_BOOKINGS}) and r.effect_id is not null
         and r.released_at is null and r.during && tstzrange($3, $4)`,
      [case_.id, now.toString(), startsAt.toString(), endsAt.toString()],
    );
  }
  await tellStepAfterMissed(tx, case_.id, deps.clock);
  await askOfVisit(tx, { ...about, correlationId: deps.ids.next("co") }, deps);
};

/** Whose candidate did not come. */
interface MissedCase {
  id: CaseId;
  opportunityId: OpportunityId;
}

/** One question of a whole visit, once it holds for good that its last interview was missed too. */
export const askOfVisit = async (
  tx: Tx,
  {
    case_,
    correlationId,
    now,
  }: { case_: MissedCase; correlationId: string; now: Temporal.Instant },
  deps: AcceptDeps,
): Promise<void> => {
  const { id: caseId } = case_;
  const isMissed = isLastMissed(await listAttendances(tx, caseId), now);
  if (!isMissed || (await isAskedAgain(tx, caseId))) return;
  await acceptInvitation(tx, { case_, data: { caseId }, correlationId }, deps);
};

/** What was freed as it held that the interview was missed is theirs again who had it, as far as nobody has taken it since. */
export const takeTimeAgain = async (tx: Tx, row: AttendanceRow): Promise<void> => {
  if (row.settledAt === null) return;
  await tx.query(
    `update reservations r set released_at = null from proposals p
     where r.proposal_id = p.id and p.case_id = $1 and r.effect_id is not null and r.released_at = $2
       and r.during && tstzrange($3, $4)
       and not exists (select from reservations o where o.id <> r.id and o.released_at is null
         and o.person = r.person and o.during && r.during)`,
    [row.caseId, row.settledAt.toString(), row.startsAt.toString(), row.endsAt.toString()],
  );
};
