import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import type { Person } from "../../../sandbox/worlds/types.ts";
import { createBothCalendars } from "../../../src/calendar/both-calendars.ts";
import { googleEventId } from "../../../src/calendar/google-event-id.ts";
import type { NewCalendarEvent } from "../../../src/calendar/port.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { openGoogleClient } from "../../support/google-client.ts";
import { openMicrosoftClient } from "../../support/microsoft-client.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const from = now;
const to = now.add({ hours: 24 * 5 });

let company: Company;
/** The engineers of Platform's panel: some of them live at Microsoft. */
let panel: Person[];
let atGoogle: Person;
let atMicrosoft: Person;

beforeAll(async () => {
  company = await startCompany({ startsAt: now, clock: "frozen", microsoft: true });
  const screeners = company.world.cast.screeners["Platform"] ?? [];
  panel = company.world.people.filter(({ email }) => screeners.includes(email));
  const [google] = panel.filter(({ mailbox }) => mailbox === undefined);
  const [microsoft] = panel.filter(({ mailbox }) => mailbox === "microsoft");
  if (!google || !microsoft) throw new Error("the panel is not mixed");
  atGoogle = google;
  atMicrosoft = microsoft;
});
afterAll(async () => await company.close());
afterEach(() => {
  company.faults.clear();
  company.microsoft.denied.clear();
  company.clock.set(now);
});

const open = () => {
  const microsoft = openMicrosoftClient({
    graphUrl: company.microsoftGraphUrl,
    loginUrl: company.microsoftLoginUrl,
    application: company.microsoftApplication,
    clock: company.clock,
  });
  const google = openGoogleClient({
    baseUrl: company.googleUrl,
    serviceAccount: company.googleServiceAccount,
    clock: company.clock,
  });
  return createBothCalendars({ microsoft, google }, company.clock);
};

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

const newEvent = (effectId: string): NewCalendarEvent => ({
  id: googleEventId(effectId, 1),
  effectId,
  title: "Interview",
  description: "Agenda",
  startsAt: Temporal.Instant.from("2026-11-26T15:00:00Z"),
  endsAt: Temporal.Instant.from("2026-11-26T15:45:00Z"),
  zone: "Europe/Lisbon",
  guests: panel.slice(0, 3).map(({ email, name }) => ({ email, name })),
  video: "meet",
});

/** How many requests of a kind reach a service while something is done. */
const requestsTo = async (
  service: "microsoft" | "google",
  path: string,
  act: () => Promise<unknown>,
): Promise<number> => {
  const { id } = company.faults.add({ service, kind: "slow", delayMs: 0, times: null, path });
  await act();
  const met = company.faults.list().find((one) => one.id === id)?.met ?? 0;
  company.faults.remove(id);
  return met;
};

describe("a mixed panel", () => {
  it("is read where each lives, in the order asked, and whoever lives nowhere is not found", async () => {
    const emails = [...panel.map(({ email }) => email), "nobody@elsewhere.test"];
    const readings = await open().reader.readBusy(emails, from, to);
    expect(readings.map(({ email }) => email)).toEqual(emails);
    expect(readings.slice(0, -1).every((one) => one.readable && one.blocks.length > 0)).toBe(true);
    expect(readings.at(-1)).toMatchObject({ readable: false, reason: "not_found" });
    // Only Microsoft tells hours.
    const withHours = readings.filter((one) => one.readable && one.hours).map(({ email }) => email);
    const residents = panel.filter(({ mailbox }) => mailbox === "microsoft");
    expect(withHours).toEqual(residents.map(({ email }) => email));
  });

  it("is asked for where it lives once that is known, and looked up anew after an hour", async () => {
    const { reader } = open();
    const read = async () => await reader.readBusy([atGoogle.email], from, to);
    const asked = async () => await requestsTo("microsoft", "/calendarView$", read);
    expect(await asked()).toBe(1);
    expect(await asked()).toBe(0);
    company.clock.advance({ minutes: 61 });
    expect(await asked()).toBe(1);
  });
});

