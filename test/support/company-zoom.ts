/** The company's Zoom alone, spoken to over HTTP as any application would, and the shapes that Zoom documents.
 * Source: Zoom Meeting API v2; Zoom, "Server-to-Server OAuth". */
import { z } from "zod";
import { type CompanyClock, createCompanyClock } from "../../sandbox/clock.ts";
import { type Journal, createJournal } from "../../sandbox/journal.ts";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import { type Zoom, createZoom } from "../../sandbox/zoom/zoom.ts";
import { openMountedApp } from "./loopback-app.ts";

const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

/** An answer of the token endpoint. */
export const ZoomToken = z.strictObject({
  access_token: z.string().min(1),
  token_type: z.literal("bearer"),
  expires_in: z.literal(3600),
  scope: z.string(),
  api_url: z.url(),
});

const listed = {
  uuid: z.base64(),
  id: z.int().min(10_000_000_000).max(99_999_999_999),
  host_id: z.string().length(22),
  topic: z.string(),
  type: z.literal(2),
  start_time: instant,
  duration: z.int(),
  timezone: z.string(),
  created_at: instant,
  join_url: z.url(),
};

/** One line of a list: its agenda is the beginning of it. */
export const ListedMeeting = z.strictObject({ ...listed, agenda: z.string().max(250).optional() });

/** A page of a list. */
export const MeetingList = z.strictObject({
  page_size: z.int(),
  total_records: z.int(),
  next_page_token: z.string(),
  meetings: z.array(ListedMeeting),
});

/** A meeting as it is made and read. */
export const WholeMeeting = z.strictObject({
  ...listed,
  agenda: z.string().max(2_000),
  assistant_id: z.string(),
  host_email: z.email(),
  status: z.enum(["waiting", "started"]),
  start_url: z.url(),
  password: z.string().max(10),
  h323_password: z.string(),
  pstn_password: z.string(),
  encrypted_password: z.string(),
  settings: z.looseObject({ join_before_host: z.boolean(), waiting_room: z.boolean() }),
  pre_schedule: z.boolean(),
});

/** An error body. */
export const ZoomError = z.strictObject({
  code: z.int(),
  message: z.string(),
  errors: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
});

export interface ZoomAnswer {
  status: number;
  body: unknown;
}

export interface CompanyZoom extends AsyncDisposable {
  zoom: Zoom;
  clock: CompanyClock;
  journal: Journal;
  /** Addresses of people with an account. */
  hosts: string[];
  /** Asks the token endpoint; what is left out is as it should be. */
  exchange(fields?: { query?: Record<string, string>; secret?: string }): Promise<ZoomAnswer>;
  /** Asks the API below its version. */
  ask(
    method: string,
    path: string,
    options?: { body?: unknown; token?: string },
  ): Promise<ZoomAnswer>;
}

/** Starts it at a time at which it stands still. */
export const openCompanyZoom = async (
  now: Temporal.Instant,
  perDay: number | null = null,
): Promise<CompanyZoom> => {
  const clock = createCompanyClock({ startsAt: now, frozen: true });
  const journal = createJournal(clock);
  const world = buildWorld({ seed: 1, now });
  const built: Zoom[] = [];
  const app = await openMountedApp((baseUrl) => {
    const zoom = createZoom({ world, clock, journal, baseUrl, perDay });
    built.push(zoom);
    return { path: "/zoom", router: zoom.router };
  });
  const [zoom] = built;
  if (!zoom) throw new Error("the company has no Zoom");
  const { accountId, clientId, clientSecret } = zoom.app;
  const exchange: CompanyZoom["exchange"] = async ({ query = {}, secret = clientSecret } = {}) => {
    const usual = { grant_type: "account_credentials", account_id: accountId };
    const basic = Buffer.from(`${clientId}:${secret}`).toString("base64");
    return await answerOf(
      await fetch(`${app.url}/zoom/oauth/token?${new URLSearchParams({ ...usual, ...query })}`, {
        method: "POST",
        headers: { authorization: `Basic ${basic}` },
      }),
    );
  };
  const { access_token: usualToken } = ZoomToken.parse((await exchange()).body);
  return {
    zoom,
    clock,
    journal,
    hosts: world.people
      .filter(({ deactivatedAtMs }) => deactivatedAtMs === null)
      .map(({ email }) => email),
    exchange,
    ask: async (method, path, { body, token = usualToken } = {}) =>
      await answerOf(
        await fetch(`${app.url}/zoom/v2${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body !== undefined && { "content-type": "application/json" }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
    [Symbol.asyncDispose]: async () => await app[Symbol.asyncDispose](),
  };
};

const answerOf = async (response: Response): Promise<ZoomAnswer> => {
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, body };
};
