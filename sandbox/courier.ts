/** Carries messages to other programs: tries again with growing waits, and stops when the company closes. */
import { setTimeout as wait } from "node:timers/promises";

export interface Courier {
  /** Tries until `attempt` says that it is over or the tries are used up. */
  send(attempt: (signal: AbortSignal) => Promise<"over" | "again">, firstDelayMs?: number): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** Units: real milliseconds before each further try. */
export const createCourier = (retryDelaysMs: readonly number[]): Courier => {
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();
  const carry = async (...[attempt, firstDelayMs = 0]: Parameters<Courier["send"]>) => {
    for (const delay of [firstDelayMs, ...retryDelaysMs]) {
      if (delay > 0) await wait(delay, undefined, { signal: closing.signal });
      if ((await attempt(closing.signal)) === "over" || closing.signal.aborted) return;
    }
  };
  return {
    send: (...message) => {
      const sending = carry(...message)
        .catch(() => {
          // Closing ends what is on its way; its sender's log says how far it came.
        })
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: async () => {
      closing.abort();
      await Promise.all(underWay);
    },
  };
};

/** The status of the answer; null when none came. */
export const post = async (
  url: string,
  message: { headers: Record<string, string>; body?: string },
  signal: AbortSignal,
): Promise<number | null> => {
  try {
    const response = await fetch(url, {
      ...message,
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
};
