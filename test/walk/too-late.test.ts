import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { problemOf } from "../support/api.ts";
import { describeOneDatabase } from "../support/database.ts";
import { changesDuring, proposalFor, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

describeOneDatabase("postgres", "a time that comes nearer while people think", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const advanceTo = async (moment: Temporal.Instant): Promise<void> => {
    const minutes = walk.company.clock.now().until(moment).total("minutes");
    await walk.company.controls.advance(Math.ceil(minutes));
  };
  const startOf = ({ payload }: ProposalDetail) =>
    Temporal.Instant.from(firstSession(payload).startsAt);

  it("cannot be approved any more shortly before it begins: the proposal has expired", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    expect(
      Temporal.Instant.from(waiting.expiresAt).until(startOf(waiting)).total("minutes"),
    ).toBeGreaterThanOrEqual(60);
    const changes = await changesDuring(walk, async () => {
      await advanceTo(startOf(waiting).subtract({ minutes: 30 }));
      const answer = await walk.api.decide(waiting.id, {
        decision: "approve",
        digest: waiting.digest,
      });
      expect(answer.status).toBe(409);
      await untilProposal(walk, waiting, "expired");
    });
    expect(changes).toEqual({});
  });

  it("is not booked once it has passed, whatever was approved: another one is proposed", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    await walk.api.send("POST", "/api/pause");
    await walk.api.approve(waiting);
    await advanceTo(startOf(waiting).add({ minutes: 5 }));
    const changes = await changesDuring(walk, async () => {
      await walk.api.send("POST", "/api/resume");
      await untilProposal(walk, waiting, "failed");
    });
    expect(changes).toEqual({});
    const next = await waitingProposal(walk, opportunityId);
    expect(Temporal.Instant.compare(startOf(next), walk.company.clock.now())).toBe(1);
  });

  it("cannot be chosen instead of a later one once it has passed", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const times = waiting.alternatives
      .map((offered) => firstSession(offered).startsAt)
      .toSorted((a, b) => a.localeCompare(b));
    const later = await walk.api.decide(waiting.id, {
      decision: "edit",
      digest: waiting.digest,
      payload: { startsAt: times.at(-1) ?? "" },
    });
    expect(later.status).toBe(200);
    const { proposal } = later.body as { proposal: { id: string; digest: string } };
    const edited = await walk.api.proposal(proposal.id);
    const first =
      [firstSession(waiting.payload).startsAt, ...times].toSorted((a, b) =>
        a.localeCompare(b),
      )[0] ?? "";
    await advanceTo(Temporal.Instant.from(first).add({ minutes: 1 }));
    const answer = await walk.api.decide(edited.id, {
      decision: "edit",
      digest: edited.digest,
      payload: { startsAt: first },
    });
    expect([answer.status, problemOf(answer).code]).toEqual([422, "no_slot"]);
  });

  it("expires also when hundreds of later proposals wait", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { database } = walk.running.deps;
    await database.query(
      `insert into proposals (id, case_id, run_id, kind, class, audience, risk, status, digest, policy_version, refined,
         created_at, expires_at)
       select id || n, case_id, run_id, kind, class, audience, risk, status, digest, policy_version, refined,
         created_at + make_interval(secs => n), expires_at + interval '90 days'
       from proposals, generate_series(1, 600) as n where id = $1`,
      [waiting.id],
    );
    await advanceTo(startOf(waiting));
    const { decision } = await untilProposal(walk, waiting, "expired");
    expect(decision).toMatchObject({ decision: "expire", by: "clock" });
    await database.query("update proposals set status = 'superseded' where id like $1", [
      `${waiting.id}_%`,
    ]);
  });
});
