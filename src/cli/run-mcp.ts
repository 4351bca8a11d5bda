/** `convene mcp`: the tools on standard input and output, for an assistant on this machine. */
import { serveStdio } from "../../mcp-server/stdio.ts";
import { toolsOf } from "../../mcp-server/toolsets.ts";
import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { start } from "../start.ts";
import { VERSION } from "../version.ts";

/** Serves until the other side closes. A request for a proposal is handled here too where nobody else works. */
export const runMcp = async ({ toolsets }: { toolsets?: string }): Promise<void> => {
  const config = readConfig();
  // A name that is none is told before anything is opened.
  if (toolsets !== undefined) toolsOf(toolsets);
  const log = createLog({ level: config.logLevel, toStderr: true });
  const isEmbedded = config.database.kind === "embedded";
  // Events of the sandbox company come over HTTP: an own process needs its own small door.
  const running = await start(
    { ...config, port: 0 },
    { log, roles: { web: isEmbedded, work: isEmbedded } },
  );
  try {
    await serveStdio(
      {
        ...running.deps.tools,
        books: running.deps.books,
        approve: null,
        isStillSo: async () => await Promise.resolve(true),
        caller: { kind: "mcp", name: "local assistant", role: "recruiter", mayPropose: true },
      },
      { version: VERSION, toolsets: toolsets ?? config.mcp.toolsets },
    );
  } finally {
    await running.stop();
  }
};
