/** How a server that speaks OpenAI's API may be asked. Lesser ones do not know every field: what one refuses is left out, and how
 * it was asked at last is remembered by address and model for a week, so that a server that has learned more is found out again. */
import { z } from "zod";
import type { Database } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";

/** Ways to a structured answer, the surest first. */
const WAYS = ["json_schema", "tool", "json_mode", "plain"] as const;
type Way = (typeof WAYS)[number];

/** What may be sent. */
export const Dialect = z.strictObject({
  way: z.enum(WAYS),
  /** Whether the server is told that it must answer by the schema exactly. */
  strict: z.boolean(),
  store: z.boolean(),
  temperature: z.boolean(),
  mostTokens: z.boolean(),
  /** Whether a stream tells at its end how many tokens it was. */
  streamUsage: z.boolean(),
});
export type Dialect = z.infer<typeof Dialect>;

/** All of it. */
export const FULL: Dialect = {
  way: "json_schema",
  strict: true,
  store: true,
  temperature: true,
  mostTokens: true,
  streamUsage: true,
};

const NEXT: Record<Way, Way | null> = {
  json_schema: "tool",
  tool: "json_mode",
  json_mode: "plain",
  plain: null,
};

/** What a refusal is about, by the words that servers have for it. */
const ABOUT: readonly [RegExp, (dialect: Dialect) => Dialect | null][] = [
  [/\bstore\b/, (dialect) => (dialect.store ? { ...dialect, store: false } : null)],
  [
    /\btemperature\b/,
    (dialect) => (dialect.temperature ? { ...dialect, temperature: false } : null),
  ],
  [
    /stream_options|include_usage/,
    (dialect) => (dialect.streamUsage ? { ...dialect, streamUsage: false } : null),
  ],
  [
    /max_(?:completion_|output_)?tokens/,
    (dialect) => (dialect.mostTokens ? { ...dialect, mostTokens: false } : null),
  ],
  [
    /\bstrict\b|additionalProperties|invalid_json_schema|'required'/,
    (dialect) => (dialect.strict ? { ...dialect, strict: false } : null),
  ],
];

const nextWay = (dialect: Dialect): Dialect | null => {
  const way = NEXT[dialect.way];
  return way === null ? null : { ...dialect, way };
};

/** What to leave out where a refusal does not say what it is about. */
const INTO_THE_BLUE: readonly ((dialect: Dialect) => Dialect | null)[] = [
  (dialect) => (dialect.store ? { ...dialect, store: false } : null),
  nextWay,
  (dialect) => (dialect.mostTokens ? { ...dialect, mostTokens: false } : null),
  (dialect) => (dialect.temperature ? { ...dialect, temperature: false } : null),
];

/** How to ask after such a refusal; null: there is nothing left to leave out. `knowsStore`: a server that is known to know the field
 * is always told not to keep anything, whatever it says. */
export const withoutRefused = (
  dialect: Dialect,
  words: string,
  { isStructured, knowsStore }: { isStructured: boolean; knowsStore: boolean },
): Dialect | null => {
  const allowed = (left: Dialect | null): Dialect | null =>
    left &&
    ((knowsStore && left.store !== dialect.store) || (!isStructured && left.way !== dialect.way))
      ? null
      : left;
  for (const [about, leaveOut] of ABOUT) {
    const left = about.test(words) ? allowed(leaveOut(dialect)) : null;
    if (left) return left;
  }
  const isOfShape = /response_format|text\.format|json|schema|grammar|tool|function/i.test(words);
  if (isStructured && isOfShape) return nextWay(dialect);
  for (const leaveOut of INTO_THE_BLUE) {
    const left = allowed(leaveOut(dialect));
    if (left) return left;
  }
  return null;
};

/** What is remembered of the servers. */
export interface Dialects {
  read(server: ServerKey): Promise<Dialect>;
  keep(server: ServerKey, dialect: Dialect): Promise<void>;
}

/** Which server, and which of its models. Another of either is asked anew. */
export interface ServerKey {
  /** Address, API and its version. */
  endpoint: string;
  model: string;
}

const REMEMBERED_HOURS = 7 * 24;

/** In the table `model_dialects`, for all processes; what this process knows it does not ask again. */
export const createDialects = ({
  database,
  clock,
}: {
  database: Pick<Database, "query">;
  clock: Clock;
}): Dialects => {
  const known = new Map<string, { dialect: Dialect; until: Temporal.Instant }>();
  const nameOf = ({ endpoint, model }: ServerKey): string => `${endpoint} ${model}`;
  return {
    read: async (server) => {
      const now = clock.now();
      const here = known.get(nameOf(server));
      if (here && Temporal.Instant.compare(now, here.until) < 0) return here.dialect;
      const [row] = await database.query<{ dialect: unknown; foundAt: Temporal.Instant }>(
        `select dialect, found_at as "foundAt" from model_dialects
         where endpoint = $1 and model = $2 and found_at > $3`,
        [server.endpoint, server.model, now.subtract({ hours: REMEMBERED_HOURS })],
      );
      const kept = Dialect.safeParse(row?.dialect);
      if (!row || !kept.success) return FULL;
      const until = row.foundAt.add({ hours: REMEMBERED_HOURS });
      known.set(nameOf(server), { dialect: kept.data, until });
      return kept.data;
    },
    keep: async (server, dialect) => {
      const now = clock.now();
      known.set(nameOf(server), { dialect, until: now.add({ hours: REMEMBERED_HOURS }) });
      await database.query(
        `insert into model_dialects (endpoint, model, dialect, found_at) values ($1, $2, $3, $4)
         on conflict (endpoint, model) do update set dialect = excluded.dialect, found_at = excluded.found_at`,
        [server.endpoint, server.model, JSON.stringify(dialect), now],
      );
    },
  };
};
