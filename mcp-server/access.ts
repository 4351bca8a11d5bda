/** Who may use MCP: whoever sends a token that may read. */
import { createHash } from "node:crypto";
import type { Request } from "express";
import { AppError } from "../src/domain/errors.ts";
import { type FindPrincipal, authenticate, secretOf } from "../src/http/auth/authenticate.ts";
import { type Principal, requireAccess } from "../src/http/auth/principal.ts";

export interface McpCaller {
  principal: Principal;
  /** What a session and a rate belong to: the same for no other token. */
  key: string;
}

/** A function that says who sends a request. Errors: `unauthorized`, `forbidden`. */
export const createWhoCalls =
  (findPrincipal: FindPrincipal) =>
  async (request: Request): Promise<McpCaller> => {
    const carried = secretOf(request);
    const principal = await authenticate(request, findPrincipal);
    if (carried?.via !== "token" || principal.via !== "token") {
      throw new AppError({
        code: "unauthorized",
        fault: "caller",
        message: "Send a token: Authorization: Bearer … (make one with convene token create).",
      });
    }
    requireAccess(principal, "read");
    return { principal, key: createHash("sha256").update(carried.secret).digest("hex") };
  };
