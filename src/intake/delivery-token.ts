/** Remembers what names a delivery, so that it can come again, but not with something else in it. */
import { hash } from "node:crypto";
import type { Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";

/** SHA-256 in hex. */
export const digest = (content: string | Buffer): string => hash("sha256", content, "hex");

/** What names a delivery, and what it came with. */
export interface DeliveryToken {
  token: string;
  content: string;
  /** What is said when it came before with other content. */
  refusal: string;
}

/** Whether each token is new; an error, `signature_reused`, for one that came before with other content: then the
 * transaction must not be committed. */
export const rememberTokens = async (
  tx: Tx,
  tokens: readonly DeliveryToken[],
  clock: Clock,
): Promise<(boolean | AppError)[]> => {
  const contents = new Map<string, string>();
  const contentDigest = (content: string): string => {
    const known = contents.get(content) ?? digest(content);
    contents.set(content, known);
    return known;
  };
  const hashed = tokens.map(({ token, content, refusal }) => ({
    token: digest(token),
    content: contentDigest(content),
    refusal,
  }));
  const first = new Map<string, string>();
  for (const { token, content } of hashed) if (!first.has(token)) first.set(token, content);
  // Always in the same order: two of these at once wait for each other, and never both.
  const names = [...first.keys()].toSorted();
  const fresh = await tx.prepared<{ token: string }>(
    `insert into delivery_tokens (token_hash, body_hash, seen_at)
     select t.token, t.content, $3 from unnest($1::text[], $2::text[]) as t (token, content)
     on conflict (token_hash) do nothing returning token_hash as token`,
    [names, names.map((name) => first.get(name)), clock.now().toString()],
  );
  const unused = new Set(fresh.map(({ token }) => token));
  const known = new Map(first);
  if (unused.size < names.length) {
    const seen = await tx.query<{ token: string; content: string }>(
      "select token_hash as token, body_hash as content from delivery_tokens where token_hash = any($1)",
      [names],
    );
    for (const { token, content } of seen) known.set(token, content);
  }
  return hashed.map(({ token, content, refusal }) => {
    if (known.get(token) === content) return unused.delete(token);
    return new AppError({ code: "signature_reused", fault: "caller", message: refusal });
  });
};
