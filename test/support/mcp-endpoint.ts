/** Our MCP endpoint by itself on loopback, with a server of a test's own behind it: for what is about requests and sessions. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { type RequestHandler, Router } from "express";
import { type McpCaller, createAccess } from "../../mcp-server/access.ts";
import { type McpEndpoint, createMcpEndpoint } from "../../mcp-server/http.ts";
import { createGuesses } from "../../src/http/auth/guesses.ts";
import { problemHandler } from "../../src/http/problem.ts";
import { randomIds } from "../../src/identifiers.ts";
import { createLog } from "../../src/log.ts";
import { openMountedApp } from "./loopback-app.ts";

export interface EndpointOptions {
  /** Good ones; each is its own bearer's name. */
  tokens: readonly string[];
  serverFor(caller: McpCaller): McpServer;
  callsPerMinute?: number;
  /** Wrong tokens in a minute. */
  guessesPerMinute?: number;
  hasSessions?: boolean;
  now?(): number;
  /** The token of whoever sends none: for a client that cannot be told one. */
  usualToken?: string;
}

/** Opens it. Shape: `url` is the endpoint's own. */
export const openEndpoint = async (
  options: EndpointOptions,
): Promise<{ url: string } & AsyncDisposable> => {
  let endpoint: McpEndpoint | undefined;
  const app = await openMountedApp((url) => {
    endpoint = createMcpEndpoint({
      access: createAccess({
        findPrincipal: async (secret) =>
          await Promise.resolve(
            options.tokens.includes(secret)
              ? { name: secret, role: "recruiter", scope: null, email: null, via: "token" }
              : null,
          ),
        findHolder: null,
        metadataUrl: null,
        guesses: createGuesses(options.guessesPerMinute ?? 1_000),
      }),
      serverFor: options.serverFor,
      allowedHosts: [new URL(url).host],
      hasSessions: options.hasSessions ?? true,
      callsPerMinute: options.callsPerMinute ?? 1_000_000,
      ...(options.now && { now: options.now }),
    });
    const log = createLog({ level: "silent" });
    const signIn: RequestHandler = (request, _response, next) => {
      const usual = options.usualToken;
      if (usual !== undefined) request.headers.authorization ??= `Bearer ${usual}`;
      next();
    };
    return {
      path: "/mcp",
      router: Router().use(signIn, endpoint.handler, problemHandler(log, randomIds)),
    };
  });
  return {
    url: `${app.url}/mcp`,
    async [Symbol.asyncDispose]() {
      await endpoint?.close();
      await app[Symbol.asyncDispose]();
    },
  };
};

/** What a client says first. */
export const INITIALIZE = {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "a test", version: "1.0.0" },
};

export const MCP_HEADERS = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
};

export const initializeMessage = (protocolVersion = "2025-11-25") => ({
  jsonrpc: "2.0",
  id: 0,
  method: "initialize",
  params: {
    protocolVersion,
    capabilities: {},
    clientInfo: { name: "a test", version: "1.0.0" },
  },
});
