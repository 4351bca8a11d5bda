/** What is kept of an interview whose risk is told hour by hour: facts of one moment, when help was due, and when its recruiter is told. */
import pino from "pino";
import { expect, it } from "vitest";
import { isHeldOut } from "../../../src/attendance/hold-out.ts";
import { interviewIdOf, planAttendances } from "../../../src/cases/attendances.ts";
import { getCase } from "../../../src/cases/cases.ts";
import { storeAnswer } from "../../../src/cases/answers.ts";
import { readDayRows } from "../../../src/cases/day-rows.ts";
import {
  countHistory,
  listRisks,
  listToScore,
  readHelpOutcomes,
  readHistory,
} from "../../../src/cases/no-show-risks.ts";
import { risksToldTo } from "../../../src/cases/risk-readers.ts";
import { visitHelpOf } from "../../../src/cases/no-show-help.ts";
import { listReminderRows } from "../../../src/cases/reminders.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import type { BusyBlock } from "../../../src/domain/calendar.ts";
import { UserId } from "../../../src/domain/ids.ts";
import { timeOf } from "../../../src/domain/itinerary.ts";
import type { InterviewPlan } from "../../../src/domain/plan.ts";
import type { BookInterview } from "../../../src/domain/proposal.ts";
import { FIRST_POLICY, changePolicy } from "../../../src/policy/store.ts";
import { tellRisks } from "../../../src/worker/attendance-risks.ts";
import { ASSESSMENT } from "../../support/assessment.ts";
import { aSession } from "../../support/booking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { person } from "../../support/feedback-worlds.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const PLAN: InterviewPlan = {
  id: "screens",
  match: { stages: ["Phone Screen"] },
  sessions: [
    { id: "phone-screen", name: "Talk", durationMinutes: 45, places: [{ role: "recruiter" }] },
  ],
  reminders: { candidate: [], helpAbovePercent: 1 },
};

const RUTH = UserId.parse("ruth");

/** The interview is on Tuesday, 24 November 2026, at 15:00 in Lisbon, where everybody is. */
const BEGINS = Temporal.Instant.from("2026-11-24T15:00:00Z");
/** Three interviews of that day, and one of the next. */
const visitOf = (name: string): BookInterview => ({
  ...bookingOf(name),
  sessions: [0, 1, 2, 26].map((hours) =>
    aSession({
      sessionId: `talk-${hours}`,
      startsAt: BEGINS.add({ hours }).toString(),
      endsAt: BEGINS.add({ hours, minutes: 45 }).toString(),
    }),
  ),
});
const before = (hours: number): Temporal.Instant => BEGINS.subtract({ minutes: hours * 60 });

