import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_PREFERENCES, type Preferences } from "../../src/domain/preferences.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { readPreferencesOf } from "../../src/people/preferences-store.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const WHO = "omar.kulkarni@lumenharbor.test";
const THANKSGIVING = "2026-11-26";

/** With so much notice that Thanksgiving is the first day. */
const planWith = (rules: readonly string[]): string => `
id: screen-off
match:
  stages: [Phone Screen]
sessions:
  - id: phone-screen
    name: Phone screen
    durationMinutes: 30
    places:
      - person: ${WHO}
rules:
  minimumNoticeHours: 64
${rules.map((rule) => `  ${rule}`).join("\n")}
`;

describeOneDatabase("postgres", "days that are not as usual", (open) => {
  let walk: Walk;
  let version = 0;
  const savePlan = async (...rules: string[]): Promise<void> => {
    const saved = { source: planWith(rules), basedOn: version };
    expect((await walk.api.send("PUT", "/api/plans/screen-off", saved)).status).toBe(200);
    version += 1;
  };
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300 });
  });
  afterAll(async () => await walk.close());

  const setForThem = async (changes: Partial<Preferences>): Promise<void> => {
    const { userId = "" } = walk.world.people.find(({ email }) => email === WHO) ?? {};
    const kept = await readPreferencesOf(walk.running.deps.database, userId);
    const body = { version: kept.version, ...NO_PREFERENCES, ...changes };
    const path = `/api/people/${userId}/preferences`;
    expect((await walk.api.send("PUT", path, body)).status).toBe(200);
  };
  const next = async (): Promise<ProposalDetail> => {
    const proposal = await proposalFor(walk, walk.nextCandidate());
    const { id, digest } = proposal;
    await walk.api.decide(id, { decision: "reject", digest, reason: "Later." });
    return proposal;
  };
  const dayOf = ({ payload }: ProposalDetail): string => {
    const { startsAt, panel } = firstSession(payload);
    const zone = panel[0]?.zone ?? "UTC";
    return Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate().toString();
  };
  const told = ({ evidence }: ProposalDetail): string[] =>
    evidence.filter(({ source }) => source === "holidays").map(({ what }) => what);

  it("are public holidays: the plan's move the proposal, and those of the person's own place count before them", async () => {
    await savePlan();
    const usual = await next();
    expect(dayOf(usual)).toBe(THANKSGIVING);
    expect(told(usual)).toEqual([]);

    await savePlan("holidays: US");
    const moved = await next();
    expect(dayOf(moved) > THANKSGIVING).toBe(true);
    expect(told(moved)).toEqual([
      "Thanksgiving Day, Thursday 26 November 2026: off for Omar Kulkarni",
    ]);

    await setForThem({ holidays: "PT" });
    expect(dayOf(await next())).toBe(THANKSGIVING);
  });

  it("and leave nobody are what the case says", async () => {
    await setForThem({});
    await savePlan("holidays: US", "horizonBusinessDays: 3");
    const candidate = walk.nextCandidate();
    await walk.moveStage(candidate, "phoneScreen");
    const stuck = await walk.waitFor("a case that is stuck", async () => {
      const found = await walk.api.caseOf(candidate);
      return found?.status === "blocked" ? found : null;
    });
    expect(stuck.problem?.message).toContain("has a day off (Thanksgiving Day)");
  });

  it("are a journey: the hours there count, by the clocks there", async () => {
    await savePlan("horizonBusinessDays: 10");
    const there = { zone: "America/New_York", hours: { start: "10:00", end: "11:30" } };
    await setForThem({ stays: [{ from: "2026-11-23", until: "2026-12-18", ...there }] });
    const { payload, calendar } = await next();
    const { startsAt, endsAt, panel } = firstSession(payload);
    const clockOf = (iso: string): string =>
      Temporal.Instant.from(iso)
        .toZonedDateTimeISO(there.zone)
        .toPlainTime()
        .toString({ smallestUnit: "minute" });
    expect(clockOf(startsAt) >= there.hours.start).toBe(true);
    expect(clockOf(endsAt) <= there.hours.end).toBe(true);
    // Where they are then, in texts and on pages; nothing else of the journey goes along.
    expect(panel).toMatchObject([{ email: WHO, zone: there.zone }]);
    expect(calendar.people.find(({ email }) => email === WHO)?.zone).toBe(there.zone);
    expect(JSON.stringify(payload)).not.toContain("2026-12-18");
  });
});
