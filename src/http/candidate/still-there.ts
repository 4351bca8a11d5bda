/** Whether who visits still is somebody in Lever: nothing of a person who was deleted or anonymized there may be kept anew.
 * Lever tells of an anonymization by no message, so it is asked before anything is taken. */
import { setInLever } from "../../cases/cases.ts";
import { lockStream } from "../../cases/lease.ts";
import type { CaseRecord } from "../../cases/records.ts";
import type { Database } from "../../db/port.ts";
import type { Clock } from "../../domain/time.ts";
import { AppError } from "../../domain/errors.ts";
import type { LeverReader } from "../../lever/port.ts";
import { unusable } from "../pages/unusable.ts";

export interface StillThereDeps {
  database: Database;
  lever: Pick<LeverReader, "getOpportunity">;
  clock: Clock;
}

/** Errors: `input_invalid` for who is gone, which is kept. While Lever cannot be asked, what it said last counts. */
export const refuseGone = async (
  { opportunityId }: Pick<CaseRecord, "opportunityId">,
  { database, lever, clock }: StillThereDeps,
): Promise<void> => {
  if (!(await isGone(opportunityId, lever))) return;
  await database.transaction(async (tx) => {
    await lockStream(tx, opportunityId);
    await setInLever(tx, { opportunityId, inLever: "gone" }, clock);
  });
  throw unusable();
};

const isGone = async (
  id: CaseRecord["opportunityId"],
  lever: Pick<LeverReader, "getOpportunity">,
): Promise<boolean> => {
  try {
    return (await lever.getOpportunity(id)).isAnonymized;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return thrown.code === "lever_not_found";
  }
};
