/** Puts everything together: one plain object, made once, closed by whoever made it. */
import { hostname } from "node:os";
import type { Logger } from "pino";
import { applySynthesisEdit } from "../agents/feedback/edit.ts";
import { applyBookingEdit } from "../agents/scheduling/edit.ts";
import { createSearchThread } from "../tools/search-thread.ts";
import type { ToolContext } from "../tools/context.ts";
import { createAssistantBooks } from "./cases/assistant-books.ts";
import { createAskInWords } from "./cases/ask-in-words.ts";
import { createHandOn } from "./cases/hand-on.ts";
import { arrivalSubject } from "./cases/arrival-links.ts";
import { briefSubject } from "./cases/brief-links.ts";
import { hasLeftAssistant } from "./cases/chat.ts";
import { newLinkSubject } from "./cases/candidate-links.ts";
import type { EditDeps } from "./cases/store-edit.ts";
import { createReach } from "./cases/reach.ts";
import { createCaseReader } from "./cases/case-reader.ts";
import {
  createRequestBriefs,
  createRequestInterview,
  createRequestQuestions,
} from "./cases/request-interview.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { migrate } from "./db/migrate.ts";
import { createDocumentReader } from "./documents/read-document.ts";
import { openDatabase } from "./db/open.ts";
import type { OpportunityId } from "./domain/ids.ts";
import type { Clock } from "./domain/time.ts";
import { createApprovals } from "./effects/approvals/approvals.ts";
import { createBundles } from "./effects/bundles.ts";
import { createFreeCalendars } from "./effects/free-calendars.ts";
import { createLook } from "./effects/look.ts";
import { createLookAgain } from "./effects/look-again.ts";
import { createPerform } from "./effects/perform.ts";
import { createAskWhetherToKeep } from "./cases/stage-left.ts";
import { createAskForRepair } from "./effects/ask-for-repair.ts";
import { createRepair } from "./effects/repair.ts";
import { createSettleChecked } from "./effects/settle-checked.ts";
import { randomIds } from "./identifiers.ts";
import { createLeverTokenStore } from "./lever-token-store.ts";
import { openTrail } from "./ledger/trail.ts";
import { createLinks } from "./links/links.ts";
import { makePersonalLink } from "./people/personal-links.ts";
import { createInterviewHistory } from "./people/interview-history.ts";
import { createPreferencesReader } from "./people/preferences-store.ts";
import { unlessForbidden } from "./lever/access.ts";
import { openPlanFiles } from "./plans/files.ts";
import { createPassageCache } from "./guides/reader.ts";
import { createPlanReader } from "./plans/reader.ts";
import { createQuestionSets } from "./question-sets/reader.ts";
import { checkKeyring, keepKeyCheck } from "./privacy/key-check.ts";
import { openKeyring } from "./privacy/open-keyring.ts";
import { createTexts } from "./privacy/texts.ts";
import { type RunningCompany, startSandboxCompany } from "./sandbox-company.ts";
import { createServices } from "./services.ts";
import { createQueue } from "./worker/queue.ts";
import type { Witness } from "./witness.ts";

export interface DepsOptions {
  log: Logger;
  /** An already running company: tests and the demo start their own. */
  company?: RunningCompany;
  /** Where the world can reach us; known only after listening when the port is chosen by the system. */
  publicUrl: string;
  /** Milliseconds before an unknown outcome is looked up. Default 2,000. */
  probeDelayMs?: number;
  /** Milliseconds in which what was sent to Lever may still be carried out. Default 10,000. */
  lateCommitMs?: number;
  witness?: Witness;
  /** For a diagnosis: the keys are tried, and leave nothing behind. */
  onlyLooks?: boolean;
  /** For whoever has seen that the database is up to date, and only reads: it is left as it is. */
  isUpToDate?: boolean;
}

const REQUEST_PATIENCE_MS = 10_000;
const DEFAULT_PROBE_DELAY_MS = 2_000;
const DEFAULT_LATE_COMMIT_MS = 10_000;

/** Everything of one process. Errors: `config_invalid`, `plan_invalid`, `data_dir_locked`, `database_unavailable`. */
export const createDeps = async (config: Config, options: DepsOptions) => {
  await using undo = new AsyncDisposableStack();
  const base = await createBase(config, options, undo);
  const outside = await createOutside(base);
  const { database, texts, clock, ids, queue, company } = base;
  const { services, plans } = outside;
  const questionSets = createQuestionSets({ database, lever: services.lever.reader, plans });
  const asking = {
    database,
    texts,
    clock,
    ids,
    queue,
    patienceMs: REQUEST_PATIENCE_MS,
  };
  const tools: Omit<ToolContext, "caller" | "signal" | "onCall"> = {
    lever: services.lever.reader,
    calendar: services.calendar.finder,
    video: services.video.reader,
    plans,
    questionSets,
    cases: createCaseReader({ database, texts, clock, lever: services.lever.reader }),
    preferences: createPreferencesReader(database),
    interviewing: createInterviewHistory(database),
    requests: {
      requestInterview: createRequestInterview(asking),
      requestBriefs: createRequestBriefs(asking),
      requestQuestions: createRequestQuestions(asking),
      askInWords: createAskInWords(asking),
    },
    documents: undo.use(createDocumentReader()),
    search: createSearchThread(),
    reach: createReach({ database, lever: services.lever.reader }),
    clock,
    companyZone: company.zone,
    log: options.log,
  };
  const edits = { applyEdit: applyBookingEdit, applySynthesisEdit };
  const { reach } = tools;
  const approvals = openApprovals({ ...base, ...edits, services, reach });
  const close = undo.move();
  return {
    ...base,
    ...outside,
    ...edits,
    approvals,
    questionSets,
    tools,
    books: createAssistantBooks({ database, texts, clock, lever: services.lever.reader }),
    close: async () => await close.disposeAsync(),
  };
};

