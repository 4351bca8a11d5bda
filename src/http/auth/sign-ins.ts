/** Sessions and tokens that are good now: seen and ended by whose they are, or by an admin. */
import type { Database, Row } from "../../db/port.ts";
import { mayAccess } from "../../domain/access.ts";
import type { Clock } from "../../domain/time.ts";
import { isGoodNow } from "../../policy/good-now.ts";
import type { Principal } from "./principal.ts";
import { type Owned, allOf, endSignIns, ownOf, readOwned } from "./whose.ts";

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

const IS_GOOD = isGoodNow("t", "$1");

/** The asker's own, or everybody's for who oversees; the newest first. */
export const listSignIns = async (
  principal: Principal,
  { database, clock }: SignInsDeps,
): Promise<SignInRecord[]> => {
  const own = ownOf(await readOwned(database, clock.now()), principal);
  const rows = await database.query<Omit<SignInRecord, "isOwn"> & Row>(
    `select t.id, t.kind, t.name, a.display_name as "displayName", t.role, t.teams, t.requisitions, t.label, t.device,
       t.account_id is not null as "isByProvider", t.lever_user_id as person, t.created_at as "createdAt",
       t.last_seen_at as "lastSeenAt", t.expires_at as "expiresAt"
     from api_tokens t left join accounts a on a.id = t.account_id
     where ${IS_GOOD} and ($2 or t.id = any($3))
     order by t.created_at desc, t.id limit ${MOST}`,
    [clock.now().toString(), mayAccess(principal, "oversee"), [...own]],
  );
  return rows.map((row) => ({ ...row, isOwn: own.has(row.id) }));
};

/** Ends one. Shape: false where there is none that is good and theirs to end. */
export const endSignIn = async (
  id: string,
  principal: Principal,
  deps: SignInsDeps,
): Promise<boolean> => {
  const isTheirs = (own: ReadonlySet<string>): boolean => principal.role === "admin" || own.has(id);
  const ended = await end(
    (all) => (isTheirs(ownOf(all, principal)) ? all.filter((one) => one.id === id) : []),
    { principal, deps },
  );
  return ended > 0;
};

/** Ends all sessions of the asker but the one that asks. Shape: how many. */
export const endOtherSessions = async (principal: Principal, deps: SignInsDeps): Promise<number> =>
  await end(
    (all) => {
      const own = ownOf(all, principal);
      return all.filter(({ id, kind }) => kind === "session" && id !== principal.id && own.has(id));
    },
    { principal, deps },
  );

/** Ends all sessions and tokens of whomever one of them is, for an admin. Shape: how many; 0 also where there is none of that id. */
export const endAllOfOwner = async (
  id: string,
  principal: Principal,
  deps: SignInsDeps,
): Promise<number> =>
  await end(
    (all) => {
      const ids = new Set(allOf(all, all.find((one) => one.id === id)?.keys ?? []));
      return all.filter((one) => one.id !== principal.id && ids.has(one.id));
    },
    { principal, deps },
  );

const end = async (
  choose: (all: readonly Owned[]) => readonly Owned[],
  { principal, deps: { database, clock } }: { principal: Principal; deps: SignInsDeps },
): Promise<number> =>
  await database.transaction(async (tx) => {
    const at = clock.now();
    const good = await tx.query<{ id: string } & Row>(
      `select t.id from api_tokens t where ${IS_GOOD}`,
      [at.toString()],
    );
    const ids = new Set(good.map(({ id }) => id));
    const chosen = choose(await readOwned(tx, at)).map(({ id }) => id);
    return await endSignIns(
      tx,
      chosen.filter((id) => ids.has(id)),
      { by: principal.name, at },
    );
  });
