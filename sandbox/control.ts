/** What a person at the company's keyboard does, and what a test asks about: over HTTP, beside the services. */
import { type Request, Router, json, urlencoded } from "express";
import type { CompanyClock } from "./clock.ts";
import type { Journal } from "./journal.ts";
import type { Lever } from "./lever/lever.ts";
import { LeverError, answerError } from "./lever/protocol.ts";

export interface ControlOptions {
  clock: CompanyClock;
  journal: Journal;
  lever: Lever;
  /** Answers an invitation in somebody's calendar. */
  respond(eventId: string, email: string, answer: "accepted" | "declined" | "tentative"): void;
}

type Body = Record<string, unknown>;

const bodyOf = (request: Request): Body => {
  const body: unknown = request.body;
  return typeof body === "object" && body !== null ? (body as Body) : {};
};

const text = (body: Body, name: string): string => {
  const value = body[name];
  if (typeof value !== "string" || value === "") {
    throw new LeverError(400, "BadRequestError", `${name} must be a text`);
  }
  return value;
};

/** Routes under `/control`. A form answers with the page that it came from, JSON with JSON. */
export const createControl = (options: ControlOptions): Router => {
  const router = Router();
  router.use(json(), urlencoded({ extended: false }));
  mountClock(router, options);
  mountRecruiter(router, options);
  mountQuestions(router, options);
  router.use(answerError);
  return router;
};

/** What `done` needs of a response, so that it fits every route. */
interface Redirectable {
  json(body: unknown): unknown;
  redirect(status: number, url: string): unknown;
}

const done = (request: Request, response: Redirectable): void => {
  if (request.is("application/x-www-form-urlencoded")) response.redirect(303, "/");
  else response.json({ done: true });
};

const mountClock = (router: Router, { clock }: ControlOptions): void => {
  router.get("/clock", (_request, response) => {
    response.json({ now: clock.now().toString(), frozen: clock.isFrozen() });
  });
  router.post("/clock", (request, response) => {
    const body = bodyOf(request);
    if (body["freeze"] === true) clock.freeze();
    if (body["freeze"] === false) clock.unfreeze();
    if (body["set"] !== undefined) clock.set(Temporal.Instant.from(text(body, "set")));
    const minutes = Number(body["advanceMinutes"] ?? 0);
    if (!Number.isInteger(minutes) || minutes < 0) {
      throw new LeverError(400, "BadRequestError", "advanceMinutes must be a whole number");
    }
    if (minutes > 0) clock.advance({ minutes });
    done(request, response);
  });
};

const mountRecruiter = (router: Router, { lever, respond }: ControlOptions): void => {
  router.post("/opportunities/:id/stage", (request, response) => {
    lever.moveStage(request.params.id, text(bodyOf(request), "stageId"));
    done(request, response);
  });
  router.post("/opportunities/:id/archive", (request, response) => {
    const reason = bodyOf(request)["reason"];
    lever.archive(request.params.id, typeof reason === "string" && reason !== "" ? reason : null);
    done(request, response);
  });
  router.post("/opportunities/:id/contact", (request, response) => {
    const email = bodyOf(request)["email"];
    lever.changeEmail(request.params.id, typeof email === "string" ? email : null);
    done(request, response);
  });
  router.post("/webhooks", (request, response) => {
    const body = bodyOf(request);
    const hook = lever.webhooks.register({
      event: text(body, "event"),
      url: text(body, "url"),
      signatureToken: text(body, "signatureToken"),
    });
    response.json({ id: hook.id });
  });
  router.post("/calendar/respond", (request, response) => {
    const body = bodyOf(request);
    const answer = text(body, "responseStatus");
    if (answer !== "accepted" && answer !== "declined" && answer !== "tentative") {
      throw new LeverError(
        400,
        "BadRequestError",
        "responseStatus must be accepted, declined or tentative",
      );
    }
    respond(text(body, "eventId"), text(body, "email"), answer);
    done(request, response);
  });
  router.get("/lever", (_request, response) => {
    response.json({ calls: lever.calls() });
  });
  router.post("/lever", (request, response) => {
    const body = bodyOf(request);
    if (typeof body["doubleWrap"] === "boolean") lever.setDoubleWrap(body["doubleWrap"]);
    const limit = body["limit"];
    if (limit === null) lever.setLimit(null);
    if (typeof limit === "object" && limit !== null) {
      lever.setLimit({
        perSecond: Number(Reflect.get(limit, "perSecond")),
        burst: Number(Reflect.get(limit, "burst")),
      });
    }
    done(request, response);
  });
};

const mountQuestions = (router: Router, { journal, lever }: ControlOptions): void => {
  const { state, webhooks } = lever;
  router.get("/opportunities", (request, response) => {
    const stage = new URL(request.originalUrl, "http://company.test").searchParams.get("stage");
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
    const query = new URL(request.originalUrl, "http://company.test").searchParams;
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
