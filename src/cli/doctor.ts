/** `convene doctor`: what is connected, what is missing, what that means, and whether what is connected answers. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, readConfig } from "../config.ts";
import { openDatabase } from "../db/open.ts";
import { AppError, asAppError } from "../domain/errors.ts";
import { createLog } from "../log.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import { type Deps, createDeps } from "../deps.ts";

/** Prints one line a part; exit code 1 when a connected part does not answer. */
export const runDoctor = async (): Promise<void> => {
  const config = readConfig();
  for (const { variables, means } of config.missing) {
    console.log(`missing  ${variables.join(", ")}: ${means}`);
  }
  for (const warning of config.warnings) console.log(`warning  ${warning}`);
  await using folder = await dataFolder(config);
  const deps = await createDeps(
    { ...config, dataDir: folder.path },
    {
      log: createLog({ level: "silent" }),
      publicUrl: config.publicUrl ?? "http://127.0.0.1:3000",
    },
  );
  try {
    const check = async (part: string, ask: () => Promise<string>): Promise<void> => {
      try {
        console.log(`ok       ${part}: ${await ask()}`);
      } catch (thrown) {
        console.log(`FAULT    ${part}: ${asAppError(thrown).message}`);
        process.exitCode = 1;
      }
    };
    await check("database", async () => {
      await deps.database.query("select 1");
      return folder.inUse ?? deps.database.kind;
    });
    await check("lever", async () => {
      const stages = await deps.services.lever.reader.listStages();
      const where = deps.sandbox ? "the sandbox company" : "your account";
      return `${where}, ${stages.length} stages`;
    });
    await check("plans", async () => {
      const stages = await deps.services.lever.reader.listStages();
      const known = new Set(stages.flatMap(({ id, text }) => [id, text]));
      const lost = deps.plans
        .all()
        .flatMap((plan) => plan.match.stages.filter((stage) => !known.has(stage)));
      const odd = lost.length === 0 ? "" : `; not stages of this Lever: ${lost.join(", ")}`;
      return `${deps.plans.all().length} plans${odd}`;
    });
    const [email] = deps.plans.all().flatMap(addressesOf);
    if (email !== undefined && (deps.sandbox || config.google)) {
      await check("calendar", async () => await lookAt(email, deps));
    }
    if (config.mail) console.log("set      mail: a server is named; nothing was sent to try it");
    console.log(`ok       model: ${config.model?.name ?? "offline"}`);
  } finally {
    await deps.close();
  }
};

/** The named people of a plan. */
const addressesOf = (plan: InterviewPlan): string[] => [
  ...Object.values(plan.pools ?? {}).flat(),
  ...plan.sessions.flatMap(({ places }) => places.flatMap(({ person }) => person ?? [])),
];

/** Reads an hour of somebody's calendar. Errors: when it cannot be read, with the reason. */
const lookAt = async (email: string, deps: Deps): Promise<string> => {
  const now = deps.clock.now();
  const [reading] = await deps.services.calendar.reader.readBusy(
    [email],
    now,
    now.add({ hours: 1 }),
  );
  if (reading?.readable === true) return `the calendar of ${email} can be read`;
  throw new AppError({
    code: "calendar_denied",
    fault: "upstream",
    message: `The calendar of ${email} cannot be read (${reading?.reason ?? "no answer"}). See docs/google-setup.md.`,
  });
};

/** The embedded database is for one process: while Convene runs, what else there is to check is checked on an empty one. */
const dataFolder = async (
  config: Config,
): Promise<AsyncDisposable & { path: string; inUse: string | null }> => {
  const whole = { path: config.dataDir, inUse: null, [Symbol.asyncDispose]: async () => {} };
  if (config.database.kind === "postgres") return whole;
  try {
    await (await openDatabase({ dataDir: config.dataDir })).close();
    return whole;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "data_dir_locked") throw thrown;
    const path = await mkdtemp(join(tmpdir(), "convene-doctor-"));
    return {
      path,
      inUse: `embedded; ${config.dataDir} is in use by a running Convene, which tells of itself at /readyz`,
      [Symbol.asyncDispose]: async () => await rm(path, { recursive: true, force: true }),
    };
  }
};
