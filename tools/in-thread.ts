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

/** What the program's `answering` gives. Errors: its own; the signal's reason when it is aborted. */
export const inThread = async <Work extends Answering>(
  program: URL,
  asked: Parameters<Work>[0],
  signal: AbortSignal,
): Promise<ReturnType<Work>> => {
  signal.throwIfAborted();
  const thread = new Worker(program);
  try {
    const answer = await new Promise<Answer<ReturnType<Work>>>((resolve, reject) => {
      thread.once("message", resolve).once("error", reject);
      signal.addEventListener("abort", () => reject(reasonOf(signal)), { once: true });
      thread.postMessage(asked);
    });
    if ("found" in answer) return answer.found;
    throw new AppError(answer.error);
  } finally {
    await thread.terminate();
  }
};

const reasonOf = ({ reason }: AbortSignal): Error =>
  reason instanceof Error ? reason : new Error("The work was given up.", { cause: reason });

/** The thread's side: answers the one question that it is asked. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- names what the message is for
export const answering = <Asked>(work: (asked: Asked) => unknown): void => {
  parentPort?.once("message", (asked: Asked) => {
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
