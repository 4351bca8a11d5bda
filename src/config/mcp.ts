/** What assistants are served over MCP. */
import type { Environment } from "./environment.ts";

export interface McpConfig {
  /** Of the tools, for clients that name none; null: the default ones. */
  toolsets: string | null;
  /** Whether clients may have sessions: with several web processes behind a balancer, only where that sends a session to one. */
  hasSessions: boolean;
  /** Requests of one token. */
  callsPerMinute: number;
  /** Whether a person may approve through their assistant. */
  hasApprovals: boolean;
}

export const buildMcp = (env: Environment): McpConfig => ({
  toolsets: env.MCP_TOOLSETS ?? null,
  hasSessions: env.MCP_SESSIONS ?? true,
  callsPerMinute: env.MCP_CALLS_PER_MINUTE ?? 600,
  hasApprovals: env.MCP_APPROVALS ?? false,
});
