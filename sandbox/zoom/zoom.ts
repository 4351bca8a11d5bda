/** The company's Zoom: a token endpoint for one server-to-server app, meetings of those who have an account, and a page to
 * look at. Mounted at `/zoom`. Source: Zoom Meeting API v2. */
import { randomUUID } from "node:crypto";
import { type ErrorRequestHandler, type Request, Router, json } from "express";
import type { CompanyClock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import type { Person, World } from "../worlds/types.ts";
import { ZoomRefusal, refusals, sendRefusal } from "./errors.ts";
import {
  type ZoomMeeting,
  changeMeeting,
  endOf,
  hostIdOf,
  idInPath,
  inFull,
  inList,
  makeMeeting,
  readFields,
} from "./meetings.ts";
import { type ZoomApp, createTokenEndpoint } from "./token-endpoint.ts";
import { zoomPage } from "./zoom-page.ts";

export interface ZoomOptions {
  world: World;
  clock: CompanyClock;
  journal: Journal;
  /** The company's address, without `/zoom`. */
  baseUrl: string;
  /** Meetings that may be made and changed for one host in a day; null: no limit. */
  perDay: number | null;
}

/** Zoom's own limit. */
export const USUAL_PER_DAY = 100;

/** What the app is allowed by the account's administrator. */
const SCOPES = {
  create: "meeting:write:meeting:admin",
  read: "meeting:read:meeting:admin",
  list: "meeting:read:list_meetings:admin",
  change: "meeting:update:meeting:admin",
  remove: "meeting:delete:meeting:admin",
} as const;

export interface Zoom {
  router: Router;
  app: ZoomApp;
  /** By id, in the order in which they were made. */
  meetings: ReadonlyMap<number, ZoomMeeting>;
  /** Addresses of people who have no account here. */
  strangers: Set<string>;
  /** What the app may do: a scope that is taken out is refused. */
  scopes: Set<string>;
  /** A host plans a meeting, on Zoom's own pages. Errors: ZoomRefusal. */
  plan(email: string, fields: unknown): ZoomMeeting;
  /** The host deletes a meeting, on Zoom's own pages. Errors: ZoomRefusal. */
  remove(id: number): void;
  /** The host changes what a meeting is about. Errors: ZoomRefusal. */
  rename(id: number, fields: { topic: string; agenda?: string }): void;
  /** Ends every access token. */
  expireTokens(): void;
  /** How many access tokens were given out. */
  tokensGiven(): number;
}

/** A Zoom account in which nobody has a meeting yet. */
export const createZoom = (options: ZoomOptions): Zoom => {
  const { world, clock, baseUrl } = options;
  const scopes = new Set<string>(Object.values(SCOPES));
  const apiUrl = `${baseUrl}/zoom`;
  const tokens = createTokenEndpoint({ seed: world.seed, clock, apiUrl, scopes });
  const meetings = new Map<number, ZoomMeeting>();
  const strangers = new Set<string>();
  const desk = { ...options, meetings, strangers, countOf: createDayCount(options) };
  const router = Router();
  router.get("/", (_request, response) => {
    response.send(zoomPage({ meetings: [...meetings.values()], now: clock.now() }));
  });
  router.post("/oauth/token", ...tokens.handlers);
  router.use("/v2", (request, _response, next) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) throw refusals.withoutToken();
    if (!tokens.isValid(token)) throw refusals.expired();
    next();
  });
  router.use("/v2", json({ limit: "1mb" }));
  mountMeetings(router, desk, (scope) => {
    if (!scopes.has(SCOPES[scope])) throw refusals.withoutScope(SCOPES[scope]);
  });
  router.use(() => {
    throw refusals.noSuchRoute();
  });
  router.use(toZoomError);
  return {
    router,
    app: tokens.app,
    meetings,
    strangers,
    scopes,
    plan: (email, fields) => addMeeting(desk, hostOf(desk, email), fields),
    remove: (id) => removeMeeting(desk, id),
    rename: (id, fields) => updateMeeting(desk, id, fields),
    expireTokens: tokens.expireAll,
    tokensGiven: tokens.given,
  };
};

interface Desk extends ZoomOptions {
  meetings: Map<number, ZoomMeeting>;
  strangers: ReadonlySet<string>;
  /** Counts one more meeting of a host. Errors: ZoomRefusal. */
  countOf(host: Person): void;
}

const createDayCount = ({ clock, perDay }: ZoomOptions): Desk["countOf"] => {
  const counts = new Map<string, number>();
  return ({ userId }) => {
    if (perDay === null) return;
    const key = `${userId} ${clock.now().toString().slice(0, 10)}`;
    const count = (counts.get(key) ?? 0) + 1;
    if (count > perDay) throw refusals.perDay(perDay);
    counts.set(key, count);
  };
};

