import type { calendar_v3 } from "@googleapis/calendar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type CompanyGoogle, openCompanyGoogle } from "../../support/company-google.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");

let company: CompanyGoogle;
let organizer: string;
let guest: string;
let other: string;

beforeAll(async () => {
  company = await openCompanyGoogle(now);
  [organizer = "", guest = "", other = ""] = company.people.map(({ email }) => email);
});
afterAll(async () => await company[Symbol.asyncDispose]());

const ErrorBody = z.strictObject({
  error: z.strictObject({
    code: z.number(),
    message: z.string(),
    errors: z.array(
      z.strictObject({ domain: z.string(), reason: z.string(), message: z.string() }),
    ),
  }),
});

/** Status and reason of an error in Google's shape. */
const reasonOf = (answer: { status: number; data: unknown }): [number, string | undefined] => {
  const { error } = ErrorBody.parse(answer.data);
  return [error.code === answer.status ? error.code : 0, error.errors[0]?.reason];
};

const event = (id: string, fields: calendar_v3.Schema$Event = {}): calendar_v3.Schema$Event => ({
  id,
  summary: "Interview",
  start: { dateTime: "2026-11-24T15:00:00Z", timeZone: "Europe/Lisbon" },
  end: { dateTime: "2026-11-24T15:45:00Z", timeZone: "Europe/Lisbon" },
  attendees: [{ email: guest }],
  ...fields,
});

const calendarId = "primary";

describe("who may", () => {
  it("nobody without a token, and no token without its scope", async () => {
    const { api, options } = await company.clientOf(organizer);
    const without = { ...options, headers: { authorization: "Bearer made-up" } };
    expect(reasonOf(await api.events.list({ calendarId }, without))).toEqual([401, "authError"]);
    const readOnly = await company.clientOf(
      organizer,
      "https://www.googleapis.com/auth/calendar.readonly",
    );
    expect((await readOnly.api.events.list({ calendarId }, readOnly.options)).status).toBe(200);
    const inserted = await readOnly.api.events.insert(
      { calendarId, requestBody: event("noscope1") },
      readOnly.options,
    );
    expect(reasonOf(inserted)).toEqual([403, "insufficientPermissions"]);
  });

  it("nobody reads a colleague's events", async () => {
    const { api, options } = await company.clientOf(organizer);
    const answer = await api.events.list({ calendarId: guest }, options);
    expect(reasonOf(answer)).toEqual([404, "notFound"]);
  });

  it("a person without Calendar reads nothing", async () => {
    const denied = company.world.people.find(({ calendar }) => calendar === "denied");
    const { api, options } = await company.clientOf(denied?.email ?? "");
    const answer = await api.events.list({ calendarId }, options);
    expect(reasonOf(answer)).toEqual([403, "notACalendarUser"]);
  });
});

