/** Graph v1.0, as far as calendars go. Source: Microsoft Graph REST API v1.0 reference. */
import { type Request, type Response, Router, json } from "express";
import type { Mailbox } from "../worlds/types.ts";
import type { Access } from "./access.ts";
import { runBatch } from "./batch.ts";
import { refusals } from "./errors.ts";
import { readEventInput } from "./event-input.ts";
import { type ListDeps, deltaEvents, listEvents, viewEvents } from "./event-list.ts";
import {
  type WriteDeps,
  changeEvent,
  createEvent,
  deleteEvent,
  respondToEvent,
} from "./event-writes.ts";
import { lookOf, selected, textOf } from "./query.ts";
import { type ScheduleDeps, getSchedule, mailboxSettings } from "./schedule.ts";
import { type Answer, type Copy, eventBody } from "./stored-event.ts";
import type { Subscriptions } from "./subscriptions.ts";

interface RouteDeps extends WriteDeps, ListDeps, ScheduleDeps {
  access: Access;
  subscriptions: Subscriptions;
}

/** All routes of Graph that the company's Microsoft has. */
export const createGraphRoutes = (deps: RouteDeps): Router => {
  const routes = Router().use(json({ limit: "256kb" }));
  addMailboxReads(routes, deps);
  addLists(routes, deps);
  addEvents(routes, deps);
  addAnswers(routes, deps);
  addSubscriptions(routes, deps);
  routes.post("/\\$batch", async (request, response) => {
    deps.access.application(request);
    response.json(await runBatch(request, deps.baseUrl));
  });
  return routes;
};

const addMailboxReads = (routes: Router, deps: RouteDeps): void => {
  const { access } = deps;
  routes.get("/users/:user/mailboxSettings", (request, response) => {
    const settings = mailboxSettings(deps, access.mailbox(request));
    const select = textOf(request, "$select");
    response.json({ ...context("mailboxSettings"), ...selected(settings, select) });
  });
  routes.post("/users/:user/calendar/getSchedule", (request, response) => {
    access.mailbox(request);
    const value = getSchedule(deps, request.body);
    response.json({ ...context("Collection(microsoft.graph.scheduleInformation)"), value });
  });
};

const EVENTS = ["/users/:user/events", "/users/:user/calendar/events"];
const VIEWS = ["/users/:user/calendarView", "/users/:user/calendar/calendarView"];

const addLists = (routes: Router, deps: RouteDeps): void => {
  const { access } = deps;
  const lists = [
    [VIEWS.map((path) => `${path}/delta`), deltaEvents],
    [VIEWS, viewEvents],
    [EVENTS, listEvents],
  ] as const;
  for (const [paths, list] of lists) {
    routes.get([...paths], (request, response) => {
      const owner = access.mailbox(request);
      const page = list(deps, owner, request);
      applyPreferences(request, response);
      response.json({ ...context("users('x')/events"), ...page });
    });
  }
};

const addEvents = (routes: Router, deps: RouteDeps): void => {
  const { access } = deps;
  const one = EVENTS.map((path) => `${path}/:id`);
  routes.post(EVENTS, (request, response) => {
    const owner = access.mailbox(request);
    const copy = createEvent(deps, owner, readEventInput(request.body));
    sendEvent(deps, { request, response, copy, status: 201 });
  });
  routes.get(one, (request, response) => {
    const { copy } = find(deps, access.mailbox(request), request);
    sendEvent(deps, { request, response, copy, status: 200 });
  });
  routes.patch(one, (request, response) => {
    const found = find(deps, access.mailbox(request), request);
    const copy = changeEvent(deps, found, readEventInput(request.body));
    sendEvent(deps, { request, response, copy, status: 200 });
  });
  routes.delete(one, (request, response) => {
    deleteEvent(deps, find(deps, access.mailbox(request), request));
    response.status(204).end();
  });
};

const ANSWERS: [action: string, answer: Answer][] = [
  ["accept", "accepted"],
  ["tentativelyAccept", "tentativelyAccepted"],
  ["decline", "declined"],
];

const addAnswers = (routes: Router, deps: RouteDeps): void => {
  for (const [action, answer] of ANSWERS) {
    routes.post(`/users/:user/events/:id/${action}`, (request, response) => {
      const { copy, owner } = find(deps, deps.access.mailbox(request), request);
      if (copy.event.organizer.email === owner.email) throw refusals.invalid("the response");
      respondToEvent(deps, { event: copy.event, email: owner.email, answer });
      response.status(202).end();
    });
  }
};

const addSubscriptions = (routes: Router, { access, subscriptions }: RouteDeps): void => {
  routes.use("/subscriptions", (request, _response, next) => {
    access.application(request);
    next();
  });
  routes.get("/subscriptions", (_request, response) => {
    response.json({ ...context("subscriptions"), value: subscriptions.list() });
  });
  routes.post("/subscriptions", async (request, response) => {
    const opened = await subscriptions.open(request.body);
    response.status(201).json({ ...context("subscriptions/$entity"), ...opened });
  });
  routes.get("/subscriptions/:id", (request, response) => {
    response.json({
      ...context("subscriptions/$entity"),
      ...subscriptions.read(request.params.id),
    });
  });
  routes.patch("/subscriptions/:id", (request, response) => {
    const renewed = subscriptions.renew(request.params.id, request.body);
    response.json({ ...context("subscriptions/$entity"), ...renewed });
  });
  routes.delete("/subscriptions/:id", (request, response) => {
    subscriptions.close(request.params.id);
    response.status(204).end();
  });
};

const context = (what: string): { "@odata.context": string } => ({
  "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#${what}`,
});

const find = (
  { store }: RouteDeps,
  owner: Mailbox,
  request: Request,
): { copy: Copy; owner: Mailbox; ifMatch: string | undefined } => {
  const copy = store.find(owner.email, String(request.params["id"]));
  if (!copy) throw refusals.notFound();
  return { copy, owner, ifMatch: request.header("if-match") };
};

const applyPreferences = (request: Request, response: Response): void => {
  const prefer = request.header("prefer");
  if (prefer !== undefined) response.setHeader("preference-applied", prefer);
};

const sendEvent = (
  { baseUrl }: RouteDeps,
  answer: { request: Request; response: Response; copy: Copy; status: number },
): void => {
  const { request, response, copy, status } = answer;
  const body = eventBody(copy, lookOf(request, baseUrl));
  applyPreferences(request, response);
  response.setHeader("etag", body["@odata.etag"]);
  const shown = selected(body, textOf(request, "$select"));
  response.status(status).json({ ...context("users('x')/events/$entity"), ...shown });
};
