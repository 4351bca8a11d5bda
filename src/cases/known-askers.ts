/** What role somebody has here by their name, for a door that knows people otherwise than by a token. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { isSameName } from "../domain/same-name.ts";

/** The newest token or sign-in that is good and in one of these names. Shape: null when there is none. */
export const roleOfName = async (
  reads: Database | Queryable,
  { names, now }: { names: readonly string[]; now: Temporal.Instant },
): Promise<{ name: string; role: string } | null> => {
  const rows = await reads.query<{ name: string; role: string } & Row>(
    `select name, role from api_tokens
     where revoked_at is null and (expires_at is null or expires_at > $1) order by created_at desc, id`,
    [now.toString()],
  );
  return rows.find((row) => names.some((name) => isSameName(name, row.name))) ?? null;
};
