/** Bookings that stop half way: nothing of them is forgotten, and nothing goes on that may not any more. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import type { Witness } from "../../src/witness.ts";
import { findGlobally } from "../../src/worker/global-findings.ts";
import { describeOneDatabase } from "../support/database.ts";
import { deliverAsLever } from "../support/deliveries.ts";
import { type FaultyDoor, openFaultyDoor } from "../support/faulty-door.ts";
import { changesDuring, proposalFor, settled, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a booking that stops half way", (open) => {
  let door: FaultyDoor;
  let walk: Walk;
  beforeAll(async () => {
    door = await openFaultyDoor();
    walk = await startWalk(open, {
      through: (company) => door.before(company),
      witness: async (point, opportunityId) => await atPoint(point, opportunityId),
    });
  });
  let atPoint: Witness = () => {};
  afterEach(() => {
    door.heal();
    atPoint = () => {};
  });
  afterAll(async () => {
    await walk.close();
    await door[Symbol.asyncDispose]();
  });

  const query = async (text: string, values: unknown[]) =>
    await walk.running.deps.database.query<{ n: number }>(text, values);

  /** Lever refuses the panel, and Google will not take the event back: the event is given up. */
  const stopHalfWay = async (): Promise<ProposalDetail> => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    door.fail(/^POST .*\/panels$/, { status: 400 }, 1_000);
    door.fail(/^DELETE \/google\/.*\/events\/.*$/, { status: 503 }, 1_000);
    await walk.api.approve(waiting);
    await walk.waitFor("its event to be given up", async () => {
      const failed = await walk.api.events("failed");
      return failed.some(({ opportunityId }) => opportunityId === waiting.payload.opportunityId);
    });
    expect((await walk.api.proposal(waiting.id)).status).toBe("performing");
    door.heal();
    return waiting;
  };

  it("is told by a comparison while its case is open", async () => {
    const stuck = await stopHalfWay();
    await walk.company.controls.advance(16);
    const findings = await findGlobally(walk.running.deps);
    expect(findings).toContainEqual({
      code: "booking_stuck",
      repaired: false,
      caseId: stuck.caseId,
      subject: stuck.id,
    });
  });

  it("is named with its failed event to whoever moves the stage again, and goes on from there", async () => {
    const stuck = await stopHalfWay();
    const { opportunityId, stageId } = stuck.payload;
    const { status } = await deliverAsLever(walk.url, {
      triggeredAt: walk.company.clock.now().epochMilliseconds,
      secret: walk.webhookSecret,
      data: { opportunityId, toStageId: stageId },
    });
    expect(status).toBe(200);
    await settled(walk, opportunityId);
    const [event] = (await walk.api.events("failed")).filter(
      (one) => one.opportunityId === opportunityId,
    );
    const { problem, nextStep, runs } = await walk.api.case(stuck.caseId);
    expect(problem?.code).toBe("booking_unfinished");
    expect(problem?.message).toContain(`Its event ${event?.id} failed: `);
    expect(nextStep).toContain(`Run event ${event?.id} again in the Events page`);
    expect(runs.find(({ id }) => id !== stuck.runId)?.outcome).toBe(
      `${problem?.message} ${nextStep}`,
    );
    await walk.api.send("POST", `/api/events/${event?.id}/retry`);
    await untilProposal(walk, stuck, "failed");
    expect((await walk.api.case(stuck.caseId)).problem?.code).not.toBe("booking_unfinished");
  });

  it("is taken back once its candidate is archived, and its people are free again", async () => {
    const changes = await changesDuring(walk, async () => {
      const stuck = await stopHalfWay();
      await walk.eyes.control("POST", `/opportunities/${stuck.payload.opportunityId}/archive`, {
        reason: walk.world.archiveReasons[1]?.id,
      });
      await untilProposal(walk, stuck, "failed");
      expect(await walk.api.case(stuck.caseId)).toMatchObject({ status: "closed" });
      const [held] = await query(
        "select count(*)::int as n from reservations where proposal_id = $1 and released_at is null",
        [stuck.id],
      );
      expect(held?.n).toBe(0);
    });
    expect(changes).toEqual({ "event.inserted": 1, "event.deleted": 1 });
  });

  it("is taken back, and the candidate hears nothing, when the mode turns silent meanwhile", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    atPoint = async (point, opportunityId) => {
      const isThere = point === "effect.lever_panel.done";
      if (!isThere || opportunityId !== waiting.payload.opportunityId) return;
      await walk.api.setMode("silent");
    };
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "failed");
    });
    await walk.api.setMode("assisted");
    expect(changes).toEqual({
      "event.inserted": 1,
      "event.deleted": 1,
      "panel.created": 1,
      "panel.deleted": 1,
    });
    const { problem } = await walk.api.case(waiting.caseId);
    expect(problem?.message).toContain("The mode is silent now.");
  });
});

describeOneDatabase("postgres", "an event that failed once and whose job was lost", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => await walk.close());

  it("is found again, and readiness knows of it until then", async () => {
    const { opportunityId } = (await proposalFor(walk, walk.nextCandidate())).payload;
    const { database } = walk.running.deps;
    await database.query(
      `update inbox set status = 'waiting', attempts = 1, begun_at = now() - interval '3 minutes',
         error = '{"code":"lever_unavailable","message":"away"}' where opportunity_id = $1`,
      [opportunityId],
    );
    await settled(walk, opportunityId);
    const [event] = (await walk.api.events()).filter((one) => one.opportunityId === opportunityId);
    expect(event).toMatchObject({ status: "handled", error: null });
  });
});
