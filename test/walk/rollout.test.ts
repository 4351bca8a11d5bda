/** A stage on its way from silent to assisted and back, by what people do. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RolloutView } from "../../src/http/api/rollout-routes.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import { openApi } from "../support/api.ts";
import { askLever } from "../support/ask-lever.ts";
import { describeOneDatabase } from "../support/database.ts";
import { settled, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "the rollout", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const view = async (): Promise<RolloutView> =>
    (await walk.api.send("GET", "/api/policy/rollout")).body as RolloutView;

  const observed = async (opportunityId: string): Promise<ProposalDetail> => {
    await walk.moveStage(opportunityId, "phoneScreen");
    const { proposals } = await walk.waitFor("a case that is observed", async () => {
      const case_ = await walk.api.caseOf(opportunityId);
      return case_?.status === "observed" && case_;
    });
    return await walk.api.proposal(proposals[0]?.id ?? "");
  };

  /** As a coordinator does it: a panel in Lever, so many minutes beside what was observed. */
  const bookByHand = async ({ payload }: ProposalDetail, minutes: number): Promise<void> => {
    const interviews = payload.sessions.map(({ name, startsAt, durationMinutes, panel }) => ({
      subject: name,
      date: Temporal.Instant.from(startsAt).add({ minutes }).epochMilliseconds,
      duration: durationMinutes,
      timezone: "Europe/Lisbon",
      interviewers: panel.map(({ userId }) => ({ id: userId })),
    }));
    await askLever(walk.company, {
      method: "POST",
      path: `/opportunities/${payload.opportunityId}/panels?perform_as=${payload.performAs}`,
      body: { timezone: "Europe/Lisbon", feedbackReminder: "none", interviews },
    });
  };

  const untilCompared = async (count: number) =>
    await walk.waitFor("its comparison", async () => {
      const { standings } = await view();
      const standing = standings.find(({ kind }) => kind === "book_interview");
      return standing?.evidence.length === count && standing;
    });

  it("offers a step where people do as was observed, and goes back when they reject what is proposed", async () => {
    const { body } = await walk.api.send("GET", "/api/policy");
    const rollout = { offerAt: 0.2, cases: 2, backBelow: 0.5, last: 2 };
    const silent = { ...(body as object), defaultMode: "silent", rollout };
    expect((await walk.api.send("PUT", "/api/policy", silent)).status).toBe(200);
    const [one, other] = [walk.nextCandidate(), walk.nextCandidate()];
    const first = await observed(one);
    expect((await view()).standings).toEqual([]);
    await bookByHand(first, 0);
    await untilCompared(1);
    await bookByHand(await observed(other), 15);
    const offer = await untilCompared(2);
    expect(offer).toMatchObject({ count: 2, agreed: 2, verdict: "observe", offered: "assisted" });
    const { evidence } = offer;
    expect(
      evidence.toSorted((a, b) => Number(b.minutesApart) - Number(a.minutesApart)),
    ).toMatchObject([
      { outcome: "near", agrees: true, minutesApart: 15, isSameStart: false, isSamePeople: true },
      { outcome: "same", caseId: first.caseId, proposalId: first.id, minutesApart: 0 },
    ]);
    await settled(walk, one, other);

    const { version } = await view();
    const { stageId, kind, rule } = offer;
    const step = { version, stageId, kind, rule, to: "assisted" };
    const tooFar = await walk.api.send("POST", "/api/policy/rollout/accept", {
      ...step,
      to: "managed",
    });
    expect(tooFar.status).toBe(409);
    expect((await walk.api.send("POST", "/api/policy/rollout/accept", step)).status).toBe(200);
    const twice = await walk.api.send("POST", "/api/policy/rollout/accept", step);
    expect(twice.status).toBe(409);
    // What is compared at the moment of a step is of the time before it.
    await walk.company.controls.advance(1);

    for (const opportunityId of [walk.nextCandidate(), walk.nextCandidate()]) {
      await walk.moveStage(opportunityId, "phoneScreen");
      const waiting = await waitingProposal(walk, opportunityId);
      const { digest } = waiting;
      await walk.api.decide(waiting.id, { decision: "reject", digest, reason: "Not like this" });
      await untilProposal(walk, waiting, "rejected");
      await settled(walk, opportunityId);
    }
    const after = await view();
    expect(after.stepsBack).toMatchObject([
      { stageId, kind: "book_interview", to: "silent", last: 2, lastAgreed: 0 },
    ]);
    expect((await walk.api.send("GET", "/api/policy")).body).toMatchObject({
      version: version + 2,
      rules: [{ stages: [stageId], kinds: ["book_interview"], mode: "silent" }],
    });
    const [{ by } = {}] = await walk.running.deps.database.query<{ by: string }>(
      "select actor as by from ledger where type = 'policy.demoted'",
    );
    expect(by).toBe("convene");
    await observed(walk.nextCandidate());
    expect((await view()).notCompared).toEqual([]);
    // A text of a candidate's is nowhere in it: numbers, enums, times and an id.
    const rows = await walk.running.deps.database.query("select * from comparisons order by at");
    expect(rows).toHaveLength(4);
  });

  it("says of how many cases Lever tells nothing to compare with, to whom they are in reach", async () => {
    // Nobody has made a panel for the last of them.
    await walk.company.controls.advance(72 * 60);
    const { notCompared } = await view();
    expect(notCompared).toEqual([
      { stageId: expect.any(String), stageName: "Phone Screen", kind: "book_interview", cases: 1 },
    ]);
    const validFor = Temporal.Duration.from({ hours: 900 });
    const elsewhere = {
      name: "Of another team",
      role: "hiring_manager",
      kind: "token",
      validFor,
      teams: ["Nowhere"],
    } as const;
    const token = await createToken(elsewhere, walk.running.deps);
    const theirs = await openApi(walk.url, token).send("GET", "/api/policy/rollout");
    expect(theirs.body).toMatchObject({ notCompared: [] });
  });
});
