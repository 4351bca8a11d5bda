/** The company's Microsoft 365: a token endpoint for one registered application, Graph over the mailboxes of those who live
 * here, and a page to look at. Mounted at `/microsoft`. */
import { type ErrorRequestHandler, Router } from "express";
import type { CompanyClock } from "../clock.ts";
import { notFoundPage } from "../html.ts";
import type { Journal } from "../journal.ts";
import type { World } from "../worlds/types.ts";
import { type Throttle, createAccess, createThrottle } from "./access.ts";
import { GraphRefusal, refusals, sendRefusal } from "./errors.ts";
import { type DeltaTokens, createDeltaTokens } from "./event-list.ts";
import { type EventStore, createEventStore } from "./event-store.ts";
import { type WriteDeps, changeEvent, deleteEvent, respondToEvent } from "./event-writes.ts";
import { createGraphRoutes } from "./graph-routes.ts";
import { type StoredEvent, spanOf } from "./stored-event.ts";
import { type Subscriptions, createSubscriptions } from "./subscriptions.ts";
import { type MicrosoftApplication, createTokenEndpoint } from "./token-endpoint.ts";
import { weekPage } from "./week-page.ts";

export interface MicrosoftOptions {
  world: World;
  clock: CompanyClock;
  journal: Journal;
  /** The company's address, without `/microsoft`. */
  baseUrl: string;
  /** Requests to one mailbox in ten minutes; null: no limit. */
  throttle: number | null;
  /** Real milliseconds before each further try of a notification. */
  notifyRetryDelaysMs: readonly number[];
}

export interface Microsoft {
  router: Router;
  store: EventStore;
  /** The one application that the tenant has consented to. */
  application: MicrosoftApplication;
  /** A guest answers an invitation. Errors: GraphRefusal. */
  respond(eventId: string, email: string, answer: "accepted" | "declined" | "tentative"): void;
  /** The organiser moves an event, in Outlook. Errors: GraphRefusal. */
  move(eventId: string, email: string, start: Temporal.Instant): void;
  /** The organiser deletes an event; a guest takes it out of the own mailbox. Errors: GraphRefusal. */
  remove(eventId: string, email: string): void;
  /** Ends every access token. */
  expireTokens(): void;
  deltaTokens: DeltaTokens;
  subscriptions: Subscriptions;
  throttle: Throttle;
  /** Addresses that the access policy keeps the application from. */
  denied: Set<string>;
  /** What `getSchedule` says of a mailbox instead of its times, by address. */
  scheduleErrors: Map<string, string>;
  /** Whose zone has its IANA name in the settings, not that of Windows. */
  ianaZones: Set<string>;
}

/** A Microsoft 365 of those of the world's people who live there. */
export const createMicrosoft = (options: MicrosoftOptions): Microsoft => {
  const { world, clock, journal, baseUrl } = options;
  const store = createEventStore(world);
  const tokens = createTokenEndpoint({ seed: world.seed, clock });
  const { tenantId, clientId } = tokens.application;
  const throttle = createThrottle(options.throttle);
  const denied = new Set<string>();
  const scheduleErrors = new Map<string, string>();
  const ianaZones = new Set<string>();
  const deltaTokens = createDeltaTokens();
  const retryDelaysMs = options.notifyRetryDelaysMs;
  const subscriptions = createSubscriptions({ store, clock, tenantId, clientId, retryDelaysMs });
  const access = createAccess({ store, isValid: tokens.isValid, denied, throttle });
  const writes = { store, clock, journal };
  const router = Router();
  router.post("/login/:tenant/oauth2/v2.0/token", ...tokens.handlers);
  router.use(
    "/graph/v1.0",
    createGraphRoutes({
      ...writes,
      access,
      baseUrl,
      subscriptions,
      deltaTokens,
      scheduleErrors,
      ianaZones,
    }),
  );
  router.use("/calendars", createCalendarPages(store, clock));
  router.use(() => {
    throw refusals.noSuchRoute();
  });
  router.use(toGraphError);
  return {
    router,
    store,
    application: tokens.application,
    expireTokens: tokens.expireAll,
    deltaTokens,
    subscriptions,
    throttle,
    denied,
    scheduleErrors,
    ianaZones,
    ...createHands(writes),
  };
};

const createCalendarPages = (store: EventStore, clock: CompanyClock): Router =>
  Router().get("/:email", (request, response) => {
    const owner = store.owner(request.params.email);
    if (owner) {
      const copies = store.list(owner.email);
      response.type("html").send(weekPage({ owner, copies, now: clock.now() }));
    } else response.status(404).type("html").send(notFoundPage());
  });

/** People find an event by its looks; a test by what an application keeps beside it. */
const isMarked = (event: StoredEvent, mark: string): boolean =>
  event.properties.some(({ value }) => value === mark);

const ANSWERS = {
  accepted: "accepted",
  declined: "declined",
  tentative: "tentativelyAccepted",
} as const;

/** What people do with their events in Outlook. */
const createHands = (writes: WriteDeps): Pick<Microsoft, "respond" | "move" | "remove"> => {
  const find = (eventId: string, email: string) => {
    const owner = writes.store.owner(email);
    const copy =
      writes.store.find(email, eventId) ??
      writes.store.list(email).find(({ event }) => isMarked(event, eventId));
    if (!owner || !copy) throw refusals.notFound();
    return { owner, copy, ifMatch: undefined };
  };
  return {
    respond: (eventId, email, answer) => {
      const { event } = find(eventId, email).copy;
      respondToEvent(writes, { event, email, answer: ANSWERS[answer] });
    },
    move: (eventId, email, start) => {
      const found = find(eventId, email);
      const span = spanOf(found.copy.event, found.owner.zone);
      const time = (instant: Temporal.Instant) => ({
        dateTime: instant.toString(),
        timeZone: found.owner.zone,
      });
      const end = start.add(span.start.until(span.end));
      changeEvent(writes, found, { start: time(start), end: time(end) });
    },
    remove: (eventId, email) => deleteEvent(writes, find(eventId, email)),
  };
};

// Express knows an error handler by its four parameters.
// oxlint-disable-next-line max-params
const toGraphError: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof GraphRefusal) sendRefusal(response, error);
  else if (error instanceof SyntaxError) sendRefusal(response, refusals.invalid("the body"));
  else next(error);
};
