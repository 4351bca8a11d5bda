/** How many tokens a run and a day may use. They are counted in the database, so that all processes share them: what a call may
 * use is taken before it, and what it did not use is given back after it. What nobody can tell, of a call that broke off, stays taken. */
import type { Database, Tx } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";
import { type ModelFaultKind, modelFault } from "./port.ts";

export interface TokenLimits {
  perRun: number;
  perDay: number;
}

export interface Budget {
  /** Errors: `model_failed` when one of the budgets does not have so many left. */
  take(runId: string | null, tokens: number): Promise<Taken>;
}

/** What one call has taken. */
export interface Taken {
  /** Says how many it used. */
  settle(used: number): Promise<void>;
}

// The `where` refuses what would go over: one statement, so that two processes cannot both take the last of it.
const TAKE = `
  insert into model_budgets as budget (scope, tokens, used_at) values ($1, $2, $3)
  on conflict (scope) do update set tokens = budget.tokens + excluded.tokens, used_at = excluded.used_at
  where budget.tokens + excluded.tokens <= $4
  returning tokens`;

interface Scope {
  name: string;
  limit: number;
  fault: ModelFaultKind;
}

/** In the table `model_budgets`. A day is one of the company's zone. */
export const createBudget = (
  {
    database,
    clock,
    zone,
  }: { database: Pick<Database, "transaction">; clock: Clock; zone: string },
  { perRun, perDay }: TokenLimits,
): Budget => {
  const scopesOf = (runId: string | null): Scope[] => {
    const day = clock.now().toZonedDateTimeISO(zone).toPlainDate().toString();
    return [
      ...(runId === null
        ? []
        : [{ name: `run:${runId}`, limit: perRun, fault: "budget_run" as const }]),
      { name: `day:${day}`, limit: perDay, fault: "budget_day" as const },
    ];
  };
  const takeOf = async (tx: Tx, { name, limit, fault }: Scope, tokens: number): Promise<void> => {
    const values = [name, tokens, clock.now(), limit];
    const [row] = tokens > limit ? [] : await tx.query(TAKE, values);
    if (!row) throw modelFault(fault);
  };
  return {
    take: async (runId, tokens) => {
      const scopes = scopesOf(runId);
      await database.transaction(async (tx) => {
        for (const scope of scopes) await takeOf(tx, scope, tokens);
      });
      return {
        settle: async (used) => {
          await database.transaction(async (tx) => {
            await tx.query(
              "update model_budgets set tokens = greatest(0, tokens + $2) where scope = any($1)",
              [scopes.map(({ name }) => name), used - tokens],
            );
          });
        },
      };
    },
  };
};

const KEPT_DAYS = 40;

/** Takes away the counts of days and runs that are long over. */
export const forgetSpent = async (
  database: Pick<Database, "query">,
  now: Temporal.Instant,
): Promise<void> => {
  await database.query("delete from model_budgets where used_at < $1", [
    now.subtract({ hours: KEPT_DAYS * 24 }),
  ]);
};
