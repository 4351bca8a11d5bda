import { describe, expect, it } from "vitest";
import { isZone, isoInstant, slotInWords } from "../../../src/domain/time.ts";
import { RENAMED, zoneName } from "../../../src/domain/zone-names.ts";
import { placeZones } from "../../../src/language/constraints/zones.ts";

const slot = (startsAt: string, minutes: number) => {
  const start = Temporal.Instant.from(startsAt);
  return { startsAt: start, endsAt: start.add({ minutes }) };
};

describe("times for people and for JSON", () => {
  it.each([
    ["2026-11-24T15:00:00Z", true],
    ["2026-11-24T15:00+05:45", true],
    ["2026-11-24T15:00:00", false],
    ["2026-11-24", false],
    ["2026-13-24T15:00:00Z", false],
    ["2026-02-28T23:59:59.999999999Z", true],
    ["2026-02-29T00:00:00Z", false],
    ["2028-02-29T00:00Z", true],
    ["2026-04-31T00:00:00Z", false],
    ["2026-00-24T15:00:00Z", false],
    ["2026-11-00T15:00:00Z", false],
    ["2026-11-24T24:00:00Z", false],
    ["2026-11-24T15:60:00Z", false],
    ["2026-11-24T15:00:00Z\n", false],
    ["0000-01-01T00:00:00Z", false],
    ["0001-01-01T00:00:00+14:00", false],
    ["9999-12-31T23:30:00-01:00", false],
    ["0001-01-01T00:00:00Z", true],
    ["tomorrow", false],
  ])("takes %s as an instant: %s", (text, isRight) => {
    expect(isoInstant.safeParse(text).success).toBe(isRight);
  });

  it.each([
    ["tomorrow", "must be a time such as 2026-11-24T15:00:00Z"],
    ["2026-11-24T15:00", "must be a time such as 2026-11-24T15:00:00Z"],
    ["2026-02-30T15:00:00Z", "is not a real date and time"],
  ])("is refused once: %s", (text, message) => {
    const issues = isoInstant.safeParse(text).error?.issues ?? [];
    expect(issues.map((issue) => issue.message)).toEqual([message]);
  });

  it.each([
    ["Europe/Lisbon", true],
    ["Asia/Kathmandu", true],
    ["UTC", true],
    ["+01:00", false],
    ["europe/lisbon", false],
    ["Mars/Olympus", false],
    ["", false],
  ])("takes %s as a zone: %s", (zone, isRight) => {
    expect(isZone(zone)).toBe(isRight);
  });

  it("says a slot in words with its zone", () => {
    expect(slotInWords(slot("2026-11-24T15:00:00Z", 45), "Europe/Lisbon")).toBe(
      "Tuesday 24 November 2026, 15:00–15:45 (Lisbon time)",
    );
    expect(slotInWords(slot("2026-11-24T15:00:00Z", 45), "Asia/Kathmandu")).toBe(
      "Tuesday 24 November 2026, 20:45–21:30 (Kathmandu time)",
    );
  });

  it("gives the hour of the clock that counts on either side of a change", () => {
    // New York falls back on 1 November 2026 at 06:00 UTC.
    expect(slotInWords(slot("2026-10-31T14:00:00Z", 60), "America/New_York")).toContain(
      "10:00–11:00",
    );
    expect(slotInWords(slot("2026-11-02T14:00:00Z", 60), "America/New_York")).toContain(
      "09:00–10:00",
    );
  });

  it("names a zone after its place", () => {
    expect(zoneName("America/New_York")).toBe("New York time");
    expect(zoneName("UTC")).toBe("UTC");
  });

  it.each(Object.entries(RENAMED))("names %s after its place as %s", (former, present) => {
    expect(zoneName(former)).toBe(zoneName(present));
    // The names of one zone: Intl gives the former one for both.
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: present }).resolvedOptions();
    expect([former, present]).toContain(timeZone);
    const summer = Temporal.ZonedDateTime.from(`2026-07-01T12:00[${former}]`);
    expect(summer.equals(summer.withTimeZone(present))).toBe(true);
  });

  it("names what the browser calls Calcutta and Kiev as it is called", () => {
    expect(zoneName("Asia/Calcutta")).toBe("Kolkata time");
    expect(zoneName("Europe/Kiev")).toBe("Kyiv time");
    const places = placeZones();
    expect(places.get("ho chi minh")).toBe("Asia/Ho_Chi_Minh");
    expect(places.get("calcutta")).toBe("Asia/Calcutta");
  });
});
