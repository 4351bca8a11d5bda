import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { googleEventId } from "../../../src/calendar/google-event-id.ts";
import type { NewCalendarEvent } from "../../../src/calendar/port.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { openDroppingProxy } from "../../support/dropping-proxy.ts";
import { openGoogleClient, openScriptedGoogle } from "../../support/google-client.ts";
import type { Reply } from "../../support/loopback-server.ts";

let company: Company;
let organizer: string;
let guest: { email: string; name: string };

beforeAll(async () => {
  company = await startCompany({
    startsAt: Temporal.Instant.from("2026-11-23T09:00:00Z"),
    clock: "frozen",
  });
  const [first, second] = company.world.people.filter(
    ({ calendar, deactivatedAtMs }) => calendar === "ok" && deactivatedAtMs === null,
  );
  if (!first || !second) throw new Error("the world has too few people");
  organizer = first.email;
  guest = { email: second.email, name: second.name };
});
afterAll(async () => await company.close());

const openWriter = (baseUrl = company.googleUrl) =>
  openGoogleClient({
    baseUrl,
    serviceAccount: company.googleServiceAccount,
    clock: company.clock,
  });

const newEvent = (effectId: string, fields: Partial<NewCalendarEvent> = {}): NewCalendarEvent => ({
  id: googleEventId(effectId, 1),
  effectId,
  title: "Interview: Ada Lovelace, Phone Screen",
  description: "Agenda",
  startsAt: Temporal.Instant.from("2026-11-24T15:00:00Z"),
  endsAt: Temporal.Instant.from("2026-11-24T15:45:00Z"),
  zone: "Europe/Lisbon",
  guests: [{ email: organizer, name: "Organizer" }, guest],
  video: "meet",
  ...fields,
});

const insertsOf = (eventId: string) =>
  company.journal.list({ kind: "event.inserted" }).filter(({ ids }) => ids["eventId"] === eventId);

