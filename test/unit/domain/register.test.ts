import { expect, it } from "vitest";
import { type RegisterKind, clockStateOf, dueOf } from "../../../src/domain/register.ts";

const instant = (text: string) => Temporal.Instant.from(text);

it.each([
  ["breach", "2026-11-20T18:00:00Z", "2026-11-23T18:00:00Z"],
  // Hours of the clock on the wall do not count: 72 of them also where one is skipped.
  ["breach", "2026-03-27T18:00:00Z", "2026-03-30T18:00:00Z"],
  // 30 days are shorter than most months, and a February is shorter than 30 days.
  ["request", "2026-11-02T09:00:00Z", "2026-12-02T09:00:00Z"],
  ["request", "2026-12-02T09:00:00Z", "2027-01-01T09:00:00Z"],
  ["request", "2027-01-31T09:00:00Z", "2027-02-28T09:00:00Z"],
  // The same hour on the wall, over the change of the clocks.
  ["request", "2026-03-10T09:00:00Z", "2026-04-09T08:00:00Z"],
] satisfies [RegisterKind, string, string][])("a %s of %s is due %s", (kind, begun, due) => {
  expect(dueOf(kind, { begunAt: instant(begun), zone: "Europe/Lisbon" }).toString()).toBe(due);
});

it.each([
  ["request", null, "2026-11-20T09:00:00Z", "running"],
  ["request", null, "2026-11-26T09:00:00Z", "soon"],
  ["request", null, "2026-12-02T09:00:01Z", "over"],
  ["breach", null, "2026-11-30T09:00:00Z", "soon"],
  ["request", "2026-12-02T09:00:00Z", "2026-12-24T09:00:00Z", "settled"],
  ["request", "2026-12-02T09:00:01Z", "2026-12-24T09:00:00Z", "settled_late"],
] satisfies [RegisterKind, string | null, string, string][])(
  "the clock of a %s, settled %s, stands at %s so: %s",
  (kind, settled, now, state) => {
    const settledAt = settled === null ? null : instant(settled);
    const dueAt = instant("2026-12-02T09:00:00Z");
    expect(clockStateOf({ kind, dueAt, settledAt }, instant(now))).toBe(state);
  },
);
