/** Processes of the product that a test may kill, and what they say. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { IS_THERE } from "./role-program.ts";
import { PROGRAM, ROLE_PROGRAM } from "./started-programs.ts";

const PATIENCE_MS = 300_000;

export interface Program {
  child: ChildProcess;
  /** Resolves when it has ended, however, and with it whoever else it let write where it writes. */
  ended: Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** What it has said so far. */
  said(): string;
  /** Until it has said this. Errors: when it ends, or takes too long, without having said it. */
  until(words: RegExp): Promise<RegExpExecArray>;
}

export interface WorkerProcess extends Program {
  /** The points that it has passed so far, if it was asked to say them. */
  readonly points: string[];
  /** Whether it was in the middle of an event when it last said a point, if it was asked to say them. */
  readonly isAtWork: boolean;
  /** Whether it has come so far that it takes work. */
  readonly isThere: boolean;
  /** When that was. Shape: null when it ended before. */
  wasThere: Promise<Temporal.Instant | null>;
}

/** A web server; the same address can be given to the one after it. */
export interface WebProcess extends Program {
  /** Its address, once it listens. */
  url(): Promise<string>;
}

export interface WorkerOptions {
  /** See the role program. */
  crashAt?: string;
  crashMark?: string;
  saysPoints?: boolean;
  maxDeaths?: number;
}

export interface WebOptions {
  /** See the role program. */
  crashAt?: string;
  saysPoints?: boolean;
  /** Default: any. */
  port?: number;
}

/** The command line as it is, with this environment and no other. */
export const spawnConvene = (args: readonly string[], env: Record<string, string>): Program =>
  spawnProgram([PROGRAM, ...args], { env, stderr: "pipe" });

/** A command in a process group of its own, as a terminal and a service manager give one to each. */
export const spawnGroup = (
  [command = "", ...args]: readonly string[],
  env: Record<string, string>,
): Program => spawnProgram(args, { command, env, stderr: "pipe", detached: true });

/** A worker that may be told to die. */
export const spawnWorker = (
  env: Record<string, string>,
  { crashAt, crashMark, saysPoints = false, maxDeaths }: WorkerOptions,
): WorkerProcess => {
  const program = spawnRole({
    ...env,
    ROLE: "work",
    ...(crashAt !== undefined && { CRASH_AT: crashAt }),
    ...(crashMark !== undefined && { CRASH_MARK: crashMark }),
    ...(saysPoints && { SAY_POINTS: "1" }),
    ...(maxDeaths !== undefined && { MAX_DEATHS: String(maxDeaths) }),
  });
  const lines = (): string[] => program.said().split("\n").filter(Boolean);
  return {
    ...program,
    get points() {
      return lines()
        .filter((line) => line !== IS_THERE)
        .map((line) => line.split(" ")[0] ?? "");
    },
    get isAtWork() {
      return isInTheMiddle(lines());
    },
    get isThere() {
      return lines().includes(IS_THERE);
    },
    wasThere: program.until(new RegExp(`^${IS_THERE}$`, "m")).then(
      () => Temporal.Now.instant(),
      () => null,
    ),
  };
};

/** Whether some opportunity's last point is not the end of an event. */
const isInTheMiddle = (lines: readonly string[]): boolean => {
  const last = new Map<string, string>();
  for (const line of lines) {
    const [point = "", opportunityId] = line.split(" ");
    if (opportunityId !== undefined && line !== IS_THERE) last.set(opportunityId, point);
  }
  return [...last.values()].some((point) => !/^event\..+\.handled$/.test(point));
};

/** A web server that may be told to die. */
export const spawnWeb = (
  env: Record<string, string>,
  { crashAt, saysPoints = false, port = 0 }: WebOptions,
): WebProcess => {
  const program = spawnRole({
    ...env,
    ROLE: "web",
    PORT: String(port),
    ...(crashAt !== undefined && { CRASH_AT: crashAt }),
    ...(saysPoints && { SAY_POINTS: "1" }),
  });
  return { ...program, url: async () => (await program.until(/http:\S+/))[0] };
};

/** It has nothing to complain of: what it does say to standard error is for whoever runs the tests. */
const spawnRole = (env: Record<string, string>): Program =>
  spawnProgram([ROLE_PROGRAM], { env, stderr: "inherit" });

const spawnProgram = (
  args: readonly string[],
  {
    command = process.execPath,
    env,
    stderr,
    detached = false,
  }: {
    command?: string;
    env: Record<string, string>;
    stderr: "pipe" | "inherit";
    detached?: boolean;
  },
): Program => {
  const child: ChildProcess = spawn(command, args, {
    env,
    detached,
    stdio: ["ignore", "pipe", stderr],
  });
  let text = "";
  const heard = new EventTarget();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      heard.dispatchEvent(new Event("more"));
    });
  }
  const ended = once(child, "close").then(() => {
    heard.dispatchEvent(new Event("more"));
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    ended,
    said: () => text,
    until: async (words) => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      for (;;) {
        const found = words.exec(text);
        if (found) return found;
        if (hasEnded()) throw new Error(`it ended without saying ${String(words)}: ${text}`);
        await once(heard, "more", { signal });
      }
    },
    kill: async (signal = "SIGKILL") => {
      if (!hasEnded()) child.kill(signal);
      await ended;
    },
  };
};
