/** Each thing that goes wrong in a case is set, changed and ended by itself. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { endChecked } from "../../../graphs/nodes/mail-checked.ts";
import { createCaseReader } from "../../../src/cases/case-reader.ts";
import { getCase, setCase } from "../../../src/cases/cases.ts";
import { readDayRows } from "../../../src/cases/day-rows.ts";
import { planAttendances } from "../../../src/cases/attendances.ts";
import { INVITATION } from "../../../src/cases/problem-about.ts";
import { endProblemsOver } from "../../../src/cases/problems-over.ts";
import { BRIEF_NOT_SENT } from "../../../src/domain/brief.ts";
import { NUDGE_NOT_SENT } from "../../../src/domain/nudge.ts";
import { OUTCOME_UNKNOWN, endProblems, setProblem } from "../../../src/cases/problems.ts";
import { MIGRATIONS_FOLDER } from "../../../src/db/migrate.ts";
import { MESSAGE_NOT_SENT } from "../../../src/domain/attendance-message.ts";
import { DEBRIEF_CHANGED, DEBRIEF_NOT_BOOKED } from "../../../src/domain/debrief.ts";
import { QUESTION_NOT_TOLD } from "../../../src/domain/chat-words.ts";
import { CaseId } from "../../../src/domain/ids.ts";
import { QUESTIONS_NOT_NOTED } from "../../../src/domain/question-note.ts";
import { STAGE_NOT_MOVED } from "../../../src/domain/stage-move.ts";
import { SYNTHESIS_NOT_POSTED } from "../../../src/domain/synthesis.ts";
import { aLoop } from "../../support/booking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { openDesk } from "../../support/waiting-proposal.ts";

describeOneDatabase("embedded", "what goes wrong in a case", (open) => {
  const STAGE = { code: STAGE_NOT_MOVED, message: "Lever refused the move." };
  const ANN = { code: MESSAGE_NOT_SENT, message: "Not to Ann.", about: "ann" };
  const BOB = { code: MESSAGE_NOT_SENT, message: "Not to Bob.", about: "bob" };
  const CHANGED = { code: "booking_changed", message: "It was moved." };

  it("stands side by side, whatever becomes of the booking, until each ends or the case does", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { clock, texts } = desk.deps;
    const { caseId } = await desk.propose(aLoop());
    const problems = async () => (await getCase(database, caseId))?.problems;
    const set = async (problem: typeof ANN | typeof STAGE) =>
      await database.transaction(async (tx) => await setProblem(tx, { caseId, problem }, clock));
    for (const problem of [STAGE, ANN, BOB]) expect(await set(problem)).toBe(true);
    expect(await set(ANN)).toBe(false);
    const stands = { id: (await getCase(database, caseId))?.id ?? "", nextStep: "Decide." };
    const case_ = await getCase(database, caseId);
    if (!case_) throw new Error("no case");
    await database.transaction(async (tx) => {
      await setCase(
        tx,
        { id: case_.id, status: "blocked", nextStep: "Decide.", problems: [CHANGED] },
        clock,
      );
    });
    expect(await problems()).toEqual([CHANGED, STAGE, ANN, BOB]);
    const { blocked } = await readDayRows(
      { database, texts },
      {
        recruiterId: null,
        since: clock.now(),
        until: clock.now(),
        now: clock.now(),
        overdueAfterHours: 1,
      },
    );
    expect(blocked.map(({ problem }) => problem)).toEqual([
      "It was moved.",
      "Not to Ann.",
      "Not to Bob.",
      "Lever refused the move.",
    ]);
    const { reader: lever } = openLeverClient("http://127.0.0.1:9");
    const told = await createCaseReader({ ...desk.deps, database, lever }).getCase(caseId, null);
    expect(told?.problems.map(({ code }) => code)).toEqual([
      CHANGED.code,
      MESSAGE_NOT_SENT,
      MESSAGE_NOT_SENT,
      STAGE_NOT_MOVED,
    ]);
    await database.transaction(async (tx) => {
      await endProblems(tx, { caseId, codes: new Set([MESSAGE_NOT_SENT]), about: "ann" }, clock);
      await setProblem(tx, { caseId, problem: { code: DEBRIEF_NOT_BOOKED, message: "A" } }, clock);
      await setProblem(tx, { caseId, problem: { code: DEBRIEF_CHANGED, message: "B" } }, clock);
      await setCase(tx, { id: case_.id, status: "booked", nextStep: stands.nextStep }, clock);
    });
    expect(await problems()).toEqual([STAGE, BOB, { code: DEBRIEF_CHANGED, message: "B" }]);
    await database.transaction(async (tx) => {
      await setCase(tx, { id: case_.id, status: "closed", nextStep: "Over." }, clock);
      expect(await setProblem(tx, { caseId, problem: STAGE }, clock)).toBe(false);
    });
    expect(await problems()).toEqual([]);
  });

  it("ends by the clock once it is of no matter", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { clock } = desk.deps;
    const payload = aLoop();
    const { caseId, id: proposalId } = await desk.propose(payload);
    const [first, second] = payload.sessions;
    if (!first || !second) throw new Error("no loop");
    const startsAt = Temporal.Instant.from(first.startsAt);
    const now = startsAt.subtract({ hours: 24 });
    await database.transaction(async (tx) => {
      await planAttendances(tx, { caseId, proposalId, payload, now });
      for (const { sessionId } of [first, second]) {
        for (const [code, about] of [
          [BRIEF_NOT_SENT, sessionId],
          [MESSAGE_NOT_SENT, `remind_interviewers ${sessionId}`],
        ] as const) {
          await setProblem(tx, { caseId, problem: { code, message: "Not sent.", about } }, clock);
        }
      }
      const problem = { code: MESSAGE_NOT_SENT, message: "Not offered.", about: INVITATION };
      await setProblem(tx, { caseId, problem }, clock);
      const owed = { code: NUDGE_NOT_SENT, message: "Not reminded.", about: "interview ann" };
      await setProblem(tx, { caseId, problem: owed }, clock);
    });
    const left = async (at: Temporal.Instant) => {
      await endProblemsOver(database, { now: at });
      return (await getCase(database, caseId))?.problems.map(({ about }) => about);
    };
    const ofSecond = [second.sessionId, `remind_interviewers ${second.sessionId}`];
    // Nobody owes that form.
    expect(await left(startsAt)).toHaveLength(5);
    expect(await left(Temporal.Instant.from(first.endsAt))).toEqual([...ofSecond, INVITATION]);
    expect(await left(startsAt.add({ hours: 48 }))).toEqual([INVITATION]);
  });

  it("ends once somebody has found out that it left, of what they looked for alone", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { clock } = desk.deps;
    const { caseId: id } = await desk.propose(aLoop());
    const caseId = CaseId.parse(id);
    const found = [
      ["tell_question", QUESTION_NOT_TOLD],
      ["tell_answer", QUESTION_NOT_TOLD],
      ["note_chat", QUESTION_NOT_TOLD],
      ["note_questions", QUESTIONS_NOT_NOTED],
      ["post_synthesis", SYNTHESIS_NOT_POSTED],
      ["move_stage", STAGE_NOT_MOVED],
      ["nudge_feedback", NUDGE_NOT_SENT],
      ["send_brief", BRIEF_NOT_SENT],
      ["invite_again", MESSAGE_NOT_SENT],
      ["book_interview", OUTCOME_UNKNOWN],
    ] as const;
    const other = { code: DEBRIEF_CHANGED, message: "Ann declined." };
    for (const [kind, code] of found) {
      await database.transaction(async (tx) => {
        await setProblem(tx, { caseId, problem: { code, message: "Nobody can tell." } }, clock);
        await setProblem(tx, { caseId, problem: other }, clock);
        await endChecked(tx, { id: caseId, kind, about: "one" }, { clock });
      });
      expect([kind, (await getCase(database, caseId))?.problems]).toEqual([kind, [other]]);
    }
  });

  it("is taken apart of what an older version wrote as one text", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const { caseId } = await desk.propose(aLoop());
    const sql = await readFile(new URL("000053.sql", MIGRATIONS_FOLDER), "utf8");
    const debrief = { code: DEBRIEF_CHANGED, message: "Ann declined." };
    const before = async (problem: object | null) => {
      await database.query(
        "alter table cases drop column problems; alter table cases add column problem jsonb; alter table attendances drop column ask_again_at",
      );
      await database.query("update cases set problem = $2 where id = $1", [
        caseId,
        problem && JSON.stringify(problem),
      ]);
      await database.query(sql);
      return (await getCase(database, caseId))?.problems;
    };
    expect(await before(null)).toEqual([]);
    expect(await before(STAGE)).toEqual([STAGE]);
    expect(await before(debrief)).toEqual([debrief]);
    expect(await before({ ...CHANGED, happened: CHANGED.message })).toEqual([CHANGED]);
    const message = "It was moved. Ann declined. No change fits.";
    expect(await before({ ...CHANGED, message, happened: CHANGED.message, debrief })).toEqual([
      CHANGED,
      { code: "no_slot", message: "No change fits." },
      debrief,
    ]);
  });
});
