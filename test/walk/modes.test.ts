import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
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

describeOneDatabase("postgres", "the mode", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  beforeEach(async () => {
    await walk.api.setMode("assisted");
  });
  afterAll(async () => {
    await walk.close();
  });

  const untilCase = async (opportunityId: string, status: string) =>
    await walk.waitFor(`a case that is ${status}`, async () => {
      const case_ = await walk.api.caseOf(opportunityId);
      return case_?.status === status && case_;
    });

  it("silent records what would have been done, and does nothing", async () => {
    await walk.api.setMode("silent");
    const opportunityId = walk.nextCandidate();
    const changes = await changesDuring(walk, async () => {
      await walk.moveStage(opportunityId, "phoneScreen");
      await untilCase(opportunityId, "observed");
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual({});
    const case_ = await walk.api.caseOf(opportunityId);
    expect(case_?.proposals).toMatchObject([
      { status: "observed", decision: { decision: "observe", by: "policy" } },
    ]);
    const { body } = await walk.api.send("GET", "/api/policy");
    const { version } = body as { version: number };
    const basis = { policyVersion: version, rule: null, mode: "silent", overruledBy: null };
    expect(case_?.proposals[0]?.decision?.basis).toEqual(basis);
    const entries = await walk.api.send(
      "GET",
      `/api/ledger?caseId=${case_?.id ?? ""}&type=decision.made`,
    );
    expect(entries.body).toMatchObject({ items: [{ actor: "policy", data: basis }] });
    expect((await walk.api.send("GET", "/api/ledger/verify")).body).toMatchObject({ ok: true });
    const detail = await walk.api.proposal(case_?.proposals[0]?.id ?? "");
    expect(detail.rendered.mail.text).toContain(detail.rendered.whenCandidate);
  });

  it("silent refuses a person's approval: what was observed does not wait", async () => {
    await walk.api.setMode("silent");
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "phoneScreen");
    const observed = (await untilCase(opportunityId, "observed")).proposals[0];
    const changes = await changesDuring(walk, async () => {
      const answer = await walk.api.decide(observed?.id ?? "", {
        decision: "approve",
        digest: observed?.digest ?? "",
      });
      expect(answer.status).toBe(409);
    });
    expect(changes).toEqual({});
  });

  it("managed books without asking", async () => {
    await walk.api.setMode("managed");
    const opportunityId = walk.nextCandidate();
    const changes = await changesDuring(walk, async () => {
      await walk.moveStage(opportunityId, "phoneScreen");
      await untilCase(opportunityId, "booked");
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual(ONE_BOOKING);
    expect((await walk.api.caseOf(opportunityId))?.proposals).toMatchObject([
      { status: "done", decision: { decision: "perform", by: "policy" } },
    ]);
  });

  it("turned silent between approval and sending holds everything back", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      await walk.api.send("POST", "/api/pause");
      await walk.api.approve(waiting);
      await untilPausedEvent(opportunityId);
      await walk.api.setMode("silent");
      await walk.api.send("POST", "/api/resume");
      await untilProposal(walk, waiting, "observed");
    });
    expect(changes).toEqual({});
  });

  it("turned from managed to assisted before sending asks a person, and books once they agree", async () => {
    await walk.api.setMode("managed");
    await walk.api.send("POST", "/api/pause");
    const opportunityId = walk.nextCandidate();
    const changes = await changesDuring(walk, async () => {
      await walk.moveStage(opportunityId, "phoneScreen");
      await untilPausedEvent(opportunityId);
      await walk.api.setMode("assisted");
      await walk.api.send("POST", "/api/resume");
      const waiting = await waitingProposal(walk, opportunityId);
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
    expect((await walk.api.caseOf(opportunityId))?.status).toBe("booked");
  });

  it("of nobody's choosing is never changed unseen: a change by somebody who saw an older version is refused", async () => {
    const seen = (await walk.api.send("GET", "/api/policy")).body as Record<string, unknown>;
    expect((await walk.api.send("PUT", "/api/policy", { ...seen, expireHours: 24 })).status).toBe(
      200,
    );
    const late = await walk.api.send("PUT", "/api/policy", { ...seen, defaultMode: "managed" });
    expect(late.status).toBe(409);
    expect((await walk.api.status()).mode).toBe("assisted");
  });

  it("paused sends nothing after an approval, and all of it once resumed", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const whilePaused = await changesDuring(walk, async () => {
      await walk.api.send("POST", "/api/pause");
      expect((await walk.api.status()).paused).toBe(true);
      await walk.api.approve(waiting);
      await untilPausedEvent(opportunityId);
    });
    expect(whilePaused).toEqual({});
    expect(await walk.api.proposal(waiting.id)).toMatchObject({ status: "approved", effects: [] });
    const afterwards = await changesDuring(walk, async () => {
      await walk.api.send("POST", "/api/resume");
      await untilProposal(walk, waiting, "done");
    });
    expect(afterwards).toEqual(ONE_BOOKING);
  });

  it("paused while a mail waits for its server keeps the mail back, and sends it once resumed", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    await walk.eyes.control("POST", "/faults", {
      service: "mail",
      method: "MAIL",
      kind: "slow",
      delayMs: 1_000,
    });
    const { "mail.received": mail, ...withoutMail } = ONE_BOOKING;
    const whilePaused = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await walk.waitFor("the mail to be on its way", async () => {
        const { effects } = await walk.api.proposal(waiting.id);
        return effects.at(-1)?.status === "sending";
      });
      await walk.api.send("POST", "/api/pause");
      await untilPausedEvent(opportunityId);
    });
    expect(whilePaused).toEqual(withoutMail);
    const afterwards = await changesDuring(walk, async () => {
      await walk.api.send("POST", "/api/resume");
      await untilProposal(walk, waiting, "done");
    });
    expect(afterwards).toEqual({ "mail.received": mail });
  });

  /** An event that the product has tried while paused, and kept. */
  const untilPausedEvent = async (opportunityId: string): Promise<void> => {
    await walk.waitFor("an event that waits for the end of the pause", async () => {
      const events = await walk.api.events("waiting");
      return events.some(
        (event) => event.opportunityId === opportunityId && event.error?.code === "paused",
      );
    });
  };
});
