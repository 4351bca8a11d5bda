/** Our tools on an MCP server: the same definitions that the agents use, with hints from their declared effect. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  type LoggingLevel,
  McpError,
} from "@modelcontextprotocol/sdk/types.js";
import { AppError } from "../src/domain/errors.ts";
import type { ToolContext } from "../tools/context.ts";
import { type Tool, callTool, isUsable } from "../tools/define-tool.ts";
import { TOOLS } from "../tools/index.ts";
import { APPROVE, approveTool, askToApprove } from "./approve.ts";
import type { CallContext } from "./context.ts";
import { RIGHTS_CHANGED, type Word, askPerson, questionOf } from "./confirm.ts";
import { inWords } from "./in-words.ts";
import { type JsonSchema, inputOutline, outputOutline } from "./outline.ts";
import type { Extra, Telling } from "./telling.ts";
import { visible } from "./visible.ts";

/** Where a failed result says the same for programs. */
const FAILURE = "convene/failure";

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
  inputSchema: { ...inputOutline(input), type: "object", additionalProperties: false },
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
  mcp: McpServer,
  tools: readonly Tool[],
  { contextOf, telling }: ServeTools,
): void => {
  const { server } = mcp;
  server.registerCapabilities({ tools: {} });
  server.setRequestHandler(ListToolsRequestSchema, (_request, { signal }) => ({
    tools: [...tools.map(publishedOnce), ...(contextOf(signal).approve ? [approveTool] : [])],
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra) => {
    const context: CallContext = {
      ...contextOf(extra.signal),
      onStep: async (step) => await telling.step(extra, step),
    };
    const input = params.arguments ?? {};
    const { approve } = context;
    if (params.name === APPROVE && approve) {
      const asking = { mcp, extra, context, approve };
      return await resultOf(APPROVE, context, async () => await askToApprove(input, asking));
    }
    const tool = tools.find(({ name }) => name === params.name) ?? noSuchTool(params.name);
    const word = await wordOn(tool, input, { mcp, extra, context });
    const result =
      word === "no" || word === "changed"
        ? failed(word === "no" ? DECLINED : CHANGED)
        : await resultOf(tool.name, context, async () => await callTool(tool, input, context));
    await telling.log(extra, ...logOf(tool, result));
    return result;
  });
};

interface ServeTools {
  contextOf(signal: AbortSignal): CallContext;
  telling: Telling;
}

/** Reading asks nobody; nor does what the caller may not do anyway, and is told so. */
const wordOn = async (
  tool: Tool,
  input: Record<string, unknown>,
  { mcp, extra, context }: { mcp: McpServer; extra: Extra; context: CallContext },
): Promise<Word> =>
  tool.effect === "propose" && context.caller.mayPropose && isUsable(tool, input)
    ? await askPerson(await questionOf(tool, input, context), { mcp, extra, context })
    : "cannot";

const DECLINED: Failure = {
  code: "declined",
  message:
    "The person who was asked did not agree: nothing was asked for. Ask them what they want instead.",
  retryable: false,
};

const CHANGED: Failure = { code: "forbidden", message: RIGHTS_CHANGED, retryable: false };

/** Without anything that the tool was asked or answered. */
const logOf = (
  { name, effect }: Tool,
  { isError, _meta }: CallToolResult,
): [LoggingLevel, string] => {
  if (isError !== true) return [effect === "read" ? "debug" : "info", `${name} answered`];
  const failure: unknown = _meta?.[FAILURE];
  const code = typeof failure === "object" && failure && "code" in failure ? failure.code : "";
  return ["warning", `${name} failed: ${String(code)}`];
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

/** An answer, or why there is none. */
const resultOf = async (
  name: string,
  { log, companyZone }: Pick<ToolContext, "log" | "companyZone">,
  run: () => Promise<object>,
): Promise<CallToolResult> => {
  try {
    const output = Object.fromEntries(
      Object.entries(await run()).map(([key, value]) => [key, visible(value)]),
    );
    return {
      content: [{ type: "text", text: inWords(output, companyZone) }],
      structuredContent: output,
    };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === INTERNAL) log.error({ err: thrown, tool: name }, "tool failed");
    return failed(failure);
  }
};

interface Failure {
  code: string;
  message: string;
  retryable: boolean;
  faults?: unknown[];
}

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

/** What to try where the error itself, which knows no tools, cannot say it. */
const NEXT: Partial<Record<AppError["code"], string[]>> = {
  lever_not_found: ["list_cases tells the opportunityId of each case."],
};

const failureOf = (thrown: unknown): Failure =>
  thrown instanceof AppError && thrown.fault !== "bug"
    ? {
        code: thrown.code,
        message: [thrown.message, ...(NEXT[thrown.code] ?? [])].join(" "),
        retryable: thrown.retryable,
        ...(Array.isArray(thrown.data["faults"]) && { faults: thrown.data["faults"] }),
      }
    : INTERNAL;
