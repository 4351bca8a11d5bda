/** Every variable that is read, one schema. Empty counts as absent, because compose files pass empty ones. Messages say
 * what to do and never show a value. */
import { z } from "zod";
import { isZone } from "../domain/time.ts";
import { parseKeyring } from "../privacy/keyring.ts";
import { DaysByCountryText } from "../privacy/retention.ts";
import { AppError } from "../domain/errors.ts";
import { Secret } from "../secret.ts";
import { parsePrices } from "../models/prices.ts";
import { parseGroups } from "./oidc.ts";
import { isLocalName } from "./reach.ts";
import { parseSignatureTokens } from "./signature-tokens.ts";

/** The variable's own check, for a value that is there. */
const given = <Value>(check: z.ZodType<Value, string>) =>
  z.preprocess((value) => {
    const text = typeof value === "string" ? value.trim() : undefined;
    return text === "" ? undefined : text;
  }, check.optional());

const text = z.string();
const secret = text.transform((value) => new Secret(value));

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** A secret that is typed in and sent in headers. */
const oneWord = text
  .refine((value) => !/\s/.test(value), "must have no white space in it")
  .transform((value) => new Secret(value));

const parseUrl = (value: string): URL | null => (URL.canParse(value) ? new URL(value) : null);

/** In clear only within one machine or one container network. */
const isServiceUrl = (value: string): boolean => {
  const url = parseUrl(value);
  if (url === null || url.username + url.password + url.search + url.hash !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLocalName(url.hostname));
};

/** An address that secrets are sent to. */
const serviceUrl = (example: string) =>
  text
    .refine(
      isServiceUrl,
      `must be an https address such as ${example} (http only for a local host), without user, query or fragment`,
    )
    .transform((value) => value.replace(/\/+$/, ""));

/** As the provider writes itself into its tokens, to the letter. */
const issuer = text.refine(
  isServiceUrl,
  "must be the provider's https address as its tokens name it, such as https://login.example.com",
);

const oidcGroups = text.transform((value, context) => {
  const groups = parseGroups(value);
  if (groups !== null) return groups;
  context.addIssue({
    code: "custom",
    message:
      "must be group=role, comma separated, with @team|team where the reach ends at teams, such as hr-admins=admin,platform-leads=hiring_manager@Platform|Data",
  });
  return z.NEVER;
});

const urlOf = (protocols: readonly string[], example: string) =>
  text
    .refine(
      (value) => protocols.includes(parseUrl(value)?.protocol ?? ""),
      `must be an address such as ${example}`,
    )
    .transform((value) => new Secret(value));

/** The address is the secret: its query signs it. */
const webhookUrl = text
  .refine((value) => {
    const url = parseUrl(value);
    return url !== null && (url.protocol === "https:" || isLocalName(url.hostname));
  }, "must be the workflow's https address as Teams shows it")
  .transform((value) => new Secret(value));

const wholeNumber = (from: number, to: number) =>
  text
    .refine(
      (value) => /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to,
      `must be a whole number from ${from} to ${to}`,
    )
    .transform(Number);

const onOrOff = text
  .refine((value) => /^(on|off)$/i.test(value), "must be on or off")
  .transform((value) => value.toLowerCase() === "on");

