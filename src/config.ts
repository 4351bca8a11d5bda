/** Configuration: read once, from the environment. What crosses here: text of unknown quality in, one typed object out, or
 * one error that names every fault and what to do about it, without any value. */
import {
  type Environment,
  Environment as EnvironmentSchema,
  type LogLevel,
} from "./config/environment.ts";
import { type LeverConfig, buildLever, findLeverContradictions } from "./config/lever.ts";
import { LEVER_WEBHOOKS, type SignatureTokens } from "./config/signature-tokens.ts";
import { hideTracedContent } from "./config/tracing.ts";
import { findTypos } from "./config/typos.ts";
import {
  type ModelConfig,
  buildModel,
  findModelContradictions,
  findUnusedModel,
} from "./config/models.ts";
import { type MailConfig, buildMail } from "./config/mail.ts";
import { type McpConfig, buildMcp } from "./config/mcp.ts";
import {
  type OidcConfig,
  buildOidc,
  findOidcContradictions,
  findOidcOddities,
} from "./config/oidc.ts";
import { type ZoomConfig, buildZoom, findZoomContradictions } from "./config/zoom.ts";
import { isPublicAddress } from "./config/reach.ts";
import { AppError } from "./domain/errors.ts";
import { type DaysByCountry, KEPT_BY_COUNTRY } from "./privacy/retention.ts";
import type { Secret } from "./secret.ts";

/** A feature that is off, or worse than it could be, because of a variable that is not set. */
export interface Missing {
  variables: string[];
  /** What does not work without them, for people. */
  means: string;
}

export interface Config {
  /** `poolSize`: most connections at work in one process; one more of it listens. */
  database: { kind: "postgres"; url: Secret; poolSize: number } | { kind: "embedded" };
  /** Folder of the embedded database and of files that must survive a restart. */
  dataDir: string;
  /** For `parseKeyring`. Null only with the embedded database, which keeps a key file of its own. */
  encryptionKeys: Secret | null;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Without a slash at its end. Null: the address that is listened on. */
  publicUrl: string | null;
  /** Where somebody who has found a hole says so. */
  securityContact: string | null;
  /** Reverse proxies in front, whose word on the caller's address counts. */
  trustedProxies: number;
  adminToken: Secret | null;
  /** What Prometheus sends to read the figures; null: they are shown to anybody who reaches the port. */
  metricsToken: Secret | null;
  mcp: McpConfig;
  /** Null: only tokens of our own open the door. */
  oidc: OidcConfig | null;
  plansDir: string;
  /** Whether a stage without a plan is planned for by its name. */
  inferPlans: boolean;
  /** Whether recruiters are told their day each morning. */
  dailyDigest: boolean;
  /** Whether whoever is asked for a decision is told so by message. */
  approvalMessages: boolean;
  /** Days from the end of a run, and of its case, until its trace is removed. */
  keepRunsDays: number;
  /** Days from the end of a candidate's last case until they are erased; 0: never. And where the posting is in one of these countries. */
  keepCandidatesDays: number;
  keepByCountry: DaysByCountry;
  /** Where checkpoints of the ledger and the ids of the erased are written besides the database; null: nowhere. */
  trailDir: string | null;
  logLevel: LogLevel;
  company: { name: string; zone: string };
  lever: LeverConfig;
  leverSignatureTokens: SignatureTokens;
  /** Null: Lever's own limit. */
  leverRequestsPerSecond: number | null;
  /** Lever user in whose name all writes are made. Null: the opportunity's owner, and so on. */
  leverPerformAs: string | null;
  automationSigningSecret: Secret | null;
  google: { serviceAccountFile: string; apiUrl: string | null } | null;
  microsoft: {
    tenantId: string;
    clientId: string;
    clientSecret: Secret;
    graphUrl: string;
    loginUrl: string;
  } | null;
  zoom: ZoomConfig | null;
  slack: { apiUrl: string; botToken: Secret; signingSecret: Secret | null } | null;
  teamsWebhookUrl: Secret | null;
  mail: MailConfig | null;
  /** Null: the offline model. */
  model: ModelConfig | null;
  modelBudgetMs: number;
  missing: Missing[];
  /** What is odd, but not wrong: for the log. */
  warnings: string[];
}

