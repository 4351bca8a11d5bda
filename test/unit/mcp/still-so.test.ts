/** A person takes minutes to answer: whether the caller still may is asked again before anything is done. */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { CallToolRequestSchema, ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { expect, it } from "vitest";
import { createAccess } from "../../../mcp-server/access.ts";
import { askPerson } from "../../../mcp-server/confirm.ts";
import { createGuesses } from "../../../src/http/auth/guesses.ts";
import type { Principal } from "../../../src/http/auth/principal.ts";

it.each([
  ["accept", true, "yes"],
  ["accept", false, "changed"],
  ["decline", false, "no"],
] as const)("a person's %s, while the caller still may: %s, is %s", async (action, may, word) => {
  const mcp = new McpServer({ name: "a test", version: "1.0.0" });
  const context = { isStillSo: async () => await Promise.resolve(may) };
  mcp.server.registerCapabilities({ tools: {} });
  mcp.server.setRequestHandler(CallToolRequestSchema, async (_request, extra) => ({
    content: [{ type: "text", text: await askPerson("Do it?", { mcp, extra, context }) }],
  }));
  const client = new Client(
    { name: "a test", version: "1.0.0" },
    { capabilities: { elicitation: { form: {} } } },
  );
  client.setRequestHandler(ElicitRequestSchema, () => ({ action, content: {} }));
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([mcp.connect(ours), client.connect(theirs)]);
  const { content } = await client.callTool({ name: "any" });
  expect(content).toEqual([{ type: "text", text: word }]);
  await client.close();
});

const ADA: Principal = {
  id: "tok_1",
  name: "Ada",
  role: "recruiter",
  scope: { teams: ["Platform", "Data"], requisitions: [] },
  email: "ada@company.test",
  via: "token",
  scopes: ["mcp:read"],
};

it.each<[string, Partial<Principal> | null]>([
  ["is revoked", null],
  ["is another role's", { role: "hiring_manager" }],
  ["reaches less", { scope: { teams: ["Data"], requisitions: [] } }],
  ["reaches everywhere", { scope: null }],
  ["is good for less", { scopes: [] }],
  ["has another address", { email: "eve@company.test" }],
  ["has another name", { name: "Eve" }],
])("a caller whose token %s by now is another one", async (_, change) => {
  let now: Principal | null = ADA;
  const access = createAccess({
    findPrincipal: async () => await Promise.resolve(now),
    findHolder: null,
    metadataUrl: null,
    guesses: createGuesses(1),
  });
  const request = { header: () => "Bearer cv_1" };
  const come = async () => await access.whoCalls(request as never, {} as never);
  const caller = await come();
  now = { ...ADA, scope: { teams: ["Data", "Platform"], requisitions: [] } };
  expect(await caller.isStillSo()).toBe(true);
  expect((await come()).sessionKey).toBe(caller.sessionKey);
  now = change && { ...ADA, ...change };
  expect(await caller.isStillSo()).toBe(false);
});
