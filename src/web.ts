/** The web role: API, front doors, dashboard and MCP over what a process has. Loaded by processes that answer HTTP. */
import { type Express, Router } from "express";
import { createTranslationCache } from "../agents/candidate-chat/translate.ts";
import type { Deps } from "./deps.ts";
import { aedtRoutes } from "./http/api/aedt-routes.ts";
import { answerRoutes } from "./http/api/answer-routes.ts";
import { candidateQuestionRoutes } from "./http/api/candidate-question-routes.ts";
import { assistantRoutes } from "./http/api/assistant-routes.ts";
import { caseRoutes } from "./http/api/case-routes.ts";
import { complianceRoutes } from "./http/api/compliance-routes.ts";
import { controlRoutes } from "./http/api/control-routes.ts";
import { ledgerRoutes } from "./http/api/ledger-routes.ts";
import { erasureRoutes } from "./http/api/erasure-routes.ts";
import { legalHoldRoutes } from "./http/api/legal-hold-routes.ts";
import { registerRoutes } from "./http/api/register-routes.ts";
import { delegationRoutes } from "./http/api/delegation-routes.ts";
import { noticeRoutes } from "./http/api/notice-routes.ts";
import { optOutRoutes } from "./http/api/opt-out-routes.ts";
import { policyRoutes } from "./http/api/policy-routes.ts";
import { eventRoutes } from "./http/api/event-routes.ts";
import { feedbackRoutes } from "./http/api/feedback-routes.ts";
import { insightsRoutes } from "./http/api/insights-routes.ts";
import { ownBriefRoutes } from "./http/api/own-brief-routes.ts";
import { peopleRoutes } from "./http/api/people-routes.ts";
import { guideRoutes } from "./http/api/guide-routes.ts";
import { languageRoutes } from "./http/api/language-routes.ts";
import { planRoutes } from "./http/api/plan-routes.ts";
import { editRoutes } from "./http/api/edit-routes.ts";
import { proposalRoutes } from "./http/api/proposal-routes.ts";
import { requestRoutes } from "./http/api/request-routes.ts";
import { reconcileRoutes } from "./http/api/reconcile-routes.ts";
import { subjectRoutes } from "./http/api/subject-routes.ts";
import { sandboxRoutes } from "./http/api/sandbox-routes.ts";
import { todayRoutes } from "./http/api/today-routes.ts";
import { accessRoutes } from "./http/api/access-routes.ts";
import { severalRoutes } from "./http/api/several-routes.ts";
import { sessionRoutes } from "./http/api/session-routes.ts";
import { createChangeFeed } from "./http/api/stream.ts";
import { createApp } from "./http/app.ts";
import { approvalPages } from "./http/approvals/routes.ts";
import { arrivalPages } from "./http/arrival/routes.ts";
import { type ChatRouterDeps, chatRouter } from "./http/candidate/chat/router.ts";
import { candidateRouter } from "./http/candidate/router.ts";
import { reminderPages } from "./http/reminders/routes.ts";
import { holdGroupsFor } from "./http/auth/accounts.ts";
import type { FindPrincipal, Guard } from "./http/auth/authenticate.ts";
import { createGuesses } from "./http/auth/guesses.ts";
import { findPrincipal } from "./http/auth/tokens.ts";
import { createBriefPages } from "./http/brief/brief-pages.ts";
import { briefPages } from "./http/brief/routes.ts";
import { signInPages } from "./http/sign-in/routes.ts";
import { interviewerPages } from "./http/interviewer/routes.ts";
import { createMetrics } from "./http/metrics.ts";
import type { LeverIntakeDeps } from "./intake/lever.ts";
import type { AnyRoute } from "./http/api/route.ts";
import { rememberPanels } from "./lever/remember.ts";
import { openChatModels } from "./open-chat-models.ts";
import { VERSION } from "./version.ts";
import { type SignIn, openSignIn } from "./web-sign-in.ts";
import { openMcp } from "./web-mcp.ts";
import { drainAll } from "./worker/tick.ts";
import { readAges, readWarnings, watchWork } from "./worker/watchdog.ts";
import type { Worker } from "./worker/worker.ts";

