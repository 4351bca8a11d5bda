import { request } from "node:http";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { initializeMessage, MCP_HEADERS, openEndpoint } from "../../support/mcp-endpoint.ts";

const [MINE, THEIRS] = ["my-token", "their-token"] as const;

describe("the MCP endpoint", () => {
  let endpoint: Awaited<ReturnType<typeof openEndpoint>>;
  /** By the word of each call of `wait`. */
  const begun = new Map(["lost", "cancelled"].map((word) => [word, Promise.withResolvers<void>()]));
  const goOn = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<void>();
  let minutes = 0;
  beforeAll(async () => {
    endpoint = await openEndpoint({
      tokens: [MINE, THEIRS],
      callsPerMinute: 150,
      now: () => minutes * 60_000,
      serverFor: () => {
        const server = new McpServer({ name: "a test", version: "1.0.0" });
        server.registerTool(
          "wait",
          { inputSchema: { word: z.string() } },
          async ({ word }, { signal }) => {
            signal.addEventListener("abort", () => stopped.resolve());
            begun.get(word)?.resolve();
            await goOn.promise;
            return { content: [{ type: "text", text: "the end of it" }] };
          },
        );
        return server;
      },
    });
  });
  afterAll(async () => await endpoint[Symbol.asyncDispose]());

  const send = async (
    method: string,
    { token = MINE, body, headers = {} }: SendOptions = {},
  ): Promise<Response> =>
    await fetch(endpoint.url, {
      method,
      headers: { ...MCP_HEADERS, authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  interface SendOptions {
    token?: string;
    body?: unknown;
    headers?: Record<string, string>;
  }

  const begin = async (): Promise<Record<string, string>> => {
    const response = await send("POST", { body: initializeMessage() });
    await response.text();
    const id = response.headers.get("mcp-session-id") ?? "";
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    return { "mcp-session-id": id, "mcp-protocol-version": "2025-11-25" };
  };
  const PING = { jsonrpc: "2.0", id: 1, method: "ping" };
  const waitFor = (word: string) => ({
    jsonrpc: "2.0",
    id: 7,
    method: "tools/call",
    params: { name: "wait", arguments: { word } },
  });

  /** The events of a stream, as far as is asked for. */
  const eventsOf = async function* (response: Response): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const part of response.body ?? []) {
      const events = (rest + decoder.decode(part, { stream: true })).split("\n\n");
      rest = events.pop() ?? "";
      yield* events;
    }
  };
  const idOf = (event: string | undefined): string => /^id: (.+)$/m.exec(event ?? "")?.[1] ?? "";

  it("answers without a session, and within one", async () => {
    const alone = await send("POST", { body: PING });
    expect(await alone.json()).toEqual({ jsonrpc: "2.0", id: 1, result: {} });
    expect(alone.headers.get("mcp-session-id")).toBeNull();
    const within = await send("POST", { body: PING, headers: await begin() });
    expect(await within.text()).toContain('{"result":{},"jsonrpc":"2.0","id":1}');
  });

  it("has a session for its own token alone, and says to others that there is none", async () => {
    const headers = await begin();
    for (const method of ["POST", "GET", "DELETE"]) {
      const body = method === "POST" ? PING : undefined;
      const theirs = await send(method, { token: THEIRS, headers, body });
      const nobodys = await send(method, {
        headers: { ...headers, "mcp-session-id": "11111111-1111-1111-1111-111111111111" },
        body,
      });
      expect([theirs.status, nobodys.status]).toEqual([404, 404]);
      expect(await theirs.text()).toBe(await nobodys.text());
    }
    expect((await send("POST", { body: PING, headers })).status).toBe(200);
    expect((await send("DELETE", { headers })).status).toBe(200);
    expect((await send("POST", { body: PING, headers })).status).toBe(404);
  });

  it("stops the work of a call that is cancelled", async () => {
    const headers = await begin();
    const call = await send("POST", { body: waitFor("cancelled"), headers });
    await begun.get("cancelled")?.promise;
    await send("POST", {
      headers,
      body: { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 7 } },
    });
    await expect(stopped.promise).resolves.toBeUndefined();
    await call.body?.cancel();
  });

  it("keeps what a client missed, and tells it to whoever comes back with its session", async () => {
    const headers = await begin();
    const lost = await send("POST", { body: waitFor("lost"), headers });
    const events = eventsOf(lost);
    const last = idOf((await events.next()).value as string | undefined);
    expect(last).not.toBe("");
    // The connection is gone before there is an answer.
    await events.return(undefined);
    await begun.get("lost")?.promise;
    const resume = { ...headers, "last-event-id": last };
    expect((await send("GET", { token: THEIRS, headers: resume })).status).toBe(404);
    const other = await begin();
    const elsewhere = await send("GET", { headers: { ...other, "last-event-id": last } });
    expect(elsewhere.status).toBeGreaterThanOrEqual(400);
    const back = await send("GET", { headers: resume });
    goOn.resolve();
    const rest = eventsOf(back);
    expect((await rest.next()).value).toContain("the end of it");
    await rest.return(undefined);
  });

  it("ends a session that nobody has used for half an hour, and the oldest of a caller who has twenty", async () => {
    const headers = await begin();
    minutes += 29;
    expect((await send("POST", { body: PING, headers })).status).toBe(200);
    minutes += 31;
    expect((await send("POST", { body: PING, headers })).status).toBe(404);
    const [first, second] = [await begin(), await begin()];
    expect((await send("POST", { body: PING, headers: first })).status).toBe(200);
    for (let count = 0; count < 19; count += 1) await begin();
    expect((await send("POST", { body: PING, headers: second })).status).toBe(404);
    expect((await send("POST", { body: PING, headers: first })).status).toBe(200);
  });

  it("has but POST without a session", async () => {
    for (const method of ["GET", "DELETE"]) {
      const response = await send(method);
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  it.each(["token", "access_token", "ACCESS_TOKEN", "api_key"])(
    "refuses a %s in its address, also a good one beside a good header",
    async (name) => {
      const response = await fetch(`${endpoint.url}?${name}=${MINE}`, {
        method: "POST",
        headers: { ...MCP_HEADERS, authorization: `Bearer ${MINE}` },
        body: JSON.stringify(PING),
      });
      expect(response.status).toBe(401);
      const said = await response.text();
      expect(said).toContain("revoke it");
      expect(said).not.toContain(MINE);
    },
  );

  it("is closed under a foreign name and to another site's page, before anybody is asked for a token", async () => {
    const statusOf = async (headers: Record<string, string>): Promise<number> =>
      await new Promise((resolve, reject) => {
        const asked = request(endpoint.url, { method: "POST", headers });
        asked.once("error", reject);
        asked.once("response", (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        asked.end(JSON.stringify(PING));
      });
    const good = { ...MCP_HEADERS, authorization: `Bearer ${MINE}` };
    const own = new URL(endpoint.url).origin;
    expect(await statusOf({ ...good, origin: own })).toBe(200);
    expect(await statusOf({ ...good, host: "evil.test" })).toBe(403);
    expect(await statusOf({ ...good, origin: "https://evil.test" })).toBe(403);
    expect(await statusOf({ ...good, origin: "null" })).toBe(403);
    expect(await statusOf({ ...MCP_HEADERS, origin: "https://evil.test" })).toBe(403);
  });

  // Last: nothing is left for this token after it.
  it("counts the requests of each token by itself", async () => {
    let status = 200;
    for (let count = 0; status === 200 && count < 200; count += 1) {
      const response = await send("POST", { body: PING });
      ({ status } = response);
      await response.text();
    }
    expect(status).toBe(429);
    expect((await send("POST", { body: PING, token: THEIRS })).status).toBe(200);
    expect((await send("POST", { body: PING, token: "nobody's" })).status).toBe(401);
  });
});

it("without sessions begins none", async () => {
  await using endpoint = await openEndpoint({
    tokens: [MINE],
    hasSessions: false,
    serverFor: () => new McpServer({ name: "a test", version: "1.0.0" }),
  });
  const response = await fetch(endpoint.url, {
    method: "POST",
    headers: { ...MCP_HEADERS, authorization: `Bearer ${MINE}` },
    body: JSON.stringify(initializeMessage()),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("mcp-session-id")).toBeNull();
  await response.text();
});
