/** A person's decision on a proposal, from whatever door it comes. It binds to the digest that the person saw, commits
 * before anything happens, and goes back into the opportunity's inbox: its run goes on under the lease, in order. */
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Audience, BookInterview, BookingEdit } from "../domain/proposal.ts";
import { isForCandidate } from "../domain/change.ts";
import { expiryOf } from "../domain/expiry.ts";
import { keptToFew } from "../domain/may-contact.ts";
import { decidedBefore } from "../domain/offer.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { readPolicy } from "../policy/store.ts";
import { getCase } from "./cases.ts";
import { isKeptToFew } from "./kept-to-few.ts";
import { lockStream } from "./lease.ts";
import { type ProposalContext, openBooking, openProposal } from "./open-proposal.ts";
import {
  type ProposalDeps,
  getProposal,
  recordDecision,
  setProposalStatus,
  storeProposals,
} from "./proposals.ts";
import type { CaseRecord, ProposalRecord } from "./records.ts";
import { getRun } from "./runs.ts";

export interface PersonDecision {
  proposalId: string;
  digest: string;
  decision: "approve" | "edit" | "reject";
  edit?: BookingEdit;
  reason?: string;
  /** The person's name. */
  by: string;
}

export interface DecideDeps extends AcceptDeps, ProposalDeps {
  database: Database;
  /** Applies an edit to what was proposed. Errors: `input_invalid` with what is wrong, `no_slot` when the time does not fit. */
  applyEdit(
    payload: BookInterview,
    context: ProposalContext,
    edit: BookingEdit,
  ): { payload: BookInterview; context: ProposalContext };
}

export interface Decided {
  /** The proposal as it stands now; after an edit, the new one. */
  proposal: ProposalRecord;
  /** The id of the proposal that an edit replaced. */
  replaced: string | null;
}

/** Decides. Errors: `not_found`, `already_decided`, `stale_proposal` (both with the present state), `input_invalid`, `forbidden` for what is confidential by now. */
export const decideProposal = async (
  decision: PersonDecision,
  deps: DecideDeps,
): Promise<Decided> =>
  await deps.database.transaction(async (tx) => {
    const seen = await getProposal(tx, decision.proposalId);
    const case_ = seen && (await getCase(tx, seen.caseId));
    // In the order in which everybody locks: the worker holds the stream when it comes to the proposal.
    if (case_) await lockStream(tx, case_.opportunityId);
    const proposal = case_ && (await getProposal(tx, decision.proposalId, { lock: true }));
    if (!proposal) {
      throw new AppError({
        code: "not_found",
        fault: "caller",
        message: "There is no such proposal.",
      });
    }
    refuseUnlessOpen(proposal, decision, deps);
    // What nobody can read nobody can have approved.
    if (decision.decision !== "reject") {
      if (await isKeptToFew(tx, { proposal, case_ }, deps.texts)) throw keptToFew();
    }
    if (decision.decision === "approve") await openProposal(tx, proposal, deps.texts);
    const replacement =
      decision.decision === "edit"
        ? await storeEdit(tx, { proposal, case_, decision }, deps)
        : null;
    await settle(tx, { proposal, case_, decision, replacement }, deps);
    const present = await getProposal(tx, replacement ?? proposal.id);
    if (!present) throw new Error("a proposal that was just decided is not there");
    return { proposal: present, replaced: replacement ? proposal.id : null };
  });

const refuseUnlessOpen = (
  proposal: ProposalRecord,
  decision: PersonDecision,
  deps: DecideDeps,
): void => {
  const data = { proposalId: proposal.id, status: proposal.status };
  if (proposal.status !== "waiting") {
    throw new AppError({
      code: "already_decided",
      fault: "caller",
      message: `This proposal does not wait any more: it is ${proposal.status}.`,
      data,
    });
  }
  if (proposal.digest !== decision.digest) {
    throw new AppError({
      code: "stale_proposal",
      fault: "caller",
      message: "The proposal has changed since you saw it. Look at it again and decide then.",
      data,
    });
  }
  if (Temporal.Instant.compare(proposal.expiresAt, deps.clock.now()) <= 0) {
    throw new AppError({
      code: "stale_proposal",
      fault: "caller",
      message: "This proposal has expired: its times were read too long ago.",
      data,
    });
  }
};

const passed = (): AppError =>
  new AppError({
    code: "no_slot",
    fault: "caller",
    message: "That time has passed. Choose a later one, or ask for a new proposal.",
  });

interface Settling {
  proposal: ProposalRecord;
  case_: CaseRecord;
  decision: PersonDecision;
}

const storeEdit = async (
  tx: Tx,
  { proposal, case_, decision }: Settling,
  deps: DecideDeps,
): Promise<string> => {
  const present = await openBooking(tx, proposal, deps.texts);
  const edited = deps.applyEdit(present.payload, present.context, decision.edit ?? {});
  const now = deps.clock.now();
  const before = decidedBefore(edited.payload);
  if (Temporal.Instant.compare(before, now) <= 0) throw passed();
  const { policy } = await readPolicy(tx);
  const run = await getRun(tx, proposal.runId);
  const [replacement] = await storeProposals(
    tx,
    [
      {
        caseId: proposal.caseId,
        runId: proposal.runId,
        candidate: case_.candidate,
        correlationId: run?.correlationId ?? proposal.runId,
        key: `edit of ${proposal.id}`,
        class: proposal.class,
        audience: audienceAfter(edited.payload, proposal),
        risk: riskAfter(edited.payload, proposal),
        refined: proposal.refined,
        warnings: proposal.warnings,
        payload: edited.payload,
        context: edited.context,
        policyVersion: proposal.policyVersion,
        expiresAt: expiryOf(now, before, policy.expireHours),
        previousId: proposal.id,
        by: decision.by,
      },
    ],
    deps,
  );
  if (!replacement) throw new Error("an edit that was stored has no id");
  return replacement;
};

/** Of a change it depends on what is changed. */
const audienceAfter = (payload: BookInterview, { audience }: ProposalRecord): Audience => {
  if (!payload.change) return audience;
  return isForCandidate(payload) ? "candidate" : "internal";
};

/** A cancellation that nobody outside has asked for is a person's, whatever the mode. */
const riskAfter = ({ kind }: BookInterview, proposal: ProposalRecord): ProposalRecord["risk"] =>
  kind === "cancel_booking" && proposal.kind !== kind ? "high" : proposal.risk;

const settle = async (
  tx: Tx,
  { proposal, case_, decision, replacement }: Settling & { replacement: string | null },
  deps: DecideDeps,
): Promise<void> => {
  const now = deps.clock.now();
  const run = await getRun(tx, proposal.runId);
  const correlationId = run?.correlationId ?? proposal.runId;
  if (!replacement) {
    await acceptEvent(
      tx,
      {
        source: "person",
        kind: "decision",
        deliveryKey: `decision:${proposal.id}`,
        opportunityId: case_.opportunityId,
        data: { proposalId: proposal.id, runId: proposal.runId },
        correlationId,
      },
      deps,
    );
  }
  await recordDecision(
    tx,
    {
      proposal,
      decision: decision.decision,
      by: decision.by,
      correlationId,
      ...(decision.reason && { reason: { text: decision.reason, candidate: case_.candidate } }),
    },
    deps,
  );
  if (replacement) {
    await tx.query("update proposals set replaced_by = $2 where id = $1", [
      proposal.id,
      replacement,
    ]);
    await setProposalStatus(tx, proposal, { status: "superseded", now });
    return;
  }
  const status = decision.decision === "approve" ? "approved" : "rejected";
  await setProposalStatus(tx, proposal, { status, now });
};
