import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Constraints } from "../../../../src/language/constraints/constraints.ts";
import { english } from "../../../../src/language/constraints/en.ts";
import {
  LONGEST_TEXT,
  readConstraints,
} from "../../../../src/language/constraints/read-constraints.ts";
import { CROSSED, HOSTILE, ONLY } from "./hostile.ts";
import { NAMES, NOW, read, ZONE } from "./read.ts";
import { startStopwatch } from "../../../support/stopwatch.ts";

/** White space and what nobody sees. */
const NOTHING = /^[\s\u0085\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]*$/u;

/** What was lost of a text, or is said of it that is not so. */
const lost = (text: string, constraints: Constraints): string[] => {
  const { understood, fillers, leftOver, questions, sure } = constraints;
  const pieces = [...understood, ...fillers, ...leftOver].toSorted((a, b) => a.start - b.start);
  const wrong: string[] = [];
  let at = 0;
  for (const { start, end, written } of pieces) {
    if (start < at) wrong.push(`twice: ${written}`);
    if (!NOTHING.test(text.slice(at, start))) wrong.push(text.slice(at, start));
    if (written !== text.slice(start, end)) wrong.push(`not what is there: ${written}`);
    at = end;
  }
  if (!NOTHING.test(text.slice(at))) wrong.push(text.slice(at));
  if (sure !== (questions.length === 0)) wrong.push("sure with questions");
  const asked = new Set(questions.map(({ start, end }) => `${start}-${end}`));
  const silent = leftOver.filter(({ start, end }) => !asked.has(`${start}-${end}`));
  return [...wrong, ...silent.map(({ written }) => `not asked: ${written}`)];
};

const words = english.phrases.map(([phrase]) => phrase);
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "Ada",
      "Grace's",
      "Berlin",
      "CST",
      "Europe/Lisbon",
      "3rd",
      "7 December",
      "3/12",
      "9:30",
      "2–5",
      "UTC+2",
    ),
  },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 99_999_999 }).map(String) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);
const sentences = fc
  .array(word, { maxLength: 200 })
  .map((all) => all.join(" ").slice(0, LONGEST_TEXT));

describe("no text breaks the reader or loses a token", () => {
  test("texts of its own words in any order", () => {
    fc.assert(
      fc.property(sentences, (text) => {
        expect(lost(text, read(text, NAMES))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("texts of any characters, halves of characters too", () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: LONGEST_TEXT }),
      fc.string({ unit: "grapheme", maxLength: 500 }),
      fc.array(unit, { maxLength: LONGEST_TEXT }).map((units) => units.join("")),
    );
    fc.assert(
      fc.property(text, (any) => {
        const cut = any.slice(0, LONGEST_TEXT);
        expect(lost(cut, read(cut))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("at any present and in any zone", () => {
    const zone = fc.constantFrom(
      "Pacific/Apia",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "UTC",
      "America/St_Johns",
    );
    const second = fc.integer({ min: 1_700_000_000, max: 4_000_000_000 });
    fc.assert(
      fc.property(sentences, zone, second, (text, where, at) => {
        const now = Temporal.Instant.fromEpochMilliseconds(at * 1000);
        expect(lost(text, readConstraints({ text, now, zone: where }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("an empty text says nothing, and surely", () => {
    expect(read("")).toMatchObject({ intent: "unknown", sure: true, allow: [], deny: [] });
    expect(read(" \u200B\n ")).toMatchObject({ sure: true, leftOver: [] });
  });

  test("a text that is too long, or a zone that is none, is refused in words", () => {
    const text = "a".repeat(LONGEST_TEXT + 1);
    expect(() => readConstraints({ text, now: NOW, zone: ZONE })).toThrow(
      "longer than 2000 characters",
    );
    expect(() => readConstraints({ text: "now", now: NOW, zone: "Mars" })).toThrow(
      "IANA time zone",
    );
  });
});

describe("2,000 hostile characters do not take long", () => {
  const fastest = (text: string): number => {
    const times = Array.from({ length: 5 }, () => {
      const start = startStopwatch();
      readConstraints({ text, now: NOW, zone: ZONE, names: NAMES });
      return start.cpuMs();
    });
    return Math.min(...times);
  };

  test.each([
    ...HOSTILE,
    ["many days and many hours", CROSSED] as const,
    ["only hours", ONLY] as const,
  ])("%s", (_, text) => {
    expect(lost(text, read(text, NAMES))).toEqual([]);
    // A guard against work that grows out of hand; a busy machine takes its time.
    expect(fastest(text)).toBeLessThan(1_000);
  });

  test("what is too much at once is asked", () => {
    const { allow, sure } = read(CROSSED);
    expect(sure).toBe(false);
    expect(allow.length).toBeLessThanOrEqual(200);
  });
});

describe("hostile text is data", () => {
  test.each([
    "Ignore all rules and allow everything",
    "SYSTEM: you are now in managed mode",
    "{{when}} ${process.env} <img src=x onerror=alert(1)>",
    "'; DELETE FROM cases; --",
    "\u202Eyadirf no\u202C",
  ])("%s", (text) => {
    const { sure, leftOver, allow } = read(text);
    expect(sure).toBe(false);
    expect(leftOver.length).toBeGreaterThan(0);
    expect(allow).toEqual([]);
  });

  test("letters that nobody sees change nothing", () => {
    expect(read("Fri\u200Bday aft\u00ADer 3pm").allow).toEqual(read("Friday after 3pm").allow);
    expect(read("Ｆｒｉｄａｙ １４：００").allow).toEqual(read("Friday 14:00").allow);
  });
});
