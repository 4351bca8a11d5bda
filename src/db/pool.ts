/** A `pg.Pool` that libraries may share with us: it refuses to be used from inside a transaction, never hands on a client
 * that still has one open, and survives the death of any connection. */
import pg from "pg";
import type { PoolClient, PoolConfig } from "pg";
import type { TransactionScopes } from "./transaction-scope.ts";

type Connected = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void;

const IDLE = "I";

/** A client that was left in a transaction is closed, which rolls back; the pool opens a fresh one. */
const guardRelease = (client: PoolClient): void => {
  const release = client.release.bind(client);
  client.release = (error) => {
    const isLeftOpen = client.getTransactionStatus() !== IDLE;
    release(error ?? (isLeftOpen ? new Error("left in a transaction") : undefined));
  };
};

/** The pool of one database. */
export class GuardedPool extends pg.Pool {
  readonly #scopes: TransactionScopes;

  constructor(config: PoolConfig, scopes: TransactionScopes) {
    super(config);
    this.#scopes = scopes;
    // The pool drops a broken client by itself and whoever used it gets the error; without a listener the process ends.
    this.on("error", () => undefined);
    this.on("connect", (client) => client.on("error", () => undefined));
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | undefined {
    if (callback === undefined) return this.#connect();
    try {
      this.#scopes.assertOutside();
    } catch (error) {
      callback(error instanceof Error ? error : undefined, undefined, () => undefined);
      return undefined;
    }
    super.connect((error, client, done) => {
      if (client === undefined) {
        callback(error, client, done);
        return;
      }
      guardRelease(client);
      callback(error, client, client.release);
    });
    return undefined;
  }

  async #connect(): Promise<PoolClient> {
    this.#scopes.assertOutside();
    const client = await super.connect();
    guardRelease(client);
    return client;
  }
}
