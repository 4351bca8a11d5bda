import { describe, expect, it } from "vitest";
import { openGoogleClient, openScriptedGoogle } from "../../support/google-client.ts";
import type { Received, Reply } from "../../support/loopback-server.ts";

const from = Temporal.Instant.from("2026-11-23T00:00:00Z");
const to = Temporal.Instant.from("2026-11-28T00:00:00Z");
const ADA = "ada@lumenharbor.test";

const isEvents = ({ path }: Received) => path.endsWith("/events");
const isFreeBusy = ({ path }: Received) => path.endsWith("/freeBusy");

const googleError = (status: number, reason: string): Reply => ({
  status,
  body: {
    error: { code: status, message: `about ${ADA}`, errors: [{ domain: "global", reason }] },
  },
});

const noEvents: Reply = { body: { timeZone: "Europe/Lisbon", items: [] } };

/** The busy time of everybody asked for: one hour. */
const oneBusyHour = ({ body }: Received): Reply => {
  const { items } = JSON.parse(body) as { items: { id: string }[] };
  const busy = [{ start: "2026-11-24T10:00:00Z", end: "2026-11-24T11:00:00Z" }];
  return { body: { calendars: Object.fromEntries(items.map(({ id }) => [id, { busy }])) } };
};

const nothingBusy: Reply = { body: { calendars: {} } };

describe("a read that fails in passing", () => {
  it.each([
    ["429", googleError(429, "rateLimitExceeded")],
    ["403 for the rate", googleError(403, "rateLimitExceeded")],
    ["403 for the user's rate", googleError(403, "userRateLimitExceeded")],
    ["500", googleError(500, "backendError")],
    ["503 that is not JSON", { status: 503, body: "<html>" }],
    ["a cut connection", "cut"],
    ["half an answer", "cut_half_way"],
  ] as [string, Reply][])("is tried again after %s, with growing waits", async (_name, reply) => {
    let failures = 2;
    await using google = await openScriptedGoogle((request) => {
      if (!isEvents(request)) return nothingBusy;
      failures -= 1;
      return failures >= 0 ? reply : noEvents;
    });
    const [reading] = await google.client.reader.readBusy([ADA], from, to);
    expect(reading).toMatchObject({ readable: true, zone: "Europe/Lisbon", blocks: [] });
    expect(google.client.waits).toEqual([50, 100]);
    expect(google.received.filter(isEvents)).toHaveLength(3);
  });

  it("waits as long as Google asks", async () => {
    let isFirst = true;
    await using google = await openScriptedGoogle((request) => {
      if (!isEvents(request)) return nothingBusy;
      const reply: Reply = isFirst
        ? { status: 429, headers: { "retry-after": "7" }, body: {} }
        : noEvents;
      isFirst = false;
      return reply;
    });
    await google.client.reader.readBusy([ADA], from, to);
    expect(google.client.waits).toEqual([7_000]);
  });

  it("is given up after four attempts, as a fault of the whole service that may pass", async () => {
    await using google = await openScriptedGoogle(() => googleError(503, "backendError"));
    await expect(google.client.reader.readBusy([ADA], from, to)).rejects.toMatchObject({
      code: "calendar_unavailable",
      retryable: true,
    });
    expect(google.received.filter(isEvents)).toHaveLength(4);
  });
});

describe("a read that fails for good", () => {
  it.each([
    [403, "notACalendarUser", "denied"],
    [404, "notFound", "not_found"],
  ] as const)("is not tried again: %d %s", async (status, reason, expected) => {
    await using google = await openScriptedGoogle(() => googleError(status, reason));
    const [reading] = await google.client.reader.readBusy([ADA], from, to);
    expect(reading).toMatchObject({ readable: false, reason: expected });
    expect(google.client.waits).toEqual([]);
  });

  it("is a fact about one person when others can be read", async () => {
    await using google = await openScriptedGoogle((request) => {
      if (isFreeBusy(request)) return nothingBusy;
      return request.headers.authorization === "Bearer token-2"
        ? googleError(500, "backendError")
        : noEvents;
    });
    const { reader } = google.client;
    await reader.readBusy([ADA], from, to);
    const readings = await reader.readBusy([ADA, "bo@lumenharbor.test"], from, to);
    expect(readings.map((one) => one.readable || one.reason)).toEqual([true, "unavailable"]);
  });
});

