/** Live updates as server-sent events: what has changed, never the change itself; the reader asks for that as usual. */
import type { RequestHandler } from "express";
import { z } from "zod";
import type { Database } from "../../db/port.ts";
import { type FindPrincipal, authenticate } from "../auth/authenticate.ts";
import { requireAccess } from "../auth/principal.ts";

const Notice = z.object({
  topic: z.enum(["proposals", "cases", "events", "ledger", "status"]),
  caseId: z.string().nullish(),
});
/** Proxies close a silent connection; a comment keeps it open. */
const HEARTBEAT_MS = 20_000;

type Listener = (message: string) => void;

/** Fans the database's notices out to every open page. */
export const createChangeFeed = async (database: Database) => {
  const listeners = new Set<Listener>();
  const stop = await database.listen("convene", (payload) => {
    const notice = Notice.safeParse(JSON.parse(payload));
    if (!notice.success) return;
    const message = `event: changed\ndata: ${JSON.stringify(notice.data)}\n\n`;
    for (const listener of listeners) listener(message);
  });
  return {
    subscribe: (listener: Listener): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: stop,
  };
};
export type ChangeFeed = Awaited<ReturnType<typeof createChangeFeed>>;

/** `GET /api/stream`. */
export const streamHandler =
  (feed: ChangeFeed, findPrincipal: FindPrincipal): RequestHandler =>
  async (request, response) => {
    requireAccess(await authenticate(request, findPrincipal), "read");
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      connection: "keep-alive",
    });
    response.write("event: hello\ndata: {}\n\n");
    const stop = feed.subscribe((message) => response.write(message));
    const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
    request.on("close", () => {
      clearInterval(heartbeat);
      stop();
    });
  };
