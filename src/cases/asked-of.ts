/** Of whom a proposal is asked: what a rule of policy says now, also of what has waited since before. */
import type { Queryable } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Ask } from "../domain/policy.ts";
import { answerNow } from "../policy/answer-now.ts";
import { type Decider, isAsked, listDeciders, whomInWords } from "../policy/deciders.ts";
import { conflict } from "./asked-case.ts";
import { isInForce, listDelegations } from "./delegations.ts";
import type { CaseRecord, ProposalRecord } from "./records.ts";

interface Asked {
  proposal: ProposalRecord;
  case_: CaseRecord;
  by: Decider;
  now: Temporal.Instant;
}

/** What is asked, and in whose place somebody answers who is not asked themselves. */
export interface AskedOf {
  /** Null: policy does not ask. */
  ask: Ask | null;
  onBehalfOf: string | null;
}

/** Errors: `forbidden` for who may decide, and is not asked this time, nor is a delegate of who is. Whatever a rule says, an admin may where nobody
 * whom it asks can decide any more. `conflict` with the reason for what the law of its place holds back. */
export const refuseUnasked = async (tx: Queryable, asked: Asked): Promise<AskedOf> => {
  const { proposal, case_, by, now } = asked;
  const { answer, held } = await answerNow(tx, { proposal, ground: case_, now });
  if (held !== null) throw conflict(`${held} Until then it can only be rejected.`);
  if (answer.do !== "ask") return { ask: null, onBehalfOf: null };
  const when = { since: proposal.createdAt, now };
  if (isAsked(answer, by, when)) return { ask: answer, onBehalfOf: null };
  const deciders = await listDeciders(tx, now);
  const theirs = deciders.filter((decider) => isAsked(answer, decider, when));
  const delegations = await listDelegations(tx, now);
  const passedOn = delegations.find(
    (one) =>
      one.delegate === by.name &&
      isInForce(one, now) &&
      theirs.some(({ name }) => name === one.person),
  );
  if (passedOn) return { ask: answer, onBehalfOf: passedOn.person };
  if (by.role === "admin" && theirs.length === 0) return { ask: answer, onBehalfOf: null };
  throw notAsked(answer);
};

const notAsked = (ask: Ask): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message: `This waits for ${whomInWords(ask)}: a rule of the policy asks for them. You can still reject it.`,
  });
