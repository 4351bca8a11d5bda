/** Calendar API v3 under `/calendar/v3`. Source: Google Calendar API reference. */
import type { calendar_v3 } from "@googleapis/calendar";
import { type Request, type Response, Router, json } from "express";
import { z } from "zod";
import type { Mailbox } from "../worlds/types.ts";
import type { Access } from "./access.ts";
import { refusals } from "./errors.ts";
import { readEventInput } from "./event-input.ts";
import type { Channels } from "./channels.ts";
import { busyTimes, listEvents } from "./event-list.ts";
import type { SyncTokens } from "./sync-tokens.ts";
import {
  type WriteDeps,
  type WriteParameters,
  deleteEvent,
  insertEvent,
  patchEvent,
} from "./event-writes.ts";
import { partialResponse } from "./partial-response.ts";
import { type StoredEvent, eventBody } from "./stored-event.ts";

interface RouteDeps extends WriteDeps {
  access: Access;
  baseUrl: string;
  channels: Channels;
  syncTokens: SyncTokens;
  /** What free/busy says of a calendar instead of its times, by address: a reason such as `internalError`. */
  calendarErrors: ReadonlyMap<string, string>;
}

/** Google's limit of calendars in one question. */
const FREE_BUSY_LIMIT = 50;

/** All routes of the API that the company's Google has. */
export const createCalendarRoutes = (deps: RouteDeps): Router => {
  const routes = Router().use(json({ limit: "256kb" }));
  addReads(routes, deps);
  addWrites(routes, deps);
  addChannels(routes, deps);
  return routes;
};

const addReads = (routes: Router, deps: RouteDeps): void => {
  const { access, store } = deps;
  routes.post("/freeBusy", (request, response) => {
    access.person(request, "readBusy");
    send(request, response, freeBusy(deps, request.body));
  });
  routes.get("/users/me/settings/timezone", (request, response) => {
    const { zone } = access.person(request, "readCalendar");
    const body: calendar_v3.Schema$Setting = {
      kind: "calendar#setting",
      etag: '"1"',
      id: "timezone",
      value: zone,
    };
    send(request, response, body);
  });
  routes.get("/calendars/:calendarId", (request, response) => {
    const person = access.person(request, "readCalendar");
    const { calendarId } = request.params;
    const owner = calendarId === "primary" ? person : store.owner(calendarId);
    if (!owner) throw refusals.notFound();
    const body: calendar_v3.Schema$Calendar = {
      kind: "calendar#calendar",
      etag: '"1"',
      id: owner.email,
      summary: owner.email,
      timeZone: owner.zone,
    };
    send(request, response, body);
  });
  routes.get("/calendars/:calendarId/events", (request, response) => {
    const owner = access.ownCalendar(request, "readEvents");
    const page = listEvents(deps, owner, request.query);
    const body: calendar_v3.Schema$Events = {
      kind: "calendar#events",
      etag: '"1"',
      summary: owner.email,
      updated: deps.clock.now().toString(),
      timeZone: owner.zone,
      accessRole: "owner",
      defaultReminders: [],
      items: page.events.map((event) => bodyFor(deps, { event, owner, request })),
      ...(page.nextPageToken !== undefined && { nextPageToken: page.nextPageToken }),
      ...(page.nextSyncToken !== undefined && { nextSyncToken: page.nextSyncToken }),
    };
    send(request, response, body);
  });
  routes.get("/calendars/:calendarId/events/:eventId", (request, response) => {
    const owner = access.ownCalendar(request, "readEvents");
    const event = store.find(owner.email, request.params.eventId);
    if (!event) throw refusals.notFound();
    sendEvent(request, response, bodyFor(deps, { event, owner, request }));
  });
};

