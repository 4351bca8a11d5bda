import type { Event } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CompanyMicrosoft, openCompanyMicrosoft } from "../../support/company-microsoft.ts";
import { openGraphSchemas } from "../../support/microsoft-schemas.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const faultsOf = openGraphSchemas();

let company: CompanyMicrosoft;
let organizer: string;
let guest: string;

beforeAll(async () => {
  company = await openCompanyMicrosoft(now);
  [organizer = "", guest = ""] = company.people.map(({ email }) => email);
});
afterAll(async () => await company[Symbol.asyncDispose]());

const event = (fields: Event = {}): Event => ({
  subject: "Interview",
  body: { contentType: "text", content: "Agenda" },
  start: { dateTime: "2026-11-24T15:00:00", timeZone: "Europe/Lisbon" },
  end: { dateTime: "2026-11-24T15:45:00", timeZone: "GMT Standard Time" },
  attendees: [{ type: "required", emailAddress: { address: guest, name: "A guest" } }],
  ...fields,
});

const List = z.object({ value: z.array(z.unknown()) });
const Made = z.object({ id: z.string(), "@odata.etag": z.string() });

describe("the token endpoint", () => {
  it("gives a bearer token to the application", async () => {
    const { status, body } = await company.exchange();
    expect(status).toBe(200);
    const Token = z.strictObject({
      token_type: z.literal("Bearer"),
      expires_in: z.literal(3599),
      ext_expires_in: z.literal(3599),
      access_token: z.string().min(20),
    });
    expect(Token.safeParse(body).success).toBe(true);
  });

  it.each([
    ["another grant", { grant_type: "password" }, 400, "unsupported_grant_type"],
    ["another application", { client_id: "someone" }, 400, "unauthorized_client"],
    ["a wrong secret", { client_secret: "wrong" }, 401, "invalid_client"],
    ["a scope of its own", { scope: "Calendars.Read" }, 400, "invalid_scope"],
  ])("refuses %s", async (_name, form, status, error) => {
    const answer = await company.exchange(form);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      error,
      error_description: expect.stringMatching(/^AADSTS\d+: /),
      error_codes: [expect.any(Number)],
    });
  });

  it("knows one tenant", async () => {
    const answer = await company.exchange({}, "11111111-1111-4111-8111-111111111111");
    expect(answer).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  });

  it("gives tokens that end", async () => {
    const path = `/users/${organizer}/mailboxSettings`;
    expect((await company.ask("GET", path)).status).toBe(200);
    company.clock.advance({ minutes: 61 });
    const late = await company.ask("GET", path);
    company.clock.set(now);
    expect(late).toMatchObject({
      status: 401,
      body: { error: { code: "InvalidAuthenticationToken" } },
    });
  });
});

describe("answers hold to the types that Microsoft publishes", () => {
  it("the check itself finds a key that Graph does not have, a wrong type and a wrong word", () => {
    expect(
      faultsOf("Event", {
        "@odata.etag": "x",
        colour: "red",
        isAllDay: "no",
        showAs: "asleep",
        start: { dateTime: 1 },
        subject: null,
      }),
    ).toEqual([
      "Event.colour: unknown",
      "Event.isAllDay: not boolean",
      "Event.showAs: not FreeBusyStatus",
      "Event.start.dateTime: not string",
    ]);
  });

  it("an event made, read, changed, listed and viewed", async () => {
    const path = `/users/${organizer}/events`;
    const made = await company.ask("POST", path, {
      body: event({
        isOnlineMeeting: true,
        onlineMeetingProvider: "teamsForBusiness",
        transactionId: "11111111-1111-5111-8111-111111111111",
      }),
    });
    expect(made.status).toBe(201);
    expect(faultsOf("Event", made.body)).toEqual([]);
    const { id } = Made.parse(made.body);
    const read = await company.ask("GET", `${path}/${id}`);
    expect(read.status).toBe(200);
    expect(faultsOf("Event", read.body)).toEqual([]);
    const changed = await company.ask("PATCH", `${path}/${id}`, { body: { subject: "Another" } });
    expect(changed.status).toBe(200);
    expect(faultsOf("Event", changed.body)).toEqual([]);
    const window = "startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-05T00:00:00Z";
    for (const list of [`${path}?$top=50`, `/users/${guest}/calendarView?${window}&$top=999`]) {
      const { value } = List.parse((await company.ask("GET", list)).body);
      expect(value.length).toBeGreaterThan(5);
      expect(value.flatMap((one) => faultsOf("Event", one))).toEqual([]);
    }
    expect((await company.ask("DELETE", `${path}/${id}`)).status).toBe(204);
  });

  it("schedules, settings and subscriptions", async () => {
    const schedules = await company.ask("POST", `/users/${organizer}/calendar/getSchedule`, {
      body: {
        schedules: [organizer, guest, "nobody@elsewhere.test"],
        startTime: { dateTime: "2026-11-23T00:00:00", timeZone: "UTC" },
        endTime: { dateTime: "2026-11-28T00:00:00", timeZone: "UTC" },
      },
    });
    const { value } = List.parse(schedules.body);
    expect(value).toHaveLength(3);
    expect(value.flatMap((one) => faultsOf("ScheduleInformation", one))).toEqual([]);
    const settings = await company.ask("GET", `/users/${organizer}/mailboxSettings`);
    expect(faultsOf("MailboxSettings", settings.body)).toEqual([]);
    const { value: none } = List.parse((await company.ask("GET", "/subscriptions")).body);
    expect(none).toEqual([]);
  });

  it("an error has a code, a message and the request's ids", async () => {
    const { status, body } = await company.ask("GET", `/users/${organizer}/events/none`);
    expect(status).toBe(404);
    expect(body).toEqual({
      error: {
        code: "ErrorItemNotFound",
        message: expect.any(String),
        innerError: {
          "request-id": expect.any(String),
          "client-request-id": expect.any(String),
        },
      },
    });
  });
});
