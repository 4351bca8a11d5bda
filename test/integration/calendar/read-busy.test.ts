import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import type { Person, WorldEvent } from "../../../sandbox/worlds/types.ts";
import type { CalendarReading } from "../../../src/domain/calendar.ts";
import { openGoogleClient } from "../../support/google-client.ts";

const from = Temporal.Instant.from("2026-11-23T00:00:00Z");
const to = Temporal.Instant.from("2027-01-04T00:00:00Z");

let company: Company;
let readings: CalendarReading[];

beforeAll(async () => {
  company = await startCompany({
    startsAt: Temporal.Instant.from("2026-11-23T09:00:00Z"),
    clock: "frozen",
  });
  const { reader } = openClient();
  readings = await reader.readBusy(
    company.world.people.map(({ email }) => email),
    from,
    to,
  );
});
afterAll(async () => await company.close());

const openClient = () =>
  openGoogleClient({
    baseUrl: company.googleUrl,
    serviceAccount: company.googleServiceAccount,
    clock: company.clock,
  });

const readingOf = ({ email }: Person) => {
  const reading = readings.find((one) => one.email === email);
  if (!reading) throw new Error("nobody asked for this person");
  return reading;
};

const isOver = (event: WorldEvent) =>
  event.endMs > from.epochMilliseconds && event.startMs < to.epochMilliseconds;

/** What each entry of the world means, written down once more and independently. */
const expectedKind = (event: WorldEvent): string | undefined => {
  if (event.response === "declined" || event.transparency === "transparent") return undefined;
  const byType = { outOfOffice: "out_of_office", focusTime: "focus", workingLocation: undefined };
  if (event.eventType !== "default") return byType[event.eventType];
  if (event.status === "tentative" || event.response === "tentative") return "tentative";
  return event.response === "needsAction" ? "unaccepted" : "busy";
};

describe("readBusy over the seeded world", () => {
  it("answers for everybody, in the order asked", () => {
    expect(readings.map(({ email }) => email)).toEqual(
      company.world.people.map(({ email }) => email),
    );
  });

  it("knows each block of each readable calendar with its kind, and no other", () => {
    const kinds = new Set<string>();
    const active = company.world.people.filter(
      ({ calendar, deactivatedAtMs }) => calendar === "ok" && deactivatedAtMs === null,
    );
    expect(active.length).toBeGreaterThan(30);
    for (const person of active) {
      const reading = readingOf(person);
      if (!reading.readable) throw new Error("somebody active cannot be read");
      const expected = person.events.filter(isOver).flatMap((event) => {
        const kind = expectedKind(event);
        return kind ? [`${event.id} ${kind}`] : [];
      });
      const found = reading.blocks.map(({ eventId, kind }) => `${eventId} ${kind}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
      for (const { kind } of reading.blocks) kinds.add(kind);
    }
    expect([...kinds].toSorted()).toEqual(
      ["busy", "focus", "out_of_office", "tentative", "unaccepted"].toSorted(),
    );
  });

  it("sorts blocks by start and keeps them inside the window", () => {
    for (const reading of readings) {
      if (!reading.readable) continue;
      const starts = reading.blocks.map(({ start }) => start.epochMilliseconds);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      for (const { start, end } of reading.blocks) {
        expect(start.epochMilliseconds).toBeGreaterThanOrEqual(from.epochMilliseconds);
        expect(end.epochMilliseconds).toBeLessThanOrEqual(to.epochMilliseconds);
      }
    }
  });

  it("places whole days in the person's own zone", () => {
    const person = company.world.people.find(
      (one) =>
        one.calendar === "ok" &&
        one.deactivatedAtMs === null &&
        one.events.some((event) => event.allDay && isOver(event)),
    );
    if (!person) throw new Error("nobody in this world is on leave");
    const reading = readingOf(person);
    const leave = person.events.find((event) => event.allDay && isOver(event));
    const block = reading.readable && reading.blocks.find(({ eventId }) => eventId === leave?.id);
    if (!block) throw new Error("the leave is not a block");
    expect(block.start.epochMilliseconds).toBe(leave?.startMs);
    expect(block.start.toZonedDateTimeISO(person.zone).toPlainTime().toString()).toBe("00:00:00");
  });

  it("tells the zone of each calendar and claims no working hours", () => {
    for (const person of company.world.people) {
      const reading = readingOf(person);
      if (!reading.readable) continue;
      expect(reading.zone).toBe(person.zone);
      expect(reading.hours).toBeUndefined();
    }
  });

  it("says of a person unknown to Google and of one denied what they are: never free", () => {
    const reasonsOf = (calendar: Person["calendar"]) =>
      company.world.people
        .filter((person) => person.calendar === calendar)
        .map(readingOf)
        .map((reading) => (reading.readable ? "readable" : reading.reason));
    expect(new Set(reasonsOf("none"))).toEqual(new Set(["not_found"]));
    expect(new Set(reasonsOf("denied"))).toEqual(new Set(["denied"]));
  });

  it("reads more people than one free/busy question may hold, and one person asked for twice", async () => {
    const [ines] = company.world.people;
    if (!ines) throw new Error("the world is empty");
    const strangers = Array.from({ length: 120 }, (_, index) => `stranger${index}@elsewhere.test`);
    const { reader } = openClient();
    const found = await reader.readBusy([ines.email, ...strangers, ines.email], from, to);
    expect(found).toHaveLength(122);
    expect(found.filter((one) => one.readable).map(({ email }) => email)).toEqual([
      ines.email,
      ines.email,
    ]);
    expect(new Set(found.slice(1, -1).map((one) => !one.readable && one.reason))).toEqual(
      new Set(["not_found"]),
    );
  });
});
