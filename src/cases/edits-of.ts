/** Who changed what of a proposal before it was decided: computed from what is kept sealed, whenever somebody asks. */
import type { Database, Queryable } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { FieldChange } from "../domain/field-change.ts";
import type { ProposalPayload } from "../domain/proposal.ts";
import type { Texts } from "../privacy/texts.ts";
import { type DecisionRecord, getDecision } from "./decisions.ts";
import { diffOf } from "./diff-of.ts";
import { openProposal } from "./open-proposal.ts";
import { getProposal } from "./proposals.ts";
import type { ProposalRecord } from "./records.ts";

type Reads = Database | Queryable;

/** One edit: it made one proposal of another. */
export interface EditOf {
  from: ProposalRecord;
  to: ProposalRecord;
  decision: DecisionRecord;
  /** `erased`: its key is destroyed. `damaged`: what is kept is not what was stored. Both without changes. */
  state: "readable" | "erased" | "damaged";
  changes: FieldChange[];
}

/** A chain of edits cannot be longer than anybody would make by hand. */
const MOST_EDITS = 100;

/** Those that led to a proposal, the first one first. Empty: nobody has edited it. */
export const editsBefore = async (
  reads: Reads,
  proposal: ProposalRecord,
  texts: Texts,
): Promise<EditOf[]> => {
  const edits: EditOf[] = [];
  let to = proposal;
  while (to.previousId !== null && edits.length < MOST_EDITS) {
    const from = await getProposal(reads, to.previousId);
    const edit = from && (await editBetween(reads, { from, to }, texts));
    if (!edit) break;
    edits.unshift(edit);
    to = edit.from;
  }
  return edits;
};

/** The edit that a proposal has been replaced by, or null. */
export const editAfter = async (
  reads: Reads,
  from: ProposalRecord,
  texts: Texts,
): Promise<EditOf | null> => {
  const to = from.replacedBy === null ? null : await getProposal(reads, from.replacedBy);
  return to && (await editBetween(reads, { from, to }, texts));
};

/** How much of a proposal is otherwise than before people edited it, and what. Null: nobody has, or it cannot be read. */
export const changedFrom = async (
  reads: Reads,
  proposal: ProposalRecord,
  texts: Texts,
): Promise<FieldChange[] | null> => {
  const [first] = await editsBefore(reads, proposal, texts);
  if (!first) return null;
  const { state, changes } = await compare(reads, { from: first.from, to: proposal }, texts);
  return state === "readable" ? changes : null;
};

interface Pair {
  from: ProposalRecord;
  to: ProposalRecord;
}

/** Null: what became of it was no edit, but a choice of its candidate. */
const editBetween = async (reads: Reads, pair: Pair, texts: Texts): Promise<EditOf | null> => {
  const decision = await getDecision(reads, pair.from.id);
  if (decision?.decision !== "edit") return null;
  return { ...pair, decision, ...(await compare(reads, pair, texts)) };
};

const compare = async (
  reads: Reads,
  { from, to }: Pair,
  texts: Texts,
): Promise<Pick<EditOf, "state" | "changes">> => {
  const payloadOf = async (proposal: ProposalRecord): Promise<ProposalPayload> =>
    (await openProposal(reads, proposal, texts)).payload;
  try {
    const changes = diffOf(await payloadOf(from), await payloadOf(to));
    return { state: "readable", changes };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === "not_found") return { state: "erased", changes: [] };
    if (thrown.code === "crypto_failed") return { state: "damaged", changes: [] };
    throw thrown;
  }
};
