/** What is owed of an interview that the candidate missed, and of the round that it was to be of: against a Lever on loopback. */
import { randomBytes } from "node:crypto";
import pino from "pino";
import { beforeEach, expect, it } from "vitest";
import { sayAttendance } from "../../../src/cases/say-attendance.ts";
import { listForms } from "../../../src/cases/feedback-owed.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { randomIds } from "../../../src/identifiers.ts";
import type { ProposalRecord } from "../../../src/cases/records.ts";
import { OpportunityId } from "../../../src/domain/ids.ts";
import { hiddenFrom, owesFormOf } from "../../../src/cases/own-form-first.ts";
import { readPolicy } from "../../../src/policy/store.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { createTexts } from "../../../src/privacy/texts.ts";
import { lookAtFeedback } from "../../../src/worker/look-at-feedback.ts";
import { ASSESSMENT } from "../../support/assessment.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { person } from "../../support/feedback-worlds.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";
import { someTexts } from "../../support/some-texts.ts";

const BEGAN = Temporal.Instant.from("2026-11-23T09:00:00Z");
const ENDED = BEGAN.add({ hours: 1 });
const BOOKED = BEGAN.subtract({ hours: 48 });

const panelOf = (id: string, startsAt: Temporal.Instant, people: readonly string[]) => ({
  id: `p${id}`,
  stage: "onsite",
  feedbackReminder: "none",
  interviews: [
    {
      id: `i${id}`,
      date: startsAt.epochMilliseconds,
      duration: 60,
      feedbackTemplate: "tpl",
      interviewers: people.map((who) => ({ id: who })),
    },
  ],
});
const MISSED = panelOf("1", BEGAN, ["ann", "bob"]);
const INSTEAD = {
  ...panelOf("2", BEGAN.add({ hours: 20 }), ["ann"]),
  createdAt: ENDED.epochMilliseconds,
};
const ANNS = {
  id: "f1",
  type: "interview",
  text: "Form",
  baseTemplateId: "tpl",
  user: "ann",
  panel: "p2",
  interview: "i2",
  fields: [],
  createdAt: ENDED.epochMilliseconds,
  completedAt: ENDED.add({ hours: 20 }).epochMilliseconds,
  deletedAt: null,
};

