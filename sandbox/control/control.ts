/** What a person at the company's keyboard does, and what a test asks about: over HTTP, beside the services. */
import { Router, json, urlencoded } from "express";
import { z } from "zod";
import {
  type Limit,
  answerError,
  badRequest,
  isWire,
  notFound,
  queryOf,
} from "../lever/protocol.ts";
import type { WebhookModes } from "../lever/webhooks.ts";
import { mountCalendars } from "./calendars.ts";
import { mountFaults } from "./faults.ts";
import { type ControlOptions, bodyOf, done, instantOf, text } from "./parts.ts";
import { mountOpenAi } from "./openai.ts";
import { mountSlack, mountTeams } from "./slack.ts";
import { mountZoom } from "./zoom.ts";

/** Routes under `/control`. A form answers with the page that it came from, JSON with JSON. */
export const createControl = (options: ControlOptions): Router => {
  const router = Router();
  router.use(json(), urlencoded({ extended: false }));
  mountClock(router, options);
  mountRecruiter(router, options);
  mountInterviewers(router, options);
  mountCalendars(router, options);
  mountLever(router, options);
  mountFaults(router, options);
  mountSlack(router, options);
  mountTeams(router, options);
  mountZoom(router, options);
  mountOpenAi(router, options);
  mountQuestions(router, options);
  router.use(() => {
    throw notFound();
  });
  router.use(answerError);
  return router;
};

const mountClock = (router: Router, { clock }: ControlOptions): void => {
  router.get("/clock", (_request, response) => {
    response.json({ now: clock.now().toString(), frozen: clock.isFrozen() });
  });
  router.post("/clock", (request, response) => {
    const body = bodyOf(request);
    const to = body["set"] === undefined ? null : instantOf(body, "set");
    const minutes = Number(body["advanceMinutes"] ?? 0);
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > MAX_MINUTES) {
      throw badRequest(`advanceMinutes must be a whole number up to ${MAX_MINUTES}`);
    }
    const freeze = String(body["freeze"]);
    if (freeze === "true") clock.freeze();
    if (freeze === "false") clock.unfreeze();
    if (to) clock.set(to);
    if (minutes > 0) clock.advance({ minutes });
    done(request, response);
  });
};

/** A year. */
const MAX_MINUTES = 527_040;

const mountRecruiter = (router: Router, { lever }: ControlOptions): void => {
  router.post("/opportunities/:id/stage", (request, response) => {
    lever.moveStage(request.params.id, text(bodyOf(request), "stageId"));
    done(request, response);
  });
  router.post("/opportunities/:id/archive", (request, response) => {
    const body = bodyOf(request);
    const usual = lever.state.world.archiveReasons.find(({ type }) => type === "non-hired");
    const reason = body["reason"] === undefined ? (usual?.id ?? "") : text(body, "reason");
    lever.archive(request.params.id, reason);
    done(request, response);
  });
  router.post("/opportunities/:id/unarchive", (request, response) => {
    lever.archive(request.params.id, null);
    done(request, response);
  });
  router.post("/opportunities/:id/anonymize", (request, response) => {
    lever.anonymize(request.params.id);
    done(request, response);
  });
  router.post("/opportunities/:id/delete", (request, response) => {
    lever.deleteOpportunity(request.params.id);
    done(request, response);
  });
  router.post("/panels/:id/move", (request, response) => {
    lever.movePanel(request.params.id, instantOf(bodyOf(request), "start"));
    done(request, response);
  });
  router.post("/panels/:id/delete", (request, response) => {
    lever.deletePanel(request.params.id);
    done(request, response);
  });
  router.post("/panels/:id/interviewers", (request, response) => {
    const userIds = bodyOf(request)["userIds"];
    if (!Array.isArray(userIds)) throw badRequest("userIds must be a list");
    lever.changeInterviewers(request.params.id, userIds.map(String));
    done(request, response);
  });
  router.post("/opportunities/:id/consent", (request, response) => {
    lever.changeConsent(request.params.id, String(bodyOf(request)["contactAllowed"]) === "true");
    done(request, response);
  });
  router.post("/confidential/:id", (request, response) => {
    lever.makeConfidential(request.params.id);
    done(request, response);
  });
  router.post("/opportunities/:id/contact", (request, response) => {
    const email = bodyOf(request)["email"];
    if (email !== null && typeof email !== "string")
      throw badRequest("email must be a text or null");
    lever.changeEmail(request.params.id, email === "" ? null : email);
    done(request, response);
  });
};

