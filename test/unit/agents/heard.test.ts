import { describe, expect, it } from "vitest";
import { type Heard, hear, heardInWords } from "../../../agents/scheduling/heard.ts";
import { aBooking, aLoop } from "../../support/booking.ts";

/** A Monday; booked is Tuesday 24 November, 15:00 to 15:45. */
const SAID_AT = "2026-11-23T09:00:00Z";
const wishes = { startsAt: null, planId: null, panelistIds: [] };
const moveWords = (words: string) => ({ words, saidAt: SAID_AT, zone: null, isToldSince: false });
const heardOf = (words: string, payload = aBooking()): Heard | null =>
  hear({ isMoveWanted: true, moveWords: moveWords(words), wishes }, payload);
const understood = (heard: Heard | null) => {
  if (heard?.how !== "understood") throw new Error("it was not understood");
  return heard;
};
const covers = (heard: Heard | null, start: string, minutes = 45): boolean => {
  const from = Temporal.Instant.from(start);
  const until = from.add({ minutes });
  return understood(heard).wished.windows.some(
    (window) =>
      Temporal.Instant.compare(window.start, from) <= 0 &&
      Temporal.Instant.compare(until, window.end) <= 0,
  );
};

describe("What a candidate writes with their wish for another time", () => {
  it("bars what it denies and is narrowed to what it allows", () => {
    const denied = heardOf("I have an exam Tuesday morning.");
    expect(covers(denied, "2026-11-24T10:00:00Z")).toBe(false);
    expect(covers(denied, "2026-11-24T13:00:00Z")).toBe(true);
    expect(covers(denied, "2026-11-25T10:00:00Z")).toBe(true);
    expect(understood(denied).wished.isNamed).toBe(false);
    const both = heardOf(
      "I have an exam Tuesday morning, any time Thursday after 2 would be great",
    );
    expect(understood(both).wished).toEqual({
      windows: [{ start: "2026-11-26T14:00:00Z", end: "2026-11-27T00:00:00Z" }],
      isNamed: true,
      isExact: true,
    });
  });

  it("is of the clock that they read their page by, and of the day on which they wrote", () => {
    const words = { ...moveWords("Tomorrow after 9pm works."), zone: "Asia/Tokyo" };
    const heard = hear(
      { isMoveWanted: true, moveWords: { ...words, saidAt: "2026-11-23T16:00:00Z" }, wishes },
      aBooking(),
    );
    expect(understood(heard).wished.windows).toEqual([
      { start: "2026-11-25T12:00:00Z", end: "2026-11-25T15:00:00Z" },
    ]);
  });

  it("may be said against what is booked", () => {
    expect(understood(heardOf("Could we do it an hour later?")).wished.windows).toEqual([
      { start: "2026-11-24T16:00:00Z", end: "2026-11-24T16:45:00Z" },
    ]);
  });

  it("keeps its distance from what is booked where that is among the times that it names", () => {
    expect(understood(heardOf("Afternoons only please")).wished).toMatchObject({
      isNamed: true,
      isExact: false,
    });
  });

  it("tells of nobody else's time, and that people are not searched by", () => {
    const heard = understood(heardOf("Ada can't do Wednesday, I can't do Thursday"));
    expect(covers(heard, "2026-11-25T10:00:00Z")).toBe(true);
    expect(covers(heard, "2026-11-26T10:00:00Z")).toBe(false);
    expect(heard).toMatchObject({
      isMore: true,
      said: "Cannot be: Thursdays (Lisbon time).",
    });
    expect(heardOf("Ada can't do Wednesday")).toMatchObject({ how: "unclear" });
  });

  it.each([
    "An exam.",
    "Please!",
    "An exam on Tuesday, so Wednesday maybe",
    "I'd rather cancel than come on Tuesday",
    "3/12 does not work",
  ])("is searched by in no part when it is not sure or of no time: %s", (words) => {
    expect(heardOf(words)).toEqual({ words, how: "unclear" });
  });

  it("is searched by for several sessions only when it is about all of them", () => {
    const loop = aLoop();
    expect(heardOf("I can't do Wednesday.", loop)).toMatchObject({ how: "understood" });
    for (const words of [
      "Can we move the system design interview to Thursday?",
      "Can we move it to Thursday at 3pm?",
      "Could we do it an hour later?",
    ]) {
      expect(heardOf(words, loop)).toEqual({ words, how: "unclear" });
    }
  });

  it("counts no more once they have said when they could, nor where a person asks by name", () => {
    const words = moveWords("Not Wednesday.");
    const asked = { isMoveWanted: true, moveWords: words, wishes };
    const told = hear({ ...asked, moveWords: { ...words, isToldSince: true } }, aBooking());
    expect(told).toEqual({ words: words.words, how: "told" });
    const byName = { ...wishes, startsAt: "2026-11-25T10:00:00Z" };
    expect(hear({ ...asked, wishes: byName }, aBooking())).toBeNull();
    expect(hear({ ...asked, isMoveWanted: false }, aBooking())).toBeNull();
    expect(hear({ ...asked, moveWords: null }, aBooking())).toBeNull();
  });
});

describe("Whoever decides", () => {
  const told = (words: string, isPassedOver = false): string =>
    heardInWords({ words }, heardOf(words) ?? undefined, { isPassedOver })
      .map(({ kind, what }) => `${kind}: ${what}`)
      .join("\n");

  it("sees the words, what was understood, and whether the ways follow it", () => {
    const words = "Not on Wednesday, please. Thursday after 2pm would be great.";
    expect(told(words)).toBe(
      [
        `warning: The candidate wrote: “${words}”`,
        "warning: Understood: Cannot be: Wednesdays (Lisbon time). Can be: Thursday 26 November 2026, 14:00–24:00 (Lisbon time). These ways follow that. Check that it is what they meant.",
      ].join("\n"),
    );
    expect(told(words, true)).toContain(
      "Nothing fits what the candidate wrote; these ways do not follow it.",
    );
    expect(told("Only with Ada please, Thursday afternoon")).toContain("is not searched by");
  });

  it("reads nothing there of what the candidate may need, but what was understood", () => {
    const shown = told("I have a medical appointment Wednesday morning");
    expect(shown).not.toContain("medical");
    expect(shown).toContain("read it under Candidates ask");
    expect(shown).toContain("Cannot be: Wednesdays");
  });

  it("is told that a person must read what was not understood, or was written meanwhile", () => {
    expect(told("An exam.")).toContain("nothing was searched by it: a person must read it");
    const [, later] = heardInWords({ words: "Not Friday." }, heardOf("Not Monday.") ?? undefined, {
      isPassedOver: false,
    });
    expect(later?.what).toContain("Nothing was searched by what they wrote: a person must read it");
  });
});
