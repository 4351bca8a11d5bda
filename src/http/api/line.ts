/** A line before dear work: so much is done at once, so much waits, and of one caller no more than a share of it. Whoever does not find a place
 * is told so at once, and when to come again. */
import { AppError } from "../../domain/errors.ts";

export interface LineLimits {
  /** Done at the same time. */
  atOnce: number;
  /** That wait for a place. */
  waiting: number;
  /** Done or waiting, of one caller. */
  ofOne: number;
}

/** Does it when there is a place. `signal` ends the waiting, and is the work's to mind. Errors: `rate_limited` without a place; the work's. */
export type InLine = <Found>(
  who: string,
  signal: AbortSignal,
  work: () => Promise<Found>,
) => Promise<Found>;

/** Nobody stands in it yet. */
export const createLine = (limits: LineLimits): InLine => {
  const waiting: (() => void)[] = [];
  const ofEach = new Map<string, number>();
  let working = 0;

  const count = (who: string, more: number): void => {
    const now = (ofEach.get(who) ?? 0) + more;
    if (now === 0) ofEach.delete(who);
    else ofEach.set(who, now);
  };
  const takePlace = async (signal: AbortSignal): Promise<void> => {
    if (working < limits.atOnce) {
      working += 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = (): void => {
      waiting.splice(waiting.indexOf(resolve), 1);
      reject(full());
    };
    waiting.push(resolve);
    signal.addEventListener("abort", leave, { once: true });
    await promise.finally(() => signal.removeEventListener("abort", leave));
  };
  const leavePlace = (): void => {
    const next = waiting.shift();
    // The place is handed on as it is.
    if (next) next();
    else working -= 1;
  };
  return async (who, signal, work) => {
    if ((ofEach.get(who) ?? 0) >= limits.ofOne) throw tooManyOfOne(limits.ofOne);
    if (signal.aborted || (working >= limits.atOnce && waiting.length >= limits.waiting))
      throw full();
    count(who, 1);
    try {
      await takePlace(signal);
      return await work().finally(leavePlace);
    } finally {
      count(who, -1);
    }
  };
};

const COME_AGAIN_SECONDS = 10;

const refusal = (why: string): AppError =>
  new AppError({
    code: "rate_limited",
    fault: "caller",
    retryable: true,
    message: `${why} Try again in ${COME_AGAIN_SECONDS} seconds.`,
    data: { retryAfterSeconds: COME_AGAIN_SECONDS },
  });

const tooManyOfOne = (most: number): AppError =>
  refusal(`${most} of your requests of this kind are being worked on already.`);

const full = (): AppError => refusal("Too much of this is being worked on just now.");
