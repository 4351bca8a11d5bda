/** `npm start` keeps Convene alive: it starts again when it dies, and not when it cannot be started at all. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { PROGRAM } from "../../support/started-programs.ts";
import { fillFolder } from "../../support/database.ts";

const run = promisify(execFile);

let folder: string;
let parent: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "convene-alive-"));
  await fillFolder(folder);
});
afterEach(async () => {
  if (parent && parent.exitCode === null && parent.signalCode === null) {
    const ended = once(parent, "exit");
    parent.kill("SIGTERM");
    await ended;
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Program {
  said(): string;
  until(words: RegExp): Promise<void>;
  /** Exit code and signal. */
  ended(): Promise<unknown[]>;
}

const start = (env: Record<string, string>): Program => {
  const child = spawn(process.execPath, [PROGRAM, "all", "--keep-alive"], {
    env: { PATH: process.env["PATH"], DATA_DIR: folder, PORT: "0", LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  parent = child;
  let text = "";
  const heard = new EventTarget();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      heard.dispatchEvent(new Event("more"));
    });
  }
  return {
    ended: async () => {
      const ended: unknown[] = await once(child, "exit");
      return ended;
    },
    said: () => text,
    until: async (words) => {
      while (!words.test(text)) await once(heard, "more", { signal: AbortSignal.timeout(300_000) });
    },
  };
};

/** The process that does the work. */
const childOf = async (pid: number): Promise<number> => {
  const { stdout } = await run("ps", ["-o", "pid=", "--ppid", String(pid)]);
  return Number(stdout.trim());
};

it("a killed process is started again, and a stop is a stop", async () => {
  const program = start({});
  await program.until(/Convene is ready/);
  process.kill(await childOf(parent?.pid ?? 0), "SIGKILL");
  await program.until(/ended unexpectedly \(SIGKILL\); it starts again in 1 s[^]*Convene is ready/);
  expect(program.said()).toContain("it starts again");
  const ended = program.ended();
  parent?.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

it("an error that nobody waits for ends the process, which is started again", async () => {
  const misdeeds = `
    process.on("SIGUSR2", () => Promise.reject(new Error("nobody awaits this")));
    process.on("SIGALRM", () => setImmediate(() => { throw new Error("nobody catches this"); }));`;
  const program = start({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(misdeeds)}`,
  });
  const again = /ended unexpectedly \(code 70\); it starts again/.source;
  const ready = /Convene is ready/.source;
  let story = ready;
  for (const signal of ["SIGUSR2", "SIGALRM"] as const) {
    await program.until(new RegExp(story));
    process.kill(await childOf(parent?.pid ?? 0), signal);
    story += `[^]*${again}[^]*${ready}`;
  }
  await program.until(new RegExp(story));
  expect(program.said().match(new RegExp(again, "g"))).toHaveLength(2);
});

it("what cannot be started is not started again and again", async () => {
  const program = start({ PORT: "a door" });
  expect(await program.ended()).toEqual([1, null]);
  expect(program.said()).not.toContain("starts again");
});
