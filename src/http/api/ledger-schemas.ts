/** What a look through the ledger found. */
import { z } from "zod";
import type { Checkpoint } from "../../ledger/checkpoints.ts";
import { TAMPERINGS } from "../../ledger/verify.ts";

/** A line of `/api/ledger/checkpoints`. */
export type SignedPlace = Checkpoint;

export const LedgerVerification = z.object({
  ok: z.boolean(),
  entries: z.int(),
  head: z.string(),
  firstBroken: z.object({ seq: z.int(), kind: z.enum(TAMPERINGS), what: z.string() }).nullable(),
  checkpoints: z.int().describe("Signed places that it was held against"),
  outside: z.int().describe("Those that are kept outside of the database, in TRAIL_DIR"),
});
export type LedgerVerification = z.infer<typeof LedgerVerification>;
