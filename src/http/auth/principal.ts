/** Who is asking, and what each role may do. */
import { AppError } from "../../domain/errors.ts";
import { DeciderRole } from "../../domain/policy.ts";
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
  decide: DeciderRole.options,
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

/** Who decides, as it is kept with the decision. Errors: `forbidden` for who may not. */
export const deciderOf = (principal: Principal | null): { by: string; role: DeciderRole } => {
  const role = DeciderRole.options.find((known) => known === principal?.role);
  if (!principal || !role) {
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: `This needs the role ${DeciderRole.options.join(" or ")}.`,
    });
  }
  return { by: principal.name, role };
};

/** Errors: `forbidden` when the role may not. */
export const requireAccess = (principal: Principal, access: Exclude<Access, "public">): void => {
  if (mayAccess(principal, access)) return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message: `This needs the role ${ALLOWED[access].join(" or ")}; you are signed in as ${principal.role}.`,
  });
};
