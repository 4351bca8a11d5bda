/** Reminders wait while nobody knows whether the interview takes place as it is booked. */
import { expect, it } from "vitest";
import { listAnswers, settleAnswer, storeAnswer } from "../../../src/cases/answers.ts";
import { readDoubts } from "../../../src/cases/booking-doubts.ts";
import { getCase } from "../../../src/cases/cases.ts";
import {
  type ReminderRow,
  askAgainFor,
  listCasesWithReminderDue,
  listReminderRows,
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
    const setProblem = async (problem: object) =>
      await database.query("update cases set problems = $2 where id = $1", [
        caseId,
        JSON.stringify([problem]),
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
    await setProblem({ code: "booking_changed", message: "It was moved." });
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

    // Refused in doubt as it left: asked for again, soon at first and ever more seldom, while it is of use.
    const [row] = (await listReminderRows(database, caseId)).filter(
      ({ reader, askedAt }) => reader === "candidate" && askedAt !== null,
    );
    if (!row) throw new Error("nothing was asked for");
    const event = (askedAt: Temporal.Instant) => ({
      caseId,
      askedAt: askedAt.toString(),
      reminders: [{ sessionId: row.sessionId, reader: row.reader, mark: row.mark }],
    });
    const refused = async (at: Temporal.Instant, askedAt: Temporal.Instant) =>
      await database.transaction(async (tx) => await askAgainFor(tx, event(askedAt), at));
    const dueAt = async (at: Temporal.Instant) =>
      (await listCasesWithReminderDue(database, { now: at, limit: 10 })).length;
    const early = row.dueAt.add({ minutes: 1 });
    // Another event asked for it since.
    await refused(early, early);
    expect((await listReminderRows(database, caseId)).find(isSame(row))?.askedAt).not.toBeNull();
    await refused(early, now);
    expect([await dueAt(early), await dueAt(early.add({ minutes: 15 }))]).toEqual([0, 1]);
    const rows = await database.transaction(
      async (tx) => await markReminded(tx, { caseId, now: early.add({ minutes: 15 }) }),
    );
    expect(rows).toEqual([{ sessionId: row.sessionId, reader: row.reader, mark: row.mark }]);
    const later = row.dueAt.add({ minutes: 90 });
    await refused(later, early.add({ minutes: 15 }));
    expect([
      await dueAt(later.add({ minutes: 89 })),
      await dueAt(later.add({ minutes: 90 })),
    ]).toEqual([0, 1]);
    await refused(startsAt, now);
    expect(await dueAt(startsAt)).toBe(0);
  });
});

const isSame = (row: ReminderRow) => (other: ReminderRow) =>
  other.sessionId === row.sessionId && other.reader === row.reader && other.mark === row.mark;
