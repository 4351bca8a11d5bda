/** The links to the page of a case's candidate. Whoever has one may see and say what its candidate may, and mails are passed on:
 * a person can end those that went out. A link says how often the links of its case had been ended when it was made. */
import type { Database, Queryable } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import { getCase } from "./cases.ts";
import type { CaseRecord } from "./records.ts";

type Reads = Database | Queryable;

/** Whom a link that is made now is about. */
export const newLinkSubject = async (reads: Reads, caseId: string): Promise<string> => {
  const ended = (await getCase(reads, caseId))?.linksEnded ?? 0;
  return ended === 0 ? caseId : `${caseId}.${ended}`;
};

/** The case that a link is about. Errors: `link_expired` when it was ended, or the candidate was erased; `link_invalid` when the
 * case is gone. */
export const openLinkSubject = async (reads: Reads, subject: string): Promise<CaseRecord> => {
  const [caseId = "", ended = "0"] = subject.split(".");
  const case_ = await getCase(reads, caseId);
  if (!case_) {
    throw new AppError({
      code: "link_invalid",
      fault: "caller",
      message: "What this link was about is gone.",
    });
  }
  refuseErased(case_);
  if (Number(ended) === case_.linksEnded) return case_;
  throw new AppError({
    code: "link_expired",
    fault: "caller",
    message: "This link was ended by a recruiter. Ask for a new one.",
  });
};

/** Errors: `link_expired` when the candidate of a link's case was erased. */
export const refuseErased = ({ erasedAt }: Pick<CaseRecord, "erasedAt">): void => {
  if (erasedAt === null) return;
  throw new AppError({
    code: "link_expired",
    fault: "caller",
    message: "What this link was about has been erased.",
  });
};

/** Ends every link of a case's candidate that was made so far. Shape: false when there is no such case. */
export const endCandidateLinks = async (
  { caseId, by }: { caseId: string; by: string },
  { database, clock, ids }: { database: Database; clock: Clock; ids: Ids },
): Promise<boolean> =>
  await database.transaction(async (tx) => {
    const rows = await tx.query(
      "update cases set links_ended = links_ended + 1, version = version + 1 where id = $1 returning 1",
      [caseId],
    );
    if (rows.length === 0) return false;
    await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "cases", caseId })]);
    await appendLedger(tx, {
      type: "link.ended",
      actor: by,
      caseId,
      correlationId: ids.next("co"),
      data: { purpose: "candidate" },
      at: clock.now(),
    });
    return true;
  });
