/** Whether the process lives, and whether it can do its work. */
import { Router } from "express";
import type { Database } from "../db/port.ts";

export interface HealthDeps {
  database: Database;
  /** False from the moment the process is told to stop. */
  isAccepting(): boolean;
  /** Loops of this process that should be alive, by name; a false one is not. */
  loops(): Record<string, boolean>;
  /** Whether the work of this installation goes on, by name; asked only while the database answers. */
  watch(): Promise<Record<string, boolean>>;
  /** What goes on without something that a person could mend, in words; asked together with `watch`. */
  warnings(): Promise<string[]>;
  /** Faults in the plan files on disk. */
  planFaults(): number;
  /** Milliseconds for which what the database said counts: whoever asks often costs it nothing. Default 1,000. */
  healthKeptMs?: number | undefined;
}

const DATABASE_PATIENCE_MS = 2_000;
const DEFAULT_KEPT_MS = 1_000;

/** `/healthz`: the process answers. `/readyz`: it can take work now; 503 says what cannot. */
export const healthRouter = (deps: HealthDeps): Router => {
  const router = Router();
  const asked = keptFor(deps.healthKeptMs ?? DEFAULT_KEPT_MS, async () => await askDatabase(deps));
  router.get("/healthz", (_, response) => {
    response.json({ alive: true });
  });
  router.get("/readyz", async (_, response) => {
    const accepting = deps.isAccepting();
    // Whoever is stopping says so at once: what the database would say changes nothing.
    const ofDatabase = accepting ? await asked() : NOT_ASKED;
    const checks: Record<string, boolean> = { accepting, ...deps.loops(), ...ofDatabase.checks };
    const ready = Object.values(checks).every(Boolean);
    const { warnings } = ofDatabase;
    response
      .status(ready ? 200 : 503)
      .json({ ready, checks, warnings, planFaults: deps.planFaults() });
  });
  return router;
};

/** One answer for all who ask until it is so old; those who ask while it is made wait for it. */
const keptFor = <Answer>(
  milliseconds: number,
  ask: () => Promise<Answer>,
): (() => Promise<Answer>) => {
  let kept: { answer: Promise<Answer>; until: number } | null = null;
  return async () => {
    if (kept !== null && performance.now() < kept.until) return await kept.answer;
    const fresh = { answer: ask(), until: Infinity };
    kept = fresh;
    try {
      return await fresh.answer;
    } finally {
      fresh.until = performance.now() + milliseconds;
    }
  };
};

interface OfDatabase {
  checks: Record<string, boolean>;
  warnings: string[];
}

const NOT_ASKED: OfDatabase = { checks: {}, warnings: [] };
const AWAY: OfDatabase = { checks: { database: false }, warnings: [] };

/** A late answer is none. */
const askDatabase = async ({ database, watch, warnings }: HealthDeps): Promise<OfDatabase> => {
  const late = AbortSignal.timeout(DATABASE_PATIENCE_MS);
  const isLate = new Promise<null>((resolve) => {
    late.addEventListener("abort", () => resolve(null), { once: true });
  });
  const answers = database
    .query("select 1 as ok")
    .then(async () => ({
      checks: { ...(await watch()), database: true },
      warnings: await warnings(),
    }))
    .catch(() => null);
  return (await Promise.race([answers, isLate])) ?? AWAY;
};
