/** One connection to a server that only listens. It is opened with the first subscriber, watched with a small query, and
 * made again when lost; subscribers then hear of the gap, because what was notified meanwhile is gone. */
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { ClientConfig } from "pg";
import { type Channels, type Subscriber, createChannels, quoteChannel } from "./channels.ts";
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
  const connection = new ListeningConnection(config, channels);
  return {
    async listen(channel, onPayload, onGap) {
      const subscriber: Subscriber = { onPayload, onGap };
      const isNew = channels.add(channel, subscriber);
      try {
        await connection.begin(isNew ? channel : undefined);
      } catch (error) {
        channels.remove(channel, subscriber);
        throw toDatabaseError(error);
      }
      return async () => {
        if (channels.remove(channel, subscriber)) await connection.say("unlisten", channel);
      };
    },
    close: () => connection.close(),
  };
};

class ListeningConnection {
  readonly #config: ClientConfig;
  readonly #channels: Channels;
  readonly #stop = new AbortController();
  #client: Promise<pg.Client> | undefined;

  constructor(config: ClientConfig, channels: Channels) {
    this.#config = { ...config, query_timeout: HEARTBEAT_TIMEOUT_MS };
    this.#channels = channels;
  }

  /** Connects, which listens on every channel there is, or adds a new channel. */
  async begin(newChannel: string | undefined): Promise<void> {
    if (this.#client !== undefined) {
      if (newChannel !== undefined) await this.say("listen", newChannel);
      return;
    }
    this.#client = this.#connect();
    await this.#client.catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
  }

  /** A client that cannot do this is closed; the next one begins with the channels as they are then. */
  async say(word: "listen" | "unlisten", channel: string): Promise<void> {
    if (this.#stop.signal.aborted) return;
    const client = await this.#client;
    await client?.query(`${word} ${quoteChannel(channel)}`).catch(() => client.end());
  }

  async close(): Promise<void> {
    this.#stop.abort();
    const client = await this.#client?.catch(() => undefined);
    await client?.end();
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    client.on("notification", ({ channel, payload }) => {
      this.#channels.deliver(channel, payload ?? "");
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      for (const name of this.#channels.names()) {
        await client.query(`listen ${quoteChannel(name)}`);
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.#watch(client);
    return client;
  }

  #watch(client: pg.Client): void {
    const heartbeat = setInterval(() => {
      client.query("select 1").catch(() => client.end());
    }, HEARTBEAT_MS);
    client.once("end", () => {
      clearInterval(heartbeat);
      if (this.#stop.signal.aborted) return;
      this.#client = this.#reconnect();
      this.#client.catch(() => undefined);
    });
  }

  async #reconnect(): Promise<pg.Client> {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, MAX_RETRY_MS)) {
      await delay(wait, undefined, { signal: this.#stop.signal, ref: false });
      try {
        const client = await this.#connect();
        this.#channels.announceGap();
        return client;
      } catch {
        // Tried again until the server is back or the database is closed.
      }
    }
  }
}
