/** Google's token endpoint for a service account with domain-wide delegation, and what its tokens open. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { type RequestHandler, urlencoded } from "express";
import { compactVerify, decodeProtectedHeader, importSPKI } from "jose";
import type { CompanyClock } from "../clock.ts";
import type { World } from "../worlds/types.ts";

/** The key file that an administrator would download. */
export interface ServiceAccountKey {
  type: "service_account";
  project_id: string;
  private_key_id: string;
  private_key: string;
  client_email: string;
  client_id: string;
  token_uri: string;
}

/** What a token allows. `sub` is the person that it acts as; null for the service account itself. */
export interface Grant {
  sub: string | null;
  scopes: string[];
}

export interface TokenEndpoint {
  serviceAccount: ServiceAccountKey;
  handlers: RequestHandler[];
  /** Undefined for a token that is unknown or has ended. */
  grantOf(token: string): Grant | undefined;
  /** Every token given out so far has ended. */
  expireAll(): void;
}

/** Scopes that the administrator of the domain has delegated. */
const DELEGATED_SCOPES = new Set(
  [
    "calendar",
    "calendar.readonly",
    "calendar.events",
    "calendar.events.readonly",
    "calendar.freebusy",
  ].map((name) => `https://www.googleapis.com/auth/${name}`),
);
const LIFETIME_SECONDS = 3600;
const CLOCK_SKEW_SECONDS = 300;

interface EndpointOptions {
  world: World;
  clock: CompanyClock;
  tokenUri: string;
}

const makeKeys = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
/** New with each process: to make them takes as long as the rest of a company. */
let keysOfProcess: ReturnType<typeof makeKeys> | undefined;

/** A service account with a key of this process, and the endpoint that knows it. */
export const createTokenEndpoint = (options: EndpointOptions): TokenEndpoint => {
  const keys = (keysOfProcess ??= makeKeys());
  const serviceAccount: ServiceAccountKey = {
    type: "service_account",
    project_id: "convene-sandbox",
    private_key_id: "1",
    private_key: keys.privateKey,
    client_email: "convene@convene-sandbox.iam.gserviceaccount.test",
    client_id: "100000000000000000001",
    token_uri: options.tokenUri,
  };
  const grants = new Map<string, Grant & { endsAt: Temporal.Instant }>();
  const exchange: RequestHandler = async (request, response) => {
    try {
      const grant = await verify(request.body, {
        ...options,
        serviceAccount,
        publicKey: keys.publicKey,
      });
      const token = `ya29.${randomBytes(24).toString("base64url")}`;
      grants.set(token, {
        ...grant,
        endsAt: options.clock.now().add({ seconds: LIFETIME_SECONDS }),
      });
      response.json({ access_token: token, expires_in: LIFETIME_SECONDS, token_type: "Bearer" });
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      response.status(error.status).json({ error: error.code, error_description: error.message });
    }
  };
  return {
    serviceAccount,
    handlers: [urlencoded({ extended: false, limit: "16kb" }), exchange],
    grantOf: (token) => {
      const grant = grants.get(token);
      if (!grant || Temporal.Instant.compare(grant.endsAt, options.clock.now()) <= 0)
        return undefined;
      return { sub: grant.sub, scopes: grant.scopes };
    },
    expireAll: () => grants.clear(),
  };
};

class TokenError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = "TokenError";
    this.code = code;
    this.status = status;
  }
}

interface Known extends EndpointOptions {
  serviceAccount: ServiceAccountKey;
  publicKey: string;
}

const verify = async (form: unknown, known: Known): Promise<Grant> => {
  if (textField(form, "grant_type") !== "urn:ietf:params:oauth:grant-type:jwt-bearer") {
    throw new TokenError("unsupported_grant_type", "Invalid grant_type: only jwt-bearer is known");
  }
  const claims = await verifiedClaims(textField(form, "assertion") ?? "", known);
  if (textField(claims, "iss") !== known.serviceAccount.client_email) {
    throw new TokenError("invalid_grant", "Invalid grant: account not found");
  }
  if (textField(claims, "aud") !== known.tokenUri) {
    throw new TokenError("invalid_grant", "Invalid JWT: Failed audience check.");
  }
  checkTimes(claims, known.clock);
  const scopes = (textField(claims, "scope") ?? "").split(" ").filter((scope) => scope !== "");
  if (scopes.length === 0)
    throw new TokenError("invalid_scope", "Empty or missing scope not allowed.");
  if (!scopes.every((scope) => DELEGATED_SCOPES.has(scope))) {
    throw new TokenError(
      "unauthorized_client",
      "Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.",
      401,
    );
  }
  const sub = textField(claims, "sub");
  if (sub !== undefined && !isMailbox(sub, known.world)) {
    throw new TokenError("invalid_grant", "Invalid email or User ID");
  }
  return { sub: sub ?? null, scopes };
};

const isMailbox = (sub: string, world: World): boolean =>
  world.people.some(
    ({ email, mailbox, calendar, deactivatedAtMs }) =>
      email === sub && mailbox === undefined && calendar !== "none" && deactivatedAtMs === null,
  );

const verifiedClaims = async (assertion: string, { publicKey }: Known): Promise<unknown> => {
  try {
    if (decodeProtectedHeader(assertion).alg !== "RS256") throw new Error("another algorithm");
    const key = await importSPKI(publicKey, "RS256");
    const { payload } = await compactVerify(assertion, key, { algorithms: ["RS256"] });
    return JSON.parse(new TextDecoder().decode(payload)) as unknown;
  } catch {
    throw new TokenError("invalid_grant", "Invalid JWT Signature.");
  }
};

/** By the company's clock or by real time: some clients sign with the machine's own. */
const checkTimes = (claims: unknown, clock: CompanyClock): void => {
  const iat = numberField(claims, "iat");
  const exp = numberField(claims, "exp");
  const isTimely = [clock.now(), Temporal.Now.instant()].some((now) => {
    const seconds = now.epochMilliseconds / 1000;
    return (
      iat !== undefined && exp !== undefined && iat <= seconds + CLOCK_SKEW_SECONDS && exp > seconds
    );
  });
  if (isTimely && (exp ?? 0) - (iat ?? 0) <= LIFETIME_SECONDS) return;
  throw new TokenError(
    "invalid_grant",
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.",
  );
};

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const textField = (value: unknown, name: string): string | undefined => {
  const found = field(value, name);
  return typeof found === "string" ? found : undefined;
};

const numberField = (value: unknown, name: string): number | undefined => {
  const found = field(value, name);
  return typeof found === "number" ? found : undefined;
};
