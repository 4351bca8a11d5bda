/** What Lever told nobody, because each of its tries was lost, is found in it within five minutes, and done once. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { catchUp } from "../../src/worker/catch-up.ts";
import { describeOneDatabase } from "../support/database.ts";
import { deliverAsLever } from "../support/deliveries.ts";
import { proposalFor, settled, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const setSilent = async (walk: Walk, silent: boolean) =>
  await walk.eyes.control("POST", "/lever", { webhooks: { silent } });
const advance = async (walk: Walk, advanceMinutes: number) =>
  await walk.eyes.control("POST", "/clock", { advanceMinutes });

/** One round, as a worker makes it. */
const look = async (walk: Walk) => {
  const { deps } = walk.running;
  await catchUp({ ...deps, lever: deps.services.lever.reader });
};

/** Waits until every list has been read since the clock was last moved. */
const lookedAgain = async (walk: Walk) => {
  const now = walk.company.clock.now().toString();
  await walk.waitFor("every list to be read", async () => {
    const [row] = await walk.running.deps.database.query<{ n: number }>(
      "select count(*)::int as n from lever_watermarks where read_until >= $1",
      [now],
    );
    return row?.n === 4;
  });
};

const caughtUp = async (walk: Walk, opportunityId: string) =>
  await walk.running.deps.database.query<{ kind: string; status: string; note: string | null }>(
    "select kind, status, note from inbox where opportunity_id = $1 and source = 'clock' order by seq",
    [opportunityId],
  );

describeOneDatabase("postgres", "what no webhook told", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
    await look(walk);
  });
  afterEach(async () => await setSilent(walk, false));
  afterAll(async () => await walk.close());

  const lateWebhook = async (opportunityId: string, triggeredAt: number) =>
    await deliverAsLever(walk.url, {
      id: randomUUID(),
      secret: walk.webhookSecret,
      triggeredAt,
      data: { opportunityId, toStageId: walk.cast.stages.phoneScreen },
    });

  it("of a stage move leads to its proposal within five minutes, and the late webhook to no other", async () => {
    const id = walk.nextCandidate();
    await setSilent(walk, true);
    await walk.moveStage(id, "phoneScreen");
    const movedAt = walk.company.clock.now().epochMilliseconds;
    await advance(walk, 4);
    const proposal = await waitingProposal(walk, id);
    await walk.api.decide(proposal.id, { decision: "reject", digest: proposal.digest });
    await untilProposal(walk, proposal, "rejected");
    expect((await lateWebhook(id, movedAt)).status).toBe(200);
    await settled(walk, id);
    await advance(walk, 4);
    await lookedAgain(walk);
    await settled(walk, id);
    const case_ = await walk.api.caseOf(id);
    expect(case_?.proposals.map(({ status }) => status)).toEqual(["rejected"]);
    expect(await caughtUp(walk, id)).toHaveLength(1);
  });

  it("is not asked for again when the webhook came", async () => {
    const proposal = await proposalFor(walk, walk.nextCandidate());
    const { opportunityId } = proposal.payload;
    await advance(walk, 4);
    await lookedAgain(walk);
    await settled(walk, opportunityId);
    expect(await caughtUp(walk, opportunityId)).toEqual([]);
    expect((await walk.api.proposal(proposal.id)).status).toBe("waiting");
  });

  it("of an archive closes the case, and of its end opens it anew", async () => {
    const proposal = await proposalFor(walk, walk.nextCandidate());
    const { opportunityId } = proposal.payload;
    await setSilent(walk, true);
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/archive`, {});
    await advance(walk, 4);
    await untilProposal(walk, proposal, "superseded");
    expect((await walk.api.case(proposal.caseId)).status).toBe("closed");
    await advance(walk, 1);
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/unarchive`, {});
    await advance(walk, 4);
    await walk.waitFor("another proposal", async () => {
      const present = await walk.api.caseOf(opportunityId);
      return present?.proposals.some(({ status }) => status === "waiting");
    });
    await advance(walk, 4);
    await lookedAgain(walk);
    await settled(walk, opportunityId);
    expect((await caughtUp(walk, opportunityId)).map(({ kind }) => kind)).toEqual([
      "caught_up",
      "caught_up",
    ]);
  });

  it("of a deletion closes the case", async () => {
    const proposal = await proposalFor(walk, walk.nextCandidate());
    const { opportunityId } = proposal.payload;
    await setSilent(walk, true);
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/delete`, {});
    await advance(walk, 4);
    await untilProposal(walk, proposal, "superseded");
    expect((await walk.api.case(proposal.caseId)).status).toBe("closed");
    await advance(walk, 4);
    await lookedAgain(walk);
    await settled(walk, opportunityId);
    expect(await caughtUp(walk, opportunityId)).toHaveLength(1);
  });

  it("of another address makes a new proposal of the one that waits", async () => {
    const proposal = await proposalFor(walk, walk.nextCandidate());
    const { opportunityId } = proposal.payload;
    await setSilent(walk, true);
    await advance(walk, 1);
    const email = "somewhere.else@candidates.test";
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/contact`, { email });
    await advance(walk, 4);
    await untilProposal(walk, proposal, "superseded");
    expect((await waitingProposal(walk, opportunityId)).payload.candidate.email).toBe(email);
  });
});

