/** Whoever wants people instead of software gets them: no specialist works, and what waited is off the table. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { OptOutList } from "../../src/http/api/opt-out-routes.ts";
import { problemOf } from "../support/api.ts";
import { describeOneDatabase } from "../support/database.ts";
import { changesDuring, proposalFor, settled, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("embedded", "opting out", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  beforeEach(async () => {
    await walk.api.setMode("assisted");
  });
  afterEach(async () => {
    const { items } = (await walk.api.send("GET", "/api/opt-outs")).body as OptOutList;
    for (const { id } of items) await walk.api.send("POST", `/api/opt-outs/${id}/end`);
  });
  afterAll(async () => {
    await walk.close();
  });

  const say = async (said: object) => await walk.api.send("POST", "/api/opt-outs", said);

  it("of a candidate takes off the table what waits, and stops every specialist, in every mode", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const answer = await say({ who: "candidate", caseId: waiting.caseId });
    expect(answer.body).toMatchObject({
      items: [{ who: "candidate", name: waiting.candidateName, saidBy: "admin" }],
    });
    await untilProposal(walk, waiting, "superseded");
    expect(await walk.api.caseOf(opportunityId)).toMatchObject({
      status: "blocked",
      problem: { code: "left_to_people" },
    });
    expect(problemOf(await say({ who: "candidate", caseId: waiting.caseId })).status).toBe(409);
    const shown = await walk.api.send("GET", `/api/cases/${waiting.caseId}`);
    expect(shown.body).toMatchObject({
      leftToPeople: "The candidate wants people instead of software: nothing is proposed or sent.",
    });
    await walk.api.setMode("managed");
    const changes = await changesDuring(walk, async () => {
      await walk.moveStage(opportunityId, "newApplicant");
      await walk.moveStage(opportunityId, "phoneScreen");
      for (const path of ["look", "questions", "briefs"]) {
        await walk.api.send("POST", `/api/cases/${waiting.caseId}/${path}`, {});
      }
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual({});
    const kinds = await walk.running.deps.database.query<{ status: string }>(
      `select distinct p.status from proposals p join cases c on c.id = p.case_id where c.opportunity_id = $1`,
      [opportunityId],
    );
    expect(kinds).toEqual([{ status: "superseded" }]);
    const entries = await walk.api.ledger();
    expect(entries.map(({ type }) => type)).toContain("opt_out.said");
    const exported = `/api/cases/${waiting.caseId}/subject-access`;
    const { body } = await walk.api.send("GET", exported);
    expect(body).toMatchObject({ optOuts: [{ by: "admin", endedAt: null, endedBy: null }] });
    const page = await walk.api.send("GET", `${exported}.md`);
    expect(page.body).toContain("People instead of software");
  });

  it("is seen again just before something is sent, and people may end it", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      await walk.api.send("POST", "/api/pause");
      await walk.api.approve(waiting);
      await say({ who: "candidate", caseId: waiting.caseId });
      await walk.api.send("POST", "/api/resume");
      await untilProposal(walk, waiting, "observed");
    });
    expect(changes).toEqual({});
    const { items } = (await walk.api.send("GET", "/api/opt-outs")).body as OptOutList;
    await walk.api.send("POST", `/api/opt-outs/${items[0]?.id ?? ""}/end`);
    await walk.moveStage(opportunityId, "newApplicant");
    expect((await proposalFor(walk, opportunityId)).status).toBe("waiting");
  });

  it("of a hiring manager leaves all of their postings to people, and of an interviewer nothing is booked unasked", async () => {
    const first = await proposalFor(walk, walk.nextCandidate());
    const [member] = first.payload.sessions[0]?.panel ?? [];
    await walk.api.setMode("managed");
    expect((await say({ who: "interviewer", userId: member?.userId })).status).toBe(200);
    const asked = await proposalFor(walk, walk.nextCandidate());
    expect(asked).toMatchObject({ status: "waiting" });
    const database = walk.running.deps.database;
    const [case_] = await database.query<{ id: string | null }>(
      "select hiring_manager_id as id from cases where id = $1",
      [asked.caseId],
    );
    expect((await say({ who: "hiring_manager", userId: case_?.id })).status).toBe(200);
    await untilProposal(walk, asked, "superseded");
    const refused = await say({ who: "interviewer", userId: "nobody" });
    expect([refused.status, problemOf(refused).detail]).toEqual([
      400,
      "Nobody in Lever has this id.",
    ]);
  });
});
