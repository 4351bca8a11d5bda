/** MCP over streamable HTTP: stateless, a fresh server and transport for each request, a bearer token for each caller. */
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { type RequestHandler, Router, json } from "express";
import { AppError } from "../src/domain/errors.ts";
import { type FindPrincipal, authenticate } from "../src/http/auth/authenticate.ts";
import { type Principal, requireAccess } from "../src/http/auth/principal.ts";
import type { McpContext } from "./context.ts";
import { createMcpServer } from "./server.ts";
import { toolsOf } from "./toolsets.ts";

export interface McpHttpDeps {
  findPrincipal: FindPrincipal;
  /** The context of one caller. */
  contextFor(principal: Principal): McpContext;
  version: string;
  /** For clients that name none. */
  toolsets: string | null;
  /** Hosts that this server answers to: a page of another site cannot reach it by rebinding a name. */
  allowedHosts: readonly string[];
}

/** The handler of `/mcp`. */
export const mcpHandler = (deps: McpHttpDeps): RequestHandler => {
  const router = Router();
  // A name in the configuration that is none is told at the start.
  toolsOf(deps.toolsets);
  router.use(json({ limit: "256kb" }));
  router.post("/", async (request, response) => {
    refuseForeignHost(request.header("host"), request.header("origin"), deps.allowedHosts);
    const principal = await authenticate(request, deps.findPrincipal);
    if (principal.via !== "token") {
      throw new AppError({
        code: "unauthorized",
        fault: "caller",
        message: "Send a token: Authorization: Bearer … (make one with convene token create).",
      });
    }
    requireAccess(principal, "read");
    const server = createMcpServer(deps.contextFor(principal), {
      version: deps.version,
      toolsets: request.header("x-mcp-toolsets") ?? deps.toolsets,
    });
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.on("close", () => {
      void transport.close();
      void server.close();
    });
    await server.connect(transport);
    await transport.handleRequest(request, response, request.body);
  });
  router.all("/", (_, response) => {
    response.setHeader("allow", "POST");
    response.status(405).json({
      jsonrpc: "2.0",
      error: { code: -32000, message: "This server keeps no sessions: send POST." },
      id: null,
    });
  });
  return router;
};

const refuseForeignHost = (
  host: string | undefined,
  origin: string | undefined,
  allowed: readonly string[],
): void => {
  const isOurs = (name: string): boolean => allowed.includes(name);
  const originHost = origin === undefined ? undefined : URL.parse(origin)?.host;
  if (isOurs(host ?? "") && (origin === undefined || isOurs(originHost ?? ""))) return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message: "This address does not belong to this server. Use the one in PUBLIC_URL.",
  });
};
