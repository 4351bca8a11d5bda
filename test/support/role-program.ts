/** A worker, or a web server, as a process of its own that dies without a word at a point of a test's choice. `ROLE` is
 * `work` or `web`; `CRASH_MARK` is a file that the first to die leaves, after which nobody else does; `CRASH_AT` is `<point> <opportunity id>`, a point alone for the first opportunity that passes it, or
 * empty. A web server says its address, a worker that it is there. */
import { closeSync, openSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { parseConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { start } from "../../src/start.ts";

/** What a worker says once it takes work. */
export const IS_THERE = "is there";

/** Whether nobody was before us. */
const leaves = (mark: string): boolean => {
  try {
    closeSync(openSync(mark, "wx"));
    return true;
  } catch {
    return false;
  }
};

const run = async (): Promise<void> => {
  const {
    ROLE: role = "work",
    CRASH_AT: crashAt = "",
    CRASH_MARK: mark,
    SAY_POINTS: saysPoints,
    MAX_DEATHS: maxDeaths,
    ...env
  } = process.env;
  const [point, opportunityId] = crashAt.split(" ");
  process.on("unhandledRejection", () => process.exit(1));
  const running = await start(parseConfig(env), {
    log: createLog({ level: "silent" }),
    roles: { web: role === "web", work: role === "work" },
    tickSeconds: 1,
    ...(maxDeaths !== undefined && { maxDeaths: Number(maxDeaths) }),
    witness: (passed, at) => {
      if (saysPoints) process.stdout.write(`${passed} ${at}\n`);
      if (passed !== point || (opportunityId !== undefined && opportunityId !== at)) return;
      if (mark !== undefined && !leaves(mark)) return;
      process.kill(process.pid, "SIGKILL");
    },
  });
  // Who is killed keeps nothing of what was compiled for it.
  flushCompileCache();
  process.stdout.write(`${role === "web" ? running.url : IS_THERE}\n`);
  process.once("SIGTERM", () => {
    void running.stop().then(() => process.exit(0));
  });
};

if (import.meta.main) await run();
