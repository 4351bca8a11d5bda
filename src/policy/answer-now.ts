/** What policy answers for a proposal as things stand: the policy in force, and what the law of its place holds back whatever the policy
 * says. The gate asks it, the moment of sending, and whoever decides. */
import type { Database, Queryable } from "../db/port.ts";
import { type AedtRecord, aedtFeatureOf } from "../domain/aedt.ts";
import type { Policy } from "../domain/policy.ts";
import type { Basis } from "../domain/policy-basis.ts";
import { type AedtPlace, listAedtRecords, whyHeldBy } from "./aedt-records.ts";
import {
  type PolicyAnswer,
  type PolicyScope,
  type ProposalTraits,
  answerWithBasis,
} from "./decide.ts";
import { readPolicy } from "./store.ts";

export interface AnswerNow {
  answer: PolicyAnswer;
  version: number;
  /** What of that version it rests on. */
  basis: Basis;
  /** Why the law of its place holds it back; null: it does not. */
  held: string | null;
}

interface Answerable {
  proposal: ProposalTraits;
  ground: PolicyScope & AedtPlace;
  now: Temporal.Instant;
}

/** Asks. */
export const answerNow = async (
  reads: Database | Queryable,
  asked: Answerable,
): Promise<AnswerNow> => {
  const { policy, version } = await readPolicy(reads);
  // What is held back by no record of New York's needs none of them.
  const isTool = aedtFeatureOf(asked.proposal.kind) !== null;
  const aedt = isTool ? await listAedtRecords(reads) : [];
  return { ...answerBy({ policy, aedt }, asked), version };
};

/** The same by what was read before: once for many, or of a policy that is not in force. */
export const answerBy = (
  { policy, aedt }: { policy: Policy; aedt: readonly AedtRecord[] },
  { proposal, ground, now }: Answerable,
): Omit<AnswerNow, "version"> => {
  const { answer, basis } = answerWithBasis(policy, proposal, ground);
  const feature = aedtFeatureOf(proposal.kind);
  if (answer.do === "observe" || feature === null) return { answer, basis, held: null };
  const held = whyHeldBy(aedt, { feature, place: ground, now });
  return held === null
    ? { answer, basis, held }
    : { answer: { do: "observe" }, basis: { ...basis, overruledBy: "law" }, held };
};
