/** Who is asking. */
import { type Need, type Role, type Scope, mayAccess, rolesFor } from "../../domain/access.ts";
import type { Asker, DecisionChannel } from "../../domain/decision-channel.ts";
import { AppError } from "../../domain/errors.ts";
import { DeciderRole } from "../../domain/policy.ts";
import type { Scope as TokenScope } from "./scopes.ts";

export interface Principal {
  /** Of the token or session; absent: the administrator's own token, or one of an identity provider. */
  id?: string;
  name: string;
  /** As the identity provider calls them. */
  displayName?: string | null;
  role: Role;
  /** How far their reach goes. */
  scope: Scope;
  /** Their address in Lever, where it was said whose sign-in it is. */
  email: string | null;
  /** Id of the Lever user for whom it stands; absent or null: none was chosen. */
  person?: string | null;
  /** Who they are at the identity provider, by its issuer and subject; absent or null: they came otherwise. */
  identity?: string | null;
  /** How they came: a bearer token, or a session cookie (which needs protection from other sites). */
  via: "token" | "session";
  /** Of a token that is for assistants alone, and opens nothing else. Absent: it is for all that the role may. */
  scopes?: readonly TokenScope[];
}

/** What a route needs. public: nobody asks who you are. */
export type Access = "public" | Need;

/** Whether somebody who is known may decide: what is for those who arrange interviews is for nobody else. */
export const mayDecide = (principal: Pick<Principal, "role"> | null): boolean =>
  principal !== null && mayAccess(principal, "decide");

/** By which channel somebody decides who comes to the API: the dashboard has a session, a program a token. */
export const channelOf = (principal: Pick<Principal, "via"> | null): DecisionChannel =>
  principal?.via === "session" ? "dashboard" : "api";

/** Who asks for something at the API. */
export const askerOf = (principal: Principal | null): Asker => ({
  by: principal?.name ?? "nobody",
  via: channelOf(principal),
});

/** Who decides, as it is kept with the decision. Errors: `forbidden` for who may not. */
export const deciderOf = (
  principal: Principal | null,
): Pick<Principal, "email"> & {
  by: string;
  role: DeciderRole;
  person: string | null;
  identity: string | null;
} => {
  const role = DeciderRole.options.find((known) => known === principal?.role);
  if (!principal || !role) {
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: `This needs the role ${DeciderRole.options.join(" or ")}.`,
    });
  }
  const { name: by, email, person = null, identity = null } = principal;
  return { by, role, email, person, identity };
};

/** Errors: `forbidden` when the role may not. */
export const requireAccess = (principal: Principal, need: Need): void => {
  if (mayAccess(principal, need)) return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message: `This needs the role ${rolesFor(need).join(" or ")}; you are signed in as ${principal.role}.`,
  });
};
