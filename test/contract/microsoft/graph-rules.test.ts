import type { Event } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CompanyMicrosoft, openCompanyMicrosoft } from "../../support/company-microsoft.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const PROPERTY = "String {7f0a53c2-9d4e-4b1a-8f37-2c6de81b90a5} Name mark";

let company: CompanyMicrosoft;
let organizer: string;
let guest: string;
let other: string;

beforeAll(async () => {
  company = await openCompanyMicrosoft(now);
  [organizer = "", guest = "", other = ""] = company.people.map(({ email }) => email);
});
afterAll(async () => await company[Symbol.asyncDispose]());
beforeEach(() => company.microsoft.denied.clear());

const event = (fields: Event = {}): Event => ({
  subject: "Interview",
  start: { dateTime: "2026-11-24T15:00:00", timeZone: "UTC" },
  end: { dateTime: "2026-11-24T15:45:00", timeZone: "UTC" },
  attendees: [{ emailAddress: { address: guest, name: "A guest" } }],
  ...fields,
});

const Item = z.looseObject({ id: z.string(), "@odata.etag": z.string() });
const Page = z.object({
  value: z.array(z.looseObject({ id: z.string() })),
  "@odata.nextLink": z.string().optional(),
  "@odata.deltaLink": z.string().optional(),
});
const VIEW = "startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-05T00:00:00Z";

const make = async (fields: Event = {}, headers: Record<string, string> = {}) => {
  const body = event(fields);
  const answer = await company.ask("POST", `/users/${organizer}/events`, { body, headers });
  expect(answer.status).toBe(201);
  return Item.parse(answer.body);
};

const viewedBy = async (email: string, id?: (one: z.infer<typeof Item>) => boolean) => {
  const path = `/users/${email}/calendarView?${VIEW}&$top=999`;
  const { value } = z.object({ value: z.array(Item) }).parse((await company.ask("GET", path)).body);
  return value.filter(id ?? (() => true));
};

describe("a transaction id", () => {
  it("gives the same event again, and refuses to be another event", async () => {
    const transactionId = "22222222-2222-5222-8222-222222222222";
    const first = await make({ transactionId });
    const second = await make({ transactionId });
    expect(second.id).toBe(first.id);
    const journal = company.journal.list({ kind: "event.inserted" });
    expect(journal.filter(({ ids }) => ids["transactionId"] === transactionId)).toHaveLength(1);
    const another = await company.ask("POST", `/users/${organizer}/events`, {
      body: event({ transactionId, subject: "Something else" }),
    });
    expect(another).toMatchObject({
      status: 409,
      body: { error: { code: "ErrorDuplicateTransactionId" } },
    });
  });
});

describe("an etag", () => {
  it("keeps a change and a deletion back when the event is another one by now", async () => {
    const made = await make();
    const path = `/users/${organizer}/events/${made.id}`;
    const read = Item.parse((await company.ask("GET", path)).body);
    const headers = { "if-match": read["@odata.etag"] };
    const changed = await company.ask("PATCH", path, { body: { subject: "Moved" }, headers });
    expect(changed.status).toBe(200);
    const late = await company.ask("PATCH", path, { body: { subject: "Late" }, headers });
    expect(late).toMatchObject({ status: 412, body: { error: { code: expect.any(String) } } });
    expect((await company.ask("DELETE", path, { headers })).status).toBe(412);
    expect((await company.ask("DELETE", path)).status).toBe(204);
    expect((await company.ask("DELETE", path)).status).toBe(404);
  });
});

describe("invitations", () => {
  const subject = "To be answered";
  const isIt = (one: z.infer<typeof Item>) => one["subject"] === subject;

  it("are tentative until they are answered, and gone when they are declined", async () => {
    const made = await make({ subject });
    const [copy] = await viewedBy(guest, isIt);
    expect(copy).toMatchObject({
      showAs: "tentative",
      isOrganizer: false,
      responseStatus: { response: "notResponded" },
    });
    expect(copy?.id).not.toBe(made.id);
    const path = `/users/${guest}/events/${copy?.id}`;
    expect((await company.ask("POST", `${path}/accept`, { body: {} })).status).toBe(202);
    expect((await viewedBy(guest, isIt))[0]).toMatchObject({ showAs: "busy" });
    const own = await company.ask("GET", `/users/${organizer}/events/${made.id}`);
    expect(own.body).toMatchObject({ attendees: [{ status: { response: "accepted" } }] });
    expect((await company.ask("POST", `${path}/decline`, { body: {} })).status).toBe(202);
    expect(await viewedBy(guest, isIt)).toEqual([]);
  });

  it("are changed by their organiser alone, and stay as cancelled ones when it deletes them", async () => {
    const mine = "Only mine to change";
    const made = await make({ subject: mine });
    const [copy] = await viewedBy(guest, (one) => one["subject"] === mine);
    const path = `/users/${guest}/events/${copy?.id}`;
    expect((await company.ask("PATCH", path, { body: { subject: "x" } })).status).toBe(403);
    await company.ask("DELETE", `/users/${organizer}/events/${made.id}`);
    expect((await company.ask("GET", path)).body).toMatchObject({
      isCancelled: true,
      showAs: "free",
      subject: `Canceled: ${mine}`,
    });
  });
});

