/** MCP over HTTP with what a process has: who comes in, with which tools, and who may approve. */
import {
  METADATA_PATH,
  type McpCaller,
  createAccess,
  resourceMetadata,
} from "../mcp-server/access.ts";
import type { Approve } from "../mcp-server/approve.ts";
import type { McpContext } from "../mcp-server/context.ts";
import { type McpEndpoint, createMcpEndpoint } from "../mcp-server/http.ts";
import { createMcpServer } from "../mcp-server/server.ts";
import { toolsOf } from "../mcp-server/toolsets.ts";
import { checkToolRules } from "../tools/define-tool.ts";
import { TOOLS } from "../tools/index.ts";
import { readWhyNotYours } from "./cases/asked-of.ts";
import { decideProposal } from "./cases/decide-proposal.ts";
import { readInFull } from "./cases/read-in-full.ts";
import type { Deps } from "./deps.ts";
import type { ChangeFeed } from "./http/api/stream.ts";
import type { AppDeps } from "./http/app.ts";
import { findAccount } from "./http/auth/accounts.ts";
import { createAccessTokens } from "./http/auth/access-tokens.ts";
import { refuseForeignAddress } from "./http/auth/foreign-address.ts";
import type { FindPrincipal } from "./http/auth/authenticate.ts";
import type { Guesses } from "./http/auth/guesses.ts";
import { type Principal, deciderOf, mayDecide } from "./http/auth/principal.ts";
import { scopesOffered } from "./http/auth/scopes.ts";
import { VERSION } from "./version.ts";

/** The endpoint, and what we say of ourselves to clients that want a token. Errors: `input_invalid` for toolsets in the configuration that
 * are none; plain, for a tool without its rule. */
export const openMcp = (
  deps: Deps,
  findPrincipal: FindPrincipal,
  { feed, guesses }: { feed: Pick<ChangeFeed, "follow">; guesses: Guesses },
): McpEndpoint & Pick<AppDeps, "resourceMetadata"> => {
  const { toolsets, hasSessions, callsPerMinute, hasApprovals } = deps.config.mcp;
  const { oidc } = deps.config;
  const resource = `${deps.publicUrl}/mcp`;
  const scopes = scopesOffered(hasApprovals);
  toolsOf(toolsets);
  checkToolRules(TOOLS);
  const endpoint = createMcpEndpoint({
    access: createAccess({
      findPrincipal,
      findHolder:
        oidc &&
        createAccessTokens(oidc, {
          audience: resource,
          accounts: {
            find: async (person) => await findAccount(person, deps),
            refuseForeign: async (claimant) => await refuseForeignAddress(claimant, deps),
          },
        }),
      metadataUrl: oidc && `${deps.publicUrl}${METADATA_PATH}`,
      guesses,
    }),
    serverFor: (caller, named) =>
      createMcpServer(contextFor(caller, deps), { version: VERSION, toolsets: named ?? toolsets }),
    allowedHosts: hostsOf(deps.publicUrl),
    hasSessions,
    callsPerMinute,
  });
  const stop = endInTime(endpoint, { feed, log: deps.log });
  return {
    ...endpoint,
    close: async () => {
      stop();
      await endpoint.close();
    },
    resourceMetadata: oidc && {
      path: METADATA_PATH,
      document: resourceMetadata({ resource, issuer: oidc.issuer, scopes }),
    },
  };
};

/** A token is over by its time without a word of anybody. */
const LOOK_AGAIN_MS = 20_000;

/** Sessions end with what they were opened with: at once with a change of access, and else soon. Shape: what ends the looking. */
const endInTime = (
  endpoint: McpEndpoint,
  { feed, log }: { feed: Pick<ChangeFeed, "follow">; log: Deps["log"] },
): (() => void) => {
  const look = (): void => {
    endpoint.endOver().catch((err: unknown) => {
      log.warn({ err }, "a session of MCP did not end");
    });
  };
  const unfollow = feed.follow(
    ({ topic }) => {
      if (topic === "access") look();
    },
    () => {},
  );
  const timer = setInterval(look, LOOK_AGAIN_MS);
  return () => {
    clearInterval(timer);
    unfollow();
  };
};

const contextFor = ({ principal, scopes, isStillSo }: McpCaller, deps: Deps): McpContext => {
  // Whose reach ends somewhere approves in the dashboard, which knows where.
  const mayApprove =
    deps.config.mcp.hasApprovals &&
    principal.scope === null &&
    mayDecide(principal) &&
    scopes.includes("mcp:approve");
  return {
    ...deps.tools,
    books: deps.books,
    approve: mayApprove ? approveAs(principal, deps) : null,
    isStillSo,
    caller: {
      kind: "mcp",
      name: principal.name,
      email: principal.email,
      person: principal.person ?? null,
      identity: principal.identity ?? null,
      role: principal.role,
      scope: principal.scope,
      mayPropose: mayDecide(principal),
    },
  };
};

const withLever = (deps: Deps) => ({ ...deps, lever: deps.services.lever.reader });

/** The dashboard's own way of deciding. */
const approveAs = (principal: Principal, deps: Deps): Approve => ({
  whyNot: async (proposalId) => await readWhyNotYours(proposalId, principal, withLever(deps)),
  shown: async (proposalId) => await readInFull(proposalId, withLever(deps)),
  approve: async (seen) => {
    const decision = {
      ...seen,
      ...deciderOf(principal),
      decision: "approve" as const,
      via: "assistant" as const,
    };
    const { proposal } = await decideProposal(decision, withLever(deps));
    return { status: proposal.status };
  },
});

/** The public name, and the names by which the same machine knows itself. */
const hostsOf = (publicUrl: string): string[] => {
  const { host, port, hostname } = new URL(publicUrl);
  const isLoopback = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  return isLoopback ? [host, `127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`] : [host];
};
