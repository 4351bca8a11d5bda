/** What an MCP server is given for one caller, and for one call. */
import type { AssistantBooks } from "../src/cases/assistant-books.ts";
import { type Need, mayAccess } from "../src/domain/access.ts";
import type { Caller, ToolContext } from "../tools/context.ts";
import type { Approve } from "./approve.ts";

/** For one call. */
export interface CallContext extends ToolContext {
  books: AssistantBooks;
  /** Null: nothing is approved here. */
  approve: Approve | null;
  /** Whether the caller may by now what they might when they were let in: asked again after a person was waited for. */
  isStillSo(): Promise<boolean>;
}

/** For one caller: but for the signal of each call. */
export type McpContext = Omit<CallContext, "signal">;

/** Whether the caller's role may. Whoever has none is at this machine. */
export const isFor = ({ role = "admin" }: Caller, need: Need): boolean => mayAccess({ role }, need);