/** The configuration. Pure. Errors: config_invalid, with every fault in `data.faults` as `NAME: what to do`. */
export const parseConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const known = Object.keys(EnvironmentSchema.shape);
  const parsed = EnvironmentSchema.safeParse(env);
  const issues = parsed.error?.issues ?? [];
  const faults = [
    ...issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    ...findContradictions((name) => (env[name] ?? "").trim() !== ""),
  ];
  if (!parsed.success || faults.length > 0) throw invalid(faults);
  const typos = findTypos(
    Object.keys(env).filter((name) => env[name] !== undefined),
    known,
  );
  return build(parsed.data, typos);
};

/** The configuration of this process; what its traces may not hold is said in its environment. Errors: as `parseConfig`. */
export const readConfig = (): Config => {
  const shown = hideTracedContent(process.env);
  const config = parseConfig(process.env);
  return {
    ...config,
    warnings: [
      ...config.warnings,
      ...shown.map(
        (name) => `${name} is not true: what models are asked and answer goes to LangSmith.`,
      ),
    ],
  };
};

const invalid = (faults: string[]): AppError =>
  new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `The configuration has ${faults.length === 1 ? "a fault" : "faults"}:\n${faults.map((fault) => `  ${fault}`).join("\n")}`,
    data: { faults },
  });

const MICROSOFT = [
  "MICROSOFT_TENANT_ID",
  "MICROSOFT_CLIENT_ID",
  "MICROSOFT_CLIENT_SECRET",
] as const;
const MICROSOFT_PLACES = ["MICROSOFT_GRAPH_URL", "MICROSOFT_LOGIN_URL"] as const;
type Name = keyof Environment;

/** What is right by itself and wrong together. */
const findContradictions = (has: (name: Name) => boolean): string[] => {
  const needs = (name: Name, other: Name, why: string): string[] =>
    has(name) && !has(other) ? [`${other}: is needed with ${name}${why}`] : [];
  return [
    ...findLeverContradictions(has),
    ...findMicrosoftContradictions(has),
    ...findZoomContradictions(has),
    ...findModelContradictions(has),
    ...findOidcContradictions(has),
    ...needs(
      "DATABASE_URL",
      "ENCRYPTION_KEYS",
      ', as id:base64key (make one with: echo "k1:$(openssl rand -base64 32)"); keep it, for without it nothing stored about candidates can be read',
    ),
    ...needs("GOOGLE_API_URL", "GOOGLE_SERVICE_ACCOUNT_FILE", ": the key of the service account"),
    ...needs("SLACK_API_URL", "SLACK_BOT_TOKEN", ": the token of the app"),
    ...needs("SLACK_SIGNING_SECRET", "SLACK_BOT_TOKEN", ": the token of the app"),
    ...needs("SMTP_URL", "MAIL_FROM", ": the sender of mail to candidates"),
    ...needs("MAIL_FROM", "SMTP_URL", ": the server that sends the mail"),
  ];
};

const findMicrosoftContradictions = (has: (name: Name) => boolean): string[] => {
  const absent = MICROSOFT.filter((name) => !has(name));
  const isMeant = absent.length < MICROSOFT.length || MICROSOFT_PLACES.some(has);
  return isMeant && absent.length > 0
    ? [`${absent.join(", ")}: missing; Microsoft 365 needs ${MICROSOFT.join(", ")} together`]
    : [];
};

