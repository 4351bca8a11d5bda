import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { googleEventId } from "../../../src/calendar/google-event-id.ts";
import { transactionIdOf } from "../../../src/calendar/microsoft-event.ts";
import type { NewCalendarEvent } from "../../../src/calendar/port.ts";
import { AppError } from "../../../src/domain/errors.ts";
import type { Reply } from "../../support/loopback-server.ts";
import { openMicrosoftClient, openScriptedGraph } from "../../support/microsoft-client.ts";

let company: Company;
let organizer: string;
let guest: { email: string; name: string };

beforeAll(async () => {
  company = await startCompany({
    startsAt: Temporal.Instant.from("2026-11-23T09:00:00Z"),
    clock: "frozen",
    microsoft: true,
  });
  const [first, second] = company.world.people.filter(
    ({ mailbox, calendar, deactivatedAtMs }) =>
      mailbox === "microsoft" && calendar === "ok" && deactivatedAtMs === null,
  );
  if (!first || !second) throw new Error("the world has too few people");
  organizer = first.email;
  guest = { email: second.email, name: second.name };
});
afterAll(async () => await company.close());
afterEach(() => company.faults.clear());

const openWriter = () =>
  openMicrosoftClient({
    graphUrl: company.microsoftGraphUrl,
    loginUrl: company.microsoftLoginUrl,
    application: company.microsoftApplication,
    clock: company.clock,
    timeoutMs: 1_500,
  });

const newEvent = (effectId: string, fields: Partial<NewCalendarEvent> = {}): NewCalendarEvent => ({
  id: googleEventId(effectId, 1),
  effectId,
  title: "Interview: Ada Lovelace, Phone Screen",
  description: "Agenda\n\n- questions",
  startsAt: Temporal.Instant.from("2026-11-24T15:00:00Z"),
  endsAt: Temporal.Instant.from("2026-11-24T15:45:00Z"),
  zone: "Europe/Lisbon",
  guests: [{ email: organizer, name: "Organizer" }, guest],
  video: "meet",
  ...fields,
});

const made = (effectId: string, kind = "event.inserted") =>
  company.journal.list({ kind }).filter(({ ids }) => ids["conveneEffect"] === effectId);

describe("an event", () => {
  it("is made as asked, with a Teams room, and is found by our id with its text as it was", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_made");
    const first = await writer.createEvent(organizer, event);
    expect(first).toMatchObject({
      id: event.id,
      effectId: "ef_made",
      status: "confirmed",
      title: event.title,
      description: event.description,
      guests: [{ email: guest.email, answer: "needs_action" }],
      videoUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.test\//),
      url: expect.stringContaining("/microsoft/calendars/"),
    });
    expect(first.startsAt.toString()).toBe("2026-11-24T15:00:00Z");
    expect(first.endsAt.toString()).toBe("2026-11-24T15:45:00Z");
    // Exchange touches what it has just made: the etag that it gave is soon an old one.
    const found = await reader.getEvent(organizer, event.id);
    expect(found).toEqual({ ...first, etag: expect.stringMatching(/^W\//) });
    expect(made("ef_made")[0]?.ids).toMatchObject({
      organizer,
      guests: guest.email,
      transactionId: transactionIdOf("ef_made"),
      conveneEvent: event.id,
    });
  });

  it("is kept at its time where the clock shows that time twice", async () => {
    const { writer } = openWriter();
    const startsAt = Temporal.Instant.from("2026-10-25T01:30:00Z");
    const event = newEvent("ef_twice_shown", { startsAt, endsAt: startsAt.add({ minutes: 20 }) });
    expect((await writer.createEvent(organizer, event)).startsAt.toString()).toBe(
      startsAt.toString(),
    );
  });

  it("is not made twice by its effect, and not taken for another one", async () => {
    const { writer } = openWriter();
    const event = newEvent("ef_twice", { video: "none" });
    const first = await writer.createEvent(organizer, event);
    expect(first.videoUrl).toBeNull();
    expect((await writer.createEvent(organizer, event)).url).toBe(first.url);
    expect(made("ef_twice")).toHaveLength(1);
    await expect(
      writer.createEvent(organizer, { ...event, title: "Something else" }),
    ).rejects.toMatchObject({ code: "calendar_conflict", retryable: false });
  });

  it("follows its guests' answers", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_answered");
    await writer.createEvent(organizer, event);
    const key = made("ef_answered")[0]?.ids["eventKey"];
    const copy = company.microsoft.store.list(guest.email).find((one) => one.event.key === key);
    company.microsoft.respond(copy?.id ?? "", guest.email, "tentative");
    const answers = async () => (await reader.getEvent(organizer, event.id))?.guests;
    expect(await answers()).toEqual([{ email: guest.email, answer: "tentative" }]);
    company.microsoft.respond(copy?.id ?? "", guest.email, "declined");
    expect(await answers()).toEqual([{ email: guest.email, answer: "declined" }]);
  });

  it("can be deleted, and deleted again, and is then not there", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_deleted");
    await writer.createEvent(organizer, event);
    await writer.deleteEvent(organizer, event.id);
    await writer.deleteEvent(organizer, event.id);
    expect(await reader.getEvent(organizer, event.id)).toBeNull();
    expect(made("ef_deleted", "event.deleted")).toHaveLength(1);
  });

  it("is deleted as it was read, and not when somebody has changed it since", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_unchanged");
    await writer.createEvent(organizer, event);
    const read = await reader.getEvent(organizer, event.id);
    const asRead = { eventId: event.id, etag: read?.etag ?? "" };
    const key = made("ef_unchanged")[0]?.ids["eventKey"];
    const copy = company.microsoft.store.list(organizer).find((one) => one.event.key === key);
    company.microsoft.move(
      copy?.id ?? "",
      organizer,
      Temporal.Instant.from("2026-11-25T15:00:00Z"),
    );
    await expect(writer.deleteUnchanged(organizer, asRead)).rejects.toMatchObject({
      code: "calendar_rejected",
      retryable: false,
      data: { status: 412 },
    });
    const now = await reader.getEvent(organizer, event.id);
    expect(now?.startsAt.toString()).toBe("2026-11-25T15:00:00Z");
    await writer.deleteUnchanged(organizer, { eventId: event.id, etag: now?.etag ?? "" });
    expect(await reader.getEvent(organizer, event.id)).toBeNull();
  });

  it("of a mailbox that Microsoft does not know is an error, neither absent nor deleted", async () => {
    const { writer, reader } = openWriter();
    const nobody = "nobody@elsewhere.test";
    const event = newEvent("ef_nobody");
    const expected = { code: "calendar_not_found" };
    await expect(reader.getEvent(nobody, event.id)).rejects.toMatchObject(expected);
    await expect(writer.deleteEvent(nobody, event.id)).rejects.toMatchObject(expected);
    await expect(writer.createEvent(nobody, event)).rejects.toMatchObject(expected);
  });

  it.each([
    ["an end before its start", { endsAt: Temporal.Instant.from("2026-11-24T14:00:00Z") }],
    ["a guest without an address", { guests: [{ email: "nobody", name: "Nobody" }] }],
  ])("with %s is rejected for good", async (_name, fields) => {
    const { writer } = openWriter();
    await expect(writer.createEvent(organizer, newEvent("ef_bad", fields))).rejects.toMatchObject({
      code: "calendar_rejected",
      retryable: false,
    });
  });
});

