import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import type { Person, WorldEvent } from "../../../sandbox/worlds/types.ts";
import type { CalendarReading } from "../../../src/domain/calendar.ts";
import { openMicrosoftClient } from "../../support/microsoft-client.ts";

const from = Temporal.Instant.from("2026-11-23T00:00:00Z");
const to = Temporal.Instant.from("2027-01-04T00:00:00Z");

let company: Company;
/** Everybody's, of the mixed company. */
let readings: CalendarReading[];
/** Active, with a mailbox at Microsoft. */
let residents: Person[];

beforeAll(async () => {
  company = await startCompany({
    startsAt: Temporal.Instant.from("2026-11-23T09:00:00Z"),
    clock: "frozen",
    microsoft: true,
  });
  residents = company.world.people.filter(
    ({ mailbox, calendar, deactivatedAtMs }) =>
      mailbox === "microsoft" && calendar === "ok" && deactivatedAtMs === null,
  );
  const { reader } = openClient();
  readings = await reader.readBusy(
    company.world.people.map(({ email }) => email),
    from,
    to,
  );
});
afterAll(async () => await company.close());
afterEach(() => {
  company.faults.clear();
  company.microsoft.denied.clear();
  company.microsoft.scheduleErrors.clear();
  company.microsoft.ianaZones.clear();
});

const openClient = () =>
  openMicrosoftClient({
    graphUrl: company.microsoftGraphUrl,
    loginUrl: company.microsoftLoginUrl,
    application: company.microsoftApplication,
    clock: company.clock,
  });

const isOver = (event: WorldEvent) =>
  event.endMs > from.epochMilliseconds && event.startMs < to.epochMilliseconds;

/** What each entry of the world means at Microsoft, written down once more and independently. */
const expectedKind = (event: WorldEvent): string | undefined => {
  if (event.response === "declined") return undefined;
  if (event.eventType === "outOfOffice") return "out_of_office";
  if (event.eventType === "workingLocation") return "working_elsewhere";
  if (event.transparency === "transparent") return undefined;
  if (event.response === "needsAction") return "unaccepted";
  return event.status === "tentative" || event.response === "tentative" ? "tentative" : "busy";
};

const blocksOf = (reading: CalendarReading | undefined): string[] => {
  if (!reading?.readable) throw new Error("nobody to be read");
  return reading.blocks.map(
    ({ start, end, kind }) => `${start.epochMilliseconds} ${end.epochMilliseconds} ${kind}`,
  );
};

/** What the clock of a zone shows in winter and in summer: Windows has one name for several zones. */
const clockOf = (zone: string): string =>
  ["2026-12-01T12:00:00Z", "2027-07-01T12:00:00Z"]
    .map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString())
    .join(" ");

const zonesOf = (reading: CalendarReading | undefined): string[] => {
  if (!reading?.readable || !reading.hours) throw new Error("nobody to be read");
  return [clockOf(reading.zone), clockOf(reading.hours.zone)];
};

describe("readBusy over the seeded world", () => {
  it("answers for everybody, in the order asked", () => {
    expect(readings.map(({ email }) => email)).toEqual(
      company.world.people.map(({ email }) => email),
    );
  });

  it("knows each block of each mailbox with its kind, whole days in its own zone, and no other", () => {
    expect(residents.length).toBeGreaterThan(18);
    const kinds = new Set<string>();
    for (const person of residents) {
      const expected = person.events.filter(isOver).flatMap((event) => {
        const kind = expectedKind(event);
        const end = Math.min(event.endMs, to.epochMilliseconds);
        const start = Math.max(event.startMs, from.epochMilliseconds);
        return kind ? [`${start} ${end} ${kind}`] : [];
      });
      const found = blocksOf(readings.find(({ email }) => email === person.email));
      expect(found.toSorted()).toEqual(expected.toSorted());
      for (const one of found) kinds.add(one.split(" ")[2] ?? "");
    }
    expect([...kinds].toSorted()).toEqual(
      ["busy", "out_of_office", "tentative", "unaccepted", "working_elsewhere"].toSorted(),
    );
  });

  it("tells the IANA zone and the hours of each, whichever name the zone has", async () => {
    const [first, second] = residents;
    if (!first || !second) throw new Error("nobody lives there");
    company.microsoft.ianaZones.add(second.email);
    const { reader } = openClient();
    const two = await reader.readBusy([first.email, second.email], from, to);
    for (const [index, person] of [first, second].entries()) {
      expect(zonesOf(two[index])).toEqual([clockOf(person.zone), clockOf(person.zone)]);
      expect(two[index]).toMatchObject({
        hours: { days: { 1: [{ startMinute: 540, endMinute: 1020 }] } },
      });
      expect(two[index]).not.toHaveProperty("hours.days.6");
    }
  });

  it("says of people who are not there that they are unknown: never free", () => {
    const others = company.world.people.filter((person) => !residents.includes(person));
    expect(others.length).toBeGreaterThan(15);
    for (const { email } of others) {
      expect(readings.find((one) => one.email === email)).toMatchObject({
        readable: false,
        reason: "not_found",
      });
    }
  });
});

