/** Whoever wants people instead of software gets them: no specialist works, and what waited is off the table. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { OptOutList } from "../../src/http/api/opt-out-routes.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { problemOf } from "../support/api.ts";
import { bookPage } from "../support/booked-page.ts";
import { formIn, openLink, post, sendForm } from "../support/candidate-page.ts";
import { connectMcp } from "../support/mcp.ts";
import { describeOneDatabase } from "../support/database.ts";
import { changesDuring, proposalFor, settled, untilProposal } from "../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../support/walk.ts";

/** What a person may ask of a case. */
const ASKED = [
  "briefs",
  "questions-note",
  "synthesis",
  "stage-rule",
  "debrief",
  "invitation",
  "look",
];

describeOneDatabase("postgres", "opting out", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  beforeEach(async () => {
    await walk.api.setMode("assisted");
  });
  afterEach(async () => {
    const { items } = (await walk.api.send("GET", "/api/opt-outs")).body as OptOutList;
    for (const { id } of items) await end(id, { candidateAgrees: true });
  });
  afterAll(async () => {
    await walk.close();
  });

  const end = async (id: string, said?: object) =>
    await walk.api.send("POST", `/api/opt-outs/${id}/end`, said);
  const listed = async () =>
    ((await walk.api.send("GET", "/api/opt-outs")).body as OptOutList).items;
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

  it("is pressed by the candidate on their own page, and holds from then on for whoever asks", async () => {
    const { link, ...booked } = await bookPage(walk);
    const { caseId, candidateName } = booked;
    const [before, other] = [await openLink(link), await openLink(link)];
    const page = await sendForm(before, "/person");
    expect(page.words).toMatch(/You asked for people instead of software on .*: people arrange/);
    const [item, ...others] = await listed();
    expect([item, others]).toMatchObject([
      { who: "candidate", name: candidateName, saidBy: "candidate", isByCandidate: true },
      [],
    ]);
    expect(await walk.api.case(caseId)).toMatchObject({
      status: "booked",
      leftToPeople: "The candidate wants people instead of software: nothing is proposed or sent.",
    });
    const again = await sendForm(other, "/person");
    expect([again.status, (await listed()).length]).toEqual([200, 1]);
    await settled(walk, booked.payload.opportunityId);
    const { answers } = await walk.api.case(caseId);
    expect(answers.map(({ kind }) => kind)).toEqual(["wants_person"]);
    const said = (await walk.api.ledger()).filter(({ type }) => type === "opt_out.said");
    expect(said[0]).toMatchObject({ actor: "candidate" });
  });

  it("of a candidate's own press is ended only with their word, and may be pressed again then", async () => {
    const { link } = await bookPage(walk);
    await sendForm(await openLink(link), "/person");
    const [item] = await listed();
    const refused = problemOf(await end(item?.id ?? ""));
    expect([refused.status, refused.detail]).toEqual([
      409,
      expect.stringContaining("asked for people instead of software on their own page"),
    ]);
    expect(await listed()).toHaveLength(1);
    expect((await end(item?.id ?? "", { candidateAgrees: true })).status).toBe(200);
    expect(await listed()).toEqual([]);
    const ended = (await walk.api.ledger()).filter(({ type }) => type === "opt_out.ended");
    expect(ended[0]).toMatchObject({ data: { candidateAgrees: true } });
    const after = await openLink(link);
    expect(after.words).not.toContain("You asked for people instead of software");
    // Somebody has still to see to what they asked; opting out is heard all the same.
    await sendForm(after, "/person");
    expect(await listed()).toMatchObject([{ isByCandidate: true }]);
  });

  it("takes what waits off the table when they press it, and their page looks for no time any more", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const { links, clock } = walk.running.deps;
    const until = clock.now().add({ hours: 48 });
    // Of whom nothing is booked there is no mail: the link is one as it would hold.
    const token = await links.make("candidate", waiting.caseId, until);
    const link = `${walk.url}/c/${token}`;
    const times = await openLink(`${link}/availability`);
    const page = await sendForm(await openLink(link), "/person");
    expect(page.words).toContain("A person arranges your interview with you");
    expect(page.html).not.toContain("/availability");
    // From a mail of before they come to the same page; what they had open takes no times that would reach nobody.
    const again = await openLink(`${link}/availability`);
    expect(again.words).toContain("A person arranges your interview with you");
    const refused = await sendForm(times, "/availability", { words: "Mondays after 3 pm" });
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("would reach nobody");
    expect(refused.html).toContain("Mondays after 3 pm");
    await untilProposal(walk, waiting, "superseded");
    await walk.api.setMode("managed");
    const changes = await changesDuring(walk, async () => {
      await walk.moveStage(opportunityId, "newApplicant");
      await walk.moveStage(opportunityId, "phoneScreen");
      await settled(walk, opportunityId);
      const asked = await walk.running.deps.tools.requests.askInWords({
        text: "find times next week",
        by: { name: "somebody of a team" },
        via: "mcp",
        mayPropose: true,
        caseId: waiting.caseId,
        zone: "UTC",
        signal: AbortSignal.timeout(300_000),
      });
      expect(asked.kind).toBe("answer");
      expect(asked.words.join(" ")).toContain("Nothing is proposed.");
    });
    expect(changes).toEqual({});
  });

  it("answers whoever asks for something of it that people do it, over HTTP and MCP alike", async () => {
    const { caseId, link, payload } = await bookPage(walk);
    await sendForm(await openLink(link), "/person");
    await settled(walk, payload.opportunityId);
    const before = await proposalsOf(payload.opportunityId);
    const says = "wants people instead of software: nothing is proposed or sent. A person arranges";
    for (const path of ASKED) {
      const refused = problemOf(await walk.api.send("POST", `/api/cases/${caseId}/${path}`, {}));
      expect([path, refused.status, refused.detail]).toEqual([
        path,
        409,
        expect.stringContaining(says),
      ]);
    }
    const { client } = await connectMcp(walk.url, { token: ADMIN_TOKEN });
    const { opportunityId } = payload;
    for (const name of ["propose_brief", "propose_questions", "propose_interview"]) {
      const result = await client.callTool({ name, arguments: { opportunityId } });
      expect([name, JSON.stringify(result)]).toEqual([
        name,
        expect.stringContaining("wants people instead of software: nothing is proposed or sent."),
      ]);
    }
    await client.close();
    expect(await proposalsOf(opportunityId)).toEqual(before);
    const failed = (await walk.api.events()).filter(({ status }) => status === "failed");
    expect(failed).toEqual([]);
  });

  const proposalsOf = async (opportunityId: string) =>
    await walk.running.deps.database.query(
      `select p.id, p.status from proposals p join cases c on c.id = p.case_id
       where c.opportunity_id = $1 order by p.id`,
      [opportunityId],
    );

  it("is no request for a person alone: that leaves nothing to people", async () => {
    const { link, ...booked } = await bookPage(walk);
    const form = formIn(await openLink(link), "/person");
    const to = new URL(form.action.replace("/person", "/ask-person"), link).toString();
    await post(to, form.hidden);
    expect(await listed()).toEqual([]);
    const { answers, leftToPeople } = await walk.api.case(booked.caseId);
    expect([answers.map(({ kind }) => kind), leftToPeople]).toEqual([["wants_person"], null]);
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
    // Others may take the place: those with this one on the panel are asked about.
    let asked = await proposalFor(walk, walk.nextCandidate());
    const seatsThem = ({ payload }: ProposalDetail): boolean =>
      payload.sessions.some(({ panel }) => panel.some(({ userId }) => userId === member?.userId));
    for (let tried = 1; tried < 8 && !seatsThem(asked); tried += 1) {
      asked = await proposalFor(walk, walk.nextCandidate());
    }
    expect([seatsThem(asked), asked.status]).toEqual([true, "waiting"]);
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
