/** Figures for Prometheus. Labels are from closed lists: never an id, a name or an address. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Database } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";

let ofProcess: Registry | undefined;

/** Memory, processor, event loop. Once a process: each of these counts by a timer and an observer of its own, which nothing ends. */
const processFigures = (): Registry => {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess, prefix: "convene_" });
  return ofProcess;
};

/** The figures of one server, and of its process. */
export const createMetrics = (
  database: Database,
  { clock, readAges }: { clock: Clock; readAges: () => Promise<object> },
) => {
  const registry = new Registry();
  const events = new Counter({
    name: "convene_intake_events_total",
    help: "Deliveries answered 2xx, by door and outcome",
    labelNames: ["door", "outcome"] as const,
    registers: [registry],
  });
  const intakeSeconds = new Histogram({
    name: "convene_intake_seconds",
    help: "From a whole body to its durable commit",
    labelNames: ["door"] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [registry],
  });
  gauge(registry, database, {
    name: "convene_inbox_events",
    help: "Events in the inbox, by status",
    label: "status",
    sql: "select status as label, count(*)::int as value from inbox group by status",
  });
  gauge(registry, database, {
    name: "convene_proposals",
    help: "Proposals, by status",
    label: "status",
    sql: "select status as label, count(*)::int as value from proposals group by status",
  });
  gauge(registry, database, {
    name: "convene_effects",
    help: "Effects, by status",
    label: "status",
    sql: "select status as label, count(*)::int as value from effects group by status",
  });
  dueGauge(registry, database, clock);
  const ages: Gauge = new Gauge({
    name: "convene_age_seconds",
    help: "Age of the oldest waiting event, of the oldest unknown effect, since a calendar channel ended, since Lever's lists were read, and since our books were compared",
    labelNames: ["what"],
    registers: [registry],
    async collect() {
      ages.reset();
      for (const [what, age] of Object.entries(await readAges())) {
        if (typeof age === "number") ages.set({ what }, age);
      }
    },
  });
  return { registry: Registry.merge([processFigures(), registry]), events, intakeSeconds };
};
export type Metrics = ReturnType<typeof createMetrics>;

/** The register's clocks, which an alert may be set on. */
const dueGauge = (registry: Registry, database: Database, clock: Clock): void => {
  const made: Gauge = new Gauge({
    name: "convene_register_due_seconds",
    help: "Until the first clock of the register runs out, by kind; negative: it is over. Absent: none runs",
    labelNames: ["kind"],
    registers: [registry],
    async collect() {
      made.reset();
      const rows = await database.query<{ kind: string; dueAt: Temporal.Instant }>(
        `select kind, min(due_at) as "dueAt" from register_entries where settled_at is null group by kind`,
      );
      for (const { kind, dueAt } of rows) {
        made.set({ kind }, clock.now().until(dueAt).total("seconds"));
      }
    },
  });
};

const gauge = (
  registry: Registry,
  database: Database,
  spec: { name: string; help: string; label: string; sql: string },
): void => {
  const made: Gauge = new Gauge({
    name: spec.name,
    help: spec.help,
    labelNames: [spec.label],
    registers: [registry],
    async collect() {
      made.reset();
      const rows = await database.query<{ label: string; value: number }>(spec.sql);
      for (const row of rows) made.set({ [spec.label]: row.label }, row.value);
    },
  });
};
