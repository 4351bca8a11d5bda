/** What policy answers for a proposal as things stand: the policy in force, and what the law of its place holds back whatever the policy
 * says. The gate asks it, the moment of sending, and whoever decides. */
import type { Database, Queryable } from "../db/port.ts";
import { aedtFeatureOf } from "../domain/aedt.ts";
import { type AedtPlace, whyHeldInNewYork } from "./aedt-records.ts";
import { type PolicyAnswer, type PolicyScope, type ProposalTraits, answerOf } from "./decide.ts";
import { readPolicy } from "./store.ts";

export interface AnswerNow {
  answer: PolicyAnswer;
  version: number;
  /** Why the law of its place holds it back; null: it does not. */
  held: string | null;
}

/** Asks. */
export const answerNow = async (
  reads: Database | Queryable,
  {
    proposal,
    ground,
    now,
  }: { proposal: ProposalTraits; ground: PolicyScope & AedtPlace; now: Temporal.Instant },
): Promise<AnswerNow> => {
  const { policy, version } = await readPolicy(reads);
  const answer = answerOf(policy, proposal, ground);
  const feature = aedtFeatureOf(proposal.kind);
  if (answer.do === "observe" || feature === null) return { answer, version, held: null };
  const held = await whyHeldInNewYork(reads, { feature, place: ground, now });
  return { answer: held === null ? answer : { do: "observe" }, version, held };
};
