/** How likely candidates stay away: told to coordinators alone and only where it is switched on, helps as the plan says, learns by night, and
 * goes when the interview begins. */
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import type { AttendanceFacts } from "../../src/attendance/features.ts";
import { isHeldOut } from "../../src/attendance/hold-out.ts";
import { NO_SHOW_OFF } from "../../src/cases/no-show-told.ts";
import { interviewIdOf } from "../../src/cases/attendances.ts";
import { AttendanceModelView } from "../../src/http/api/attendance-schemas.ts";
import { PlanDetail } from "../../src/http/api/plan-schemas.ts";
import { DayAnswer } from "../../src/http/api/today-schemas.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import type { CaseDetail, ProposalDetail } from "../../src/http/api/schemas.ts";
import { readTools } from "../support/all-that-is-read.ts";
import { openApi, problemOf } from "../support/api.ts";
import { bookedScreen, slackNaming, until } from "../support/briefs-walk.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { setEvaluative } from "../support/panel-walk.ts";
import { settled } from "../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../support/walk.ts";
import { TEAMS } from "../../sandbox/worlds/names.ts";

/** As they are kept of one interview. */
const FACTS: AttendanceFacts = {
  leadDays: 2,
  hour: 10,
  weekday: 3,
  confirmed: false,
  pageOpened: null,
  chatUsed: null,
  reschedules: 0,
  stageKind: "screen",
  format: "phone",
  attendedBefore: 0,
  missedBefore: 0,
};

