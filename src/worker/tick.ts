/** Timed duties, by our own clock: proposals expire, forgotten drains are found again, old replay memory goes. */
import { setProposalStatus } from "../cases/proposals.ts";
import { recordDecision } from "../cases/decisions.ts";
import type { ProposalDeps } from "../cases/proposals.ts";
import type { ProposalRecord } from "../cases/records.ts";
import type { Database } from "../db/port.ts";
import { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { askForBriefs } from "./briefs-due.ts";
import { type DigestsDueDeps, askForDigests } from "./digests-due.ts";
import { lookAgain, tellRecruiters } from "./look-again.ts";
import { endProblemsOver } from "../cases/problems-over.ts";
import { settleMissedDue } from "./missed-due.ts";
import { endPauses } from "./pauses-over.ts";
import type { Queue } from "./queue.ts";
import { askForReminders } from "./reminders-due.ts";
import { wakeRun } from "./wake-run.ts";

type ExpireDeps = AcceptDeps & ProposalDeps & { database: Database };

export interface TickDeps extends AcceptDeps, ProposalDeps, DigestsDueDeps {
  database: Database;
  queue: Pick<Queue, "sendAll" | "sendMissing">;
}

/** How long the tokens of deliveries are remembered: longer than a delivery may be old. */
const TOKEN_MEMORY = Temporal.Duration.from({ hours: 24 * 15 });

/** One round of duties; safe to run in many processes at once. */
export const tick = async (deps: TickDeps): Promise<void> => {
  await expireProposals(deps);
  await endPauses(deps);
  await tellOfEndedOffers(deps);
  await takeUpForsaken(deps);
  await drainForgotten(deps);
  await lookAgain(deps);
  await tellRecruiters(deps);
  await askForBriefs(deps);
  await askForReminders(deps);
  await settleMissedDue(deps);
  await endProblemsOver(deps.database, { now: deps.clock.now() });
  await askForDigests(deps);
  await deps.database.query("delete from delivery_tokens where seen_at < $1", [
    deps.clock.now().subtract(TOKEN_MEMORY).toString(),
  ]);
};

/** Ends what nobody decided in time. */
export const expireProposals = async (deps: ExpireDeps): Promise<void> => {
  const rows = await deps.database.query<{ id: string }>(
    `select id from proposals where status = 'waiting' and expires_at <= $1
     order by expires_at limit 500`,
    [deps.clock.now().toString()],
  );
  for (const { id } of rows) await expireOne(id, deps);
};

const expireOne = async (id: string, deps: ExpireDeps): Promise<void> => {
  await deps.database.transaction(async (tx) => {
    const now = deps.clock.now();
    const isDue = ({ expiresAt }: ProposalRecord) => Temporal.Instant.compare(expiresAt, now) <= 0;
    const woken = await wakeRun(tx, { id, kind: "expiry", isDue }, deps);
    if (!woken) return;
    const { proposal, correlationId } = woken;
    await setProposalStatus(tx, proposal, { status: "expired", now });
    const because = "Nobody decided in time.";
    await recordDecision(
      tx,
      { proposal, decision: "expire", by: "clock", because, correlationId },
      deps,
    );
  });
};

/** Offers of which the candidate chose nothing while they stood: their cases wait for a person. */
const tellOfEndedOffers = async (deps: TickDeps): Promise<void> => {
  const rows = await deps.database.query<{ id: string; opportunityId: string }>(
    `select p.id, c.opportunity_id as "opportunityId" from proposals p join cases c on c.id = p.case_id
     where p.kind = 'offer_times' and p.status = 'done' and p.expires_at <= $1 and c.status = 'open'
       and not exists (select from proposals q where q.case_id = p.case_id
         and (q.previous_id = p.id or q.created_at > p.created_at))
       and not exists (select from inbox i where i.delivery_key = 'offer_ended:' || p.id)
     limit 50`,
    [deps.clock.now().toString()],
  );
  for (const { id, opportunityId } of rows) {
    await deps.database.transaction(async (tx) => {
      await acceptEvent(
        tx,
        {
          source: "clock",
          kind: "offer_ended",
          deliveryKey: `offer_ended:${id}`,
          opportunityId: OpportunityId.parse(opportunityId),
          data: { proposalId: id },
        },
        deps,
      );
    });
  }
};

/** Bookings that stopped half way, whose case has ended since: their runs go on once more, to take back what was done.
 * While the case is open a person decides whether they are tried again. */
const takeUpForsaken = async (deps: TickDeps): Promise<void> => {
  const rows = await deps.database.query<{
    id: string;
    runId: string;
    opportunityId: string;
    correlationId: string;
  }>(
    `select p.id, p.run_id as "runId", c.opportunity_id as "opportunityId", r.correlation_id as "correlationId"
     from proposals p join cases c on c.id = p.case_id join runs r on r.id = p.run_id
     where p.status in ('approved', 'performing') and c.closed_at is not null
       and not exists (select from inbox i where i.opportunity_id = c.opportunity_id
         and (i.status = 'waiting' or i.delivery_key = 'forsaken:' || p.id))
     limit 50`,
  );
  for (const { id, runId, opportunityId, correlationId } of rows) {
    await deps.database.transaction(async (tx) => {
      await acceptEvent(
        tx,
        {
          source: "clock",
          kind: "retry_effects",
          deliveryKey: `forsaken:${id}`,
          opportunityId: OpportunityId.parse(opportunityId),
          data: { proposalId: id, runId },
          correlationId,
        },
        deps,
      );
    });
  }
};

/** An event that failed is tried again within this, whatever the attempt: later, its job is lost. */
export const RETRIED_WITHIN_SECONDS = 120;

/** Events that wait although nobody works on them: a lost job must never mean a lost event, and after a pause nobody else
 * comes back to one that had failed before. */
const drainForgotten = async (deps: TickDeps): Promise<void> => {
  const rows = await deps.database.query<{ opportunityId: string }>(
    `select distinct i.opportunity_id as "opportunityId" from inbox i join streams s using (opportunity_id)
     where i.status = 'waiting' and (s.lease_until is null or s.lease_until < now())
       and (i.attempts = 0 or i.error ->> 'code' = 'paused'
         or coalesce(i.begun_at, '-infinity') < now() - make_interval(secs => $1))
     limit 200`,
    [RETRIED_WITHIN_SECONDS],
  );
  await deps.queue.sendMissing("drain", rows);
};

/** Puts every opportunity with something waiting back to work. */
export const drainAll = async (deps: Pick<TickDeps, "database" | "queue">): Promise<void> => {
  const rows = await deps.database.query<{ opportunityId: string }>(
    `select distinct opportunity_id as "opportunityId" from inbox where status = 'waiting'`,
  );
  await deps.queue.sendMissing("drain", rows);
};
