/** Our tools on an MCP server: the same definitions that the agents use, with hints from their declared effect. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from "@modelcontextprotocol/sdk/types.js";
import { AppError } from "../src/domain/errors.ts";
import type { ToolContext } from "../tools/context.ts";
import { type Tool, callTool } from "../tools/define-tool.ts";
import { TOOLS } from "../tools/index.ts";
import { inWords } from "./in-words.ts";
import { type JsonSchema, inputOutline, outputOutline } from "./outline.ts";
import { visible } from "./visible.ts";

/** A tool as clients are told of it. */
export interface PublishedTool {
  name: string;
  title: string;
  description: string;
  inputSchema: JsonSchema & { type: "object" };
  outputSchema: JsonSchema & { type: "object" };
  annotations: Record<string, boolean>;
}

const publish = ({ name, title, description, input, output, effect }: Tool): PublishedTool => ({
  name,
  title,
  description,
  inputSchema: { ...inputOutline(input), type: "object" },
  outputSchema: { ...outputOutline(output), type: "object" },
  annotations: {
    readOnlyHint: effect === "read",
    destructiveHint: false,
    idempotentHint: effect === "read",
    openWorldHint: true,
  },
});

/** They never change while a process lives, and a server is made for each request. */
const published = new Map<Tool, PublishedTool>();
const publishedOnce = (tool: Tool): PublishedTool => {
  const told = published.get(tool) ?? publish(tool);
  published.set(tool, told);
  return told;
};

/** Puts tools on a server. A failure that the caller can act on is a failed result; a bug is told without its details. */
export const serveTools = (
  { server }: McpServer,
  tools: readonly Tool[],
  contextOf: (signal: AbortSignal) => ToolContext,
): void => {
  server.registerCapabilities({ tools: {} });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(publishedOnce) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const tool = tools.find(({ name }) => name === params.name) ?? noSuchTool(params.name);
    return await answerOf(tool, params.arguments ?? {}, contextOf(signal));
  });
};

const noSuchTool = (name: string): never => {
  const isLeftOut = TOOLS.some((tool) => tool.name === name);
  throw new McpError(
    ErrorCode.InvalidParams,
    isLeftOut
      ? `The tool ${name} is in none of the toolsets that were asked for: send X-MCP-Toolsets: all.`
      : "There is no such tool: tools/list names them.",
  );
};

const answerOf = async (
  tool: Tool,
  input: Record<string, unknown>,
  context: ToolContext,
): Promise<CallToolResult> => {
  try {
    const output = Object.fromEntries(
      Object.entries(await callTool(tool, input, context)).map(([key, value]) => [
        key,
        visible(value),
      ]),
    );
    return { content: [{ type: "text", text: inWords(output) }], structuredContent: output };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === INTERNAL) context.log.error({ err: thrown, tool: tool.name }, "tool failed");
    return failed(failure);
  }
};

interface Failure {
  code: string;
  message: string;
  retryable: boolean;
  faults?: unknown[];
}

/** Where a failed result says the same for programs. */
const FAILURE = "convene/failure";

const failed = (failure: Failure): CallToolResult => {
  const faults = (failure.faults ?? []).map((fault) => `- ${faultInWords(fault)}`);
  const retry = failure.retryable ? ["Trying again in a little while may help."] : [];
  const text = [failure.message, ...faults, ...retry].join("\n");
  return {
    isError: true,
    content: [{ type: "text", text: String(visible(text)) }],
    _meta: { [FAILURE]: visible(failure) },
  };
};

const faultInWords = (fault: unknown): string =>
  typeof fault === "object" && fault !== null && "path" in fault && "message" in fault
    ? `${String(fault.path)}: ${String(fault.message)}`
    : String(fault);

const INTERNAL: Failure = {
  code: "internal",
  message: "Something failed on our side; the log has the details.",
  retryable: false,
};

const failureOf = (thrown: unknown): Failure =>
  thrown instanceof AppError && thrown.fault !== "bug"
    ? {
        code: thrown.code,
        message: thrown.message,
        retryable: thrown.retryable,
        ...(Array.isArray(thrown.data["faults"]) && { faults: thrown.data["faults"] }),
      }
    : INTERNAL;