type Edits = Pick<EditDeps, "applyEdit" | "applySynthesisEdit">;

interface AskingParts
  extends Awaited<ReturnType<typeof createBase>>, Pick<ToolContext, "reach">, Edits {
  services: Awaited<ReturnType<typeof createServices>>;
}

/** How whoever is asked is told, and answers. */
const openApprovals = ({ services, ...base }: AskingParts) =>
  createApprovals({
    ...base,
    ...services,
    lever: services.lever.reader,
    companyName: base.company.name,
    zone: base.company.zone,
    chooseChannel: services.chat.choose,
    command: services.chat.command,
    isOn: base.config.approvalMessages,
  });

/** What does not leave this process: database, keys, time, plans. */
const createBase = async (config: Config, options: DepsOptions, undo: AsyncDisposableStack) => {
  const planFiles = openPlanFiles(config.plansDir);
  const sandbox = await companyOf(config, options);
  if (sandbox && !options.company) undo.defer(async () => await sandbox.close());
  const clock: Clock = sandbox?.clock ?? systemClock;
  const database = await openDatabase(
    config.database.kind === "postgres"
      ? { url: config.database.url.reveal(), poolSize: config.database.poolSize }
      : { dataDir: config.dataDir },
  );
  undo.defer(async () => await database.close());
  if (!options.isUpToDate) await migrate(database);
  const keyring = await openKeyring(config, database);
  await (options.onlyLooks
    ? checkKeyring({ database, keyring })
    : keepKeyCheck({ database, keyring, clock }));
  const ids = randomIds;
  const queue = createQueue({
    database,
    log: options.log,
    onError: (error: unknown) => options.log.error({ err: error }, "queue"),
  });
  return {
    config,
    database,
    clock,
    ids,
    keyring,
    links: createLinks({ keyring, clock }),
    queue,
    planFiles,
    sandbox,
    log: options.log,
    publicUrl: options.publicUrl,
    messageIdDomain: hostOf(options.publicUrl),
    probeDelayMs: options.probeDelayMs ?? DEFAULT_PROBE_DELAY_MS,
    lateCommitMs: options.lateCommitMs ?? DEFAULT_LATE_COMMIT_MS,
    witness: options.witness,
    texts: createTexts({ keyring, clock, ids }),
    trail: openTrail(config.trailDir),
    passageCache: createPassageCache(),
    company: sandbox ? { name: sandbox.name, zone: sandbox.zone } : config.company,
  };
};

/** The services outside, and the one thing that writes to them. */
const createOutside = async (base: Awaited<ReturnType<typeof createBase>>) => {
  const services = await createServices(base.config, base.sandbox, {
    ...base,
    tokenStore: createLeverTokenStore(base),
  });
  const plans = createPlanReader({
    files: base.planFiles,
    database: base.database,
    // Without the right to list them, names of stages tell what they tell.
    listForms: base.config.inferPlans
      ? async () => await unlessForbidden(services.lever.reader.listFeedbackTemplates)
      : null,
  });
  const stepsOf = createBundles({
    ...services,
    ...base,
    plans,
    pageUrl: async (caseId, until) => {
      const subject = await newLinkSubject(base.database, caseId);
      return `${base.publicUrl}/c/${await base.links.make("candidate", subject, until)}`;
    },
    assistantUrl: async (caseId, pageUrl) =>
      (await hasLeftAssistant(base.database, caseId)) ? null : `${pageUrl}/assistant`,
    briefUrl: async ({ proposalId, userId, until }) => {
      const token = await base.links.make("brief", briefSubject({ proposalId, userId }), until);
      return `${base.publicUrl}/brief/r/${token}`;
    },
    stopUrl: async (caseId, until) =>
      `${base.publicUrl}/reminders/${await base.links.make("reminders", caseId, until)}`,
    arrivalUrl: async (about, until) =>
      `${base.publicUrl}/arrived/${await base.links.make("arrival", arrivalSubject(about), until)}`,
    ownUrl: async (userId) => (await makePersonalLink(userId, "convene", base)).url,
  });
  const lookAgain = createLookAgain(services);
  const openLook = (opportunityId: OpportunityId) =>
    createLook(opportunityId, {
      lever: services.lever.reader,
      calendar: services.calendar.reader,
    });
  return {
    services,
    plans,
    stepsOf,
    lookAgain,
    openLook,
    perform: createPerform({ ...base, stepsOf, lookAgain, openLook }),
    settleChecked: createSettleChecked({ ...base, stepsOf, lookAgain }),
    freeCalendars: createFreeCalendars({ ...base, stepsOf, lookAgain, openLook }),
    askForRepair: createAskForRepair(base),
    askWhetherToKeep: createAskWhetherToKeep(base),
    handOn: createHandOn(base),
    repair: createRepair({ ...base, stepsOf, lookAgain, calendar: services.calendar }),
  };
};
export type Deps = Awaited<ReturnType<typeof createDeps>>;

const companyOf = async (config: Config, options: DepsOptions): Promise<RunningCompany | null> => {
  if (config.lever.kind !== "sandbox") return null;
  return options.company ?? (await startSandboxCompany());
};

const hostOf = (url: string): string => {
  const { hostname: name } = new URL(url);
  return name.includes(".") ? name : hostname();
};
