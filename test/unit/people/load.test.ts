import { describe, expect, it } from "vitest";
import { countLoad, loadWeeks, poolsOf, sharesOf } from "../../../src/people/load.ts";

const at = (iso: string) => ({ startsAt: Temporal.Instant.from(iso) });

describe("The load", () => {
  it("counts by weeks from Monday where the person is", () => {
    // Monday 09:00 in Auckland, still Sunday in Lisbon.
    const now = Temporal.Instant.from("2026-11-22T20:00:00Z");
    const interviews = [
      at("2026-10-26T10:00:00Z"),
      at("2026-11-22T10:00:00Z"),
      at("2026-11-22T22:00:00Z"),
      at("2026-11-24T10:00:00Z"),
      at("2026-12-04T10:00:00Z"),
    ];
    expect(countLoad(interviews, loadWeeks(now, "Pacific/Auckland"))).toEqual({
      before: 2,
      thisWeek: 2,
      nextWeek: 1,
    });
    expect(countLoad(interviews, loadWeeks(now, "Europe/Lisbon"))).toEqual({
      before: 1,
      thisWeek: 2,
      nextWeek: 1,
    });
  });

  it("counts an offer once a week, as the fullest of its times", () => {
    const of = (offer: string, time: number, iso: string) => ({
      ...at(iso),
      email: "grace@example.test",
      offered: { offer, time },
    });
    const kept = [
      of("one", 0, "2026-11-24T10:00:00Z"),
      of("one", 0, "2026-11-24T12:00:00Z"),
      of("one", 1, "2026-11-25T10:00:00Z"),
      of("one", 2, "2026-12-01T10:00:00Z"),
      of("two", 0, "2026-11-24T14:00:00Z"),
      { ...at("2026-11-26T10:00:00Z"), email: "grace@example.test", offered: null },
    ];
    const weeks = loadWeeks(Temporal.Instant.from("2026-11-23T09:00:00Z"), "Europe/Lisbon");
    expect(countLoad(kept, weeks)).toEqual({ before: 0, thisWeek: 4, nextWeek: 1 });
    const pools = poolsOf(
      [{ id: "panel", pools: { all: ["grace@example.test", "omar@example.test"] } }],
      "grace@example.test",
    );
    expect(sharesOf("grace@example.test", pools, kept)).toMatchObject([{ own: 4, others: 0 }]);
  });

  it("has weeks of seven days on the clock also when the clock changes", () => {
    const weeks = loadWeeks(Temporal.Instant.from("2026-10-26T12:00:00Z"), "Europe/Lisbon");
    expect(weeks.thisWeek.toString()).toBe("2026-10-26T00:00:00+00:00[Europe/Lisbon]");
    expect(weeks.start.toString()).toBe("2026-09-28T00:00:00+01:00[Europe/Lisbon]");
    expect(weeks.end.toString()).toBe("2026-11-09T00:00:00+00:00[Europe/Lisbon]");
  });

  it("is told beside the others of each pool, and a pool of one is none", () => {
    const plans = [
      {
        id: "panel",
        pools: {
          engineers: ["Grace@example.test", "omar@example.test", "lena@example.test"],
          alone: ["grace@example.test"],
          others: ["omar@example.test", "lena@example.test"],
        },
      },
      { id: "screen" },
    ];
    const interviews = ["grace", "grace", "omar", "ada"].map((name) => ({
      email: `${name}@example.test`,
    }));
    const pools = poolsOf(plans, "grace@example.test");
    expect(pools.map(({ pool }) => pool)).toEqual(["engineers", "alone"]);
    expect(sharesOf("grace@example.test", pools, interviews)).toEqual([
      { planId: "panel", pool: "engineers", own: 2, others: 0.5, people: 3 },
    ]);
  });
});
