/** What the identity provider wants to see when its own session ends too (the ID token). Kept sealed with a key that only the session's
 * secret gives, which is not kept: from the database nobody can read it. */
import { hkdfSync } from "node:crypto";
import type { Database, Row } from "../../db/port.ts";
import { KEY_BYTES, openSealed, seal } from "../../privacy/seal.ts";

/** What is longer is not kept: the provider then asks by itself who is leaving. */
const MOST_CHARACTERS = 16_384;

const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", "the hint for signing out", KEY_BYTES));

/** A session, by its id and its secret. */
interface Session {
  id: string;
  secret: string;
}

/** Seals it for a session. */
export const sealHint = (hint: string, { id, secret }: Session): string =>
  seal(Buffer.from(hint, "utf8"), { key: keyOf(secret), context: id }).toString("base64url");

/** Opens what was sealed for that session. Errors: `crypto_failed`. */
export const openHint = (sealed: string, { id, secret }: Session): string =>
  openSealed(Buffer.from(sealed, "base64url"), { key: keyOf(secret), context: id }).toString(
    "utf8",
  );

/** Keeps it with its session. */
export const keepHint = async (
  { hint, ...session }: Session & { hint: string },
  { database }: { database: Database },
): Promise<void> => {
  if (hint.length > MOST_CHARACTERS) return;
  await database.query("update api_tokens set sign_out_hint = $2 where id = $1", [
    session.id,
    sealHint(hint, session),
  ]);
};

/** Of a session. Shape: null where the provider did not open it. */
export const readHint = async (
  session: Session,
  { database }: { database: Database },
): Promise<{ hint: string | null } | null> => {
  const [row] = await database.query<{ sealed: string | null; isByProvider: boolean } & Row>(
    `select sign_out_hint as sealed, account_id is not null and opened_with is null as "isByProvider"
     from api_tokens where id = $1`,
    [session.id],
  );
  if (!row?.isByProvider) return null;
  return { hint: row.sealed === null ? null : openHint(row.sealed, session) };
};
