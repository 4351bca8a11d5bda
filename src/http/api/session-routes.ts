/** Signing in: with a token, or without one where the company is a sandbox and the browser sits on the same machine. */
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import {
  type FindPrincipal,
  SESSION_COOKIE,
  authenticate,
  isLoopback,
  secretOf,
} from "../auth/authenticate.ts";
import type { Principal } from "../auth/principal.ts";
import { type NewToken, asTheirs } from "../auth/tokens.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { Session } from "./session-schemas.ts";

const VALID_HOURS = 12;

export interface SessionRouteDeps {
  findPrincipal: FindPrincipal;
  createToken(token: NewToken): Promise<string>;
  revokeToken(secret: string): Promise<void>;
  sandbox: boolean;
  /** Cookies only over TLS. */
  secureCookies: boolean;
}

const SignIn = z.strictObject({ token: z.string().min(1).max(500).optional() });

/** Routes of the session. */
export const sessionRoutes = (deps: SessionRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/session",
    summary: "Who you are",
    access: "public",
    about: "asker",
    answer: Session,
    handler: async ({ request }) => view(await authenticate(request, deps.findPrincipal)),
  }),
  signInRoute(deps),
  defineRoute({
    method: "delete",
    path: "/api/session",
    summary: "Sign out",
    // Whatever the role: who may sign in may sign out.
    access: "public",
    about: "asker",
    answer: z.object({ signedOut: z.literal(true) }),
    handler: async ({ request, response }) => {
      await authenticate(request, deps.findPrincipal);
      const carried = secretOf(request);
      if (carried?.via === "session") await deps.revokeToken(carried.secret);
      response.clearCookie(SESSION_COOKIE, { path: "/" });
      return { signedOut: true as const };
    },
  }),
];

/** A session is as good as the token that opened it, and no longer. */
const signInRoute = (deps: SessionRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/session",
    summary: "Sign in with a token; without one in a sandbox on the same machine",
    access: "public",
    about: "asker",
    body: SignIn,
    answer: Session,
    handler: async ({ body, request, response }) => {
      if (request.header("x-convene-csrf") !== "1") {
        throw new AppError({
          code: "forbidden",
          fault: "caller",
          message: "Signing in needs the header x-convene-csrf: 1.",
        });
      }
      const known = body.token === undefined ? null : await deps.findPrincipal(body.token);
      const principal =
        known?.via === "token"
          ? known
          : sandboxPrincipal(deps.sandbox && isLoopback(request), body.token);
      const secret = await deps.createToken({
        ...asTheirs(principal),
        kind: "session",
        validFor: Temporal.Duration.from({ hours: VALID_HOURS }),
        ...(body.token !== undefined && { openedWith: body.token }),
      });
      response.cookie(SESSION_COOKIE, secret, {
        httpOnly: true,
        sameSite: "strict",
        secure: deps.secureCookies,
        path: "/",
        maxAge: VALID_HOURS * 3_600_000,
      });
      return view(principal);
    },
  });

const view = ({ name, role, scope }: Principal): z.infer<typeof Session> => ({
  name,
  role,
  teams: scope && [...scope.teams],
  requisitions: scope && [...scope.requisitions],
});

/** Errors: `unauthorized` where a token is needed. */
const sandboxPrincipal = (isAllowed: boolean, token: string | undefined): Principal => {
  if (isAllowed && token === undefined) {
    return { name: "Sandbox recruiter", role: "admin", scope: null, email: null, via: "session" };
  }
  throw new AppError({
    code: "unauthorized",
    fault: "caller",
    message:
      token === undefined ? "Sign in with a token." : "This token is unknown, expired or revoked.",
  });
};