describe("a mailbox that may not be opened", () => {
  it("is read by its schedule, kinds and zone and hours, when a colleague may ask", async () => {
    const [asker, kept] = residents;
    if (!asker || !kept) throw new Error("nobody lives there");
    company.microsoft.denied.add(kept.email);
    const { reader } = openClient();
    const [, reading] = await reader.readBusy([asker.email, kept.email], from, to);
    expect(zonesOf(reading)).toEqual([clockOf(kept.zone), clockOf(kept.zone)]);
    // A schedule does not tell who has not answered: it shows those times as tentative.
    const expected = kept.events.filter(isOver).flatMap((event) => {
      const kind = expectedKind(event);
      return kind ? [`${event.startMs} ${kind === "unaccepted" ? "tentative" : kind}`] : [];
    });
    const found = blocksOf(reading).map((one) => one.replace(/ \d+ /, " "));
    expect([...new Set(found)].toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  it("is denied when its schedule tells nothing either, or nobody may ask", async () => {
    const [asker, kept] = residents;
    if (!asker || !kept) throw new Error("nobody lives there");
    company.microsoft.denied.add(kept.email);
    const { reader } = openClient();
    expect(await reader.readBusy([kept.email], from, to)).toMatchObject([
      { readable: false, reason: "denied" },
    ]);
    company.microsoft.scheduleErrors.set(kept.email, "ErrorNoFreeBusyAccess");
    const [, reading] = await reader.readBusy([asker.email, kept.email], from, to);
    expect(reading).toMatchObject({ readable: false, reason: "denied" });
  });
});

describe("faults", () => {
  const view = "/microsoft/graph/v1.0/users/.*/calendarView$";

  it("429 is waited for as long as Graph says", async () => {
    const [person] = residents;
    const { reader, waits } = openClient();
    company.faults.add({
      service: "microsoft",
      kind: "status",
      status: 429,
      retryAfterSeconds: 7,
      path: view,
    });
    const [reading] = await reader.readBusy([person?.email ?? ""], from, to);
    expect(reading?.readable).toBe(true);
    expect(waits).toEqual([7_000]);
  });

  it("a view whose connection broke is read again", async () => {
    const [person] = residents;
    const { reader, waits } = openClient();
    company.faults.add({ service: "microsoft", kind: "drop_before", path: view, times: 2 });
    const [reading] = await reader.readBusy([person?.email ?? ""], from, to);
    expect(blocksOf(reading)).toEqual(
      blocksOf(readings.find(({ email }) => email === person?.email)),
    );
    expect(waits).toEqual([50, 100]);
  });

  it("half a view is no view: its person cannot be read", async () => {
    const [person] = residents;
    const { reader } = openClient();
    company.faults.add({ service: "microsoft", kind: "malformed", path: view });
    expect(await reader.readBusy([person?.email ?? ""], from, to)).toMatchObject([
      { readable: false, reason: "unavailable" },
    ]);
  });

  it("settings that cannot be read leave zone and hours to the schedule", async () => {
    const [person] = residents;
    company.faults.add({
      service: "microsoft",
      kind: "status",
      status: 403,
      times: null,
      path: "mailboxSettings$",
    });
    const { reader } = openClient();
    const [reading] = await reader.readBusy([person?.email ?? ""], from, to);
    const clock = clockOf(person?.zone ?? "");
    expect(zonesOf(reading)).toEqual([clock, clock]);
  });

  it("a Graph that is away altogether is an error that may pass", async () => {
    company.faults.add({ service: "microsoft", kind: "status", status: 503, times: null });
    const { reader } = openClient();
    await expect(reader.readBusy([residents[0]?.email ?? ""], from, to)).rejects.toMatchObject({
      code: "calendar_unavailable",
      retryable: true,
    });
  });

  it("a wrong secret makes everybody denied", async () => {
    const { reader } = openMicrosoftClient({
      graphUrl: company.microsoftGraphUrl,
      loginUrl: company.microsoftLoginUrl,
      application: { ...company.microsoftApplication, clientSecret: "another" },
      clock: company.clock,
    });
    expect(await reader.readBusy([residents[0]?.email ?? ""], from, to)).toMatchObject([
      { readable: false, reason: "denied" },
    ]);
  });

  it("a token is asked for once, for all people", async () => {
    const { reader } = openClient();
    const fault = company.faults.add({
      service: "microsoft",
      kind: "slow",
      delayMs: 0,
      times: null,
      path: "/oauth2/v2.0/token$",
    });
    await reader.readBusy(
      residents.map(({ email }) => email),
      from,
      to,
    );
    expect(company.faults.list().find(({ id }) => id === fault.id)?.met).toBe(1);
  });
});
