/** Sessions and tokens that are good now: seen and ended by whose they are, or by an admin. */
import type { Database, Row, Tx } from "../../db/port.ts";
import type { Clock } from "../../domain/time.ts";
import { appendLedger } from "../../ledger/append.ts";
import { isGoodNow } from "../../policy/good-now.ts";
import type { Principal } from "./principal.ts";
import { tellOfAccess } from "./tell.ts";

interface SignInsDeps {
  database: Database;
  clock: Clock;
}

export interface SignInRecord {
  id: string;
  kind: "session" | "token";
  /** In the ledger's words. */
  name: string;
  displayName: string | null;
  role: string;
  teams: string[] | null;
  requisitions: string[] | null;
  /** Of an assistant's token. */
  label: string | null;
  device: string | null;
  isByProvider: boolean;
  /** Id of the Lever user for whom it stands. */
  person: string | null;
  isOwn: boolean;
  createdAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant | null;
  expiresAt: Temporal.Instant | null;
}

const MOST = 500;

/** Of the same account; or where there is none, of the same name. */
const IS_OWN = `(case when t.account_id is null then t.name = $2
    and not exists (select from api_tokens own where own.id = $1 and own.account_id is not null)
  else exists (select from api_tokens own where own.id = $1 and own.account_id = t.account_id) end)`;

const IS_GOOD = isGoodNow("t", "$3");

const asker = ({ id, name }: Principal, { clock }: SignInsDeps): unknown[] => [
  id ?? "",
  name,
  clock.now().toString(),
];

/** The asker's own, or everybody's for an admin; the newest first. */
export const listSignIns = async (
  principal: Principal,
  deps: SignInsDeps,
): Promise<SignInRecord[]> =>
  await deps.database.query<SignInRecord & Row>(
    `select t.id, t.kind, t.name, a.display_name as "displayName", t.role, t.teams, t.requisitions, t.label, t.device,
       t.account_id is not null as "isByProvider", t.lever_user_id as person, ${IS_OWN} as "isOwn", t.created_at as "createdAt",
       t.last_seen_at as "lastSeenAt", t.expires_at as "expiresAt"
     from api_tokens t left join accounts a on a.id = t.account_id
     where ${IS_GOOD} and ($4 or ${IS_OWN})
     order by t.created_at desc, t.id limit ${MOST}`,
    [...asker(principal, deps), principal.role === "admin"],
  );

/** Ends one. Shape: false where there is none that is good and theirs to end. */
export const endSignIn = async (
  id: string,
  principal: Principal,
  deps: SignInsDeps,
): Promise<boolean> => {
  const ended = await end(
    "t.id = $4 and ($5 or " + IS_OWN + ")",
    [id, principal.role === "admin"],
    {
      principal,
      deps,
    },
  );
  return ended > 0;
};

/** Ends all sessions of the asker but the one that asks. Shape: how many. */
export const endOtherSessions = async (principal: Principal, deps: SignInsDeps): Promise<number> =>
  await end(`t.kind = 'session' and t.id <> $1 and ${IS_OWN}`, [], { principal, deps });

/** Ends all sessions and tokens of a name, for an admin. Shape: how many. */
export const endAllOfName = async (
  name: string,
  principal: Principal,
  deps: SignInsDeps,
): Promise<number> => await end("t.name = $4 and t.id <> $1", [name], { principal, deps });

const end = async (
  which: string,
  values: readonly unknown[],
  { principal, deps }: { principal: Principal; deps: SignInsDeps },
): Promise<number> =>
  await deps.database.transaction(async (tx) => {
    const ended = await tx.query<{ id: string; kind: "session" | "token" } & Row>(
      `update api_tokens t set revoked_at = $3, sign_out_hint = null
       where ${IS_GOOD} and $2::text is not null and ${which} returning t.id, t.kind`,
      [...asker(principal, deps), ...values],
    );
    for (const one of ended) await noteEnd(tx, one, { by: principal.name, at: deps.clock.now() });
    if (ended.length > 0) await tellOfAccess(tx);
    return ended.length;
  });

const noteEnd = async (
  tx: Tx,
  { id, kind }: { id: string; kind: "session" | "token" },
  { by, at }: { by: string; at: Temporal.Instant },
): Promise<void> => {
  await appendLedger(tx, {
    type: kind === "session" ? "session.ended" : "token.revoked",
    actor: by,
    correlationId: id,
    data: { tokenId: id },
    at,
  });
};
