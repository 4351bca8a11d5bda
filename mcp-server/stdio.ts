/** MCP over standard input and output, for an assistant on the same machine. */
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { checkToolRules } from "../tools/define-tool.ts";
import { TOOLS } from "../tools/index.ts";
import type { McpContext } from "./context.ts";
import { type McpOptions, createMcpServer } from "./server.ts";

/** Serves until the other side closes. Standard output belongs to the protocol: logs go to standard error. */
export const serveStdio = async (context: McpContext, options: McpOptions): Promise<void> => {
  checkToolRules(TOOLS);
  const server = createMcpServer(context, options);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once("end", resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
};
