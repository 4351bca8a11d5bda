/** Nothing is shared between the clients of the endpoint: neither answers, nor sessions, nor what is kept for later. */
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { inExtent } from "../../support/extent.ts";
import { initializeMessage, MCP_HEADERS, openEndpoint } from "../../support/mcp-endpoint.ts";

const TOKENS = ["token-of-one", "token-of-another"];
const CLIENTS = 50;
const CALLS = inExtent({ usual: 60, whole: 200 });

/** Says whose it is, a little later each time, so that answers overtake each other. */
const echoFor = (owner: string): McpServer => {
  const server = new McpServer({ name: "echo", version: "1.0.0" });
  const inputSchema = { word: z.string(), turns: z.int() };
  server.registerTool("echo", { inputSchema }, async ({ word, turns }) => {
    for (let turn = 0; turn < turns; turn += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    return { content: [{ type: "text", text: `${owner}:${word}` }] };
  });
  return server;
};

describe("fifty clients with two tokens", () => {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  let endpoint: Awaited<ReturnType<typeof openEndpoint>>;
  beforeAll(async () => {
    endpoint = await openEndpoint({
      tokens: TOKENS,
      serverFor: ({ principal }) => echoFor(principal.name),
    });
  });
  afterAll(async () => {
    agent.destroy();
    await endpoint[Symbol.asyncDispose]();
  });

  const post = async (token: string, body: unknown, session?: string) =>
    await new Promise<{ status: number; session: string | undefined; body: string }>(
      (resolve, reject) => {
        const asked = request(endpoint.url, {
          method: "POST",
          agent,
          headers: {
            ...MCP_HEADERS,
            authorization: `Bearer ${token}`,
            ...(session !== undefined && { "mcp-session-id": session }),
          },
        });
        asked.once("error", reject);
        asked.once("response", (response) => {
          const id = response.headers["mcp-session-id"];
          text(response).then(
            (answer) =>
              resolve({
                status: response.statusCode ?? 0,
                session: typeof id === "string" ? id : undefined,
                body: answer,
              }),
            reject,
          );
        });
        asked.end(JSON.stringify(body));
      },
    );

  /** All clients count from the same number, as real ones do. */
  const callOf = (id: number, word: string) => ({
    jsonrpc: "2.0",
    id,
    method: "tools/call",
    params: { name: "echo", arguments: { word, turns: id % 3 } },
  });

  it("get their own answers and nobody else's, in sessions and without", async () => {
    const crossed: string[] = [];
    const oneClient = async (client: number): Promise<void> => {
      const token = TOKENS[client % 2] ?? "";
      // A caller has room for twenty sessions.
      const isInSession = client < 20;
      const session = isInSession ? (await post(token, initializeMessage())).session : undefined;
      expect(session !== undefined).toBe(isInSession);
      for (let id = 1; id <= CALLS; id += 1) {
        const word = `${client}-${id}`;
        const { status, body } = await post(token, callOf(id, word), session);
        const isOwn = body.includes(`"${token}:${word}"`) && body.includes(`"id":${id}`);
        if (status !== 200 || !isOwn) crossed.push(`${word}: ${status} ${body}`);
      }
    };
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => await oneClient(client)),
    );
    expect(crossed).toEqual([]);
    // Thousands of calls, ten thousand in a whole run, on a machine that does much else.
  });
});