const build = (env: Environment, typos: string[]): Config => {
  const lever = buildLever(env);
  const isSandbox = lever.kind === "sandbox";
  return {
    database: env.DATABASE_URL
      ? { kind: "postgres", url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE ?? 10 }
      : { kind: "embedded" },
    dataDir: env.DATA_DIR ?? ".convene",
    encryptionKeys: env.ENCRYPTION_KEYS ?? null,
    host: env.HOST ?? "127.0.0.1",
    port: env.PORT ?? 3000,
    publicUrl: env.PUBLIC_URL ?? null,
    securityContact: env.SECURITY_CONTACT ?? null,
    trustedProxies: env.TRUSTED_PROXIES ?? 0,
    adminToken: env.ADMIN_TOKEN ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    mcp: buildMcp(env),
    oidc: buildOidc(env),
    plansDir: env.PLANS_DIR ?? "plans",
    inferPlans: env.INFER_PLANS ?? true,
    dailyDigest: env.DAILY_DIGEST ?? true,
    approvalMessages: env.APPROVAL_MESSAGES ?? true,
    keepRunsDays: env.KEEP_RUNS_DAYS ?? 30,
    keepByCountry: env.KEEP_CANDIDATES_DAYS_BY_COUNTRY ?? KEPT_BY_COUNTRY,
    keepCandidatesDays: env.KEEP_CANDIDATES_DAYS ?? 730,
    trailDir: env.TRAIL_DIR ?? null,
    logLevel: env.LOG_LEVEL ?? "info",
    company: { name: env.COMPANY_NAME ?? "our company", zone: env.COMPANY_TIME_ZONE ?? "UTC" },
    lever,
    leverSignatureTokens: env.LEVER_SIGNATURE_TOKENS ?? {},
    leverRequestsPerSecond: env.LEVER_REQUESTS_PER_SECOND ?? null,
    leverPerformAs: env.LEVER_PERFORM_AS ?? null,
    automationSigningSecret: env.AUTOMATION_SIGNING_SECRET ?? null,
    google: isSandbox ? null : buildGoogle(env),
    microsoft: isSandbox ? null : buildMicrosoft(env),
    zoom: isSandbox ? null : buildZoom(env),
    slack: isSandbox ? null : buildSlack(env),
    teamsWebhookUrl: isSandbox ? null : (env.TEAMS_WEBHOOK_URL ?? null),
    mail: isSandbox ? null : buildMail(env),
    model: buildModel(env),
    modelBudgetMs: env.MODEL_BUDGET_MS ?? 20_000,
    missing: isSandbox ? [] : findMissing(env),
    warnings: [...typos, ...findOddities(env, isSandbox)],
  };
};

const buildGoogle = (env: Environment): Config["google"] =>
  env.GOOGLE_SERVICE_ACCOUNT_FILE === undefined
    ? null
    : {
        serviceAccountFile: env.GOOGLE_SERVICE_ACCOUNT_FILE,
        apiUrl: env.GOOGLE_API_URL ?? null,
      };

const buildMicrosoft = (env: Environment): Config["microsoft"] => {
  const { MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET } = env;
  if (!MICROSOFT_TENANT_ID || !MICROSOFT_CLIENT_ID || !MICROSOFT_CLIENT_SECRET) return null;
  return {
    tenantId: MICROSOFT_TENANT_ID,
    clientId: MICROSOFT_CLIENT_ID,
    clientSecret: MICROSOFT_CLIENT_SECRET,
    graphUrl: env.MICROSOFT_GRAPH_URL ?? "https://graph.microsoft.com",
    loginUrl: env.MICROSOFT_LOGIN_URL ?? "https://login.microsoftonline.com",
  };
};

const buildSlack = (env: Environment): Config["slack"] =>
  env.SLACK_BOT_TOKEN === undefined
    ? null
    : {
        apiUrl: env.SLACK_API_URL ?? "https://slack.com/api/",
        botToken: env.SLACK_BOT_TOKEN,
        signingSecret: env.SLACK_SIGNING_SECRET ?? null,
      };

