/** The product as a process of its own, started as its command line starts it. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { freePort } from "../test/support/free-port.ts";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const Manifest = z.object({ scripts: z.object({ start: z.string() }) });
const PATIENCE_MS = 60_000;

export interface Program {
  url: string;
  /** Milliseconds from its start until it said that it was ready. */
  readyMs: number;
  /** What it holds in memory now, in megabytes. */
  residentMb(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `convene <command>` with nothing of this environment. Errors: when it is not ready in a minute. */
export const startProgram = async (
  command: "all" | "serve" | "work",
  env: Record<string, string>,
): Promise<Program> => {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [...(await startArguments(command)), command], {
    cwd: ROOT,
    env: { LOG_LEVEL: "silent", PORT: String(port), ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(`${url}/readyz`, child);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  return {
    url,
    readyMs: performance.now() - from,
    residentMb: async () => {
      const { stdout } = await run("ps", ["-o", "rss=", "-p", String(child.pid)]);
      return Number(stdout.trim()) / 1_024;
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
};

/** What comes between `node` and the command: for `all` as `npm start` starts it, for a role as the image does. */
const startArguments = async (command: "all" | "serve" | "work"): Promise<string[]> => {
  if (command !== "all") return ["bin/program.mjs"];
  const { scripts } = Manifest.parse(
    JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")),
  );
  const words = scripts.start.split(" ");
  return words.slice(words.indexOf("node") + 1, words.indexOf("all"));
};

const untilReady = async (url: string, child: ChildProcess): Promise<void> => {
  const late = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("it ended at once");
    late.throwIfAborted();
    const status = await fetch(url, { signal: late }).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
