/** Said once at start: what the Lever credential lacks, and what it has without need. */
import { AppError } from "../domain/errors.ts";
import type { AccessFinding } from "../lever/scopes.ts";

interface ToldOf {
  /** Of a sandbox company nothing is asked: it is met with all of it. */
  isSandbox: boolean;
  lookAtAccess(): Promise<AccessFinding[]>;
  log: { warn(message: string): void };
}

/** Warns of each. That it cannot be looked at now is no reason not to start. */
export const tellLeverAccess = async ({ isSandbox, lookAtAccess, log }: ToldOf): Promise<void> => {
  if (isSandbox) return;
  try {
    for (const { message } of await lookAtAccess()) log.warn(message);
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    log.warn(`What the Lever credential may could not be looked at (${thrown.code}).`);
  }
};
