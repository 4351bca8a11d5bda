/** The sandbox company's recruiter may ask in Slack from the first start: a new user finds somebody who is known. */
import { findAsker } from "../cases/known-askers.ts";
import type { Deps } from "../deps.ts";
import { createToken } from "../http/auth/tokens.ts";

/** Gives them a token, whose secret nobody keeps, unless they are known already. Does nothing for real accounts. */
export const letRecruiterAsk = async (
  deps: Pick<Deps, "sandbox" | "database" | "clock" | "ids">,
): Promise<void> => {
  const name = deps.sandbox?.slack?.recruiterEmail;
  if (name === undefined || name === "") return;
  const at = { email: name, person: null, name: null };
  const known = await findAsker(deps.database, { at, now: deps.clock.now() });
  if (known) return;
  await createToken({ name, role: "recruiter", email: name, kind: "token", validFor: null }, deps);
};
