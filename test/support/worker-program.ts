/** A worker as a process of its own that dies without a word at a point of a test's choice: `CRASH_AT` is
 * `<point> <opportunity id>`, a point alone for the first opportunity that passes it, or empty. */
import { fileURLToPath } from "node:url";
import { parseConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { start } from "../../src/start.ts";

/** Path of this file. */
export const workerProgram = fileURLToPath(import.meta.url);

const work = async (): Promise<void> => {
  const {
    CRASH_AT: crashAt = "",
    SAY_POINTS: saysPoints,
    MAX_DEATHS: maxDeaths,
    ...env
  } = process.env;
  const [point, opportunityId] = crashAt.split(" ");
  process.on("unhandledRejection", () => process.exit(1));
  const running = await start(parseConfig(env), {
    log: createLog({ level: "silent" }),
    roles: { web: false, work: true },
    tickSeconds: 1,
    ...(maxDeaths !== undefined && { maxDeaths: Number(maxDeaths) }),
    witness: (passed, at) => {
      if (saysPoints) process.stdout.write(`${passed}\n`);
      if (passed !== point || (opportunityId !== undefined && opportunityId !== at)) return;
      process.kill(process.pid, "SIGKILL");
    },
  });
  process.once("SIGTERM", () => {
    void running.stop().then(() => process.exit(0));
  });
};

if (import.meta.main) await work();
