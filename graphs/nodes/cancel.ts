/** Proposes to take back what is booked: the candidate asked for it, or the case it was booked for has ended. */
import { proposeCancellation } from "../../agents/scheduling/cancel.ts";
import { getCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { storeProposals, supersedeWaiting } from "../../src/cases/proposals.ts";
import { expiryOf } from "../../src/domain/expiry.ts";
import { CaseId, RunId } from "../../src/domain/ids.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { lookOutside } from "../../agents/scheduling/booked.ts";
import { readBooked } from "../booked.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `cancel` node. Shape: no proposal, and words, when nothing is booked any more. Errors: those of Lever and the calendar. */
export const createCancel =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const case_ = state.caseId === null ? null : await getCase(deps.database, state.caseId);
    const found = case_ && (await readBooked(case_, deps));
    if (!found) return { outcome: "Nothing is booked any more." };
    const { booked, context } = found;
    const { change } = await lookOutside(booked, { ...deps, calendar: deps.tools.calendar });
    const { payload } = booked;
    const isWanted = state.eventKind === "candidate_wants_cancel";
    const because = isWanted ? "The candidate asks to cancel." : state.reason;
    const proposal = proposeCancellation({
      payload,
      context,
      change: { ...change, because },
      isWanted,
    });
    const [caseId, runId] = [CaseId.parse(case_.id), RunId.parse(state.runId)];
    const { correlationId } = state;
    const proposalIds = await fencedTransaction(deps.database, deps.lease, async (tx) => {
      const { version, policy } = await readPolicy(tx);
      const ids = await storeProposals(
        tx,
        [
          {
            ...proposal,
            caseId,
            runId,
            candidate: case_.candidate,
            correlationId,
            class: "logistics",
            refined: "draft",
            policyVersion: version,
            expiresAt: expiryOf(
              deps.clock.now(),
              spanOf(payload.sessions).startsAt,
              policy.expireHours,
            ),
            by: isWanted ? "candidate" : "convene",
          },
        ],
        deps,
      );
      const newer = "A newer proposal takes its place.";
      await supersedeWaiting(tx, { caseId, exceptRun: runId, because: newer, correlationId }, deps);
      return ids;
    });
    return { proposalIds };
  };
