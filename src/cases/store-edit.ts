/** What a person changes of a proposal that waits: a new proposal, which waits for its own approval, with the one before it. */
import type { z } from "zod";
import { isForCandidate } from "../domain/change.ts";
import { DebriefEdit, debriefAt, debriefInWords } from "../domain/debrief.ts";
import { AppError } from "../domain/errors.ts";
import { createIssueWords } from "../domain/issue-words.ts";
import { expiryOf } from "../domain/expiry.ts";
import type { ProposalId } from "../domain/ids.ts";
import { decidedBefore } from "../domain/offer.ts";
import { type Audience, type BookInterview, BookingEdit } from "../domain/proposal.ts";
import { type PostSynthesis, SynthesisEdit } from "../domain/synthesis.ts";
import type { Database, Queryable, Tx } from "../db/port.ts";
import { readPolicy } from "../policy/store.ts";
import { editsInWords, editsSince } from "../synthesis/edits.ts";
import { type ProposalContext, openBooking, openDebrief, openSynthesis } from "./open-proposal.ts";
import { type NewProposal, type ProposalDeps, storeProposals } from "./proposals.ts";
import { madeOf } from "./synthesis-proposals.ts";
import type { CaseRecord, ProposalRecord } from "./records.ts";
import { getRun } from "./runs.ts";

export interface EditDeps extends ProposalDeps {
  /** Applies an edit to what was proposed. Errors: `input_invalid` with what is wrong, `no_slot` when the time does not fit. */
  applyEdit(
    payload: BookInterview,
    context: ProposalContext,
    edit: BookingEdit,
  ): { payload: BookInterview; context: ProposalContext };
  /** The same of a synthesis. Errors: `input_invalid` with what is wrong. */
  applySynthesisEdit(
    edit: SynthesisEdit,
    editing: { made: PostSynthesis; present: PostSynthesis; candidateName: string; by: string },
  ): PostSynthesis;
}

export interface Editing {
  proposal: ProposalRecord;
  case_: CaseRecord;
  /** As it was sent: whether it fits the proposal's kind is seen where that is known. */
  edit: Readonly<Record<string, unknown>>;
  by: string;
}

/** What came of it. */
export interface StoredEdit {
  id: ProposalId;
  /** How much was changed, without a word of it; null where the decision alone says it. */
  changed: string | null;
}

/** Stores it. Errors: those of applying the edit; `input_invalid` for one that does not fit the proposal. */
export const storeEdit = async (tx: Tx, editing: Editing, deps: EditDeps): Promise<StoredEdit> => {
  const { kind } = editing.proposal;
  if (kind === "post_synthesis") return await storeSynthesisEdit(tx, editing, deps);
  if (kind === "book_debrief") return await storeDebriefEdit(tx, editing, deps);
  return { id: await storeBookingEdit(tx, editing, deps), changed: null };
};

/** A synthesis as it was made, as it waits, and as it would be. Errors: as applying the edit. */
export const editedSynthesis = async (
  reads: Database | Queryable,
  { proposal, case_, edit, by }: Editing,
  deps: EditDeps,
): Promise<{ made: PostSynthesis; edited: PostSynthesis }> => {
  const fitting = fittingEdit(SynthesisEdit, edit);
  const { payload: present } = await openSynthesis(reads, proposal, deps.texts);
  const first = await madeOf(reads, proposal);
  const { payload: made } = await openSynthesis(reads, first, deps.texts);
  const candidateName =
    (case_.nameTextId && (await deps.texts.open(reads, case_.nameTextId))) ?? "";
  return {
    made,
    edited: deps.applySynthesisEdit(fitting, { made, present, candidateName, by }),
  };
};

const storeSynthesisEdit = async (
  tx: Tx,
  editing: Editing,
  deps: EditDeps,
): Promise<StoredEdit> => {
  const { made, edited } = await editedSynthesis(tx, editing, deps);
  const { context } = await openSynthesis(tx, editing.proposal, deps.texts);
  const { policy } = await readPolicy(tx);
  const id = await storeReplacement(tx, editing, {
    deps,
    payload: edited,
    context,
    expiresAt: deps.clock.now().add({ hours: policy.expireHours }),
  });
  return { id, changed: editsInWords(editsSince(made, edited)) };
};

