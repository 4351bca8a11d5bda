/** A real PostgreSQL from npm in a temporary folder: stopped at the end, stopped and started in between by tests that want
 * to see what happens then. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";
import { chooseUser, findBinaries } from "./postgres-binaries.ts";
import type { PostgresBinaries, RunAs } from "./postgres-binaries.ts";

const run = promisify(execFile);
const FOLDER_PREFIX = "convene-test-postgres-";
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 5_000;
const READY = "database system is ready to accept connections";

export interface PostgresServer {
  /** Its maintenance database. */
  url: string;
  /** Ends every connection at once, without a checkpoint, as when a machine fails. */
  crash(): Promise<void>;
  /** On the same port, with what was committed. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Whether a commit waits for the disk, as in production. Default: no. */
  isDurable?: boolean;
  /** The folder for its own. Default: the system's for what is temporary. */
  root?: string;
}

/** Starts one on a free port. */
export const startPostgres = async ({
  isDurable = false,
  root = tmpdir(),
}: PostgresOptions = {}): Promise<PostgresServer> => {
  await removeLeftovers(root);
  const runAs = await chooseUser();
  const folder = await mkdtemp(join(root, FOLDER_PREFIX));
  await writeFile(join(folder, "owner.pid"), String(process.pid));
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    await chown(folder, runAs.uid, runAs.gid);
  }
  const binaries = await findBinaries(folder, runAs);
  const data = join(folder, "data");
  await run(
    binaries.initdb,
    ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...runAs, cwd: folder, timeout: START_TIMEOUT_MS },
  );
  const port = await freePort();
  const options = { binaries, runAs, data, folder, port, isDurable };
  let child = await startProcess(options);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async crash() {
      const ended = once(child, "exit");
      child.kill("SIGQUIT");
      await ended;
    },
    async startAgain() {
      child = await startProcess(options);
    },
    async stop() {
      await stopProcess(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const startProcess = async (options: {
  binaries: PostgresBinaries;
  runAs: RunAs;
  data: string;
  folder: string;
  port: number;
  isDurable: boolean;
}): Promise<ChildProcess> => {
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${options.folder}`,
    "max_connections=200",
    ...(options.isDurable ? [] : ["fsync=off", "full_page_writes=off"]),
    "max_wal_size=256MB",
  ];
  const child = spawn(
    options.binaries.postgres,
    ["-D", options.data, "-p", String(options.port), ...settings.flatMap((each) => ["-c", each])],
    { ...options.runAs, cwd: options.folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  await untilReady(child);
  return child;
};

const untilReady = async (child: ChildProcess): Promise<void> => {
  let said = "";
  const signal = AbortSignal.timeout(START_TIMEOUT_MS);
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`PostgreSQL ${why}:\n${said}`));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes(READY)) resolve();
    });
    child.once("error", reject);
    child.once("exit", () => fail("ended while starting"));
    signal.addEventListener("abort", () => fail("did not start in time"));
  }).catch((error: unknown) => {
    child.kill("SIGKILL");
    throw error;
  });
  child.removeAllListeners("exit");
  child.stderr?.removeAllListeners("data").resume();
};

const stopProcess = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await Promise.race([ended, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGQUIT");
  await ended;
};

/** A run that was killed leaves its server behind; its folder says whose it was. */
const removeLeftovers = async (root: string): Promise<void> => {
  const names = await readdir(root);
  for (const name of names.filter((each) => each.startsWith(FOLDER_PREFIX))) {
    const folder = join(root, name);
    const owner = await readPid(join(folder, "owner.pid"));
    if (owner === undefined || isRunning(owner)) continue;
    const server = await readPid(join(folder, "data", "postmaster.pid"));
    if (server !== undefined && (await isServerOf(server, folder))) process.kill(server, "SIGQUIT");
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

const readPid = async (path: string): Promise<number | undefined> => {
  const text = await readFile(path, "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
};

/** Whether there is such a process. */
export const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

const isServerOf = async (pid: number, folder: string): Promise<boolean> => {
  const shown = await run("ps", ["-o", "args=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return shown.stdout.includes(folder);
};
