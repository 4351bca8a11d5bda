/** A session's secret is another one each hour that somebody opens the dashboard: one that was stolen is soon an old one. */
import type { Database, Row } from "../../db/port.ts";
import type { Clock } from "../../domain/time.ts";
import { openHint, sealHint } from "./sign-out-hint.ts";
import { hashOf, newSecret } from "./tokens.ts";

const EVERY_HOURS = 1;

/** Changes it where it is time. Shape: the new secret; null: the present one stays. */
export const renewSession = async (
  secret: string,
  { database, clock }: { database: Database; clock: Clock },
): Promise<string | null> =>
  await database.transaction(async (tx) => {
    const now = clock.now();
    const renewed = newSecret();
    const [row] = await tx.query<{ id: string; hint: string | null } & Row>(
      `update api_tokens set secret_hash = $2, former_hash = secret_hash, renewed_at = $3
       where secret_hash = $1 and kind = 'session' and revoked_at is null
         and coalesce(renewed_at, created_at) <= $4 returning id, sign_out_hint as hint`,
      [
        hashOf(secret),
        hashOf(renewed),
        now.toString(),
        now.subtract({ hours: EVERY_HOURS }).toString(),
      ],
    );
    if (!row) return null;
    const { id, hint } = row;
    if (hint !== null) {
      const kept = sealHint(openHint(hint, { id, secret }), { id, secret: renewed });
      await tx.query("update api_tokens set sign_out_hint = $2 where id = $1", [id, kept]);
    }
    return renewed;
  });
