/** Whether whoever asks sits in interviews of a candidate: what that candidate needs is not for them. They are known by the name of their
 * token, where it is their name or address. */
import type { CaseRecord } from "../../cases/records.ts";
import { type SeatedDeps, isSeated, readSeated } from "../../cases/who-is-told.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import type { Principal } from "../auth/principal.ts";

export interface SitsInDeps extends SeatedDeps {
  database: Database;
}

/** Shape: false of nobody that is known. Errors: Lever's. */
export const sitsIn = async (
  { opportunityId }: Pick<CaseRecord, "opportunityId">,
  principal: Principal | null,
  { database, ...deps }: SitsInDeps,
): Promise<boolean> =>
  principal !== null &&
  isSeated(
    await readSeated(database, opportunityId, deps),
    principal.name,
    ...(principal.email ? [principal.email] : []),
    ...(principal.person ? [principal.person] : []),
  );

/** The same for what is only shown: while Lever cannot say, whoever asks may be one of them. */
export const maySitIn = async (
  case_: Pick<CaseRecord, "opportunityId">,
  principal: Principal | null,
  deps: SitsInDeps,
): Promise<boolean> => {
  try {
    return await sitsIn(case_, principal, deps);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return true;
    throw thrown;
  }
};
