/** The services outside, as this installation is configured: real accounts, or the sandbox company. */
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { createBothCalendars } from "./calendar/both-calendars.ts";
import { createGoogleCalendar } from "./calendar/google.ts";
import { keepReadings, readAfresh } from "./calendar/kept-readings.ts";
import { createNoCalendar } from "./calendar/no-calendar.ts";
import type { CalendarReader, CalendarWatcher, CalendarWriter } from "./calendar/port.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/port.ts";
import { AppError } from "./domain/errors.ts";
import type { Clock } from "./domain/time.ts";
import { heedPostings } from "./lever/heed-postings.ts";
import { type LeverAuth } from "./lever/http.ts";
import { createLever } from "./lever/create-lever.ts";
import { createAccessTokens } from "./lever/oauth.ts";
import type { AccessFinding } from "./lever/scopes.ts";
import type { LeverReader, LeverWriter } from "./lever/port.ts";
import { rememberAccount } from "./lever/remember.ts";
import { createDatabaseRateBucket, rateBucketName } from "./lever/rate-bucket.ts";
import type { LeverTokenStore } from "./lever/oauth.ts";
import { createChooseChannel } from "./messaging/choose-channel.ts";
import { createMailer } from "./messaging/mailer.ts";
import { noMailer } from "./messaging/no-mailer.ts";
import type { Mailer } from "./messaging/port.ts";
import type { Slack } from "./messaging/slack.ts";
import { type Teams, createTeams } from "./messaging/teams.ts";
import { refuseWhilePaused } from "./effects/may-still-act.ts";
import type { RunningCompany } from "./sandbox-company.ts";
import { noVideo } from "./video/no-video.ts";
import type { VideoReader, VideoWriter } from "./video/port.ts";
import { createZoom } from "./video/zoom.ts";

export interface Services {
  /** `fresh` remembers nothing: for what must not be five minutes old. */
  lever: {
    reader: LeverReader;
    fresh: LeverReader;
    writer: LeverWriter;
    lookAtAccess(): Promise<AccessFinding[]>;
  };
  calendar: {
    /** Reads afresh: before anything is booked, and to look something up. */
    reader: CalendarReader;
    /** Reads to find times: what it tells may be minutes old. */
    finder: CalendarReader;
    writer: CalendarWriter;
    watcher: CalendarWatcher | null;
    /** Each service that is connected, by itself: for a diagnosis. */
    services: { name: string; reader: CalendarReader }[];
  };
  /** Meetings at Zoom; rooms of a calendar's own come with its event. */
  video: { reader: VideoReader; writer: VideoWriter };
  /** Where colleagues are told of something. */
  chat: {
    slack: Slack | null;
    teams: Teams | null;
    choose: ReturnType<typeof createChooseChannel>;
    /** Commands typed in Slack; null: none are taken. */
    command: { signingSecret: string; apiUrl: string } | null;
  };
  mailer: Mailer;
  /** Who mails come from. */
  from: { email: string; name: string };
}

export interface ServiceDeps {
  database: Database;
  clock: Clock;
  company: { name: string; zone: string };
  tokenStore: LeverTokenStore;
}

const ServiceAccount = z.object({
  client_email: z.email(),
  private_key: z.string().min(1),
  token_uri: z.url(),
});

const sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
  await wait(milliseconds, undefined, signal ? { signal } : {});
};

/** Clients of everything outside. Errors: `config_invalid` when the service account file cannot be used. */
export const createServices = async (
  config: Config,
  sandbox: RunningCompany | null,
  deps: ServiceDeps,
): Promise<Services> => {
  const from = sandbox
    ? { email: sandbox.mailFrom, name: deps.company.name }
    : {
        email: config.mail?.from.email ?? "",
        name: config.mail?.from.name ?? deps.company.name,
      };
  return {
    lever: createLeverClient(config, sandbox, deps),
    calendar: withKeptReadings(await createCalendarClient(config, sandbox, deps), deps),
    video: createVideoClient(config, sandbox, deps),
    chat: await createChat(config, sandbox, deps),
    mailer: createMailClient(config, sandbox, from),
    from,
  };
};

const createLeverClient = (
  config: Config,
  sandbox: RunningCompany | null,
  deps: ServiceDeps,
): Services["lever"] => {
  const place = sandbox
    ? { baseUrl: sandbox.leverUrl, webUrl: sandbox.url }
    : placeOf(config.lever);
  const { auth, credential } = sandbox
    ? { auth: { apiKey: sandbox.leverApiKey }, credential: sandbox.leverApiKey }
    : authOf(config.lever, deps);
  const { reader, writer, lookAtAccess } = createLever({
    ...place,
    auth,
    bucket: createDatabaseRateBucket(
      { database: deps.database, sleep },
      { name: rateBucketName(credential), ...(sandbox?.rateLimit ?? limitOf(config)) },
    ),
    clock: deps.clock,
    sleep,
    random: Math.random,
    mayWrite: async () => await refuseWhilePaused(deps.database),
  });
  return {
    reader: heedPostings(rememberAccount(reader, deps.clock)),
    fresh: reader,
    writer,
    lookAtAccess,
  };
};

/** Lever lets twice as many through at once as in a second. */
const limitOf = ({ leverRequestsPerSecond: perSecond }: Config) =>
  perSecond === null ? {} : { perSecond, burst: perSecond * 2 };

const placeOf = (lever: Config["lever"]): { baseUrl: string; webUrl?: string } => {
  if (lever.kind === "sandbox") throw new Error("the sandbox company was not started");
  return { baseUrl: lever.apiUrl, ...(lever.webUrl !== null && { webUrl: lever.webUrl }) };
};

