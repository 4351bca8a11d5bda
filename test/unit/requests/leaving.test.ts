/** `A to B` of a move: what is booked leaves A for B, or it is asked; it is never all times between them by itself. */
import { describe, expect, it } from "vitest";
import { readRequest } from "../../../src/requests/read-request.ts";
import type { Directory, Understanding } from "../../../src/requests/understanding.ts";
import { isNamedBy, windowsOfWhen } from "../../../src/requests/when.ts";

const DIRECTORY: Directory = {
  cases: [
    {
      caseId: "ada",
      name: "Ada Quill",
      postingId: "be",
      postingTitle: "Backend Engineer",
      stageName: "Phone Screen",
    },
  ],
  users: [{ userId: "grace", name: "Grace Hopper", email: "grace@example.com" }],
  stages: ["Phone Screen", "Onsite"],
};

// Lisbon, winter, a Thursday; it is booked on the Monday after.
const NOW = Temporal.Instant.from("2026-11-26T10:00:00Z");
const ZONE = "Europe/Lisbon";
const BOOKED = {
  start: Temporal.Instant.from("2026-11-30T10:00:00Z"),
  end: Temporal.Instant.from("2026-11-30T10:45:00Z"),
};
const read = (text: string): Understanding =>
  readRequest({ text, now: NOW, zone: ZONE }, DIRECTORY);
const goes = (text: string): string => {
  const found = read(text);
  if (found.is !== "intent") return JSON.stringify(found);
  const { when = "", leaves = "-" } = found.slots;
  const asking = { now: NOW, zone: ZONE, durationMinutes: 45, booked: BOOKED };
  return `${leaves}: ${windowsOfWhen(when, asking).words.replace(" (Lisbon time)", "")}`;
};

describe("from where it is to where it goes", () => {
  it.each([
    ["move Ada's interview on Monday to Friday", "Monday: Friday 27 November 2026"],
    ["move Ada's interview on Monday to Tuesday", "Monday: Tuesday 1 December 2026"],
    [
      "please move Ada's interview with Grace on Monday to Tuesday.",
      "Monday: Tuesday 1 December 2026",
    ],
    ["can you move Ada's interview on Monday to Tuesday?", "Monday: Tuesday 1 December 2026"],
    ["postpone Ada's phone screen on Monday to Tuesday", "Monday: Tuesday 1 December 2026"],
    ["move Ada's 10am to 3pm", "10am: Monday 30 November 2026, at 15:00"],
    ["move Ada's 10:00 to 15:00", "10:00: Monday 30 November 2026, at 15:00"],
    ["move Ada's interview at 10am to 5pm", "10am: Monday 30 November 2026, at 17:00"],
    ["move Ada's Monday to Tuesday", "Monday: Tuesday 1 December 2026"],
    ["move Ada's Monday 10am to 3pm", "Monday 10am: Monday 30 November 2026, at 15:00"],
    ["move Ada's Monday interview to Tuesday", "Monday: Tuesday 1 December 2026"],
    ["move the Monday interview of Ada to Tuesday", "Monday: Tuesday 1 December 2026"],
    ["move Monday's interview of Ada to Tuesday", "Monday: Tuesday 1 December 2026"],
    ["move Ada's interview of Monday to Tuesday", "Monday: Tuesday 1 December 2026"],
    ["move Ada's interview on 30 November to 2 December", "30 November: Wednesday 2 December 2026"],
    [
      "move Ada's interview on Monday at 10am to Tuesday at 3pm",
      "Monday at 10am: Tuesday 1 December 2026, at 15:00",
    ],
    [
      "move Ada's interview on Monday to the afternoon",
      "Monday: Monday 30 November 2026, 12:00–18:00",
    ],
    ["move Ada's interview on Monday to next week", "Monday: 30 November 2026 – 6 December 2026"],
  ])("%s", (text, expected) => {
    expect(goes(text)).toBe(expected);
  });

  it.each([
    "move Ada on Monday to Friday",
    "move Ada Monday to Friday",
    "move Ada 10am to 3pm",
    "reschedule Ada tomorrow to Monday",
    "move Ada's interview tomorrow to Monday",
    "move Ada's interview Monday to Friday",
    "move Ada from Monday to Friday",
    "another time for Ada's interview on Monday to Friday",
  ])("%s is asked, and each answer to it is understood", (text) => {
    const found = read(text);
    expect(found).toMatchObject({ is: "asks", asked: "when" });
    if (found.is !== "asks") throw new Error("it is not asked");
    expect(found.choices.map(({ label }) => label.split(" ")[0])).toEqual(["To", "Any"]);
    for (const choice of found.choices) {
      expect(read(choice.text)).toMatchObject({ is: "intent", intent: "reschedule" });
    }
    const [to, any] = found.choices.map((choice) => goes(choice.text));
    expect(any).not.toBe(to);
  });

  it.each([
    ["move Ada to Monday to Wednesday", "-: 30 November 2026 – 2 December 2026"],
    ["move Ada's interview to Monday to Wednesday", "-: 30 November 2026 – 2 December 2026"],
    ["schedule Ada on Monday to Wednesday", "-: 30 November 2026 – 2 December 2026"],
    ["move Ada to between 1pm and 3pm", "-: any day, 13:00–15:00"],
  ])("%s is all times between", (text, expected) => {
    expect(goes(text)).toBe(expected);
  });
});

it.each([
  ["Monday", true],
  ["30 November", true],
  ["10am", true],
  ["Monday 10am", true],
  ["the morning", true],
  ["Tuesday", false],
  ["3pm", false],
  ["Monday at 3pm", false],
])("that it is at %s is %s", (words, isThen) => {
  expect(isNamedBy(words, BOOKED.start, { now: NOW, zone: ZONE })).toBe(isThen);
});

it("takes a weekday that is today for that of the week to come as well", () => {
  const thursday = Temporal.Instant.from("2026-12-03T10:00:00Z");
  expect(isNamedBy("Thursday", thursday, { now: NOW, zone: ZONE })).toBe(true);
});
