/** Remembers what names a delivery, so that it can come again, but not with something else in it. */
import { hash } from "node:crypto";
import type { Row, Tx } from "../db/port.ts";
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

/** What one delivery is named by. */
interface NamedDelivery {
  /** Where its event is kept. */
  deliveryKey: string;
  tokens: readonly DeliveryToken[];
}

/** A delivery that may be stored. */
export interface RememberedDelivery {
  /** Whether its first token never came before. */
  isNew: boolean;
  /** The key that the first token's first delivery had; its own when it is new. */
  firstKey: string;
}

/** What each delivery is, in their order; an error, `signature_reused`, for one of whose tokens came before with other
 * content: then the transaction must not be committed. One that is refused speaks for no other: what it brought first
 * stays free. */
export const rememberTokens = async (
  tx: Tx,
  deliveries: readonly NamedDelivery[],
  clock: Clock,
): Promise<(RememberedDelivery | AppError)[]> => {
  const hashed = hashAll(deliveries);
  const stored = await storeTokens(tx, hashed, clock);
  const kept = new Map(stored);
  return hashed.map(({ deliveryKey, tokens }) => {
    const reused = tokens.find(
      ({ token, content }) => (kept.get(token)?.content ?? content) !== content,
    );
    if (reused) {
      return new AppError({ code: "signature_reused", fault: "caller", message: reused.refusal });
    }
    const before = kept.get(tokens[0]?.token ?? "");
    for (const { token, content } of tokens) {
      if (!kept.has(token)) kept.set(token, { content, deliveryKey });
    }
    return { isNew: before === undefined, firstKey: before?.deliveryKey ?? deliveryKey };
  });
};

/** Digests for the texts; each text's once. */
const hashAll = (deliveries: readonly NamedDelivery[]): NamedDelivery[] => {
  const contents = new Map<string, string>();
  const contentDigest = (content: string): string => {
    const known = contents.get(content) ?? digest(content);
    contents.set(content, known);
    return known;
  };
  return deliveries.map(({ deliveryKey, tokens }) => ({
    deliveryKey,
    tokens: tokens.map(({ token, content, refusal }) => ({
      token: digest(token),
      content: contentDigest(content),
      refusal,
    })),
  }));
};

/** What is kept of a token. `deliveryKey` null: an older version kept it. */
interface Kept {
  content: string;
  deliveryKey: string | null;
}

/** Writes down what is new, and gives what was there before. */
const storeTokens = async (
  tx: Tx,
  deliveries: readonly NamedDelivery[],
  clock: Clock,
): Promise<Map<string, Kept>> => {
  const first = new Map<string, Kept>();
  for (const { deliveryKey, tokens } of deliveries) {
    for (const { token, content } of tokens) {
      if (!first.has(token)) first.set(token, { content, deliveryKey });
    }
  }
  // Always in the same order: two of these at once wait for each other, and never both.
  const names = [...first.keys()].toSorted();
  const fresh = await tx.prepared<{ token: string }>(
    `insert into delivery_tokens (token_hash, body_hash, delivery_key, seen_at)
     select t.token, t.content, t.key, $4 from unnest($1::text[], $2::text[], $3::text[]) as t (token, content, key)
     on conflict (token_hash) do nothing returning token_hash as token`,
    [
      names,
      names.map((name) => first.get(name)?.content),
      names.map((name) => first.get(name)?.deliveryKey),
      clock.now().toString(),
    ],
  );
  if (fresh.length === names.length) return new Map();
  const unused = new Set(fresh.map(({ token }) => token));
  const seen = await tx.query<Kept & { token: string } & Row>(
    `select token_hash as token, body_hash as content, delivery_key as "deliveryKey"
     from delivery_tokens where token_hash = any($1)`,
    [names.filter((name) => !unused.has(name))],
  );
  return new Map(seen.map(({ token, ...kept }) => [token, kept]));
};
