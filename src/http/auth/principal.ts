/** Who is asking, and what each role may do. */
import { AppError } from "../../domain/errors.ts";
import type { Role } from "../../domain/role.ts";
import type { Scope } from "./scopes.ts";

export interface Principal {
  name: string;
  role: Role;
  /** How they came: a bearer token, or a session cookie (which needs protection from other sites). */
  via: "token" | "session";
  /** Of a token that is for assistants alone, and opens nothing else. Absent: it is for all that the role may. */
  scopes?: readonly Scope[];
}

/** What a route needs. public: nobody asks who you are. */
export type Access = "public" | "read" | "decide" | "admin";

const ALLOWED: Record<Exclude<Access, "public">, readonly Role[]> = {
  read: ["admin", "recruiter", "auditor"],
  decide: ["admin", "recruiter"],
  admin: ["admin"],
};

/** Whether the role may. */
export const mayAccess = (
  principal: Pick<Principal, "role">,
  access: Exclude<Access, "public">,
): boolean => ALLOWED[access].includes(principal.role);

/** Whether somebody who is known may decide: what is for those who arrange interviews is for nobody else. */
export const mayDecide = (principal: Principal | null): boolean =>
  principal !== null && mayAccess(principal, "decide");

/** Errors: `forbidden` when the role may not. */
export const requireAccess = (principal: Principal, access: Exclude<Access, "public">): void => {
  if (mayAccess(principal, access)) return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message: `This needs the role ${ALLOWED[access].join(" or ")}; you are signed in as ${principal.role}.`,
  });
};
