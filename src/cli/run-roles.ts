/** `convene all | serve | work`: starts the roles, says where, and stops in order on a signal. */
import { type Config, readConfig } from "../config.ts";
import { AppError } from "../domain/errors.ts";
import { letRecruiterAsk } from "./let-recruiter-ask.ts";
import { tellLeverAccess } from "./tell-lever-access.ts";
import { putExampleGuides } from "../guides/examples.ts";
import { createLog } from "../log.ts";
import { type Roles, type Running, start } from "../start.ts";
import { createToken } from "../http/auth/tokens.ts";
import { firstCase } from "./first-case.ts";
import { tellAtWork } from "./supervise.ts";
import { onStopSignal, wishes } from "./stop-signals.ts";

const STOP_MS = 10_000;
/** "Internal software error" by BSD's sysexits: never that of a configuration that cannot be used. */
const BROKEN = 70;

/** Runs until it is told to stop. Errors: as `start`. */
export const runRoles = async (roles: Roles): Promise<void> => {
  const config = readConfig();
  refuseSplitSandbox(config, roles);
  const log = createLog({ level: config.logLevel });
  for (const warning of config.warnings) log.warn(warning);
  for (const { variables, means } of config.missing) log.warn({ variables }, means);
  // An error that nobody waited for leaves the process in a state nobody knows: end it, and let it be started again.
  for (const event of ["unhandledRejection", "uncaughtException"] as const) {
    process.on(event, (reason: unknown) => {
      log.fatal({ err: reason, event }, "an error that nobody waited for ends the process");
      process.exit(BROKEN);
    });
  }
  const stopping = new AbortController();
  const begun = start(config, { log, roles, signal: stopping.signal });
  stopOnSignal(begun, { log, stopping });
  try {
    const running = await begun;
    tellAtWork();
    if (!roles.web) return;
    await announce(running, config);
    const { sandbox, services } = running.deps;
    const { lookAtAccess } = services.lever;
    // Once an installation, not once a process: a worker that goes on for another needs Lever's answers for its cases.
    await tellLeverAccess({ isSandbox: sandbox !== null, lookAtAccess, log });
  } catch (error) {
    // Who was told to stop while it started ends there; what it was to tell of is closed already.
    if (!stopping.signal.aborted) throw error;
  }
};

/** Two processes would each play a company of their own. */
const refuseSplitSandbox = (config: Config, roles: Roles): void => {
  if (config.lever.kind !== "sandbox" || (roles.web && roles.work)) return;
  throw new AppError({
    code: "config_invalid",
    fault: "caller",
    message:
      "LEVER_API_KEY: is needed to run web and worker apart. Without an account use: convene all. Or run the sandbox company alone (npm run sandbox) and connect both to it.",
  });
};

/** In order at the first wish, also while it still starts; at once at the second one. */
const stopOnSignal = (
  begun: Promise<Running>,
  { log, stopping }: { log: ReturnType<typeof createLog>; stopping: AbortController },
): void => {
  const stop = (signal: string): void => {
    log.info({ signal }, "stopping");
    stopping.abort();
    setTimeout(() => {
      log.error("stopping took too long");
      process.exit(1);
    }, STOP_MS).unref();
    const stopped = begun.then(async (running) => await running.stop());
    stopped.then(
      () => process.exit(0),
      (error: unknown) => {
        if (error === stopping.signal.reason) process.exit(0);
        log.error({ err: error }, "stopping failed");
        process.exit(1);
      },
    );
  };
  onStopSignal(wishes({ first: stop, again: () => process.exit(1) }));
};

/** What a person at the terminal wants to know. */
const announce = async (running: Running, config: Config): Promise<void> => {
  const { sandbox } = running.deps;
  if (!sandbox) {
    console.log(`Convene is ready at ${running.url}`);
    return;
  }
  await putExampleGuides(running.deps);
  await letRecruiterAsk(running.deps);
  const proposalId = await firstCase(running);
  console.log(`
Convene is ready: ${running.url}${proposalId === null ? "" : `/proposals/${proposalId}`}

  Sandbox company (Lever, Google, mail; all invented): ${sandbox.url}
  ${
    proposalId === null
      ? "No proposal waits: move a candidate to Phone Screen in the inbox."
      : "A candidate was moved to Phone Screen. Look at the proposal, approve it, and see the booking in the company."
  }
  Convene keeps its data in ${config.database.kind === "postgres" ? "the database of DATABASE_URL" : config.dataDir}; the company begins anew at each start.
  Press Ctrl-C to stop.
`);
};

/** A token for programs that start the product themselves. */
export const tokenFor = async (
  running: Running,
  name: string,
  validFor = Temporal.Duration.from({ hours: 1 }),
): Promise<string> =>
  await createToken({ name, role: "admin", kind: "token", validFor }, running.deps);
