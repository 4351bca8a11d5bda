/** Signs the ledger's head by the clock, in the database, beside it and in the log: any of these shows that its end was cut. A worker remembers
 * what it saw signed last, and signs nothing that does not go on from there. */
import type { Logger } from "pino";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import {
  type Checkpoint,
  adoptMark,
  broken,
  keepCheckpoint,
  listCheckpoints,
} from "../ledger/checkpoints.ts";
import type { Trail } from "../ledger/trail.ts";
import type { Keyring } from "../privacy/keyring.ts";

export interface SignDeps {
  database: Database;
  keyring: Keyring;
  clock: Clock;
  log: Logger;
  trail: Trail;
}

/** A function that does one round, the last one where `isLast` is said; safe in many processes at once. As long as something that was signed is not there, or is another, it signs
 * nothing and says so in the log, once for each reason. */
export const createSigner = (deps: SignDeps): ((isLast?: boolean) => Promise<void>) => {
  let remembered: Checkpoint | null = null;
  let told = "";
  const sign = async (isLast: boolean): Promise<void> => {
    if (remembered) await refuseWithout(remembered, deps);
    else if (await adoptMark(deps)) deps.log.warn(ADOPTED);
    const made = await keepCheckpoint(deps, isLast);
    remembered = made ?? remembered ?? (await listCheckpoints(deps.database)).at(-1) ?? null;
    if (!made) return;
    deps.log.info({ checkpoint: made }, "the ledger was signed");
    await deps.trail.addCheckpoint(made);
  };
  return async (isLast = false) => {
    try {
      await sign(isLast);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "ledger_broken") throw thrown;
      if (told !== thrown.message) deps.log.error({ err: thrown }, thrown.message);
      told = thrown.message;
    }
  };
};

const ADOPTED =
  "the mark of the ledger's last checkpoint was not there and was made: expected once, after the update that brought it";

const refuseWithout = async (
  { n, seq, hash, signature }: Checkpoint,
  { database }: SignDeps,
): Promise<void> => {
  const [found] = await database.query<{ isThere: boolean; isSame: boolean }>(
    `select exists (select from ledger_checkpoints where n = $1 and signature = $2) as "isThere",
       exists (select from ledger where seq = $3 and hash = $4) as "isSame"`,
    [n, signature, seq, hash],
  );
  if (found?.isThere !== true) throw broken(`checkpoint ${n} is gone, which this worker has seen`);
  if (!found.isSame) throw broken(`entry ${seq} is not what this worker has seen signed`);
};
