/** What an MCP server is given for one caller, and for one call. */
import type { AssistantBooks } from "../src/cases/assistant-books.ts";
import type { ToolContext } from "../tools/context.ts";

/** For one call. */
export interface CallContext extends ToolContext {
  books: AssistantBooks;
}

/** For one caller: but for the signal of each call. */
export type McpContext = Omit<CallContext, "signal">;
