/** API tokens and sessions: random secrets, of which only a hash is kept. */
import { createHash, randomBytes } from "node:crypto";
import type { Database, Tx } from "../../db/port.ts";
import { isSameSecret } from "../../digest.ts";
import { ROLES, type Role, scopeOf } from "../../domain/access.ts";
import { ADMIN } from "../../domain/administrator.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { appendLedger } from "../../ledger/append.ts";
import { isGoodNow } from "../../policy/good-now.ts";
import type { Principal } from "./principal.ts";
import { tellOfAccess } from "./tell.ts";
import { type Scope, scopesIn } from "./scopes.ts";
import { endSignIns, ownOf, readOwned } from "./whose.ts";
import { whoseToken } from "./whose-token.ts";

interface TokenDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

export interface NewToken {
  name: string;
  role: Role;
  /** How far it reaches; absent: everywhere, and for a hiring manager nowhere. */
  teams?: readonly string[] | null;
  requisitions?: readonly string[] | null;
  /** Address in Lever of whoever it is for. */
  email?: string | null;
  /** Id of the Lever user for whom it stands; absent: it is a program's, or known by its address alone. */
  person?: string | null;
  kind: "token" | "session";
  validFor: Temporal.Duration | null;
  /** Of a session: the secret it was opened with, and with which it ends. Absent: none was needed. Of an assistant's: what its owner
   * was signed in with. */
  openedWith?: string;
  /** Of a session that the identity provider has opened: whose it is. */
  accountId?: string;
  /** Of a session: what it was opened with. */
  device?: string;
  /** Who makes it for somebody else; absent: whose it is. */
  madeBy?: string;
  /** Of an assistant's: what it is called, and is good for. */
  assistant?: { label: string; scopes: readonly Scope[] };
}

/** Of a token or session that opens what its maker may, and no more. */
export const asTheirs = ({
  name,
  role,
  scope,
  email,
  person = null,
}: Principal): Pick<NewToken, "name" | "role" | "teams" | "requisitions" | "email" | "person"> => ({
  name,
  role,
  // Both or neither: a reach of nothing stays one.
  teams: scope?.teams ?? null,
  requisitions: scope?.requisitions ?? null,
  email,
  person,
});

/** As it is kept. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Nobody guesses it. */
export const newSecret = (): string => `cv_${randomBytes(32).toString("base64url")}`;

/** Makes a token. Shape: the secret, shown this once. */
export const createToken = async (token: NewToken, deps: TokenDeps): Promise<string> =>
  (await createKnownToken(token, deps)).secret;

/** The same with the id by which it is ended. */
export const createKnownToken = async (
  token: NewToken,
  deps: TokenDeps,
): Promise<{ id: string; secret: string }> => {
  const secret = newSecret();
  const id = deps.ids.next("tok");
  const now = deps.clock.now();
  const expiresAt = token.validFor === null ? null : now.add(token.validFor).toString();
  await deps.database.transaction(async (tx) => {
    await tx.query(
      // What was made in a session ends with what the session was opened with, and not with the session.
      `insert into api_tokens (id, name, role, secret_hash, kind, created_at, expires_at, label, scopes, opened_with,
         teams, requisitions, email, account_id, device, last_seen_at, lever_user_id)
       values ($1, $2, $3, $4, $5, $6, $7, $9, $10,
         case when exists (select from api_tokens where $8 in (secret_hash, former_hash) and kind = 'session')
           then (select opened_with from api_tokens where $8 in (secret_hash, former_hash)) else $8 end, $11, $12, $13,
         coalesce($14, (select account_id from api_tokens where $8 in (secret_hash, former_hash))), $15,
         case when $5 = 'session' then $6::timestamptz end, $16)`,
      [
        id,
        token.name,
        token.role,
        hashOf(secret),
        token.kind,
        now.toString(),
        expiresAt,
        token.openedWith === undefined ? null : hashOf(token.openedWith),
        token.assistant?.label ?? null,
        token.assistant ? [...token.assistant.scopes] : null,
        token.teams ?? null,
        token.requisitions ?? null,
        token.email ?? null,
        token.accountId ?? null,
        token.device ?? null,
        token.person ?? null,
      ],
    );
    await holdToAccount(tx, id, now);
    await appendLedger(tx, {
      type: `${token.kind}.created`,
      actor: token.madeBy ?? token.name,
      correlationId: id,
      data: {
        tokenId: id,
        role: token.role,
        ...(token.assistant && { scopes: [...token.assistant.scopes] }),
        ...(await whoseToken(tx, id)),
        ...(token.teams && { teams: [...token.teams] }),
        ...(token.requisitions && { requisitions: [...token.requisitions] }),
      },
      at: now,
    });
    await tellOfAccess(tx);
  });
  return { id, secret };
};

