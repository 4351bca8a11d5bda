/** Takes back a bundle that failed for good: what was done, last first, so that nothing of it stands outside. A message that
 * left cannot be taken back; a cancellation follows it. */
import type { AnyProposal, Ground } from "../cases/records.ts";
import { type Lease, fencedTransaction } from "../cases/lease.ts";
import { setProposalStatus } from "../cases/proposals.ts";
import type { Database } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import { type ProposalPayload, isBooking } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { appendLedger } from "../ledger/append.ts";
import {
  type EffectRecord,
  type EffectScope,
  listEffects,
  planCancellation,
  setEffect,
} from "./effects.ts";
import type { EffectKind } from "./kind.ts";
import type { Look } from "./look.ts";
import { matchSteps } from "./match-steps.ts";
import { type StepDeps, runStep } from "./step.ts";
import { undoStep } from "./take-back.ts";

/** A proposal under way, with all that its steps need. */
export interface Bundle {
  proposal: AnyProposal;
  case_: Ground;
  payload: ProposalPayload;
  kinds: readonly EffectKind[];
  scope: EffectScope;
  run: { lease: Lease; correlationId: string; signal: AbortSignal };
}

export interface UndoDeps extends AcceptDeps, StepDeps {
  clock: Clock;
  /** A look at what stands outside of one opportunity. */
  openLook(opportunityId: OpportunityId): Look;
}

/** Why it failed; null when nobody wrote it down. */
export type Failure = { code: string; message: string } | null;

/** Takes it all back; then the proposal has failed. A slot that was lost is looked for anew, and a change for another address
 * made anew. Shape: what was done about it,
 * in words. Errors: retryable ones, `paused`. */
export const undoBundle = async (
  bundle: Bundle,
  error: Failure,
  deps: UndoDeps,
): Promise<string> => {
  const look = deps.openLook(bundle.case_.opportunityId);
  const effects = await listEffects(deps.database, bundle.proposal.id);
  const kinds = matchSteps(bundle.kinds, effects);
  for (const effect of effects.toReversed()) {
    const kind = kinds.get(effect.id);
    if (!kind) continue;
    if (effect.status === "planned") {
      await setEffect(bundle.scope, effect, {
        status: "skipped",
        because: "an earlier step failed for good",
      });
    }
    if (effect.status !== "done") continue;
    const step = { ...bundle, step: effect.step, kind };
    if (kind.cancellation) {
      await cancel(bundle, { effect, cancellation: kind.cancellation }, deps);
    } else {
      await undoStep(step, { effect, look }, deps);
    }
  }
  const undone = await wordsOfUndone(bundle, deps.database);
  await closeFailed(bundle, { error, isClean: undone.isClean }, deps);
  return undone.words;
};

/** What became of a bundle that was taken back. Its effects alone tell it, so it is the same however often the taking back
 * was interrupted, and afterwards. */
export const wordsOfUndone = async (
  { proposal, kinds, payload }: Pick<Bundle, "proposal" | "kinds" | "payload">,
  database: Database,
): Promise<{ isClean: boolean; words: string }> => {
  const effects = await listEffects(database, proposal.id);
  const steps = matchSteps(kinds, effects);
  const parked = effects.filter(({ id, status }) => steps.has(id) && status === "parked");
  if (parked.length > 0) {
    const left = parked.flatMap(({ id, error }) => {
      // Whether it left is not known: then nobody can say that the candidate heard nothing.
      if (steps.get(id)?.cancellation || error?.code === "outcome_unknown") return [];
      return [error?.message ?? "A step of it cannot be taken back."];
    });
    const says = "Not everything could be undone: see the effects that need a person.";
    return { isClean: false, words: [says, ...new Set(left)].join(" ") };
  }
  if (!isBooking(payload)) {
    const isUndone = effects.some(({ status }) => status === "undone");
    return {
      isClean: true,
      words: isUndone ? "What had been done was undone." : "Nothing was done.",
    };
  }
  const isCancelled = effects.some(
    ({ id, status }) => status === "undone" && steps.get(id)?.cancellation !== undefined,
  );
  const words = isCancelled
    ? "What had been done was undone; the candidate, who had the confirmation already, got a cancellation."
    : "What had been done was undone; nothing was sent to the candidate.";
  return { isClean: true, words };
};

/** Tells the candidate that what was confirmed is off; else a person has to. */
const cancel = async (
  bundle: Bundle,
  { effect, cancellation: kind }: { effect: EffectRecord; cancellation: EffectKind },
  deps: UndoDeps,
): Promise<void> => {
  const { scope, proposal } = bundle;
  const { step } = await planCancellation(scope, {
    of: effect,
    digest: proposal.digest,
    kind,
  });
  const { status } = await runStep({ ...bundle, step, kind }, deps);
  await setEffect(
    scope,
    effect,
    status === "done"
      ? { status: "undone", because: "a cancellation followed it" }
      : { status: "parked", because: "its cancellation may not have left" },
  );
};

/** Codes of failures after which another proposal may do: each is an event of that name. */
const LOOKED_FOR_AGAIN = ["slot_lost", "address_changed"] as const;

const closeFailed = async (
  { proposal, case_, run }: Bundle,
  { error, isClean }: { error: Failure; isClean: boolean },
  deps: UndoDeps,
): Promise<void> => {
  const at = deps.clock.now();
  await fencedTransaction(deps.database, run.lease, async (tx) => {
    await setProposalStatus(tx, proposal, { status: "failed", now: at });
    const kind = error && LOOKED_FOR_AGAIN.find((code) => code === error.code);
    if (kind) {
      await acceptEvent(
        tx,
        {
          source: "clock",
          kind,
          deliveryKey: `${kind}:${proposal.id}`,
          opportunityId: case_.opportunityId,
          data: { proposalId: proposal.id },
          correlationId: run.correlationId,
        },
        deps,
      );
    }
    await appendLedger(tx, {
      type: "proposal.failed",
      actor: "convene",
      caseId: case_.id,
      correlationId: run.correlationId,
      data: { proposalId: proposal.id, error: error?.code ?? "internal", undone: isClean },
      at,
    });
  });
};
