/** An admin has a candidate erased: the person with all their candidacies that we have. */
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { type ErasureReason, askErasure } from "../privacy/erasures.ts";
import { getCase } from "./cases.ts";

export interface EraseByHandDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** Shape: the id of the erasure, which a worker does within seconds. Errors: `not_found`; `conflict` when they were erased already. */
export const eraseByHand = async (
  asked: {
    caseId: string;
    by: string;
    reason: ErasureReason;
    reference?: string | undefined;
  },
  deps: EraseByHandDeps,
): Promise<string> =>
  await deps.database.transaction(async (tx) => {
    const { caseId, ...why } = asked;
    const case_ = await getCase(tx, caseId);
    if (!case_) {
      throw new AppError({ code: "not_found", fault: "caller", message: "There is no such case." });
    }
    const { candidate } = case_;
    const rows = await tx.query<{ id: string }>(
      "select distinct opportunity_id as id from cases where candidate = $1 and erased_at is null",
      [candidate],
    );
    if (rows.length === 0) {
      throw new AppError({
        code: "conflict",
        fault: "caller",
        message: "This candidate was erased already.",
      });
    }
    const opportunityIds = rows.map(({ id }) => id);
    return await askErasure(tx, { candidate, opportunityIds, cause: "person", ...why }, deps);
  });
