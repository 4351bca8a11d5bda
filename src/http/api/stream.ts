/** Live updates as server-sent events: what has changed, never the change itself; the reader asks for that as usual. */
import type { RequestHandler } from "express";
import { z } from "zod";
import type { Database } from "../../db/port.ts";
import { mayAccess } from "../../domain/access.ts";
import { authenticate } from "../auth/authenticate.ts";
import { type Principal, requireAccess } from "../auth/principal.ts";
import type { Door } from "./route.ts";

const Notice = z.object({
  topic: z.enum([
    "proposals",
    "cases",
    "events",
    "ledger",
    "status",
    "plans",
    "feedback",
    "requests",
    "guides",
    "questions",
    "chat",
    "access",
  ]),
  caseId: z.string().nullish(),
});
/** What has changed, and of which case. */
export type Notice = z.infer<typeof Notice>;

/** What is told to a candidate's own page alone. */
const OF_CANDIDATES: ReadonlySet<Notice["topic"]> = new Set(["chat"]);

/** Proxies close a silent connection; a comment keeps it open. */
const HEARTBEAT_MS = 20_000;

const MAX_UNREAD_BYTES = 256 * 1024;

/** One open page. */
interface Reader {
  send(notice: Notice): void;
  end(): void;
}

/** Who follows the notices themselves. */
interface Follower {
  heard(notice: Notice): void;
  ended(): void;
}

/** Fans the database's notices out to every open page. */
export const createChangeFeed = async (database: Database) => {
  const readers = new Set<Reader>();
  const followers = new Set<Follower>();
  const stop = await database.listen("convene", (payload) => {
    const notice = Notice.safeParse(JSON.parse(payload));
    if (!notice.success) return;
    for (const { heard } of followers) heard(notice.data);
    if (OF_CANDIDATES.has(notice.data.topic)) return;
    for (const reader of readers) reader.send(notice.data);
  });
  return {
    subscribe: (reader: Reader): (() => void) => {
      readers.add(reader);
      return () => readers.delete(reader);
    },
    /** Tells each notice as it comes. Shape: what ends it. */
    follow: (heard: Follower["heard"], ended: Follower["ended"]): (() => void) => {
      const follower = { heard, ended };
      followers.add(follower);
      return () => followers.delete(follower);
    },
    /** Ends every stream. */
    close: async () => {
      for (const { ended } of followers) ended();
      for (const reader of readers) reader.end();
      await stop();
    },
  };
};
export type ChangeFeed = Awaited<ReturnType<typeof createChangeFeed>>;

/** What of a notice is told to whoever listens: of a case beyond their reach nothing, and without the right to read cases no id of
 * one. */
const toldOf = async (
  notice: Notice,
  principal: Principal,
  reach: Door["reach"],
): Promise<Notice | null> => {
  if (!notice.caseId) return notice;
  if (!mayAccess(principal, "read")) {
    return mayAccess(principal, "audit") ? { topic: notice.topic } : null;
  }
  return (await reach(principal.scope, "case", notice.caseId)) ? notice : null;
};

/** `GET /api/stream`. It ends with its session, and goes by what its reader may now: told of each change of access, and asked anew with
 * every heartbeat. */
export const streamHandler =
  (feed: ChangeFeed, door: Door, heartbeatMs = HEARTBEAT_MS): RequestHandler =>
  async (request, response) => {
    let principal: Principal;
    const identify = async (): Promise<void> => {
      // Who only listens is no sign of somebody at the page.
      principal = await authenticate(request, door, { isLooking: true });
      requireAccess(principal, "own");
    };
    await identify();
    // Who has gone meanwhile is told of by no event any more.
    if (response.destroyed) return;
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      connection: "keep-alive",
    });
    response.write("event: hello\ndata: {}\n\n");
    // Once ended it is over at once, though its reader may take long to read that: nothing may be written after the end.
    const end = (): void => {
      clearInterval(heartbeat);
      stop();
      response.end();
    };
    const write = (notice: Notice | null): void => {
      if (!notice || response.writableEnded || response.destroyed) return;
      response.write(`event: changed\ndata: ${JSON.stringify(notice)}\n\n`);
      // Who does not read is let go; their page asks again, and reads everything anew.
      if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
    };
    const stop = feed.subscribe({
      send: (notice) => {
        if (notice.topic === "access") identify().then(() => write(notice), end);
        else if (principal.scope === null && mayAccess(principal, "read")) write(notice);
        else toldOf(notice, principal, door.reach).then(write, end);
      },
      end,
    });
    const heartbeat = setInterval(() => {
      identify().then(() => {
        if (!response.writableEnded) response.write(": still here\n\n");
      }, end);
    }, heartbeatMs);
    response.on("close", end);
  };
