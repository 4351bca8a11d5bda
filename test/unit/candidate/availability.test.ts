import { describe, expect, it } from "vitest";
import { readConstraints } from "../../../src/language/constraints/read-constraints.ts";
import {
  answerQuestion,
  gridDays,
  readAvailability,
} from "../../../src/http/candidate/availability.ts";

/** A Monday. */
const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const ZONE = "Europe/Lisbon";
const read = (words: string, cells: string[] = [], zone = ZONE) =>
  readAvailability({ zone, words, cells, now: NOW, durationMinutes: 45 });

describe("What a candidate marks and writes", () => {
  it("shows ten working days from tomorrow on, in their zone", () => {
    const days = gridDays(NOW, ZONE).map(String);
    expect(days).toHaveLength(10);
    expect([days[0], days[4]]).toEqual(["2026-11-24", "2026-11-30"]);
    expect(String(gridDays(Temporal.Instant.from("2026-11-23T22:00:00Z"), "Asia/Tokyo")[0])).toBe(
      "2026-11-25",
    );
  });

  it("becomes windows of their own clock, joined where they touch", () => {
    expect(read("", ["2026-11-24/am", "2026-11-24/noon", "2026-11-26/pm"]).windows).toEqual([
      { start: "2026-11-24T08:00:00Z", end: "2026-11-24T17:00:00Z" },
      { start: "2026-11-26T17:00:00Z", end: "2026-11-26T20:00:00Z" },
    ]);
    expect(read("", ["2026-11-24/am"], "Asia/Kolkata").windows).toEqual([
      { start: "2026-11-24T02:30:00Z", end: "2026-11-24T06:30:00Z" },
    ]);
  });

  it("is as long as the clock makes it over a change of clocks", () => {
    const before = Temporal.Instant.from("2027-03-26T12:00:00Z");
    const cell = (name: string) =>
      readAvailability({
        zone: "Europe/Berlin",
        words: "",
        cells: [name],
        now: before,
        durationMinutes: 45,
      }).windows;
    expect(cell("2027-03-29/am")).toEqual([
      { start: "2027-03-29T06:00:00Z", end: "2027-03-29T10:00:00Z" },
    ]);
  });

  it("ignores cells that the grid does not have", () => {
    const odd = ["2026-11-23/am", "2026-11-28/am", "2026-11-24/night", "x", "2030-01-01/am", ""];
    expect(read("", odd).windows).toEqual([]);
  });

  it("adds what is written to what is marked", () => {
    const { windows, questions } = read("Wednesday 14:00-16:00", ["2026-11-24/am"]);
    expect(questions).toEqual([]);
    expect(windows).toEqual([
      { start: "2026-11-24T08:00:00Z", end: "2026-11-24T12:00:00Z" },
      { start: "2026-11-25T14:00:00Z", end: "2026-11-25T16:00:00Z" },
    ]);
  });

  it("takes what the words rule out from what is marked", () => {
    const { windows } = read("not on Tuesday", ["2026-11-24/am", "2026-11-25/am"]);
    expect(windows).toEqual([{ start: "2026-11-25T08:00:00Z", end: "2026-11-25T12:00:00Z" }]);
  });

  it("asks where it is unsure, and reads on with the choice", () => {
    const text = "3/12 from 10:00 to 12:00";
    const [question] = read(text).questions;
    if (!question) throw new Error("nothing is asked");
    const choice = question.choices.findIndex(({ instead }) => instead !== undefined);
    const changed = answerQuestion(text, question, choice);
    expect(changed).not.toBe(text);
    expect(readConstraints({ text: changed, now: NOW, zone: ZONE }).questions).toEqual([]);
    expect(read(changed).windows).toHaveLength(1);
  });
});
