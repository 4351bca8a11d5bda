/** Who somebody is here that comes by another door than with a token, and what they may: known by their Lever user and their address, as everybody is. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { isHouseName } from "../domain/administrator.ts";
import { type KnownPerson, addressOf, isSameAddress } from "../domain/known-person.ts";
import { isSameName } from "../domain/same-name.ts";
import { isAccountGood, isGoodNow } from "../policy/good-now.ts";

interface LeverPerson {
  id: string;
  name: string;
  email: string;
  deactivated: boolean;
}

/** Whoever has an address. `person`: id of their Lever user; `name`: theirs alone; null: there is none. */
export interface AtAddress {
  email: string;
  person: string | null;
  name: string | null;
}

/** Who has that address. A name that two have, active or not, is nobody's, and neither is one that is an address or the house's own.
 * Shape: null for whoever is deactivated. */
export const whoIsAt = (email: string, users: readonly LeverPerson[]): AtAddress | null => {
  const theirs = users.filter((user) => isSameAddress(user.email, email));
  const user = theirs.find(({ deactivated }) => !deactivated);
  if (!user) return theirs.length > 0 ? null : { email, person: null, name: null };
  const namesakes = users.filter(({ name }) => isSameName(name, user.name));
  const isTheirs = namesakes.length === 1 && !user.name.includes("@") && !isHouseName(user.name);
  return { email, person: user.id, name: isTheirs ? user.name : null };
};

/** Whether a sign-in is theirs: by the Lever user whom it stands for, else by its address; by a name that is theirs alone where it has neither. */
export const isSignInOf = (signIn: KnownPerson, { email, person, name }: AtAddress): boolean => {
  if ((signIn.person ?? null) !== null) return signIn.person === person;
  const address = addressOf(signIn);
  if (address !== null) return isSameAddress(address, email);
  return name !== null && isSameName(signIn.name, name);
};

/** `isBounded`: their reach ends at some teams or requisitions. */
export interface KnownAsker extends KnownPerson {
  role: string;
  isBounded: boolean;
}

/** Their account by the identity provider; else the newest token or sign-in of theirs that is good. Shape: null when there is none. */
export const findAsker = async (
  reads: Database | Queryable,
  { at, now }: { at: AtAddress; now: Temporal.Instant },
): Promise<KnownAsker | null> => {
  const rows = await reads.query<KnownAsker & Row>(
    `select name, email, lever_user_id as person, null as identity, role,
       teams is not null or requisitions is not null as "isBounded", created_at as "signedInAt", id from api_tokens t
     where scopes is null and ${isGoodNow("t", "$1")}
     union all select email, email, null, issuer || ' ' || subject, role,
       teams is not null or requisitions is not null, null, null
     from accounts a where ${isAccountGood("a", "$1")}
     order by "signedInAt" desc nulls first, id`,
    [now.toString()],
  );
  const found = rows.find((row) => isSignInOf(row, at));
  if (!found) return null;
  const { name, identity = null, role, isBounded } = found;
  return { name, identity, role, isBounded, email: at.email, person: at.person };
};