/** What its person may can have changed while it was made: it begins as that is by now. */
const holdToAccount = async (tx: Tx, id: string, now: Temporal.Instant): Promise<void> => {
  await tx.query(
    "select from accounts where id = (select account_id from api_tokens where id = $1) for share",
    [id],
  );
  await tx.query(
    `update api_tokens t set role = coalesce(a.role, t.role), teams = a.teams, requisitions = a.requisitions,
       revoked_at = case when a.role is null then $2::timestamptz end
     from accounts a where t.id = $1 and a.id = t.account_id`,
    [id, now.toString()],
  );
};

/** What was on its way when a session's secret was changed is still answered. */
const FORMER_SECONDS = 60;
/** When somebody was seen last is written down no more often. */
const SEEN_AGAIN_SECONDS = 60;

/** Who a secret belongs to, and that they were here. Shape: null when it is unknown, expired, unused for too long or revoked. */
export const findPrincipal = async (
  { secret, adminToken, isLooking }: { secret: string; adminToken?: string; isLooking?: boolean },
  deps: TokenDeps,
): Promise<Principal | null> => {
  if (adminToken !== undefined && isSameSecret(secret, adminToken)) {
    return { name: ADMIN, role: "admin", scope: null, email: null, via: "token" };
  }
  const row = await findGood(hashOf(secret), deps);
  const role = ROLES.find((known) => known === row?.role);
  if (!row || !role) return null;
  const isOpen =
    row.openedWith === null ||
    row.isOpenerKept ||
    (adminToken !== undefined && row.openedWith === hashOf(adminToken));
  if (!isOpen) return null;
  if (isLooking !== true) await noteSeen(row, deps);
  const scopes = row.scopes && { scopes: scopesIn(row.scopes) };
  const { id, name, email, person, identity, kind: via } = row;
  return {
    id,
    name,
    displayName: row.displayName,
    role,
    scope: scopeOf(role, row),
    email,
    person,
    identity,
    via,
    ...scopes,
  };
};

const noteSeen = async (
  { id, seenAt }: GoodToken,
  { database, clock }: TokenDeps,
): Promise<void> => {
  const now = clock.now();
  const again = seenAt?.add({ seconds: SEEN_AGAIN_SECONDS });
  if (again && Temporal.Instant.compare(now, again) < 0) return;
  await database.query("update api_tokens set last_seen_at = $2 where id = $1", [
    id,
    now.toString(),
  ]);
};

interface GoodToken {
  id: string;
  name: string;
  role: string;
  kind: "token" | "session";
  teams: string[] | null;
  requisitions: string[] | null;
  email: string | null;
  person: string | null;
  identity: string | null;
  openedWith: string | null;
  /** Whether what opened it is a token of its own, and so is good too. */
  isOpenerKept: boolean;
  scopes: string[] | null;
  seenAt: Temporal.Instant | null;
  displayName: string | null;
}

