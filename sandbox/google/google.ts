/** The company's Google: a token endpoint for one service account, Calendar API v3 over everybody's calendars, and a page
 * to look at. Mounted at `/google`. */
import { type ErrorRequestHandler, Router } from "express";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import type { World } from "../worlds/types.ts";
import { createAccess } from "./access.ts";
import { createCalendarRoutes } from "./calendar-routes.ts";
import { type Channels, createChannels } from "./channels.ts";
import { GoogleError, refusals, sendGoogleError } from "./errors.ts";
import { type EventStore, createEventStore } from "./event-store.ts";
import { type WriteDeps, deleteEvent, patchEvent, respondToEvent } from "./event-writes.ts";
import { type Quota, type QuotaKeeper, createQuotaKeeper } from "./quota.ts";
import { spanOf } from "./stored-event.ts";
import { type SyncTokens, createSyncTokens } from "./sync-tokens.ts";
import { type ServiceAccountKey, createTokenEndpoint } from "./token-endpoint.ts";
import { notFoundPage } from "../html.ts";
import { weekPage } from "./week-page.ts";

export interface GoogleOptions {
  world: World;
  clock: CompanyClock;
  journal: Journal;
  /** The company's address, without `/google`. */
  baseUrl: string;
  /** Null: no quota. */
  quota: Quota | null;
  /** Real milliseconds before each further try of a notification. */
  notifyRetryDelaysMs: readonly number[];
}

export interface Google {
  router: Router;
  store: EventStore;
  /** The key file of the one service account that the domain trusts. */
  serviceAccount: ServiceAccountKey;
  /** A guest answers an invitation. */
  respond(eventId: string, email: string, answer: "accepted" | "declined" | "tentative"): void;
  /** The organiser moves an event, in the calendar's own pages. Errors: GoogleError. */
  move(eventId: string, email: string, start: Temporal.Instant): void;
  /** The organiser deletes an event; a guest takes it off the own calendar. Errors: GoogleError. */
  remove(eventId: string, email: string): void;
  /** Ends every access token. */
  expireTokens(): void;
  syncTokens: SyncTokens;
  channels: Channels;
  quota: QuotaKeeper;
  /** What free/busy says of a calendar instead of its times, by address. */
  calendarErrors: Map<string, string>;
}

/** A Google of the world's people. Its service account has a key of its own at each start. */
export const createGoogle = (options: GoogleOptions): Google => {
  const { world, clock, journal, baseUrl } = options;
  const store = createEventStore(world);
  const tokens = createTokenEndpoint({ world, clock, tokenUri: `${baseUrl}/google/token` });
  const quota = createQuotaKeeper(options.quota);
  const access = createAccess(store, { grantOf: tokens.grantOf, quota });
  const syncTokens = createSyncTokens(clock);
  const retryDelaysMs = options.notifyRetryDelaysMs;
  const channels = createChannels({ store, clock, baseUrl, retryDelaysMs });
  const calendarErrors = new Map<string, string>();
  const writes = { store, clock, journal };
  const router = Router();
  router.post("/token", ...tokens.handlers);
  router.use(
    "/calendar/v3",
    createCalendarRoutes({ ...writes, access, baseUrl, channels, syncTokens, calendarErrors }),
  );
  router.use("/calendars", createCalendarPages(store, clock));
  router.use(() => {
    throw refusals.notFound();
  });
  router.use(toGoogleError);
  return {
    router,
    store,
    serviceAccount: tokens.serviceAccount,
    expireTokens: tokens.expireAll,
    syncTokens,
    channels,
    quota,
    calendarErrors,
    ...createHands(writes),
  };
};

const createCalendarPages = (store: EventStore, clock: CompanyClock): Router =>
  Router().get("/:email", (request, response) => {
    const owner = store.owner(request.params.email);
    if (owner) {
      const events = store.list(owner.email);
      response.type("html").send(weekPage({ owner, events, now: clock.now() }));
    } else response.status(404).type("html").send(notFoundPage());
  });

/** What people do with their events in Google's own pages. */
const createHands = (writes: WriteDeps): Pick<Google, "respond" | "move" | "remove"> => {
  const parameters = { sendUpdates: "all", conferenceDataVersion: 0, ifMatch: undefined };
  const find = (eventId: string, email: string) => {
    const owner = writes.store.owner(email);
    const event = writes.store.find(email, eventId);
    if (!owner || !event) throw refusals.notFound();
    return { owner, event };
  };
  return {
    respond: (eventId, email, answer) => {
      respondToEvent(writes, { event: find(eventId, email).event, email, answer });
    },
    move: (eventId, email, start) => {
      const { owner, event } = find(eventId, email);
      const span = spanOf(event, owner.zone);
      const end = start.add(span.start.until(span.end));
      const input = {
        start: { dateTime: start.toString(), timeZone: owner.zone },
        end: { dateTime: end.toString(), timeZone: owner.zone },
      };
      patchEvent(writes, { event, owner }, { input, parameters });
    },
    remove: (eventId, email) => {
      const { owner, event } = find(eventId, email);
      deleteEvent(writes, { event, owner }, parameters);
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
