/** A candidate moves on to another stage while an interview of the one before is still to come. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, emailsOf } from "../support/declined.ts";
import { changesDuring, proposalFor, settled, untilProposal } from "../support/story.ts";
import { POOL_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a candidate who moves on with an interview booked", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 200, env: { PLANS_DIR: POOL_PLANS } });
  });
  afterAll(async () => {
    await walk.close();
  });

  /** What waits for each of their stages. */
  const waitingOf = async (booked: ProposalDetail): Promise<Record<string, ProposalDetail>> => {
    const { opportunityId } = booked.payload;
    await settled(walk, opportunityId);
    const rows = await walk.running.deps.database.query<{ id: string; isOld: boolean }>(
      `select p.id, p.case_id = $2 as "isOld" from proposals p join cases c on c.id = p.case_id
       where c.opportunity_id = $1 and p.status = 'waiting'`,
      [opportunityId, booked.caseId],
    );
    const entries = rows.map(
      async ({ id, isOld }) => [isOld ? "old" : "new", await walk.api.proposal(id)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  };
  const moveOn = async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    const changes = await changesDuring(walk, async () => {
      await walk.moveStage(booked.payload.opportunityId, "onsite");
      await settled(walk, booked.payload.opportunityId);
    });
    expect(changes).toEqual({});
    return { booked, waiting: await waitingOf(booked) };
  };

  it("has the new stage's interviews proposed, and a person is asked what becomes of the old one", async () => {
    const { booked, waiting } = await moveOn();
    expect(Object.keys(waiting).toSorted()).toEqual(["new", "old"]);
    expect(waiting["new"]).toMatchObject({ kind: "book_interview", stageName: "Onsite" });
    expect(waiting["old"]).toMatchObject({
      kind: "cancel_booking",
      risk: "high",
      payload: { change: { of: booked.id } },
    });
    expect(waiting["old"]?.reason).toBe("The candidate is at another stage now.");
    if (!waiting["old"]) throw new Error("nobody is asked");
    await walk.api.approve(waiting["old"]);
    await untilProposal(walk, waiting["old"], "done");
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "closed" });
    const still = await waitingOf(booked);
    expect(Object.keys(still)).toEqual(["new"]);
    expect(still["new"]?.id).toBe(waiting["new"]?.id);
  });

  it("keeps the old one when a person says so, and nobody asks again", async () => {
    const { booked, waiting } = await moveOn();
    const { old } = waiting;
    if (!old) throw new Error("nobody is asked");
    const { digest } = old;
    await walk.api.decide(old.id, { decision: "reject", digest, reason: "He still comes." });
    await untilProposal(walk, old, "rejected");
    expect(await walk.api.case(booked.caseId)).toMatchObject({
      status: "booked",
      nextStep: "The interview stays as it is booked: a person has decided so.",
      problem: { code: "booking_changed" },
    });
    await walk.api.reconcile();
    await settled(walk, booked.payload.opportunityId);
    expect(Object.keys(await waitingOf(booked))).toEqual(["new"]);
    const held = await walk.running.deps.database.query<{ person: string }>(
      "select person from reservations where proposal_id = $1 and released_at is null order by 1",
      [booked.id],
    );
    expect(held.map(({ person }) => person)).toEqual(emailsOf(booked));
  });

  it("is not asked about any more when they move back", async () => {
    const { booked, waiting } = await moveOn();
    await walk.moveStage(booked.payload.opportunityId, "phoneScreen");
    await settled(walk, booked.payload.opportunityId);
    expect(await waitingOf(booked)).toEqual({});
    if (!waiting["old"]) throw new Error("nobody is asked");
    expect((await walk.api.proposal(waiting["old"].id)).status).toBe("superseded");
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
  });
});
