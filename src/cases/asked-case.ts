/** What everybody who asks for something about a case meets first: the case, locked as all lock, and whether the same is being
 * done already. */
import type { Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { getCase } from "./cases.ts";
import { lockStream } from "./lease.ts";
import type { CaseRecord } from "./records.ts";

/** The case, with its opportunity's stream locked. Errors: `not_found`. */
export const lockCase = async (tx: Tx, caseId: string): Promise<CaseRecord> => {
  const case_ = await getCase(tx, caseId);
  if (!case_) {
    throw new AppError({ code: "not_found", fault: "caller", message: "There is no such case." });
  }
  await lockStream(tx, case_.opportunityId);
  return case_;
};

/** Errors: `conflict` with these words while such an event waits. What somebody asks for themselves alone is in nobody's way. */
export const refuseWhileWaiting = async (
  tx: Tx,
  { opportunityId }: CaseRecord,
  { kind, says }: { kind: string; says: string },
): Promise<void> => {
  const waiting = await tx.query(
    `select from inbox where opportunity_id = $1 and kind = $2 and status = 'waiting'
       and data ->> 'userId' is null`,
    [opportunityId, kind],
  );
  if (waiting.length > 0) throw conflict(says);
};

/** What is asked for cannot be done as things stand. */
export const conflict = (message: string): AppError =>
  new AppError({ code: "conflict", fault: "caller", message });
