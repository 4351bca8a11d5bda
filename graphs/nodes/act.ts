/** Performs what the gate let through, one proposal after the other. The only node with effects; safe to run again. */
import { settleWishOf } from "../../src/cases/answers.ts";
import { setCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { endOffers } from "../../src/cases/end-offers.ts";
import { CaseId } from "../../src/domain/ids.ts";
import type { Performed, RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `act` node. Errors: what `perform` throws to be tried again; the effects that are done stay done. */
export const createAct =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    let outcome = state.outcome;
    for (const proposalId of state.toPerform) {
      const performed = await deps.perform(proposalId, {
        lease: deps.lease,
        correlationId: state.correlationId,
        signal: deps.signal,
      });
      outcome = performed.words;
      const caseId = CaseId.parse(state.caseId);
      await fencedTransaction(deps.database, deps.lease, async (tx) => {
        if (performed.status === "done") {
          await settleWishOf(tx, state.eventId, deps);
          // What was offered besides is no longer kept.
          if (!performed.isOffer) await endOffers(tx, caseId, deps.clock.now());
          await setCase(
            tx,
            {
              id: caseId,
              status: statusAfter(performed, state),
              nextStep: performed.words,
              problem: performed.problem ?? null,
            },
            deps.clock,
          );
        } else if (performed.status === "failed") {
          await setCase(
            tx,
            {
              id: caseId,
              status: "blocked",
              nextStep: "Look at what failed, and decide how to go on.",
              problem: performed.problem ?? { code: "effects_failed", message: performed.words },
            },
            deps.clock,
          );
        }
      });
    }
    return { toPerform: [], outcome };
  };

/** A case whose candidate has left it ends with its booking; one whose candidate asked to cancel may be booked again. */
const statusAfter = ({ isOffer, isCancelled }: Performed, state: RunState) => {
  if (isCancelled) return state.eventKind === "candidate_wants_cancel" ? "open" : "closed";
  return isOffer ? "open" : "booked";
};
