/** Signing in and out: with a token, or without one where the company is a sandbox and the browser sits on the same machine. At the
 * company's identity provider it goes by pages (`../sign-in/routes.ts`). */
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import {
  type Guard,
  authenticate,
  csrfOf,
  isLoopback,
  isOwnOrigin,
  secretOf,
} from "../auth/authenticate.ts";
import { type SessionDeps, endSession, openSession, renewedSession } from "../auth/open-session.ts";
import type { Principal } from "../auth/principal.ts";
import { asTheirs } from "../auth/tokens.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { Session, SignedOut, WaysIn } from "./session-schemas.ts";

export interface SessionRouteDeps extends Guard, SessionDeps {
  sandbox: boolean;
  /** Host of the identity provider; null: there is none to sign in at. */
  providerHost: string | null;
  /** Where the browser goes to end the provider's own session; null: nowhere. */
  endUrlOf(session: { id: string; secret: string }): Promise<string | null>;
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
    handler: async ({ request, response }) => {
      const principal = await authenticate(request, deps);
      const carried = secretOf(request, deps);
      if (carried?.via !== "session") return view(principal, null);
      return view(principal, await renewedSession(response, carried.secret, deps));
    },
  }),
  signInRoute(deps),
  defineRoute({
    method: "delete",
    path: "/api/session",
    summary:
      "Sign out; the answer says where to go on so that the identity provider forgets you too",
    // Whatever the role: who may sign in may sign out.
    access: "public",
    about: "asker",
    answer: SignedOut,
    handler: async ({ request, response }) => {
      const { id } = await authenticate(request, deps);
      const carried = secretOf(request, deps);
      if (carried?.via !== "session" || id === undefined) {
        await endSession(response, null, deps);
        return { signedOut: true as const, goOnAt: null };
      }
      const goOnAt = await deps.endUrlOf({ id, secret: carried.secret });
      await endSession(response, carried.secret, deps);
      return { signedOut: true as const, goOnAt };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/session/ways",
    summary: "How one can sign in here",
    access: "public",
    about: "nobody",
    answer: WaysIn,
    handler: async ({ request }) =>
      await Promise.resolve({
        provider: deps.providerHost,
        withoutToken: deps.sandbox && isLoopback(request),
      }),
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
      const isForeign = request.header("origin") !== undefined && !isOwnOrigin(request, deps);
      if (isForeign || request.header("x-convene-csrf") === undefined) {
        throw new AppError({
          code: "forbidden",
          fault: "caller",
          message: "Signing in needs a header x-convene-csrf, and a page of this very site.",
        });
      }
      const known = body.token === undefined ? null : await deps.findPrincipal(body.token);
      const principal =
        known?.via === "token"
          ? known
          : sandboxPrincipal(deps.sandbox && isLoopback(request), body.token);
      const { secret } = await openSession(
        { request, response },
        {
          ...asTheirs(principal),
          ...(body.token !== undefined && { openedWith: body.token }),
        },
        deps,
      );
      return view(principal, secret);
    },
  });

const view = (
  { name, displayName, role, scope }: Principal,
  session: string | null,
): z.infer<typeof Session> => ({
  name,
  displayName: displayName ?? null,
  role,
  teams: scope && [...scope.teams],
  requisitions: scope && [...scope.requisitions],
  csrf: session === null ? null : csrfOf(session),
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
