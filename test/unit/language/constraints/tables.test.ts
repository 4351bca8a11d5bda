import { describe, expect, test } from "vitest";
import { CLOCK } from "./clock-table.ts";
import { DAYS } from "./days-table.ts";
import { GUESSES } from "./guesses-table.ts";
import { lines, NAMES } from "./read.ts";
import { SENTENCES } from "./sentences-table.ts";
import { WISHES } from "./wishes-table.ts";

const said = (raw: string): string => {
  const hasNames = raw.startsWith("@");
  return lines(hasNames ? raw.slice(1) : raw, hasNames ? NAMES : undefined).join("; ");
};

describe("plain words are read as", () => {
  const tables = {
    hours: CLOCK,
    days: DAYS,
    sentences: SENTENCES,
    wishes: WISHES,
    guesses: GUESSES,
  };
  describe.each(Object.entries(tables))("%s", (_, rows) => {
    test.each(rows)("%s", (raw, expected) => {
      expect(said(raw)).toBe(expected);
    });
  });
});

test("the tables hold at least 150 texts, each once", () => {
  const texts = [...CLOCK, ...DAYS, ...SENTENCES, ...WISHES, ...GUESSES].map(([text]) => text);
  expect(texts.length).toBeGreaterThanOrEqual(150);
  expect(new Set(texts).size).toBe(texts.length);
});
