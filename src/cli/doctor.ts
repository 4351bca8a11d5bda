/** `convene doctor`: what is connected, what is missing, what that means, and whether what is connected answers. */
import { type Config, readConfig } from "../config.ts";
import { AppError, asAppError, isForbidden } from "../domain/errors.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import { createLog } from "../log.ts";
import { type Deps, createDeps } from "../deps.ts";
import { wordsOfForbidden } from "../lever/access.ts";
import type { Stage } from "../lever/port.ts";
import { openPlanFiles } from "../plans/files.ts";
import { stageFaults } from "../plans/stage-faults.ts";
import { readPause } from "../policy/store.ts";
import { readServiceAccount } from "../services.ts";
import { calendarChecksOf } from "./doctor-calendars.ts";
import { emptyFolder, findDatabase } from "./doctor-database.ts";
import { type ListCheck, accessBesides, leverListsOf } from "./doctor-lever.ts";

/** Prints one line a part; exit code 1 when a connected part does not answer. What is wrong with one part does not keep the
 * others from being looked at. */
export const runDoctor = async (): Promise<void> => {
  const given = readConfig();
  for (const { variables, means } of given.missing) {
    console.log(`missing  ${variables.join(", ")}: ${means}`);
  }
  for (const warning of given.warnings) console.log(`warning  ${warning}`);
  await using found = await findDatabase(given);
  await using noPlans = await emptyFolder();
  const config = await leaveOutFaults(found.config, noPlans.path);
  const deps = await createDeps(config, {
    log: createLog({ level: "silent" }),
    publicUrl: config.publicUrl ?? "http://127.0.0.1:3000",
    onlyLooks: true,
    isUpToDate: found.isRead,
  });
  try {
    console.log(found.line);
    for (const line of found.unknown) console.log(line);
    if (config.trailDir === null) console.log(NO_TRAIL);
    if (found.isRead) await tellOfPause(deps);
    // A refresh token counts once: used here, it would cut the running Convene off from the account.
    const mayAskLever = found.isRead || config.lever.kind !== "oauth";
    if (!mayAskLever) console.log(LEVER_UNKNOWN);
    if (mayAskLever) await checkLever(deps);
    if (config.plansDir !== noPlans.path) {
      await check("plans", async () => await lookAtPlans(deps, mayAskLever));
    }
    for (const ask of await calendarChecksOf(deps)) await check("calendar", ask);
    await checkZoom(deps);
    await checkChat(deps);
    if (config.mail) console.log("set      mail: a server is named; nothing was sent to try it");
    console.log(`ok       model: ${config.model?.name ?? "offline"}`);
  } finally {
    await deps.close();
  }
};

const LEVER_UNKNOWN =
  "unknown  whether Lever answers: its tokens are kept in the database, for the running Convene alone, which tells of Lever at /readyz.";

const NO_TRAIL =
  "warning  ledger: TRAIL_DIR is not set: whoever can write the whole database can put the ledger back to an earlier state, signed places and all, and only a running worker and its log would show it.";

/** Everything is connected and nothing happens: then this is why. */
const tellOfPause = async ({ database }: Deps): Promise<void> => {
  const pause = await readPause(database);
  if (!pause) return;
  const { by, since } = pause;
  console.log(
    `paused   all effects, by ${by} since ${since.toString({ smallestUnit: "second" })}: nothing is booked or sent until \`convene resume\`, or Resume in the settings.`,
  );
};

/** Whether there was no fault. */
const check = async (part: string, ask: () => Promise<string | null>): Promise<boolean> => {
  try {
    const said = await ask();
    if (said !== null) console.log(`ok       ${part}: ${said}`);
    return true;
  } catch (thrown) {
    console.log(`FAULT    ${part}: ${asAppError(thrown).message}`);
    process.exitCode = 1;
    return false;
  }
};

