import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOneDatabase } from "../support/database.ts";
import { problemOf } from "../support/api.ts";
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

describeOneDatabase("postgres", "a person's decision", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  it("to reject sends nothing and keeps the reason", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      const answer = await walk.api.decide(waiting.id, {
        decision: "reject",
        digest: waiting.digest,
        reason: "The team is away that day.",
      });
      expect(answer.status).toBe(200);
      await untilProposal(walk, waiting, "rejected");
    });
    expect(changes).toEqual({});
    expect((await walk.api.proposal(waiting.id)).decision).toMatchObject({
      decision: "reject",
      by: "admin",
      reason: "The team is away that day.",
    });
    expect(await walk.api.caseOf(opportunityId)).toMatchObject({ status: "open", effects: [] });
    expect((await walk.api.run(waiting.runId)).status).toBe("done");
  });

  it("to take another offered time makes a new proposal, which books at that time once approved", async () => {
    const opportunityId = walk.nextCandidate();
    const first = await proposalFor(walk, opportunityId);
    const [other] = first.alternatives.map(firstSession);
    if (!other) throw new Error("no alternative was offered");
    const answer = await walk.api.decide(first.id, {
      decision: "edit",
      digest: first.digest,
      payload: { startsAt: other.startsAt },
    });
    expect(answer.status).toBe(200);
    const second = await waitingProposal(walk, opportunityId);
    expect(second).toMatchObject({
      previousId: first.id,
      previousTexts: first.payload.texts,
      payload: { sessions: [{ startsAt: other.startsAt }] },
    });
    expect(second.digest).not.toBe(first.digest);
    expect(await walk.api.proposal(first.id)).toMatchObject({
      status: "superseded",
      replacedBy: second.id,
    });
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(second);
      await untilProposal(walk, second, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
    const panels = await walk.eyes.panels(opportunityId);
    expect(panels.map(({ interviews }) => interviews[0]?.date)).toEqual([
      Temporal.Instant.from(other.startsAt).epochMilliseconds,
    ]);
  });

  it("to change the words sends the person's words, with the facts filled in", async () => {
    const opportunityId = walk.nextCandidate();
    const first = await proposalFor(walk, opportunityId);
    const answer = await walk.api.decide(first.id, {
      decision: "edit",
      digest: first.digest,
      payload: {
        texts: { mailBody: `Bring a cup of tea.\n\n${first.payload.texts.mailBody}` },
      },
    });
    expect(answer.status).toBe(200);
    const second = await waitingProposal(walk, opportunityId);
    await walk.api.approve(second);
    const done = await untilProposal(walk, second, "done");
    const [mail] = await walk.eyes.mailsTo(second.payload.candidate.email);
    expect(mail?.text).toMatch(/^Bring a cup of tea\./);
    expect(mail?.text.replaceAll(/\s+/g, " ")).toContain(done.rendered.whenCandidate);
    expect(mail?.text).not.toContain("{{");
  });

  it("on words that lost a fact is refused with every fault, and the proposal waits on", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const answer = await walk.api.decide(waiting.id, {
      decision: "edit",
      digest: waiting.digest,
      payload: { texts: { mailBody: "Come on Tuesday, {{whenever}}." } },
    });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).faults?.map(({ path }) => path)).toContain("payload.texts.mailBody");
    expect(await walk.api.proposal(waiting.id)).toMatchObject({ status: "waiting" });
  });

  it("on a time that was never offered is refused", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const answer = await walk.api.decide(waiting.id, {
      decision: "edit",
      digest: waiting.digest,
      payload: { startsAt: "2026-11-29T03:00:00Z" },
    });
    expect([answer.status, problemOf(answer).code]).toEqual([422, "no_slot"]);
    expect(await walk.api.proposal(waiting.id)).toMatchObject({ status: "waiting" });
  });

  it("on a digest that has been replaced is refused with the present state", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const answer = await walk.api.decide(waiting.id, {
      decision: "approve",
      digest: "0".repeat(64),
    });
    expect(answer.status).toBe(409);
    expect(problemOf(answer)).toMatchObject({
      code: "stale_proposal",
      state: { id: waiting.id, status: "waiting", digest: waiting.digest },
    });
    expect(await walk.api.proposal(waiting.id)).toMatchObject({
      status: "waiting",
      decision: null,
    });
  });

  it("made in twenty browsers at once is taken once and booked once", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, async () =>
          walk.api.decide(waiting.id, { decision: "approve", digest: waiting.digest }),
        ),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const refused = answers.filter(({ status }) => status === 409).map(problemOf);
      expect(refused).toHaveLength(19);
      expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["already_decided"]));
      await untilProposal(walk, waiting, "done");
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual(ONE_BOOKING);
  });

  it("made in two browsers, one to approve and one to reject, is taken once", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      const [approve, reject] = await Promise.all([
        walk.api.decide(waiting.id, { decision: "approve", digest: waiting.digest }),
        walk.api.decide(waiting.id, { decision: "reject", digest: waiting.digest }),
      ]);
      expect(new Set([approve.status, reject.status])).toEqual(new Set([200, 409]));
      await untilProposal(walk, waiting, approve.status === 200 ? "done" : "rejected");
    });
    const present = await walk.api.proposal(waiting.id);
    expect(changes).toEqual(present.status === "done" ? ONE_BOOKING : {});
  });
});
