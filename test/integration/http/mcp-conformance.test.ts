/** The official conformance suite against our endpoint: with what the suite wants a server to have, and with what ours has. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { createMcpServer } from "../../../mcp-server/server.ts";
import { createConformanceServer } from "../../support/conformance-server.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openEndpoint } from "../../support/mcp-endpoint.ts";
import { startWalk } from "../../support/walk.ts";

const run = promisify(execFile);
const PROGRAM = fileURLToPath(
  new URL("../../../node_modules/@modelcontextprotocol/conformance/dist/index.js", import.meta.url),
);
const TOKEN = "a-token";

/** What it says, and how it ends. `exceptions`: a file of scenarios that may fail, each with its reason; one that passes is a fault too. */
const conformance = async (url: string, ...more: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), "convene-conformance-"));
  try {
    const asked = ["server", "--url", url, "--output-dir", folder, ...more];
    return await run(process.execPath, [PROGRAM, ...asked], { cwd: folder }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, said: stdout }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
const exceptions = (name: string): string[] => [
  "--expected-failures",
  fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url)),
];

it("our endpoint passes every scenario with the suite's own tools behind it", async () => {
  await using endpoint = await openEndpoint({
    tokens: [TOKEN],
    usualToken: TOKEN,
    serverFor: createConformanceServer,
  });
  const { code, said } = await conformance(endpoint.url, "--suite", "all");
  expect({ code, said }).toMatchObject({ code: 0 });
});

describeOneDatabase("embedded", "our server", (open) => {
  it("passes every scenario that applies; the others are listed with why not", async () => {
    const walk = await startWalk(open);
    const { tools, books } = walk.running.deps;
    await using endpoint = await openEndpoint({
      tokens: [TOKEN],
      usualToken: TOKEN,
      serverFor: ({ principal }) =>
        createMcpServer(
          {
            ...tools,
            books,
            approve: null,
            isStillSo: async () => await Promise.resolve(true),
            caller: { kind: "mcp", name: principal.name, mayPropose: true },
          },
          { version: "1.0.0", toolsets: null },
        ),
    });
    const { code, said } = await conformance(endpoint.url, ...exceptions("mcp-conformance.yaml"));
    await walk.close();
    expect({ code, said }).toMatchObject({ code: 0 });
  });
});
