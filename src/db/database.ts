/** `Database` over any pool: statements, transactions with retries, and errors in our words. */
import { hash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { PoolClient, QueryConfig } from "pg";
import { AppError } from "../domain/errors.ts";
import { isConnectionError, isSerializationError, toDatabaseError } from "./errors.ts";
import type { GuardedPool } from "./pool.ts";
import type { Database, Row, Tx } from "./port.ts";
import { rowTypes, toParameters } from "./rows.ts";
import type { TransactionScopes } from "./transaction-scope.ts";

const MAX_ATTEMPTS = 5;
const RETRY_DELAY_MS = 20;
const NAME_DIGITS = 32;

interface DatabaseParts {
  kind: Database["kind"];
  pool: GuardedPool;
  scopes: TransactionScopes;
  /** Whether a connection has every statement with parameters parsed once only, and not just those of `prepared`. */
  preparesAll: boolean;
  listen: Database["listen"];
  close(): Promise<void>;
}

/** The database over a pool. */
export const createDatabase = (parts: DatabaseParts): Database => {
  const { pool } = parts;
  const toUsual = parts.preparesAll ? toPrepared : toQuery;
  return {
    kind: parts.kind,
    pool,
    listen: parts.listen,
    close: parts.close,
    async query<Result extends Row = Row>(text: string, values: readonly unknown[] = []) {
      try {
        const result = await pool.query<Result>(toUsual(text, values));
        return result.rows;
      } catch (error) {
        throw toDatabaseError(error);
      }
    },
    async transaction(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await runOnce({ ...parts, toUsual }, work);
        } catch (error) {
          if (!isSerializationError(error) || attempt === MAX_ATTEMPTS)
            throw toDatabaseError(error);
          await delay(attempt * RETRY_DELAY_MS);
        }
      }
    },
  };
};

type ToQuery = (text: string, values: readonly unknown[]) => QueryConfig;

const toQuery: ToQuery = (text, values) => ({
  text,
  values: toParameters(values),
  types: rowTypes,
});

const names = new Map<string, string>();

/** One name for one text, on every connection. Only for texts of the code, so that they stay few. */
const toPrepared: ToQuery = (text, values) => {
  // Without parameters it may be several statements, which cannot be prepared.
  if (values.length === 0) return toQuery(text, values);
  const name = names.get(text) ?? `convene_${hash("sha256", text).slice(0, NAME_DIGITS)}`;
  names.set(text, name);
  return { ...toQuery(text, values), name };
};

const runOnce = async <Result>(
  { pool, scopes, toUsual }: Pick<DatabaseParts, "pool" | "scopes"> & { toUsual: ToQuery },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  try {
    // Travels with the first statement. What it fails of, the connection, fails that too.
    const begun = client.query("begin");
    begun.catch(() => undefined);
    const { tx, end } = openTx(client, toUsual);
    const result = await scopes.inside(() => work(tx)).finally(end);
    await begun;
    await commit(client);
    client.release();
    return result;
  } catch (error) {
    await rollBack(client, error);
    throw error;
  }
};

const openTx = (client: PoolClient, toUsual: ToQuery): { tx: Tx; end: () => void } => {
  let isOpen = true;
  const ask = async <Result extends Row>(query: QueryConfig): Promise<Result[]> => {
    if (!isOpen) {
      throw bug("A transaction was used after its end: a promise inside it was not awaited");
    }
    const result = await client.query<Result>(query);
    return result.rows;
  };
  return {
    tx: toTx({
      query: async <Result extends Row = Row>(text: string, values: readonly unknown[] = []) =>
        await ask<Result>(toUsual(text, values)),
      prepared: async <Result extends Row = Row>(text: string, values: readonly unknown[]) =>
        await ask<Result>(toPrepared(text, values)),
    }),
    end: () => {
      isOpen = false;
    },
  };
};

// The brand exists in types only: this is the one place where a transaction is made.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const toTx = (queryable: Pick<Tx, "query" | "prepared">): Tx => queryable as Tx;

/** PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement had failed and the caller swallowed that. */
const commit = async (client: PoolClient): Promise<void> => {
  const { command } = await client.query("commit");
  if (command !== "COMMIT") {
    throw bug("A statement of the transaction failed and its error was dropped");
  }
};

const rollBack = async (client: PoolClient, cause: unknown): Promise<void> => {
  if (isConnectionError(cause)) {
    client.release(true);
    return;
  }
  try {
    await client.query("rollback");
    client.release();
  } catch {
    // The caller's own error says more; the server rolls back when it sees the connection close.
    client.release(true);
  }
};

const bug = (message: string): AppError =>
  new AppError({ code: "internal", fault: "bug", message });
