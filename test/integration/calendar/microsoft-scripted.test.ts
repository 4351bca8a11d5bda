import { describe, expect, it } from "vitest";
import type { Received, Reply } from "../../support/loopback-server.ts";
import { openScriptedGraph } from "../../support/microsoft-client.ts";

const from = Temporal.Instant.from("2026-11-23T00:00:00Z");
const to = Temporal.Instant.from("2026-11-28T00:00:00Z");
const ADA = "ada@lumenharbor.test";

const isView = ({ path }: Received) => path.endsWith("/calendarView");
const isSchedule = ({ path }: Received) => path.endsWith("/getSchedule");

const nothing: Reply = { body: { value: [] } };
const lisbon: Reply = { body: { timeZone: "GMT Standard Time" } };
const schedulesOf = ({ body }: Received): string[] =>
  (JSON.parse(body) as { schedules: string[] }).schedules;
const answer = (request: Received): Reply => {
  if (isView(request)) return nothing;
  return isSchedule(request)
    ? { body: { value: schedulesOf(request).map((scheduleId) => ({ scheduleId })) } }
    : lisbon;
};

describe("what the reader asks", () => {
  it("schedules of twenty people and sixty days at most", async () => {
    await using graph = await openScriptedGraph(answer);
    const people = Array.from({ length: 45 }, (_, index) => `p${index}@lumenharbor.test`);
    const readings = await graph.client.reader.readBusy(people, from, from.add({ hours: 90 * 24 }));
    expect(readings.every((one) => one.readable)).toBe(true);
    const asked = graph.received.filter(isSchedule);
    expect(asked.map((one) => schedulesOf(one).length)).toEqual([20, 20, 20, 20, 5, 5]);
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

  it("a link to another place gets no token", async () => {
    await using elsewhere = await openScriptedGraph(() => nothing);
    await using graph = await openScriptedGraph((request) =>
      isView(request)
        ? { body: { value: [], "@odata.nextLink": `${elsewhere.options.graphUrl}/v1.0/users` } }
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
