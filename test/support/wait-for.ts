/** Waits for a condition in the product, looked at again at each of the database's notices, and where none comes, now and
 * then: what a page shows is not in the database. */
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../../src/db/port.ts";

const PATIENCE_MS = 300_000;
/** Notices come in flocks, and a look costs more than the change that it looks for: so long apart at least. */
const APART_MS = 25;
/** Looked at again after so long without a notice. */
const QUIET_MS = 1_000;

/** Resolves to what the condition gave once that is something. Errors: one that says what was waited for, or how
 * things stand, once `late` says so. */
export type WaitFor = <Value>(
  what: string | (() => Promise<string>),
  condition: () => Promise<Value | null | undefined | false>,
  late?: AbortSignal,
) => Promise<Value>;

/** Listens until it is closed. */
export const openWaitFor = async (
  database: Pick<Database, "listen">,
  patienceMs = PATIENCE_MS,
): Promise<{ until: WaitFor; close(): Promise<void> }> => {
  const wakers = new Set<() => void>();
  const wakeAll = (): void => {
    for (const wake of wakers) wake();
  };
  // What was notified while the database was away is not heard: it is looked at again then, too.
  const stop = await database.listen("convene", wakeAll, wakeAll);
  return {
    until: async (what, condition, late = AbortSignal.timeout(patienceMs)) => {
      for (;;) {
        // The ear is open before the look: a notice between the look and the wait is not lost.
        const { promise, resolve } = Promise.withResolvers<void>();
        wakers.add(resolve);
        late.addEventListener("abort", () => resolve(), { once: true });
        const again = setTimeout(resolve, QUIET_MS);
        const lookedAt = performance.now();
        try {
          const found = await condition();
          if (found !== null && found !== undefined && found !== false) return found;
          if (late.aborted) {
            throw new Error(`waited in vain for ${typeof what === "string" ? what : await what()}`);
          }
          await promise;
          await pause(Math.max(0, lookedAt + APART_MS - performance.now()));
        } finally {
          clearTimeout(again);
          wakers.delete(resolve);
        }
      }
    },
    close: stop,
  };
};
