import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PROGRAM } from "../../support/started-programs.ts";
import { fillFolder } from "../../support/database.ts";

describe("convene mcp", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-mcp-"));
    await fillFolder(folder);
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("serves the tools to an assistant on this machine over standard input and output", async () => {
    const client = new Client({ name: "a test", version: "1.0.0" });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [PROGRAM, "mcp", "--toolsets", "default,plans"],
      env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder, LOG_LEVEL: "error" },
      stderr: "pipe",
    });
    let said = "";
    transport.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    await client.connect(transport);
    try {
      const { tools } = await client.listTools();
      expect(tools).toHaveLength(14);
      const result = await client.callTool({ name: "list_cases", arguments: {} });
      expect(result.structuredContent).toEqual({ cases: [] });
    } finally {
      await client.close();
    }
    expect(said).toBe("");
  });
});
