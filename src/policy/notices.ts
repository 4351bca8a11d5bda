/** The texts that candidates are shown of the software, as they stand: our drafts, or what an admin has saved, each save a version. */
import { z } from "zod";
import type { Database, Queryable } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import type { Jurisdiction } from "../domain/jurisdiction.ts";
import {
  NOTICE_LIMITS,
  type Notice,
  NoticeId,
  type NoticeItems,
  faultsOfNotice,
  noticesFor,
} from "../domain/notice.ts";
import { faultsOfDemands, lacksOfNotice } from "../domain/notice-demands.ts";
import { DRAFT_ITEMS, NOTICE_DRAFTS } from "../domain/notice-drafts.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";

const item = z.string().max(NOTICE_LIMITS.item);

/** What stands for the tokens of a text. */
export const NoticeItemsSchema = z.strictObject({
  product: item,
  developer: item,
  decisions: item,
  data: item,
  positions: item,
  contact: item,
});

export interface NoticeVersion extends Notice {
  /** Null: our draft. */
  savedBy: string | null;
  savedAt: Temporal.Instant | null;
}

type Reads = Database | Queryable;

const withDigest = (open: Omit<Notice, "digest">): Notice => ({ ...open, digest: digestOf(open) });

const draftOf = (notice: NoticeId): NoticeVersion => ({
  ...withDigest({ notice, version: 0, text: NOTICE_DRAFTS[notice], items: DRAFT_ITEMS }),
  savedBy: null,
  savedAt: null,
});

interface Kept {
  notice: string;
  version: number;
  text: string;
  items: unknown;
  digest: string;
  savedBy: string;
  savedAt: Temporal.Instant;
}

const COLUMNS = `notice, version, text, items, digest, saved_by as "savedBy", saved_at as "savedAt"`;

const noticeOf = (kept: Kept): NoticeVersion => ({
  ...kept,
  notice: NoticeId.parse(kept.notice),
  items: NoticeItemsSchema.parse(kept.items),
});

/** Every version of every text: in order of the texts, newest first, our draft last. */
export const listNotices = async (reads: Reads): Promise<NoticeVersion[]> => {
  const kept = await reads.query<Kept & Record<string, unknown>>(
    `select ${COLUMNS} from notice_texts order by notice, version desc`,
  );
  const saved = kept.map(noticeOf);
  return NoticeId.options.flatMap((notice) => [
    ...saved.filter((one) => one.notice === notice),
    draftOf(notice),
  ]);
};

/** Those that hold for a place now, the general one first. */
export const readNotices = async (
  reads: Reads,
  jurisdictions: readonly Jurisdiction[] | null,
): Promise<Notice[]> => {
  const kept = await reads.query<Kept & Record<string, unknown>>(
    `select distinct on (notice) ${COLUMNS} from notice_texts order by notice, version desc`,
  );
  const saved = kept.map(noticeOf);
  return noticesFor(jurisdictions).map((notice) => {
    const { version, text, items, digest } =
      saved.find((one) => one.notice === notice) ?? draftOf(notice);
    return { notice, version, text, items, digest };
  });
};

interface NewNotice {
  notice: NoticeId;
  text: string;
  items: NoticeItems;
  /** The version that was changed. */
  basedOn: number;
  by: string;
}

/** Keeps it as the next version: shown from now on. The ledger keeps what the law of its place asks for and it does not seem to say. Errors:
 * `input_invalid` for what cannot be shown; `conflict` when another was saved
 * meanwhile. */
export const saveNotice = async (
  { notice, text, items, basedOn, by }: NewNotice,
  { database, clock, ids }: { database: Database; clock: Clock; ids: Ids },
): Promise<void> => {
  refuseFaulty({ notice, text, items });
  const at = clock.now();
  const kept = withDigest({ notice, version: basedOn + 1, text, items });
  await database.transaction(async (tx) => {
    const made = await tx.query(
      `insert into notice_texts (notice, version, text, items, digest, saved_by, saved_at)
       select $1, $2, $3, $4, $5, $6, $7
       where $8 = (select coalesce(max(version), 0) from notice_texts where notice = $1)
       on conflict do nothing returning version`,
      [notice, kept.version, text, JSON.stringify(items), kept.digest, by, at.toString(), basedOn],
    );
    if (made.length === 0) {
      throw new AppError({
        code: "conflict",
        fault: "caller",
        message: "Somebody else has saved this text meanwhile. Look at theirs, then save yours.",
      });
    }
    const { version, digest } = kept;
    const lacks = lacksOfNotice(kept);
    await appendLedger(tx, {
      type: "notice.saved",
      actor: by,
      correlationId: ids.next("notice"),
      data: { notice, version, digest, ...(lacks.length > 0 && { lacks }) },
      at,
    });
  });
};

const refuseFaulty = (written: Pick<Notice, "notice" | "text" | "items">): void => {
  const faults = [...faultsOfNotice(written), ...faultsOfDemands(written)];
  if (faults.length === 0) return;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `This text cannot be shown yet. ${faults.map(({ message }) => message).join(" ")}`,
    data: { faults },
  });
};
