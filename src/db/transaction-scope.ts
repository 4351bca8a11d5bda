/** Knows whether the running code is inside a transaction, so that asking the pool again from there is an error that
 * says so: on the embedded database, which has one session, it would wait for itself for ever. */
import { AsyncLocalStorage } from "node:async_hooks";
import { AppError } from "../domain/errors.ts";

interface Scope {
  open: boolean;
}

/** The scopes of one database. */
export interface TransactionScopes {
  /** Runs `work` as the inside of a transaction. */
  inside<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Runs `work` as if no transaction were around it: for callbacks that only happen to be called from inside one. */
  outside<Result>(work: () => Result): Result;
  /** Errors: internal, a bug, when called from inside. */
  assertOutside(): void;
}

/** Scopes for a new database. */
export const createTransactionScopes = (): TransactionScopes => {
  const storage = new AsyncLocalStorage<Scope>();
  return {
    async inside(work) {
      const scope: Scope = { open: true };
      try {
        return await storage.run(scope, work);
      } finally {
        scope.open = false;
      }
    },
    outside: (work) => storage.exit(work),
    assertOutside() {
      if (storage.getStore()?.open !== true) return;
      throw new AppError({
        code: "internal",
        fault: "bug",
        message: "The database was used inside a transaction: use the transaction's own `tx` there",
      });
    },
  };
};
