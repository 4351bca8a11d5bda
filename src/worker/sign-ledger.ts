/** Signs the ledger's head by the clock, in the database, beside it and in the log: any of these shows that its end was cut. */
import type { Logger } from "pino";
import type { Database } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";
import { keepCheckpoint } from "../ledger/checkpoints.ts";
import type { Trail } from "../ledger/trail.ts";
import type { Keyring } from "../privacy/keyring.ts";

export interface SignDeps {
  database: Database;
  keyring: Keyring;
  clock: Clock;
  log: Logger;
  trail: Trail;
}

/** One round; safe in many processes at once. */
export const signLedger = async (deps: SignDeps): Promise<void> => {
  const made = await keepCheckpoint(deps);
  if (!made) return;
  deps.log.info({ checkpoint: made }, "the ledger was signed");
  await deps.trail.addCheckpoint(made);
};
