import { z } from "zod";
import type { Tx } from "../db/port.ts";
import { type LedgerEntry, type NewLedgerEntry, hashOf, toMicroseconds } from "./entry.ts";

const jsonObject = z.record(z.string(), z.unknown());

/** Writes the entry at the end of the chain, in the caller's transaction, and tells the channel `convene` of it. The lock
 * on the head puts appends in order, so call it last: others wait until `tx` ends. */
export const appendLedger = async (tx: Tx, entry: NewLedgerEntry): Promise<LedgerEntry> => {
  const [head] = await tx.query<{ seq: number; hash: string }>(
    "select seq, hash from ledger_head for update",
  );
  if (!head) throw new Error("the ledger has no head");
  const open = {
    seq: head.seq + 1,
    at: toMicroseconds(entry.at),
    type: entry.type,
    actor: entry.actor,
    caseId: entry.caseId ?? null,
    correlationId: entry.correlationId,
    data: asStored(entry.data),
    prevHash: head.hash,
  };
  const appended = { ...open, hash: hashOf(open) };
  await insert(tx, appended);
  return appended;
};

/** As JSON makes it (no `undefined`, times as text): what is hashed is what will be read back. */
const asStored = (data: Record<string, unknown>): Record<string, unknown> =>
  jsonObject.parse(JSON.parse(JSON.stringify(data)));

/** Entry, head and notice by one statement: there is an entry for nearly everything that is done. */
const insert = async (tx: Tx, entry: LedgerEntry): Promise<void> => {
  await tx.query(
    `with entry as (
       insert into ledger (seq, at, type, actor, case_id, correlation_id, data, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)),
     head as (update ledger_head set seq = $1, hash = $9)
     select pg_notify('convene', $10)`,
    [
      entry.seq,
      entry.at,
      entry.type,
      entry.actor,
      entry.caseId,
      entry.correlationId,
      entry.data,
      entry.prevHash,
      entry.hash,
      JSON.stringify({ topic: "ledger", caseId: entry.caseId }),
    ],
  );
};
