/** A socket-shaped duplex stream to the database that runs in this process, so that the ordinary `pg` client speaks to
 * it: same rows, same errors, same libraries as with a server. PostgreSQL's wire protocol crosses here, nothing else.
 * The database has one session: a new stream continues it, after rolling back what the stream before left open and
 * forgetting the statements that it had prepared, of which the new client knows nothing. */
import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";

const SIMPLE_QUERY = "Q".charCodeAt(0);
const SYNC = "S".charCodeAt(0);
const TERMINATE = "X".charCodeAt(0);
/** Every message after the first: one byte of type, then its length in four bytes, which counts themselves. */
const HEADER_BYTES = 5;

const simpleQuery = (text: string): Buffer => {
  const message = Buffer.from(`Q____${text}\0`, "latin1");
  message.writeUInt32BE(message.length - 1, 1);
  return message;
};
const ROLLBACK = simpleQuery("ROLLBACK");
/** Statements are prepared for their parsing; each is planned when it runs, because tables grow. */
const BEGIN_AFRESH = simpleQuery("DEALLOCATE ALL; SET plan_cache_mode = force_custom_plan");

/** What the stream needs of the database. */
export type EmbeddedSession = Pick<PGlite, "execProtocolRawSync" | "isInTransaction">;

/** A connection to the embedded database in the shape of a `net.Socket`, as far as `pg` uses one. */
export class EmbeddedStream extends Duplex {
  readonly #session: EmbeddedSession;
  #pending: Buffer = Buffer.alloc(0);
  #started = false;

  constructor(session: EmbeddedSession) {
    super({ allowHalfOpen: false });
    this.#session = session;
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed when they are there.
  }

  override _writev(
    chunks: readonly { chunk: Buffer }[],
    callback: (error?: Error | null) => void,
  ): void {
    this.#pending = Buffer.concat([this.#pending, ...chunks.map(({ chunk }) => chunk)]);
    // Later, as a socket would: `pg` is not ready for an answer while it still writes, and many statements in a row
    // must leave the event loop its turns.
    setImmediate(() => {
      try {
        this.#answer();
        callback();
      } catch (error) {
        callback(error instanceof Error ? error : new Error("embedded database failed"));
      }
    });
  }

  override _final(callback: (error?: Error | null) => void): void {
    this.push(null);
    callback();
  }

  #answer(): void {
    if (!this.#started && !this.#start()) return;
    // One request at a time, as a server reads them: what follows one that failed must still be read.
    for (let end = this.#endOfRequest(); end > 0; end = this.#endOfRequest()) {
      const request = this.#pending.subarray(0, end);
      this.#pending = this.#pending.subarray(end);
      if (request[0] === TERMINATE) {
        this.push(null);
        return;
      }
      this.push(Buffer.from(this.#session.execProtocolRawSync(request)));
    }
  }

  #start(): boolean {
    if (this.#pending.length < 4) return false;
    const length = this.#pending.readUInt32BE(0);
    if (this.#pending.length < length) return false;
    if (this.#session.isInTransaction()) {
      this.#session.execProtocolRawSync(ROLLBACK);
    }
    this.#session.execProtocolRawSync(BEGIN_AFRESH);
    const answer = this.#session.execProtocolRawSync(this.#pending.subarray(0, length));
    this.#pending = this.#pending.subarray(length);
    this.#started = true;
    this.push(Buffer.from(answer));
    return true;
  }

  /** The session must not be left between the messages of one request: only whole requests are handed over. */
  #endOfRequest(): number {
    let at = 0;
    while (at + HEADER_BYTES <= this.#pending.length) {
      const next = at + 1 + this.#pending.readUInt32BE(at + 1);
      if (next > this.#pending.length) break;
      const type = this.#pending[at];
      if (type === SIMPLE_QUERY || type === SYNC || type === TERMINATE) return next;
      at = next;
    }
    return 0;
  }
}