describe("free/busy beside events", () => {
  it("stands in where events cannot be read, with the zone read from the calendar", async () => {
    await using google = await openScriptedGoogle((request) => {
      if (isFreeBusy(request)) return oneBusyHour(request);
      return isEvents(request)
        ? googleError(403, "forbidden")
        : { body: { timeZone: "Asia/Kolkata" } };
    });
    const [reading] = await google.client.reader.readBusy([ADA], from, to);
    expect(reading).toMatchObject({ readable: true, zone: "Asia/Kolkata" });
    expect(
      reading?.readable && reading.blocks.map(({ start, kind }) => [start.toString(), kind]),
    ).toEqual([["2026-11-24T10:00:00Z", "busy"]]);
  });

  it("is not enough when nobody tells the zone: a zone is not guessed", async () => {
    await using google = await openScriptedGoogle((request) =>
      isFreeBusy(request) ? oneBusyHour(request) : googleError(403, "forbidden"),
    );
    const [reading] = await google.client.reader.readBusy([ADA], from, to);
    expect(reading).toMatchObject({ readable: false, reason: "denied" });
  });

  it("adds only the parts that events do not cover", async () => {
    const item = {
      id: "focus1",
      eventType: "focusTime",
      start: { dateTime: "2026-11-24T10:15:00Z" },
      end: { dateTime: "2026-11-24T10:45:00Z" },
    };
    await using google = await openScriptedGoogle((request) =>
      isFreeBusy(request)
        ? oneBusyHour(request)
        : { body: { timeZone: "Europe/Lisbon", items: [item] } },
    );
    const [reading] = await google.client.reader.readBusy([ADA], from, to);
    const blocks = reading?.readable ? reading.blocks : [];
    expect(blocks.map(({ start, end, kind }) => [String(start), String(end), kind])).toEqual([
      ["2026-11-24T10:00:00Z", "2026-11-24T10:15:00Z", "busy"],
      ["2026-11-24T10:15:00Z", "2026-11-24T10:45:00Z", "focus"],
      ["2026-11-24T10:45:00Z", "2026-11-24T11:00:00Z", "busy"],
    ]);
  });

  it("is asked for 50 people at a time, all of them answered for", async () => {
    const people = Array.from({ length: 120 }, (_, index) => `p${index}@lumenharbor.test`);
    await using google = await openScriptedGoogle((request) =>
      isFreeBusy(request) ? oneBusyHour(request) : noEvents,
    );
    const readings = await google.client.reader.readBusy(people, from, to);
    const sizes = google.received
      .filter(isFreeBusy)
      .map(({ body }) => (JSON.parse(body) as { items: unknown[] }).items.length);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([20, 50, 50]);
    expect(readings.map(({ email }) => email)).toEqual(people);
    expect(readings.every((one) => one.readable && one.blocks.length === 1)).toBe(true);
  });
});

