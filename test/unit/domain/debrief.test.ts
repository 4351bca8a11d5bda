/** A debrief's event, and another of its times. */
import { expect, it } from "vitest";
import { BookDebrief, debriefAt, renderDebrief } from "../../../src/domain/debrief.ts";
import { DEBRIEF } from "../../support/debrief.ts";

it("tells everybody when, in each of their zones, and where the forms are", () => {
  const { title, description } = renderDebrief(DEBRIEF);
  expect(title).toBe("Debrief: Ada Lovelace for Engineer");
  expect(description).toContain("https://convene.example.test/cases/case_1");
  expect(description).toContain("The candidate is not asked to it.");
  expect(description).toMatch(/10:00–10:30 \(Lisbon time\)/);
  expect(description).toMatch(/11:00–11:30 \(Berlin time\)/);
});

it("is at another of its times, and keeps the one before among the others", () => {
  const [other] = DEBRIEF.alternatives;
  if (!other) throw new Error("no other time");
  const moved = BookDebrief.parse(debriefAt(DEBRIEF, other.startsAt));
  expect(moved).toMatchObject({
    ...other,
    alternatives: [{ startsAt: DEBRIEF.startsAt, endsAt: DEBRIEF.endsAt }],
  });
  expect(debriefAt(moved, DEBRIEF.startsAt)).toEqual(DEBRIEF);
  expect(debriefAt(DEBRIEF, "2026-12-24T10:00:00Z")).toBeNull();
});
