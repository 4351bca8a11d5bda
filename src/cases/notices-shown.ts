/** Which text of the software a candidate was shown, where and when: once per case, place and version, in the ledger. */
import type { Database } from "../db/port.ts";
import type { Notice } from "../domain/notice.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";

export type NoticePlace = "page" | "chat" | "mail";

interface Shown {
  caseId: string;
  place: NoticePlace;
  notices: readonly Notice[];
  /** Of a mail: the effect with which it leaves. */
  effectId?: string;
}

/** Keeps what is shown now and was not before. Most pages are opened again: then nothing is written. */
export const keepNoticesShown = async (
  { caseId, place, notices, effectId }: Shown,
  { database, clock, ids }: { database: Database; clock: Clock; ids: Ids },
): Promise<void> => {
  const known = await database.query<{ digest: string }>(
    "select digest from notices_shown where case_id = $1 and place = $2",
    [caseId, place],
  );
  const fresh = notices.filter(({ digest }) => known.every((one) => one.digest !== digest));
  if (fresh.length === 0) return;
  const at = clock.now();
  await database.transaction(async (tx) => {
    const kept = [];
    for (const { notice, version, digest } of fresh) {
      const made = await tx.query(
        `insert into notices_shown (case_id, place, notice, version, digest, shown_at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing returning notice`,
        [caseId, place, notice, version, digest, at.toString()],
      );
      if (made.length > 0) kept.push({ notice, version, digest });
    }
    if (kept.length === 0) return;
    const data = { place, notices: kept, ...(effectId !== undefined && { effectId }) };
    const correlationId = ids.next("notice");
    await appendLedger(tx, {
      type: "notice.shown",
      actor: "system",
      caseId,
      correlationId,
      data,
      at,
    });
  });
};
