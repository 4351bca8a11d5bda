import { expect, it } from "vitest";
import { UserId } from "../../../src/domain/ids.ts";
import { NO_PREFERENCES, type Preferences } from "../../../src/domain/preferences.ts";
import { createInterviewHistory } from "../../../src/people/interview-history.ts";
import { changePreferences } from "../../../src/people/preferences-store.ts";
import { describeEachDatabase } from "../../support/database.ts";

const ZONE = "Europe/Lisbon";
const GRACE = UserId.parse("user-grace");

describeEachDatabase("days on which somebody took no interviews", (open) => {
  it("are told from what they had set when", async () => {
    const database = await open();
    let version = 0;
    const set = async (day: string, changes: Partial<Preferences>): Promise<void> => {
      const now = () => Temporal.Instant.from(`${day}T12:00:00Z`);
      const kept = await changePreferences(
        database,
        { now },
        {
          userId: GRACE,
          preferences: { ...NO_PREFERENCES, ...changes },
          basedOn: version,
          by: "Grace",
          correlationId: "test",
        },
      );
      version = kept.version;
    };
    const awayOn = async (day: string): Promise<string[]> => {
      const away = await createInterviewHistory(database).away({
        userIds: [GRACE, "user-nobody"],
        zone: ZONE,
        now: Temporal.Instant.from(`${day}T12:00:00Z`),
      });
      return [...away].flatMap(([userId, days]) =>
        days.map(({ from, until }) => [userId, from, until].join(" ")),
      );
    };
    await set("2026-11-02", { pausedUntil: "2026-11-09" });
    expect(await awayOn("2026-11-04")).toEqual(["user-grace 2026-11-02 2026-11-04"]);
    expect(await awayOn("2026-11-20")).toEqual(["user-grace 2026-11-02 2026-11-08"]);
    // Back sooner than said, then a break that was over before it was set, then none at all.
    await set("2026-11-05", {});
    await set("2026-11-10", { pausedUntil: "2026-11-09", maxInterviewsPerDay: 2 });
    await set("2026-11-12", { takesNoInterviews: true });
    await set("2026-11-16", { maxInterviewsPerDay: 2 });
    expect(await awayOn("2026-11-20")).toEqual([
      "user-grace 2026-11-02 2026-11-05",
      "user-grace 2026-11-12 2026-11-16",
    ]);
  });
});
