/** Whose sessions and tokens are: a person's by what is known of them, a program's by the very token; never by a name alone. */
import type { Queryable, Row, Tx } from "../../db/port.ts";
import { ADMIN } from "../../domain/administrator.ts";
import { arePersons, keysOf, shareKey } from "../../domain/known-person.ts";
import { appendLedger } from "../../ledger/append.ts";
import { whoseToken } from "./whose-token.ts";
import type { Principal } from "./principal.ts";
import { tellOfAccess } from "./tell.ts";

interface OwnedRow extends Row {
  id: string;
  kind: "session" | "token";
  name: string;
  email: string | null;
  person: string | null;
  identity: string | null;
  /** Of what it was opened with, else its own. */
  root: string;
  /** Whether it is a token of its own, or was opened with one. */
  isByToken: boolean;
}

/** One that is not revoked, and by what its owner is known. */
export interface Owned {
  id: string;
  kind: "session" | "token";
  keys: readonly string[];
}

/** All that are not revoked, or over: of a former sign-in nobody is the owner. */
export const readOwned = async (reads: Queryable, now: Temporal.Instant): Promise<Owned[]> =>
  (
    await reads.query<OwnedRow>(
      `select t.id, t.kind, t.name, t.email, t.lever_user_id as person,
         holder.issuer || ' ' || holder.subject as identity, coalesce(t.opened_with, t.secret_hash) as root,
         (t.opened_with is not null or (t.kind = 'token' and t.scopes is null)) as "isByToken"
       from api_tokens t left join accounts holder on holder.id = t.account_id
       where t.revoked_at is null and (t.expires_at is null or t.expires_at > $1)`,
      [now.toString()],
    )
  ).map((row) => ({ id: row.id, kind: row.kind, keys: ownerKeysOf(row) }));

/** Two programs of one name are two. The environment's secret, which is in no row, has a name that no token is given; a sandbox's
 * sign-in, which nothing opens, has none but its name. */
const ownerKeysOf = (row: OwnedRow): string[] => {
  const keys = keysOf(row);
  return arePersons(keys) || row.name === ADMIN || !row.isByToken ? keys : [`token ${row.root}`];
};

/** The ids of the asker's own: of the same person, or opened with the same token of a program. */
export const ownOf = (all: readonly Owned[], asker: Principal): Set<string> => {
  // An access token of the identity provider, and the environment's secret, are in no row.
  const keys = all.find(({ id }) => id === asker.id)?.keys ?? keysOf(asker);
  return new Set(all.filter((one) => shareKey(one.keys, keys)).map(({ id }) => id));
};

/** The ids of all whose owner is known by one of these, also by way of others: under a former address of the same Lever user. */
export const allOf = (all: readonly Owned[], known: readonly string[]): string[] => {
  const keys = [...known];
  const ids = new Set<string>();
  for (let before = -1; before < ids.size;) {
    before = ids.size;
    for (const one of all) {
      if (ids.has(one.id) || !shareKey(one.keys, keys)) continue;
      ids.add(one.id);
      keys.push(...one.keys);
    }
  }
  return [...ids];
};

/** Ends sessions and tokens for good, each with an entry in the ledger. Shape: how many of them were not revoked yet. */
export const endSignIns = async (
  tx: Tx,
  ids: readonly string[],
  { by, at }: { by: string; at: Temporal.Instant },
): Promise<number> => {
  const ended = await tx.query<Pick<Owned, "id" | "kind"> & Row>(
    `update api_tokens set revoked_at = $2, sign_out_hint = null
     where id = any($1) and revoked_at is null returning id, kind`,
    [[...ids], at.toString()],
  );
  for (const { id, kind } of ended) {
    await appendLedger(tx, {
      type: kind === "session" ? "session.ended" : "token.revoked",
      actor: by,
      correlationId: id,
      data: { tokenId: id, ...(await whoseToken(tx, id)) },
      at,
    });
  }
  if (ended.length > 0) await tellOfAccess(tx);
  return ended.length;
};
