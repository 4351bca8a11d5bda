/** One connection to a server that only listens. It is opened with the first subscriber, watched with a small query, and
 * made again when lost; subscribers then hear of the gap, because what was notified meanwhile is gone. */
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { ClientConfig } from "pg";
import { createChannels, quoteChannel } from "./channels.ts";
import type { Subscriber } from "./channels.ts";
import { toDatabaseError } from "./errors.ts";
import type { Database } from "./port.ts";

const HEARTBEAT_MS = 10_000;
const HEARTBEAT_TIMEOUT_MS = 5_000;
const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 5_000;

/** The listening half of a database. */
export interface PostgresListener {
  listen: Database["listen"];
  close(): Promise<void>;
}

/** A listener that connects when it is first needed. */
export const createPostgresListener = (config: ClientConfig): PostgresListener => {
  const channels = createChannels();
  const stop = new AbortController();
  let current: Promise<pg.Client> | undefined;

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ ...config, query_timeout: HEARTBEAT_TIMEOUT_MS });
    client.on("notification", ({ channel, payload }) => channels.deliver(channel, payload ?? ""));
    client.on("error", () => undefined);
    try {
      await client.connect();
      for (const name of channels.names()) await client.query(`listen ${quoteChannel(name)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    const heartbeat = setInterval(() => {
      client.query("select 1").catch(() => client.end());
    }, HEARTBEAT_MS);
    client.once("end", () => {
      clearInterval(heartbeat);
      if (stop.signal.aborted) return;
      current = reconnect();
      current.catch(() => undefined);
    });
    return client;
  };

  const reconnect = async (): Promise<pg.Client> => {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, MAX_RETRY_MS)) {
      await delay(wait, undefined, { signal: stop.signal, ref: false });
      try {
        const client = await connect();
        channels.announceGap();
        return client;
      } catch {
        // Tried again until the server is back or the database is closed.
      }
    }
  };

  return {
    async listen(channel, onPayload, onGap) {
      const subscriber: Subscriber = { onPayload, onGap };
      const isNew = channels.add(channel, subscriber);
      if (current === undefined) {
        current = connect();
        await current.catch((error: unknown) => {
          current = undefined;
          channels.remove(channel, subscriber);
          throw toDatabaseError(error);
        });
      } else if (isNew) {
        await say("listen", await current, channel);
      }
      return async () => {
        if (!channels.remove(channel, subscriber) || stop.signal.aborted) return;
        const client = await current;
        if (client !== undefined) await say("unlisten", client, channel);
      };
    },
    async close() {
      stop.abort();
      const client = await current?.catch(() => undefined);
      await client?.end();
    },
  };
};

/** A client that cannot do this is closed; the next one begins with the channels as they are then. */
const say = async (
  word: "listen" | "unlisten",
  client: pg.Client,
  channel: string,
): Promise<void> => {
  try {
    await client.query(`${word} ${quoteChannel(channel)}`);
  } catch {
    await client.end();
  }
};
