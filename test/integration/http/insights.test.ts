import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { InsightsAnswer } from "../../../src/http/api/insights-schemas.ts";
import { DEFINITIONS } from "../../../src/http/api/insights-words.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { openApi, problemOf } from "../../support/api.ts";
import { firstSession } from "../../support/booking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { approved, declinedByGuest } from "../../support/declined.ts";
import { proposalFor } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

describeOneDatabase("embedded", "insights over the API", (open) => {
  let walk: Walk;
  let booked: ProposalDetail;
  let changed: ProposalDetail;
  beforeAll(async () => {
    walk = await startWalk(open);
    booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
  });
  afterAll(async () => await walk.close());

  // Until the interviews are over.
  const PERIOD = "from=2026-11-01&to=2026-12-31";
  const read = async (more = ""): Promise<InsightsAnswer> => {
    const { status, body } = await walk.api.send("GET", `/api/insights?${PERIOD}${more}`);
    expect(status).toBe(200);
    return InsightsAnswer.parse(body);
  };

  it("begin with what is booked", async () => {
    const { speed, repairs } = await read();
    expect([speed.median.of, repairs.repaired]).toEqual([1, 0]);
    const { waiting } = await declinedByGuest(walk);
    changed = await approved(walk, waiting);
    expect((await read()).repairs.repaired).toBe(1);
  });

  it("count what was booked, by whom it was approved, and what happened to it", async () => {
    const insights = await read();
    const none = { value: null, of: 2, needed: 5 };
    expect(insights.speed.median).toEqual(none);
    expect(insights.speed.bins.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(insights.touches).toMatchObject({ perInterview: none, touches: 2 });
    expect(insights.touches.bins[1]).toEqual({ from: 1, to: 2, count: 2 });
    expect(insights.firstOffers).toMatchObject({ changed: 1, open: 1, stood: 0, unanswered: 0 });
    expect(insights.repairs).toMatchObject({ repaired: 1, open: 0, left: 0 });
    expect(insights.repairs.byCause).toMatchObject([
      { cause: "declined", count: 1 },
      { count: 0 },
      { count: 0 },
    ]);
  });

  it("say who interviews how much, of people and not of rooms", async () => {
    const { load } = await read();
    const seats = [booked, changed].flatMap(({ payload }) => firstSession(payload).panel);
    const expected = Map.groupBy(seats, ({ name }) => name);
    const done = load.people.filter(({ interviews }) => interviews > 0);
    expect(new Map(done.map(({ name, interviews }) => [name, interviews]))).toEqual(
      new Map([...expected].map(([name, own]) => [name, own.length])),
    );
    expect(load.interviews).toBe(seats.length);
  });

  it("are of a team or a posting if asked, and of the days that are asked for", async () => {
    const { postings, teams } = await read();
    const posting = postings.find(({ id }) => id === booked.payload.postingId);
    expect(posting?.title).toBe(booked.payload.postingTitle);
    expect((await read(`&posting=${posting?.id}`)).speed.median.of).toBeGreaterThan(0);
    expect(teams.length).toBeGreaterThan(0);
    const team = encodeURIComponent(teams[0] ?? "");
    expect((await read(`&team=${team}`)).team).toBe(teams[0]);
    const early = await walk.api.send("GET", "/api/insights?from=2026-10-01&to=2026-10-02");
    expect(InsightsAnswer.parse(early.body).speed.median.of).toBe(0);
    const usual = InsightsAnswer.parse((await walk.api.send("GET", "/api/insights")).body);
    expect([usual.from, usual.to]).toEqual(["2026-10-27", "2026-11-23"]);
  });

  it.each([
    "from=2026-11-30&to=2026-11-01",
    "from=2020-01-01&to=2026-11-01",
    "from=yesterday",
    "from=0000-01-01",
    "from=0001-01-01&to=0001-01-02",
    "from=9999-12-30&to=9999-12-31",
  ])("refuse %s", async (query) => {
    const answer = await walk.api.send("GET", `/api/insights?${query}`);
    expect([answer.status, problemOf(answer).code]).toEqual([400, "input_invalid"]);
  });

  it.each([
    ["posting=none", ["posting"]],
    ["team=Nobody", ["team"]],
    [`team=${encodeURIComponent("x;=1+1;y")}&posting=none`, ["team", "posting"]],
  ])("refuse %s, of which there is no case", async (query, paths) => {
    for (const page of ["insights", "insights.csv"]) {
      const answer = await walk.api.send("GET", `/api/${page}?${query}`);
      expect([answer.status, problemOf(answer).code]).toEqual([400, "input_invalid"]);
      expect(problemOf(answer).detail).toContain(`No case that is counted is of that ${paths[0]}`);
      expect(problemOf(answer).faults?.map(({ path }) => path)).toEqual(paths);
    }
  });

  it("come as CSV too, and name no candidate", async () => {
    const csv = await walk.api.send("GET", `/api/insights.csv?${PERIOD}`);
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toBe(
      "attachment; filename=insights-2026-11-01-2026-12-31.csv",
    );
    const [member] = firstSession(booked.payload).panel;
    expect(csv.body).toContain(`load,${member?.name},`);
    for (const { payload } of [booked, changed]) {
      for (const secret of [payload.candidate.name, payload.candidate.email]) {
        expect(csv.body).not.toContain(secret);
        expect(JSON.stringify(await read())).not.toContain(secret);
      }
    }
  });

  it("are for recruiters, admins and auditors", async () => {
    const statuses = [];
    for (const role of ["auditor", "interviewer", "hiring_manager"] as const) {
      const validFor = Temporal.Duration.from({ hours: 1 });
      const { deps } = walk.running;
      const token = await createToken({ name: role, role, kind: "token", validFor }, deps);
      const api = openApi(walk.url, token);
      statuses.push((await api.send("GET", "/api/insights")).status);
      statuses.push((await api.send("GET", "/api/insights.csv")).status);
    }
    expect(statuses).toEqual([200, 200, 403, 403, 403, 403]);
  });

  it("count nothing of what is for few eyes, also not among enough others", async () => {
    const { database } = walk.running.deps;
    await database.query("update cases set is_confidential = true where id = $1", [booked.caseId]);
    const past = async ({ id, caseId }: ProposalDetail, many: number): Promise<void> => {
      await database.query(
        `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at, attended)
         select $1, 'past', $2::timestamptz - make_interval(days => n), $2::timestamptz - make_interval(days => n, hours => -1),
           $3, $2::timestamptz - make_interval(days => 2), $4 from generate_series(1, $5) n`,
        [caseId, walk.company.clock.now().toString(), id, caseId !== booked.caseId, many],
      );
    };
    await past(changed, 5);
    await past(booked, 1);
    const insights = await read();
    expect(insights.attendance).toMatchObject({ missed: { value: 0, of: 5 }, came: 5 });
    expect(insights.speed.median.of).toBe(1);
    expect(insights.load.interviews).toBe(firstSession(changed.payload).panel.length);
  });

  it("are what docs/insights.md says, word for word", async () => {
    const file = new URL("../../../docs/insights.md", import.meta.url);
    const page = (await readFile(file, "utf8")).replaceAll(/\s+/g, " ");
    for (const words of Object.values(DEFINITIONS)) expect(page).toContain(words);
  });
});
