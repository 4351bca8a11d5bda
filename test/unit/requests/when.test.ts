/** Times that are told against what is booked, as the search is asked for them. */
import { expect, it } from "vitest";
import { windowsOfWhen } from "../../../src/requests/when.ts";

// Lisbon, winter: 10:00 on the Friday.
const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const BOOKED = {
  start: Temporal.Instant.from("2026-11-27T10:00:00Z"),
  end: Temporal.Instant.from("2026-11-27T11:00:00Z"),
};
const asked = (text: string, booked = BOOKED, now = NOW) =>
  windowsOfWhen(text, { now, zone: "Europe/Lisbon", durationMinutes: 60, booked });
const times = (text: string): string[] =>
  asked(text).windows.map(({ start, end }) => `${start.toString()} ${end.toString()}`);

it.each([
  ["move it one hour later", "2026-11-27T11:00:00Z 2026-11-27T12:00:00Z", "1 hour later"],
  [
    "move it half an hour earlier",
    "2026-11-27T09:30:00Z 2026-11-27T10:30:00Z",
    "30 minutes earlier",
  ],
  [
    "move it an hour and a half later",
    "2026-11-27T11:30:00Z 2026-11-27T12:30:00Z",
    "90 minutes later",
  ],
  ["move it a day later", "2026-11-28T10:00:00Z 2026-11-28T11:00:00Z", "1 day later"],
  ["move it a week earlier", "", "1 week earlier"],
  [
    "move it one hour later on Thursday",
    "",
    "Thursday 26 November 2026 (Lisbon time); 1 hour later",
  ],
])("%s is that very time", (text, time, words) => {
  expect(times(text)).toEqual(time === "" ? [] : [time]);
  expect(asked(text).words).toBe(words);
});

it("is the same hour of the clock a day later, also where the clock is changed between", () => {
  const saturday = {
    start: Temporal.Instant.from("2026-10-24T09:00:00Z"),
    end: Temporal.Instant.from("2026-10-24T10:00:00Z"),
  };
  const now = Temporal.Instant.from("2026-10-20T09:00:00Z");
  const [window] = asked("move it a day later", saturday, now).windows;
  expect(window?.start.toString()).toBe("2026-10-25T10:00:00Z");
});

it("is any later time only where nobody says by how much", () => {
  expect(asked("move it later").words).toBe("later");
  expect(asked("move it later").windows[0]?.start.toString()).toBe("2026-11-27T10:01:00Z");
});

it.each([
  ["move it to 3pm", ["2026-11-27T15:00:00Z"]],
  ["move it to 2pm or 4pm", ["2026-11-27T14:00:00Z", "2026-11-27T16:00:00Z"]],
  ["move it to the afternoon", ["2026-11-27T12:00:00Z"]],
  ["move it to Thursday at 3pm", ["2026-11-26T15:00:00Z"]],
])("%s without a day is on the day that is booked", (text, starts) => {
  expect(asked(text).windows.map(({ start }) => start.toString())).toEqual(starts);
});

it("says which day that is", () => {
  expect(asked("move it to 3pm").words).toBe("Friday 27 November 2026, at 15:00 (Lisbon time)");
});

it.each(["move it to 3pm any day", "move it to mornings", "move it to an afternoon"])(
  "%s is on any day",
  (text) => {
    expect(asked(text).windows.length).toBeGreaterThan(20);
  },
);

it("has nothing left where that hour of the day that is booked has passed", () => {
  const now = Temporal.Instant.from("2026-11-27T16:00:00Z");
  expect(asked("move it to 3pm", BOOKED, now).windows).toEqual([]);
});
