/** Reminders wait while nobody knows whether the interview takes place as it is booked. */
import { expect, it } from "vitest";
import { listAnswers, settleAnswer, storeAnswer } from "../../../src/cases/answers.ts";
import { readDoubts } from "../../../src/cases/booking-doubts.ts";
import { getCase } from "../../../src/cases/cases.ts";
import {
  listCasesWithReminderDue,
  markReminded,
  planReminders,
} from "../../../src/cases/reminders.ts";
import { firstSession } from "../../support/booking.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

describeEachDatabase("reminders that are due", (open) => {
  it("wait while the booking is in doubt, and the candidate's while a wish of theirs is open", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const booking = bookingOf("somebody");
    const { id: proposalId, caseId } = await desk.propose(booking);
    const case_ = await getCase(database, caseId);
    if (!case_) throw new Error("there is no case");
    const startsAt = Temporal.Instant.from(firstSession(booking).startsAt);
    const now = startsAt.subtract({ minutes: 1 });
    await database.transaction(async (tx) => {
      const planned = { caseId, proposalId, payload: booking, plan: null };
      await planReminders(tx, { ...planned, now: startsAt.subtract({ hours: 500 }) });
    });
    const setKind = async (kind: string, status: string) =>
      await database.query("update proposals set kind = $2, status = $3 where id = $1", [
        proposalId,
        kind,
        status,
      ]);
    const setProblem = async (problem: object | null) =>
      await database.query("update cases set problem = $2 where id = $1", [
        caseId,
        problem && JSON.stringify(problem),
      ]);
    const cases = async () => await listCasesWithReminderDue(database, { now, limit: 10 });
    const marked = async () =>
      (await database.transaction(async (tx) => await markReminded(tx, { caseId, now }))).map(
        ({ reader }) => reader,
      );

    for (const kind of ["change_booking", "cancel_booking"]) {
      for (const status of ["waiting", "approved", "performing"]) {
        await setKind(kind, status);
        expect(await readDoubts(database, caseId)).toMatchObject({ isInDoubt: true });
        expect([await cases(), await marked()]).toEqual([[], []]);
      }
    }
    await setKind("change_booking", "rejected");
    await setProblem({ code: "booking_changed", message: "It was moved.", happened: "Moved." });
    expect([await cases(), await marked()]).toEqual([[], []]);
    await setProblem({ code: "wish_unanswered", message: "Somebody waits." });

    const answerId = await database.transaction(async (tx) => {
      const body = { reason: "" };
      const answer = { case_, proposalId, kind: "wants_cancel" as const, body, once: "1" };
      await storeAnswer(tx, answer, desk.deps);
      return (await listAnswers(tx, caseId))[0]?.id ?? "";
    });
    expect(await readDoubts(database, caseId)).toEqual({ isInDoubt: false, isWished: true });
    expect(await cases()).toHaveLength(1);
    const panel = await marked();
    expect(panel.length).toBeGreaterThan(0);
    expect(panel).not.toContain("candidate");
    expect(await cases()).toEqual([]);

    await database.transaction(async (tx) => {
      await settleAnswer(tx, { answerId, by: "convene" }, desk.deps);
    });
    expect(await cases()).toHaveLength(1);
    expect(await marked()).toEqual(["candidate"]);
  });
});
