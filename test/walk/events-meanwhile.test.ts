import { afterAll, beforeAll, expect, it } from "vitest";
import { problemOf } from "../support/api.ts";
import { describeOneDatabase } from "../support/database.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  settled,
  untilProposal,
  waitingProposal,
} from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

describeOneDatabase("postgres", "what happens while a proposal waits", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const eventsOf = async (opportunityId: string, kind: string) =>
    (await walk.api.events()).filter(
      (event) => event.opportunityId === opportunityId && event.kind === kind,
    );

  it("a second stage event leaves the proposal and its thread as they are", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const before = await walk.api.run(waiting.runId);
    await walk.moveStage(opportunityId, "phoneScreen");
    await walk.waitFor("the second event to be handled", async () => {
      const events = await eventsOf(opportunityId, "candidateStageChange");
      return events.filter(({ status }) => status === "handled").length === 2;
    });
    const second = (await eventsOf(opportunityId, "candidateStageChange")).find(
      ({ seq }) => seq === 2,
    );
    expect(second?.note).toBe("A proposal for this stage waits already.");
    expect(await walk.api.run(waiting.runId)).toEqual(before);
    expect(await walk.api.proposal(waiting.id)).toMatchObject({
      status: "waiting",
      digest: waiting.digest,
    });
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
  });

  it("a move on to another stage takes it off the table, and approving it is refused with the reason's state", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      await walk.moveStage(opportunityId, "offer");
      await untilProposal(walk, waiting, "superseded");
      const answer = await walk.api.decide(waiting.id, {
        decision: "approve",
        digest: waiting.digest,
      });
      expect(answer.status).toBe(409);
      expect(problemOf(answer)).toMatchObject({
        code: "already_decided",
        state: { id: waiting.id, status: "superseded", decision: { decision: "supersede" } },
      });
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual({});
    expect(await walk.api.case(waiting.caseId)).toMatchObject({ status: "closed" });
    expect((await walk.api.run(waiting.runId)).status).toBe("superseded");
  });

  it("a move to another stage with a plan makes a proposal for that stage instead", async () => {
    const opportunityId = walk.nextCandidate();
    const first = await proposalFor(walk, opportunityId);
    await walk.moveStage(opportunityId, "finalRound");
    await untilProposal(walk, first, "superseded");
    const second = await waitingProposal(walk, opportunityId);
    expect(firstSession(second.payload).sessionId).toBe("final-round");
    expect(await walk.api.proposal(first.id)).toMatchObject({ status: "superseded" });
    expect(second.caseId).not.toBe(first.caseId);
  });

  it("the archiving of the candidate closes the case", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      await walk.eyes.control("POST", `/opportunities/${opportunityId}/archive`, {
        reason: walk.world.archiveReasons[1]?.id,
      });
      await untilProposal(walk, waiting, "superseded");
    });
    expect(changes).toEqual({});
    expect(await walk.api.case(waiting.caseId)).toMatchObject({
      status: "closed",
      nextStep: "The opportunity is archived in Lever.",
    });
  });

  it("another e-mail address makes a new proposal that writes to that address", async () => {
    const opportunityId = walk.nextCandidate();
    const first = await proposalFor(walk, opportunityId);
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/contact`, {
      email: "moved@mail.candidates.test",
    });
    await untilProposal(walk, first, "superseded");
    const second = await waitingProposal(walk, opportunityId);
    expect(second.payload.candidate.email).toBe("moved@mail.candidates.test");
    await walk.api.approve(second);
    await untilProposal(walk, second, "done");
    expect(await walk.eyes.mailsTo("moved@mail.candidates.test")).toHaveLength(1);
    expect(await walk.eyes.mailsTo(first.payload.candidate.email)).toEqual([]);
  });

  it("an address that is taken away takes the proposal off the table", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      await walk.eyes.control("POST", `/opportunities/${opportunityId}/contact`, { email: null });
      await untilProposal(walk, waiting, "superseded");
    });
    expect(changes).toEqual({ "contact.updated": 1 });
    expect(await walk.api.case(waiting.caseId)).toMatchObject({
      status: "blocked",
      problem: { code: "contact_without_address" },
    });
  });

  it("two days in which nobody decides let it expire, with nothing sent", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      await walk.company.controls.advance(49 * 60);
      await untilProposal(walk, waiting, "expired");
      const answer = await walk.api.decide(waiting.id, {
        decision: "approve",
        digest: waiting.digest,
      });
      expect(answer.status).toBe(409);
    });
    expect(changes).toEqual({});
    expect(await walk.api.proposal(waiting.id)).toMatchObject({
      decision: { decision: "expire", by: "clock" },
    });
    expect(await walk.api.case(waiting.caseId)).toMatchObject({
      status: "blocked",
      problem: { code: "expired" },
    });
  });
});
