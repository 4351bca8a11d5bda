import { describe, expect, it } from "vitest";
import type { Received, Reply } from "../../support/loopback-server.ts";
import { openScriptedGraph } from "../../support/microsoft-client.ts";

const from = Temporal.Instant.from("2026-11-23T00:00:00Z");
const to = Temporal.Instant.from("2026-11-28T00:00:00Z");
const ADA = "ada@lumenharbor.test";

const isView = ({ path }: Received) => path.endsWith("/calendarView");
const isSchedule = ({ path }: Received) => path.endsWith("/getSchedule");

const nothing: Reply = { body: { value: [] } };
const lisbon: Reply = {
  body: {
    timeZone: "GMT Standard Time",
    workingHours: {
      daysOfWeek: ["monday"],
      startTime: "09:00:00",
      endTime: "17:00:00",
      timeZone: { name: "GMT Standard Time" },
    },
  },
};
const schedulesOf = ({ body }: Received): string[] =>
  (JSON.parse(body) as { schedules: string[] }).schedules;
const answer = (request: Received): Reply => {
  if (isView(request)) return nothing;
  return isSchedule(request)
    ? { body: { value: schedulesOf(request).map((scheduleId) => ({ scheduleId })) } }
    : lisbon;
};

describe("what the reader asks", () => {
  it("schedules of twenty people and sixty days at most, and of nobody whose mailbox told all", async () => {
    const people = Array.from({ length: 46 }, (_, index) => `p${index}@lumenharbor.test`);
    await using graph = await openScriptedGraph((request) =>
      isView(request) && !request.path.includes("/p0%40") ? { status: 403 } : answer(request),
    );
    const readings = await graph.client.reader.readBusy(people, from, from.add({ hours: 90 * 24 }));
    expect(readings.every((one) => one.readable)).toBe(true);
    const asked = graph.received.filter(isSchedule);
    expect(asked.map((one) => schedulesOf(one).length)).toEqual([20, 20, 20, 20, 5, 5]);
    expect(asked.flatMap(schedulesOf)).not.toContain(people[0]);
    const spans = new Set(
      asked.map(({ body }) => {
        const { startTime, endTime } = JSON.parse(body) as Record<string, { dateTime: string }>;
        return `${startTime?.dateTime} ${endTime?.dateTime}`;
      }),
    );
    expect([...spans]).toEqual([
      "2026-11-23T00:00:00 2027-01-22T00:00:00",
      "2027-01-22T00:00:00 2027-02-21T00:00:00",
    ]);
  });

  it("ten people in one request, each tried again by itself when Graph wants it", async () => {
    const people = Array.from({ length: 25 }, (_, index) => `p${index}@lumenharbor.test`);
    let refusals = 2;
    await using graph = await openScriptedGraph((request) => {
      const isBusy = request.path.includes("/p7%40") && isView(request) && refusals > 0;
      if (!isBusy) return answer(request);
      refusals -= 1;
      return { status: 429, headers: { "Retry-After": "7" } };
    });
    const readings = await graph.client.reader.readBusy(people, from, to);
    expect(readings.every((one) => one.readable)).toBe(true);
    expect(graph.client.waits).toEqual([7_000, 7_000]);
    expect(graph.received.filter(isView)).toHaveLength(27);
    // Three for all, and one more for each time that somebody was to be asked again.
    expect(graph.requests()).toBe(5);
  });

  it("nothing twice of a batch that has no answer to a part", async () => {
    await using graph = await openScriptedGraph(answer, {
      loses: ({ path }) => path.includes("p1%40"),
    });
    const people = ["p0@lumenharbor.test", "p1@lumenharbor.test"];
    const readings = await graph.client.reader.readBusy(people, from, to);
    expect(readings).toMatchObject([
      { readable: true },
      { readable: false, reason: "unavailable" },
    ]);
    expect(graph.received.filter(isView)).toHaveLength(2 + graph.client.waits.length);
  });

  it("no title, no text, no place and no address, and times in UTC", async () => {
    await using graph = await openScriptedGraph(answer);
    await graph.client.reader.readBusy([ADA], from, to);
    const view = graph.received.find(isView);
    expect(view?.query.get("$select")).toBe(
      "id,isCancelled,isAllDay,isOrganizer,showAs,responseStatus,start,end",
    );
    expect(view?.headers["prefer"]).toContain('outlook.timezone="UTC"');
    expect(view?.headers["prefer"]).toContain('IdType="ImmutableId"');
  });
});

