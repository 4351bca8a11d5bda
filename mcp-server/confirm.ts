/** A person's word on what an assistant is about to ask for, where their program can ask them. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { AppError } from "../src/domain/errors.ts";
import { OpportunityId } from "../src/domain/ids.ts";
import { cleanLine, plainName } from "../src/domain/quoted.ts";
import type { ToolContext } from "../tools/context.ts";
import type { Tool } from "../tools/define-tool.ts";
import type { CallContext } from "./context.ts";
import type { Extra } from "./telling.ts";

/** How long a person is waited for. */
const PATIENCE_MS = 5 * 60_000;

/** What came of asking. `cannot`: the client has no way to ask anybody. `changed`: a yes, and meanwhile what the caller may is another. */
export type Word = "yes" | "no" | "cannot" | "changed";

/** What there is to say of `changed`. */
export const RIGHTS_CHANGED =
  "What you may do here has changed while the person was asked, so nothing was done. Initialize anew.";

interface Asking {
  mcp: McpServer;
  extra: Extra;
  context: Pick<CallContext, "isStillSo">;
}

/** Asks the person in front of the client. Silence, and closing the question, is a no. */
export const askPerson = async (
  question: string,
  { mcp, extra, context }: Asking,
): Promise<Word> => {
  const word = await wordOf(question, mcp, extra);
  return word === "yes" && !(await context.isStillSo()) ? "changed" : word;
};

const wordOf = async (question: string, { server }: McpServer, extra: Extra): Promise<Word> => {
  if (!server.getClientCapabilities()?.elicitation?.form) return "cannot";
  try {
    const { action } = await server.elicitInput(
      { message: question, requestedSchema: { type: "object", properties: {} } },
      { relatedRequestId: extra.requestId, signal: extra.signal, timeout: PATIENCE_MS },
    );
    return action === "accept" ? "yes" : "no";
  } catch {
    // Cancelled, timed out, or a client that says it can ask and does not.
    return "no";
  }
};

/** What a propose tool would ask for, in words that a person can decide on. */
export const questionOf = async (
  tool: Tool,
  input: Record<string, unknown>,
  context: ToolContext,
): Promise<string> => {
  const text = input["text"];
  if (typeof text === "string") return `Ask Convene this: “${cleanLine(text, 500)}”?`;
  const who = await whoOf(input, context);
  const at = input["startsAt"];
  const when = typeof at === "string" ? `, at ${cleanLine(at, 40)}` : "";
  return `${tool.title}: ${who}${when}? Convene's policy, or a person there, decides on what comes of it.`;
};

const whoOf = async (input: Record<string, unknown>, { lever }: ToolContext): Promise<string> => {
  const id = OpportunityId.safeParse(input["opportunityId"]);
  if (!id.success) return "nobody in particular";
  try {
    const { name, confidential } = await lever.getOpportunity(id.data);
    return confidential ? "somebody confidential" : plainName(name, "a candidate");
  } catch (thrown) {
    // The tool itself says what is wrong with it.
    if (thrown instanceof AppError) return `opportunity ${cleanLine(id.data, 80)}`;
    throw thrown;
  }
};
