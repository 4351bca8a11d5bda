/** The mirror of who owes feedback, against a Lever on loopback: what it sees, how often it asks, and whom it leaves alone. */
import pino from "pino";
import { beforeEach, expect, it } from "vitest";
import { ASSESSMENT } from "../../support/assessment.ts";
import {
  type MirroredForm,
  listForms,
  lookAgainAtFeedback,
} from "../../../src/cases/feedback-owed.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import type { InterviewPlan } from "../../../src/domain/plan.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { readPolicy } from "../../../src/policy/store.ts";
import { type LookAtFeedbackDeps, lookAtFeedback } from "../../../src/worker/look-at-feedback.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { type Received, type Reply, openLoopbackServer } from "../../support/loopback-server.ts";
import { someTexts } from "../../support/some-texts.ts";

const ENDS = Temporal.Instant.from("2026-11-23T10:00:00Z");
const BEGAN = ENDS.subtract({ minutes: 30 });

const PANEL = {
  id: "p1",
  stage: "onsite",
  feedbackReminder: "none",
  interviews: [
    {
      id: "i1",
      date: ENDS.subtract({ minutes: 60 }).epochMilliseconds,
      duration: 60,
      feedbackTemplate: "tpl",
      interviewers: [{ id: "ann" }, { id: "bob" }, { id: "eve", feedbackTemplate: "no-feedback" }],
    },
  ],
};
const PLAN: InterviewPlan = {
  id: "onsite",
  match: { stages: ["Onsite"] },
  sessions: [
    { id: "talk", name: "Talk", durationMinutes: 60, places: [{ role: "hiring_manager" }] },
  ],
  feedback: { deadlineHours: 24 },
};
const userOf = (id: string, deactivatedAt: number | null = null) => ({
  id,
  name: id,
  email: `${id}@example.test`,
  username: id,
  deactivatedAt,
});
const formOf = (user: string, interview: string | null) => ({
  id: `form-${user}`,
  type: "interview",
  text: "Form",
  baseTemplateId: "tpl",
  user,
  panel: interview === null ? null : "p1",
  interview,
  fields: [],
  createdAt: ENDS.epochMilliseconds,
  completedAt: ENDS.add({ minutes: 5 }).epochMilliseconds,
  deletedAt: null,
});

