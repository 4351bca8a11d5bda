import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import {
  type BookingIcs,
  type IcsEntry,
  bookingIcs,
} from "../../../src/messaging/invitation-ics.ts";

const entry: IcsEntry = {
  uid: "case_1.phone@convene.test",
  startsAt: Temporal.Instant.from("2026-11-24T15:00:00Z"),
  endsAt: Temporal.Instant.from("2026-11-24T15:45:00Z"),
  summary: "Phone Screen with Lumen Harbor",
  description: "Hello Ada,\n\nsee you; bring questions, please \\ smile.",
  location: "https://meet.google.test/abc-defg-hij",
  url: "https://meet.google.test/abc-defg-hij",
};

const base: BookingIcs = {
  method: "REQUEST",
  isCancelled: false,
  entries: [entry],
  sequence: 0,
  zone: "Europe/Lisbon",
  organizer: { email: "interviews@convene.test", name: "Lumen Harbor" },
  attendee: { email: "ada@candidates.test", name: "Ada Lovelace" },
  now: Temporal.Instant.from("2026-11-20T10:00:00Z"),
};

const read = (content: string) => {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  const events = calendar.getAllSubcomponents("vevent");
  const [first] = events;
  if (!first) throw new Error("no event");
  const event = new ICAL.Event(first);
  if (zone) {
    const timezone = new ICAL.Timezone(zone);
    event.startDate.zone = timezone;
    event.endDate.zone = timezone;
  }
  return { calendar, zone, events, first, event };
};

const instantOf = (time: ICAL.Time) =>
  Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();

it("reads as one event with all that was said", () => {
  const { calendar, events, first, event } = read(bookingIcs(base));
  expect(events).toHaveLength(1);
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(event.uid).toBe(entry.uid);
  expect(event.sequence).toBe(0);
  expect(event.summary).toBe(entry.summary);
  expect(event.description).toBe(entry.description);
  expect(event.location).toBe(entry.location);
  expect(first.getFirstPropertyValue("url")).toBe(entry.url);
  expect(String(first.getFirstPropertyValue("dtstamp"))).toBe("2026-11-20T10:00:00Z");
  expect(String(first.getFirstPropertyValue("organizer"))).toBe("mailto:interviews@convene.test");
  const [attendee] = first.getAllProperties("attendee");
  expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:ada@candidates.test");
  expect(attendee?.getParameter("cn")).toBe("Ada Lovelace");
  expect(attendee?.getParameter("partstat")).toBe("NEEDS-ACTION");
});

describe.each([
  ["Lisbon in winter", "Europe/Lisbon", "2026-11-24T15:00:00Z", "15:00"],
  ["Lisbon in summer", "Europe/Lisbon", "2026-07-14T15:00:00Z", "16:00"],
  ["Berlin, the day summer time begins", "Europe/Berlin", "2027-03-28T06:00:00Z", "08:00"],
  ["Berlin, the day before", "Europe/Berlin", "2027-03-27T07:00:00Z", "08:00"],
  ["Berlin, the day summer time ends", "Europe/Berlin", "2026-10-25T07:00:00Z", "08:00"],
  ["New York, between the two changes", "America/New_York", "2027-03-17T13:00:00Z", "09:00"],
  ["Kolkata, half an hour off", "Asia/Kolkata", "2026-11-24T04:30:00Z", "10:00"],
  ["Kathmandu, three quarters off", "Asia/Kathmandu", "2026-11-24T04:15:00Z", "10:00"],
  [
    "Adelaide, half an hour off in summer time",
    "Australia/Adelaide",
    "2026-11-24T00:00:00Z",
    "10:30",
  ],
  ["Lord Howe, a change of half an hour", "Australia/Lord_Howe", "2026-11-24T00:00:00Z", "11:00"],
  ["an old name of a zone", "Asia/Calcutta", "2026-11-24T04:30:00Z", "10:00"],
  ["the south, past midnight", "America/Sao_Paulo", "2026-11-25T02:30:00Z", "23:30"],
])("%s", (_name, zone, start, localStart) => {
  const startsAt = Temporal.Instant.from(start);
  const {
    zone: described,
    first,
    event,
  } = read(
    bookingIcs({
      ...base,
      zone,
      entries: [{ ...entry, startsAt, endsAt: startsAt.add({ minutes: 45 }) }],
    }),
  );

  it("is the right moment by the file's own rules", () => {
    expect(instantOf(event.startDate)).toBe(startsAt.toString());
    expect(instantOf(event.endDate)).toBe(startsAt.add({ minutes: 45 }).toString());
  });

  it("shows the local hour under the zone that the file describes", () => {
    const property = first.getFirstProperty("dtstart");
    expect(String(property?.getFirstValue()).slice(11, 16)).toBe(localStart);
    expect(property?.getParameter("tzid")).toBe(described?.getFirstPropertyValue("tzid"));
  });
});

it("falls back to UTC where the rules of a zone do not fit into a calendar file", () => {
  // Morocco is an hour behind itself in Ramadan (8 February to 9 March 2027).
  const times = ["2027-02-20T10:00:00Z", "2026-07-20T10:00:00Z"].map((start) => {
    const startsAt = Temporal.Instant.from(start);
    const content = bookingIcs({
      ...base,
      zone: "Africa/Casablanca",
      entries: [{ ...entry, startsAt, endsAt: startsAt.add({ minutes: 45 }) }],
    });
    return {
      start: instantOf(read(content).event.startDate),
      hasZone: content.includes("VTIMEZONE"),
    };
  });
  expect(times.map(({ start }) => start)).toEqual(["2027-02-20T10:00:00Z", "2026-07-20T10:00:00Z"]);
  expect(times.some(({ hasZone }) => !hasZone)).toBe(true);
});