describe("an insert", () => {
  it.each([
    ["an id with other letters", { id: "xyz-1" }, "invalid"],
    ["a short id", { id: "abc" }, "invalid"],
    ["no start", { start: {} }, "required"],
    ["an end before the start", { end: { dateTime: "2026-11-24T14:00:00Z" } }, "timeRangeEmpty"],
    [
      "a zone that does not exist",
      { start: { dateTime: "2026-11-24T15:00:00", timeZone: "Mars/Base" } },
      "invalid",
    ],
    ["a guest without an address", { attendees: [{ email: "nobody" }] }, "invalid"],
  ])("with %s is refused", async (_name, fields, reason) => {
    const { api, options } = await company.clientOf(organizer);
    const answer = await api.events.insert(
      { calendarId, requestBody: event("refused1", fields) },
      options,
    );
    expect(reasonOf(answer)).toEqual([400, reason]);
  });

  it("with a used id is refused, also when that event is cancelled", async () => {
    const { api, options } = await company.clientOf(organizer);
    const insert = async () =>
      await api.events.insert({ calendarId, requestBody: event("usedid1") }, options);
    expect((await insert()).status).toBe(200);
    expect(reasonOf(await insert())).toEqual([409, "duplicate"]);
    await api.events.delete({ calendarId, eventId: "usedid1" }, options);
    expect(reasonOf(await insert())).toEqual([409, "duplicate"]);
  });

  it("makes a room only when the client says that it knows rooms, and one room a request", async () => {
    const { api, options } = await company.clientOf(organizer);
    const requestBody = (id: string) =>
      event(id, { conferenceData: { createRequest: { requestId: "room-request" } } });
    const linkOf = async (id: string, conferenceDataVersion: number) => {
      const { data } = await api.events.insert(
        { calendarId, conferenceDataVersion, requestBody: requestBody(id) },
        options,
      );
      return data.hangoutLink;
    };
    expect(await linkOf("room0", 0)).toBeUndefined();
    const first = await linkOf("room1", 1);
    expect(first).toMatch(/^https:\/\/meet\.google\.test\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(await linkOf("room2", 1)).toBe(first);
  });

  it("of something that is not JSON is refused in Google's shape", async () => {
    const { options } = await company.clientOf(organizer);
    const response = await fetch(`${company.url}/calendar/v3/calendars/primary/events`, {
      method: "POST",
      headers: { ...options.headers, "content-type": "application/json" },
      body: "{",
    });
    const answer = { status: response.status, data: (await response.json()) as unknown };
    expect(reasonOf(answer)).toEqual([400, "parseError"]);
  });
});

describe("an invitation", () => {
  it("comes to guests unanswered, and each sees it as their own", async () => {
    const { api, options } = await company.clientOf(organizer);
    await api.events.insert({ calendarId, requestBody: event("invited1") }, options);
    const viewed = await company.clientOf(guest);
    const { data } = await viewed.api.events.get(
      { calendarId, eventId: "invited1" },
      viewed.options,
    );
    expect(data.attendees).toEqual([{ email: guest, self: true, responseStatus: "needsAction" }]);
    expect(data.organizer).toEqual({ email: organizer });
    company.google.respond("invited1", guest, "accepted");
    const answered = await api.events.get({ calendarId, eventId: "invited1" }, options);
    expect(answered.data.attendees?.[0]?.responseStatus).toBe("accepted");
    expect(answered.data.etag).not.toBe(data.etag);
  });

  it("that a guest takes off the calendar is declined for the organiser", async () => {
    const { api, options } = await company.clientOf(organizer);
    await api.events.insert({ calendarId, requestBody: event("left1") }, options);
    const left = await company.clientOf(guest);
    const gone = await left.api.events.delete({ calendarId, eventId: "left1" }, left.options);
    expect(gone.status).toBe(204);
    const { data } = await api.events.get({ calendarId, eventId: "left1" }, options);
    expect(data).toMatchObject({
      status: "confirmed",
      attendees: [{ email: guest, responseStatus: "declined" }],
    });
  });

  it("may be answered by its guest but changed by its organiser alone", async () => {
    const { api, options } = await company.clientOf(organizer);
    await api.events.insert({ calendarId, requestBody: event("changed1") }, options);
    const as = await company.clientOf(guest);
    const patch = async (requestBody: calendar_v3.Schema$Event) =>
      await as.api.events.patch({ calendarId, eventId: "changed1", requestBody }, as.options);
    expect(reasonOf(await patch({ summary: "Mine" }))).toEqual([403, "forbiddenForNonOrganizer"]);
    const answered = await patch({ attendees: [{ email: guest, responseStatus: "tentative" }] });
    expect(answered.data.attendees?.[0]?.responseStatus).toBe("tentative");
  });

  it("follows its guest list", async () => {
    const { api, options } = await company.clientOf(organizer);
    await api.events.insert({ calendarId, requestBody: event("guests1") }, options);
    const requestBody = { attendees: [{ email: other }] };
    await api.events.patch({ calendarId, eventId: "guests1", requestBody }, options);
    const statusFor = async (email: string) => {
      const as = await company.clientOf(email);
      return (await as.api.events.get({ calendarId, eventId: "guests1" }, as.options)).status;
    };
    expect([await statusFor(guest), await statusFor(other)]).toEqual([404, 200]);
  });
});

describe("a change", () => {
  it("with an etag of yesterday is refused, with the present one made", async () => {
    const { api, options } = await company.clientOf(organizer);
    const { data } = await api.events.insert({ calendarId, requestBody: event("etag1") }, options);
    const patch = async (etag: string) =>
      await api.events.patch(
        { calendarId, eventId: "etag1", requestBody: { summary: `for ${etag.length}` } },
        { ...options, headers: { ...options.headers, "if-match": etag } },
      );
    expect((await patch(data.etag ?? "")).status).toBe(200);
    expect(reasonOf(await patch(data.etag ?? ""))).toEqual([412, "conditionNotMet"]);
    const remove = await api.events.delete(
      { calendarId, eventId: "etag1" },
      { ...options, headers: { ...options.headers, "if-match": data.etag ?? "" } },
    );
    expect(reasonOf(remove)).toEqual([412, "conditionNotMet"]);
  });

  it("of an event that is gone is told so; one that never was is not found", async () => {
    const { api, options } = await company.clientOf(organizer);
    await api.events.insert({ calendarId, requestBody: event("gone1") }, options);
    const remove = async (eventId: string) =>
      await api.events.delete({ calendarId, eventId, sendUpdates: "all" }, options);
    expect((await remove("gone1")).status).toBe(204);
    expect(reasonOf(await remove("gone1"))).toEqual([410, "deleted"]);
    expect(reasonOf(await remove("never1"))).toEqual([404, "notFound"]);
    const patched = await api.events.patch(
      { calendarId, eventId: "gone1", requestBody: { summary: "x" } },
      options,
    );
    expect(reasonOf(patched)).toEqual([410, "deleted"]);
    const { data } = await api.events.get({ calendarId, eventId: "gone1" }, options);
    expect(data.status).toBe("cancelled");
  });
});

describe("a list", () => {
  const window = { timeMin: "2026-11-23T00:00:00Z", timeMax: "2026-12-21T00:00:00Z" };

  it("comes in pages that together are the whole", async () => {
    const { api, options } = await company.clientOf(other);
    const whole = await api.events.list({ calendarId, ...window, maxResults: 2500 }, options);
    const ids: (string | null | undefined)[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await api.events.list(
        { calendarId, ...window, maxResults: 7, ...(pageToken !== undefined && { pageToken }) },
        options,
      );
      expect(data.items?.length).toBeLessThanOrEqual(7);
      ids.push(...(data.items ?? []).map(({ id }) => id));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    expect(ids.length).toBeGreaterThan(7);
    expect(ids).toEqual(whole.data.items?.map(({ id }) => id));
  });

  it("holds what overlaps the window, and cancelled events only on demand", async () => {
    const { api, options } = await company.clientOf(organizer);
    await api.events.insert({ calendarId, requestBody: event("listed1") }, options);
    const listed = async (more: calendar_v3.Params$Resource$Events$List) => {
      const { data } = await api.events.list(
        { calendarId, timeMin: "2026-11-24T15:30:00Z", timeMax: "2026-11-24T15:31:00Z", ...more },
        options,
      );
      return data.items?.some(({ id }) => id === "listed1");
    };
    expect(await listed({})).toBe(true);
    expect(await listed({ timeMin: "2026-11-24T15:45:00Z", timeMax: "2026-11-24T16:00:00Z" })).toBe(
      false,
    );
    expect(await listed({ eventTypes: ["focusTime"] })).toBe(false);
    await api.events.delete({ calendarId, eventId: "listed1" }, options);
    expect([await listed({}), await listed({ showDeleted: true })]).toEqual([false, true]);
  });

  it("sends only the fields asked for, and refuses a mask that it cannot read", async () => {
    const { api, options } = await company.clientOf(organizer);
    const ask = async (fields: string) =>
      await api.events.list({ calendarId, ...window, maxAttendees: 1, fields }, options);
    const { data } = await ask("timeZone,items(id,attendees(self),start/dateTime)");
    expect(Object.keys(data).toSorted()).toEqual(["items", "timeZone"]);
    const keys = new Set(data.items?.flatMap((item) => Object.keys(item)));
    expect([...keys].toSorted()).toEqual(["attendees", "id", "start"]);
    expect(data.items?.every(({ attendees }) => (attendees?.length ?? 0) <= 1)).toBe(true);
    expect(reasonOf(await ask("items(id"))).toEqual([400, "invalid"]);
  });

  it.each([
    ["a time without an offset", { timeMin: "2026-11-23T00:00:00" }],
    ["an order that needs single events", { orderBy: "startTime" }],
    ["a page of nothing", { pageToken: "nowhere" }],
  ])("is refused for %s", async (_name, more) => {
    const { api, options } = await company.clientOf(organizer);
    const answer = await api.events.list({ calendarId, ...more }, options);
    expect(reasonOf(answer)).toEqual([400, "invalid"]);
  });
});

describe("free/busy", () => {
  it("answers for 50 calendars and for no more", async () => {
    const { api, options } = await company.clientOf(organizer);
    const ask = async (count: number) => {
      const { data } = await api.freebusy.query(
        {
          requestBody: {
            timeMin: "2026-11-23T00:00:00Z",
            timeMax: "2026-11-30T00:00:00Z",
            items: [
              { id: guest },
              ...Array.from({ length: count - 1 }, (_, index) => ({ id: `n${index}@x.test` })),
            ],
          },
        },
        options,
      );
      return data.calendars?.[guest];
    };
    expect((await ask(50))?.errors).toBeUndefined();
    expect((await ask(51))?.errors?.[0]?.reason).toBe("tooManyCalendarsRequested");
  });

  it("counts invitations that nobody answered, not declined ones", async () => {
    const { api, options } = await company.clientOf(organizer);
    const at = {
      start: { dateTime: "2027-02-01T03:00:00Z" },
      end: { dateTime: "2027-02-01T04:00:00Z" },
    };
    await api.events.insert({ calendarId, requestBody: event("atnight3", at) }, options);
    const busy = async () => {
      const { data } = await api.freebusy.query(
        {
          requestBody: {
            timeMin: "2027-02-01T00:00:00Z",
            timeMax: "2027-02-02T00:00:00Z",
            items: [{ id: guest }],
          },
        },
        options,
      );
      return data.calendars?.[guest]?.busy;
    };
    expect(await busy()).toEqual([{ start: "2027-02-01T03:00:00Z", end: "2027-02-01T04:00:00Z" }]);
    company.google.respond("atnight3", guest, "declined");
    expect(await busy()).toEqual([]);
  });
});

describe("the page of a calendar", () => {
  it("shows a person's week with what was booked, safely", async () => {
    const { api, options } = await company.clientOf(organizer);
    const requestBody = event("page1", { summary: "<script>alert(1)</script>" });
    await api.events.insert({ calendarId, requestBody }, options);
    const response = await fetch(`${company.url}/calendars/${encodeURIComponent(guest)}`);
    const page = await response.text();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toContain("<script");
    expect(page).toContain('<time datetime="2026-11-24T15:00:00Z">');
    expect(page).toContain("no answer yet");
  });

  it("is not there for somebody unknown", async () => {
    expect((await fetch(`${company.url}/calendars/nobody@elsewhere.test`)).status).toBe(404);
  });
});
