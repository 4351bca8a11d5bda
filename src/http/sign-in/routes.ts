/** Signing in at the company's identity provider: `/auth/sign-in` sends the browser there, `/auth/callback` is where it comes back. */
import type { Request, Response, Router } from "express";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import { html } from "../../domain/html.ts";
import type { Clock } from "../../domain/time.ts";
import { type Account, noteSignIn } from "../auth/accounts.ts";
import { ATTEMPT_MINUTES, beginSignIn, takeSignIn } from "../auth/attempts.ts";
import { SIGN_IN, clearCookie, cookieOf, setCookie } from "../auth/cookies.ts";
import { type SessionDeps, openSession } from "../auth/open-session.ts";
import type { IdentityProvider } from "../auth/provider.ts";
import { returnPathOf } from "../auth/return-path.ts";
import { keepHint } from "../auth/sign-out-hint.ts";
import { sendPage } from "../pages/layout.ts";
import { queryOf } from "../query-of.ts";
import { type VisitorDoor, visitorRouter } from "../pages/visitor-door.ts";

export interface SignInDeps extends Omit<VisitorDoor, "explain">, SessionDeps {
  database: Database;
  clock: Clock;
  /** Null: people sign in with tokens alone. */
  provider: IdentityProvider | null;
  /** How long a role by groups holds. Units: days. */
  groupsHoldDays: number;
}

/** The routes, to be mounted at `/auth`. */
export const signInPages = (deps: SignInDeps): Router =>
  visitorRouter({ ...deps, explain }, (router) => {
    router.get("/sign-in", async (request, response) => {
      await begin(request, response, deps);
    });
    router.get("/callback", async (request, response) => {
      await finish(request, response, deps);
    });
  });

const TITLES: Partial<Record<AppError["code"], string>> = {
  link_expired: "This sign-in is over",
  forbidden: "You are not signed in",
  oidc_unavailable: "The identity provider does not answer",
};

const explain: NonNullable<VisitorDoor["explain"]> = (error) => {
  const title = TITLES[error.code];
  return title === undefined ? null : { title, words: error.message };
};

const begin = async (request: Request, response: Response, deps: SignInDeps): Promise<void> => {
  const { provider, publicUrl } = deps;
  if (!provider) throw notSetUp();
  const returnTo = returnPathOf(request.query["to"], publicUrl);
  const { host } = new URL(publicUrl);
  // The cookie has to be of the name under which the browser comes back.
  if (request.header("host") !== host && request.query["here"] === undefined) {
    response.redirect(303, `${publicUrl}/auth/sign-in?here=1&to=${encodeURIComponent(returnTo)}`);
    return;
  }
  const { secret, ...proofs } = await beginSignIn(returnTo, deps);
  const address = await provider.startUrl(proofs);
  setCookie(response, { cookie: SIGN_IN, value: secret, seconds: ATTEMPT_MINUTES * 60 }, publicUrl);
  response.setHeader("cache-control", "no-store").redirect(303, address);
};

const finish = async (request: Request, response: Response, deps: SignInDeps): Promise<void> => {
  const { provider, publicUrl } = deps;
  if (!provider) throw notSetUp();
  const query = queryOf(request);
  const secret = cookieOf(request, SIGN_IN, publicUrl);
  clearCookie(response, SIGN_IN, publicUrl);
  const { returnTo, ...proofs } = await takeSignIn(
    { secret, state: query.get("state") ?? "" },
    deps,
  );
  const { person, idToken } = await provider.finish(query, proofs);
  const account = await noteSignIn(person, deps);
  if (!account.access) {
    sendWithoutAccess(response, account, deps.companyName);
    return;
  }
  const session = await openSession(
    { request, response },
    {
      ...account.access,
      name: account.email,
      email: account.email,
      accountId: account.id,
    },
    deps,
  );
  await keepHint({ ...session, hint: idToken }, deps);
  response.setHeader("cache-control", "no-store").redirect(303, returnTo);
};

const notSetUp = (): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message:
      "Signing in at an identity provider is not set up here (OIDC_ISSUER, OIDC_CLIENT_ID). Sign in with a token instead.",
  });

/** Plainly: who they are is known, and that they may nothing. */
const sendWithoutAccess = (response: Response, { email }: Account, companyName: string): void => {
  const body = html`<h1>You have no access yet</h1>
    <p>
      The identity provider knows you as <strong>${email}</strong>. None of your groups there gives
      access to Convene, and nobody has given it to you by hand.
    </p>
    <p>
      Ask an administrator of Convene to add you under <em>Access</em>, or to be put into a group
      that has access. Then sign in again.
    </p>
    <p><a href="/">Back to signing in</a></p>`;
  sendPage(response, { title: "No access yet", companyName, body }, 403);
};
