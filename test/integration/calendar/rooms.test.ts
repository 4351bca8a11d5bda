import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import type { Room } from "../../../sandbox/worlds/types.ts";
import { createBothCalendars } from "../../../src/calendar/both-calendars.ts";
import { createGoogleCalendar } from "../../../src/calendar/google.ts";
import { googleEventId } from "../../../src/calendar/google-event-id.ts";
import { createMicrosoftCalendar } from "../../../src/calendar/microsoft.ts";
import type { NewCalendarEvent } from "../../../src/calendar/port.ts";

let company: Company;
beforeAll(async () => {
  company = await startCompany({
    startsAt: Temporal.Instant.from("2026-11-23T09:00:00Z"),
    clock: "frozen",
    rateLimit: "off",
    microsoft: true,
  });
});
afterAll(async () => await company.close());

const open = () => {
  const { clock } = company;
  return createBothCalendars(
    {
      google: createGoogleCalendar({
        baseUrl: company.googleUrl,
        serviceAccount: company.googleServiceAccount,
        clock,
      }),
      microsoft: createMicrosoftCalendar({
        graphUrl: company.microsoftGraphUrl,
        loginUrl: company.microsoftLoginUrl,
        application: company.microsoftApplication,
        clock,
        companyZone: "Europe/Lisbon",
      }),
    },
    clock,
  );
};
const personAt = (home: "microsoft" | undefined) => {
  const found = company.world.people.find(
    ({ mailbox, calendar, deactivatedAtMs }) =>
      mailbox === home && calendar === "ok" && deactivatedAtMs === null,
  );
  if (!found) throw new Error("the company has nobody there");
  return found;
};
const roomNamed = (name: string): Room => {
  const room = company.world.rooms.find((one) => one.name === name);
  if (!room) throw new Error("the company has no such room");
  return room;
};

/** A Sunday: nobody is there by themselves. */
const eventIn = (room: Room, effectId: string): NewCalendarEvent => ({
  id: googleEventId(effectId, 1),
  effectId,
  title: "Onsite",
  description: "Agenda",
  startsAt: Temporal.Instant.from("2026-11-29T15:00:00Z"),
  endsAt: Temporal.Instant.from("2026-11-29T16:00:00Z"),
  zone: "Europe/Lisbon",
  guests: [{ email: room.email, name: room.name, isRoom: true }],
  video: "none",
  location: room.name,
});

describe.each([
  ["Google", undefined, "Atlas"],
  ["Microsoft", "microsoft", "Sado"],
] as const)("a room of %s", (_, home, name) => {
  it("accepts a time at which it is free, is busy then, and declines it to another", async () => {
    const { reader, writer } = open();
    const room = roomNamed(name);
    const organizer = personAt(home);
    const first = eventIn(room, `ef_first_${name}`);
    const second = eventIn(room, `ef_second_${name}`);
    await writer.createEvent(organizer.email, first);
    await writer.createEvent(organizer.email, second);
    const answerTo = async ({ id }: NewCalendarEvent) =>
      (await reader.getEvent(organizer.email, id))?.guests.find(({ email }) => email === room.email)
        ?.answer;
    expect([await answerTo(first), await answerTo(second)]).toEqual(["accepted", "declined"]);
    const day = first.startsAt.subtract({ hours: 10 });
    const emails = [organizer.email, room.email];
    const [, reading] = await reader.readBusy(emails, day, day.add({ hours: 20 }));
    expect(
      reading?.readable &&
        reading.blocks.map(({ start, end, kind }) => [start.toString(), end.toString(), kind]),
    ).toEqual([["2026-11-29T15:00:00Z", "2026-11-29T16:00:00Z", "busy"]]);
    expect(reading?.readable && reading.zone).toBe("Europe/Lisbon");
    await writer.deleteEvent(organizer.email, first.id);
    const [, after] = await reader.readBusy(emails, day, day.add({ hours: 20 }));
    expect(after?.readable && after.blocks).toEqual([]);
  });
});

describe("a room", () => {
  it("is invited as a resource, at both services", async () => {
    const { writer } = open();
    const [atlas, sado] = [roomNamed("Tejo"), roomNamed("Douro")];
    const atGoogle = eventIn(atlas, "ef_resource_g");
    await writer.createEvent(personAt(undefined).email, atGoogle);
    expect(company.google.store.find(atlas.email, atGoogle.id)).toMatchObject({
      location: "Tejo",
      guests: [{ email: atlas.email, isResource: true }],
    });
    await writer.createEvent(personAt("microsoft").email, eventIn(sado, "ef_resource_m"));
    const copies = company.microsoft.store.list(sado.email).map(({ event }) => event);
    expect(copies.find(({ subject }) => subject === "Onsite")).toMatchObject({
      location: "Douro",
      attendees: [{ email: sado.email, isResource: true }],
    });
  });

  it("cannot be signed in to at Google, and is read as whoever is asked about beside it", async () => {
    const { reader } = open();
    const from = Temporal.Instant.from("2026-11-23T00:00:00Z");
    const read = async (emails: string[]) =>
      await reader.readBusy(emails, from, from.add({ hours: 120 }));
    const { email } = roomNamed("Atlas");
    expect(await read([email])).toMatchObject([{ readable: false }]);
    const [, room] = await read([personAt(undefined).email, email]);
    expect(room?.readable && room.blocks.length).toBeGreaterThan(3);
    expect(await read([email])).toEqual([room]);
  });
});
