import { expect, test } from "vitest";
import { NO_PREFERENCES } from "../../../src/domain/preferences.ts";
import { daysOffInWords, readDaysOff } from "../../../tools/days-off.ts";

const [INES, JONAS, MEI] = ["ines@acme.test", "jonas@acme.test", "mei@acme.test"];
const horizon = { from: "2026-11-23T09:00:00Z", to: "2026-11-27T23:00:00Z" };
const THANKSGIVING = { date: "2026-11-26", name: "Thanksgiving Day" };
const from = (holidays: string) => ({ ...NO_PREFERENCES, holidays });

test("a person's own place counts before the plan's, and nobody's is guessed", async () => {
  const emails = [INES, JONAS, MEI];
  const preferences = { [JONAS]: from("DE"), [MEI]: NO_PREFERENCES };
  expect(await readDaysOff({ emails, place: "US", preferences, horizon })).toEqual({
    [INES]: [THANKSGIVING],
    [MEI]: [THANKSGIVING],
  });
  expect(
    await readDaysOff({
      emails,
      place: undefined,
      preferences: { [JONAS]: from("US-CA") },
      horizon,
    }),
  ).toEqual({
    [JONAS]: [THANKSGIVING, { date: "2026-11-27", name: "Day after Thanksgiving Day" }],
  });
  expect(await readDaysOff({ emails, place: undefined, preferences: {}, horizon })).toEqual({});
});

test("each day is told once, with who is off, in the order of the calendar", () => {
  const names = { [INES]: "Ines", [JONAS]: "Jonas" };
  const later = { date: "2026-11-27", name: "Day after Thanksgiving Day" };
  expect(
    daysOffInWords(
      { [JONAS]: [later, THANKSGIVING], [INES]: [THANKSGIVING] },
      (email) => names[email] ?? email,
    ),
  ).toEqual([
    "Thanksgiving Day, Thursday 26 November 2026: off for Jonas, Ines",
    "Day after Thanksgiving Day, Friday 27 November 2026: off for Jonas",
  ]);
});
