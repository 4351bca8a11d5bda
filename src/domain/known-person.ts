/** Whom rules and delegations mean when they name somebody: a person, and never whoever has been given the same name. */
import { ADMIN } from "./administrator.ts";

/** Somebody by their token or session. */
export interface KnownPerson {
  /** As whom they act. */
  name: string;
  /** Their address, where their sign-in says it. */
  email?: string | null;
  /** Id of the Lever user for whom the sign-in stands; absent or null: none was chosen. */
  person?: string | null;
}

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Whether it is a mail address in its form. */
export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** Null: nobody said it, so that they are a program, or nobody in particular. */
export const addressOf = ({ name, email }: KnownPerson): string | null =>
  email ?? (isAddress(name) ? name : null);

/** As rules and delegations name them; who has no address is named by nothing that could be theirs. */
export const handleOf = (known: KnownPerson): string => addressOf(known) ?? known.name;

/** Whether two addresses are one. */
export const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** Whether they are meant by it: by the id of their Lever user, or their exact address; the installation's own key by its name. */
export const isCalled = (known: KnownPerson, named: string): boolean => {
  if (known.person !== undefined && known.person !== null && known.person === named) return true;
  const address = addressOf(known);
  return address === null ? known.name === ADMIN && named === ADMIN : isSameAddress(address, named);
};
