/** Of whom a proposal is asked: what a rule of policy says now, also of what has waited since before. */
import type { Queryable } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Ask } from "../domain/policy.ts";
import { answerNow } from "../policy/answer-now.ts";
import { type Decider, isAsked, listDeciders, whomInWords } from "../policy/deciders.ts";
import { conflict } from "./asked-case.ts";
import type { CaseRecord, ProposalRecord } from "./records.ts";

interface Asked {
  proposal: ProposalRecord;
  case_: CaseRecord;
  by: Decider;
  now: Temporal.Instant;
}

/** Shape: what is asked; null: policy does not ask. Errors: `forbidden` for who may decide, and is not asked this time. Whatever a rule says, an admin may where nobody whom it asks
 * can decide any more. `conflict` with the reason for what the law of its place holds back. */
export const refuseUnasked = async (tx: Queryable, asked: Asked): Promise<Ask | null> => {
  const { proposal, case_, by, now } = asked;
  const { answer, held } = await answerNow(tx, { proposal, ground: case_, now });
  if (held !== null) throw conflict(`${held} Until then it can only be rejected.`);
  if (answer.do !== "ask") return null;
  const when = { since: proposal.createdAt, now };
  if (isAsked(answer, by, when)) return answer;
  if (by.role === "admin") {
    const deciders = await listDeciders(tx, now);
    if (!deciders.some((decider) => isAsked(answer, decider, when))) return answer;
  }
  throw notAsked(answer);
};

const notAsked = (ask: Ask): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message: `This waits for ${whomInWords(ask)}: a rule of the policy asks for them. You can still reject it.`,
  });
