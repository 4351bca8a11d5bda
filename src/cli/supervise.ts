/** Keeps a process alive: starts the same command as a child and starts it again when it dies. What the child found wrong
 * with its configuration ends both: starting again would not help. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../bin/program.mjs", import.meta.url));
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Who lived so long has not died of what it was started with. */
const SOUND_AFTER_MS = 60_000;
/** A child that ends sooner was never at work. */
const STARTED_AFTER_MS = 3_000;

/** Runs `convene <command>` until it ends by itself or is told to stop. Shape: the exit code. */
export const superviseCommand = async (command: string): Promise<number> => {
  let waitMs = FIRST_WAIT_MS;
  let stopping = false;
  for (;;) {
    const from = performance.now();
    const { code, signal } = await runOnce(command, () => {
      stopping = true;
    });
    const livedMs = performance.now() - from;
    if (stopping || code === 0) return code ?? 0;
    if (code === 1 && livedMs < STARTED_AFTER_MS) return code;
    if (livedMs > SOUND_AFTER_MS) waitMs = FIRST_WAIT_MS;
    console.error(
      `Convene ended unexpectedly (${signal ?? `code ${code ?? 1}`}); it starts again in ${waitMs / 1_000} s.`,
    );
    if (await wasStoppedWhileWaiting(waitMs)) return 0;
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  }
};

const runOnce = async (
  command: string,
  onStop: () => void,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> => {
  const child = spawn(process.execPath, [...process.execArgv, PROGRAM, command], {
    stdio: "inherit",
  });
  const pass = (signal: NodeJS.Signals): void => {
    onStop();
    child.kill(signal);
  };
  process.on("SIGTERM", pass);
  process.on("SIGINT", pass);
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => resolve({ code, signal }));
    });
  } finally {
    process.off("SIGTERM", pass);
    process.off("SIGINT", pass);
  }
};

const wasStoppedWhileWaiting = async (waitMs: number): Promise<boolean> =>
  await new Promise((resolve) => {
    const end = (isStopped: boolean) => () => {
      clearTimeout(timer);
      process.off("SIGTERM", stop);
      process.off("SIGINT", stop);
      resolve(isStopped);
    };
    const stop = end(true);
    const timer = setTimeout(end(false), waitMs);
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  });
