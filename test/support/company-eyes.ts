/** Looks at the company with other eyes than the product's: bare requests to its Lever, Google, mailbox and journal. What
 * the product says of itself is compared with this. */
import { SignJWT, importPKCS8 } from "jose";
import { z } from "zod";
import type { RunningCompany } from "../../src/sandbox-company.ts";

const JournalEntry = z.object({
  seq: z.int(),
  at: z.string(),
  service: z.string(),
  kind: z.string(),
  ids: z.record(z.string(), z.string()),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

const Mail = z.object({
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  messageId: z.string(),
  listUnsubscribe: z.string().nullable(),
  listUnsubscribePost: z.string().nullable(),
  calendar: z.string().nullable(),
});
export type Mail = z.infer<typeof Mail>;

const Interview = z.object({
  date: z.number(),
  duration: z.number(),
  location: z.string().nullable(),
  interviewers: z.array(z.object({ id: z.string() })),
});
const Panel = z.object({
  id: z.string(),
  externallyManaged: z.boolean(),
  externalUrl: z
    .string()
    .nullable()
    .transform((url) => url ?? ""),
  timezone: z.string(),
  feedbackReminder: z.string(),
  interviews: z.array(Interview),
});
export type Panel = z.infer<typeof Panel>;

const Note = z.object({ id: z.string(), fields: z.array(z.object({ value: z.string() })) });

const GoogleEvent = z.object({
  id: z.string(),
  status: z.string(),
  summary: z.string().optional(),
  description: z.string().optional(),
  start: z.object({ dateTime: z.string().optional() }),
  end: z.object({ dateTime: z.string().optional() }),
  attendees: z
    .array(z.object({ email: z.string(), responseStatus: z.string().optional() }))
    .optional(),
  hangoutLink: z.string().optional(),
});
export type GoogleEvent = z.infer<typeof GoogleEvent>;

const LeverRecord = z.object({
  stage: z.string(),
  emails: z.array(z.string()),
  archived: z.object({ reason: z.string() }).nullable(),
  dataProtection: z.object({ contact: z.object({ allowed: z.boolean() }) }),
});
export type LeverRecord = z.infer<typeof LeverRecord>;

export interface CompanyEyes {
  /** Every change that the company was asked to make, in order. */
  journal(): Promise<JournalEntry[]>;
  mails(): Promise<Mail[]>;
  mailsTo(email: string): Promise<Mail[]>;
  /** Null when Lever no longer has it. */
  opportunity(id: string): Promise<LeverRecord | null>;
  panels(opportunityId: string): Promise<Panel[]>;
  notes(opportunityId: string): Promise<string[]>;
  event(owner: string, id: string): Promise<GoogleEvent>;
  /** Null when there never was one. */
  findEvent(owner: string, id: string): Promise<GoogleEvent | null>;
  /** Puts something else on somebody's calendar. */
  keepBusy(
    email: string,
    span: { startsAt: string; endsAt: string; inRoom?: string },
  ): Promise<string>;
  leverCalls(): Promise<number>;
  control(method: "GET" | "POST", path: string, body?: unknown): Promise<unknown>;
}

/** Eyes on a running company. */
export const openCompanyEyes = (company: RunningCompany): CompanyEyes => {
  const control: CompanyEyes["control"] = async (method, path, body) =>
    await askJson(`${company.url}/control${path}`, { method, body });
  const authorization = `Basic ${Buffer.from(`${company.leverApiKey}:`).toString("base64")}`;
  const lever = async (path: string): Promise<unknown> =>
    await askJson(`${company.leverUrl}${path}`, { authorization });
  const mails = async (): Promise<Mail[]> => page(Mail).parse(await control("GET", "/mail")).items;
  return {
    control,
    journal: async () => page(JournalEntry).parse(await control("GET", "/journal")).items,
    mails,
    mailsTo: async (email) => (await mails()).filter((mail) => mail.to.includes(email)),
    opportunity: async (id) => {
      const found = await findJson(`${company.leverUrl}/opportunities/${id}`, { authorization });
      return found === null ? null : z.object({ data: LeverRecord }).parse(found).data;
    },
    panels: async (opportunityId) =>
      z
        .object({ data: z.array(Panel) })
        .parse(await lever(`/opportunities/${opportunityId}/panels`)).data,
    notes: async (opportunityId) =>
      z
        .object({ data: z.array(Note) })
        .parse(await lever(`/opportunities/${opportunityId}/notes`))
        .data.flatMap((note) => note.fields.map((field) => field.value)),
    leverCalls: async () =>
      z.object({ calls: z.int() }).parse(await control("GET", "/lever")).calls,
    ...googleEyes(company),
  };
};

const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

const googleEyes = (
  company: RunningCompany,
): Pick<CompanyEyes, "event" | "findEvent" | "keepBusy"> => {
  const eventsOf = (email: string) =>
    `${company.googleUrl}/calendar/v3/calendars/${encodeURIComponent(email)}/events`;
  return {
    event: async (owner, id) =>
      GoogleEvent.parse(
        await askJson(`${eventsOf(owner)}/${id}`, { authorization: await bearer(company, owner) }),
      ),
    findEvent: async (owner, id) => {
      const authorization = await bearer(company, owner);
      const found = await findJson(`${eventsOf(owner)}/${id}`, { authorization });
      return found === null ? null : GoogleEvent.parse(found);
    },
    keepBusy: async (email, { startsAt, endsAt, inRoom }) => {
      const made = await askJson(eventsOf(email), {
        method: "POST",
        authorization: await bearer(company, email),
        body: {
          summary: "Something more urgent",
          start: { dateTime: startsAt },
          end: { dateTime: endsAt },
          ...(inRoom !== undefined && { attendees: [{ email: inRoom, resource: true }] }),
        },
      });
      return z.object({ id: z.string() }).parse(made).id;
    },
  };
};

const bearer = async (company: RunningCompany, subject: string): Promise<string> => {
  const account = company.googleServiceAccount;
  const now = Math.floor(company.clock.now().epochMilliseconds / 1000);
  const assertion = await new SignJWT({ scope: "https://www.googleapis.com/auth/calendar" })
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(account.client_email)
    .setSubject(subject)
    .setAudience(account.token_uri)
    .setIssuedAt(now)
    .setExpirationTime(now + 600)
    .sign(await importPKCS8(account.private_key, "RS256"));
  const response = await fetch(account.token_uri, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion,
    }),
  });
  const { access_token: token } = z
    .object({ access_token: z.string() })
    .parse(await response.json());
  return `Bearer ${token}`;
};

interface Ask {
  method?: string;
  body?: unknown;
  authorization?: string;
}

const askJson = async (url: string, ask: Ask): Promise<unknown> => {
  const found = await findJson(url, ask);
  if (found !== null) return found;
  throw new Error(`the company answered 404 to ${ask.method ?? "GET"} ${url}`);
};

/** Null: 404. */
const findJson = async (url: string, ask: Ask): Promise<unknown> => {
  const response = await fetch(url, {
    method: ask.method ?? "GET",
    headers: {
      ...(ask.authorization !== undefined && { authorization: ask.authorization }),
      ...(ask.body !== undefined && { "content-type": "application/json" }),
    },
    ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
  });
  if (response.ok) return (await response.json()) as unknown;
  if (response.status === 404) return null;
  throw new Error(`the company answered ${response.status} to ${ask.method ?? "GET"} ${url}`);
};