const addWrites = (routes: Router, deps: RouteDeps): void => {
  const { access, store } = deps;
  routes.post("/calendars/:calendarId/events", (request, response) => {
    const owner = access.ownCalendar(request, "writeEvents");
    const input = readEventInput(request.body);
    const event = insertEvent(deps, owner, { input, parameters: parametersOf(request) });
    sendEvent(request, response, bodyFor(deps, { event, owner, request }));
  });
  routes.patch("/calendars/:calendarId/events/:eventId", (request, response) => {
    const owner = access.ownCalendar(request, "writeEvents");
    const found = store.find(owner.email, request.params.eventId);
    if (!found) throw refusals.notFound();
    const change = { input: readEventInput(request.body), parameters: parametersOf(request) };
    const event = patchEvent(deps, { event: found, owner }, change);
    sendEvent(request, response, bodyFor(deps, { event, owner, request }));
  });
  routes.delete("/calendars/:calendarId/events/:eventId", (request, response) => {
    const owner = access.ownCalendar(request, "writeEvents");
    const event = store.find(owner.email, request.params.eventId);
    if (!event) throw refusals.notFound();
    deleteEvent(deps, { event, owner }, parametersOf(request));
    response.status(204).end();
  });
};

const addChannels = (routes: Router, { access, channels }: RouteDeps): void => {
  routes.post("/calendars/:calendarId/events/watch", (request, response) => {
    const owner = access.ownCalendar(request, "readEvents");
    send(request, response, channels.watch(owner.email, request.body));
  });
  routes.post("/channels/stop", (request, response) => {
    access.person(request, "readEvents");
    channels.stop(request.body);
    response.status(204).end();
  });
};

const instant = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/i.test(text))
  .transform((text) => Temporal.Instant.from(text));

const FreeBusyRequest = z.object({
  timeMin: instant,
  timeMax: instant,
  calendarExpansionMax: z.number().int().max(FREE_BUSY_LIMIT).optional(),
  items: z.array(z.object({ id: z.string() })),
});

const freeBusy = (
  { store, calendarErrors }: RouteDeps,
  body: unknown,
): calendar_v3.Schema$FreeBusyResponse => {
  const parsed = FreeBusyRequest.safeParse(body);
  if (!parsed.success) throw refusals.invalid(parsed.error.issues[0]?.path.join(".") ?? "body");
  const { timeMin, timeMax, items } = parsed.data;
  if (Temporal.Instant.compare(timeMin, timeMax) >= 0) throw refusals.emptyRange();
  const isTooMuch = items.length > FREE_BUSY_LIMIT;
  const one = (id: string): calendar_v3.Schema$FreeBusyCalendar => {
    const owner = store.owner(id);
    if (isTooMuch) return { errors: [{ domain: "calendar", reason: "tooManyCalendarsRequested" }] };
    const reason = calendarErrors.get(id);
    if (reason !== undefined) return { errors: [{ domain: "global", reason }], busy: [] };
    if (!owner || owner.calendar === "denied") {
      return { errors: [{ domain: "global", reason: "notFound" }], busy: [] };
    }
    return { busy: busyTimes(store, owner, { timeMin, timeMax }) };
  };
  return {
    kind: "calendar#freeBusy",
    timeMin: timeMin.toString(),
    timeMax: timeMax.toString(),
    calendars: Object.fromEntries(items.map(({ id }) => [id, one(id)])),
  };
};

const parametersOf = (request: Request): WriteParameters => {
  const { sendUpdates, conferenceDataVersion } = request.query;
  return {
    sendUpdates: typeof sendUpdates === "string" ? sendUpdates : "none",
    conferenceDataVersion: Number(conferenceDataVersion ?? 0),
    ifMatch: request.headers["if-match"],
  };
};

/** With a limit that the guest list exceeds, Google sends the viewer alone. */
const bodyFor = (
  { baseUrl }: RouteDeps,
  { event, owner, request }: { event: StoredEvent; owner: Mailbox; request: Request },
): calendar_v3.Schema$Event => {
  const body = eventBody(event, { viewer: owner.email, baseUrl });
  const limit = Number(request.query["maxAttendees"] ?? Number.POSITIVE_INFINITY);
  if ((body.attendees?.length ?? 0) <= limit) return body;
  const attendees = body.attendees?.filter(({ self }) => self === true) ?? [];
  return { ...body, attendeesOmitted: true, attendees };
};

const sendEvent = (request: Request, response: Response, body: calendar_v3.Schema$Event): void => {
  response.setHeader("etag", body.etag ?? "");
  send(request, response, body);
};

const send = (request: Request, response: Response, body: object): void => {
  const { fields } = request.query;
  response.json(partialResponse(body, typeof fields === "string" ? fields : undefined));
};
