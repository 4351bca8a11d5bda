/** Whom rules and delegations mean when they name somebody: a person, and never whoever has been given the same name. */
import { ADMIN } from "./administrator.ts";
import { shorten, shownName } from "./quoted.ts";
import { foldedName } from "./same-name.ts";

/** Somebody by their token or session. */
export interface KnownPerson {
  /** As whom they act. */
  name: string;
  /** Their address, where their sign-in says it. */
  email?: string | null;
  /** Id of the Lever user for whom the sign-in stands; absent or null: none was chosen. */
  person?: string | null;
  /** Who they are at the identity provider, by its issuer and subject; absent or null: their sign-in is not of it. */
  identity?: string | null;
  /** Names by which rules from before mean them. */
  called?: readonly string[];
}

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Whether it is a mail address in its form. */
export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** Null: nobody said it, so that they are a program, or nobody in particular. */
export const addressOf = ({ name, email }: KnownPerson): string | null =>
  email ?? (isAddress(name) ? name : null);

/** As rules and delegations name them; who has no address is named by nothing that could be theirs. */
export const handleOf = (known: KnownPerson): string => addressOf(known) ?? known.name;

const PLAIN_ADDRESS = /^[\w.+-]+@[\w.-]+$/;

/** A handle as one visible line of a message: an address as it is, and what is no more than a name so that it leads nowhere. */
export const shownHandle = (handle: string): string =>
  PLAIN_ADDRESS.test(handle) ? shorten(handle, 200) : shownName(handle);

/** Whether two addresses are one. */
export const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** What tells somebody from everybody else, to be kept with what they did: two who share one are one person. */
export const keysOf = (known: KnownPerson): string[] => {
  const { identity = null, person = null, name } = known;
  const address = addressOf(known);
  const keys = [
    ...(identity === null ? [] : [`identity ${identity}`]),
    ...(person === null ? [] : [`lever ${person}`]),
    ...(address === null ? [] : [`address ${foldedName(address)}`]),
  ];
  return keys.length === 0 ? [`${BY_NAME}${foldedName(name)}`] : keys;
};

const BY_NAME = "name ";

/** Whether these keys are a person's. Who is known by a name alone is a program, or whoever holds its secret: nobody in particular. */
export const arePersons = (keys: readonly string[]): boolean =>
  keys.some((key) => !key.startsWith(BY_NAME));

/** Whether there is one person behind both. */
export const shareKey = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((key) => other.includes(key));

/** Whether two sign-ins are one person's. */
export const isOnePerson = (one: KnownPerson, other: KnownPerson): boolean =>
  shareKey(keysOf(one), keysOf(other));

interface Group<Member> {
  members: Member[];
  keys: string[];
}

/** Those who share a key with one another, directly or by others; in the order of the first of each. */
const groupsOf = <Member>(all: readonly { member: Member; keys: readonly string[] }[]) => {
  const groups: Group<Member>[] = [];
  for (const { member, keys } of all) {
    const [same, ...others] = groups.filter((group) => shareKey(group.keys, keys));
    if (!same) groups.push({ members: [member], keys: [...keys] });
    else {
      same.keys.push(...keys, ...others.flatMap((group) => group.keys));
      same.members.push(...others.flatMap((group) => group.members), member);
    }
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups;
};

/** One of each person, in the order given. */
export const personsOf = <Known extends KnownPerson>(all: readonly Known[]): Known[] =>
  groupsOf(all.map((member) => ({ member, keys: keysOf(member) }))).flatMap(
    ({ members: [first] }) => first ?? [],
  );

/** One name for all names by which one person acts: of `all`, the first. */
export const samePersonOf = (
  all: readonly { name: string; keys: readonly string[] }[],
): ((name: string) => string) => {
  const keyed = all.map(({ name, keys }) => ({ member: name, keys: [`called ${name}`, ...keys] }));
  const first = new Map(
    groupsOf(keyed).flatMap(({ members }) => members.map((name) => [name, members[0] ?? name])),
  );
  return (name) => first.get(name) ?? name;
};

/** Whether they are meant by it: by the id of their Lever user, or their exact address; the installation's own key by its name. */
export const isCalled = (known: KnownPerson, named: string): boolean => {
  if (known.called?.includes(named)) return true;
  if (known.person !== undefined && known.person !== null && known.person === named) return true;
  const address = addressOf(known);
  return address === null ? known.name === ADMIN && named === ADMIN : isSameAddress(address, named);
};
