/** Those who may decide and whose address is known: that of the Lever user for whom their sign-in stands, or which their sign-in says. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { isHouseName } from "../domain/administrator.ts";
import { type Scope, scopeOf } from "../domain/access.ts";
import { DeciderRole } from "../domain/policy.ts";
import { addressOf, isSameAddress } from "../domain/known-person.ts";
import type { Decider } from "../policy/deciders.ts";
import { isAccountGood, isGoodNow } from "../policy/good-now.ts";

/** `name`: with which they sign in. */
export interface ReachableDecider extends Decider {
  scope: Scope;
  email: string;
}

interface LeverPerson {
  id: string;
  email: string;
  deactivated: boolean;
}

interface SignIn {
  name: string;
  role: DeciderRole;
  email: string | null;
  person: string | null;
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
    `select distinct on (name) name, role, email, person, teams, requisitions from (
       select name, role, email, lever_user_id as person, teams, requisitions, created_at, id from api_tokens t
       where role = any($2) and scopes is null and ${isGoodNow("t", "$1")}
       union all select email, role, email, null, teams, requisitions, null, id from accounts a
       where role = any($2) and ${isAccountGood("a", "$1")}
     ) one order by name, created_at desc nulls first, id`,
    [now.toString(), DeciderRole.options],
  );
  const people = rows.filter(({ name }) => !isHouseName(name));
  if (people.length === 0) return [];
  const users = await listUsers();
  return people.flatMap((row) => {
    const email = addressIn(row, users);
    const { name, role, person } = row;
    return email === null ? [] : [{ name, role, person, scope: scopeOf(role, row), email }];
  });
};

/** Nobody who is deactivated in Lever has one. */
const addressIn = (row: SignIn, users: readonly LeverPerson[]): string | null => {
  if (row.person !== null) {
    const user = users.find(({ id }) => id === row.person);
    return user && !user.deactivated ? user.email : null;
  }
  const said = addressOf(row);
  const theirs = users.filter(({ email }) => said !== null && isSameAddress(email, said));
  const isGone = theirs.length > 0 && theirs.every(({ deactivated }) => deactivated);
  return isGone ? null : said;
};
