import fc from "fast-check";
import { expect, it } from "vitest";
import { diffWords, foldSame } from "../../../src/domain/text-diff.ts";
import { startStopwatch } from "../../support/stopwatch.ts";

const texts = fc
  .array(fc.constantFrom("a", "b", "c", " ", "\n", "{{when}}"), { maxLength: 14 })
  .map((words) => words.join(" "));

it("has both texts in its parts", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const parts = diffWords(before, after);
      const without = (kind: string): string =>
        parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("");
      expect([without("added"), without("removed")]).toEqual([before, after]);
      for (const [index, { kind }] of parts.entries())
        expect(kind).not.toBe(parts[index + 1]?.kind);
    }),
  );
});

it("finds one word among a hundred thousand letters, and tells what is wholly new as a whole, in no time", () => {
  const long = Array.from({ length: 20_000 }, (_, of) => `w${of}`);
  const started = startStopwatch();
  const one = diffWords(long.join(" "), long.with(9_000, "other").join(" "));
  expect(one.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "w9000" },
    { kind: "added", text: "other" },
  ]);
  const whole = diffWords(long.join(" "), long.map((word) => `x${word}`).join(" "));
  expect(whole.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  // Some milliseconds; a table of all words would have 1.6 thousand million places.
  expect(started.cpuMs()).toBeLessThan(5_000);
});

it("shows what stands around a change, and leaves the rest out", () => {
  const before = `${"start ".repeat(100)}here old there ${"end ".repeat(100)}`;
  const folded = foldSame(diffWords(before, before.replace("old", "new")));
  expect(folded.map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same"]);
  expect(folded[0]?.text).toMatch(/^…\nstart .* here $/);
  expect(folded[3]?.text).toMatch(/^ there end .*end\n…$/);
});
