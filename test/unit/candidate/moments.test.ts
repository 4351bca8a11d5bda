import { expect, it } from "vitest";
import { momentOf } from "../../../src/http/candidate/moments.ts";

const span = (startsAt: string, endsAt = startsAt) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
});
const LISBON = { zone: "Europe/Lisbon", locale: "en-GB" };

it.each([
  ["de", "Montag, 23. November 2026, 15:00–15:45 Uhr (Lisbon time)"],
  ["fr", "lundi 23 novembre 2026, 15:00 – 15:45 (Lisbon time)"],
  ["es", "lunes, 23 de noviembre de 2026, 15:00–15:45 (Lisbon time)"],
  ["pl", "poniedziałek, 23 listopada 2026, 15:00–15:45 (Lisbon time)"],
  ["ja", "2026/11/23月曜日, 15時00分～15時45分 (Lisbon time)"],
])("is written by the customs of %s", (language, words) => {
  const moment = momentOf(span("2026-11-23T15:00Z", "2026-11-23T15:45Z"), LISBON);
  expect(moment.inLanguage(language)?.replaceAll(/[\u202f\u2009]/g, " ")).toBe(words);
});

/** Times around which clocks change, days and years end, and noon is told from midnight. */
const SPANS = [
  span("2026-03-29T00:30Z", "2026-03-29T01:30Z"),
  span("2026-10-24T23:15Z", "2026-10-25T02:15Z"),
  span("2026-12-31T23:30Z", "2027-01-01T00:30Z"),
  span("2026-05-05T05:05Z"),
  span("2026-11-11T11:11Z", "2026-11-11T12:11Z"),
];
const LANGUAGES =
  "de fr es it pt nl pl sv da no fi cs sk tr ro hu ru uk bg el he ar fa ur th hi ja ko zh".split(
    " ",
  );

it.each(["Europe/Lisbon", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"])(
  "is the same time in every language, in the zone of the interview: %s",
  (zone) => {
    for (const at of SPANS) {
      for (const language of LANGUAGES) {
        const words = momentOf(at, { zone, locale: "en-GB" }).inLanguage(language);
        const { year, day, hour, minute } = at.startsAt.toZonedDateTimeISO(zone);
        const numbers = words?.match(/\d+/g)?.map(Number);
        expect([language, numbers]).toEqual([
          language,
          expect.arrayContaining([year, day, hour, minute]),
        ]);
      }
    }
  },
);

it("stays as it is where its words do not tell it: from 01:15 to 01:15, an hour later", () => {
  const moment = momentOf(span("2026-10-25T00:15Z", "2026-10-25T01:15Z"), LISBON);
  expect(moment.inLanguage("de")).toBeNull();
});
