/** LangGraph's own tables. Loading its saver takes longer than all else at a start, so the processes that run no graph (web,
 * command line) load it only when there is something to do. */
import pg from "pg";
import type { PoolClient } from "pg";
import manifest from "../../package.json" with { type: "json" };

/** Their schema. */
export const SAVER_SCHEMA = "langgraph";

const SAVER = "@langchain/langgraph-checkpoint-postgres";
/** What the schema's comment says once this release of the saver has made its tables. */
const MADE_BY = `${SAVER} ${manifest.dependencies[SAVER]}`;

/** Makes what is missing. */
export const setUpSaverTables = async (client: PoolClient): Promise<void> => {
  const { rows } = await client.query<{ comment: string | null }>(
    "select obj_description(to_regnamespace($1), 'pg_namespace') as comment",
    [SAVER_SCHEMA],
  );
  if (rows[0]?.comment === MADE_BY) return;
  const { PostgresSaver } = await import("@langchain/langgraph-checkpoint-postgres");
  await new PostgresSaver(new PoolOfOne(client), undefined, { schema: SAVER_SCHEMA }).setup();
  await client.query(`comment on schema ${SAVER_SCHEMA} is '${MADE_BY}'`);
};

/** Hands out the client that it was given, and never lets go of it: the saver takes no lock of its own, and would ask the
 * pool for a second client while we hold ours. */
class PoolOfOne extends pg.Pool {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    super();
    this.#client = client;
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: unknown): void;
  override connect(): Promise<PoolClient> {
    const lent = new Proxy(this.#client, {
      get: (client, name): unknown =>
        name === "release" ? () => undefined : Reflect.get(client, name),
    });
    return Promise.resolve(lent);
  }
}
