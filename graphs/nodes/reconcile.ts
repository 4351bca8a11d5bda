/** Holds all that we ever did for the opportunity against what stands outside. What proposals that failed or were undone
 * left behind is taken back here, by `src/effects/repair.ts` and under its rules; the rest is written down for a person. */
import { getCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { problemOf } from "../../src/cases/problems.ts";
import { recordFindings } from "../../src/cases/reconciliations.ts";
import type { Finding } from "../../src/domain/finding.ts";
import { OpportunityId } from "../../src/domain/ids.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `reconcile` node. Errors: those of Lever and the calendar, retryable or not. */
export const createReconcile =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const found = await deps.repair(OpportunityId.parse(state.opportunityId), {
      lease: deps.lease,
      correlationId: state.correlationId,
      signal: deps.signal,
      lever: deps.lever,
    });
    const findings = [...found, ...(await toldAlready(state, deps))];
    await fencedTransaction(
      deps.database,
      deps.lease,
      async (tx) =>
        await recordFindings(tx, { eventId: state.eventId, runId: state.runId, findings }),
    );
    return { checked: [state.checked ?? "", wordsOf(found)].filter(Boolean).join(" ") || null };
  };

/** What `load` and `check` have put to a person already. */
const toldAlready = async (state: RunState, { database }: RunDeps): Promise<Finding[]> => {
  const case_ = state.caseId === null ? null : await getCase(database, state.caseId);
  if (!case_) return [];
  return (["booking_changed", "booked_but_ended"] as const)
    .filter((code) => problemOf(case_, code))
    .map((code) => ({ code, repaired: false, caseId: case_.id, subject: null }));
};

const wordsOf = (findings: readonly Finding[]): string => {
  if (findings.length === 0) return "Compared with Lever and calendars: all as our books say.";
  const repaired = findings.filter((finding) => finding.repaired).length;
  return `Compared with Lever and calendars: ${repaired} put right, ${findings.length - repaired} for a person.`;
};
