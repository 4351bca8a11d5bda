/** MCP over streamable HTTP: in sessions, or request by request. Each has a server and a transport of its own, for one caller. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { isInitializeRequest } from "@modelcontextprotocol/sdk/types.js";
import { type Request, type RequestHandler, type Response, Router, json } from "express";
import { rateLimit } from "express-rate-limit";
import { z } from "zod";
import { AppError } from "../src/domain/errors.ts";
import { refuseSecretInAddress } from "../src/http/auth/secret-in-address.ts";
import type { Access, McpCaller } from "./access.ts";
import { createSessions } from "./sessions.ts";

export interface McpHttpDeps {
  access: Access;
  /** A fresh server for one caller. `toolsets`: as the client names them, null: not at all. Errors: `input_invalid`. */
  serverFor(caller: McpCaller, toolsets: string | null): McpServer;
  /** Hosts that this server answers to: a page of another site cannot reach it by rebinding a name. */
  allowedHosts: readonly string[];
  /** Whether sessions are kept; without, every request stands alone. */
  hasSessions: boolean;
  /** Requests of one caller. */
  callsPerMinute: number;
  /** Milliseconds that only grow, by which sessions age. */
  now?(): number;
}

/** What answers at `/mcp`, and what remains open with it. */
export interface McpEndpoint {
  handler: RequestHandler;
  /** Ends sessions whose token is over, or gives other rights by now, with their open streams. */
  endOver(): Promise<void>;
  close(): Promise<void>;
}

/** The endpoint. */
export const createMcpEndpoint = (deps: McpHttpDeps): McpEndpoint => {
  const sessions = createSessions(deps.now);
  const router = Router();
  // Who asks is known before anything that they send is read.
  const callers = new WeakMap<Request, McpCaller>();
  const callerOf = (request: Request): McpCaller => {
    const caller = callers.get(request);
    if (!caller) throw new Error("a request without a caller came through");
    return caller;
  };
  router.use(async (request, response, next) => {
    refuseForeignHost(request, deps.allowedHosts);
    refuseSecretInAddress(request);
    callers.set(request, await deps.access.whoCalls(request, response));
    next();
  });
  router.use(limitPerCaller(deps.callsPerMinute, (request) => callerOf(request).key));
  router.use(json({ limit: "256kb" }));
  router.use((request, response, next) => {
    deps.access.requireScope(callerOf(request), request.body, response);
    next();
  });

  // Who has asked last in a session: by their newest token it is seen whether they still may.
  const lastIn = new WeakMap<StreamableHTTPServerTransport, { caller: McpCaller }>();
  const inSession = async (id: string, request: Request, response: Response): Promise<void> => {
    const caller = callerOf(request);
    const transport = sessions.find(id, caller.sessionKey);
    if (!transport) {
      refuse(response, 404, "There is no such session of yours: initialize anew.");
      return;
    }
    const last = lastIn.get(transport);
    if (last) last.caller = caller;
    await transport.handleRequest(request, response, request.body);
  };
  const answer = async (request: Request, response: Response): Promise<void> => {
    const caller = callerOf(request);
    const last = { caller };
    const isStillSo = async (): Promise<boolean> => await last.caller.isStillSo();
    const toolsets = request.header("x-mcp-toolsets") ?? null;
    const server = deps.serverFor({ ...caller, isStillSo }, toolsets);
    if (deps.hasSessions && isInitializeRequest(request.body)) {
      const transport = await sessions.begin(caller.sessionKey, { server, isStillSo });
      lastIn.set(transport, last);
      await transport.handleRequest(request, response, request.body);
      return;
    }
    await standAlone(server, request, response);
  };
  router.all("/", async (request, response) => {
    const id = request.header("mcp-session-id");
    if (id !== undefined) await inSession(id, request, response);
    else if (request.method === "POST") await answer(request, response);
    else {
      response.setHeader("allow", "POST");
      refuse(response, 405, "Without a session there is only POST.");
    }
  });
  return { handler: router, endOver: sessions.endOver, close: sessions.close };
};

const standAlone = async (
  server: McpServer,
  request: Request,
  response: Response,
): Promise<void> => {
  const transport = new StreamableHTTPServerTransport({
    enableJsonResponse: !wantsProgress(request.body),
  });
  response.on("close", () => void server.close());
  await server.connect(transport);
  await transport.handleRequest(request, response, request.body);
};

/** How an answer comes: in one piece, unless something is to be told before it. */
const wantsProgress = (body: unknown): boolean => WithToken.safeParse(body).success;

const WithToken = z.object({
  params: z.object({
    _meta: z.object({ progressToken: z.union([z.string(), z.number()]) }),
  }),
});

const refuse = (response: Response, status: number, message: string): void => {
  const code = status === 404 ? -32001 : -32000;
  response.status(status).json({ jsonrpc: "2.0", error: { code, message }, id: null });
};

const limitPerCaller = (limit: number, keyOf: (request: Request) => string): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    keyGenerator: keyOf,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: (_request, _response, next) =>
      next(
        new AppError({
          code: "rate_limited",
          fault: "caller",
          message: "Too many requests with this token. Wait a minute and try again.",
        }),
      ),
  });

const refuseForeignHost = (request: Request, allowed: readonly string[]): void => {
  const isOurs = (name: string): boolean => allowed.includes(name);
  const origin = request.header("origin");
  const originHost = origin === undefined ? undefined : URL.parse(origin)?.host;
  if (isOurs(request.header("host") ?? "") && (!origin || isOurs(originHost ?? ""))) return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message: "This address does not belong to this server. Use the one in PUBLIC_URL.",
  });
};
