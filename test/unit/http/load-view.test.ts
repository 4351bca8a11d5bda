import { expect, it } from "vitest";
import { loadView } from "../../../src/http/interviewer/load-view.ts";
import type { OwnInterview } from "../../../src/people/load.ts";

const at = (iso: string, more: Partial<OwnInterview> = {}): OwnInterview => ({
  email: "grace@example.test",
  startsAt: Temporal.Instant.from(iso),
  endsAt: Temporal.Instant.from(iso).add({ minutes: 45 }),
  postingTitle: "Engineer",
  stageName: "Onsite",
  isBooked: true,
  offered: null,
  ...more,
});

const linesOf = (interviews: OwnInterview[]): string[] => {
  const page = loadView({
    load: { before: 0, thisWeek: 1, nextWeek: 1 },
    interviews,
    shares: [],
    zone: "Europe/Lisbon",
    stays: [{ from: "2026-12-01", until: "2026-12-02", zone: "America/New_York" }],
    limits: { perWeek: null },
  });
  const words = String(page).replaceAll(/<[^>]*>/g, " ");
  return words.replaceAll(/\s+/g, " ").match(/\w+day \d+ .*?(?= \w+day \d+ | As Convene)/g) ?? [];
};

it("tells each interview on the clock around the person then, and what is not theirs yet", () => {
  expect(
    linesOf([
      at("2026-11-30T15:00:00Z"),
      at("2026-12-01T15:00:00Z", { isBooked: false }),
      at("2026-12-03T15:00:00Z", { isBooked: false, offered: { offer: "pr-1", time: 0 } }),
    ]),
  ).toEqual([
    "Monday 30 November 2026, 15:00–15:45 (Lisbon time) Onsite, Engineer",
    "Tuesday 1 December 2026, 10:00–10:45 (New York time) Onsite, Engineer · held, not decided yet",
    "Thursday 3 December 2026, 15:00–15:45 (Lisbon time) Onsite, Engineer · one of several times that the candidate may choose",
  ]);
});