it("keeps the UID and counts the SEQUENCE over a change and a cancellation", () => {
  const changed = read(bookingIcs({ ...base, sequence: 1 }));
  const cancelled = read(bookingIcs({ ...base, sequence: 2, method: "CANCEL", isCancelled: true }));
  expect([changed.event.uid, cancelled.event.uid]).toEqual([entry.uid, entry.uid]);
  expect([changed.event.sequence, cancelled.event.sequence]).toEqual([1, 2]);
  expect(cancelled.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(cancelled.first.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(changed.first.getFirstPropertyValue("status")).toBe("CONFIRMED");
});

it("holds several interviews as a calendar to be added, and their cancellation", () => {
  const later = { hours: 2 };
  const second = {
    ...entry,
    uid: "case_1.values@convene.test",
    startsAt: entry.startsAt.add(later),
    endsAt: entry.endsAt.add(later),
    summary: "Values with Lumen Harbor",
  };
  const several: BookingIcs = { ...base, method: "PUBLISH", entries: [entry, second] };
  const added = read(bookingIcs(several));
  expect(added.calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  const events = added.events.map((event) => new ICAL.Event(event));
  expect(events.map(({ uid }) => uid)).toEqual([entry.uid, second.uid]);
  expect(events.map(({ summary }) => summary)).toEqual([entry.summary, second.summary]);
  const starts = events.map(({ startDate }) => startDate.toString().slice(11, 16));
  expect(starts).toEqual(["15:00", "17:00"]);
  const off = read(bookingIcs({ ...several, sequence: 1, isCancelled: true }));
  expect(off.events.map((event) => event.getFirstPropertyValue("status"))).toEqual([
    "CANCELLED",
    "CANCELLED",
  ]);
});

it("ends each line with CRLF and folds at 75 octets, never inside a character", () => {
  const content = bookingIcs({
    ...base,
    entries: [{ ...entry, description: "Olá, até já! 🎉".repeat(40) }],
  });
  expect(content.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lengths = content.split("\r\n").map((line) => Buffer.byteLength(line));
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  expect(read(content).event.description).toBe("Olá, até já! 🎉".repeat(40));
});

describe("what candidates and titles can hold", () => {
  const attack = "x\r\nATTENDEE:mailto:evil@evil.test\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other";

  it.each(["uid", "summary", "description", "location"] as const)(
    "cannot add a line by way of the %s",
    (field) => {
      const { events, first } = read(
        bookingIcs({ ...base, entries: [{ ...entry, [field]: attack }] }),
      );
      expect(events).toHaveLength(1);
      expect(first.getAllProperties("attendee")).toHaveLength(1);
      expect(first.getAllProperties("uid")).toHaveLength(1);
    },
  );

  it("cannot add a line or a parameter by way of a name", () => {
    const name = `Ada";CUTYPE=ROOM:mailto:evil@evil.test\r\nX-EVIL:1`;
    const { first } = read(
      bookingIcs({
        ...base,
        attendee: { ...base.attendee, name },
        organizer: { ...base.organizer, name },
      }),
    );
    const [attendee, ...more] = first.getAllProperties("attendee");
    expect(more).toEqual([]);
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:ada@candidates.test");
    expect(attendee?.getParameter("cutype")).toBe("INDIVIDUAL");
    expect(first.getAllProperties("x-evil")).toEqual([]);
  });

  it.each(["a@b.test\r\nX-EVIL:1", "a@b.test,c@d.test", "not an address", "a@b.test;x=y"])(
    "is refused as an address: %j",
    (email) => {
      expect(() => bookingIcs({ ...base, attendee: { ...base.attendee, email } })).toThrow(
        expect.objectContaining({ code: "input_invalid" }),
      );
    },
  );

  it.each(["javascript:alert(1)", "https://x.test/\r\nX-EVIL:1", "file:///etc/passwd"])(
    "is refused as a link: %j",
    (url) => {
      expect(() => bookingIcs({ ...base, entries: [{ ...entry, url }] })).toThrow(
        expect.objectContaining({ code: "input_invalid" }),
      );
    },
  );
});

it("says the same moments as were booked, in every zone around every change of three years", () => {
  const wrong: string[] = [];
  let rounds = 0;
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    for (const change of changesOf(zone, "2026-01-01", "2029-01-01")) {
      for (const quarters of [-5, -4, -1, 0, 4]) {
        const startsAt = change.add({ minutes: quarters * 15 });
        const endsAt = startsAt.add({ minutes: 45 });
        const { event } = read(
          bookingIcs({ ...base, zone, entries: [{ ...entry, startsAt, endsAt }] }),
        );
        rounds += 1;
        const told = [instantOf(event.startDate), instantOf(event.endDate)];
        const booked = [startsAt.toString(), endsAt.toString()];
        if (told.join() !== booked.join()) wrong.push(`${zone} ${booked.join()} is ${told.join()}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(rounds).toBeGreaterThan(3_000);
});

/** Moments at which the zone's clock changes. */
const changesOf = (zone: string, from: string, until: string): Temporal.Instant[] => {
  const last = Temporal.PlainDate.from(until).toZonedDateTime(zone);
  const changes: Temporal.Instant[] = [];
  let next = Temporal.PlainDate.from(from).toZonedDateTime(zone).getTimeZoneTransition("next");
  while (next && Temporal.ZonedDateTime.compare(next, last) < 0) {
    changes.push(next.toInstant());
    next = next.getTimeZoneTransition("next");
  }
  return changes;
};
