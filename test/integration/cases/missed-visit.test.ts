/** Of a visit of which every interview was missed the candidate is asked once whether they would like another time, and not before that
 * holds for good. */
import { afterEach, expect, it } from "vitest";
import { INTERVIEW_MISSED, planAttendances } from "../../../src/cases/attendances.ts";
import { sayAttendance } from "../../../src/cases/say-attendance.ts";
import { getCase } from "../../../src/cases/cases.ts";
import { readMissedVisit } from "../../../src/cases/missed-visit.ts";
import { settleMissedDue } from "../../../src/worker/missed-due.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { MissedReason } from "../../../src/domain/missed-reason.ts";
import { aLoop } from "../../support/booking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openDesk } from "../../support/waiting-proposal.ts";

describeOneDatabase("embedded", "a visit that was missed", (open) => {
  let stack = new AsyncDisposableStack();
  afterEach(async () => {
    await stack.disposeAsync();
    stack = new AsyncDisposableStack();
  });

  /** Three interviews of one day that are booked. */
  const openVisit = async () => {
    const database = await open();
    const desk = stack.use(await openDesk(database));
    const payload = aLoop();
    const { caseId, id: proposalId } = await desk.propose(payload);
    const times = payload.sessions.map(({ sessionId, startsAt, endsAt }) => ({
      sessionId,
      startsAt: Temporal.Instant.from(startsAt),
      endsAt: Temporal.Instant.from(endsAt),
    }));
    const clock = createManualClock(Temporal.Instant.from("2026-11-20T09:00:00Z"));
    await database.transaction(async (tx) => {
      await planAttendances(tx, { caseId, proposalId, payload, now: clock.now() });
    });
    const deps = { ...desk.deps, database, clock };
    return {
      sessionIds: times.map(({ sessionId }) => sessionId),
      /** Six minutes into it, somebody says so. */
      say: async (
        which: number,
        { attended, reason = null }: { attended: boolean; reason?: MissedReason | null },
      ) => {
        const { sessionId, startsAt } = times[which] ?? { sessionId: "", startsAt: clock.now() };
        const now = startsAt.add({ minutes: 6 });
        if (Temporal.Instant.compare(now, clock.now()) > 0) clock.set(now);
        await sayAttendance({ caseId, sessionId, startsAt, attended, reason, by: "Ines" }, deps);
      },
      /** So many minutes after the end of one, by the worker's clock. */
      settleAfter: async (which: number, minutes: number) => {
        clock.set((times[which]?.endsAt ?? clock.now()).add({ minutes }));
        await settleMissedDue(deps);
      },
      visit: async () => await readMissedVisit(caseId, deps),
      problem: async () => (await getCase(database, caseId))?.problems[0]?.code ?? null,
      asked: async () =>
        (await database.query("select from inbox where kind = $1", [INTERVIEW_MISSED])).length,
    };
  };

  it("is asked about when its last interview is missed, once and of all of it, for the gentlest reason", async () => {
    const { say, visit, asked, settleAfter, sessionIds } = await openVisit();
    await say(0, { attended: false, reason: "no_word" });
    await say(1, { attended: false, reason: "technical" });
    await settleAfter(1, 30);
    expect([await asked(), await visit()]).toEqual([0, null]);
    await say(2, { attended: false });
    await settleAfter(2, 15);
    await settleAfter(2, 30);
    expect(await asked()).toBe(1);
    expect(await visit()).toMatchObject({ sessionIds, reason: "technical" });
  });

  it("is not asked about while its last interview runs, or what was said can be corrected", async () => {
    const { say, visit, asked, settleAfter } = await openVisit();
    await say(0, { attended: false });
    await say(2, { attended: false });
    await settleAfter(2, 14);
    expect([await asked(), await visit()]).toEqual([0, null]);
    // At the last moment: nothing ever leaves.
    await say(2, { attended: true });
    await settleAfter(2, 120);
    expect([await asked(), await visit()]).toEqual([0, null]);
    // Said long after the end it can be corrected as long.
    await say(2, { attended: false });
    await settleAfter(2, 134);
    expect(await asked()).toBe(0);
    await settleAfter(2, 135);
    expect(await asked()).toBe(1);
  });

  it("is not asked about once they came to the last of it, and names only what was missed", async () => {
    const { say, visit, asked, problem, settleAfter, sessionIds } = await openVisit();
    await say(0, { attended: false });
    await say(2, { attended: true });
    await settleAfter(2, 60);
    expect([await asked(), await visit(), await problem()]).toEqual([0, null, null]);
    await say(2, { attended: false });
    await settleAfter(2, 75);
    expect(await visit()).toMatchObject({ sessionIds: [sessionIds[0], sessionIds[2]] });
    // Another one is missed too, they say, and then that it was not: that holds nothing back.
    await say(1, { attended: false });
    expect(await visit()).toBeNull();
    await say(1, { attended: true });
    expect([await asked(), await problem()]).toEqual([2, "candidate_missed"]);
    expect(await visit()).toMatchObject({ sessionIds: [sessionIds[0], sessionIds[2]] });
  });
});
