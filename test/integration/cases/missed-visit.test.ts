/** Of a visit of which every interview was missed the candidate is asked once whether they would like another time, and not before that
 * holds for good. */
import { afterEach, expect, it } from "vitest";
import { INTERVIEW_MISSED, planAttendances } from "../../../src/cases/attendances.ts";
import { sayAttendance } from "../../../src/cases/say-attendance.ts";
import { askForInvitation, askForInvitationLater } from "../../../src/cases/invitation.ts";
import { CANDIDATE_MISSED, setProblem } from "../../../src/cases/problems.ts";
import { STAGE_NOT_MOVED } from "../../../src/domain/stage-move.ts";
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
      /** Something else is wrong already. */
      fail: async () =>
        await database.transaction(async (tx) => {
          const problem = { code: STAGE_NOT_MOVED, message: "Lever refused the move." };
          await setProblem(tx, { caseId, problem }, clock);
        }),
      case_: async () => await getCase(database, caseId),
      ask: async () => await askForInvitation({ caseId, by: "Rec", via: "dashboard" }, deps),
      /** It could not be told whether the mail that asks them was true; so many minutes pass. */
      unread: async (minutes: number) => {
        await database.transaction(async (tx) => {
          await tx.query("update inbox set status = 'handled' where kind = $1", [INTERVIEW_MISSED]);
          await askForInvitationLater(tx, { caseId, now: clock.now() });
        });
        clock.set(clock.now().add({ minutes }));
        await settleMissedDue(deps);
      },
      visit: async () => await readMissedVisit(caseId, deps),
      problem: async () => (await getCase(database, caseId))?.problems.at(-1)?.code ?? null,
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

  it("is told beside what else is wrong, and says what there is to do as it is by then", async () => {
    const { say, fail, case_, settleAfter } = await openVisit();
    await fail();
    await say(2, { attended: false });
    const said = await case_();
    expect(said?.problems.map(({ code }) => code)).toEqual([STAGE_NOT_MOVED, CANDIDATE_MISSED]);
    expect(said).toMatchObject({
      status: "blocked",
      nextStep: expect.stringContaining("They hear nothing of it before the interview is over."),
    });
    await settleAfter(2, 15);
    expect((await case_())?.nextStep).toBe(
      "Decide whether they are asked to come another time, or what else is to be done.",
    );
    await say(2, { attended: true });
    expect(await case_()).toMatchObject({
      status: "booked",
      problems: [{ code: STAGE_NOT_MOVED }],
    });
  });

  it("is asked about again when that could not be told, after a while, or when a person says so", async () => {
    const { say, asked, ask, unread, settleAfter } = await openVisit();
    await expect(ask()).rejects.toMatchObject({ code: "conflict" });
    await say(2, { attended: false });
    await settleAfter(2, 15);
    await expect(ask()).rejects.toMatchObject({ message: expect.stringContaining("written") });
    await unread(14);
    expect(await asked()).toBe(1);
    await unread(15);
    expect(await asked()).toBe(2);
    await unread(0);
    await ask();
    expect(await asked()).toBe(3);
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
