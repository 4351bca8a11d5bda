/** Erasures: who is to be erased and why, who was, and what went. Ids, enums and counts alone: this outlives the person. */
import { z } from "zod";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { ContactId, OpportunityId } from "../domain/ids.ts";
import { isoInstant } from "../domain/time.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { isHeld } from "./legal-holds.ts";

type Reads = Database | Queryable;

/** Why somebody is erased: a closed list, since words about a person would outlive them. */
export const ERASURE_REASONS = [
  "deleted_in_lever",
  "asked_by_candidate",
  "consent_withdrawn",
  "kept_long_enough",
  "entered_by_mistake",
  "other",
] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** A ticket's number, never words. */
export const ErasureReference = z
  .string()
  .regex(/^[A-Za-z0-9#/_-]{1,40}$/, "must be a number such as DSR-17, without names or spaces");

/** What led to it: Lever's deletion, a person's hand, or its age. */
export type ErasureCause = "lever" | "person" | "retention";

/** What we wrote elsewhere and cannot shred: where it stands, by ids. */
export const OutsideItem = z.object({
  /** Of the effect that made it, such as `lever_note`. */
  kind: z.string(),
  status: z.string(),
  ref: z.record(z.string(), z.string()),
});
export type OutsideItem = z.infer<typeof OutsideItem>;

export interface Erasure {
  id: string;
  candidate: ContactId;
  opportunityIds: OpportunityId[];
  cause: ErasureCause;
  reason: ErasureReason;
  reference: string | null;
  askedBy: string;
  askedAt: Temporal.Instant;
  firstErasedAt: Temporal.Instant | null;
  tries: number;
  /** Whether the person's key went; null until it is done. */
  isWhole: boolean | null;
  erasedAt: Temporal.Instant | null;
  /** Whether it waits for the end of a legal hold. */
  isHeld: boolean;
  counts: Record<string, number> | null;
  outside: OutsideItem[] | null;
}

const ERASURE = `select id, candidate, opportunity_ids as "opportunityIds", cause, reason, reference,
  asked_by as "askedBy", asked_at as "askedAt", first_erased_at as "firstErasedAt", tries, is_whole as "isWhole",
  erased_at as "erasedAt", erased_at is null and ${isHeld("erasures.candidate")} as "isHeld", counts, outside from erasures`;

export interface NewErasure {
  candidate: string;
  opportunityIds: readonly string[];
  cause: ErasureCause;
  reason: ErasureReason;
  reference?: string | undefined;
  by: string;
}

/** Has a candidate erased within seconds. One that is asked for already takes these candidacies in. Shape: its id. */
export const askErasure = async (
  tx: Tx,
  asked: NewErasure,
  { clock, ids }: { clock: Clock; ids: Ids },
): Promise<string> => {
  const [row] = await tx.query<{ id: string }>(
    `insert into erasures (id, candidate, opportunity_ids, cause, reason, reference, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (candidate) where erased_at is null do update set opportunity_ids =
       (select array_agg(distinct one order by one) from unnest(erasures.opportunity_ids || excluded.opportunity_ids) one)
     returning id`,
    [
      ids.next("er"),
      asked.candidate,
      [...asked.opportunityIds],
      asked.cause,
      asked.reason,
      asked.reference ?? null,
      asked.by,
      clock.now().toString(),
    ],
  );
  if (!row) throw new Error("an erasure that was just asked for is not there");
  return row.id;
};

/** One, or null. */
export const getErasure = async (reads: Reads, id: string): Promise<Erasure | null> => {
  const [found] = await reads.query<Erasure & Row>(`${ERASURE} where id = $1`, [id]);
  return found ?? null;
};

/** The newest ones first. `after`: the id of the last of the page before. */
export const listErasures = async (
  reads: Reads,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Erasure[]> =>
  await reads.query<Erasure & Row>(
    `${ERASURE} where $1::text is null or (asked_at, id) < (select asked_at, id from erasures where id = $1)
     order by asked_at desc, id desc limit $2`,
    [after ?? null, limit],
  );

/** Those that are to be done now, the oldest first: what a legal hold keeps is left. */
export const listOpenErasures = async (reads: Reads): Promise<Erasure[]> =>
  await reads.query<Erasure & Row>(
    `${ERASURE} where erased_at is null and not ${isHeld("erasures.candidate")} order by asked_at limit 100`,
  );

/** Whether an opportunity was erased by a person or by Lever: then nothing is begun for it any more. What was only kept long
 * enough may come to life again. */
export const isLeftAlone = async (reads: Reads, opportunityId: string): Promise<boolean> => {
  const found = await reads.query(
    "select from erasures where opportunity_ids @> array[$1::text] and cause <> 'retention' limit 1",
    [opportunityId],
  );
  return found.length > 0;
};

/** Somebody who was erased is with us again: another candidacy, or an old one that goes on. */
export const reopenErased = async (tx: Tx, candidate: string, clock: Clock): Promise<void> => {
  await tx.query(
    `update erasures set reopened_at = $2
     where candidate = $1 and is_whole and erased_at is not null and reopened_at is null`,
    [candidate, clock.now().toString()],
  );
};

/** Whether nothing may be sealed for a candidate: they were erased, and have not come back. */
export const isErased = async (reads: Reads, candidate: string): Promise<boolean> => {
  const found = await reads.query(
    "select from erasures where candidate = $1 and is_whole and erased_at is not null and reopened_at is null limit 1",
    [candidate],
  );
  return found.length > 0;
};

/** One erasure as it is kept apart from the database, for a database that is restored from before it. */
export const ErasureLine = z.object({
  id: z.string().min(1).max(100),
  candidate: ContactId,
  opportunityIds: z.array(OpportunityId),
  cause: z.enum(["lever", "person", "retention"]),
  reason: z.enum(ERASURE_REASONS),
  reference: ErasureReference.nullable(),
  by: z.string().max(200),
  erasedAt: isoInstant,
});
export type ErasureLine = z.infer<typeof ErasureLine>;

/** Of an erasure that is done, or is about to be. */
export const lineOf = (erasure: Erasure, now: Temporal.Instant): ErasureLine => ({
  id: erasure.id,
  candidate: erasure.candidate,
  opportunityIds: erasure.opportunityIds,
  cause: erasure.cause,
  reason: erasure.reason,
  reference: erasure.reference,
  by: erasure.askedBy,
  erasedAt: (erasure.firstErasedAt ?? erasure.erasedAt ?? now).toString(),
});

/** Asks again for what a restored database does not know of. Who came back after it, and has a younger key, stays. Shape: how
 * many are asked for. */
export const askAgainAfterRestore = async (
  tx: Tx,
  lines: readonly ErasureLine[],
  clock: Clock,
): Promise<number> => {
  let count = 0;
  for (const line of lines) {
    const rows = await tx.query(
      `insert into erasures (id, candidate, opportunity_ids, cause, reason, reference, asked_by, asked_at, first_erased_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz
       where not exists (select from candidate_keys where candidate = $2 and created_at > $9::timestamptz)
         and exists (select from candidate_keys where candidate = $2
           union all select from cases where opportunity_id = any($3))
       on conflict do nothing returning 1`,
      [
        line.id,
        line.candidate,
        line.opportunityIds,
        line.cause,
        line.reason,
        line.reference,
        line.by,
        clock.now().toString(),
        line.erasedAt,
      ],
    );
    count += rows.length;
  }
  return count;
};
