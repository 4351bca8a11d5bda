/** Starts the company that we play when there are no Lever credentials, and works its controls over HTTP as a person at
 * its keyboard would. The one place of the product that knows the sandbox at all. */
import { z } from "zod";
import { GROUPS_HOLD_DAYS, type GroupAccess, type OidcConfig } from "./config/oidc.ts";
import { AppError } from "./domain/errors.ts";
import type { Clock } from "./domain/time.ts";
import type { SandboxControls } from "./http/api/sandbox-routes.ts";
import { Secret } from "./secret.ts";

/** Where its Microsoft 365 is, and with which credentials. */
interface MicrosoftPlace {
  graphUrl: string;
  loginUrl: string;
  application: { tenantId: string; clientId: string; clientSecret: string };
}

/** Where its Zoom is, and with which credentials. */
interface ZoomPlace {
  apiUrl: string;
  loginUrl: string;
  app: { accountId: string; clientId: string; clientSecret: string };
}

/** Where the company is, and with which credentials it is met: all that another process needs to know of it. */
export interface CompanyPlace {
  url: string;
  name: string;
  zone: string;
  leverUrl: string;
  leverApiKey: string;
  googleUrl: string;
  googleServiceAccount: { client_email: string; private_key: string; token_uri: string };
  /** Where the rest of its people have their calendars; absent when all are at Google. */
  microsoft?: MicrosoftPlace | undefined;
  zoom?: ZoomPlace | undefined;
  slack?:
    | {
        apiUrl: string;
        botToken: string;
        signingSecret: string;
        /** Of whom its page of Slack has as who types first. */
        recruiterEmail?: string;
      }
    | undefined;
  /** Of a channel in Teams; absent: nobody is told there. */
  teamsWebhookUrl?: string | undefined;
  /** Where its people sign in, and what their groups may here. */
  oidc?: OidcConfig | undefined;
  smtpUrl: string;
  mailFrom: string;
  /** Undefined: Lever's real limits. */
  rateLimit?: { perSecond: number; burst: number } | undefined;
}

/** The company, running on loopback. */
export interface RunningCompany extends CompanyPlace {
  clock: Clock;
  /** Has the company's Lever send an event to an address, signed with the token. */
  registerWebhook(event: string, url: string, signatureToken: string): Promise<void>;
  /** Has the company's Slack send the commands that its people type to an address. */
  registerSlackCommand(url: string): Promise<void>;
  /** The same of what they press and fill in there. */
  registerSlackInteraction(url: string): Promise<void>;
  controls: SandboxControls;
  close(): Promise<void>;
}

export interface CompanyOptions {
  seed?: number;
  startsAt?: Temporal.Instant;
  /** How many candidacies. Default 60. */
  candidates?: number;
  /** Stands still until it is moved: for tests. */
  clock?: "running" | "frozen";
  port?: number;
  /** Whether a part of its people has its calendars at Microsoft. Default: all are at Google. */
  microsoft?: boolean;
  /** No limits: for tests and benchmarks. */
  isUnlimited?: boolean;
}

const MAIL_FROM = "interviews@convene.test";
/** Fast enough never to be felt. */
const UNLIMITED = { perSecond: 10_000, burst: 10_000 };