describeEachDatabase("the mirror of who owes feedback", (open) => {
  let database: Database;
  let clock: ReturnType<typeof createManualClock>;
  let lever: { panels: unknown[]; forms: unknown[]; users: unknown[]; status: number };
  let asked: string[];
  let warnings: string[];
  const log = pino({ level: "warn" }, { write: (line: string) => warnings.push(line) });
  beforeEach(async () => {
    database = await open();
    clock = createManualClock(BEGAN);
    lever = {
      panels: [PANEL],
      forms: [],
      users: ["ann", "bob"].map((id) => userOf(id)),
      status: 200,
    };
    asked = [];
    warnings = [];
    await openCase("case_1");
  });

  const openCase = async (id: string, opportunity = "opp", stage = "onsite") => {
    await database.query(
      `insert into cases (id, opportunity_id, stage_id, stage_name, posting_title, candidate, status, mode,
         next_step, created_at, updated_at)
       values ($1, $2, $3, 'Onsite', 'Engineer', 'cand', 'booked', 'assisted', '', $4, $4)`,
      [id, opportunity, stage, BEGAN.toString()],
    );
    await database.query(
      `insert into feedback_looks (opportunity_id, next_at) values ($1, $2) on conflict do nothing`,
      [opportunity, BEGAN.toString()],
    );
  };
  const answer = ({ path }: Received): Reply => {
    asked.push(path);
    if (path.endsWith("/panels")) return { body: { data: lever.panels } };
    if (path.endsWith("/feedback")) return { status: lever.status, body: { data: lever.forms } };
    return { body: { data: lever.users } };
  };
  const look = async (change: Partial<LookAtFeedbackDeps["lever"]> = {}) => {
    await using server = await openLoopbackServer(answer);
    const { reader } = openLeverClient(server.url);
    const queue = { sendAll: async () => await Promise.resolve() };
    const plans = { all: async () => await Promise.resolve([PLAN]) };
    const deps = { database, clock, log, queue, plans, ids: randomIds, texts: someTexts(clock) };
    await lookAtFeedback({ ...deps, lever: { ...reader, ...change } });
  };
  const advance = (minutes: number) => clock.advance(Temporal.Duration.from({ minutes }));
  const told = async (caseId = "case_1") =>
    (await listForms(database, { caseId, limit: 9 })).map(
      ({ userId, status, excuse }: MirroredForm) => `${userId} ${excuse ?? status}`,
    );
  const setEvaluative = async (evaluative: "on" | "off") => {
    const { version, policy } = await readPolicy(database);
    await database.query(
      `insert into policies (version, policy, created_by, created_at) values ($1, $2, 'admin', $3)`,
      [
        version + 1,
        JSON.stringify({ ...policy, evaluative, assessment: ASSESSMENT }),
        clock.now().toString(),
      ],
    );
  };
  const dueRounds = async () =>
    (
      await database.query<{ data: object }>(
        "select data from inbox where kind = 'synthesis_due' order by seq",
      )
    ).map(({ data }) => data);
  const nextLook = async () => {
    const [row] = await database.query<{ next: Temporal.Instant | null; fault: string | null }>(
      "select next_at as next, fault from feedback_looks where opportunity_id = 'opp'",
    );
    return row ?? null;
  };

  it("has a row for everybody with a form once the interview is over, and looks exactly then", async () => {
    await look();
    expect(await told()).toEqual([]);
    // Nothing is over: neither forms nor people were asked for.
    expect(asked).toEqual(["/opportunities/opp/panels"]);
    expect((await nextLook())?.next).toEqual(ENDS);
    advance(29);
    await look();
    expect(asked).toHaveLength(1);
    advance(1);
    await look();
    expect(await told()).toEqual(["ann owed", "bob owed"]);
    const [first] = await listForms(database, { caseId: "case_1", limit: 9 });
    expect(first).toMatchObject({ templateId: "tpl", leverReminds: false, endsAt: ENDS });
  });

  it("sees a form come in, be taken back, and its writer be deactivated", async () => {
    advance(30);
    await look();
    lever.forms = [formOf("ann", "i1"), formOf("bob", null)];
    advance(10);
    await look();
    expect(await told()).toEqual(["ann handed_in", "bob owed"]);
    lever.forms = [{ ...formOf("ann", "i1"), deletedAt: ENDS.epochMilliseconds }];
    lever.users = [userOf("ann"), userOf("bob", ENDS.epochMilliseconds)];
    advance(10);
    await look();
    expect(await told()).toEqual(["ann owed", "bob deactivated"]);
  });

  it("forgets who was taken off the panel, and an interview that is moved or gone", async () => {
    advance(30);
    await look();
    const [interview] = PANEL.interviews;
    const withInterview = (change: object) => [
      { ...PANEL, interviews: [{ ...interview, ...change }] },
    ];
    lever.panels = withInterview({ interviewers: [{ id: "bob" }] });
    advance(10);
    await look();
    expect(await told()).toEqual(["bob owed"]);
    const movedTo = ENDS.add({ hours: 2 });
    lever.panels = withInterview({ date: movedTo.epochMilliseconds });
    advance(10);
    await look();
    expect(await told()).toEqual([]);
    expect((await nextLook())?.next).toEqual(movedTo.add({ hours: 1 }));
    clock.advance(Temporal.Duration.from({ hours: 3 }));
    await look();
    expect(await told()).toEqual(["ann owed", "bob owed"]);
    lever.panels = [];
    advance(10);
    await look();
    expect(await told()).toEqual([]);
  });

  it("knows a panel made by hand at the stage of a case as that case's, and at another as nobody's", async () => {
    await openCase("case_2", "opp", "final");
    const byHand = {
      ...PANEL,
      id: "p2",
      stage: "final",
      externallyManaged: false,
      feedbackReminder: "daily",
      interviews: [{ ...PANEL.interviews[0], id: "i2", interviewers: [{ id: "ann" }] }],
    };
    lever.panels = [
      PANEL,
      byHand,
      {
        ...byHand,
        id: "p3",
        stage: "elsewhere",
        interviews: [{ ...byHand.interviews[0], id: "i3" }],
      },
    ];
    advance(30);
    await look();
    expect(await told()).toEqual(["ann owed", "bob owed"]);
    const [form] = await listForms(database, { caseId: "case_2", limit: 9 });
    expect(form).toMatchObject({ userId: "ann", leverReminds: true, sessionId: null });
    const nobodys = await database.query(
      "select user_id as who from feedback_owed where case_id is null",
    );
    expect(nobodys).toEqual([{ who: "ann" }]);
  });

  it("leaves what it knows as it is when Lever does not let it read, and asks again later", async () => {
    advance(30);
    await look();
    lever.status = 403;
    lever.forms = [formOf("ann", "i1")];
    advance(10);
    await look();
    expect(await told()).toEqual(["ann owed", "bob owed"]);
    expect(await nextLook()).toEqual({
      next: clock.now().add({ hours: 6 }),
      fault: "lever_denied",
    });
    expect(warnings).toHaveLength(1);
    lever.status = 200;
    clock.advance(Temporal.Duration.from({ hours: 6 }));
    await look();
    expect(await told()).toEqual(["ann handed_in", "bob owed"]);
    expect((await nextLook())?.fault).toBeNull();
  });

  it("asks for nothing of a candidacy that is over, or for few eyes", async () => {
    for (const change of ["in_lever = 'archived'", "in_lever = 'active', is_confidential = true"]) {
      await database.query(`update cases set ${change}`);
      await look();
    }
    expect(asked).toEqual([]);
    await database.query("update cases set is_confidential = false");
    await look();
    expect(asked).toHaveLength(1);
  });

  it("throws away what it saw when another look is asked for meanwhile, and looks again at once", async () => {
    advance(30);
    await look({
      listUsers: async () => {
        await lookAgainAtFeedback(database, { opportunityId: "opp", now: clock.now() });
        return [];
      },
    });
    expect(await told()).toEqual([]);
    await look();
    expect(await told()).toEqual(["ann owed", "bob owed"]);
  });

  it("has a round put together once when its last form is in, and again when one is changed", async () => {
    await setEvaluative("on");
    lever.forms = [formOf("ann", "i1")];
    advance(30);
    await look();
    expect(await dueRounds()).toEqual([]);
    lever.forms = [formOf("ann", "i1"), formOf("bob", "i1")];
    for (let count = 0; count < 2; count += 1) {
      clock.advance(Temporal.Duration.from({ hours: 3 }));
      await look();
    }
    const whole = { caseId: "case_1", round: "onsite", partial: false };
    expect(await dueRounds()).toEqual([whole]);
    const changedAt = clock.now().epochMilliseconds;
    lever.forms = [formOf("ann", "i1"), { ...formOf("bob", "i1"), updatedAt: changedAt }];
    for (let count = 0; count < 2; count += 1) {
      clock.advance(Temporal.Duration.from({ hours: 3 }));
      await look();
    }
    expect(await dueRounds()).toEqual([whole, whole]);
  });

  it("has a round put together in part when its plan waits no longer, and whole after that", async () => {
    await setEvaluative("on");
    lever.forms = [formOf("ann", "i1")];
    clock.set(ENDS.add({ hours: 24 }).subtract({ minutes: 1 }));
    await look();
    expect(await dueRounds()).toEqual([]);
    for (let count = 0; count < 2; count += 1) {
      clock.advance(Temporal.Duration.from({ minutes: 30 }));
      await look();
    }
    const partial = { caseId: "case_1", round: "onsite", partial: true };
    expect(await dueRounds()).toEqual([partial]);
    lever.forms = [formOf("ann", "i1"), formOf("bob", "i1")];
    clock.advance(Temporal.Duration.from({ minutes: 30 }));
    await look();
    expect(await dueRounds()).toEqual([partial, { ...partial, partial: false }]);
  });

  it("has nothing put together while that is switched off, or when the case at its stage is closed", async () => {
    lever.forms = [formOf("ann", "i1"), formOf("bob", "i1")];
    advance(30);
    await look();
    expect(await dueRounds()).toEqual([]);
    await setEvaluative("on");
    await openCase("case_2", "opp", "final");
    await database.query("update cases set closed_at = $1 where id = 'case_1'", [
      clock.now().toString(),
    ]);
    clock.advance(Temporal.Duration.from({ hours: 3 }));
    await look();
    expect(await dueRounds()).toEqual([]);
    await database.query("update cases set closed_at = null where id = 'case_1'");
    clock.advance(Temporal.Duration.from({ hours: 3 }));
    await look();
    expect(await dueRounds()).toHaveLength(1);
  });

  it("is taken by one of two who look at once", async () => {
    await Promise.all([look(), look()]);
    expect(asked).toHaveLength(1);
  });
});
