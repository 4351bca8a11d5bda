/** The company's Google: a token endpoint for one service account, Calendar API v3 over everybody's calendars, and a page
 * to look at. Mounted at `/google`. */
import { type ErrorRequestHandler, Router } from "express";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import type { World } from "../worlds/types.ts";
import { createAccess } from "./access.ts";
import { createCalendarRoutes } from "./calendar-routes.ts";
import { GoogleError, refusals, sendGoogleError } from "./errors.ts";
import { type EventStore, createEventStore } from "./event-store.ts";
import { respondToEvent } from "./event-writes.ts";
import { type ServiceAccountKey, createTokenEndpoint } from "./token-endpoint.ts";
import { weekPage } from "./week-page.ts";

export interface GoogleOptions {
  world: World;
  clock: CompanyClock;
  journal: Journal;
  /** The company's address, without `/google`. */
  baseUrl: string;
}

export interface Google {
  router: Router;
  store: EventStore;
  /** The key file of the one service account that the domain trusts. */
  serviceAccount: ServiceAccountKey;
  /** A guest answers an invitation. */
  respond(eventId: string, email: string, answer: "accepted" | "declined" | "tentative"): void;
}

/** A Google of the world's people. Its service account has a key of its own at each start. */
export const createGoogle = ({ world, clock, journal, baseUrl }: GoogleOptions): Google => {
  const store = createEventStore(world);
  const tokens = createTokenEndpoint({ world, clock, tokenUri: `${baseUrl}/google/token` });
  const access = createAccess(store, tokens.grantOf);
  const router = Router();
  router.post("/token", ...tokens.handlers);
  router.use("/calendar/v3", createCalendarRoutes({ store, clock, journal, access, baseUrl }));
  router.get("/calendars/:email", (request, response) => {
    const owner = store.owner(request.params.email);
    if (!owner) throw refusals.notFound();
    response
      .type("html")
      .send(weekPage({ owner, events: store.list(owner.email), now: clock.now() }));
  });
  router.use(() => {
    throw refusals.notFound();
  });
  router.use(toGoogleError);
  return {
    router,
    store,
    serviceAccount: tokens.serviceAccount,
    respond: (eventId, email, answer) => {
      const event = store.find(email, eventId);
      if (!event) throw refusals.notFound();
      respondToEvent({ store, clock, journal }, { event, email, answer });
    },
  };
};

// Express knows an error handler by its four parameters.
// oxlint-disable-next-line max-params
const toGoogleError: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof GoogleError) sendGoogleError(response, error);
  else if (isBodyError(error))
    sendGoogleError(response, new GoogleError(400, "parseError", "Parse Error"));
  else next(error);
};

/** What the JSON reader throws for a body that it cannot read. */
const isBodyError = (error: unknown): boolean =>
  error instanceof SyntaxError && "status" in error && error.status === 400;