describe("what the reader makes of answers", () => {
  it.each([
    ["a zone that nobody knows", "Customized Time Zone"],
    ["no zone", null],
  ])("%s: the calendar cannot be read, since a zone is never guessed", async (_name, timeZone) => {
    await using graph = await openScriptedGraph((request) =>
      request.path.endsWith("/mailboxSettings") ? { body: { timeZone } } : answer(request),
    );
    const [reading] = await graph.client.reader.readBusy([ADA], from, to);
    expect(reading).toMatchObject({ readable: false, reason: "unavailable" });
  });

  it.each([
    ["", "/graph/v1.0/users"],
    // Microsoft's client takes the inner address for the host.
    ["graph", "/v1.0/users"],
    ["graph in a query", "/users"],
  ])("a link to another place gets no token: %s", async (inside, path) => {
    await using elsewhere = await openScriptedGraph(() => nothing);
    const linkAt = (own: string): string => {
      if (inside === "graph") return `${own}/v1.0/${elsewhere.url}${path}`;
      return inside === ""
        ? `${elsewhere.url}${path}`
        : `${own}/v1.0/users?$skip=${elsewhere.url}${path}`;
    };
    await using graph = await openScriptedGraph((request) =>
      isView(request)
        ? { body: { value: [], "@odata.nextLink": linkAt(graph.options.graphUrl) } }
        : answer(request),
    );
    const [reading] = await graph.client.reader.readBusy([ADA], from, to);
    expect(reading).toMatchObject({ readable: false, reason: "unavailable" });
    expect(elsewhere.received).toEqual([]);
  });

  it("pages are read to their end, and no further than is believable", async () => {
    const event = (index: number) => ({
      id: `e${index}`,
      showAs: "busy",
      isOrganizer: true,
      start: { dateTime: "2026-11-24T10:00:00.0000000", timeZone: "UTC" },
      end: { dateTime: "2026-11-24T11:00:00.0000000", timeZone: "UTC" },
    });
    let pages = 3;
    await using graph = await openScriptedGraph((request, index) => {
      if (!isView(request)) return answer(request);
      pages -= 1;
      const next = `${graph.options.graphUrl}/v1.0${request.path.split("/v1.0")[1]}?$skip=${index + 1}`;
      const value = [event(index)];
      return { body: { value, ...(pages > 0 && { "@odata.nextLink": next }) } };
    });
    const { reader } = graph.client;
    const [reading] = await reader.readBusy([ADA], from, to);
    expect(reading?.readable && reading.blocks).toHaveLength(3);
    pages = 1_000;
    const [endless] = await reader.readBusy([ADA], from, to);
    expect(endless).toMatchObject({ readable: false, reason: "unavailable" });
  });

  it.each([
    ["an unknown word is busy", { showAs: "dancing" }, ["busy"]],
    ["free is free", { showAs: "free" }, []],
    ["out of office", { showAs: "oof" }, ["out_of_office"]],
    ["working elsewhere", { showAs: "workingElsewhere" }, ["working_elsewhere"]],
    ["cancelled is free", { showAs: "busy", isCancelled: true }, []],
    [
      "an invitation without an answer",
      { showAs: "tentative", isOrganizer: false, responseStatus: { response: "notResponded" } },
      ["unaccepted"],
    ],
    [
      "somebody's own plan is nobody's invitation",
      { showAs: "tentative", responseStatus: { response: "none" }, isOrganizer: true },
      ["tentative"],
    ],
    [
      "a free invitation stays free",
      { showAs: "free", isOrganizer: false, responseStatus: { response: "notResponded" } },
      [],
    ],
  ])("%s", async (_name, fields, expected) => {
    const times = {
      start: { dateTime: "2026-11-24T10:00:00.0000000", timeZone: "UTC" },
      end: { dateTime: "2026-11-24T11:00:00.0000000", timeZone: "UTC" },
    };
    await using graph = await openScriptedGraph((request) =>
      isView(request) ? { body: { value: [{ id: "e", ...times, ...fields }] } } : answer(request),
    );
    const [reading] = await graph.client.reader.readBusy([ADA], from, to);
    expect(reading?.readable && reading.blocks.map(({ kind }) => kind)).toEqual(expected);
  });

  it("times in another zone than was asked for are not guessed at", async () => {
    const time = { dateTime: "2026-11-24T10:00:00.0000000", timeZone: "Tokyo Standard Time" };
    await using graph = await openScriptedGraph((request) =>
      isView(request)
        ? { body: { value: [{ id: "e", showAs: "busy", start: time, end: time }] } }
        : answer(request),
    );
    const [reading] = await graph.client.reader.readBusy([ADA], from, to);
    expect(reading).toMatchObject({ readable: false, reason: "unavailable" });
  });
});

describe("a link that says what has changed", () => {
  it.each([
    [410, "SyncStateNotFound"],
    [400, "SyncStateInvalid"],
    [400, "ErrorInvalidSyncStateData"],
    [404, "resyncRequired"],
  ])("is begun anew when Graph answers %s %s", async (status, code) => {
    let deltas = 0;
    await using graph = await openScriptedGraph(({ path }) => {
      if (path.endsWith("/old")) return { status, body: { error: { code, message: "Gone." } } };
      if (!path.endsWith("/delta")) return nothing;
      deltas += 1;
      const link = `${graph.options.graphUrl}/v1.0/old`;
      return { body: { value: [], "@odata.deltaLink": link } };
    });
    const { watcher } = graph.client;
    const first = await watcher.readChanges(ADA, null);
    if (first === "expired") throw new Error("there was nothing to expire");
    expect(await watcher.readChanges(ADA, first.syncToken)).toMatchObject({ isChanged: true });
    expect(deltas).toBe(2);
  });

  it("is kept when Graph refuses it for another reason", async () => {
    await using graph = await openScriptedGraph(() => ({
      status: 403,
      body: { error: { code: "ErrorAccessDenied" } },
    }));
    await expect(graph.client.watcher.readChanges(ADA, null)).rejects.toMatchObject({
      code: "calendar_denied",
    });
  });
});
