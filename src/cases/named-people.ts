/** Whom rules and delegations mean that name somebody by a name, as they could before they were named by address: one Lever user, or
 * nobody where the name may be another's too. */
import { ADMIN } from "../domain/administrator.ts";
import { AppError } from "../domain/errors.ts";
import {
  type KnownPerson,
  addressOf,
  isAddress,
  isCalled,
  isSameAddress,
} from "../domain/known-person.ts";
import { isSameName } from "../domain/same-name.ts";
import type { LeverReader } from "../lever/port.ts";
import type { Decider } from "../policy/deciders.ts";

/** Lever's users. */
export type People = Pick<LeverReader, "listUsers">;

/** A Lever user who is meant by a name. */
export interface NamedPerson {
  name: string;
  id: string;
  email: string;
}

/** Those of the names that are one person's. Lever is asked only where somebody is named by a name; while it cannot be, nobody is meant
 * by it. */
export const readNamed = async (
  names: readonly string[],
  { deciders, people }: { deciders: readonly Decider[]; people: People },
): Promise<NamedPerson[]> => {
  const plain = [...new Set(names)].filter(
    (name) => name !== ADMIN && !isAddress(name) && !deciders.some((one) => isCalled(one, name)),
  );
  if (plain.length === 0) return [];
  const users = await listed(people);
  return plain.flatMap((name) => {
    const [only, ...others] = users.filter((user) => isSameName(user.name, name));
    if (!only || others.length > 0 || only.deactivated) return [];
    const { id, email } = only;
    const meant = { name, id, email };
    return isAnothersToo(meant, deciders) ? [] : [meant];
  });
};

const listed = async (people: People): Promise<Awaited<ReturnType<People["listUsers"]>>> => {
  try {
    return await people.listUsers();
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return [];
    throw thrown;
  }
};

/** A sign-in of that name that stands for somebody else. */
const isAnothersToo = (meant: NamedPerson, deciders: readonly Decider[]): boolean =>
  deciders.some(
    (one) => isSameName(one.name, meant.name) && isSomebody(one) && !isMeant(one, meant),
  );

const isSomebody = (known: KnownPerson): boolean =>
  (known.person ?? null) !== null || addressOf(known) !== null;

const isMeant = (known: KnownPerson, { id, email }: NamedPerson): boolean => {
  if (known.person !== undefined && known.person !== null) return known.person === id;
  const address = addressOf(known);
  return address !== null && isSameAddress(address, email);
};

/** The same person with the names by which they are meant. */
export const withNames = <Known extends KnownPerson>(
  known: Known,
  named: readonly NamedPerson[],
): Known => {
  const called = named.filter((one) => isMeant(known, one)).map(({ name }) => name);
  return called.length === 0 ? known : { ...known, called };
};