/** The company with its world. Loaded only when it is used: an installation with real accounts never sees it. */
export const startSandboxCompany = async (
  options: CompanyOptions = {},
): Promise<RunningCompany> => {
  const { startCompany } = await import("../sandbox/company.ts");
  const { isUnlimited, ...rest } = options;
  const company = await startCompany({ ...rest, ...(isUnlimited && { rateLimit: "off" }) });
  const place: CompanyPlace = {
    url: company.url,
    name: company.world.company.name,
    zone: company.world.company.zone,
    leverUrl: company.leverUrl,
    leverApiKey: company.leverApiKey,
    googleUrl: company.googleUrl,
    googleServiceAccount: company.googleServiceAccount,
    microsoft: options.microsoft
      ? {
          graphUrl: company.microsoftGraphUrl,
          loginUrl: company.microsoftLoginUrl,
          application: company.microsoftApplication,
        }
      : undefined,
    zoom: { apiUrl: company.zoomApiUrl, loginUrl: company.zoomLoginUrl, app: company.zoomApp },
    slack: {
      apiUrl: company.slackUrl,
      botToken: company.slack.botToken,
      signingSecret: company.slack.signingSecret,
      recruiterEmail: company.slack.workspace.recruiterEmail,
    },
    teamsWebhookUrl: company.teamsWebhookUrl,
    oidc: {
      issuer: company.oidc.issuer,
      groupsClaim: "groups",
      groups: groupsOf(company.directoryGroups),
      signIn: {
        clientId: company.oidc.application.clientId,
        clientSecret: new Secret(company.oidc.application.clientSecret),
        scopes: "openid profile email",
        groupsHoldDays: GROUPS_HOLD_DAYS,
      },
    },
    smtpUrl: company.smtpUrl,
    mailFrom: MAIL_FROM,
    rateLimit: isUnlimited ? UNLIMITED : undefined,
  };
  const close = async (): Promise<void> => await company.close();
  return { ...place, ...meetCompany(place), clock: company.clock, close };
};

interface DirectoryGroups {
  admins: string;
  recruiters: string;
  interviewers: string;
  auditors: string;
  leads: { team: string; group: string }[];
}

/** What the groups of its directory may here: those who lead a team see its candidates. */
const groupsOf = (groups: DirectoryGroups): Record<string, GroupAccess> => ({
  [groups.admins]: { role: "admin", teams: null },
  [groups.recruiters]: { role: "recruiter", teams: null },
  [groups.interviewers]: { role: "interviewer", teams: null },
  [groups.auditors]: { role: "auditor", teams: null },
  ...Object.fromEntries(
    groups.leads.map(({ team, group }) => [
      group,
      { role: "hiring_manager" as const, teams: [team] },
    ]),
  ),
});

/** What one does with a company that runs already, here or in another process. */
export const meetCompany = ({
  url: base,
}: Pick<CompanyPlace, "url">): Pick<
  RunningCompany,
  "registerWebhook" | "registerSlackCommand" | "registerSlackInteraction" | "controls"
> => ({
  registerWebhook: async (event, url, signatureToken) => {
    await control(base, {
      method: "POST",
      path: "/control/webhooks",
      body: { event, url, signatureToken },
    });
  },
  registerSlackCommand: async (commandUrl) => {
    await control(base, { method: "POST", path: "/control/slack", body: { commandUrl } });
  },
  registerSlackInteraction: async (interactivityUrl) => {
    await control(base, { method: "POST", path: "/control/slack", body: { interactivityUrl } });
  },
  controls: createControls(base),
});

const Opportunities = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      postingTitle: z.string(),
      stageId: z.string(),
      stageName: z.string(),
    }),
  ),
});
const Stages = z.object({ items: z.array(z.object({ id: z.string(), text: z.string() })) });

const createControls = (url: string): SandboxControls => ({
  listOpportunities: async (stageId) => {
    const query = stageId === undefined ? "" : `?stage=${encodeURIComponent(stageId)}`;
    return Opportunities.parse(
      await control(url, { method: "GET", path: `/control/opportunities${query}` }),
    ).items;
  },
  listStages: async () =>
    Stages.parse(await control(url, { method: "GET", path: "/control/stages" })).items,
  moveStage: async (opportunityId, stageId) => {
    await control(url, {
      method: "POST",
      path: `/control/opportunities/${encodeURIComponent(opportunityId)}/stage`,
      body: {
        stageId,
      },
    });
  },
  advance: async (minutes) => {
    await control(url, {
      method: "POST",
      path: "/control/clock",
      body: { advanceMinutes: minutes },
    });
  },
});

interface ControlCall {
  method: "GET" | "POST";
  path: string;
  body?: unknown;
}

const control = async (base: string, { method, path, body }: ControlCall): Promise<unknown> => {
  const response = await fetch(`${base}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  if (response.ok) return (await response.json()) as unknown;
  throw new AppError({
    code: response.status === 404 ? "not_found" : "input_invalid",
    fault: "caller",
    message: `The sandbox company answered ${response.status} to ${method} ${path.split("?")[0] ?? ""}.`,
  });
};
