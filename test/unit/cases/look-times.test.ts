import { describe, expect, it } from "vitest";
import { nextLook } from "../../../src/cases/look-times.ts";

const SINCE = Temporal.Instant.from("2026-11-23T09:00:00Z");

/** Hours from the beginning to each look, when every one is made as soon as it is due. */
const looksOf = (id: string, alertAfterHours: number): number[] => {
  const hours: number[] = [];
  let now = SINCE;
  for (;;) {
    const next = nextLook({ id, since: SINCE, alertAfterHours }, now);
    if (next === null) return hours;
    hours.push(SINCE.until(next).total("hours"));
    now = next;
  }
};

describe("when nothing fits, the next look", () => {
  it("comes after 1, 4, 12 and 24 hours, then daily, three times as long as the alert waits", () => {
    const looks = looksOf("se_1", 48);
    expect(looks.map(Math.floor)).toEqual([1, 4, 12, 24, 48, 72, 96, 120, 144]);
    looks.forEach((hours) => {
      expect(hours - Math.floor(hours)).toBeLessThanOrEqual(0.5);
    });
    expect(looks[0]).toBeLessThan(1.1);
  });

  it("ends early where the alert comes early", () => {
    expect(looksOf("se_1", 2).map(Math.floor)).toEqual([1, 4]);
  });

  it("is not made up for when it was missed", () => {
    const late = SINCE.add({ hours: 60 });
    const next = nextLook({ id: "se_1", since: SINCE, alertAfterHours: 48 }, late);
    expect(next && Math.floor(SINCE.until(next).total("hours"))).toBe(72);
  });

  it("is at another minute for another case, and always the same for one", () => {
    const first = Array.from({ length: 40 }, (_, n) => looksOf(`se_${n}`, 48)[3]);
    expect(new Set(first).size).toBeGreaterThan(15);
    expect(looksOf("se_7", 48)).toEqual(looksOf("se_7", 48));
  });
});