const authOf = (
  lever: Config["lever"],
  deps: ServiceDeps,
): { auth: LeverAuth; credential: string } => {
  if (lever.kind === "sandbox") throw new Error("the sandbox company was not started");
  if (lever.kind === "api_key") {
    const apiKey = lever.apiKey.reveal();
    return { auth: { apiKey }, credential: apiKey };
  }
  const accessTokens = createAccessTokens({
    tokenUrl: lever.tokenUrl,
    clientId: lever.clientId,
    clientSecret: lever.clientSecret.reveal(),
    refreshToken: lever.refreshToken.reveal(),
    store: deps.tokenStore,
    clock: deps.clock,
  });
  return { auth: { accessTokens }, credential: lever.clientId };
};

const withKeptReadings = (
  calendar: Omit<Services["calendar"], "finder">,
  { database, clock }: ServiceDeps,
): Services["calendar"] => ({
  ...calendar,
  reader: readAfresh({ reader: calendar.reader, database }),
  finder: keepReadings({ reader: calendar.reader, database, clock }),
});

const createCalendarClient = async (
  config: Config,
  sandbox: RunningCompany | null,
  deps: ServiceDeps,
): Promise<Omit<Services["calendar"], "finder">> => {
  const { clock, database } = deps;
  const usual = { clock, mayWrite: async () => await refuseWhilePaused(database) };
  const googlePlace = sandbox ? googleOfSandbox(sandbox) : await googleOf(config);
  const microsoftPlace = sandbox ? (sandbox.microsoft ?? null) : microsoftOf(config);
  const google = googlePlace && createGoogleCalendar({ ...googlePlace, ...usual });
  const ofGoogle = google ? [{ name: "Google Calendar", reader: google.reader }] : [];
  if (!microsoftPlace) return { ...(google ?? createNoCalendar(clock)), services: ofGoogle };
  // Loaded only where it is used.
  const { createMicrosoftCalendar } = await import("./calendar/microsoft.ts");
  const microsoft = createMicrosoftCalendar({
    ...microsoftPlace,
    ...usual,
    companyZone: deps.company.zone,
  });
  return {
    ...(google ? createBothCalendars({ microsoft, google }, clock) : microsoft),
    services: [...ofGoogle, { name: "Microsoft 365", reader: microsoft.reader }],
  };
};

const googleOfSandbox = ({ googleUrl, googleServiceAccount }: RunningCompany) => ({
  baseUrl: googleUrl,
  serviceAccount: googleServiceAccount,
});

const googleOf = async ({ google }: Config) =>
  google && {
    baseUrl: google.apiUrl ?? "https://www.googleapis.com",
    serviceAccount: await readServiceAccount(google.serviceAccountFile),
  };

const microsoftOf = ({ microsoft }: Config) =>
  microsoft && {
    graphUrl: microsoft.graphUrl,
    loginUrl: microsoft.loginUrl,
    application: {
      tenantId: microsoft.tenantId,
      clientId: microsoft.clientId,
      clientSecret: microsoft.clientSecret.reveal(),
    },
  };

/** The key of Google's service account. Errors: `config_invalid` when the file cannot be used. */
export const readServiceAccount = async (path: string): Promise<z.infer<typeof ServiceAccount>> => {
  try {
    return ServiceAccount.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (cause) {
    throw new AppError({
      code: "config_invalid",
      fault: "caller",
      message:
        "GOOGLE_SERVICE_ACCOUNT_FILE: cannot be read as a service account key. Use the JSON file that Google gave (docs/google-setup.md).",
      cause,
    });
  }
};

const createVideoClient = (
  config: Config,
  sandbox: RunningCompany | null,
  { clock, database }: ServiceDeps,
): Services["video"] => {
  const place = sandbox ? sandbox.zoom : zoomOf(config);
  const mayWrite = async () => await refuseWhilePaused(database);
  return place ? createZoom({ ...place, clock, mayWrite }) : noVideo;
};

const zoomOf = ({ zoom }: Config) =>
  zoom && {
    apiUrl: zoom.apiUrl,
    loginUrl: zoom.loginUrl,
    app: {
      accountId: zoom.accountId,
      clientId: zoom.clientId,
      clientSecret: zoom.clientSecret.reveal(),
    },
  };

const createChat = async (
  config: Config,
  sandbox: RunningCompany | null,
  { database, clock }: ServiceDeps,
): Promise<Services["chat"]> => {
  const place = sandbox ? sandbox.slack : config.slack;
  const webhookUrl = sandbox ? sandbox.teamsWebhookUrl : config.teamsWebhookUrl?.reveal();
  const mayWrite = async () => await refuseWhilePaused(database);
  // Loaded only where it is used.
  const { createSlack } = place ? await import("./messaging/slack.ts") : {};
  const botToken = typeof place?.botToken === "string" ? place.botToken : place?.botToken.reveal();
  const slack =
    createSlack && place && botToken !== undefined
      ? createSlack({ apiUrl: place.apiUrl, botToken, mayWrite, clock })
      : null;
  const teams = webhookUrl === undefined ? null : createTeams({ webhookUrl });
  const choose = createChooseChannel({ slack: slack?.reader ?? null, hasTeams: teams !== null });
  const signingSecret =
    typeof place?.signingSecret === "string" ? place.signingSecret : place?.signingSecret?.reveal();
  const command =
    place && signingSecret !== undefined ? { signingSecret, apiUrl: place.apiUrl } : null;
  return { slack, teams, choose, command };
};

const createMailClient = (
  config: Config,
  sandbox: RunningCompany | null,
  from: { email: string; name: string },
): Mailer => {
  if (sandbox) return createMailer({ smtpUrl: sandbox.smtpUrl, from });
  return config.mail ? createMailer({ smtpUrl: config.mail.smtpUrl.reveal(), from }) : noMailer;
};
