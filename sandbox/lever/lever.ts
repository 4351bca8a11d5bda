/** The company's Lever: API v1 on a router, webhooks, and what a recruiter does in its pages. */
import { Router, json } from "express";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import { createRandom } from "../worlds/random.ts";
import type { World } from "../worlds/types.ts";
import {
  LeverError,
  type Limit,
  answerError,
  authenticate,
  limitRate,
  refuseAreas,
  notFound,
} from "./protocol.ts";
import { handIn } from "./feedback.ts";
import { mountDirectory } from "./directory-routes.ts";
import { type TokenState, mountTokens } from "./token-routes.ts";
import { mountDocuments } from "./document-routes.ts";
import { mountNotes } from "./note-routes.ts";
import { mountOpportunities } from "./opportunity-routes.ts";
import {
  anonymize,
  archive,
  changeConsent,
  makeConfidential,
  changeEmail,
  deleteOpportunity,
  moveStage,
} from "./recruiting.ts";
import { changeInterviewers, movePanel, removePanel } from "./schedule.ts";
import { mountScheduling } from "./scheduling-routes.ts";
import {
  type Announce,
  type LeverOpportunity,
  type LeverPanel,
  type LeverState,
  createLeverState,
} from "./state.ts";
import { mountWebhooks } from "./webhook-routes.ts";
import { type Webhooks, createWebhooks } from "./webhooks.ts";

export interface LeverOptions {
  world: World;
  clock: CompanyClock;
  journal: Journal;
  /** Origin of the company's own pages. */
  baseUrl: string;
  apiKey: string;
  limit: Limit | null;
  webhookRetryDelaysMs: readonly number[];
}

export interface Lever {
  router: Router;
  state: LeverState;
  webhooks: Webhooks;
  /** As a recruiter would. Errors: LeverError. */
  moveStage(opportunityId: string, stageId: string): void;
  archive(opportunityId: string, reason: string | null): void;
  changeEmail(opportunityId: string, email: string | null): void;
  changeConsent(opportunityId: string, contactAllowed: boolean): void;
  /** A candidacy or a posting. */
  makeConfidential(id: string): void;
  anonymize(opportunityId: string): void;
  deleteOpportunity(opportunityId: string): void;
  movePanel(panelId: string, start: Temporal.Instant): void;
  changeInterviewers(panelId: string, userIds: readonly string[]): void;
  deletePanel(panelId: string): void;
  /** As an interviewer would. `rating`: one of the form's. */
  handInFeedback(form: {
    interviewId: string;
    userId: string;
    rating: string;
    notes: string;
  }): void;
  /** Requests that reached the API so far, refused ones included. */
  calls(): number;
  /** How many of these it refused because there were too many. */
  refusals(): number;
  setLimit(limit: Limit | null): void;
  setDoubleWrap(isOn: boolean): void;
  /** Areas that no credential may any more, as in scopes. */
  setAreasOff(areas: readonly string[]): void;
  /** What the next token of OAuth is granted; null: Lever does not say. */
  setScopes(scopes: string | null): void;
}

/** Lever as the world begins. */
export const createLever = (options: LeverOptions): Lever => {
  const { world, clock, journal } = options;
  const webhooks = createWebhooks({
    clock,
    // No delivery's token comes twice, not even in a company that begins anew.
    ids: createRandom(`${world.seed}/webhooks/${clock.now().epochMilliseconds}`),
    retryDelaysMs: options.webhookRetryDelaysMs,
  });
  const announce: Announce = (event, data, origin) => {
    const isEcho = journal.asked()?.path.startsWith("/lever/v1/") === true;
    if (!isEcho || webhooks.modes().ownEchoes) webhooks.announce(event, data, origin);
  };
  const state = createLeverState({ world, clock, journal, announce });
  const switches: Switches = {
    limit: options.limit,
    doubleWrap: false,
    calls: 0,
    refusals: 0,
    areasOff: new Set(),
    scopes: null,
    refreshes: 0,
  };
  const recruiter = world.people[1]?.userId ?? "";
  const opportunity = (id: string): LeverOpportunity => {
    const found = state.opportunities.get(id);
    if (!found) throw notFound();
    return found;
  };
  const panel = (id: string): LeverPanel => {
    const found = state.panels.get(id);
    if (!found) throw notFound();
    return found;
  };
  return {
    router: createRouter(state, { options, switches, webhooks }),
    state,
    webhooks,
    moveStage: (id, stageId) => moveStage(opportunity(id), { stageId, userId: recruiter }, state),
    archive: (id, reason) => archive(opportunity(id), { reason }, state),
    changeEmail: (id, email) => changeEmail(opportunity(id), email, state),
    changeConsent: (id, contactAllowed) => changeConsent(opportunity(id), contactAllowed, state),
    makeConfidential: (id) => makeConfidential(id, state),
    anonymize: (id) => anonymize(opportunity(id), state),
    deleteOpportunity: (id) => deleteOpportunity(opportunity(id), state),
    movePanel: (id, start) => movePanel(panel(id), start.epochMilliseconds, state),
    changeInterviewers: (id, userIds) => changeInterviewers(panel(id), userIds, state),
    deletePanel: (id) => removePanel(panel(id), state),
    handInFeedback: (form) => void handIn(form, state),
    calls: () => switches.calls,
    refusals: () => switches.refusals,
    ...settersOf(switches),
  };
};

const settersOf = (
  switches: Switches,
): Pick<Lever, "setLimit" | "setDoubleWrap" | "setAreasOff" | "setScopes"> => ({
  setLimit: (limit) => {
    switches.limit = limit;
  },
  setDoubleWrap: (isOn) => {
    switches.doubleWrap = isOn;
  },
  setAreasOff: (areas) => {
    switches.areasOff = new Set(areas);
  },
  setScopes: (scopes) => {
    switches.scopes = scopes;
  },
});

interface Switches extends TokenState {
  limit: Limit | null;
  doubleWrap: boolean;
  calls: number;
  refusals: number;
  areasOff: ReadonlySet<string>;
}

interface RouterParts {
  options: LeverOptions;
  switches: Switches;
  webhooks: Webhooks;
}

const createRouter = (state: LeverState, { options, switches, webhooks }: RouterParts): Router => {
  const protocol = {
    apiKey: options.apiKey,
    accessToken: `access-${options.apiKey}`,
    limit: () => switches.limit,
    areasOff: () => switches.areasOff,
    doubleWrap: () => switches.doubleWrap,
    baseUrl: options.baseUrl,
  };
  const router = Router();
  router.use((_request, response, next) => {
    switches.calls += 1;
    response.once("finish", () => {
      if (response.statusCode === 429) switches.refusals += 1;
    });
    next();
  });
  // Protected-class data: asking is a violation that tests look for, whoever asks and however often.
  router.use(/^\/(?:eeo|surveys)/i, (request) => {
    const path = request.originalUrl.split("?")[0] ?? "";
    state.journal.add({ service: "lever", kind: "violation", ids: { path } });
    throw new LeverError(403, "Forbidden", "This data must not be read.");
  });
  mountTokens(router, switches, protocol);
  router.use(authenticate(protocol));
  router.use(limitRate(protocol));
  router.use(refuseAreas(protocol));
  router.use(json({ limit: "5mb" }));
  mountOpportunities(router, state, protocol);
  mountScheduling(router, state, protocol);
  mountNotes(router, state);
  mountDocuments(router, state, protocol);
  mountDirectory(router, state, protocol);
  mountWebhooks(router, { webhooks, state }, protocol);
  router.use(() => {
    throw notFound();
  });
  router.use(answerError);
  return router;
};