describeOneDatabase("embedded", "an interview that may be missed", (open) => {
  const openWorld = async (
    isOut: boolean,
    bookingFor: (name: string) => BookInterview = bookingOf,
  ) => {
    const database = await open();
    const stack = new AsyncDisposableStack();
    const desk = stack.use(await openDesk(database));
    const clock = createManualClock(before(100));
    let booking = bookingFor("candidate 0");
    let proposal = await desk.propose(booking);
    const isOneOtherwise = () =>
      booking.sessions.some((session) => {
        const { sessionId } = session;
        const key = { caseId: proposal.caseId, sessionId, startsAt: timeOf(session).startsAt };
        return isHeldOut(interviewIdOf(key)) !== isOut;
      });
    for (let n = 1; isOneOtherwise(); n += 1) {
      // Nobody can hold one time for two.
      await database.query("delete from reservations");
      booking = bookingFor(`candidate ${n}`);
      proposal = await desk.propose(booking);
    }
    const { caseId, id: proposalId } = proposal;
    await database.query("update cases set recruiter_id = 'ruth' where id = $1", [caseId]);
    await database.transaction(async (tx) => {
      await planAttendances(tx, { caseId, proposalId, payload: booking, now: clock.now() });
    });
    await switchOn(database, clock);
    let leave: BusyBlock[] = [];
    let ownerId: UserId | null = RUTH;
    let hiringManagerId: UserId | null = null;
    const deps = {
      database,
      clock,
      log: pino({ level: "silent" }),
      texts: desk.deps.texts,
      plans: { get: async () => await Promise.resolve(PLAN) },
      lever: {
        listUsers: async () => await Promise.resolve([person("ruth"), person("user-ines")]),
        getOpportunity: async () => await Promise.resolve({ ownerId }),
        getPosting: async () => await Promise.resolve({ ownerId: null, hiringManagerId }),
      },
      calendar: {
        readBusy: async (emails: readonly string[]) =>
          await Promise.resolve(
            emails.map((email) => ({
              email,
              readable: true as const,
              zone: "Europe/Lisbon",
              blocks: leave,
              readAt: clock.now(),
            })),
          ),
      },
      companyZone: "Europe/Lisbon",
    };
    const risks = async () => {
      const now = clock.now();
      const query = { recruiterId: "ruth", since: now, until: now, now, overdueAfterHours: 24 };
      return (await readDayRows(deps, query)).risks;
    };
    return {
      database,
      caseId,
      close: async () => await stack.disposeAsync(),
      setLeave: (from: string, to: string) => {
        const [start, end] = [from, to].map((at) => Temporal.Instant.from(at));
        if (start && end) leave = [{ start, end, kind: "out_of_office" }];
      },
      at: async (hours: number) => {
        clock.set(before(hours));
        await tellRisks(deps);
      },
      confirm: async () => {
        const case_ = await getCase(database, caseId);
        if (!case_) throw new Error("there is no case");
        await database.transaction(async (tx) => {
          const answer = { case_, proposalId, kind: "confirmed" as const, body: {}, once: "1" };
          await storeAnswer(tx, answer, { ...desk.deps, clock });
        });
      },
      row: async () => {
        const [row] = await database.query<{
          facts: { confirmed: boolean | null } | null;
          dueAt: Temporal.Instant | null;
          isTimely: boolean | null;
        }>(
          `select facts, help_due_at as "dueAt", help_is_timely as "isTimely" from attendances where case_id = $1
           order by starts_at desc limit 1`,
          [caseId],
        );
        return row;
      },
      word: async () =>
        (await listReminderRows(database, caseId))
          .filter(({ reader }) => reader === "recruiter")
          .map(({ dueAt }) => dueAt.toString()),
      own: (owner: UserId | null, manager: UserId | null) => {
        [ownerId, hiringManagerId] = [owner, manager];
      },
      onToday: async () => (await risks()).length,
      told: async (userId: UserId) => (await risksToldTo(userId, await risks(), deps)).length,
    };
  };

  const switchOn = async (database: Database, clock: ReturnType<typeof createManualClock>) => {
    const policy = { ...FIRST_POLICY, evaluative: "on" as const, assessment: ASSESSMENT };
    const by = { by: "admin", correlationId: "co" };
    await changePolicy(database, clock, { policy, basedOn: 0, ...by });
  };

  it("is learnt from by what was known a day before, whatever is known later", async () => {
    const world = await openWorld(false);
    await world.at(90);
    expect((await world.row())?.facts).toBeNull();
    await world.at(23.5);
    expect((await world.row())?.facts).toMatchObject({ confirmed: false, leadDays: 100 / 24 });
    await world.confirm();
    await world.at(0.5);
    expect((await world.row())?.facts).toMatchObject({ confirmed: false });
    await world.database.query(
      "update attendances set attended = true, said_by = 'x', said_at = now()",
    );
    expect(await readHistory(world.database, 10)).toHaveLength(1);
    await world.database.query("update cases set is_confidential = true");
    expect(await readHistory(world.database, 10)).toEqual([]);
    await world.close();
  });

  it("has its recruiter told when they work, and on the page of the day when they do not before it", async () => {
    const world = await openWorld(false);
    // Saturday, 11:00.
    await world.at(76);
    expect(await world.word()).toEqual(["2026-11-23T09:00:00Z"]);
    expect(await world.onToday()).toBe(0);
    world.setLeave("2026-11-23T00:00:00Z", "2026-11-24T10:00:00Z");
    await world.at(74);
    expect(await world.word()).toEqual(["2026-11-24T10:00:00Z"]);
    world.setLeave("2026-11-23T00:00:00Z", "2026-11-28T00:00:00Z");
    await world.at(72);
    expect([await world.word(), await world.onToday()]).toEqual([[], 1]);
    world.setLeave("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");
    await world.at(28);
    expect([await world.word(), await world.onToday()]).toEqual([["2026-11-23T11:00:00Z"], 0]);
    expect((await world.row())?.dueAt).toEqual(before(76));
    // Told once.
    await world.database.query("update reminders set asked_at = due_at where reader = 'recruiter'");
    await world.at(26);
    expect(await world.word()).toEqual(["2026-11-23T11:00:00Z"]);
    await world.close();
  });

  it("is told to nobody of its panel and to no hiring manager: it stands on the page of the day instead", async () => {
    const world = await openWorld(false);
    const ines = UserId.parse("user-ines");
    world.own(ines, null);
    await world.at(76);
    expect([await world.word(), await world.onToday()]).toEqual([[], 1]);
    expect([await world.told(ines), await world.told(RUTH)]).toEqual([0, 0]);
    world.own(null, RUTH);
    await world.at(74);
    expect([await world.word(), await world.onToday(), await world.told(RUTH)]).toEqual([[], 1, 0]);
    world.own(RUTH, ines);
    expect(await world.told(RUTH)).toBe(1);
    await world.at(72);
    expect([await world.word(), await world.onToday()]).toEqual([["2026-11-23T09:00:00Z"], 0]);
    await world.close();
  });

  it("has its recruiter told once of all interviews that the candidate comes to in one go", async () => {
    const world = await openWorld(false, visitOf);
    const words = async () =>
      (await listReminderRows(world.database, world.caseId))
        .filter(({ reader }) => reader === "recruiter")
        .map(({ sessionId }) => sessionId);
    await world.at(76);
    expect(await words()).toEqual(["talk-0", "talk-26"]);
    expect(await world.onToday()).toBe(0);
    // Told once, by whichever interview of the visit.
    await world.database.query(
      "update reminders set asked_at = due_at where reader = 'recruiter' and session_id = 'talk-0'",
    );
    await world.database.query("update attendances set help_due_at = null");
    await world.at(74);
    expect(await words()).toEqual(["talk-0", "talk-26"]);
    await world.close();
  });

  it("keeps the word of a visit while one of its interviews is as likely to be missed", async () => {
    const world = await openWorld(false, visitOf);
    await world.at(76);
    const help = async (sessionId: string, percent: number) => {
      const payload = visitOf("ada");
      const startsAt = BEGINS.add({ hours: Number(sessionId.replace("talk-", "")) });
      const helped = {
        caseId: world.caseId,
        sessionId,
        startsAt,
        proposalId: "",
        payload,
        plan: PLAN,
      };
      const rows = await listReminderRows(world.database, world.caseId);
      const risks = await listRisks(world.database, world.caseId);
      return visitHelpOf(helped, { percent, rows, risks }).isOtherDue;
    };
    await world.database.query(
      "update no_show_risks set risk = case when session_id = 'talk-1' then 0.4 else 0.1 end",
    );
    expect(await help("talk-0", 30)).toBe(true);
    expect(await help("talk-0", 50)).toBe(false);
    expect(await help("talk-1", 30)).toBe(false);
    expect(await help("talk-26", 30)).toBe(false);
    await world.close();
  });

  it("is known to have needed help also where it is held out and gets none", async () => {
    const world = await openWorld(true);
    await world.at(76);
    expect(await world.row()).toMatchObject({ dueAt: before(76), isTimely: true });
    expect(await listReminderRows(world.database, world.caseId)).toEqual([]);
    expect(await world.onToday()).toBe(0);
    await world.database.query(
      "update attendances set attended = false, said_by = 'x', said_at = now()",
    );
    expect(await readHelpOutcomes(world.database)).toMatchObject([
      { missed: true, isHelped: false },
    ]);
    await world.close();
  });

  it("says nothing of a day of the same person that is of a candidacy for few", async () => {
    const world = await openWorld(false);
    const { database, caseId } = world;
    await database.query(
      `insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', 'case_other', 'opportunity_id', 'other',
         'is_confidential', true))).* from cases c where c.id = $1`,
      [caseId],
    );
    await database.query(
      `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at, attended, said_by, said_at)
       select 'case_other', session_id, starts_at - interval '10 days', ends_at - interval '10 days', proposal_id,
         booked_at - interval '10 days', false, 'x', booked_at - interval '5 days' from attendances where case_id = $1`,
      [caseId],
    );
    const known = async () => {
      const now = before(90);
      const when = { now, staleBefore: now, limit: 9 };
      const [row] = await listToScore(database, when);
      return [row?.attendedBefore, row?.missedBefore];
    };
    expect(await known()).toEqual([0, 0]);
    await database.query("update cases set is_confidential = false");
    expect(await known()).toEqual([0, 1]);
    await world.close();
  });

  it("counts a day that was missed once, however many interviews it had", async () => {
    const world = await openWorld(false);
    await world.at(90);
    const { database } = world;
    await database.query(
      `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at, attended, said_by, said_at)
       select a.case_id, 'day' || d || ' ' || n, a.starts_at - make_interval(days => d, hours => n), a.starts_at - make_interval(days => d, hours => n, mins => -45),
         a.proposal_id, a.booked_at, d = 10 and n = 2, 'x', a.booked_at
       from attendances a, generate_series(10, 12) d, generate_series(0, 4) n`,
    );
    await world.at(23.5);
    // Of three days the last was attended in part.
    expect((await world.row())?.facts).toMatchObject({ attendedBefore: 1, missedBefore: 2 });
    await database.query(
      `update attendances set facts = (select facts from attendances where facts is not null), help_due_at = booked_at, help_is_timely = true
       where said_at is not null`,
    );
    const history = await readHistory(database, 99);
    expect(history.map(({ missed }) => missed)).toEqual([false, true, true]);
    expect(history.map(({ startsAt }) => startsAt)).toEqual(
      [10, 11, 12].map((days) => before(days * 24 + 4)),
    );
    expect(await countHistory(database)).toEqual({ interviews: 3, missed: 2 });
    expect(await readHelpOutcomes(database)).toHaveLength(3);
    await world.close();
  });
});
