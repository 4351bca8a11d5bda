import { describe, expect, test } from "vitest";
import { CLOCK } from "./clock-table.ts";
import { DAYS } from "./days-table.ts";
import { NAMES, read, ruleLine } from "./read.ts";
import { SENTENCES } from "./sentences-table.ts";
import { WISHES } from "./wishes-table.ts";

const asked = [...CLOCK, ...DAYS, ...SENTENCES, ...WISHES].flatMap(([raw]) => {
  const names = raw.startsWith("@") ? NAMES : undefined;
  const text = raw.replace(/^@/, "");
  return read(text, names).questions.flatMap((question) =>
    question.choices.flatMap(({ instead }) =>
      instead === undefined
        ? []
        : [{ text, names, count: read(text, names).questions.length, question, instead }],
    ),
  );
});

describe("each answer can be written in place of the piece", () => {
  test("of many questions", () => {
    expect(asked.length).toBeGreaterThan(40);
  });

  test.each(asked)("$text with “$instead”", ({ text, names, count, question, instead }) => {
    const answered = text.slice(0, question.start) + instead + text.slice(question.end);
    expect(read(answered, names).questions.length).toBeLessThan(count);
  });
});

describe("what is filled in is said", () => {
  test.each([
    ["Tuesday 2–5", "“2–5”: the hours are 14:00–17:00."],
    ["Tuesday 2–5", "“Tuesday”: Tuesday is Tuesday 1 December 2026."],
    ["before lunch", "“before lunch”: lunch is 12:00–13:00."],
    ["no Friday", "“Friday”: every Friday is meant."],
    ["7 March", "“7 March”: the year is 2027."],
    ["move it by a day", "“by a day”: later is meant."],
    ["until 4 December", "“until 4 December”: Friday 4 December 2026 itself is included."],
    ["EOD", "“EOD”: the end of the business day is 17:00."],
  ])("%s: %s", (text, assumed) => {
    expect(read(text).assumed).toContain(assumed);
  });

  test("nothing is said of what needs nothing filled in", () => {
    expect(read("Friday 4 December 2026, 14:00-17:00").assumed).toEqual([]);
  });
});

describe("clock changes are asked, in the zone that is meant", () => {
  test.each([
    ["28 March 2027 at 01:30", ["00:30", "02:30"]],
    ["31 October 2027 at 01:30", ["01:30 (UTC+01:00)", "01:30 (UTC+00:00)"]],
    ["14 March 2027 02:15-04:00 New York time", ["01:15", "03:15"]],
    ["4 April 2027 01:45-03:00 Lord Howe time", ["01:45 (UTC+11:00)", "01:45 (UTC+10:30)"]],
  ])("%s", (text, words) => {
    const [question, ...others] = read(text).questions;
    expect(others).toEqual([]);
    expect(question?.choices.map((choice) => choice.words)).toEqual(words);
  });

  test("a time on the same day that is clear is not asked", () => {
    expect(read("28 March 2027 at 03:30").sure).toBe(true);
    expect(read("28 March 2027 at 01:30 UTC").sure).toBe(true);
  });
});

test("a zone in the text moves the days as well", () => {
  // At nine in Lisbon it is already the next day on Kiritimati's clock when it is 23:00 there or later: 09:00Z is 23:00.
  expect(read("tomorrow at 09:00 Kiritimati time").allow.map(ruleLine)).toEqual([
    "2026-11-27 @09:00 Pacific/Kiritimati",
  ]);
  expect(read("tomorrow at 09:00 Pago Pago time").allow.map(ruleLine)).toEqual([
    "2026-11-26 @09:00 Pacific/Pago_Pago",
  ]);
});

test("a time that is named after a but can be answered to be none", () => {
  const text = "Tuesday 2–5, but 3–4 is my yoga class";
  const [question, ...others] = read(text).questions;
  expect(others).toEqual([]);
  const [taken, ...rest] = question?.choices ?? [];
  expect([taken?.words, rest.length]).toEqual(["That time is not possible", 1]);
  const answered = `${text.slice(0, question?.start)}${taken?.instead ?? ""}`;
  const { allow, deny, sure } = read(answered);
  expect([allow.map(ruleLine), deny.map(ruleLine), sure]).toEqual([
    ["2026-12-01 14:00-17:00"],
    ["2026-12-01 15:00-16:00"],
    true,
  ]);
});
