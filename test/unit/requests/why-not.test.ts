/** Which time a question why is about: what has passed is said to have, and no other day is put in its place. */
import { describe, expect, it } from "vitest";
import { readRequest } from "../../../src/requests/read-request.ts";
import type { Directory } from "../../../src/requests/understanding.ts";
import { windowsOfWhen } from "../../../src/requests/when.ts";

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
  users: [],
  stages: ["Phone Screen"],
};
// A Friday, 10:00 in Lisbon.
const NOW = Temporal.Instant.from("2026-11-27T10:00:00Z");
const ZONE = "Europe/Lisbon";
const why = (when: string): string => {
  const text = `why was ${when} not offered to Ada?`;
  const found = readRequest({ text, now: NOW, zone: ZONE }, DIRECTORY);
  if (found.is === "asks") return `asks ${found.asked}: ${found.question}`;
  if (found.is !== "intent") return found.is;
  const asking = { now: NOW, zone: ZONE, durationMinutes: 45, reachDays: 400 };
  return windowsOfWhen(found.slots.when ?? "", asking).words.replaceAll(" (Lisbon time)", "");
};

describe("a day that has passed", () => {
  it.each([
    "last Tuesday",
    "last Friday at 10am",
    "Monday last week",
    "Tuesday of last week",
    "the previous Tuesday",
    "Tuesday two weeks ago",
    "last week",
    "last night",
    "20 November",
    "the 20th of November",
    "20 November 2026",
    "this Tuesday",
  ])("%s is said to have, and no other is told of", (when) => {
    expect(why(when)).toMatch(/^asks when: .*has passed/u);
  });

  it("has no year put in that nobody said", () => {
    expect(why("20 November")).not.toContain("2027");
  });
});

it.each([
  ["this morning", "Friday 27 November 2026, 06:00–12:00"],
  ["this afternoon", "Friday 27 November 2026, 12:00–18:00"],
  ["this week", "27 November 2026 – 29 November 2026"],
  ["Tuesday", "Tuesday 1 December 2026"],
  ["Tuesday at 10", "Tuesday 1 December 2026, at 10:00"],
  ["next week", "30 November 2026 – 6 December 2026"],
  ["yesterday", "Thursday 26 November 2026"],
])("%s is %s", (when, words) => {
  expect(why(when)).toBe(words);
});

it("takes Tuesday of this week for none of next week", () => {
  expect(why("Tuesday this week")).toMatch(/^asks when/u);
});

it("asks with choices that are requests by themselves", () => {
  const text = "why was this Tuesday at 3pm not offered to Ada?";
  const found = readRequest({ text, now: NOW, zone: ZONE }, DIRECTORY);
  expect(found).toMatchObject({
    is: "asks",
    choices: [{ text: "Why was 1 December 2026 at 3pm not offered to Ada Quill?", caseId: "ada" }],
  });
  const [choice] = found.is === "asks" ? found.choices : [];
  expect(readRequest({ text: choice?.text ?? "", now: NOW, zone: ZONE }, DIRECTORY)).toMatchObject({
    is: "intent",
    intent: "why_not",
  });
});
