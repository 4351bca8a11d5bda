/** A person's decision on a proposal, from whatever door it comes. It binds to the digest that the person saw, commits
 * before anything happens, and goes back into the opportunity's inbox: its run goes on under the lease, in order. */
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { keptToFew } from "../domain/may-contact.ts";
import { type DecisionChannel, isReadHere } from "../domain/decision-channel.ts";
import type { DeciderRole } from "../domain/policy.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { approveAsOneOfTwo } from "./approvals.ts";
import { readAskingNow, readNamedNow, refuseUnasked } from "./asked-of.ts";
import { getCase } from "./cases.ts";
import { isKeptToFew } from "./kept-to-few.ts";
import { lockStream } from "./lease.ts";
import { openProposal } from "./open-proposal.ts";
import { noteDecidedHere } from "./openings.ts";
import type { NamedPerson, People } from "./named-people.ts";
import { getProposal, setProposalStatus } from "./proposals.ts";
import { recordDecision } from "./decisions.ts";
import type { CaseRecord, ProposalRecord } from "./records.ts";
import { getRun } from "./runs.ts";
import { type EditDeps, type Editing, type StoredEdit, storeEdit } from "./store-edit.ts";

export interface PersonDecision {
  proposalId: string;
  digest: string;
  decision: "approve" | "edit" | "reject";
  edit?: Editing["edit"];
  reason?: string;
  /** The person's name. */
  by: string;
  /** Who that is. */
  email?: string | null;
  person?: string | null;
  identity?: string | null;
  role: DeciderRole;
  via: DecisionChannel;
}

export interface DecideDeps extends AcceptDeps, EditDeps {
  database: Database;
  lever: People;
}

export interface Decided {
  /** The proposal as it stands now; after an edit, the new one. */
  proposal: ProposalRecord;
  /** The id of the proposal that an edit replaced. */
  replaced: string | null;
}

/** Decides. Errors: `not_found`, `already_decided`, `stale_proposal` (both with the present state), `input_invalid`, `forbidden` for what is confidential by now,
 * and for who is not asked by the rule that it waits by. */
export const decideProposal = async (
  decision: PersonDecision,
  deps: DecideDeps,
): Promise<Decided> => {
  // Nobody who waits for a row waits for Lever as well.
  const named = await readNamedNow(deps.database, { now: deps.clock.now(), people: deps.lever });
  return await deps.database.transaction(
    async (tx) => await decideIn(tx, { decision, named }, deps),
  );
};

const decideIn = async (
  tx: Tx,
  { decision, named }: { decision: PersonDecision; named: readonly NamedPerson[] },
  deps: DecideDeps,
): Promise<Decided> => {
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
  let asked: ReturnType<typeof refuseUnasked> = { ask: null, as: null };
  // What nobody can read nobody can have approved.
  if (decision.decision !== "reject") {
    if (await isKeptToFew(tx, { proposal, case_ }, deps.texts)) throw keptToFew();
    const { by: name, role, email = null, person = null, identity = null } = decision;
    const by = { name, role, email, person, identity };
    const asking = await readAskingNow(tx, [proposal.id], { now: deps.clock.now(), named });
    asked = refuseUnasked({ proposal, case_, by }, asking);
  }
  if (decision.decision === "approve") await openProposal(tx, proposal, deps.texts);
  await noteLook(tx, decision, deps);
  const first = await firstOfTwo(tx, { proposal, case_, decision, asked }, deps);
  if (first === null) return { proposal, replaced: null };
  const replacement =
    decision.decision === "edit"
      ? await storeEdit(tx, { proposal, case_, by: decision.by, edit: decision.edit ?? {} }, deps)
      : null;
  await settle(tx, { proposal, case_, decision, asked, replacement, first }, deps);
  const present = await getProposal(tx, replacement?.id ?? proposal.id);
  if (!present) throw new Error("a proposal that was just decided is not there");
  return { proposal: present, replaced: replacement ? proposal.id : null };
};

/** What was read elsewhere nobody can tell. */
const noteLook = async (
  tx: Tx,
  { proposalId, by: name, email = null, person = null, identity = null, via }: PersonDecision,
  { clock }: DecideDeps,
): Promise<void> => {
  if (!isReadHere(via)) return;
  const who = { name, email, person, identity };
  await noteDecidedHere(tx, { proposalId, person: who, at: clock.now() });
};

/** Who approved before, where a rule asks for two people; null: nobody has yet, and it waits for a second one. Undefined: one decides. */
const firstOfTwo = async (
  tx: Tx,
  { proposal, decision, asked: { ask, as } }: Settling,
  deps: DecideDeps,
): Promise<string | null | undefined> => {
  if (decision.decision !== "approve" || !ask?.fourEyes || !as) return undefined;
  const run = await getRun(tx, proposal.runId);
  const correlationId = run?.correlationId ?? proposal.runId;
  return await approveAsOneOfTwo(tx, { proposal, as, via: decision.via, correlationId }, deps);
};

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

interface Settling {
  proposal: ProposalRecord;
  case_: CaseRecord;
  decision: PersonDecision;
  asked: ReturnType<typeof refuseUnasked>;
}

const settle = async (
  tx: Tx,
  {
    proposal,
    case_,
    decision,
    asked: { as },
    replacement,
    first,
  }: Settling & { replacement: StoredEdit | null; first: string | undefined },
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
      via: decision.via,
      onBehalfOf: as?.onBehalfOf ?? null,
      correlationId,
      ...(replacement?.changed && { because: replacement.changed }),
      ...(first !== undefined && { because: `First approved by ${first}.` }),
      ...(decision.reason && { reason: { text: decision.reason, candidate: case_.candidate } }),
    },
    deps,
  );
  if (replacement) {
    await tx.query("update proposals set replaced_by = $2 where id = $1", [
      proposal.id,
      replacement.id,
    ]);
    await setProposalStatus(tx, proposal, { status: "superseded", now });
    return;
  }
  const status = decision.decision === "approve" ? "approved" : "rejected";
  await setProposalStatus(tx, proposal, { status, now });
};