describe("when the answer is lost", () => {
  const path = "/microsoft/graph/v1.0/users/.*/events";

  it.each(["drop_after", "hang_after", "malformed"] as const)(
    "(%s) nobody knows whether the event was made; it was, once, and is found by our id",
    async (kind) => {
      const { writer, reader, waits } = openWriter();
      const event = newEvent(`ef_lost_${kind}`);
      company.faults.add({ service: "microsoft", kind, method: "POST", path });
      await expect(writer.createEvent(organizer, event)).rejects.toMatchObject({
        code: "outcome_unknown",
        retryable: false,
      });
      expect(waits).toEqual([]);
      expect(await reader.getEvent(organizer, event.id)).toMatchObject({
        effectId: event.effectId,
        status: "confirmed",
      });
      await writer.createEvent(organizer, event);
      expect(made(event.effectId)).toHaveLength(1);
    },
  );

  it("and nothing was done, our id finds nothing, and the effect may be sent again", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_dropped");
    company.faults.add({ service: "microsoft", kind: "drop_before", method: "POST", path });
    await expect(writer.createEvent(organizer, event)).rejects.toMatchObject({
      code: "outcome_unknown",
    });
    expect(await reader.getEvent(organizer, event.id)).toBeNull();
    await writer.createEvent(organizer, event);
    expect(made("ef_dropped")).toHaveLength(1);
  });

  it("of a deletion, doing it again is harmless", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_lost_delete");
    await writer.createEvent(organizer, event);
    company.faults.add({ service: "microsoft", kind: "drop_after", method: "DELETE", path });
    await expect(writer.deleteEvent(organizer, event.id)).rejects.toMatchObject({
      code: "outcome_unknown",
    });
    await writer.deleteEvent(organizer, event.id);
    expect(await reader.getEvent(organizer, event.id)).toBeNull();
    expect(made("ef_lost_delete", "event.deleted")).toHaveLength(1);
  });

  it("a token that has just ended is renewed, and the write goes once", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_token");
    await reader.getEvent(organizer, event.id);
    company.faults.add({ service: "microsoft", kind: "expired_token", method: "POST", path });
    await writer.createEvent(organizer, event);
    expect(made("ef_token")).toHaveLength(1);
  });
});

