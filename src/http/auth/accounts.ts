/** People as the company's identity provider knows them, and what they may here: as their groups say, or as set by hand. */
import { endDelegationsOf } from "../../cases/delegations.ts";
import type { Database, Row, Tx } from "../../db/port.ts";
import { ROLES, type Role } from "../../domain/access.ts";
import { keysOf } from "../../domain/known-person.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { appendLedger } from "../../ledger/append.ts";
import { addressOfAnother, tellForeignAddress } from "./foreign-address.ts";
import { tellOfAccess } from "./tell.ts";
import { allOf, endSignIns, readOwned } from "./whose.ts";

/** Who ends what a sign-in ends: the directory's word has come with it. */
const HOUSE = "convene";

interface AccountDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** What somebody may; null teams and requisitions: everywhere (a hiring manager nowhere). */
export interface AccountAccess {
  role: Role;
  teams: string[] | null;
  requisitions: string[] | null;
}

export interface Account {
  id: string;
  email: string;
  displayName: string | null;
  /** In force; null: nothing. */
  access: AccountAccess | null;
  /** Who set it by hand; null: it is as the directory's groups say. */
  setBy: string | null;
  /** Null: never yet. */
  signedInAt: Temporal.Instant | null;
  /** When a role by groups ends unless they sign in before; null: there is none. */
  groupsUntil: Temporal.Instant | null;
}

/** Who the provider says has come. */
export interface KnownPerson {
  issuer: string;
  subject: string;
  email: string;
  displayName: string | null;
  byGroups: { role: Role; teams: string[] | null } | null;
}

interface AccountRow extends Row {
  id: string;
  email: string;
  displayName: string | null;
  role: string | null;
  teams: string[] | null;
  requisitions: string[] | null;
  setBy: string | null;
  signedInAt: Temporal.Instant | null;
  groupsUntil: Temporal.Instant | null;
}

const COLUMNS = `id, email, display_name as "displayName", role, teams, requisitions, set_by as "setBy",
  signed_in_at as "signedInAt",
  case when set_by is null and role is not null then groups_until end as "groupsUntil"`;

const accountOf = ({ role, teams, requisitions, ...row }: AccountRow): Account => {
  const known = ROLES.find((one) => one === role);
  return { ...row, access: known ? { role: known, teams, requisitions } : null };
};

/** Writes down that somebody has signed in, with what their groups give now; their other sessions and tokens are held to it too.
 * Errors: `forbidden` for an address that was another person's, which the ledger keeps. */
export const noteSignIn = async (person: KnownPerson, deps: SignInDeps): Promise<Account> => {
  const account = await deps.database.transaction(async (tx) => await noteIn(tx, person, deps));
  if (account) return account;
  await tellForeignAddress({ ...person, by: "sign-in" }, deps);
  throw addressOfAnother();
};

type SignInDeps = AccountDeps & { groupsHoldDays: number };

/** Shape: null for an address that was another person's. */
const noteIn = async (tx: Tx, person: KnownPerson, deps: SignInDeps): Promise<Account | null> => {
  const id = await claimAccount(tx, person, deps);
  if (id === null) return null;
  await tx.query(
    `update accounts set email = $2, display_name = $3, group_role = $4, group_teams = $5, signed_in_at = $6,
       groups_until = $7,
       role = case when set_by is null then $4 else role end,
       teams = case when set_by is null then $5 else teams end
     where id = $1`,
    [
      id,
      person.email,
      person.displayName,
      person.byGroups?.role ?? null,
      person.byGroups?.teams ?? null,
      deps.clock.now().toString(),
      deps.clock
        .now()
        .add({ hours: deps.groupsHoldDays * 24 })
        .toString(),
    ],
  );
  return await holdToAccess(tx, id, { by: HOUSE, at: deps.clock.now(), isPerson: false });
};

/** How long roles by groups hold from here on, counted from each person's last sign-in. */
export const holdGroupsFor = async (
  days: number,
  { database }: Pick<AccountDeps, "database">,
): Promise<void> => {
  await database.query(
    `update accounts set groups_until = signed_in_at + $1 * interval '24 hours'
     where groups_until is distinct from signed_in_at + $1 * interval '24 hours'`,
    [days],
  );
};

/** The account of that person: known by what the provider never gives to anybody else. One made by hand is theirs who first comes with
 * its address. Shape: null where the address is another person's. */
const claimAccount = async (
  tx: Tx,
  person: KnownPerson,
  deps: AccountDeps,
): Promise<string | null> => {
  const { issuer, subject, email } = person;
  const found = await tx.query<{ id: string; subject: string | null; isTheirs: boolean } & Row>(
    `select id, subject, coalesce(issuer = $1 and subject = $2, false) as "isTheirs" from accounts
     where (issuer = $1 and subject = $2) or lower(email) = lower($3) for update`,
    [issuer, subject, email],
  );
  const theirs = found.find(({ isTheirs }) => isTheirs);
  const byAddress = found.find(({ isTheirs }) => !isTheirs);
  if (byAddress && (theirs || byAddress.subject !== null)) return null;
  const known = theirs ?? byAddress;
  if (known) {
    await tx.query("update accounts set issuer = $2, subject = $3 where id = $1", [
      known.id,
      issuer,
      subject,
    ]);
    return known.id;
  }
  const id = deps.ids.next("acc");
  await tx.query(
    "insert into accounts (id, issuer, subject, email, created_at) values ($1, $2, $3, $4, $5)",
    [id, issuer, subject, email, deps.clock.now().toString()],
  );
  return id;
};

