/** The company's identity provider: OpenID Connect with the code flow and PKCE. Nobody has a password: whoever signs in chooses who they are.
 * Source: OpenID Connect Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0; RFC 7636, RFC 9207. */
import { createHash } from "node:crypto";
import { type RequestHandler, type Response, Router, urlencoded } from "express";
import {
  type CryptoKey,
  type JWTPayload,
  SignJWT,
  exportJWK,
  generateKeyPair,
  jwtVerify,
} from "jose";
import type { CompanyClock } from "../clock.ts";
import { type Application, createCodes, fieldOf, isOwnCallback } from "./codes.ts";
import type { DirectoryEntry } from "./directory.ts";
import { choicePage, refusalPage, signedOutPage } from "./pages.ts";

export interface OidcOptions {
  seed: number;
  /** As its tokens name it; its router is mounted there. */
  issuer: string;
  clock: Pick<CompanyClock, "now">;
  people: readonly DirectoryEntry[];
}

/** What is wrong with the ID tokens and answers to come, for whoever tests what is done with them. */
export interface Mischief {
  claims?: JWTPayload;
  /** Signed by a key that it does not publish. */
  isForeign?: boolean;
  /** Not signed at all. */
  isUnsigned?: boolean;
  /** Goes back with the browser instead of what came. */
  state?: string;
}

interface SignOptions {
  key?: CryptoKey;
  alg?: string;
  typ?: string;
}

export interface Oidc {
  issuer: string;
  application: Application;
  router: Router;
  /** A token of its own: for five minutes from now, unless said otherwise. */
  sign(claims: JWTPayload, options?: SignOptions): Promise<string>;
  setMischief(mischief: Mischief | null): void;
}

const KEY = "k1";
const ALGORITHM = "ES256";

/** The provider, not yet mounted. */
export const createOidc = (options: OidcOptions): Oidc => {
  const { issuer, seed } = options;
  const application = applicationOf(seed);
  let made: ReturnType<typeof generateKeyPair> | null = null;
  const keys = async () => await (made ??= generateKeyPair(ALGORITHM));
  let mischief: Mischief | null = null;
  const sign: Oidc["sign"] = async (claims, { key, alg = ALGORITHM, typ = "at+jwt" } = {}) =>
    await new SignJWT({ iss: issuer, sub: "u-1", ...claims })
      .setProtectedHeader({ alg, kid: KEY, typ })
      .setIssuedAt()
      .setExpirationTime(claims.exp ?? "5m")
      .sign(key ?? (await keys()).privateKey);
  const signIdToken = async (claims: JWTPayload): Promise<string> => {
    const all = { ...claims, ...mischief?.claims };
    const key = mischief?.isForeign ? (await generateKeyPair(ALGORITHM)).privateKey : undefined;
    const token = await sign(all, { typ: "JWT", ...(key && { key }) });
    return mischief?.isUnsigned ? unsigned(token) : token;
  };
  const router = Router();
  const parts = {
    ...options,
    application,
    signIdToken,
    stateFor: (state: string) => mischief?.state ?? state,
  };
  router.get("/.well-known/openid-configuration", (_request, response) => {
    response.json(description(issuer));
  });
  router.get("/keys", async (_request, response) => {
    const jwk = await exportJWK((await keys()).publicKey);
    response.json({ keys: [{ ...jwk, kid: KEY, alg: ALGORITHM, use: "sig" }] });
  });
  addCodeFlow(router, parts);
  router.get(
    "/logout",
    signOut(async () => (await keys()).publicKey, issuer),
  );
  return {
    issuer,
    application,
    router,
    sign,
    setMischief: (next) => {
      mischief = next;
    },
  };
};

const applicationOf = (seed: number): Application => {
  const digest = (what: string) => createHash("sha256").update(`oidc ${what} ${seed}`);
  return {
    clientId: `convene-${digest("client").digest("hex").slice(0, 8)}`,
    clientSecret: digest("secret").digest("base64url"),
  };
};

const description = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  end_session_endpoint: `${issuer}/logout`,
  response_types_supported: ["code"],
  response_modes_supported: ["query"],
  grant_types_supported: ["authorization_code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: [ALGORITHM],
  token_endpoint_auth_methods_supported: ["client_secret_basic"],
  code_challenge_methods_supported: ["S256"],
  scopes_supported: ["openid", "profile", "email"],
  authorization_response_iss_parameter_supported: true,
});

/** The same claims under a header that says nobody has signed them. */
const unsigned = (token: string): string => {
  const header = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
  return `${header}.${token.split(".")[1] ?? ""}.`;
};

interface CodeFlow extends OidcOptions {
  application: Application;
  signIdToken(claims: JWTPayload): Promise<string>;
  stateFor(state: string): string;
}

const addCodeFlow = (router: Router, flow: CodeFlow): void => {
  const { issuer, people, application } = flow;
  const codes = createCodes(flow);
  const form = urlencoded({ extended: false, limit: "16kb" });
  router.get("/authorize", (request, response) => {
    const { fault, asked } = codes.read(request.query);
    if (fault !== null) refuse(response, fault);
    else response.send(choicePage({ people, asked }));
  });
  router.post("/authorize", form, (request, response) => {
    const { fault, asked } = codes.read(request.body);
    if (fault !== null) {
      refuse(response, fault);
      return;
    }
    const back = new URL(asked.redirect_uri);
    const chosen = fieldOf(request.body, "person");
    const person = people.find(({ subject }) => subject === chosen);
    if (person && !person.isDeactivated) back.searchParams.set("code", codes.give(asked, person));
    else back.searchParams.set("error", "access_denied");
    back.searchParams.set("state", flow.stateFor(asked.state));
    back.searchParams.set("iss", issuer);
    response.redirect(303, back.href);
  });
  router.post("/token", form, async (request, response) => {
    response.setHeader("cache-control", "no-store");
    const redeemed = codes.redeem(request.headers.authorization, request.body);
    if ("error" in redeemed) {
      response.status(redeemed.error === "invalid_client" ? 401 : 400).json(redeemed);
      return;
    }
    const { person, nonce } = redeemed;
    const idToken = await flow.signIdToken({
      sub: person.subject,
      aud: application.clientId,
      nonce,
      name: person.name,
      email: person.email,
      email_verified: true,
      groups: person.groups,
    });
    response.json({
      access_token: codes.opaque(),
      token_type: "Bearer",
      expires_in: 300,
      id_token: idToken,
    });
  });
};

const refuse = (response: Response, fault: string): void => {
  response.status(400).send(refusalPage(fault));
};

/** Ends the provider's own session, of which there is none: everybody is asked each time. */
const signOut =
  (keyOf: () => Promise<CryptoKey>, issuer: string): RequestHandler =>
  async (request, response) => {
    const { id_token_hint: hint, post_logout_redirect_uri: back } = request.query;
    if (typeof hint === "string") {
      // A hint may be old: it only says who is leaving.
      const verified = jwtVerify(hint, await keyOf(), { issuer, clockTolerance: "365d" });
      if (
        !(await verified.then(
          () => true,
          () => false,
        ))
      ) {
        refuse(response, "The hint is not a token of this provider.");
        return;
      }
    }
    if (typeof back === "string" && isOwnCallback(back, "/")) response.redirect(303, back);
    else response.send(signedOutPage());
  };