const mountInterviewers = (router: Router, { lever }: ControlOptions): void => {
  router.post("/interviews/:id/feedback", (request, response) => {
    const body = bodyOf(request);
    lever.handInFeedback({
      interviewId: request.params.id,
      userId: text(body, "userId"),
      rating: text(body, "rating"),
      notes: body["notes"] === undefined || body["notes"] === "" ? "" : text(body, "notes"),
    });
    done(request, response);
  });
};

/** What Lever's own people could switch. */
const mountLever = (router: Router, { lever }: ControlOptions): void => {
  router.post("/webhooks", (request, response) => {
    const body = bodyOf(request);
    const url = text(body, "url");
    if (!URL.canParse(url)) throw badRequest("url must be an address");
    const event = text(body, "event");
    const hook = lever.webhooks.register({
      event,
      url,
      signatureToken: text(body, "signatureToken"),
    });
    response.json({ id: hook.id });
  });
  router.get("/lever", (_request, response) => {
    response.json({
      calls: lever.calls(),
      refusals: lever.refusals(),
      webhooks: lever.webhooks.modes(),
    });
  });
  router.post("/lever", (request, response) => {
    const { doubleWrap, limit, webhooks, areasOff, scopes } = bodyOf(request);
    const modes = webhooks === undefined ? {} : modesOf(webhooks);
    if (limit !== undefined) lever.setLimit(limitOf(limit));
    if (typeof doubleWrap === "boolean") lever.setDoubleWrap(doubleWrap);
    if (Array.isArray(areasOff)) lever.setAreasOff(areasOff.map(String));
    if (typeof scopes === "string" || scopes === null) lever.setScopes(scopes);
    lever.webhooks.setModes(modes);
    done(request, response);
  });
  router.post("/deliveries/:id/again", (request, response) => {
    const { data } = bodyOf(request);
    const again = lever.webhooks.sendAgain(request.params.id, isWire(data) ? data : undefined);
    if (!again) throw notFound();
    done(request, response);
  });
};

const Modes = z.strictObject({
  duplicateShare: z.number().min(0).max(1).optional(),
  shuffleMs: z.int().min(0).max(60_000).optional(),
  withoutIds: z.boolean().optional(),
  ownEchoes: z.boolean().optional(),
  silent: z.boolean().optional(),
});

const modesOf = (webhooks: unknown): Partial<WebhookModes> => {
  const parsed = Modes.safeParse(webhooks);
  if (parsed.success) {
    return Object.fromEntries(
      Object.entries(parsed.data).filter(([, value]) => value !== undefined),
    );
  }
  throw badRequest(`webhooks.${parsed.error.issues[0]?.path.join(".") ?? ""} is no such mode`);
};

const limitOf = (limit: unknown): Limit | null => {
  if (limit === null) return null;
  const { perSecond, burst } = isWire(limit) ? limit : {};
  if (typeof perSecond === "number" && typeof burst === "number" && perSecond > 0 && burst >= 1) {
    return { perSecond, burst };
  }
  throw badRequest("limit must be null or {perSecond, burst}");
};

const mountQuestions = (router: Router, { journal, lever }: ControlOptions): void => {
  const { state, webhooks } = lever;
  router.get("/opportunities", (request, response) => {
    const stage = queryOf(request).get("stage");
    const items = [...state.opportunities.values()]
      .filter((item) => item.archived === null && !item.isAnonymized && !item.confidential)
      .filter((item) => stage === null || item.stageId === stage)
      .map((item) => ({
        id: item.id,
        name: item.name,
        postingTitle: state.world.postings.find(({ id }) => id === item.postingId)?.title ?? "",
        stageId: item.stageId,
        stageName: state.world.stages.find(({ id }) => id === item.stageId)?.text ?? "",
      }));
    response.json({ items });
  });
  router.get("/stages", (_request, response) => {
    response.json({ items: state.world.stages });
  });
  router.get("/journal", (request, response) => {
    const query = queryOf(request);
    const service = query.get("service");
    const kind = query.get("kind");
    response.json({
      items: journal.list({ ...(service && { service }), ...(kind && { kind }) }),
    });
  });
  // `?when=tried` answers once each has been sent.
  router.get("/deliveries", async (request, response) => {
    if (request.query["when"] === "tried") await webhooks.tried();
    response.json({ items: webhooks.deliveries() });
  });
};