describe("what Google's events mean", () => {
  const hour = (fields: object) => ({
    id: "e1",
    start: { dateTime: "2026-11-24T10:00:00Z" },
    end: { dateTime: "2026-11-24T11:00:00Z" },
    ...fields,
  });
  const answered = (responseStatus: string) => ({ attendees: [{ self: true, responseStatus }] });

  it.each([
    ["a meeting", {}, "busy"],
    ["an accepted one", answered("accepted"), "busy"],
    ["one without an answer", answered("needsAction"), "unaccepted"],
    ["a maybe", answered("tentative"), "tentative"],
    ["a declined one", answered("declined"), undefined],
    ["a tentative event", { status: "tentative" }, "tentative"],
    ["a cancelled one", { status: "cancelled" }, undefined],
    ["a transparent one", { transparency: "transparent" }, undefined],
    ["focus time", { eventType: "focusTime" }, "focus"],
    ["out of office", { eventType: "outOfOffice" }, "out_of_office"],
    [
      "the office",
      { eventType: "workingLocation", workingLocationProperties: { type: "officeLocation" } },
      undefined,
    ],
    [
      "home",
      {
        eventType: "workingLocation",
        transparency: "transparent",
        workingLocationProperties: { type: "homeOffice" },
      },
      undefined,
    ],
    [
      "another place",
      {
        eventType: "workingLocation",
        transparency: "transparent",
        workingLocationProperties: { type: "customLocation" },
      },
      "working_elsewhere",
    ],
    ["a kind of event that is not known yet", { eventType: "siesta" }, "busy"],
  ])("%s counts as what it is", async (_name, fields, expected) => {
    await using google = await openScriptedGoogle((request) =>
      isFreeBusy(request)
        ? nothingBusy
        : { body: { timeZone: "Europe/Lisbon", items: [hour(fields)] } },
    );
    const [reading] = await google.client.reader.readBusy([ADA], from, to);
    expect(reading?.readable && reading.blocks[0]?.kind).toBe(expected);
  });

  it("a whole day that daylight saving makes 23 hours long is 23 hours long", async () => {
    const item = { id: "d1", start: { date: "2027-03-28" }, end: { date: "2027-03-29" } };
    await using google = await openScriptedGoogle((request) =>
      isFreeBusy(request) ? nothingBusy : { body: { timeZone: "Europe/Berlin", items: [item] } },
    );
    const [reading] = await google.client.reader.readBusy(
      [ADA],
      Temporal.Instant.from("2027-03-25T00:00:00Z"),
      Temporal.Instant.from("2027-04-01T00:00:00Z"),
    );
    const [block] = reading?.readable ? reading.blocks : [];
    expect([String(block?.start), String(block?.end)]).toEqual([
      "2027-03-27T23:00:00Z",
      "2027-03-28T22:00:00Z",
    ]);
  });

  it("all pages are read, and an answer without an end is not", async () => {
    await using google = await openScriptedGoogle((request) => {
      if (isFreeBusy(request)) return nothingBusy;
      const page = Number(request.query.get("pageToken") ?? "1");
      const items = [hour({ id: `e${page}` })];
      const next = page < 3 ? { nextPageToken: String(page + 1) } : {};
      return { body: { timeZone: "Europe/Lisbon", items, ...next } };
    });
    const [reading] = await google.client.reader.readBusy([ADA], from, to);
    expect(reading?.readable && reading.blocks.map(({ eventId }) => eventId)).toEqual([
      "e1",
      "e2",
      "e3",
    ]);
    await using endless = await openScriptedGoogle((request) =>
      isFreeBusy(request)
        ? nothingBusy
        : { body: { timeZone: "Europe/Lisbon", items: [], nextPageToken: "again" } },
    );
    const [unread] = await endless.client.reader.readBusy([ADA], from, to);
    expect(unread).toMatchObject({ readable: false, reason: "unavailable" });
    expect(endless.received.filter(isEvents)).toHaveLength(20);
  });
});

describe("what is asked", () => {
  it("holds no word of titles, places, descriptions or other guests", async () => {
    await using google = await openScriptedGoogle((request) =>
      isFreeBusy(request) ? nothingBusy : noEvents,
    );
    await google.client.reader.readBusy([ADA], from, to);
    const query = google.received.find(isEvents)?.query;
    expect(query?.get("fields")).toBe(
      "timeZone,nextPageToken,items(id,status,eventType,transparency,start,end,attendees(self,responseStatus),workingLocationProperties/type)",
    );
    expect(query?.get("maxAttendees")).toBe("1");
    expect(query?.get("singleEvents")).toBe("true");
  });

  it("uses one token a person until it ends, and a new one when Google takes the old no more", async () => {
    let isRefused = false;
    await using google = await openScriptedGoogle((request) => {
      if (isFreeBusy(request)) return nothingBusy;
      if (!isRefused) return noEvents;
      isRefused = false;
      return { status: 401, body: {} };
    });
    const { reader } = google.client;
    await reader.readBusy([ADA], from, to);
    await reader.readBusy([ADA], from, to);
    expect(google.tokens()).toBe(1);
    isRefused = true;
    await reader.readBusy([ADA], from, to);
    expect(google.tokens()).toBe(2);
  });
});

it("an error holds no address, token or query", async () => {
  await using google = await openScriptedGoogle(() => googleError(503, "backendError"));
  const error: unknown = await google.client.reader
    .readBusy([ADA], from, to)
    .catch((thrown: unknown) => thrown);
  const told = JSON.stringify([String(error), error, (error as Error).cause ?? null]);
  expect(told).toContain("events.list");
  expect(told).not.toMatch(/ada@|token-|Bearer|\?|PRIVATE KEY/);
});

it("nobody listening is a fault that may pass", async () => {
  const gone = await openScriptedGoogle(() => noEvents);
  await gone[Symbol.asyncDispose]();
  await expect(gone.client.reader.readBusy([ADA], from, to)).rejects.toMatchObject({
    code: "calendar_unavailable",
    retryable: true,
  });
});

it("a silent server is given up in time", async () => {
  await using google = await openScriptedGoogle(() => "silence");
  const { reader } = openGoogleClient({
    ...google.options,
    timeoutMs: 50,
    delaysMs: [0],
  });
  await expect(reader.readBusy([ADA], from, to)).rejects.toMatchObject({
    code: "calendar_unavailable",
  });
  expect(google.received.filter(isEvents)).toHaveLength(2);
});