describe("extended properties", () => {
  it("come when they are asked for, find their event, and are the organiser's alone", async () => {
    const made = await make({
      subject: "Marked",
      singleValueExtendedProperties: [{ id: PROPERTY, value: "mark-1" }],
    });
    expect(made["singleValueExtendedProperties"]).toBeUndefined();
    const marked = {
      "@odata.etag": expect.any(String),
      id: made.id,
      singleValueExtendedProperties: [{ id: PROPERTY, value: "mark-1" }],
    };
    const query = (value: string) =>
      new URLSearchParams({
        $filter: `singleValueExtendedProperties/Any(ep: ep/id eq '${PROPERTY}' and ep/value ${value})`,
        $expand: `singleValueExtendedProperties($filter=id eq '${PROPERTY}')`,
        $select: "id",
      }).toString();
    for (const [email, value, expected] of [
      [organizer, "eq 'mark-1'", [marked]],
      [organizer, "ne null", [marked]],
      [organizer, "eq 'mark-2'", []],
      [guest, "eq 'mark-1'", []],
    ] as const) {
      const answer = await company.ask("GET", `/users/${email}/events?${query(value)}`);
      const { value: found } = Page.parse(answer.body);
      expect(found).toEqual(expected);
    }
  });

  it("another filter is refused", async () => {
    const query = new URLSearchParams({ $filter: "transactionId eq 'x'" }).toString();
    const answer = await company.ask("GET", `/users/${organizer}/events?${query}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: "ErrorInvalidUrlQueryFilter" } },
    });
  });
});

describe("preferences", () => {
  it("give times in the zone that is asked for, by either kind of name", async () => {
    const made = await make();
    const path = `/users/${organizer}/events/${made.id}`;
    const at = async (zone: string) =>
      (await company.ask("GET", path, { headers: { prefer: `outlook.timezone="${zone}"` } })).body;
    expect(await at("Tokyo Standard Time")).toMatchObject({
      start: { dateTime: "2026-11-25T00:00:00.0000000", timeZone: "Tokyo Standard Time" },
    });
    expect(await at("America/New_York")).toMatchObject({
      start: { dateTime: "2026-11-24T10:00:00.0000000", timeZone: "America/New_York" },
    });
    expect(await at("Middle Earth")).toMatchObject({
      error: { code: "TimeZoneNotSupportedException" },
    });
  });

  it("give ids that stay, and texts as text", async () => {
    const prefer = 'IdType="ImmutableId", outlook.body-content-type="text"';
    const made = await make(
      { body: { contentType: "text", content: "One\nTwo" }, isOnlineMeeting: true },
      { prefer },
    );
    const path = `/users/${organizer}/events/${made.id}`;
    const usual = Item.parse((await company.ask("GET", path)).body);
    expect(usual.id).not.toBe(made.id);
    expect(usual["body"]).toMatchObject({ contentType: "html" });
    expect(made["body"]).toMatchObject({
      contentType: "text",
      content: expect.stringMatching(/^One\r\nTwo\r\n_{80}\r\nMicrosoft Teams meeting/),
    });
    expect(made["onlineMeeting"]).toEqual({
      joinUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.test\/l\/meetup-join\//),
    });
  });
});

describe("lists", () => {
  it("come page by page, each event once", async () => {
    const all = await viewedBy(other);
    const ids: string[] = [];
    let link: string | undefined = `/users/${other}/calendarView?${VIEW}&$top=7&$select=subject`;
    while (link !== undefined) {
      const page: z.infer<typeof Page> = Page.parse((await company.ask("GET", link)).body);
      expect(page.value.length).toBeLessThanOrEqual(7);
      ids.push(...page.value.map(({ id }) => id));
      link = page["@odata.nextLink"];
    }
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(14);
  });

  it("a view needs its window", async () => {
    expect((await company.ask("GET", `/users/${other}/calendarView`)).status).toBe(400);
  });
});

describe("getSchedule", () => {
  const ask = async (schedules: string[], endTime = "2026-11-24T09:00:00") =>
    await company.ask("POST", `/users/${organizer}/calendar/getSchedule`, {
      body: {
        schedules,
        startTime: { dateTime: "2026-11-23T00:00:00", timeZone: "UTC" },
        endTime: { dateTime: endTime, timeZone: "UTC" },
        availabilityViewInterval: 60,
      },
    });

  it("tells items, hours, and a view of one digit an interval; and errors one by one", async () => {
    company.microsoft.ianaZones.add(guest);
    const { body } = await ask([organizer, guest, "nobody@elsewhere.test"]);
    const { value } = z.object({ value: z.array(z.record(z.string(), z.unknown())) }).parse(body);
    expect(value[0]).toMatchObject({
      scheduleId: organizer,
      availabilityView: expect.stringMatching(/^[0-3]{33}$/),
      workingHours: { timeZone: { name: expect.stringMatching(/ Standard Time$/) } },
    });
    expect(value[1]).toMatchObject({
      workingHours: { timeZone: { name: expect.stringMatching(/^[A-Z]\w+\/\w+$/) } },
    });
    expect(value[2]).toMatchObject({
      scheduleId: "nobody@elsewhere.test",
      error: { responseCode: "ErrorMailRecipientNotFound" },
    });
    company.microsoft.ianaZones.clear();
  });

  it("takes twenty at a time, and two months", async () => {
    const many = Array.from({ length: 21 }, () => guest);
    expect((await ask(many.slice(1))).status).toBe(200);
    expect((await ask(many)).status).toBe(400);
    expect((await ask([guest], "2027-02-01T00:00:00")).status).toBe(400);
  });
});

describe("who may", () => {
  it("a mailbox elsewhere is unknown; one outside the access policy is denied", async () => {
    const elsewhere = company.world.people.find(
      ({ mailbox, calendar }) => mailbox === undefined && calendar === "ok",
    );
    const unknown = await company.ask("GET", `/users/${elsewhere?.email}/events`);
    expect(unknown).toMatchObject({ status: 404, body: { error: { code: "ErrorInvalidUser" } } });
    company.microsoft.denied.add(guest);
    const denied = await company.ask("GET", `/users/${guest}/events`);
    expect(denied).toMatchObject({ status: 403, body: { error: { code: "ErrorAccessDenied" } } });
    const forged = await company.ask("GET", `/users/${guest}/events`, { token: "forged" });
    expect(forged.status).toBe(401);
  });

  it("too many requests to a mailbox are told to wait", async () => {
    company.microsoft.throttle.set(1);
    const path = `/users/${guest}/mailboxSettings`;
    expect((await company.ask("GET", path)).status).toBe(200);
    const second = await company.ask("GET", path);
    company.microsoft.throttle.set(null);
    expect(second.status).toBe(429);
    expect(second.headers.get("retry-after")).toBe("10");
  });
});

describe("$batch", () => {
  const Responses = z.object({
    responses: z.array(z.looseObject({ id: z.string(), status: z.number() })),
  });
  const settings = (id: string, email: string) => ({
    id,
    method: "GET",
    url: `/users/${email}/mailboxSettings`,
  });

  it("answers each request for itself, and none whose condition failed", async () => {
    const requests = [
      settings("a", guest),
      settings("b", "nobody@elsewhere.test"),
      { ...settings("c", guest), dependsOn: ["b"] },
      {
        id: "d",
        method: "POST",
        url: `/users/${organizer}/events`,
        headers: { "content-type": "application/json" },
        body: event(),
      },
    ];
    const { body } = await company.ask("POST", "/$batch", { body: { requests } });
    const { responses } = Responses.parse(body);
    expect(responses.map(({ id, status }) => [id, status])).toEqual([
      ["a", 200],
      ["b", 404],
      ["c", 424],
      ["d", 201],
    ]);
    expect(responses[0]).toMatchObject({ body: { timeZone: expect.any(String) } });
  });

  it("takes twenty", async () => {
    const requests = Array.from({ length: 21 }, (_, index) => settings(String(index), guest));
    expect((await company.ask("POST", "/$batch", { body: { requests } })).status).toBe(400);
    const twenty = { requests: requests.slice(1) };
    expect((await company.ask("POST", "/$batch", { body: twenty })).status).toBe(200);
  });
});
