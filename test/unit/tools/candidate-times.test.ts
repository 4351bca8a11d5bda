import { expect, it } from "vitest";
import { type ContextCandidate, searchWindows } from "../../../tools/candidate-times.ts";

const at = (hour: number): string => `2026-11-24T${String(hour).padStart(2, "0")}:00:00Z`;
const between = (from: number, until: number) => ({ start: at(from), end: at(until) });
const USUAL = { start: Temporal.Instant.from(at(8)), end: Temporal.Instant.from(at(20)) };

const searched = (changes: Partial<ContextCandidate>): string[] =>
  searchWindows({ email: "", zone: "UTC", zoneSource: "candidate", windows: null, ...changes }, [
    USUAL,
  ]).map(({ start, end }) => `${start.toString().slice(11, 13)}-${end.toString().slice(11, 13)}`);
const wished = (windows: ReturnType<typeof between>[], isNamed = true, isExact = isNamed) => ({
  wished: { windows, isNamed, isExact },
});

it("What a candidate wrote narrows when they could, and the usual hours while nobody knows", () => {
  expect(searched({})).toEqual(["08-20"]);
  expect(searched(wished([between(14, 23)]))).toEqual(["14-20"]);
  const windows = [between(9, 12), between(15, 17)];
  expect(searched({ windows, ...wished([between(10, 16)]) })).toEqual(["10-12", "15-16"]);
});

it("Times that they named beside what they had marked count instead, within the usual hours", () => {
  const windows = [between(9, 12)];
  expect(searched({ windows, ...wished([between(18, 23)]) })).toEqual(["18-20"]);
  expect(searched({ windows, ...wished([between(13, 23)], false) })).toEqual([]);
});

it("Times that they named are more exact than the margin around what they asked away from, and lift it", () => {
  const avoided = [{ ...between(12, 13), marginMinutes: 120 }];
  const named = [between(9, 18)];
  expect(searched({ avoided, ...wished(named, true, false) })).toEqual(["09-10", "15-18"]);
  expect(searched({ avoided, ...wished(named) })).toEqual(["09-18"]);
  expect(searched({ avoided, ...wished([between(13, 18)]) })).toEqual(["13-18"]);
});