type Allow = (scope: keyof typeof SCOPES) => void;

const mountMeetings = (router: Router, desk: Desk, allow: Allow): void => {
  router.post("/v2/users/:user/meetings", (request, response) => {
    allow("create");
    const host = hostOf(desk, request.params.user);
    response.status(201).json(inFull(addMeeting(desk, host, request.body)));
  });
  router.get("/v2/users/:user/meetings", (request, response) => {
    allow("list");
    const host = hostOf(desk, request.params.user);
    response.json(listOf(request, meetingsOf(desk, host, request)));
  });
  router.get("/v2/meetings/:id", (request, response) => {
    allow("read");
    response.json(inFull(meetingAt(desk, idInPath(request.params.id))));
  });
  router.patch("/v2/meetings/:id", (request, response) => {
    allow("change");
    updateMeeting(desk, idInPath(request.params.id), request.body);
    response.status(204).end();
  });
  router.delete("/v2/meetings/:id", (request, response) => {
    allow("remove");
    removeMeeting(desk, idInPath(request.params.id));
    response.status(204).end();
  });
};

/** Somebody of the account, by address or by Zoom's own id. */
const hostOf = ({ world, strangers }: Desk, user: string): Person => {
  const host = world.people.find(
    (person) =>
      person.deactivatedAtMs === null &&
      !strangers.has(person.email) &&
      (person.email === user.toLowerCase() || hostIdOf(person) === user),
  );
  if (!host) throw refusals.noUser(user);
  return host;
};

const meetingAt = ({ meetings }: Desk, id: number): ZoomMeeting => {
  const meeting = meetings.get(id);
  if (!meeting) throw refusals.noMeeting(String(id));
  return meeting;
};

const addMeeting = (desk: Desk, host: Person, body: unknown): ZoomMeeting => {
  const fields = readFields(body);
  desk.countOf(host);
  const now = desk.clock.now();
  const meeting = makeMeeting({ host, fields, now, key: `${desk.world.seed}/${randomUUID()}` });
  desk.meetings.set(meeting.id, meeting);
  note(desk, "meeting.created", meeting);
  return meeting;
};

const updateMeeting = (desk: Desk, id: number, body: unknown): void => {
  const meeting = changeMeeting(meetingAt(desk, id), readFields(body));
  desk.countOf(meeting.host);
  desk.meetings.set(id, meeting);
  note(desk, "meeting.changed", meeting);
};

const removeMeeting = (desk: Desk, id: number): void => {
  const meeting = meetingAt(desk, id);
  desk.meetings.delete(id);
  note(desk, "meeting.deleted", meeting);
};

const note = ({ journal }: Desk, kind: string, { id, host, agenda }: ZoomMeeting): void => {
  journal.add({ service: "zoom", kind, ids: { meetingId: String(id), host: host.email, agenda } });
};

/** `scheduled`, the default, are all that there are; `upcoming` those that are not over. */
const meetingsOf = (desk: Desk, host: Person, request: Request): ZoomMeeting[] => {
  const own = [...desk.meetings.values()].filter((meeting) => meeting.host === host);
  const type = request.query["type"] ?? "scheduled";
  if (type === "scheduled") return own;
  if (type !== "upcoming" && type !== "upcoming_meetings") return [];
  const now = desk.clock.now();
  return own.filter((meeting) => Temporal.Instant.compare(endOf(meeting), now) > 0);
};

const DEFAULT_PAGE = 30;
const MAX_PAGE = 300;

const listOf = ({ query }: Request, meetings: ZoomMeeting[]) => {
  const size = Number(query["page_size"] ?? DEFAULT_PAGE);
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) {
    throw refusals.invalid([{ field: "page_size", message: "Invalid field." }]);
  }
  const token = query["next_page_token"];
  const from = typeof token === "string" && token !== "" ? Number(token.replace(/^p/, "")) : 0;
  if (!Number.isInteger(from)) {
    throw refusals.invalid([
      { field: "next_page_token", message: "The next page token is invalid." },
    ]);
  }
  const rest = meetings.length > from + size ? `p${from + size}` : "";
  return {
    page_size: size,
    total_records: meetings.length,
    next_page_token: rest,
    meetings: meetings.slice(from, from + size).map(inList),
  };
};

// Express knows an error handler by its four parameters.
// oxlint-disable-next-line max-params
const toZoomError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
  } else if (error instanceof ZoomRefusal) {
    sendRefusal(response, error);
  } else {
    // What the body parser refuses; anything else is our own mistake and shows as 500.
    const status = error instanceof SyntaxError ? 400 : 500;
    const message = status === 400 ? "Request Body should be a valid JSON object." : "Internal.";
    sendRefusal(response, new ZoomRefusal(status, status === 400 ? 300 : 500, { message }));
  }
};
