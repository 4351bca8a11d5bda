/** Who may use MCP, and for what: a token of ours, or an access token of the company's identity provider. */
import { createHash } from "node:crypto";
import type { Request, Response } from "express";
import { AppError } from "../src/domain/errors.ts";
import { type TokenHolder, isAccessToken } from "../src/http/auth/access-tokens.ts";
import { type FindPrincipal, bearerOf } from "../src/http/auth/authenticate.ts";
import type { Guesses } from "../src/http/auth/guesses.ts";
import { type Principal, requireAccess } from "../src/http/auth/principal.ts";
import { SCOPES, type Scope, USUAL_SCOPES } from "../src/http/auth/scopes.ts";
import { TOOLS } from "../tools/index.ts";
import { APPROVE } from "./approve.ts";

export interface McpCaller {
  principal: Principal;
  /** What a rate belongs to: the same for no other token, and for a newer one of an identity provider. */
  key: string;
  /** What a session belongs to: the same caller with the same rights. Any change of these is another one. */
  sessionKey: string;
  scopes: readonly Scope[];
  /** Whether the same token still gives the same rights. Errors: those of the identity provider. */
  isStillSo(): Promise<boolean>;
}

export interface AccessDeps {
  findPrincipal: FindPrincipal;
  /** Who an access token is of; null: there is no identity provider. */
  findHolder: ((secret: string) => Promise<TokenHolder | null>) | null;
  /** Address of what we say of ourselves as a resource server; null: there is no identity provider. */
  metadataUrl: string | null;
  guesses: Guesses;
}

/** At which door somebody knocks. */
export interface Access {
  /** Errors: `unauthorized`, with how to come in; `rate_limited` for a wrong token too many; `forbidden`; those of the identity provider. */
  whoCalls(request: Request, response: Response): Promise<McpCaller>;
  /** Errors: `forbidden`, with the scope that is needed for what is sent. */
  requireScope(caller: McpCaller, body: unknown, response: Response): void;
}

export const createAccess = (deps: AccessDeps): Access => ({
  whoCalls: async (request, response) => {
    const token = bearerOf(request);
    const holder =
      token === null
        ? null
        : await deps.guesses.look({
            request,
            secret: token,
            find: async () => await findHolder(token, deps),
          });
    if (!holder) {
      challenge(response, deps, token === null ? {} : { error: "invalid_token" });
      throw new AppError({
        code: "unauthorized",
        fault: "caller",
        message:
          token === null
            ? "Send a token: Authorization: Bearer … (make one in the dashboard under Settings)."
            : "The token is unknown, expired, revoked or not for this server. Make one in the dashboard under Settings.",
      });
    }
    requireAccess(holder.principal, "settings");
    const sessionKey = rightsOf(holder);
    return {
      ...holder,
      sessionKey,
      scopes: scopesOf(holder),
      isStillSo: async () => {
        const now = token === null ? null : await findHolder(token, deps, { isLooking: true });
        return now !== null && rightsOf(now) === sessionKey;
      },
    };
  },
  requireScope: (caller, body, response) => {
    const missing = scopesFor(body).filter((scope) => !caller.scopes.includes(scope));
    if (missing.length === 0) return;
    // With what it has already, so that a client that asks for these loses nothing.
    const scope = SCOPES.filter((one) => missing.includes(one) || caller.scopes.includes(one));
    challenge(response, deps, { error: "insufficient_scope", scope: scope.join(" ") });
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: `This needs a token with the scope ${missing.join(" and ")}.`,
    });
  },
});

/** `isLooking`: nobody has asked for anything, so it is no sign that they are still there. */
const findHolder = async (
  secret: string,
  deps: AccessDeps,
  how: { isLooking?: boolean } = {},
): Promise<TokenHolder | null> => {
  if (deps.findHolder && isAccessToken(secret)) return await deps.findHolder(secret);
  const principal = await deps.findPrincipal(secret, how);
  if (principal?.via !== "token") return null;
  return { principal, key: createHash("sha256").update(secret).digest("hex") };
};

const scopesOf = ({ principal }: TokenHolder): readonly Scope[] => principal.scopes ?? USUAL_SCOPES;

/** Who it is, and all that decides what they may. */
const rightsOf = (holder: TokenHolder): string => {
  const { id, name, role, scope, email } = holder.principal;
  const reach = scope && [scope.teams.toSorted(), scope.requisitions.toSorted()];
  const rights = [holder.key, id ?? null, name, email, role, reach, scopesOf(holder)];
  return createHash("sha256").update(JSON.stringify(rights)).digest("hex");
};

/** RFC 6750 and RFC 9728: what is missing, and where a client reads how to get it. */
const challenge = (
  response: Response,
  { metadataUrl }: AccessDeps,
  words: Readonly<Record<string, string>>,
): void => {
  const all = { ...words, ...(metadataUrl !== null && { resource_metadata: metadataUrl }) };
  const parts = Object.entries(all).map(([name, value]) => `${name}="${value}"`);
  response.setHeader("www-authenticate", ["Bearer", parts.join(", ")].join(" ").trim());
};

const PROPOSING = new Set(
  TOOLS.filter(({ effect }) => effect === "propose").map(({ name }) => name),
);

/** What is needed for all that is sent. */
const scopesFor = (body: unknown): Scope[] => {
  const names = (Array.isArray(body) ? body : [body]).flatMap((message) => toolIn(message) ?? []);
  const needed = new Set<Scope>(["mcp:read"]);
  if (names.some((name) => PROPOSING.has(name))) needed.add("mcp:propose");
  if (names.includes(APPROVE)) needed.add("mcp:approve");
  return [...needed];
};

/** The tool that a message calls, or null. */
const toolIn = (message: unknown): string | null => {
  if (typeof message !== "object" || message === null) return null;
  const params: unknown = Reflect.get(message, "params");
  if (Reflect.get(message, "method") !== "tools/call") return null;
  const name: unknown = typeof params === "object" && params ? Reflect.get(params, "name") : null;
  return typeof name === "string" ? name : null;
};

interface Resource {
  resource: string;
  issuer: string;
  scopes: readonly Scope[];
}

/** What we say of ourselves to clients that want a token (RFC 9728). */
export const resourceMetadata = ({ resource, issuer, scopes }: Resource) => ({
  resource,
  authorization_servers: [issuer],
  scopes_supported: scopes,
  bearer_methods_supported: ["header"],
  resource_name: "Convene",
});

/** Where it stands, for a resource at `/mcp`. */
export const METADATA_PATH = "/.well-known/oauth-protected-resource/mcp";