describeOneDatabase("postgres", "the risk of a no-show", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());
  const riskOf = ({ attendance }: Pick<CaseDetail, "attendance">) =>
    attendance.find(({ risk }) => risk !== null)?.risk ?? null;
  const untilTold = async ({ caseId }: ProposalDetail): Promise<CaseDetail> => {
    await walk.waitFor("its risk", async () => riskOf(await walk.api.case(caseId)) !== null);
    return await walk.api.case(caseId);
  };
  const keyOf = ({ caseId, payload }: ProposalDetail) => {
    const { sessionId, startsAt } = firstSession(payload);
    return { caseId, sessionId, startsAt: Temporal.Instant.from(startsAt) };
  };
  const managerToken = async (): Promise<string> =>
    await createToken(
      {
        name: "a manager",
        role: "hiring_manager",
        teams: [...TEAMS],
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 1000 }),
      },
      walk.running.deps,
    );
  const countRisks = async (): Promise<number> => {
    const [row] = await walk.running.deps.database.query<{ n: number }>(
      "select count(*)::int as n from no_show_risks",
    );
    return row?.n ?? 0;
  };

  it("is told where it is switched on, to coordinators alone, goes when it is switched off, and when the interview begins", async () => {
    walk = await startWalk(open);
    const booked = await bookedScreen(walk);
    expect(riskOf(await walk.api.case(booked.caseId))).toBeNull();
    await setEvaluative(walk, "on");
    expect((await walk.api.send("GET", "/api/attendance/model")).status).toBe(200);
    expect(riskOf(await untilTold(booked))?.reasons).not.toContain("not confirmed");
    // Facts settle a day before.
    await until(walk, booked, 23.5);
    const told = await walk.waitFor("what is known by then", async () => {
      const risk = riskOf(await walk.api.case(booked.caseId));
      return risk?.reasons.includes("not confirmed") ? risk : null;
    });
    expect(told?.risk).toBeGreaterThan(0);
    expect(told?.risk).toBeLessThan(0.5);
    expect(told?.words).toMatch(/^May not come: \d+ %/);

    const manager = await managerToken();
    const asManager = openApi(walk.url, manager);
    expect(riskOf(await asManager.case(booked.caseId))).toBeNull();
    expect((await asManager.send("GET", "/api/attendance/model")).status).toBe(403);
    const known = JSON.stringify([
      await walk.eyes.notes(booked.payload.opportunityId),
      await walk.running.deps.tools.cases.getCase(booked.caseId, null),
    ]);
    expect(known).not.toContain("May not come");

    const onToday = async (api: typeof walk.api): Promise<string[]> =>
      DayAnswer.parse((await api.send("GET", "/api/today")).body).parts.risks.map(
        ({ caseId }) => caseId,
      );
    expect(await onToday(walk.api)).toEqual([]);
    await walk.running.deps.database.query("update no_show_risks set risk = 0.3");
    const helped = isHeldOut(interviewIdOf(keyOf(booked))) ? [] : [booked.caseId];
    expect(await onToday(walk.api)).toEqual(helped);
    expect((await asManager.send("GET", "/api/today")).status).toBe(403);

    await setEvaluative(walk, "off");
    expect(riskOf(await walk.api.case(booked.caseId))).toBeNull();
    const refused = await walk.api.send("GET", "/api/attendance/model");
    expect([refused.status, problemOf(refused).code]).toEqual([409, "conflict"]);
    expect(problemOf(refused).detail).toContain(
      "An admin records an assessment and switches it on under Settings",
    );
    expect(await onToday(walk.api)).toEqual([]);
    await walk.waitFor("nothing to be left of it", async () => (await countRisks()) === 0);
    await setEvaluative(walk, "on");
    await untilTold(booked);
    await until(walk, booked, -0.2);
    await walk.waitFor("it to go", async () => (await countRisks()) === 0);
    await settled(walk, booked.payload.opportunityId);
  });

  it("brings one more reminder that offers another time, and a word to the recruiter, where the plan says so", async () => {
    walk = await startWalk(open);
    await setEvaluative(walk, "on");
    const path = "/api/plans/phone-screen";
    const { source, version } = PlanDetail.parse((await walk.api.send("GET", path)).body);
    const saved = await walk.api.send("PUT", path, {
      // Who recruits is not of the panel: whoever is would be told nothing of it.
      source: `${source.replace("- role: recruiter", "").trimEnd()}\nreminders: { candidate: [], helpAbovePercent: 1 }\n`,
      basedOn: version,
    });
    expect(saved.status).toBe(200);
    let booked = await bookedScreen(walk);
    // One in ten is not helped, to see whether help helps.
    while (isHeldOut(interviewIdOf(keyOf(booked)))) booked = await bookedScreen(walk);
    const { caseId, payload } = booked;
    await walk.waitFor("the word to the recruiter", async () =>
      (await walk.api.case(caseId)).proposals.some(
        ({ kind, status }) => kind === "warn_recruiter" && status === "done",
      ),
    );
    await settled(walk, payload.opportunityId);
    const words = (await slackNaming(walk, "May not come:")).map((each) => JSON.stringify(each));
    expect(words.filter((each) => each.includes(caseId))).toHaveLength(1);
    // It is for coordinators: for a hiring manager, and for an assistant, there is no such proposal.
    const asCoordinator = await walk.api.case(caseId);
    const word = asCoordinator.proposals.find(({ kind }) => kind === "warn_recruiter");
    const ofWord = asCoordinator.effects.filter(({ proposalId }) => proposalId === word?.id);
    expect(ofWord).toHaveLength(1);
    const manager = await managerToken();
    const asManager = openApi(walk.url, manager);
    const shown = await asManager.case(caseId);
    expect(shown.proposals.length).toBe(asCoordinator.proposals.length - 1);
    const texts = [
      JSON.stringify([shown.proposals, shown.effects]),
      JSON.stringify((await asManager.send("GET", "/api/proposals?status=all")).body),
      JSON.stringify((await asManager.send("GET", "/api/today")).body),
      ...(await readTools(walk.url, { token: ADMIN_TOKEN, known: { caseId: [caseId] } }))
        .filter(({ from }) => from === "get_case" || from === "list_proposals")
        .map(({ text }) => text),
    ];
    expect(texts).toHaveLength(5);
    for (const text of texts) expect(text).not.toMatch(/warn_recruiter|to look at/);
    const path_ = `/api/proposals/${word?.id}`;
    expect((await asManager.send("GET", path_)).status).toBe(404);
    const traceOf = async (api: typeof asManager) =>
      (await api.run(word?.runId ?? "")).steps.filter(({ output }) => output !== undefined);
    expect((await traceOf(walk.api)).length).toBeGreaterThan(0);
    expect(await traceOf(asManager)).toEqual([]);
    const due = await walk.running.deps.database.query<{ isTimely: boolean; isHelped: boolean }>(
      `select help_is_timely as "isTimely", helped_at is not null as "isHelped" from attendances
       where case_id = $1 and help_due_at is not null`,
      [caseId],
    );
    expect(due).toEqual([{ isTimely: true, isHelped: true }]);
    const help = await walk.running.deps.database.query<{ hours: number }>(
      `select (extract(epoch from starts_at - due_at) / 3600)::float8 as hours from reminders
       where case_id = $1 and reader = 'candidate' and mark = 'help'`,
      [caseId],
    );
    expect(help).toHaveLength(1);
    await until(walk, booked, (help[0]?.hours ?? 0) - 0.01);
    const reminder = await walk.waitFor("the reminder", async () =>
      (await walk.api.case(caseId)).proposals.find(({ kind }) => kind === "remind_candidate"),
    );
    const MARKED = z.object({ payload: z.object({ mark: z.string() }), reason: z.string() });
    const markedFor = async (api: typeof asManager) =>
      MARKED.parse((await api.send("GET", `/api/proposals/${reminder.id}`)).body);
    expect((await markedFor(walk.api)).payload.mark).toBe("help");
    expect(await markedFor(asManager)).toEqual({
      payload: { mark: "" },
      reason: "The interview plan reminds the candidate.",
    });
    await walk.api.approve(reminder);
    const mail = await walk.waitFor("its mail", async () =>
      (await walk.eyes.mailsTo(payload.candidate.email)).find(({ subject }) =>
        subject.startsWith("Reminder:"),
      ),
    );
    expect(mail.text).toContain("If you cannot come at this time, tell us");
    // It offers that while their page still takes the wish: how far ahead the interview is depends on who was booked before.
    const isOpen = (help[0]?.hours ?? 0) > 24;
    expect(mail.text).toContain(
      isOpen ? "I need another time:\n" : "I cannot come at this time:\n",
    );
    // Told again each hour, it is no reason to help again.
    await advance(walk, 2);
    await settled(walk, payload.opportunityId);
    const after = (await slackNaming(walk, "May not come:")).map((each) => JSON.stringify(each));
    expect(after.filter((each) => each.includes(caseId))).toHaveLength(1);

    await setEvaluative(walk, "off");
    const off = await walk.api.case(caseId);
    expect(off.proposals.find(({ id }) => id === word?.id)).toMatchObject({
      summary: NO_SHOW_OFF,
      isReadable: false,
    });
    expect(off.effects.some(({ proposalId }) => proposalId === word?.id)).toBe(false);
    expect((await walk.api.send("GET", path_)).status).toBe(409);
    expect((await markedFor(walk.api)).payload.mark).toBe("");
    const today = JSON.stringify((await walk.api.send("GET", "/api/today")).body);
    expect(today).not.toContain("asked to look at");
  });

  it("is learnt by night from what became of other interviews, once there are enough", async () => {
    walk = await startWalk(open);
    const booked = await bookedScreen(walk);
    await setEvaluative(walk, "on");
    await untilTold(booked);
    const modelNow = async () =>
      AttendanceModelView.parse((await walk.api.send("GET", "/api/attendance/model")).body);
    const before = await modelNow();
    expect(before.card.learntFrom.interviews).toBe(0);
    const { database } = walk.running.deps;
    await database.query(
      `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at, attended, said_by, said_at, facts)
       select a.case_id, a.session_id, a.starts_at - make_interval(days => n), a.ends_at - make_interval(days => n),
         a.proposal_id, a.booked_at, n % 8 <> 0, 'a coordinator', a.booked_at, $2
       from attendances a, generate_series(3, 82) n where a.case_id = $1`,
      [booked.caseId, JSON.stringify(FACTS)],
    );
    // Help was due to those who came, and left for all of them.
    await database.query(
      `update attendances set help_due_at = booked_at, help_is_timely = true, helped_at = booked_at
       where case_id = $1 and attended`,
      [booked.caseId],
    );
    await until(walk, booked, 1);
    await walk.waitFor("a risk by the night's model", async () => {
      const risk = riskOf(await walk.api.case(booked.caseId));
      return risk !== null && risk.modelVersion !== before.version;
    });
    const after = await modelNow();
    expect(after.card.learntFrom).toMatchObject({ interviews: 80, missed: 10 });
    expect(after.history).toMatchObject({ interviews: 80, missed: 10 });
    // Only those whom help was due to are compared.
    const { helped, heldOut, neither } = after.effect;
    expect(helped.interviews + neither).toBe(70);
    expect([helped.missed, heldOut.interviews]).toEqual([0, 0]);
    expect(riskOf(await walk.api.case(booked.caseId))?.modelVersion).toBe(after.version);
  });
});
