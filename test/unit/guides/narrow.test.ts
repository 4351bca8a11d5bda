import { expect, it } from "vitest";
import { narrowed } from "../../../src/guides/narrow.ts";

/** All letters that a word may have, outside of what takes two places in a text anyway. */
const LETTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (letter) => /[\p{L}\p{M}\p{N}]/u.test(letter),
);

it("leaves few letters to go through at each place, where there are thousands of signs", () => {
  const beginnings = new Map<string, Set<string>>();
  for (const letter of LETTERS.filter((each) => each >= "\u1000")) {
    narrowed(letter)
      .split("")
      .reduce((before, next) => {
        beginnings.set(before, (beginnings.get(before) ?? new Set()).add(next));
        return before + next;
      }, "");
  }
  const widest = Math.max(...[...beginnings.values()].map(({ size }) => size));
  expect(LETTERS.length).toBeGreaterThan(40_000);
  expect(widest).toBeLessThanOrEqual(64);
});

it("keeps different words different, and what begins alike alike", () => {
  expect(new Set(LETTERS.map(narrowed)).size).toBe(LETTERS.length);
  expect(narrowed("=parking") + narrowed("日本語")).toBe(narrowed("=parking日本語"));
  expect(narrowed("größe")).toBe("größe");
});
