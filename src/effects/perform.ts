/** Performs an approved proposal: its effects in order, each exactly once, undone in reverse when a later one fails for
 * good. Stops and goes on anywhere: every step first looks at what is there. The only caller of anything that writes. */
import { getCase } from "../cases/cases.ts";
import { type Lease, fencedTransaction } from "../cases/lease.ts";
import { getDecision, getProposal, openProposal, setProposalStatus } from "../cases/proposals.ts";
import type { CaseRecord, ProposalRecord } from "../cases/records.ts";
import type { Database } from "../db/port.ts";
import { slotInWords } from "../domain/time.ts";
import { AppError } from "../domain/errors.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Texts } from "../privacy/texts.ts";
import { type EffectScope, listEffects, planEffects, setEffect } from "./effects.ts";
import type { EffectKind } from "./kind.ts";
import { mayStillAct } from "./may-still-act.ts";
import { type StepDeps, runStep, undoStep } from "./step.ts";

export interface PerformDeps extends AcceptDeps, StepDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  /** The steps of each kind of proposal: internal and reversible first, what the candidate sees last. */
  bundles: Record<BookInterview["kind"], readonly EffectKind[]>;
}

export interface Performed {
  status: "done" | "failed" | "stopped";
  words: string;
  problem?: { code: string; message: string };
}

export interface PerformRun {
  lease: Lease;
  correlationId: string;
  signal: AbortSignal;
}

interface Bundle {
  proposal: ProposalRecord;
  case_: CaseRecord;
  payload: BookInterview;
  kinds: readonly EffectKind[];
  scope: EffectScope;
  run: PerformRun;
}

/** A function that performs one proposal. Errors: retryable `AppError`s (go on later), `paused`; everything that failed
 * for good is in the result. */
export const createPerform =
  (deps: PerformDeps) =>
  async (proposalId: string, run: PerformRun): Promise<Performed> => {
    const bundle = await openBundle(proposalId, run, deps);
    const { proposal } = bundle;
    if (proposal.status === "done") return done(bundle, false);
    if (proposal.status === "failed") return failed("Booking failed and was undone.");
    if (proposal.status === "approved") {
      const stopped = await mayStillAct(bundle, deps);
      if (stopped) return stopped;
      await deps.witness?.("bundle.approved", bundle.case_.opportunityId);
      await fencedTransaction(deps.database, run.lease, async (tx) => {
        await planEffects(tx, bundle);
        await setProposalStatus(tx, proposal, { status: "performing", now: deps.clock.now() });
      });
      await deps.witness?.("bundle.planned", bundle.case_.opportunityId);
    }
    return await runBundle(bundle, deps);
  };

const openBundle = async (
  proposalId: string,
  run: PerformRun,
  deps: PerformDeps,
): Promise<Bundle> => {
  const proposal = await getProposal(deps.database, proposalId);
  const case_ = proposal && (await getCase(deps.database, proposal.caseId));
  if (!proposal || !case_) throw new Error("a proposal to perform is not there");
  const decision = await getDecision(deps.database, proposalId);
  const isApproved =
    decision?.digest === proposal.digest &&
    (decision.decision === "approve" || decision.decision === "perform");
  if (!isApproved) {
    throw new AppError({
      code: "stale_proposal",
      fault: "bug",
      message: "What would be performed is not what was approved; nothing was done.",
      data: { proposalId },
    });
  }
  const { payload } = await openProposal(deps.database, proposal, deps.texts);
  const scope: EffectScope = {
    database: deps.database,
    clock: deps.clock,
    lease: run.lease,
    caseId: case_.id,
    correlationId: run.correlationId,
  };
  return { proposal, case_, payload, kinds: deps.bundles[payload.kind], scope, run };
};

const runBundle = async (bundle: Bundle, deps: PerformDeps): Promise<Performed> => {
  const failedBefore = (await listEffects(deps.database, bundle.proposal.id)).find(
    (effect) => effect.status === "failed",
  );
  if (failedBefore) return await undoBundle(bundle, failedBefore.error, deps);
  let isParked = false;
  for (const [step, kind] of bundle.kinds.entries()) {
    const result = await runStep({ ...bundle, step, kind }, deps);
    if (result.status === "failed") return await undoBundle(bundle, result.error, deps);
    isParked ||= result.status === "parked";
  }
  await fencedTransaction(deps.database, bundle.run.lease, async (tx) => {
    await setProposalStatus(tx, bundle.proposal, { status: "done", now: deps.clock.now() });
    await appendLedger(tx, {
      type: "proposal.done",
      actor: "convene",
      caseId: bundle.case_.id,
      correlationId: bundle.run.correlationId,
      data: { proposalId: bundle.proposal.id, digest: bundle.proposal.digest },
      at: deps.clock.now(),
    });
  });
  return done(bundle, isParked);
};

const done = ({ payload }: Bundle, isParked: boolean): Performed => {
  const slot = {
    startsAt: Temporal.Instant.from(payload.startsAt),
    endsAt: Temporal.Instant.from(payload.endsAt),
  };
  return {
    status: "done",
    words: `Booked: ${slotInWords(slot, payload.candidate.zone)}.`,
    ...(isParked && {
      problem: {
        code: "outcome_unknown",
        message:
          "Nobody can tell whether the confirmation mail left. Ask the candidate, or send it yourself: it was not sent again.",
      },
    }),
  };
};

const failed = (words: string, error?: { code: string; message: string } | null): Performed => ({
  status: "failed",
  words,
  ...(error && { problem: { code: error.code, message: `${error.message} ${words}` } }),
});

/** Takes back what was done, last first; then the proposal has failed. A slot that was lost is looked for anew. */
const undoBundle = async (
  bundle: Bundle,
  error: { code: string; message: string } | null,
  deps: PerformDeps,
): Promise<Performed> => {
  const effects = await listEffects(deps.database, bundle.proposal.id);
  let isClean = true;
  for (const effect of effects.toReversed()) {
    const kind = bundle.kinds[effect.step];
    if (effect.status === "planned") {
      await setEffect(bundle.scope, effect, {
        status: "skipped",
        because: "an earlier step failed for good",
      });
    }
    if (effect.status !== "done" || !kind) continue;
    isClean = (await undoStep({ ...bundle, step: effect.step, kind }, effect, deps)) && isClean;
  }
  const words = isClean
    ? "What had been done was undone; nothing was sent to the candidate."
    : "Not everything could be undone: see the effects that need a person.";
  await fencedTransaction(deps.database, bundle.run.lease, async (tx) => {
    await setProposalStatus(tx, bundle.proposal, { status: "failed", now: deps.clock.now() });
    await appendLedger(tx, {
      type: "proposal.failed",
      actor: "convene",
      caseId: bundle.case_.id,
      correlationId: bundle.run.correlationId,
      data: { proposalId: bundle.proposal.id, error: error?.code ?? "internal", undone: isClean },
      at: deps.clock.now(),
    });
    if (error?.code !== "slot_lost") return;
    await acceptEvent(
      tx,
      {
        source: "clock",
        kind: "slot_lost",
        deliveryKey: `slot_lost:${bundle.proposal.id}`,
        opportunityId: bundle.case_.opportunityId,
        data: { proposalId: bundle.proposal.id },
        correlationId: bundle.run.correlationId,
      },
      deps,
    );
  });
  return failed(words, error);
};
