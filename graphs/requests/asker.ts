/** Who asks, among those who interview. */
import { keysOf, shareKey } from "../../src/domain/known-person.ts";
import { isSameName } from "../../src/domain/same-name.ts";
import type { KnownUser } from "../../src/requests/understanding.ts";
import type { Asking } from "./outcome.ts";

/** Undefined: nobody of them, or nobody can tell. */
export const askerOf = ({
  request,
  directory,
}: Pick<Asking, "request" | "directory">): KnownUser | undefined =>
  directory.users.find((user) => shareKey(request.askedKeys, keysOfUser(user, directory)));

/** What tells somebody who interviews from everybody else: their name too, where it is theirs alone. */
const keysOfUser = (
  { userId: person, name, email }: KnownUser,
  { users }: Asking["directory"],
): string[] => {
  const isTheirs = users.filter((other) => isSameName(other.name, name)).length === 1;
  return [...keysOf({ name, email, person }), ...(isTheirs ? keysOf({ name }) : [])];
};
