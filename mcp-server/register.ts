/** Our tools on an MCP server: the same definitions that the agents use, with hints from their declared effect. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { AppError } from "../src/domain/errors.ts";
import { type Tool, callTool } from "../tools/define-tool.ts";
import type { ToolContext } from "../tools/context.ts";

/** Registers every tool. A failure that the caller can act on is a failed result; a bug is thrown without its details. */
export const registerTools = (
  server: McpServer,
  tools: readonly Tool[],
  contextOf: (signal: AbortSignal) => ToolContext,
): void => {
  for (const tool of tools) {
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: tool.input,
        outputSchema: tool.output,
        annotations: {
          readOnlyHint: tool.effect === "read",
          destructiveHint: false,
          idempotentHint: tool.effect === "read",
          openWorldHint: true,
        },
      },
      async (input: Record<string, unknown>, extra: { signal: AbortSignal }) => {
        const context = contextOf(extra.signal);
        try {
          const output = await callTool(tool, input, context);
          return {
            content: [{ type: "text" as const, text: JSON.stringify(output) }],
            structuredContent: output,
          };
        } catch (thrown) {
          const failure = failureOf(thrown);
          if (!failure) context.log.error({ err: thrown, tool: tool.name }, "tool failed");
          return {
            isError: true,
            content: [{ type: "text" as const, text: JSON.stringify(failure ?? INTERNAL) }],
          };
        }
      },
    );
  }
};

const INTERNAL = {
  code: "internal",
  message: "Something failed on our side; the log has the details.",
};

const failureOf = (thrown: unknown): Record<string, unknown> | null =>
  thrown instanceof AppError && thrown.fault !== "bug"
    ? {
        code: thrown.code,
        message: thrown.message,
        retryable: thrown.retryable,
        ...(Array.isArray(thrown.data["faults"]) && { faults: thrown.data["faults"] }),
      }
    : null;
