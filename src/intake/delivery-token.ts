/** Remembers what names a delivery, so that it can come again, but not with something else in it. */
import { createHash } from "node:crypto";
import type { Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";

/** SHA-256 in hex. */
export const digest = (content: string | Buffer): string =>
  createHash("sha256").update(content).digest("hex");

/** Whether the token is new. Errors: `signature_reused` when it came before with other content; `refusal` says so. */
export const rememberToken = async (
  tx: Tx,
  { token, content, refusal }: { token: string; content: string; refusal: string },
  clock: Clock,
): Promise<boolean> => {
  const tokenHash = digest(token);
  const fresh = await tx.query(
    `insert into delivery_tokens (token_hash, body_hash, seen_at) values ($1, $2, $3)
     on conflict (token_hash) do nothing returning token_hash`,
    [tokenHash, digest(content), clock.now().toString()],
  );
  if (fresh.length > 0) return true;
  const [seen] = await tx.query<{ body_hash: string }>(
    "select body_hash from delivery_tokens where token_hash = $1",
    [tokenHash],
  );
  if (seen?.body_hash === digest(content)) return false;
  throw new AppError({
    code: "signature_reused",
    fault: "caller",
    message: refusal,
  });
};