/** Sessions and tokens of an account may what it may from the next request on; without a role they are over. */
const holdToAccess = async (tx: Tx, id: string, ending: Ending): Promise<Account> => {
  const [row] = await tx.query<AccountRow & Identity>(
    `select ${COLUMNS}, ${IDENTITY} from accounts where id = $1`,
    [id],
  );
  if (!row) throw new Error("an account is gone in its own transaction");
  const { identity, ...rest } = row;
  const account = accountOf(rest);
  if (account.access === null) await endAllOf(tx, { id, email: account.email, identity }, ending);
  else {
    await tx.query(
      `update api_tokens set role = $2, teams = $3, requisitions = $4, name = $5, email = $5
         where account_id = $1 and revoked_at is null`,
      [id, account.access.role, account.access.teams, account.access.requisitions, account.email],
    );
  }
  await tellOfAccess(tx);
  return account;
};

interface Identity {
  identity: string | null;
}

const IDENTITY = "issuer || ' ' || subject as identity";

/** `isPerson`: whoever ends it has taken the person's access away, and so all that acts as them, also what was made for them beside the
 * identity provider. */
interface Ending {
  by: string;
  at: Temporal.Instant;
  isPerson: boolean;
}

const endAllOf = async (
  tx: Tx,
  { id, email, identity }: Identity & { id: string; email: string },
  { isPerson, ...ending }: Ending,
): Promise<void> => {
  const ofAccount = await tx.query<{ id: string } & Row>(
    "select id from api_tokens where account_id = $1 and revoked_at is null",
    [id],
  );
  const keys = keysOf({ name: email, email, identity });
  const ofPerson = isPerson ? allOf(await readOwned(tx, ending.at), keys) : [];
  await endSignIns(tx, [...ofAccount.map((one) => one.id), ...ofPerson], ending);
};

/** All that are known, by address. */
export const listAccounts = async ({
  database,
}: Pick<AccountDeps, "database">): Promise<Account[]> =>
  (
    await database.query<AccountRow>(
      `select ${COLUMNS} from accounts order by lower(email) limit 2000`,
    )
  ).map(accountOf);

/** The account of a person of the provider; null: they never signed in here. */
export const findAccount = async (
  { issuer, subject }: Pick<KnownPerson, "issuer" | "subject">,
  { database }: Pick<AccountDeps, "database">,
): Promise<Account | null> => {
  const [row] = await database.query<AccountRow>(
    `select ${COLUMNS} from accounts where issuer = $1 and subject = $2`,
    [issuer, subject],
  );
  return row ? accountOf(row) : null;
};

/** What is set by hand: a role with its reach, nothing at all, or again what the directory says. */
export type HandSet =
  | { kind: "role"; access: AccountAccess }
  | { kind: "none" }
  | { kind: "groups" };

/** Sets by hand what an address may; where that is nothing, all that acts as its person is over. Shape: the account, which is made where there is none. */
export const setAccess = async (
  { email, set, by }: { email: string; set: HandSet; by: string },
  deps: AccountDeps,
): Promise<Account> =>
  await deps.database.transaction(async (tx) => {
    const now = deps.clock.now();
    await tx.query(
      "insert into accounts (id, email, created_at) values ($1, $2, $3) on conflict do nothing",
      [deps.ids.next("acc"), email, now.toString()],
    );
    const access = set.kind === "role" ? set.access : null;
    const [row] = await tx.query<{ id: string } & Row>(
      `update accounts set set_by = $2,
         role = case when $2::text is null then group_role else $3 end,
         teams = case when $2::text is null then group_teams else $4 end,
         requisitions = $5
       where lower(email) = lower($1) returning id`,
      [
        email,
        set.kind === "groups" ? null : by,
        access?.role ?? null,
        access?.teams ?? null,
        access?.requisitions ?? null,
      ],
    );
    if (!row) throw new Error("an account is gone in its own transaction");
    const account = await holdToAccess(tx, row.id, { by, at: now, isPerson: true });
    await appendLedger(tx, {
      type: "access.set",
      actor: by,
      correlationId: row.id,
      data: {
        accountId: row.id,
        set: set.kind,
        role: account.access?.role ?? null,
        ...(account.access?.teams && { teams: account.access.teams }),
        ...(account.access?.requisitions && { requisitions: account.access.requisitions }),
      },
      at: now,
    });
    return account;
  });

/** Forgets an account, with all sessions and tokens of its person, and delegations: whoever has its address next begins anew. Shape: false when there is none. */
export const removeAccount = async (
  { id, by }: { id: string; by: string },
  deps: AccountDeps,
): Promise<boolean> =>
  await deps.database.transaction(async (tx) => {
    const now = deps.clock.now();
    const [known] = await tx.query<{ email: string } & Identity & Row>(
      `select email, ${IDENTITY} from accounts where id = $1 for update`,
      [id],
    );
    if (!known) return false;
    await endAllOf(tx, { id, ...known }, { by, at: now, isPerson: true });
    await tx.query("update api_tokens set account_id = null where account_id = $1", [id]);
    await tx.query("delete from accounts where id = $1", [id]);
    await endDelegationsOf(tx, known.email, { by, at: now });
    await tellOfAccess(tx);
    await appendLedger(tx, {
      type: "access.removed",
      actor: by,
      correlationId: id,
      data: { accountId: id },
      at: now,
    });
    return true;
  });
