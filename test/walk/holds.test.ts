import { afterAll, beforeAll, expect, it } from "vitest";
import { problemOf } from "../support/api.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describeEachDatabase } from "../support/database.ts";
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

describeEachDatabase("the time that a proposal names", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 900 });
  });
  afterAll(async () => await walk.close());

  /** People whose time the proposal holds at present, or whose time its booking has taken. */
  const heldBy = async ({ id }: Pick<ProposalDetail, "id">): Promise<string[]> => {
    const rows = await walk.running.deps.database.query<{ person: string }>(
      "select person from reservations where proposal_id = $1 and released_at is null order by 1",
      [id],
    );
    return rows.map(({ person }) => person);
  };
  const panelOf = ({ payload }: ProposalDetail): string[] =>
    firstSession(payload)
      .panel.map(({ email }) => email)
      .toSorted();

  /** Two candidates of one posting, one recruiter and one zone: the same panel and the same hours, and so the same best time. */
  const rivals = (): [string, string] => {
    const first = walk.nextCandidate();
    const of = (id: string) => walk.world.opportunities.find((one) => one.id === id);
    for (;;) {
      const second = walk.nextCandidate();
      const [a, b] = [of(first), of(second)];
      const isRival =
        a?.postingId === b?.postingId &&
        a?.ownerId === b?.ownerId &&
        a?.applicationZone === b?.applicationZone;
      if (isRival) return [first, second];
    }
  };
  const overlap = (a: ProposalDetail, b: ProposalDetail): boolean =>
    firstSession(a.payload).startsAt < firstSession(b.payload).endsAt &&
    firstSession(b.payload).startsAt < firstSession(a.payload).endsAt;

  it("is held for its panel while it waits: another candidate of the same people is offered another", async () => {
    const [one, other] = rivals();
    const first = await proposalFor(walk, one);
    expect(await heldBy(first)).toEqual(panelOf(first));
    const second = await proposalFor(walk, other);
    expect(panelOf(second)).toEqual(panelOf(first));
    expect(overlap(first, second)).toBe(false);
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(first);
      await walk.api.approve(second);
      await untilProposal(walk, first, "done");
      await untilProposal(walk, second, "done");
    });
    expect(changes).toEqual(
      Object.fromEntries(Object.entries(ONE_BOOKING).map(([kind, n]) => [kind, n * 2])),
    );
    expect(await heldBy(first)).toEqual(panelOf(first));
  });

  it("is free again when the proposal is rejected", async () => {
    const [one, other] = rivals();
    const first = await proposalFor(walk, one);
    await walk.api.decide(first.id, { decision: "reject", digest: first.digest, reason: "No." });
    expect(await heldBy(first)).toEqual([]);
    const second = await proposalFor(walk, other);
    expect(firstSession(second.payload).startsAt).toBe(firstSession(first.payload).startsAt);
  });

  it("is held for the new proposal alone when the case is proposed anew", async () => {
    const opportunityId = walk.nextCandidate();
    const first = await proposalFor(walk, opportunityId);
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/contact`, {
      email: "elsewhere@mail.candidates.test",
    });
    await untilProposal(walk, first, "superseded");
    const second = await waitingProposal(walk, opportunityId);
    expect(firstSession(second.payload).startsAt).toBe(firstSession(first.payload).startsAt);
    expect(await heldBy(first)).toEqual([]);
    expect(await heldBy(second)).toEqual(panelOf(second));
  });

  it("follows an edit, and cannot be one that is held for another interview", async () => {
    const [one, other] = rivals();
    const first = await proposalFor(walk, one);
    const [offered] = first.alternatives.map(firstSession);
    const edited = await walk.api.decide(first.id, {
      decision: "edit",
      digest: first.digest,
      payload: { startsAt: offered?.startsAt ?? "" },
    });
    expect(edited.status).toBe(200);
    const replacement = await waitingProposal(walk, one);
    expect(firstSession(replacement.payload).startsAt).toBe(offered?.startsAt);
    expect(await heldBy(first)).toEqual([]);
    expect(await heldBy(replacement)).toEqual(panelOf(replacement));

    const second = await proposalFor(walk, other);
    expect(overlap(second, replacement)).toBe(false);
    const wanted = firstSession(second.payload).startsAt;
    const refused = await walk.api.decide(replacement.id, {
      decision: "edit",
      digest: replacement.digest,
      payload: { startsAt: wanted },
    });
    expect(refused.status).toBe(409);
    expect(problemOf(refused)).toMatchObject({ code: "slot_lost" });
    expect(await walk.api.proposal(replacement.id)).toMatchObject({ status: "waiting" });
    expect(await heldBy(replacement)).toEqual(panelOf(replacement));
  });

  it("stays the booking's once approved, however long the pause before it is booked", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    await walk.api.send("POST", "/api/pause");
    await walk.api.approve(waiting);
    const [row] = await walk.running.deps.database.query<{ until: unknown }>(
      "select max(held_until) as until from reservations where proposal_id = $1 and released_at is null",
      [waiting.id],
    );
    expect(row?.until).toBeNull();
    await walk.api.send("POST", "/api/resume");
    await untilProposal(walk, waiting, "done");
    expect(await heldBy(waiting)).toEqual(panelOf(waiting));
  });

  it("is not kept by a hold whose time is up, though nobody has tidied up yet", async () => {
    const [one, other] = rivals();
    const first = await proposalFor(walk, one);
    await walk.running.deps.database.query(
      "update reservations set held_until = $2 where proposal_id = $1",
      [first.id, walk.company.clock.now().toString()],
    );
    const second = await proposalFor(walk, other);
    expect(firstSession(second.payload).startsAt).toBe(firstSession(first.payload).startsAt);
    expect(await heldBy(first)).toEqual([]);
  });

  it("is held by nobody in silent mode, and free when nobody decides in time", async () => {
    await walk.api.setMode("silent");
    const quiet = walk.nextCandidate();
    await walk.moveStage(quiet, "phoneScreen");
    const observed = await walk.waitFor("what would have been done", async () =>
      (await walk.api.caseOf(quiet))?.proposals.find(({ status }) => status === "observed"),
    );
    expect(await heldBy(observed)).toEqual([]);
    await walk.api.setMode("assisted");
    const slow = walk.nextCandidate();
    const waiting = await proposalFor(walk, slow);
    await walk.company.controls.advance(49 * 60);
    await untilProposal(walk, waiting, "expired");
    await settled(walk, slow);
    expect(await heldBy(waiting)).toEqual([]);
  });
});