const NO_CALENDAR: [Name, string] = [
  "GOOGLE_SERVICE_ACCOUNT_FILE",
  "No calendar can be read and no interview booked: stage moves end as blocked cases.",
];

const NO_WAY_IN: [Name, string] = [
  "ADMIN_TOKEN",
  "Nobody can sign in until a token is made with: npx convene token create",
];

/** With a real Lever account: what is off until it is set. */
const findMissing = (env: Environment): Missing[] => {
  const all: [Name | Name[], string][] = [
    ...(buildMicrosoft(env) === null ? [NO_CALENDAR] : []),
    [["SMTP_URL", "MAIL_FROM"], "No confirmation can be sent to a candidate."],
    [
      "LEVER_SIGNATURE_TOKENS",
      "Lever's webhooks are refused, because nobody can tell whether they come from Lever.",
    ],
    ...(buildOidc(env)?.signIn ? [] : [NO_WAY_IN]),
    ["PUBLIC_URL", "Links in Lever, calendars and mail lead to this machine's own address."],
    ["COMPANY_NAME", "Mail to candidates speaks of “our company”."],
    ["COMPANY_TIME_ZONE", "Where no other zone is known, times are planned and shown in UTC."],
  ];
  return all
    .map(([names, means]) => ({ variables: [names].flat(), means }))
    .filter(({ variables }) => variables.some((name) => env[name] === undefined));
};

const findOddities = (env: Environment, isSandbox: boolean): string[] => {
  const unused = (
    [
      "GOOGLE_SERVICE_ACCOUNT_FILE",
      "MICROSOFT_CLIENT_ID",
      "ZOOM_CLIENT_ID",
      "SLACK_BOT_TOKEN",
      "SLACK_SIGNING_SECRET",
      "TEAMS_WEBHOOK_URL",
      "SMTP_URL",
    ] as const
  ).filter((name) => isSandbox && env[name] !== undefined);
  return [
    ...unused.map(
      (name) =>
        `${name} is not used: without Lever credentials the sandbox company is used throughout.`,
    ),
    ...findUnusedModel(env),
    ...findOidcOddities(env),
    ...findShort(env),
    ...(env.METRICS_TOKEN === undefined && isPublicAddress(env.PUBLIC_URL) ? [OPEN_METRICS] : []),
    ...Object.keys(env.LEVER_SIGNATURE_TOKENS ?? {})
      .filter((event) => event !== "*" && !LEVER_WEBHOOKS.includes(event))
      .map(
        (event) =>
          `LEVER_SIGNATURE_TOKENS: Lever has no event ${event}. It has ${LEVER_WEBHOOKS.join(", ")}; * is for any.`,
      ),
  ];
};

const OPEN_METRICS =
  "METRICS_TOKEN is not set, and PUBLIC_URL is an address that anybody may reach: whoever asks for /metrics there reads how many events and proposals there are, unless your proxy keeps it back. Make a token with: openssl rand -hex 24";

const FEWEST_CHARACTERS = 16;

/** What is short enough to be guessed. */
const findShort = (env: Environment): string[] => {
  const isShort = (value: Secret | undefined): boolean =>
    value !== undefined && value.reveal().length < FEWEST_CHARACTERS;
  const make = "make a longer one with: openssl rand -hex 24";
  const short = Object.entries(env.LEVER_SIGNATURE_TOKENS ?? {})
    .filter(([, tokens]) => tokens.some(isShort))
    .map(([event]) => event);
  return [
    ...(["ADMIN_TOKEN", "METRICS_TOKEN", "AUTOMATION_SIGNING_SECRET"] as const)
      .filter((name) => isShort(env[name]))
      .map((name) => `${name} is short: ${make}`),
    ...(short.length > 0
      ? [
          `LEVER_SIGNATURE_TOKENS has a short token for ${short.join(", ")}: Lever's own have 48 characters. Copy it anew.`,
        ]
      : []),
  ];
};
