/** What becomes of a question for a decision that could not be told: tried again, sent by mail instead, or said in its case. */
import type { Logger } from "pino";
import { setProblem } from "../../cases/problems.ts";
import { OVER } from "../../cases/asked-readers.ts";
import type { CaseRecord, ProposalRecord } from "../../cases/records.ts";
import { getRun } from "../../cases/runs.ts";
import type { Database, Tx } from "../../db/port.ts";
import { APPROVAL_NOT_TOLD, aboutAsked } from "../../domain/approval-not-told.ts";
import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../domain/time.ts";
import { appendLedger } from "../../ledger/append.ts";
import { type ApprovalMessageRow, TEAMS, goByMail, putOff, settleMessage } from "./rows.ts";

interface FailureDeps {
  database: Database;
  clock: Clock;
  log: Logger;
}

interface Failed {
  row: ApprovalMessageRow;
  proposal: ProposalRecord;
  case_: CaseRecord;
}

/** What may pass is tried again; what nobody knows is not, but in Slack, where it is looked for first. What Slack refuses for good is asked by
 * mail, once; what is refused there too is a problem of its case. Shape: what is to be sent instead, or null. */
export const settleFailure = async (
  failed: Failed,
  thrown: unknown,
  { database, clock, log }: FailureDeps,
): Promise<ApprovalMessageRow | null> => {
  const { row } = failed;
  if (!(thrown instanceof AppError)) throw thrown;
  log.warn({ err: thrown, messageId: row.id }, "who is asked for a decision could not be told");
  const isUnknown = thrown.code === "outcome_unknown";
  if (thrown.retryable || (isUnknown && row.channel === "slack")) {
    await putOff(database, row);
    return null;
  }
  if (isUnknown) return null;
  return await database.transaction(async (tx) => {
    const instead = row.channel === "slack" ? await goByMail(tx, row) : null;
    // Whoever has the question already lacks only the news of it.
    const isAsked = row.status === "told";
    if (!instead) await settleMessage(tx, row.id, { status: "failed", shown: OVER });
    if (isAsked) return null;
    await sayUndelivered(tx, failed, { clock, next: instead?.channel ?? null });
    return instead;
  });
};

const sayUndelivered = async (
  tx: Tx,
  { row, proposal, case_ }: Failed,
  { clock, next }: { clock: Clock; next: string | null },
): Promise<void> => {
  const run = await getRun(tx, proposal.runId);
  if (next === null) {
    const problem = {
      code: APPROVAL_NOT_TOLD,
      message: inWords(row),
      about: aboutAsked(proposal.id, row.reader),
    };
    await setProblem(tx, { caseId: case_.id, problem }, clock);
  }
  await appendLedger(tx, {
    type: "approval.undelivered",
    actor: "convene",
    caseId: case_.id,
    correlationId: run?.correlationId ?? proposal.runId,
    data: {
      proposalId: proposal.id,
      of: row.reader,
      via: row.channel,
      ...(next !== null && { next }),
    },
    at: clock.now(),
  });
};

const inWords = ({ reader, channel, insteadOf }: ApprovalMessageRow): string => {
  if (reader === TEAMS) {
    return "A decision waits here, and the channel in Teams did not take the card that says so. Decide in the inbox, and see to the webhook.";
  }
  const refused = insteadOf === null ? WHERE[channel] : "neither Slack nor mail reaches them";
  return `A decision waits here, and ${reader} could not be told: ${refused}. Tell them, or decide in the inbox.`;
};

const WHERE: Record<ApprovalMessageRow["channel"], string> = {
  slack: "Slack does not take the message",
  teams: "Teams does not take the card",
  mail: "their mail is refused",
};
