/** What every store is given. Inside a transaction only its `Tx` may be used: the embedded database has one session,
 * so asking the pool again from inside would wait for itself. `Tx` and `Database` are different types for that reason. */

declare const inTransaction: unique symbol;

export type Row = Record<string, unknown>;

/** Runs one statement with `$1` parameters. Shape: rows with `timestamptz` as `Temporal.Instant`, `int8` as number,
 * `jsonb` parsed; the same on both databases. */
export interface Queryable {
  query<Result extends Row = Row>(text: string, values?: readonly unknown[]): Promise<Result[]>;
}

/** An open transaction. Statements that need nothing of each other may be asked for at once (`Promise.all`): they run in
 * the order in which they were asked for, on a server after one journey instead of many. */
export interface Tx extends Queryable {
  /** The same for a statement that comes often and always with this text: a connection has it parsed and planned once. Not
   * for one whose plan should change as tables grow. */
  prepared<Result extends Row = Row>(text: string, values: readonly unknown[]): Promise<Result[]>;
  readonly [inTransaction]: true;
}

export interface Database {
  /** One statement in its own transaction. */
  query<Result extends Row = Row>(text: string, values?: readonly unknown[]): Promise<Result[]>;
  /** Commits when `work` resolves, rolls back when it rejects. Serialization failures and deadlocks are retried. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Calls back for each `notify` on the channel, from any process, after its commit; `onGap` after the connection was
   * away and notices may have been missed. Returns a function that stops it. */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  readonly kind: "embedded" | "postgres";
  /** A `pg.Pool`-shaped object for libraries (LangGraph's saver, pg-boss). */
  readonly pool: import("pg").Pool;
  close(): Promise<void>;
}
