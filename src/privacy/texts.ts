/** Texts about people, sealed with a key of their candidate's own. Erasing a candidate removes that key, and with it the
 * meaning of every text, in this database and in each copy made of it without the keys. */
import { randomBytes } from "node:crypto";
import type { Database, Queryable, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { TextId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { isErased } from "./erasures.ts";
import type { Keyring } from "./keyring.ts";
import { KEY_BYTES, openSealed, seal } from "./seal.ts";

/** A text to be kept. With an `id`, the same text of the same candidate is written again in its place. */
export interface NewText {
  candidate: string;
  /** What it is, such as `resume` or `proposal_payload`. */
  kind: string;
  text: string;
  id?: string;
}

/** Keeps and opens texts. */
export interface Texts {
  /** Errors: conflict when the id belongs to another candidate's text, or the candidate was erased. */
  seal(tx: Tx, text: NewText): Promise<TextId>;
  /** Shape: null when there is none, or it was erased. Errors: crypto_failed. */
  open(reads: Database | Queryable, id: string): Promise<string | null>;
  /** Shape: by id, without those that `open` would give null for. Errors: crypto_failed. */
  openMany(reads: Database | Queryable, ids: readonly string[]): Promise<Map<string, string>>;
  /** Makes every text of the candidate unreadable for good. Shape: how many there were. */
  erase(tx: Tx, candidate: string): Promise<number>;
}

interface TextsDeps {
  keyring: Keyring;
  clock: Clock;
  ids: Ids;
}

/** The texts of one database. */
export const createTexts = (deps: TextsDeps): Texts => {
  const openMany: Texts["openMany"] = async (reads, ids) => {
    const rows = await readSealed(reads, ids);
    return new Map(rows.map((row) => [row.id, openRow(deps.keyring, row)]));
  };
  return {
    async seal(tx, text) {
      const id = TextId.parse(text.id ?? deps.ids.next("tx"));
      const key = await keyFor(tx, text.candidate, deps);
      const sealed = seal(Buffer.from(text.text, "utf8"), { key, context: id });
      await store(tx, { ...text, id, sealed, at: deps.clock.now() });
      return id;
    },
    open: async (reads, id) => (await openMany(reads, [id])).get(id) ?? null,
    openMany,
    async erase(tx, candidate) {
      const rows = await tx.query("delete from texts where candidate = $1 returning 1", [
        candidate,
      ]);
      await tx.query("delete from candidate_keys where candidate = $1", [candidate]);
      return rows.length;
    },
  };
};

/** The candidate's key; a new one when there is none. Two transactions that both make it end with the same one: the
 * second waits for the first. */
const keyFor = async (tx: Tx, candidate: string, deps: TextsDeps): Promise<Buffer> => {
  const known = await readKey(tx, candidate, deps.keyring);
  if (known) return known;
  if (await isErased(tx, candidate)) throw erased();
  const { masterKeyId, wrapped } = deps.keyring.wrap(randomBytes(KEY_BYTES), candidate);
  await tx.query(
    `insert into candidate_keys (candidate, wrapped, master_key_id, created_at)
     values ($1, $2, $3, $4) on conflict (candidate) do nothing`,
    [candidate, wrapped, masterKeyId, deps.clock.now()],
  );
  const made = await readKey(tx, candidate, deps.keyring);
  if (!made) throw new Error("a candidate's key that was just made is not there");
  return made;
};

/** Who was late must not bring back what has gone. */
const erased = (): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message: "This candidate was erased: nothing is kept of them any more.",
  });

const readKey = async (tx: Tx, candidate: string, keyring: Keyring): Promise<Buffer | null> => {
  // Held until the end of the transaction, so that an erasure does not come between the key and its use.
  const [row] = await tx.query<{ wrapped: Buffer; masterKeyId: string }>(
    `select wrapped, master_key_id as "masterKeyId" from candidate_keys
     where candidate = $1 for key share`,
    [candidate],
  );
  return row ? keyring.unwrap(row.wrapped, row.masterKeyId, candidate) : null;
};

const store = async (
  tx: Tx,
  text: NewText & { id: TextId; sealed: Buffer; at: Temporal.Instant },
): Promise<void> => {
  const rows = await tx.query(
    `insert into texts (id, candidate, kind, sealed, created_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set sealed = excluded.sealed
       where texts.candidate = excluded.candidate and texts.kind = excluded.kind
     returning 1`,
    [text.id, text.candidate, text.kind, text.sealed, text.at],
  );
  if (rows.length === 1) return;
  throw new AppError({
    code: "conflict",
    fault: "bug",
    message: "A text with this id belongs to another candidate or is of another kind",
    data: { textId: text.id },
  });
};

interface SealedRow {
  id: string;
  sealed: Buffer;
  wrapped: Buffer;
  masterKeyId: string;
  candidate: string;
}

const readSealed = (reads: Database | Queryable, ids: readonly string[]): Promise<SealedRow[]> =>
  reads.query<SealedRow & Record<string, unknown>>(
    `select texts.id, sealed, wrapped, master_key_id as "masterKeyId", candidate
     from texts join candidate_keys using (candidate) where texts.id = any($1)`,
    [[...ids]],
  );

const openRow = (keyring: Keyring, row: SealedRow): string => {
  const key = keyring.unwrap(row.wrapped, row.masterKeyId, row.candidate);
  return openSealed(row.sealed, { key, context: row.id }).toString("utf8");
};