/** Another of its times. Errors: `input_invalid` for one that it does not have, `no_slot` for one that has passed. */
const storeDebriefEdit = async (tx: Tx, editing: Editing, deps: EditDeps): Promise<StoredEdit> => {
  const fitting = fittingEdit(DebriefEdit, editing.edit);
  const { payload: present, context } = await openDebrief(tx, editing.proposal, deps.texts);
  const payload = debriefAt(present, fitting.startsAt);
  if (!payload) throw notOffered();
  const now = deps.clock.now();
  const startsAt = Temporal.Instant.from(payload.startsAt);
  if (Temporal.Instant.compare(startsAt, now) <= 0) throw passed();
  const { policy } = await readPolicy(tx);
  const id = await storeReplacement(tx, editing, {
    deps,
    payload,
    context: { ...context, summary: debriefInWords(payload) },
    expiresAt: expiryOf(now, startsAt, policy.expireHours),
  });
  return { id, changed: null };
};

const storeBookingEdit = async (tx: Tx, editing: Editing, deps: EditDeps): Promise<ProposalId> => {
  const { proposal } = editing;
  const present = await openBooking(tx, proposal, deps.texts);
  const fitting = fittingEdit(BookingEdit, editing.edit);
  const edited = deps.applyEdit(present.payload, present.context, fitting);
  const now = deps.clock.now();
  const before = decidedBefore(edited.payload);
  if (Temporal.Instant.compare(before, now) <= 0) throw passed();
  const { policy } = await readPolicy(tx);
  return await storeReplacement(tx, editing, {
    deps,
    payload: edited.payload,
    context: edited.context,
    audience: audienceAfter(edited.payload, proposal),
    risk: riskAfter(edited.payload, proposal),
    expiresAt: expiryOf(now, before, policy.expireHours),
  });
};

interface Replacement extends Pick<NewProposal, "payload" | "context" | "expiresAt"> {
  deps: EditDeps;
  audience?: Audience;
  risk?: ProposalRecord["risk"];
}

const storeReplacement = async (
  tx: Tx,
  { proposal, case_, by }: Editing,
  { deps, audience, risk, ...what }: Replacement,
): Promise<ProposalId> => {
  const run = await getRun(tx, proposal.runId);
  const [id] = await storeProposals(
    tx,
    [
      {
        ...what,
        caseId: proposal.caseId,
        runId: proposal.runId,
        candidate: case_.candidate,
        correlationId: run?.correlationId ?? proposal.runId,
        key: `edit of ${proposal.id}`,
        class: proposal.class,
        audience: audience ?? proposal.audience,
        risk: risk ?? proposal.risk,
        refined: proposal.refined,
        warnings: proposal.warnings,
        policyVersion: proposal.policyVersion,
        previousId: proposal.id,
        by,
      },
    ],
    deps,
  );
  if (!id) throw new Error("an edit that was stored has no id");
  return id;
};

/** Of a change it depends on what is changed. */
const audienceAfter = (payload: BookInterview, { audience }: ProposalRecord): Audience => {
  if (!payload.change) return audience;
  return isForCandidate(payload) ? "candidate" : "internal";
};

/** A cancellation that nobody outside has asked for is a person's, whatever the mode. */
const riskAfter = ({ kind }: BookInterview, proposal: ProposalRecord): ProposalRecord["risk"] =>
  kind === "cancel_booking" && proposal.kind !== kind ? "high" : proposal.risk;

/** An edit in the shape that a kind of proposal takes. Errors: `input_invalid` with what of it does not fit, and where. */
export const fittingEdit = <Shape extends z.ZodObject>(
  shape: Shape,
  edit: Editing["edit"],
): z.infer<Shape> => {
  const fitting = shape.safeParse(edit);
  if (fitting.success) return fitting.data;
  const { issues } = fitting.error;
  const keys = Object.keys(edit);
  const isOther = keys.length > 0 && !keys.some((key) => key in shape.shape);
  const inWords = createIssueWords({ whole: "a change of this proposal", schema: shape });
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: isOther
      ? "This change is for another kind of proposal."
      : "This change does not fit the proposal.",
    data: {
      faults: issues.map((issue) => ({
        path: ["payload", ...issue.path].join("."),
        message: inWords(issue),
      })),
    },
  });
};

const notOffered = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The debrief is not offered at that time: choose one of the times beside it.",
  });

const passed = (): AppError =>
  new AppError({
    code: "no_slot",
    fault: "caller",
    message: "That time has passed. Choose a later one, or ask for a new proposal.",
  });
