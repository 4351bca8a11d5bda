/** What a person at the company's keyboard does, and what a test asks about: over HTTP, beside the services. */
import { type Request, Router, json, urlencoded } from "express";
import type { CompanyClock } from "./clock.ts";
import type { Journal } from "./journal.ts";
import type { Lever } from "./lever/lever.ts";
import { GoogleError } from "./google/errors.ts";
import {
  LeverError,
  type Limit,
  type Wire,
  answerError,
  badRequest,
  isWire,
  notFound,
  queryOf,
} from "./lever/protocol.ts";

export interface ControlOptions {
  clock: CompanyClock;
  journal: Journal;
  lever: Lever;
  /** Answers an invitation in somebody's calendar. */
  respond(eventId: string, email: string, answer: "accepted" | "declined" | "tentative"): void;
}

const bodyOf = (request: Request): Wire => {
  const body: unknown = request.body;
  return isWire(body) ? body : {};
};

const text = (body: Wire, name: string): string => {
  const value = body[name];
  if (typeof value === "string" && value !== "") return value;
  throw badRequest(`${name} must be a text`);
};

/** Routes under `/control`. A form answers with the page that it came from, JSON with JSON. */
export const createControl = (options: ControlOptions): Router => {
  const router = Router();
  router.use(json(), urlencoded({ extended: false }));
  mountClock(router, options);
  mountRecruiter(router, options);
  mountGuest(router, options);
  mountLever(router, options);
  mountQuestions(router, options);
  router.use(() => {
    throw notFound();
  });
  router.use(answerError);
  return router;
};

/** What `done` needs of a response, so that it fits every route. */
interface Redirectable {
  json(body: unknown): unknown;
  redirect(status: number, url: string): unknown;
}

/** A form says by `back` which page of ours it stands on. */
const done = (request: Request, response: Redirectable): void => {
  if (!request.is("application/x-www-form-urlencoded")) {
    response.json({ done: true });
    return;
  }
  const back = bodyOf(request)["back"];
  const isOurs = typeof back === "string" && /^\/lever\/opportunities\/[\w-]+$/.test(back);
  response.redirect(303, isOurs ? back : "/");
};

const mountClock = (router: Router, { clock }: ControlOptions): void => {
  router.get("/clock", (_request, response) => {
    response.json({ now: clock.now().toString(), frozen: clock.isFrozen() });
  });
  router.post("/clock", (request, response) => {
    const body = bodyOf(request);
    const to = body["set"] === undefined ? null : instantOf(text(body, "set"));
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

const instantOf = (value: string): Temporal.Instant => {
  try {
    return Temporal.Instant.from(value);
  } catch {
    throw badRequest("set must be a time with its offset");
  }
};

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
  router.post("/opportunities/:id/contact", (request, response) => {
    const email = bodyOf(request)["email"];
    if (email !== null && typeof email !== "string")
      throw badRequest("email must be a text or null");
    lever.changeEmail(request.params.id, email === "" ? null : email);
    done(request, response);
  });
};

const ANSWERS = ["accepted", "declined", "tentative"] as const;

const mountGuest = (router: Router, { respond }: ControlOptions): void => {
  router.post("/calendar/respond", (request, response) => {
    const body = bodyOf(request);
    const answer = ANSWERS.find((one) => one === body["responseStatus"]);
    if (!answer) throw badRequest(`responseStatus must be ${ANSWERS.join(", ")}`);
    const [eventId, email] = [text(body, "eventId"), text(body, "email")];
    try {
      respond(eventId, email, answer);
    } catch (error) {
      if (error instanceof GoogleError) {
        throw new LeverError(error.status, error.reason, error.message);
      }
      throw error;
    }
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
    response.json({ calls: lever.calls() });
  });
  router.post("/lever", (request, response) => {
    const { doubleWrap, limit } = bodyOf(request);
    if (limit !== undefined) lever.setLimit(limitOf(limit));
    if (typeof doubleWrap === "boolean") lever.setDoubleWrap(doubleWrap);
    done(request, response);
  });
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
  router.get("/deliveries", (_request, response) => {
    response.json({ items: webhooks.deliveries() });
  });
};