export interface WebOptions {
  webFolder: string;
  healthKeptMs: number | undefined;
  guessesPerMinute: number | undefined;
  signatureTokens: LeverIntakeDeps["signatureTokens"];
  /** Of the same process: readiness reads its loops. */
  worker: Worker | null;
  isAccepting(): boolean;
}

/** What answers HTTP, and what remains open with it. */
export interface Web {
  app: Express;
  close(): Promise<void>;
}

const controls = (deps: Deps) =>
  controlRoutes({
    ...deps,
    version: VERSION,
    sandboxUrl: deps.sandbox?.url ?? null,
    companyName: deps.company.name,
    companyZone: deps.company.zone,
    drainAll: async () => await drainAll(deps),
  });

/** What the dashboard and programs of others ask. */
const apiRoutes = (
  deps: Deps,
  door: Pick<Guard, "findPrincipal" | "guesses">,
  signIn: SignIn,
): AnyRoute[] => {
  const lever = rememberPanels(deps.services.lever.reader, deps.clock);
  return [
    ...proposalRoutes({ ...deps, lever: deps.services.lever.reader }),
    ...editRoutes({ ...deps, lever: deps.services.lever.reader }),
    ...severalRoutes({ ...deps, lever: deps.services.lever.reader, reach: deps.tools.reach }),
    ...caseRoutes({ ...deps, lever: deps.services.lever.reader }),
    ...policyRoutes(deps),
    ...ledgerRoutes({ ...deps, companyZone: deps.company.zone }),
    ...noticeRoutes(deps),
    ...aedtRoutes({ ...deps, lever: deps.services.lever.reader }),
    ...delegationRoutes(deps),
    ...optOutRoutes({ ...deps, lever: deps.services.lever.reader }),
    ...planRoutes({ ...deps, inferring: deps.config.inferPlans }),
    ...guideRoutes(deps),
    ...languageRoutes(deps),
    ...eventRoutes(deps),
    ...erasureRoutes(deps),
    ...legalHoldRoutes(deps),
    ...complianceRoutes(deps),
    ...registerRoutes(visitorDeps(deps)),
    ...subjectRoutes({ ...deps, lever: deps.services.lever.reader }),
    ...answerRoutes({ ...deps, lever }),
    ...candidateQuestionRoutes({ ...deps, lever, postings: deps.services.lever.reader }),
    ...controls(deps),
    ...sessionRoutes({ ...signIn, ...door, sandbox: deps.sandbox !== null }),
    ...accessRoutes(visitorDeps(deps)),
    ...peopleRoutes(visitorDeps(deps)),
    ...ownBriefRoutes(visitorDeps(deps)),
    ...feedbackRoutes({ ...deps, lever: deps.services.lever.reader }),
    ...insightsRoutes(visitorDeps(deps)),
    ...todayRoutes(visitorDeps(deps)),
    ...reconcileRoutes(deps),
    ...requestRoutes(visitorDeps(deps)),
    ...assistantRoutes({ ...deps, hasApprovals: deps.config.mcp.hasApprovals }),
    ...sandboxRoutes(deps.sandbox?.controls ?? null),
  ];
};

/** Attempts of one network address. */
const SIGN_INS_PER_MINUTE = 30;
/** Wrong tokens of one network address: a company may be behind one, and tokens that are over are wrong as well. */
const GUESSES_PER_MINUTE = 60;

