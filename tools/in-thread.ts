/** Work in a thread of its own, for what would hold up everything else of a process. The answer, or an error of ours, comes back
 * as if it had been done here. */
import { Worker, parentPort } from "node:worker_threads";
import { AppError, type AppErrorOptions } from "../src/domain/errors.ts";

/** What a thread can do: of what is JSON, what is JSON. */
type Answering = (asked: never) => unknown;

/** What the thread says. Shape: JSON. */
type Answer<Found> =
  | { found: Found }
  | { error: Pick<AppErrorOptions, "code" | "fault" | "message" | "data"> };

interface Waiting {
  thread: Worker;
  end: NodeJS.Timeout;
}

/** Threads that have answered, by their program. Starting one takes longer than most of what it is asked. */
const waiting = new Map<string, Waiting[]>();

/** Then one that nobody asks gives its memory back. */
const MOST_IDLE_MS = 20_000;

/** What the program's `answering` gives. Errors: its own; the signal's reason when it is aborted. */
export const inThread = async <Work extends Answering>(
  program: URL,
  asked: Parameters<Work>[0],
  signal: AbortSignal,
): Promise<ReturnType<Work>> => {
  signal.throwIfAborted();
  const thread = takeThread(program);
  const answer = await ask<Answer<ReturnType<Work>>>(thread, asked, signal).catch(
    async (error: unknown) => {
      // It is in the middle of its work, or broken.
      await thread.terminate();
      throw error;
    },
  );
  keepThread(program, thread);
  if ("found" in answer) return answer.found;
  throw new AppError(answer.error);
};

const takeThread = (program: URL): Worker => {
  const kept = waiting.get(program.href)?.pop();
  if (!kept) return new Worker(program);
  clearTimeout(kept.end);
  kept.thread.ref();
  return kept.thread;
};

const keepThread = (program: URL, thread: Worker): void => {
  const kept = waiting.get(program.href) ?? [];
  waiting.set(program.href, kept);
  const end = setTimeout(() => {
    kept.splice(
      kept.findIndex((each) => each.thread === thread),
      1,
    );
    void thread.terminate();
  }, MOST_IDLE_MS).unref();
  kept.push({ thread, end });
  thread.unref();
};

const ask = async <Said>(thread: Worker, asked: unknown, signal: AbortSignal): Promise<Said> => {
  const { promise, resolve, reject } = Promise.withResolvers<Said>();
  const giveUp = (): void => reject(reasonOf(signal));
  thread.once("message", resolve).once("error", reject);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    thread.postMessage(asked);
    return await promise;
  } finally {
    thread.off("message", resolve).off("error", reject);
    signal.removeEventListener("abort", giveUp);
  }
};

const reasonOf = ({ reason }: AbortSignal): Error =>
  reason instanceof Error ? reason : new Error("The work was given up.", { cause: reason });

/** The thread's side: answers one question after the other. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- names what the message is for
export const answering = <Asked>(work: (asked: Asked) => unknown): void => {
  parentPort?.on("message", (asked: Asked) => {
    parentPort?.postMessage(answerOf(() => work(asked)));
  });
};

const answerOf = (work: () => unknown): Answer<unknown> => {
  try {
    return { found: work() };
  } catch (thrown) {
    // An error of ours loses its class on the way; every other one ends the thread, and is told by that.
    if (!(thrown instanceof AppError)) throw thrown;
    const { code, fault, message, data } = thrown;
    return { error: { code, fault, message, data } };
  }
};
