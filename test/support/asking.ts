/** Proposals that wait in the books, and the company's Slack, Teams and mail in which whoever is asked is told: without runs, so that time
 * moves as a test wants it. */
import pino from "pino";
import { type Company, startCompany } from "../../sandbox/company.ts";
import { createNoCalendar } from "../../src/calendar/no-calendar.ts";
import type { CalendarReader } from "../../src/calendar/port.ts";
import { createReach } from "../../src/cases/reach.ts";
import { createManualClock } from "../../src/clock.ts";
import type { Database } from "../../src/db/port.ts";
import type { PolicyRule } from "../../src/domain/policy.ts";
import { createApprovals } from "../../src/effects/approvals/approvals.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { createLinks } from "../../src/links/links.ts";
import { createChooseChannel } from "../../src/messaging/choose-channel.ts";
import { createMailer } from "../../src/messaging/mailer.ts";
import { createSlack } from "../../src/messaging/slack.ts";
import { createTeams } from "../../src/messaging/teams.ts";
import { changePolicy, readPolicy, setPaused } from "../../src/policy/store.ts";
import { parseKeyring } from "../../src/privacy/keyring.ts";
import { openLeverClient } from "./lever-client.ts";
import { openDesk } from "./waiting-proposal.ts";

interface AskingOptions {
  slack?: boolean;
  teams?: boolean;
  /** Absent: no calendar is connected. */
  calendar?: Pick<CalendarReader, "readBusy">;
}

/** `clock` begins with the booking of the tests a week ahead. */
export const openAsking = async (database: Database, options: AskingOptions = {}) => {
  await using undo = new AsyncDisposableStack();
  const company: Company = await startCompany({ rateLimit: "off" });
  undo.defer(async () => await company.close());
  const clock = createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z"));
  const desk = undo.use(await openDesk(database, clock));
  const keyring = parseKeyring(`k1:${Buffer.alloc(32, 7).toString("base64")}`);
  const { reader: lever } = openLeverClient(company.leverUrl, {
    auth: { apiKey: company.leverApiKey },
  });
  const slack =
    options.slack === true
      ? createSlack({ botToken: company.slack.botToken, apiUrl: company.slackUrl, clock })
      : null;
  const teams =
    options.teams === true ? createTeams({ webhookUrl: company.teamsWebhookUrl }) : null;
  const from = { email: "interviews@example.com", name: "Example Works" };
  const deps = {
    ...desk.deps,
    chat: { slack, teams },
    calendar: { finder: options.calendar ?? createNoCalendar(clock).reader },
    chooseChannel: createChooseChannel({ slack: slack?.reader ?? null, hasTeams: teams !== null }),
    mailer: createMailer({ smtpUrl: company.smtpUrl, from }),
    messageIdDomain: "convene.test",
    links: createLinks({ keyring, clock }),
    publicUrl: "http://convene.test",
    companyName: "Example Works",
    zone: "Europe/Lisbon",
    log: pino({ level: "silent" }),
    lever,
    reach: createReach({ database, lever }),
    command: null,
    isOn: true,
  };
  const approvals = createApprovals(deps);
  const signIn = async (
    email: string,
    role: "admin" | "recruiter" | "interviewer" = "recruiter",
  ) => {
    const validFor = Temporal.Duration.from({ hours: 900 });
    return await createToken({ name: email, role, kind: "token", validFor }, deps);
  };
  const askOf = async (answer: PolicyRule["answer"]): Promise<void> => {
    const { policy, version } = await readPolicy(database);
    const rules = answer ? [{ answer }] : [];
    const change = { policy: { ...policy, rules }, basedOn: version, by: "admin" };
    await changePolicy(database, clock, { ...change, correlationId: "co_policy" });
  };
  const pause = async (paused: boolean): Promise<void> =>
    await database.transaction(
      async (tx) => await setPaused(tx, clock, { paused, by: "admin", correlationId: "co_pause" }),
    );
  const close = undo.move();
  return {
    company,
    clock,
    desk,
    deps,
    approvals,
    signIn,
    askOf,
    pause,
    people: company.slack.workspace.members.map(({ email }) => email),
    [Symbol.asyncDispose]: async () => await close.disposeAsync(),
  };
};
