/** Keeps a process alive: starts the same command as a child and starts it again when it dies. What was never at work since it
 * cannot be started ends both: starting again would not help. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onStopSignal } from "./stop-signals.ts";

const PROGRAM = fileURLToPath(new URL("../../bin/program.mjs", import.meta.url));
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Who lived so long has not died of what it was started with. */
const SOUND_AFTER_MS = 60_000;
/** What a child says to who started it. */
const AT_WORK = "at work";

/** Says to the process that keeps this one alive, if there is one, that this one is at work. */
export const tellAtWork = (): void => {
  process.send?.(AT_WORK);
};

/** Runs `convene <command>` until it ends by itself or is told to stop. Shape: the exit code. */
export const superviseCommand = async (command: string): Promise<number> => {
  let waitMs = FIRST_WAIT_MS;
  let child: ChildProcess | undefined;
  let wasAtWork = false;
  const stopping = new AbortController();
  // Listens between two children too: there a signal would end this process in the middle of a sentence. The child may have
  // been told already, with the whole group; it takes both for one.
  onStopSignal((signal) => {
    stopping.abort();
    child?.kill(signal);
  });
  for (;;) {
    const from = performance.now();
    child = spawn(process.execPath, [...process.execArgv, PROGRAM, command], {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    });
    child.on("message", (word) => {
      wasAtWork ||= word === AT_WORK;
    });
    const { code, signal } = await endOf(child);
    const livedMs = performance.now() - from;
    if (stopping.signal.aborted || code === 0) return code ?? 0;
    if (code === 1 && !wasAtWork) return code;
    if (livedMs > SOUND_AFTER_MS) waitMs = FIRST_WAIT_MS;
    console.error(
      `Convene ended unexpectedly (${signal ?? `code ${code ?? 1}`}); it starts again in ${waitMs / 1_000} s.`,
    );
    if (await isAborted(stopping.signal, waitMs)) return 0;
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  }
};

const endOf = async (
  child: ChildProcess,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> =>
  await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });

/** Whether it was aborted before this time was over. */
const isAborted = async (signal: AbortSignal, withinMs: number): Promise<boolean> => {
  await pause(withinMs, undefined, { signal }).catch(() => undefined);
  return signal.aborted;
};
