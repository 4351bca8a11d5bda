/** Days on which somebody's digest was due, each once. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { ContactId, OpportunityId } from "../domain/ids.ts";
import { ContactId as ContactIdSchema } from "../domain/ids.ts";
import type { Ground } from "./records.ts";

/** Kind of the event that somebody's morning has begun. */
export const DIGEST_DUE = "digest_due";

/** A day that is told. */
export interface DigestDay {
  userId: string;
  day: string;
  since: Temporal.Instant;
  until: Temporal.Instant;
}

/** Claims a day. Shape: false when it was claimed before. */
export const claimDay = async (tx: Tx, day: DigestDay): Promise<boolean> => {
  const rows = await tx.query(
    `insert into daily_digests (user_id, day, since, until) values ($1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [day.userId, day.day, day.since.toString(), day.until.toString()],
  );
  return rows.length > 0;
};

/** The last days of these people. Shape: by user; who had none is missing. */
export const lastDays = async (
  reads: Database | Queryable,
  userIds: readonly string[],
): Promise<Map<string, DigestDay>> => {
  const rows = await reads.query<DigestDay & Row>(
    `select distinct on (user_id) user_id as "userId", day::text as day, since, until from daily_digests
     where user_id = any($1) order by user_id, day desc`,
    [[...userIds]],
  );
  return new Map(rows.map((row) => [row.userId, row]));
};

/** Whose key seals the texts of somebody's digests. */
export const keyOfDays = (userId: string): ContactId => ContactIdSchema.parse(`day:${userId}`);

/** What a digest belongs to: no posting, team or stage, so that of the rules only those match that name none. It never ends. */
export const groundOfDay = (stream: OpportunityId): Ground => ({
  id: null,
  opportunityId: stream,
  postingId: null,
  postingTitle: "",
  team: null,
  jurisdictions: null,
  stageId: "",
  stageName: "",
  closedAt: null,
});