/** The token or session of that hash; null when it is unknown, revoked or over. */
const findGood = async (hash: string, deps: TokenDeps): Promise<GoodToken | null> => {
  const [row] = await deps.database.query<GoodToken & Record<string, unknown>>(
    `select id, name, role, kind, teams, requisitions, email, lever_user_id as person, opened_with as "openedWith", scopes,
       last_seen_at as "seenAt", (select display_name from accounts a where a.id = account_id) as "displayName",
       (select issuer || ' ' || subject from accounts a where a.id = account_id) as identity,
       exists (select from api_tokens opener where opener.secret_hash = t.opened_with) as "isOpenerKept"
     from api_tokens t
     where (secret_hash = $1 or (former_hash = $1 and renewed_at > $3)) and ${isGoodNow("t", "$2")}`,
    [
      hash,
      deps.clock.now().toString(),
      deps.clock.now().subtract({ seconds: FORMER_SECONDS }).toString(),
    ],
  );
  return row ?? null;
};

export interface TokenRecord {
  id: string;
  name: string;
  role: string;
  teams: string[] | null;
  requisitions: string[] | null;
  email: string | null;
  expiresAt: Temporal.Instant | null;
}

/** Tokens that are good now, without sessions. */
export const listTokens = async (deps: Omit<TokenDeps, "ids">): Promise<TokenRecord[]> =>
  await deps.database.query<TokenRecord & Record<string, unknown>>(
    `select id, name, role, teams, requisitions, email, expires_at as "expiresAt" from api_tokens t
     where kind = 'token' and ${isGoodNow("t", "$1")}
     order by created_at, id`,
    [deps.clock.now().toString()],
  );

export interface AssistantToken {
  id: string;
  /** Whose. */
  name: string;
  label: string;
  scopes: Scope[];
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
}

/** Assistants' tokens that are good now, the newest first. `ownedBy` null: everybody's. */
export const listAssistantTokens = async (
  { ownedBy }: { ownedBy: Principal | null },
  { database, clock }: Omit<TokenDeps, "ids">,
): Promise<AssistantToken[]> => {
  const now = clock.now();
  const own = ownedBy && [...ownOf(await readOwned(database, now), ownedBy)];
  const rows = await database.query<
    Omit<AssistantToken, "scopes"> & { scopes: string[] } & Record<string, unknown>
  >(
    `select id, name, coalesce(label, '') as label, scopes, created_at as "createdAt",
       expires_at as "expiresAt" from api_tokens t
     where kind = 'token' and scopes is not null and ${isGoodNow("t", "$1")}
       and ($2::text[] is null or id = any($2))
     order by created_at desc, id limit 200`,
    [now.toString(), own],
  );
  return rows.map((row) => ({ ...row, scopes: scopesIn(row.scopes) }));
};

/** Ends a token for good. `ownedBy`: only if it is an assistant's of that person. Shape: false when there is none that is good. */
export const revokeTokenById = async (
  id: string,
  { database, clock }: Omit<TokenDeps, "ids">,
  { by = "command line", ownedBy = null }: { by?: string; ownedBy?: Principal | null } = {},
): Promise<boolean> =>
  await database.transaction(async (tx) => {
    const at = clock.now();
    const own = ownedBy && [...ownOf(await readOwned(tx, at), ownedBy)];
    const found = await tx.query<{ id: string }>(
      `select id from api_tokens where id = $1 and kind = 'token'
         and ($2::text[] is null or (id = any($2) and scopes is not null))`,
      [id, own],
    );
    const ids = found.map((one) => one.id);
    return (await endSignIns(tx, ids, { by, at })) > 0;
  });

/** Ends a token or session. */
export const revokeToken = async (secret: string, deps: TokenDeps): Promise<void> => {
  await deps.database.transaction(async (tx) => {
    await tx.query(
      "update api_tokens set revoked_at = $2, sign_out_hint = null where $1 in (secret_hash, former_hash) and revoked_at is null",
      [hashOf(secret), deps.clock.now().toString()],
    );
    await tellOfAccess(tx);
  });
};
