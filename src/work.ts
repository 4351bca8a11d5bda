/** The worker role: the graphs over what a process has. Loaded by processes that handle events. */
import { createCheckpointer } from "../graphs/checkpointer.ts";
import type { RunDeps, SlackCommand } from "../graphs/deps.ts";
import { failRun, handleEvent } from "../graphs/run.ts";
import type { Lease } from "./cases/lease.ts";
import type { Deps } from "./deps.ts";
import { rememberDuring } from "./lever/remember.ts";
import { replyInSlack } from "./messaging/slack-command.ts";
import { openChatModels } from "./open-chat-models.ts";
import { type Worker, startWorker } from "./worker/worker.ts";

const CONCURRENCY = 8;

export interface WorkOptions {
  /** Where Google can tell us of changes; null: nowhere. */
  channelAddress: string | null;
  tickSeconds: number | undefined;
  retryDelaySeconds: ((attempt: number) => number) | undefined;
  maxDeaths: number | undefined;
}

/** Starts what handles events. */
export const createWorker = async (deps: Deps, options: WorkOptions): Promise<Worker> => {
  const { runDeps, checkpointer } = await createRuns(deps);
  return await startWorker({
    ...deps,
    lever: deps.services.lever.reader,
    companyZone: deps.company.zone,
    calendar: deps.services.calendar.reader,
    dailyDigest: deps.config.dailyDigest,
    tellAsked: async () => await deps.approvals.tell(null),
    watcher: deps.services.calendar.watcher,
    channelAddress: options.channelAddress,
    concurrency: CONCURRENCY,
    keepRunsDays: deps.config.keepRunsDays,
    keepCandidatesDays: deps.config.keepCandidatesDays,
    keepByCountry: deps.config.keepByCountry,
    maxDeaths: options.maxDeaths,
    tickSeconds: options.tickSeconds ?? 5,
    retryDelaySeconds: options.retryDelaySeconds ?? ((attempt) => Math.min(60, 2 ** (attempt - 1))),
    handleEvent: async (event, lease, signal) =>
      await handleEvent(event, runDeps(lease, signal), checkpointer),
    failRun: async (event, lease, words) => await failRun(event, words, { ...deps, lease }),
  });
};

/** How answers get back to Slack; null: no command comes from there. */
const slackCommandOf = ({ services }: Deps): SlackCommand | null => {
  const { slack, command } = services.chat;
  if (!slack || !command) return null;
  return {
    emailOf: async (slackUser) => await slack.reader.emailOf(slackUser),
    reply: async (responseUrl, answer) => await replyInSlack(responseUrl, answer, command),
  };
};

/** What a run is given, and where it keeps its thread. */
export const createRuns = async (
  deps: Deps,
): Promise<{
  runDeps: (lease: Lease, signal: AbortSignal) => RunDeps;
  checkpointer: ReturnType<typeof createCheckpointer>;
}> => {
  const { config, company, tools, services, database, plans, texts, clock, ids } = deps;
  const { perform, repair, settleChecked, askForRepair, askWhetherToKeep, handOn, log, witness } =
    deps;
  const models = await openChatModels(deps);
  return {
    runDeps: (lease, signal) => {
      const lever = rememberDuring(services.lever.reader);
      return {
        // Each by name: what else a process has, the writers among it, is no run's.
        database,
        plans,
        texts,
        clock,
        ids,
        models,
        tools: { ...tools, lever },
        perform,
        settleChecked,
        repair,
        askForRepair,
        askWhetherToKeep,
        handOn,
        slackCommand: slackCommandOf(deps),
        chooseChannel: services.chat.choose,
        lease,
        signal,
        lever,
        log,
        witness,
        modelBudgetMs: config.modelBudgetMs,
        companyName: company.name,
        companyZone: company.zone,
        publicUrl: deps.publicUrl,
        performAs: config.leverPerformAs,
      };
    },
    checkpointer: createCheckpointer(deps),
  };
};
