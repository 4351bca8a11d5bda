/** What assistants are served over MCP. */
import type { Environment } from "./environment.ts";

export interface McpConfig {
  /** Of the tools, for clients that name none; null: the default ones. */
  toolsets: string | null;
}

export const buildMcp = (env: Environment): McpConfig => ({
  toolsets: env.MCP_TOOLSETS ?? null,
});
