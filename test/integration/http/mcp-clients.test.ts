/** Programs of others that speak MCP, with our server: LangChain's adapters, the client of the newer line of the SDK, and the
 * Inspector's command line. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOneDatabase } from "../../support/database.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";

describeOneDatabase("embedded", "our server over MCP", (open) => {
  let walk: Walk;
  let opportunityId: string;
  beforeAll(async () => {
    walk = await startWalk(open);
    opportunityId = walk.nextCandidate("phoneScreen");
  });
  afterAll(async () => await walk.close());
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };

  it("gives LangChain's agents its tools, their answers and their failures", async () => {
    const client = new MultiServerMCPClient({
      mcpServers: { convene: { transport: "http", url: `${walk.url}/mcp`, headers } },
      outputHandling: "content",
    });
    try {
      const tools = await client.getTools();
      expect(tools).toHaveLength(12);
      const named = (name: string) => {
        const tool = tools.find((one) => one.name === name);
        if (!tool) throw new Error(`no tool ${name}`);
        return tool;
      };
      const found: unknown = await named("find_slots").invoke({ opportunityId });
      expect(JSON.stringify(found)).toContain("Phone Screen");
      const missing = named("get_case").invoke({ caseId: "case_nobody" }) as Promise<unknown>;
      await expect(missing).rejects.toThrow("Use list_cases to find its id");
    } finally {
      await client.close();
    }
  });

  it("is understood by the client of the newer line", async () => {
    const client = new Client({ name: "a test", version: "1.0.0" });
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${walk.url}/mcp`), { requestInit: { headers } }),
    );
    try {
      expect((await client.listTools()).tools).toHaveLength(12);
      const steps: number[] = [];
      const { structuredContent, isError } = await client.callTool(
        { name: "find_slots", arguments: { opportunityId } },
        { onprogress: ({ progress }) => steps.push(progress) },
      );
      expect([isError ?? false, steps]).toEqual([false, [0, 1, 2]]);
      expect(structuredContent).toMatchObject({ sessions: [{ name: "Phone Screen" }] });
      const { prompts } = await client.listPrompts();
      expect(prompts.length).toBe(3);
    } finally {
      await client.close();
    }
  });

  it("is read and called by the Inspector's command line", async () => {
    const folder = await mkdtemp(join(tmpdir(), "convene-inspector-"));
    // Packed by itself it looks for the package that it was built in, one folder further up.
    await cp(INSPECTOR, join(folder, "cli"), { recursive: true });
    await cp(join(INSPECTOR, "package.json"), join(folder, "package.json"));
    await symlink(join(INSPECTOR, "..", ".."), join(folder, "node_modules"));
    const inspect = async (...asked: string[]): Promise<unknown> => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        join(folder, "cli", "build", "index.js"),
        `${walk.url}/mcp`,
        "--transport",
        "http",
        "--header",
        `Authorization: ${headers.authorization}`,
        ...asked,
      ]);
      return JSON.parse(stdout);
    };
    const listed = await inspect("--method", "tools/list");
    expect(listed).toMatchObject({ tools: { length: 12 } });
    const called = await inspect("--method", "tools/call", "--tool-name", "list_cases");
    expect(called).toMatchObject({ structuredContent: { cases: [] } });
    await rm(folder, { recursive: true, force: true });
  });
});

const INSPECTOR = fileURLToPath(
  new URL("../../../node_modules/@modelcontextprotocol/inspector-cli", import.meta.url),
);
