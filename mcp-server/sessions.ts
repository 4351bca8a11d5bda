/** Sessions of this process: a server and a transport for each, and each its caller's alone. They are kept in memory, bounded, and
 * end when nobody has used them for a while; a client whose session is gone begins another. */
import { randomUUID } from "node:crypto";
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { AppError } from "../src/domain/errors.ts";
import { createEventStore } from "./event-store.ts";

const MOST_OF_A_CALLER = 20;
const MOST = 500;
const IDLE_MS = 30 * 60_000;
/** After how long a client that lost its connection is to come back. */
const RETRY_MS = 1_000;

interface Session {
  sessionKey: string;
  server: McpServer;
  transport: StreamableHTTPServerTransport;
  usedAt: number;
  isStillSo(): Promise<boolean>;
}

interface Opened {
  server: McpServer;
  /** Whether the session's token still gives the same rights. Errors: those of reading that. */
  isStillSo(): Promise<boolean>;
}

export interface Sessions {
  /** The transport of a session of this caller; null: there is none, whoever else may have one of that name. */
  find(id: string, sessionKey: string): StreamableHTTPServerTransport | null;
  /** A new one, which has its id once it was initialised. The one of this caller that was longest unused makes room. */
  begin(sessionKey: string, opened: Opened): Promise<StreamableHTTPServerTransport>;
  /** Ends those whose token is over, or gives other rights by now, with what they have open. */
  endOver(): Promise<void>;
  readonly size: number;
  close(): Promise<void>;
}

/** None yet. `now`: milliseconds that only grow. */
export const createSessions = (now: () => number = () => performance.now()): Sessions => {
  // In the order of their last use.
  const sessions = new Map<string, Session>();
  const end = async (id: string): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.server.close();
  };
  const makeRoom = async (sessionKey: string): Promise<void> => {
    const ids = (isWanted: (session: Session) => boolean): string[] =>
      [...sessions].filter(([, session]) => isWanted(session)).map(([id]) => id);
    const idle = ids(({ usedAt }) => now() - usedAt > IDLE_MS);
    const own = ids((session) => session.sessionKey === sessionKey);
    const spare = own.slice(0, Math.max(0, own.length - MOST_OF_A_CALLER + 1));
    for (const id of new Set([...idle, ...spare])) await end(id);
    const [longest] = sessions.keys();
    if (sessions.size >= MOST && longest !== undefined) await end(longest);
  };
  return {
    find: (id, sessionKey) => {
      const session = sessions.get(id);
      if (session?.sessionKey !== sessionKey || now() - session.usedAt > IDLE_MS) return null;
      session.usedAt = now();
      sessions.delete(id);
      sessions.set(id, session);
      return session.transport;
    },
    begin: async (sessionKey, { server, isStillSo }) => {
      await makeRoom(sessionKey);
      const transport = new StreamableHTTPServerTransport({
        sessionIdGenerator: randomUUID,
        eventStore: createEventStore(randomUUID()),
        retryInterval: RETRY_MS,
        onsessioninitialized: (id) => {
          sessions.set(id, { sessionKey, server, transport, isStillSo, usedAt: now() });
        },
        onsessionclosed: async (id) => await end(id),
      });
      await server.connect(transport);
      return transport;
    },
    endOver: async () => {
      for (const [id, { isStillSo }] of sessions) {
        if (!(await isStillSo().catch(isForNow))) await end(id);
      }
    },
    get size() {
      return sessions.size;
    },
    close: async () => {
      for (const id of sessions.keys()) await end(id);
    },
  };
};

/** A refusal is one for good. While a database or an identity provider does not answer nobody knows, and the next look will say. */
const isForNow = (thrown: unknown): boolean =>
  !(thrown instanceof AppError && thrown.fault === "caller");
