/** Timed duties, by our own clock: proposals expire, forgotten drains are found again, old replay memory goes. */
import {
  listProposals,
  recordDecision,
  setProposalStatus,
  getProposal,
} from "../cases/proposals.ts";
import { getCase } from "../cases/cases.ts";
import { getRun } from "../cases/runs.ts";
import type { ProposalDeps } from "../cases/proposals.ts";
import type { Database } from "../db/port.ts";
import { OpportunityId } from "../domain/ids.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import type { Queue } from "./queue.ts";

export interface TickDeps extends AcceptDeps, ProposalDeps {
  database: Database;
  queue: Pick<Queue, "sendAll" | "sendNow">;
}

/** How long the tokens of deliveries are remembered: longer than a delivery may be old. */
const TOKEN_MEMORY = Temporal.Duration.from({ hours: 24 * 15 });

/** One round of duties; safe to run in many processes at once. */
export const tick = async (deps: TickDeps): Promise<void> => {
  await expireProposals(deps);
  await drainForgotten(deps);
  await deps.database.query("delete from delivery_tokens where seen_at < $1", [
    deps.clock.now().subtract(TOKEN_MEMORY).toString(),
  ]);
};

const expireProposals = async (deps: TickDeps): Promise<void> => {
  const waiting = await listProposals(deps.database, { status: "waiting", limit: 500 });
  const now = deps.clock.now();
  for (const { id, expiresAt } of waiting) {
    if (Temporal.Instant.compare(expiresAt, now) <= 0) await expireOne(id, deps);
  }
};

const expireOne = async (id: string, deps: TickDeps): Promise<void> => {
  await deps.database.transaction(async (tx) => {
    const proposal = await getProposal(tx, id, { lock: true });
    const case_ = proposal && (await getCase(tx, proposal.caseId));
    const run = proposal && (await getRun(tx, proposal.runId));
    if (!proposal || !case_ || !run || proposal.status !== "waiting") return;
    await acceptEvent(
      tx,
      {
        source: "clock",
        kind: "expiry",
        deliveryKey: `expiry:${proposal.id}`,
        opportunityId: case_.opportunityId,
        data: { proposalId: proposal.id, runId: run.id },
        correlationId: run.correlationId,
      },
      deps,
    );
    await setProposalStatus(tx, proposal, { status: "expired", now: deps.clock.now() });
    await recordDecision(
      tx,
      {
        proposal,
        decision: "expire",
        by: "clock",
        because: "Nobody decided in time.",
        correlationId: run.correlationId,
      },
      deps,
    );
  });
};

/** Events that wait although nobody works on them: a lost job must never mean a lost event, and after a pause nobody else
 * comes back to one that had failed before. */
const drainForgotten = async (deps: TickDeps): Promise<void> => {
  const rows = await deps.database.query<{ opportunity_id: string }>(
    `select distinct i.opportunity_id from inbox i join streams s using (opportunity_id)
     where i.status = 'waiting' and (i.attempts = 0 or i.error ->> 'code' = 'paused')
       and (s.lease_until is null or s.lease_until < now())
     limit 200`,
  );
  for (const row of rows) {
    await deps.queue.sendNow("drain", { opportunityId: OpportunityId.parse(row.opportunity_id) });
  }
};

/** Puts every opportunity with something waiting back to work. */
export const drainAll = async (deps: Pick<TickDeps, "database" | "queue">): Promise<void> => {
  const rows = await deps.database.query<{ opportunity_id: string }>(
    "select distinct opportunity_id from inbox where status = 'waiting'",
  );
  for (const row of rows) {
    await deps.queue.sendNow("drain", { opportunityId: OpportunityId.parse(row.opportunity_id) });
  }
};