/** The application of this process. */
export const createWeb = async (deps: Deps, options: WebOptions): Promise<Web> => {
  const { config, log } = deps;
  const { signatureTokens, worker, isAccepting, webFolder, healthKeptMs } = options;
  const feed = await createChangeFeed(deps.database);
  const anyPrincipalOf = findAnybody(deps);
  const signIn = openSignIn(deps);
  if (signIn.provider) await holdGroupsFor(signIn.groupsHoldDays, deps);
  const guesses = createGuesses(options.guessesPerMinute ?? GUESSES_PER_MINUTE);
  const mcp = openMcp(deps, anyPrincipalOf, { feed, guesses });
  const door = { findPrincipal: withoutAssistants(anyPrincipalOf), guesses };
  const app = createApp({
    database: deps.database,
    log,
    intake: {
      ...deps,
      signatureTokens,
      signingSecret: config.automationSigningSecret?.reveal(),
      companyZone: deps.company.zone,
      slackCommand: deps.services.chat.command,
      slackInteraction: deps.approvals.slack,
    },
    metricsToken: deps.config.metricsToken,
    metrics: createMetrics(deps.database, {
      clock: deps.clock,
      readAges: async () => await readAges(deps.database, deps.clock),
    }),
    routes: apiRoutes(deps, door, signIn),
    ...door,
    reach: deps.tools.reach,
    feed,
    version: VERSION,
    publicUrl: deps.publicUrl,
    mcp: mcp.handler,
    resourceMetadata: mcp.resourceMetadata,
    clock: deps.clock,
    contact: config.securityContact,
    pages: {
      ...visitorPages(deps, { feed, models: await openChatModels(deps) }),
      "/auth": signInPages({ ...visitorDeps(deps), ...signIn }),
    },
    webFolder,
    signInsPerMinute: SIGN_INS_PER_MINUTE,
    trustedProxies: config.trustedProxies,
    isAccepting,
    loops: () => worker?.loops() ?? {},
    watch: async () => await watchWork(deps.database, deps.clock),
    warnings: async () => await readWarnings(deps.database),
    planFaults: () => deps.planFiles.faults().length,
    healthKeptMs,
  });
  const close = async (): Promise<void> => {
    await mcp.close();
    await feed.close();
  };
  return { app, close };
};

/** Whoever has a token or a session of ours. */
const findAnybody = (deps: Deps): FindPrincipal => {
  const adminToken = deps.config.adminToken?.reveal();
  return async (secret, how) =>
    await findPrincipal({ secret, ...(adminToken !== undefined && { adminToken }), ...how }, deps);
};

/** What is made for assistants opens nothing but MCP. */
const withoutAssistants =
  (find: FindPrincipal): FindPrincipal =>
  async (secret, how) => {
    const principal = await find(secret, how);
    return principal?.scopes ? null : principal;
  };

/** Pages of people without an account. */
const visitorPages = (deps: Deps, chat: Pick<ChatRouterDeps, "feed" | "models">) => {
  const visited = visitorDeps(deps);
  const { model, modelBudgetMs } = deps.config;
  const translations = model?.translatesChat === true ? createTranslationCache() : null;
  const lever = rememberPanels(visited.lever, deps.clock);
  const chatting = { ...visited, ...chat, lever, modelBudgetMs, translations };
  return {
    "/me": interviewerPages(visited),
    "/c": Router().use(chatRouter(chatting)).use(candidateRouter(chatting)),
    "/reminders": reminderPages(visited),
    "/arrived": arrivalPages(visited),
    "/decide": approvalPages({ ...visited, reach: deps.tools.reach }),
    "/brief": briefPages({ ...visited, briefs: createBriefPages(visited) }),
  };
};

/** Pages that one network address may ask for in a minute: a company may be behind one. */
const PAGES_PER_MINUTE = 120;

const visitorDeps = (deps: Deps) => ({
  ...deps,
  lever: deps.services.lever.reader,
  calendar: deps.services.calendar.reader,
  companyName: deps.company.name,
  companyZone: deps.company.zone,
  pagesPerMinute: PAGES_PER_MINUTE,
});
