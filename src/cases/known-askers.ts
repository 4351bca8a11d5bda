/** What role somebody has here by their name, for a door that knows people otherwise than by a token. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { isHouseName } from "../domain/administrator.ts";
import { isSameName } from "../domain/same-name.ts";
import { isAccountGood, isGoodNow } from "../policy/good-now.ts";

interface NamedUser {
  name: string;
  email: string;
  deactivated: boolean;
}

/** The names in which somebody with that address may have a token or a sign-in: the address, and the name of the Lever user who has
 * it. A name that two have, active or not, is nobody's, and neither is one that is an address or the house's own. Shape: none for
 * whoever is deactivated. */
export const namesOfAsker = (email: string, users: readonly NamedUser[]): string[] => {
  const theirs = users.filter((user) => isSameName(user.email, email));
  const user = theirs.find(({ deactivated }) => !deactivated);
  if (!user) return theirs.length > 0 ? [] : [email];
  const namesakes = users.filter(({ name }) => isSameName(name, user.name));
  const isTheirs = namesakes.length === 1 && !user.name.includes("@") && !isHouseName(user.name);
  return isTheirs ? [email, user.name] : [email];
};

/** `isBounded`: their reach ends at some teams or requisitions. */
export interface KnownAsker {
  name: string;
  role: string;
  isBounded: boolean;
}

/** Their account by the identity provider; else the newest token or sign-in that is good and in one of these names. Shape: null when there is none. */
export const roleOfName = async (
  reads: Database | Queryable,
  { names, now }: { names: readonly string[]; now: Temporal.Instant },
): Promise<KnownAsker | null> => {
  const rows = await reads.query<KnownAsker & Row>(
    `select name, role, teams is not null or requisitions is not null as "isBounded",
       created_at as "signedInAt", id from api_tokens t
     where scopes is null and ${isGoodNow("t", "$1")}
     union all select email, role, teams is not null or requisitions is not null, null, null
     from accounts a where ${isAccountGood("a", "$1")}
     order by "signedInAt" desc nulls first, id`,
    [now.toString()],
  );
  return rows.find((row) => names.some((name) => isSameName(name, row.name))) ?? null;
};
