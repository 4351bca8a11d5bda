/** Times found in a thread of their own, for whoever asks a server: a search of several interviews takes seconds, and one a
 * room of that. One thread at a time, so that what else a machine does goes on. */
import { once } from "node:events";
import { AppError } from "../src/domain/errors.ts";
import { type FoundTimes, findTimes } from "./find-times.ts";
import { inThread } from "./in-thread.ts";

/** `findTimes` elsewhere. Errors: its own; `no_slot` when it takes longer than anybody waits. */
export type SearchTimes = (
  asked: Parameters<typeof findTimes>,
  signal: AbortSignal,
) => Promise<FoundTimes>;

/** The same in this very thread. */
export const searchHere = (asked: Parameters<typeof findTimes>): FoundTimes => findTimes(...asked);

/** Waiting for the thread included. */
const MOST_MS = 30_000;

const PROGRAM = new URL("./search-thread-program.ts", import.meta.url);

/** A function that searches. */
export const createSearchThread = (): SearchTimes => {
  let before: Promise<unknown> = Promise.resolve();
  return async (asked, signal) => {
    const until = AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)]);
    const search = before.then(
      async () => await inThread<typeof searchHere>(PROGRAM, asked, until),
    );
    before = search.catch(() => {});
    try {
      return await Promise.race([search, abortOf(until)]);
    } catch (thrown) {
      throw until.aborted ? tookTooLong() : thrown;
    }
  };
};

const abortOf = async (signal: AbortSignal): Promise<never> => {
  if (!signal.aborted) await once(signal, "abort");
  throw tookTooLong();
};

const tookTooLong = (): AppError =>
  new AppError({
    code: "no_slot",
    fault: "caller",
    message:
      "The search was given up because it takes too long. Fewer interviews, rooms or days to look at make it shorter.",
  });