describe("an event", () => {
  it("is made as asked, with a room, and comes to its guests unanswered", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_made");
    const made = await writer.createEvent(organizer, event);
    expect(made).toMatchObject({ id: event.id, status: "confirmed", effectId: "ef_made" });
    expect(made.videoUrl).toMatch(/^https:\/\/meet\.google\.test\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(made.startsAt.toString()).toBe("2026-11-24T15:00:00Z");
    expect(made.endsAt.toString()).toBe("2026-11-24T15:45:00Z");
    expect(insertsOf(event.id)[0]?.ids).toMatchObject({ sendUpdates: "all", organizer });
    const readings = await reader.readBusy([organizer, guest.email], event.startsAt, event.endsAt);
    const kinds = readings.map(
      (one) => one.readable && one.blocks.find(({ eventId }) => eventId === event.id)?.kind,
    );
    expect(kinds).toEqual(["busy", "unaccepted"]);
  });

  it("follows its guests' answers", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_answered", { video: "none" });
    expect((await writer.createEvent(organizer, event)).videoUrl).toBeNull();
    const kindNow = async () => {
      const [reading] = await reader.readBusy([guest.email], event.startsAt, event.endsAt);
      return reading?.readable && reading.blocks.find(({ eventId }) => eventId === event.id)?.kind;
    };
    company.google.respond(event.id, guest.email, "tentative");
    expect(await kindNow()).toBe("tentative");
    company.google.respond(event.id, guest.email, "accepted");
    expect(await kindNow()).toBe("busy");
    company.google.respond(event.id, guest.email, "declined");
    expect(await kindNow()).toBeUndefined();
  });

  it("is not made twice: the id is in use, and is ours", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_twice");
    const made = await writer.createEvent(organizer, event);
    await expect(writer.createEvent(organizer, event)).rejects.toMatchObject({
      code: "calendar_conflict",
      retryable: false,
    });
    expect(await reader.getEvent(organizer, event.id)).toEqual(made);
    expect(insertsOf(event.id)).toHaveLength(1);
  });

  it("gets the same room when its effect asks again under another generation", async () => {
    const { writer } = openWriter();
    const first = await writer.createEvent(organizer, newEvent("ef_room"));
    const second = await writer.createEvent(
      organizer,
      newEvent("ef_room", { id: googleEventId("ef_room", 2) }),
    );
    expect(second.id).not.toBe(first.id);
    expect(second.videoUrl).toBe(first.videoUrl);
  });

  it("can be deleted, and deleted again, and keeps its id as a cancelled one", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_deleted");
    await writer.createEvent(organizer, event);
    await writer.deleteEvent(organizer, event.id);
    await writer.deleteEvent(organizer, event.id);
    expect(await reader.getEvent(organizer, event.id)).toMatchObject({ status: "cancelled" });
    const deletions = company.journal
      .list({ kind: "event.deleted" })
      .filter(({ ids }) => ids["eventId"] === event.id);
    expect(deletions).toHaveLength(1);
    expect(deletions[0]?.ids).toMatchObject({ sendUpdates: "all" });
    await expect(writer.createEvent(organizer, event)).rejects.toMatchObject({
      code: "calendar_conflict",
    });
  });

  it("is deleted as it was read, and not when somebody has changed it since", async () => {
    const { writer, reader } = openWriter();
    const event = newEvent("ef_unchanged");
    const made = await writer.createEvent(organizer, event);
    const old = { eventId: event.id, etag: '"1"' };
    await expect(writer.deleteUnchanged(organizer, old)).rejects.toMatchObject({
      code: "calendar_rejected",
      retryable: false,
    });
    expect(await reader.getEvent(organizer, event.id)).toMatchObject({ status: "confirmed" });
    await writer.deleteUnchanged(organizer, { eventId: event.id, etag: made.etag });
    expect(await reader.getEvent(organizer, event.id)).toMatchObject({ status: "cancelled" });
  });

  it("that never was is null, and deleting it is done already", async () => {
    const { writer, reader } = openWriter();
    expect(await reader.getEvent(organizer, googleEventId("ef_never", 1))).toBeNull();
    await expect(
      writer.deleteEvent(organizer, googleEventId("ef_never", 1)),
    ).resolves.toBeUndefined();
  });

  it("of a mailbox that Google does not know is an error, neither absent nor deleted", async () => {
    const { writer, reader } = openWriter();
    const id = googleEventId("ef_nobody", 1);
    const nobody = "nobody@elsewhere.test";
    const expected = { code: "calendar_not_found" };
    await expect(reader.getEvent(nobody, id)).rejects.toMatchObject(expected);
    await expect(writer.deleteEvent(nobody, id)).rejects.toMatchObject(expected);
    await expect(writer.createEvent(nobody, newEvent("ef_nobody"))).rejects.toMatchObject(expected);
  });

  it.each([
    ["an id that Google does not allow", { id: "Not-Allowed" }],
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
  it("nobody knows whether the event was made; it was, once, and is found by its id", async () => {
    await using proxy = await openDroppingProxy(Number(new URL(company.url).port));
    const { writer, reader, waits } = openWriter(`http://127.0.0.1:${proxy.port}/google`);
    const event = newEvent("ef_lost");
    proxy.dropAnswersTo(/^POST \/google\/calendar\/v3\/calendars\/primary\/events\b/m);
    await expect(writer.createEvent(organizer, event)).rejects.toMatchObject({
      code: "outcome_unknown",
      retryable: false,
    });
    expect(waits).toEqual([]);
    expect(insertsOf(event.id)).toHaveLength(1);
    proxy.letPass();
    expect(await reader.getEvent(organizer, event.id)).toMatchObject({
      effectId: "ef_lost",
      status: "confirmed",
    });
    await expect(writer.createEvent(organizer, event)).rejects.toMatchObject({
      code: "calendar_conflict",
    });
    expect(insertsOf(event.id)).toHaveLength(1);
  });

  it("nobody knows whether the event was deleted; doing it again is harmless", async () => {
    await using proxy = await openDroppingProxy(Number(new URL(company.url).port));
    const { writer, reader } = openWriter(`http://127.0.0.1:${proxy.port}/google`);
    const event = newEvent("ef_lost_delete");
    await writer.createEvent(organizer, event);
    proxy.dropAnswersTo(/^DELETE /m);
    await expect(writer.deleteEvent(organizer, event.id)).rejects.toMatchObject({
      code: "outcome_unknown",
    });
    proxy.letPass();
    await writer.deleteEvent(organizer, event.id);
    expect(await reader.getEvent(organizer, event.id)).toMatchObject({ status: "cancelled" });
  });
});