const oneOf = <Word extends string>(...words: Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(", ")}` });

const temperature = text
  .refine(
    (value) => /^[01](?:\.\d{1,3})?$|^2(?:\.0{1,3})?$/.test(value),
    "must be from 0 to 2, such as 0.2",
  )
  .transform(Number);

const modelPrices = text.transform((value, context) => {
  const prices = parsePrices(value);
  if (prices !== null) return prices;
  context.addIssue({
    code: "custom",
    message:
      "must be model=input/cached/output, comma separated, in US dollars for a million tokens, such as gpt-5-mini=0.25/0.025/2",
  });
  return z.NEVER;
});

const signatureTokens = text.transform((value, context) => {
  const parsed = parseSignatureTokens(value);
  if ("tokens" in parsed) return parsed.tokens;
  for (const message of parsed.faults) context.addIssue({ code: "custom", message });
  return z.NEVER;
});

const encryptionKeys = secret.superRefine((value, context) => {
  try {
    parseKeyring(value.reveal());
  } catch (error) {
    const faults = error instanceof AppError ? error.data["faults"] : undefined;
    const message = Array.isArray(faults) ? faults.join("; ") : "must be id:base64key,…";
    context.addIssue({
      code: "custom",
      message: `${message} (make a key with: echo "k1:$(openssl rand -base64 32)")`,
    });
  }
});

/** `Name <address>` or an address alone. */
const mailFrom = text.refine(
  (value) =>
    !CONTROL.test(value) &&
    /^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value),
  "must be an address such as Interviews <interviews@example.com>",
);

/** How much is logged. */
export const LogLevel = z.enum(["trace", "debug", "info", "warn", "error", "silent"], {
  error: "must be one of trace, debug, info, warn, error, silent",
});
export type LogLevel = z.infer<typeof LogLevel>;

const zoomId = text.regex(/^[\w-]{1,100}$/, "must be the id as the app's page in Zoom shows it");

/** A delivery is known again by its token for 15 days: what it led to must not be forgotten before. */
const FEWEST_DAYS = 15;

/** A worker keeps the leases of eight opportunities alive beside their work: with fewer they would wait for each other. */
const FEWEST_CONNECTIONS = 3;

/** The variables, by name. A test holds `.env.example` to its keys. */
export const Environment = z.object({
  DATABASE_URL: given(
    urlOf(["postgres:", "postgresql:"], "postgres://user:password@host:5432/convene"),
  ),
  DATABASE_POOL_SIZE: given(wholeNumber(FEWEST_CONNECTIONS, 200)),
  DATA_DIR: given(text),
  ENCRYPTION_KEYS: given(encryptionKeys),
  HOST: given(text.regex(/^[A-Za-z0-9.:_-]+$/, "must be a host name or address such as 127.0.0.1")),
  PORT: given(wholeNumber(0, 65_535)),
  PUBLIC_URL: given(
    text
      .refine((value) => {
        const url = parseUrl(value);
        const extra = url && url.username + url.password + url.search + url.hash;
        return url !== null && /^https?:$/.test(url.protocol) && extra === "";
      }, "must be the address that people open, such as https://convene.example.com")
      .transform((value) => value.replace(/\/+$/, "")),
  ),
  TRUSTED_PROXIES: given(wholeNumber(0, 10)),
  ADMIN_TOKEN: given(oneWord),
  METRICS_TOKEN: given(oneWord),
  MCP_TOOLSETS: given(
    text.regex(/^[a-z]+(?:\s*,\s*[a-z]+)*$/, "must be names of toolsets such as default,records"),
  ),
  MCP_SESSIONS: given(onOrOff),
  MCP_CALLS_PER_MINUTE: given(wholeNumber(1, 100_000)),
  MCP_APPROVALS: given(onOrOff),
  OIDC_ISSUER: given(issuer),
  OIDC_CLIENT_ID: given(
    text.regex(/^[\u0021-\u007e]{1,300}$/, "must be the id as the provider shows it"),
  ),
  OIDC_CLIENT_SECRET: given(oneWord),
  OIDC_SCOPES: given(
    text.regex(
      /^(?=.*\bopenid\b)[\w:./-]+( [\w:./-]+)*$/,
      "must be words with one space between, openid among them, such as openid profile email",
    ),
  ),
  OIDC_GROUPS_CLAIM: given(text.max(200, "must be the name of a claim")),
  OIDC_GROUPS: given(oidcGroups),
  OIDC_GROUPS_HOLD_DAYS: given(wholeNumber(1, 365)),
  PLANS_DIR: given(text),
  INFER_PLANS: given(onOrOff),
  DAILY_DIGEST: given(onOrOff),
  APPROVAL_MESSAGES: given(onOrOff),
  KEEP_RUNS_DAYS: given(wholeNumber(FEWEST_DAYS, 3_650)),
  KEEP_CANDIDATES_DAYS: given(wholeNumber(0, 36_500)),
  KEEP_CANDIDATES_DAYS_BY_COUNTRY: given(DaysByCountryText),
  TRAIL_DIR: given(text),
  LOG_LEVEL: given(text.pipe(LogLevel)),
  SECURITY_CONTACT: given(
    text.refine((value) => {
      const url = parseUrl(value);
      return url?.protocol === "https:" || /^mailto:[^@\s]+@[^@\s]+$/.test(value);
    }, "must be mailto:security@example.com or an https address"),
  ),
  COMPANY_NAME: given(
    text
      .max(80, "must be at most 80 characters")
      .refine((value) => !CONTROL.test(value), "must be one line, without control characters"),
  ),
  COMPANY_TIME_ZONE: given(text.refine(isZone, "must be an IANA time zone such as Europe/Lisbon")),
  LEVER_API_KEY: given(
    text
      .regex(/^[\u0020-\u007e]+$/, "must be the key as Lever shows it: plain letters and digits")
      .transform((value) => new Secret(value)),
  ),
  LEVER_CLIENT_ID: given(text),
  LEVER_CLIENT_SECRET: given(secret),
  LEVER_REFRESH_TOKEN: given(secret),
  LEVER_API_URL: given(serviceUrl("https://api.lever.co/v1")),
  LEVER_TOKEN_URL: given(serviceUrl("https://auth.lever.co/oauth/token")),
  LEVER_SIGNATURE_TOKENS: given(signatureTokens),
  LEVER_REQUESTS_PER_SECOND: given(wholeNumber(1, 10_000)),
  LEVER_PERFORM_AS: given(text.max(200, "must be the id of a Lever user")),
  AUTOMATION_SIGNING_SECRET: given(secret),
  GOOGLE_SERVICE_ACCOUNT_FILE: given(text),
  GOOGLE_API_URL: given(serviceUrl("https://www.googleapis.com")),
  MICROSOFT_TENANT_ID: given(
    text.regex(/^[A-Za-z0-9.-]{1,100}$/, "must be the tenant's id or its domain"),
  ),
  MICROSOFT_CLIENT_ID: given(z.uuid("must be the application's (client) id")),
  MICROSOFT_CLIENT_SECRET: given(oneWord),
  MICROSOFT_GRAPH_URL: given(serviceUrl("https://graph.microsoft.com")),
  MICROSOFT_LOGIN_URL: given(serviceUrl("https://login.microsoftonline.com")),
  ZOOM_ACCOUNT_ID: given(zoomId),
  ZOOM_CLIENT_ID: given(zoomId),
  ZOOM_CLIENT_SECRET: given(oneWord),
  ZOOM_API_URL: given(serviceUrl("https://api.zoom.us/v2")),
  ZOOM_LOGIN_URL: given(serviceUrl("https://zoom.us")),
  SLACK_BOT_TOKEN: given(
    text
      .regex(/^xoxb-\S+$/, "must be the app's bot token, which begins with xoxb-")
      .transform((value) => new Secret(value)),
  ),
  SLACK_SIGNING_SECRET: given(
    text
      .regex(/^[0-9a-f]{16,64}$/, "must be the app's signing secret, of 32 hexadecimal digits")
      .transform((value) => new Secret(value)),
  ),
  SLACK_API_URL: given(serviceUrl("https://slack.com/api")),
  TEAMS_WEBHOOK_URL: given(webhookUrl),
  SMTP_URL: given(urlOf(["smtp:", "smtps:"], "smtps://user:password@mail.example.com:465")),
  MAIL_FROM: given(mailFrom),
  OPENAI_API_KEY: given(secret),
  OPENAI_BASE_URL: given(serviceUrl("https://api.openai.com/v1")),
  OPENAI_MODEL: given(text),
  OPENAI_MODEL_SCHEDULING: given(text),
  OPENAI_MODEL_BRIEFING: given(text),
  OPENAI_MODEL_QUESTIONS: given(text),
  OPENAI_MODEL_FEEDBACK: given(text),
  OPENAI_MODEL_ATTENDANCE: given(text),
  OPENAI_MODEL_CHAT: given(text),
  OPENAI_MODEL_REQUESTS: given(text),
  OPENAI_TEMPERATURE: given(temperature),
  OPENAI_TEMPERATURE_SCHEDULING: given(temperature),
  OPENAI_TEMPERATURE_BRIEFING: given(temperature),
  OPENAI_TEMPERATURE_QUESTIONS: given(temperature),
  OPENAI_TEMPERATURE_FEEDBACK: given(temperature),
  OPENAI_TEMPERATURE_ATTENDANCE: given(temperature),
  OPENAI_TEMPERATURE_CHAT: given(temperature),
  OPENAI_TEMPERATURE_REQUESTS: given(temperature),
  OPENAI_API: given(oneOf("chat", "responses")),
  OPENAI_AUTH: given(oneOf("bearer", "api-key")),
  OPENAI_API_VERSION: given(
    text.regex(/^[\w.-]{1,40}$/, "must be a version such as 2025-04-01-preview"),
  ),
  MODEL_BUDGET_MS: given(wholeNumber(1_000, 300_000)),
  MODEL_TOKENS_PER_RUN: given(wholeNumber(1_000, 100_000_000)),
  MODEL_TOKENS_PER_DAY: given(wholeNumber(1_000, 999_999_999)),
  MODEL_PRICES: given(modelPrices),
  MODEL_PSEUDONYMS: given(onOrOff),
  CHAT_TRANSLATION: given(onOrOff),
});
/** What was given, checked and typed; undefined where nothing was. */
export type Environment = z.output<typeof Environment>;
