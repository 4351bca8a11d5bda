/** What no single case can tell: whether our own books fit together. */
import type { Row } from "../db/port.ts";
import { type Finding, FindingCode } from "../domain/finding.ts";
import type { Clock } from "../domain/time.ts";
import { type AuditDeps, auditLedger } from "../ledger/audit.ts";

/** An effect that is under way longer than this is stuck. */
const STUCK_AFTER = Temporal.Duration.from({ minutes: 15 });

/** Each gives `case_id` and `subject`. `$1` is now, `$2` when what is under way must have begun to be stuck. An event that
 * waits may yet make it good; that of this very comparison will not. */
const QUESTIONS: Partial<Record<Finding["code"], string>> = {
  effect_stuck: `select p.case_id, e.id as subject from effects e join proposals p on p.id = e.proposal_id
    where e.status in ('sending', 'unknown') and e.started_at < $2`,
  effect_parked: `select p.case_id, e.id as subject from effects e join proposals p on p.id = e.proposal_id
    join cases c on c.id = p.case_id
    where e.status = 'parked' and e.kind <> 'candidate_mail' and c.closed_at is null`,
  mail_parked: `select p.case_id, e.id as subject from effects e join proposals p on p.id = e.proposal_id
    join cases c on c.id = p.case_id
    where e.status = 'parked' and e.kind = 'candidate_mail' and c.closed_at is null`,
  interview_over: `select distinct on (c.id) c.id as case_id, p.id as subject from cases c
    join proposals p on p.case_id = c.id and p.status = 'done'
    where c.status = 'booked' and c.closed_at is null and not exists (
      select 1 from proposals q join effects e on e.proposal_id = q.id join reservations r on r.effect_id = e.id
      where q.case_id = c.id and q.status = 'done' and upper(r.during) > $1)`,
  run_stuck: `select r.case_id, r.id as subject from runs r join inbox i on i.id = r.event_id
    where r.status = 'running' and r.started_at < $2 and not exists (select 1 from inbox w
      where w.opportunity_id = i.opportunity_id and w.status = 'waiting' and w.kind <> 'reconcile')`,
  proposal_stuck: `select p.case_id, p.id as subject from proposals p join runs r on r.id = p.run_id
    join cases c on c.id = p.case_id
    where p.status = 'waiting' and p.created_at < $2 and not exists (select 1 from inbox w
        where w.opportunity_id = c.opportunity_id and w.status = 'waiting' and w.kind <> 'reconcile')
      and (r.status <> 'waiting'
        or not exists (select 1 from langgraph.checkpoints k where k.thread_id = r.id))`,
  booking_stuck: `select p.case_id, p.id as subject from proposals p join cases c on c.id = p.case_id
    join decisions d on d.proposal_id = p.id
    where p.status in ('approved', 'performing') and d.at < $2 and not exists (select 1 from inbox w
      where w.opportunity_id = c.opportunity_id and w.status = 'waiting' and w.kind <> 'reconcile')`,
};

/** Reads all of it. */
export const findGlobally = async (deps: AuditDeps & { clock: Clock }): Promise<Finding[]> => {
  const { database, clock } = deps;
  const now = clock.now();
  const findings: Finding[] = [];
  for (const [code, sql] of Object.entries(QUESTIONS)) {
    const rows = await database.query<{ case_id: string | null; subject: string } & Row>(
      `with at as (select $1::timestamptz, $2::timestamptz) ${sql}`,
      [now.toString(), now.subtract(STUCK_AFTER).toString()],
    );
    for (const { case_id: caseId, subject } of rows) {
      findings.push({ code: FindingCode.parse(code), repaired: false, caseId, subject });
    }
  }
  const { firstBroken, ok } = await auditLedger(deps);
  if (!ok) {
    const subject = firstBroken ? String(firstBroken.seq) : null;
    findings.push({ code: "ledger_broken", repaired: false, caseId: null, subject });
  }
  return findings;
};
