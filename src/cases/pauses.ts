/** Pauses before what policy lets through: who may decide may stop it until then. */
import type { Tx } from "../db/port.ts";
import type { AnyProposal } from "./records.ts";

/** The event by which the gate looks at it again. */
export const PAUSE_OVER = "pause_over";

/** Says when it is done by itself, or, with null, that a person decides. */
export const setPerformsAt = async (
  tx: Tx,
  proposal: Pick<AnyProposal, "id" | "caseId">,
  performsAt: Temporal.Instant | null,
): Promise<void> => {
  await tx.query("update proposals set performs_at = $2 where id = $1", [
    proposal.id,
    performsAt?.toString() ?? null,
  ]);
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "proposals", caseId: proposal.caseId }),
  ]);
};