/** The configuration without the files that would not let a process start; each is told. */
const leaveOutFaults = async (config: Config, noPlans: string): Promise<Config> => {
  const { plansDir, google } = config;
  const arePlansGood = await check("plans", async () => {
    openPlanFiles(plansDir);
    return await Promise.resolve(null);
  });
  const isGoogleGood =
    google === null ||
    (await check("calendar", async () => {
      await readServiceAccount(google.serviceAccountFile);
      return null;
    }));
  return {
    ...config,
    plansDir: arePlansGood ? plansDir : noPlans,
    google: isGoogleGood ? google : null,
  };
};

/** Each list by itself, then whatever else the credential may not, or may without need. */
const checkLever = async (deps: Deps): Promise<void> => {
  const lists = await leverListsOf(deps);
  const areGood: boolean[] = [];
  for (const each of lists) areGood.push(await checkList(each));
  if (areGood[0] !== true) return;
  await check("lever", async () => {
    const messages = await accessBesides(lists, deps);
    for (const message of messages) console.log(`warning  lever: ${message}`);
    return null;
  });
};

/** A list that the credential may not read is a fault only where the plans need it. */
const checkList = async ({ list, isNeeded, ask }: ListCheck): Promise<boolean> =>
  await check("lever", async () => {
    try {
      return await ask();
    } catch (thrown) {
      if (!isForbidden(thrown)) throw thrown;
      const message = wordsOfForbidden(list);
      if (isNeeded)
        throw new AppError({ code: "lever_denied", fault: "upstream", message, cause: thrown });
      console.log(`warning  lever: ${message}`);
      return null;
    }
  });

/** How many there are, and which of their stages this Lever does not have. */
const lookAtPlans = async (deps: Deps, mayAskLever: boolean): Promise<string> => {
  const plans = await deps.plans.all();
  const stages = mayAskLever ? await stagesOf(deps) : null;
  if (stages === null) return `${plans.length} plans, whose stages could not be checked`;
  const known = new Set(stages.flatMap(({ id, text }) => [id, text]));
  const lost = plans.flatMap(({ match }) => match.stages.filter((stage) => !known.has(stage)));
  const odd = [
    ...(lost.length === 0 ? [] : [`not stages of this Lever: ${lost.join(", ")}`]),
    ...plans.flatMap((plan) =>
      stageFaults(plan, stages).map(({ message }) => `the rule of plan “${plan.id}”: ${message}`),
    ),
  ];
  return [`${plans.length} plans`, ...odd].join("; ");
};

/** Null when they may not be listed. */
const stagesOf = async ({ services }: Deps): Promise<Stage[] | null> => {
  try {
    return await services.lever.reader.listStages();
  } catch (thrown) {
    if (isForbidden(thrown)) return null;
    throw thrown;
  }
};

/** A plan that asks for Zoom where there is none would fail at its first booking. */
const checkZoom = async ({ config, sandbox, plans, services }: Deps): Promise<void> => {
  const asksForZoom = ({ video, sessions }: InterviewPlan): boolean =>
    sessions.some((session) => (session.video ?? video) === "zoom");
  const isAsked = sandbox !== null || config.zoom || (await plans.all()).some(asksForZoom);
  if (!isAsked) return;
  await check("zoom", async () => {
    await services.video.reader.look();
    return "the app may read its account's meetings";
  });
};

/** Where recruiters are told that no time fits. */
const checkChat = async ({ services, config, sandbox }: Deps): Promise<void> => {
  const { slack } = services.chat;
  if (slack) {
    await check("slack", async () => {
      await slack.reader.look();
      return "the app's token is accepted";
    });
  }
  if (services.chat.teams) {
    console.log("set      teams: a workflow is named; no card was sent to try it");
  }
  if (!sandbox && !slack && !services.chat.teams && config.mail) {
    console.log(
      "set      alerts: by mail, as neither SLACK_BOT_TOKEN nor TEAMS_WEBHOOK_URL is set",
    );
  }
};