describe("an event", () => {
  it.each([
    ["Google", () => atGoogle, /meet\.google/],
    ["Microsoft", () => atMicrosoft, /teams\.microsoft/],
  ] as const)(
    "of an organiser at %s is made, found and removed there",
    async (name, who, video) => {
      const { writer, reader } = open();
      const event = newEvent(`ef_both_${name}`);
      const { email } = who();
      const made = await writer.createEvent(email, event);
      expect(made).toMatchObject({ id: event.id, videoUrl: expect.stringMatching(video) });
      const found = await reader.getEvent(email, event.id);
      expect(found).toMatchObject({ effectId: event.effectId });
      await writer.deleteUnchanged(email, { eventId: event.id, etag: found?.etag ?? "" });
      expect((await reader.getEvent(email, event.id))?.status ?? "cancelled").toBe("cancelled");
      const services = company.journal
        .list()
        .filter(({ ids }) => ids["conveneEffect"] === event.effectId)
        .map(({ service, kind }) => `${service} ${kind}`);
      const service = name.toLowerCase();
      expect(services).toEqual([`${service} event.inserted`, `${service} event.deleted`]);
    },
  );

  it.each([
    ["Google", () => atGoogle],
    ["Microsoft", () => atMicrosoft],
  ] as const)(
    "at %s is changed in its place: who stays is not asked again, and its room stays",
    async (name, who) => {
      const { writer, reader } = open();
      const event = newEvent(`ef_changed_${name}`);
      const { email } = who();
      const made = await writer.createEvent(email, event);
      const [leaving, ...staying] = event.guests.filter((guest) => guest.email !== email);
      const newcomer = panel.find(
        (one) => one.email !== email && event.guests.every((guest) => guest.email !== one.email),
      );
      if (!leaving || !newcomer) throw new Error("nobody can be replaced");
      const guests = [...staying, { email: newcomer.email, name: newcomer.name }];
      const update = {
        eventId: event.id,
        etag: made.etag,
        effectId: `ef_later_${name}`,
        texts: { title: event.title, description: "Another agenda" },
        time: null,
        guests: guests.map((guest) => ({ ...guest, answer: "needs_action" as const })),
      };
      const changed = await writer.updateEvent(email, update);
      const found = await reader.getEvent(email, event.id);
      expect(found).toEqual(changed);
      expect(found).toMatchObject({
        id: event.id,
        effectId: `ef_later_${name}`,
        description: "Another agenda",
        videoUrl: made.videoUrl,
        startsAt: event.startsAt,
      });
      expect(found?.guests.map((guest) => guest.email).toSorted(compare)).toEqual(
        guests.map((guest) => guest.email).toSorted(compare),
      );
      // As it was read it is no more.
      await expect(writer.updateEvent(email, update)).rejects.toMatchObject({
        code: "calendar_rejected",
        retryable: false,
        data: { status: 412 },
      });
      const time = {
        startsAt: event.startsAt.add({ hours: 1 }),
        endsAt: event.endsAt.add({ hours: 1 }),
        zone: event.zone,
      };
      const moved = await writer.updateEvent(email, { ...update, etag: changed.etag, time });
      expect(moved.startsAt.equals(time.startsAt)).toBe(true);
      // Without texts they stay to the letter, and so does the link.
      const { texts: _, ...guestsAlone } = update;
      const fewer = await writer.updateEvent(email, {
        ...guestsAlone,
        etag: moved.etag,
        guests: update.guests.slice(1),
        isQuiet: true,
      });
      const { title, description, videoUrl } = moved;
      expect(fewer).toMatchObject({ title, description, videoUrl, startsAt: moved.startsAt });
      expect(fewer.guests).toHaveLength(moved.guests.length - 1);
      await writer.deleteEvent(email, event.id);
      await expect(
        writer.updateEvent(email, { ...update, etag: fewer.etag }),
      ).rejects.toBeInstanceOf(AppError);
    },
  );

  it("of an organiser who lives nowhere is not made", async () => {
    await expect(
      open().writer.createEvent("nobody@elsewhere.test", newEvent("ef_nowhere")),
    ).rejects.toMatchObject({ code: "calendar_not_found" });
  });

  it("is told of where its organiser lives", async () => {
    const { writer, watcher } = open();
    for (const { email } of [atGoogle, atMicrosoft]) {
      const effectId = `ef_watched_${email}`;
      await writer.createEvent(email, newEvent(effectId));
      const changes = await watcher.readChanges(email, null);
      expect(changes).toMatchObject({
        events: expect.arrayContaining([{ effectId, etag: expect.any(String) }]),
      });
    }
  });
});

describe("when one service is away", () => {
  const status = { kind: "status", status: 503, times: null } as const;

  it("the people of the other are read, and its own are not free", async () => {
    const { reader } = open();
    const emails = [atGoogle.email, atMicrosoft.email];
    await reader.readBusy(emails, from, to);
    company.faults.add({ service: "microsoft", ...status });
    expect(await reader.readBusy(emails, from, to)).toMatchObject([
      { readable: true },
      { readable: false, reason: "unavailable" },
    ]);
    company.faults.clear();
    company.faults.add({ service: "google", ...status });
    expect(await reader.readBusy(emails, from, to)).toMatchObject([
      { readable: false, reason: "unavailable" },
      { readable: true },
    ]);
  });

  it("nobody who is not known is looked for at Google: a calendar left behind would be free", async () => {
    const { reader, writer } = open();
    company.faults.add({ service: "microsoft", ...status });
    await expect(reader.readBusy([atGoogle.email], from, to)).rejects.toMatchObject({
      code: "calendar_unavailable",
      retryable: true,
    });
    await expect(
      writer.createEvent(atGoogle.email, newEvent("ef_unknown_home")),
    ).rejects.toMatchObject({ code: "calendar_unavailable", retryable: true });
    expect(
      company.journal.list().filter(({ ids }) => ids["conveneEffect"] === "ef_unknown_home"),
    ).toEqual([]);
  });

  it("nor whoever the access policy keeps from us", async () => {
    company.microsoft.denied.add(atMicrosoft.email);
    const { reader, writer } = open();
    const asked = await requestsTo("google", "^/google/", async () => {
      expect(await reader.readBusy([atMicrosoft.email], from, to)).toMatchObject([
        { readable: false, reason: "denied" },
      ]);
      await expect(
        writer.createEvent(atMicrosoft.email, newEvent("ef_denied")),
      ).rejects.toMatchObject({ code: "calendar_denied", retryable: false });
    });
    expect(asked).toBe(0);
  });
});
