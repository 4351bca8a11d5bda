/** Who answers for something, of several who might. */
import type { UserId } from "../src/domain/ids.ts";
import type { LeverUser, Opportunity, Posting } from "../src/lever/port.ts";
import type { RunDeps } from "./deps.ts";

/** The first who is active in Lever; null: nobody is. Errors: Lever's. */
export const firstActive = async (
  ids: readonly (UserId | null | undefined)[],
  { lever }: Pick<RunDeps, "lever">,
): Promise<LeverUser | null> => {
  for (const id of ids) {
    const user = id ? await lever.getUser(id) : null;
    if (user && !user.deactivated) return user;
  }
  return null;
};

/** The opportunity's owner, or who else answers for it. Errors: Lever's. */
export const recruiterOf = async (
  { ownerId }: Pick<Opportunity, "ownerId">,
  posting: Pick<Posting, "ownerId" | "hiringManagerId"> | null,
  deps: Pick<RunDeps, "lever">,
): Promise<LeverUser | null> =>
  await firstActive([ownerId, posting?.ownerId, posting?.hiringManagerId], deps);
