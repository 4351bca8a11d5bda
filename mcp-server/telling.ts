/** What a client is told while a call goes on: how far it is, if it asked, and what is logged at the level that it set. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { RequestHandlerExtra } from "@modelcontextprotocol/sdk/shared/protocol.js";
import {
  type LoggingLevel,
  type ServerNotification,
  type ServerRequest,
  SetLevelRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { Logger } from "pino";
import type { ToolStep } from "../tools/context.ts";

/** What a message came with. */
export type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

const LEVELS: readonly LoggingLevel[] = [
  "debug",
  "info",
  "notice",
  "warning",
  "error",
  "critical",
  "alert",
  "emergency",
];

/** Until a client says otherwise it is told of what failed. */
const USUAL: LoggingLevel = "warning";

export interface Telling {
  step(extra: Extra, step: ToolStep): Promise<void>;
  /** Never with anything that is about a candidate: the client may keep it. */
  log(extra: Extra, level: LoggingLevel, words: string): Promise<void>;
}

/** Tells the clients of a server. A client that is gone is told nothing, and that is no fault of the call. */
export const serveTelling = ({ server }: McpServer, log: Logger): Telling => {
  let least: LoggingLevel = USUAL;
  server.registerCapabilities({ logging: {} });
  server.setRequestHandler(SetLevelRequestSchema, ({ params }) => {
    least = params.level;
    return {};
  });
  const notify = async (extra: Extra, notification: ServerNotification): Promise<void> => {
    try {
      await extra.sendNotification(notification);
    } catch (thrown) {
      log.debug({ err: thrown }, "an MCP client could not be told");
    }
  };
  return {
    step: async (extra, { done, of, words }) => {
      const progressToken = extra._meta?.progressToken;
      if (progressToken === undefined) return;
      const params = { progressToken, progress: done, total: of, message: words };
      await notify(extra, { method: "notifications/progress", params });
    },
    log: async (extra, level, words) => {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
      const params = { level, logger: "convene", data: words };
      await notify(extra, { method: "notifications/message", params });
    },
  };
};