describeOneDatabase("postgres", "looking for what no webhook told", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { roles: { web: true, work: false }, candidates: 200 });
    await setSilent(walk, true);
  });
  afterAll(async () => await walk.close());

  const found = async () =>
    await walk.running.deps.database.query<{ id: string }>(
      "select opportunity_id as id from inbox where source = 'clock'",
    );
  const fault = async (rule: Record<string, unknown>) =>
    await walk.eyes.control("POST", "/faults", {
      service: "lever",
      path: "/opportunities$",
      ...rule,
    });
  const candidates = () =>
    walk.world.opportunities
      .filter((one) => one.stageId === walk.cast.stages.newApplicant && !one.confidential)
      .map(({ id }) => id);

  it("does not sweep in what was there at the first start", async () => {
    await walk.moveStage(candidates()[0] ?? "", "phoneScreen");
    await advance(walk, 1);
    await look(walk);
    await advance(walk, 4);
    await look(walk);
    expect(await found()).toEqual([]);
  });

  it("loses nothing when Lever fails between two pages", async () => {
    const moved = walk.world.opportunities
      .filter((one) => !one.confidential && one.archived === null)
      .slice(0, 120);
    expect(moved).toHaveLength(120);
    for (const { id } of moved) await walk.moveStage(id, "offer");
    await advance(walk, 4);
    // The first page comes, and no other.
    await fault({ kind: "slow", delayMs: 0, times: 1 });
    await fault({ kind: "status", status: 403, times: null });
    await look(walk);
    expect(await found()).toEqual([]);
    await walk.eyes.control("POST", "/faults/clear", {});
    await look(walk);
    expect(await found()).toEqual([]);
    // A minute later, by the database's clock.
    await walk.running.deps.database.query("update lever_watermarks set claimed_until = null");
    await look(walk);
    const ids = (await found()).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set(moved.map(({ id }) => id)));
    expect(ids).toHaveLength(moved.length);
  });

  it("goes on from where it was after a long stop, and asks four times a round when nothing changed", async () => {
    const before = (await found()).length;
    await advance(walk, 60 * 24 * 40);
    const [id = ""] = candidates().slice(-1);
    await walk.moveStage(id, "phoneScreen");
    await advance(walk, 60 * 24 * 40);
    await look(walk);
    expect((await found()).map((row) => row.id).slice(before)).toEqual([id]);
    await advance(walk, 4);
    const calls = await walk.eyes.leverCalls();
    await Promise.all([look(walk), look(walk), look(walk)]);
    expect((await walk.eyes.leverCalls()) - calls).toBe(4);
    expect(await found()).toHaveLength(before + 1);
  });
});