describeEachDatabase("the feedback of a missed interview", (open) => {
  let database: Database;
  let clock: ReturnType<typeof createManualClock>;
  let lever: { panels: unknown[]; forms: unknown[]; users?: unknown[] };
  const queue = { sendAll: async () => await Promise.resolve() };
  const keyring = parseKeyring(`k:${randomBytes(32).toString("base64")}`);
  beforeEach(async () => {
    database = await open();
    clock = createManualClock(ENDED);
    lever = { panels: [MISSED], forms: [] };
    await book();
  });

  /** Both times, as Convene keeps them: one case, one panel of ours. */
  const book = async () => {
    const at = BOOKED.toString();
    const rows: [sql: string, values: unknown[]][] = [
      [
        `insert into cases (id, opportunity_id, stage_id, stage_name, posting_title, candidate, status, mode,
           next_step, created_at, updated_at)
         values ('case_1', 'opp', 'onsite', 'Onsite', 'Engineer', 'cand', 'booked', 'assisted', '', $1, $1)`,
        [at],
      ],
      ["insert into feedback_looks (opportunity_id, next_at) values ('opp', $1)", [at]],
      [
        `insert into inbox (id, source, kind, delivery_key, data, status, correlation_id, received_at)
         values ('ev_1', 'person', 'request', 'ev_1', '{}', 'handled', 'co_1', $1)`,
        [at],
      ],
      [
        `insert into runs (id, event_id, status, correlation_id, started_at)
         values ('run_1', 'ev_1', 'done', 'co_1', $1)`,
        [at],
      ],
      [
        `insert into proposals (id, case_id, run_id, kind, class, audience, risk, status, digest, policy_version,
           refined, created_at, expires_at)
         values ('pr_1', 'case_1', 'run_1', 'book_interview', 'logistics', 'candidate', 'low', 'done', 'd', 1,
           'draft', $1, $1)`,
        [at],
      ],
      [
        `insert into effects (id, proposal_id, proposal_digest, step, kind, label, audience, status, external_ref)
         values ('ef_1', 'pr_1', 'd', 0, 'lever_panel', '', 'internal', 'done', '{"panelId":"p1"}')`,
        [],
      ],
      [
        `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at)
         values ('case_1', 'talk', $1, $2, 'pr_1', $3)`,
        [BEGAN.toString(), ENDED.toString(), at],
      ],
    ];
    for (const [sql, values] of rows) await database.query(sql, values);
  };
  const look = async () => {
    await using server = await openLoopbackServer(({ path }) => {
      if (path.endsWith("/panels")) return { body: { data: lever.panels } };
      if (path.endsWith("/feedback")) return { body: { data: lever.forms } };
      return { body: { data: lever.users ?? [] } };
    });
    const { reader } = openLeverClient(server.url);
    const plans = { all: async () => await Promise.resolve([]) };
    const log = pino({ level: "silent" });
    await lookAtFeedback({
      database,
      clock,
      log,
      queue,
      plans,
      ids: randomIds,
      texts: someTexts(clock),
      lever: reader,
    });
  };
  const say = async (attended: boolean) => {
    const texts = createTexts({ keyring, clock, ids: randomIds });
    await sayAttendance(
      { caseId: "case_1", sessionId: "talk", startsAt: BEGAN, attended, by: "rec" },
      { database, clock, ids: randomIds, queue, texts },
    );
  };
  const told = async () =>
    (await listForms(database, { caseId: "case_1", limit: 9 })).map(
      ({ userId, status, excuse }) => `${userId} ${excuse ?? status}`,
    );
  /** Of each, what others wrote is kept from them. */
  const kept = async (stageId = "onsite") => {
    const lists = async () => await Promise.resolve([]);
    const users = async () => await Promise.resolve([person("ann"), person("bob"), person("cleo")]);
    const deps = {
      database,
      clock,
      texts: someTexts(clock),
      lever: { listUsers: users, listPanels: lists, listFeedback: lists },
    };
    const owes = async (name: string) =>
      await owesFormOf({ name }, { opportunityId: OpportunityId.parse("opp"), stageId }, deps);
    const people = ["ann", "bob", "cleo"];
    const answers = await Promise.all(people.map(owes));
    return people.filter((_, index) => answers[index]);
  };
  const dueRounds = async () =>
    await database.query<{ data: object }>("select data from inbox where kind = 'synthesis_due'");

  it("is owed no more from the moment that somebody says so, and again once they correct it", async () => {
    await look();
    expect(await told()).toEqual(["ann owed", "bob owed"]);
    await say(false);
    await look();
    expect(await told()).toEqual(["ann missed", "bob missed"]);
    expect(await kept()).toEqual(["ann", "bob"]);
    await say(true);
    await look();
    expect(await told()).toEqual(["ann owed", "bob owed"]);
  });

  it("is kept of its round, whichever case of the candidacy asks, and of no other round", async () => {
    await look();
    const at = ENDED.toString();
    await database.query(
      `insert into cases (id, opportunity_id, stage_id, stage_name, posting_title, candidate, status, mode,
         next_step, created_at, updated_at, closed_at)
       select id || '_' || stage, opportunity_id, stage, stage, posting_title, candidate, 'closed', mode, '', $1, $1, $1
       from cases, unnest(array['onsite', 'final']) stage where id = 'case_1'`,
      [at],
    );
    const proposals = ["case_1", "case_1_onsite", "case_1_final"].map(
      (caseId) => ({ id: caseId, caseId, kind: "move_stage" }) as ProposalRecord,
    );
    const { version, policy } = await readPolicy(database);
    await database.query(
      `insert into policies (version, policy, created_by, created_at) values ($1, $2, 'admin', $3)`,
      [version + 1, JSON.stringify({ ...policy, evaluative: "on", assessment: ASSESSMENT }), at],
    );
    const lists = async () => await Promise.resolve([]);
    const users = async () => await Promise.resolve([person("ann")]);
    const lever_ = { listUsers: users, listPanels: lists, listFeedback: lists };
    const deps = { database, clock, texts: someTexts(clock), lever: lever_ };
    const hidden = await hiddenFrom({ name: "ann" }, proposals, deps);
    expect([...hidden.keys()]).toEqual(["case_1", "case_1_onsite"]);
    expect(await kept()).toEqual(["ann", "bob"]);
    expect(await kept("final")).toEqual([]);
  });

  it("is not waited for from somebody deactivated, and is not read ahead by them", async () => {
    lever.users = [
      { id: "bob", name: "bob", email: "bob@example.test", deactivatedAt: ENDED.epochMilliseconds },
    ];
    await look();
    expect(await told()).toEqual(["ann owed", "bob deactivated"]);
    expect(await kept()).toEqual(["ann", "bob"]);
  });

  it("is read ahead by whoever was replaced once the interview that came instead has all of its forms", async () => {
    lever = { panels: [MISSED, INSTEAD], forms: [] };
    clock.set(ENDED.add({ hours: 22 }));
    await say(false);
    await look();
    expect(await kept()).toEqual(["ann", "bob"]);
    lever.forms = [ANNS];
    clock.set(ENDED.add({ hours: 26 }));
    await look();
    expect(await kept()).toEqual([]);
  });

  it("is made up for by no interview that was booked beside it", async () => {
    const createdAt = BEGAN.subtract({ hours: 1 }).epochMilliseconds;
    lever = { panels: [MISSED, { ...INSTEAD, createdAt }], forms: [ANNS] };
    clock.set(ENDED.add({ hours: 22 }));
    await say(false);
    await look();
    expect(await told()).toEqual(["ann missed", "bob missed", "ann handed_in"]);
    expect(await kept()).toEqual(["ann", "bob"]);
  });

  it("is not read ahead by whoever has not handed it in for so long that nobody waits for it", async () => {
    clock.set(ENDED.add({ hours: 31 * 24 }));
    await look();
    expect(await told()).toEqual(["ann too_long", "bob too_long"]);
    expect(await kept()).toEqual(["ann", "bob"]);
  });

  it("keeps no round from its end: it is over with the forms of the interview that came instead", async () => {
    const { version, policy } = await readPolicy(database);
    const on = JSON.stringify({ ...policy, evaluative: "on", assessment: ASSESSMENT });
    await database.query(
      `insert into policies (version, policy, created_by, created_at) values ($1, $2, 'admin', $3)`,
      [version + 1, on, clock.now().toString()],
    );
    lever = { panels: [MISSED, INSTEAD], forms: [ANNS] };
    clock.set(ENDED.add({ hours: 22 }));
    await look();
    expect(await told()).toEqual(["ann owed", "bob owed", "ann handed_in"]);
    expect(await dueRounds()).toEqual([]);
    await say(false);
    await look();
    expect(await told()).toEqual(["ann made_up", "bob made_up", "ann handed_in"]);
    expect(await dueRounds()).toEqual([
      { data: { caseId: "case_1", round: "onsite", partial: false } },
    ]);
  });
});