describe("a write", () => {
  it.each([
    ["500", { status: 500, body: {} }, "outcome_unknown", false],
    ["503", { status: 503, body: {} }, "outcome_unknown", false],
    ["a cut connection", "cut", "outcome_unknown", false],
    ["half an answer", "cut_half_way", "outcome_unknown", false],
    ["no answer in time", "silence", "outcome_unknown", false],
    ["a success that cannot be read", { status: 200, body: {} }, "outcome_unknown", false],
    ["429", { status: 429, body: {} }, "calendar_rate_limited", true],
    [
      "403 for the rate",
      { status: 403, body: { error: { errors: [{ reason: "rateLimitExceeded" }] } } },
      "calendar_rate_limited",
      true,
    ],
    ["403", { status: 403, body: {} }, "calendar_denied", false],
    ["404", { status: 404, body: {} }, "calendar_not_found", false],
    ["409", { status: 409, body: {} }, "calendar_conflict", false],
    ["400", { status: 400, body: {} }, "calendar_rejected", false],
    [
      "a redirect",
      { status: 307, headers: { location: "/elsewhere" } },
      "calendar_rejected",
      false,
    ],
  ] as [string, Reply, string, boolean][])(
    "is sent once, and means what it should, after %s",
    async (_name, reply, code, retryable) => {
      await using google = await openScriptedGoogle(() => reply);
      const { writer, waits } = openGoogleClient({ ...google.options, timeoutMs: 500 });
      await expect(writer.createEvent(organizer, newEvent("ef_once"))).rejects.toMatchObject({
        code,
        retryable,
      });
      expect(google.received).toHaveLength(1);
      expect(waits).toEqual([]);
    },
  );

  it("that reached nobody certainly did nothing and may be tried again", async () => {
    const gone = await openScriptedGoogle(() => "silence");
    await gone[Symbol.asyncDispose]();
    await expect(
      gone.client.writer.createEvent(organizer, newEvent("ef_gone")),
    ).rejects.toMatchObject({ code: "calendar_unavailable", retryable: true });
  });

  it("is kept back by what comes up before it leaves, made or taken back", async () => {
    await using google = await openScriptedGoogle(() => ({ body: {} }));
    const paused = new AppError({ code: "paused", fault: "caller", message: "All is paused." });
    const { writer } = openGoogleClient({
      ...google.options,
      mayWrite: async () => await Promise.reject(paused),
    });
    await expect(writer.createEvent(organizer, newEvent("ef_kept"))).rejects.toBe(paused);
    await expect(writer.deleteEvent(organizer, "an event")).rejects.toBe(paused);
    expect(google.tokens()).toBe(1);
    expect(google.received).toEqual([]);
  });

  it("waits for a room that Google still makes", async () => {
    const body = (room: object) => ({
      id: googleEventId("ef_pending", 1),
      etag: '"1"',
      status: "confirmed",
      start: { dateTime: "2026-11-24T15:00:00Z" },
      end: { dateTime: "2026-11-24T15:45:00Z" },
      ...room,
    });
    const pending = { conferenceData: { createRequest: { status: { statusCode: "pending" } } } };
    const ready = {
      conferenceData: {
        entryPoints: [
          { entryPointType: "phone", uri: "tel:+1" },
          { entryPointType: "video", uri: "https://meet.google.test/abc-defg-hij" },
        ],
      },
    };
    await using google = await openScriptedGoogle((_request, index) => ({
      body: body(index < 2 ? pending : ready),
    }));
    const { writer, waits } = google.client;
    const made = await writer.createEvent(organizer, newEvent("ef_pending"));
    expect(made.videoUrl).toBe("https://meet.google.test/abc-defg-hij");
    expect(google.received.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
    expect(waits).toEqual([100, 200]);
  });

  it("tells no address, token or title when it fails", async () => {
    await using google = await openScriptedGoogle(() => ({
      status: 400,
      body: { error: { message: `${organizer} Ada Lovelace`, errors: [{ reason: "invalid" }] } },
    }));
    const error: unknown = await google.client.writer
      .createEvent(organizer, newEvent("ef_quiet"))
      .catch((thrown: unknown) => thrown);
    const told = JSON.stringify([String(error), error, (error as Error).cause ?? null]);
    expect(told).toContain("events.insert");
    expect(told).not.toMatch(/@|Ada|token-|Bearer|\?/);
  });
});
