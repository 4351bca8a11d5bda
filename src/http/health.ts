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
  /** Faults in the plan files on disk. */
  planFaults(): number;
}

const DATABASE_PATIENCE_MS = 2_000;

/** `/healthz`: the process answers. `/readyz`: it can take work now; 503 says what cannot. */
export const healthRouter = (deps: HealthDeps): Router => {
  const router = Router();
  router.get("/healthz", (_, response) => {
    response.json({ alive: true });
  });
  router.get("/readyz", async (_, response) => {
    const database = await databaseAnswers(deps.database);
    const checks: Record<string, boolean> = {
      accepting: deps.isAccepting(),
      database,
      ...deps.loops(),
      ...(database && (await deps.watch())),
    };
    const ready = Object.values(checks).every(Boolean);
    response.status(ready ? 200 : 503).json({ ready, checks, planFaults: deps.planFaults() });
  });
  return router;
};

const databaseAnswers = async (database: Database): Promise<boolean> => {
  const late = AbortSignal.timeout(DATABASE_PATIENCE_MS);
  const isLate = new Promise<boolean>((resolve) => {
    late.addEventListener("abort", () => resolve(false), { once: true });
  });
  const answers = database.query("select 1 as ok").then(
    () => true,
    () => false,
  );
  return await Promise.race([answers, isLate]);
};