describe("a write", () => {
  it.each([
    ["500", { status: 500, body: {} }, "outcome_unknown", false],
    ["503", { status: 503, body: {} }, "outcome_unknown", false],
    ["504", { status: 504, body: {} }, "outcome_unknown", false],
    ["a cut connection", "cut", "outcome_unknown", false],
    ["half an answer", "cut_half_way", "outcome_unknown", false],
    ["no answer in time", "silence", "outcome_unknown", false],
    ["a success that cannot be read", { status: 201, body: {} }, "outcome_unknown", false],
    ["429", { status: 429, body: {} }, "calendar_rate_limited", true],
    ["403", { status: 403, body: {} }, "calendar_denied", false],
    ["404", { status: 404, body: {} }, "calendar_not_found", false],
    ["409", { status: 409, body: {} }, "calendar_conflict", false],
    [
      "400 for the transaction id",
      { status: 400, body: { error: { code: "ErrorDuplicateTransactionId" } } },
      "calendar_conflict",
      false,
    ],
    ["400", { status: 400, body: {} }, "calendar_rejected", false],
    [
      "a redirect",
      { status: 307, headers: { location: "/elsewhere" } },
      "calendar_rejected",
      false,
    ],
  ] as [string, Reply, string, boolean][])(
    "is sent once, with its token, and means what it should, after %s",
    async (_name, reply, code, retryable) => {
      await using graph = await openScriptedGraph(() => reply);
      const { writer, waits } = openMicrosoftClient({ ...graph.options, timeoutMs: 500 });
      await expect(writer.createEvent(organizer, newEvent("ef_once"))).rejects.toMatchObject({
        code,
        retryable,
      });
      expect(graph.received.map(({ headers }) => headers.authorization)).toEqual([
        "Bearer token-1",
      ]);
      expect(waits).toEqual([]);
    },
  );

  it("that reached nobody certainly did nothing and may be tried again", async () => {
    await using graph = await openScriptedGraph(() => ({ body: { value: [] } }));
    const gone = await openScriptedGraph(() => "silence");
    await gone[Symbol.asyncDispose]();
    const { writer } = openMicrosoftClient({
      ...graph.options,
      graphUrl: gone.options.graphUrl,
    });
    for (const one of [writer, gone.client.writer]) {
      await expect(one.createEvent(organizer, newEvent("ef_gone"))).rejects.toMatchObject({
        code: "calendar_unavailable",
        retryable: true,
      });
    }
  });

  it("is kept back by what comes up before it leaves", async () => {
    await using graph = await openScriptedGraph(() => ({ body: { value: [] } }));
    const paused = new AppError({ code: "paused", fault: "caller", message: "All is paused." });
    const { writer } = openMicrosoftClient({
      ...graph.options,
      mayWrite: async () => await Promise.reject(paused),
    });
    await expect(writer.createEvent(organizer, newEvent("ef_kept"))).rejects.toBe(paused);
    expect(graph.received).toEqual([]);
  });

  it("waits for a room that Teams still makes", async () => {
    const event = newEvent("ef_pending");
    const body = (room: object) => ({
      "@odata.etag": 'W/"1"',
      id: "graph-id",
      transactionId: transactionIdOf(event.effectId),
      isOnlineMeeting: true,
      start: { dateTime: "2026-11-24T15:00:00.0000000", timeZone: "UTC" },
      end: { dateTime: "2026-11-24T15:45:00.0000000", timeZone: "UTC" },
      singleValueExtendedProperties: [
        {
          id: "String {7F0A53C2-9D4E-4B1A-8F37-2C6DE81B90A5} Name conveneEvent",
          value: event.id,
        },
      ],
      ...room,
    });
    await using graph = await openScriptedGraph(({ method }, index) => {
      const one = body(index < 2 ? {} : { onlineMeeting: { joinUrl: "https://teams.test/1" } });
      return method === "POST" ? { status: 201, body: one } : { body: { value: [one] } };
    });
    const { writer, waits } = graph.client;
    expect((await writer.createEvent(organizer, event)).videoUrl).toBe("https://teams.test/1");
    expect(graph.received.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
    expect(waits).toEqual([100, 200]);
  });

  it("tells no address, token or title when it fails", async () => {
    await using graph = await openScriptedGraph(() => ({
      status: 400,
      body: { error: { code: "ErrorInvalidRequest", message: `${organizer} Ada Lovelace` } },
    }));
    const error: unknown = await graph.client.writer
      .createEvent(organizer, newEvent("ef_quiet"))
      .catch((thrown: unknown) => thrown);
    const told = JSON.stringify([String(error), error, (error as Error).cause ?? null]);
    expect(told).toContain("events.create");
    expect(told).toContain("ErrorInvalidRequest");
    expect(told).not.toMatch(/@|Ada|token-|Bearer|\?|secret/);
  });
});
