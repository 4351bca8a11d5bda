/** Proposes to take back what is booked: the candidate asked for it, or the case it was booked for has ended. */
import { proposeCancellation } from "../../agents/scheduling/cancel.ts";
import { getCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { storeProposals } from "../../src/cases/proposals.ts";
import { supersedeBookings } from "../../src/cases/supersede.ts";
import { AppError } from "../../src/domain/errors.ts";
import { expiryOf } from "../../src/domain/expiry.ts";
import { CaseId, RunId } from "../../src/domain/ids.ts";
import { yetToCome } from "../../src/domain/change.ts";
import { timeOf } from "../../src/domain/itinerary.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { lookOutside } from "../../agents/scheduling/booked.ts";
import { personWithinHours } from "../../agents/scheduling/mend.ts";
import { readBooked } from "../booked.ts";
import type { RunDeps } from "../deps.ts";
import { isCancelWished } from "../routes.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `cancel` node. Shape: no proposal, and words, when nothing is booked any more. Errors: those of Lever and the calendar. */
export const createCancel =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const case_ = state.caseId === null ? null : await getCase(deps.database, state.caseId);
    const found = case_ && (await readOrProblem(case_, deps));
    if (found && "problems" in found) return found;
    if (!found) return { outcome: "Nothing is booked any more." };
    const { booked, context } = found;
    const { change } = await lookOutside(booked, {
      ...deps.tools,
      lever: deps.lever,
      clock: deps.clock,
    });
    const { payload } = booked;
    const [first] = yetToCome(change);
    if (!first) return { outcome: "It has begun: nothing is left to cancel." };
    const { startsAt } = timeOf(first);
    const isWanted = isCancelWished(state);
    const hours = personWithinHours(await deps.plans.get(payload.planId));
    const because = state.reason;
    const proposal = proposeCancellation({
      payload,
      context,
      change: { ...change, because },
      isWanted,
      isSoon: Temporal.Instant.compare(startsAt, deps.clock.now().add({ hours })) < 0,
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
            expiresAt: expiryOf(deps.clock.now(), startsAt, policy.expireHours),
            by: isWanted ? "candidate" : "convene",
          },
        ],
        deps,
      );
      const newer = "A newer proposal takes its place.";
      await supersedeBookings(
        tx,
        { caseId, exceptRun: runId, because: newer, correlationId },
        deps,
      );
      return ids;
    });
    return { proposalIds };
  };

/** A booking that cannot be read is a problem of its case. */
const readOrProblem = async (case_: CaseRecord, deps: RunDeps) => {
  try {
    return await readBooked(case_, deps);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "booking_unreadable") throw thrown;
    return { problems: [{ code: thrown.code, message: thrown.message }] };
  }
};
