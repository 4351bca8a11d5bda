/** Those who may decide and whose address is known: by what their sign-in says, or by the one Lever user who has its name. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { ADMIN } from "../domain/administrator.ts";
import { type Scope, scopeOf } from "../domain/access.ts";
import { DeciderRole } from "../domain/policy.ts";
import { isSameName } from "../domain/same-name.ts";
import { isAccountGood, isGoodNow } from "../policy/good-now.ts";
import { namesOfAsker } from "./known-askers.ts";

/** `name`: with which they sign in. */
export interface ReachableDecider {
  name: string;
  role: DeciderRole;
  scope: Scope;
  email: string;
}

interface LeverPerson {
  name: string;
  email: string;
  deactivated: boolean;
}

interface SignIn {
  name: string;
  role: DeciderRole;
  email: string | null;
  teams: string[] | null;
  requisitions: string[] | null;
}

/** By their account of the identity provider, else their newest token or session that is good now, in the order of their names. Lever's users are read only where somebody could be
 * found among them. Errors: those of reading them. */
export const listReachable = async (
  reads: Database | Queryable,
  { listUsers, now }: { listUsers(): Promise<readonly LeverPerson[]>; now: Temporal.Instant },
): Promise<ReachableDecider[]> => {
  const rows = await reads.query<SignIn & Row>(
    `select distinct on (name) name, role, email, teams, requisitions from (
       select name, role, email, teams, requisitions, created_at, id from api_tokens t
       where role = any($2) and scopes is null and ${isGoodNow("t", "$1")}
       union all select email, role, email, teams, requisitions, null, id from accounts a
       where role = any($2) and ${isAccountGood("a", "$1")}
     ) one order by name, created_at desc nulls first, id`,
    [now.toString(), DeciderRole.options],
  );
  const people = rows.filter(({ name }) => !isSameName(name, ADMIN));
  if (people.length === 0) return [];
  const users = await listUsers();
  return people.flatMap((row) => {
    const email = addressOf(row, users);
    return email === null
      ? []
      : [{ name: row.name, role: row.role, scope: scopeOf(row.role, row), email }];
  });
};

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Nobody who is deactivated in Lever has one. */
const addressOf = (
  { name, email }: Pick<SignIn, "name" | "email">,
  users: readonly LeverPerson[],
): string | null => {
  const said = email ?? (ADDRESS.test(name) ? name : null);
  if (said !== null) return namesOfAsker(said, users).length > 0 ? said : null;
  const named = users.find((user) => !user.deactivated && isSameName(user.name, name));
  if (!named) return null;
  return namesOfAsker(named.email, users).some((one) => isSameName(one, name)) ? named.email : null;
};
