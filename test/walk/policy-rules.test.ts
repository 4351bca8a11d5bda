/** What rules of the policy do with real proposals: of whom it is asked, until when, and by whom it cannot be changed. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createToken } from "../../src/http/auth/tokens.ts";
import { getProposal } from "../../src/cases/proposals.ts";
import type { PolicyPreview } from "../../src/http/api/policy-routes.ts";
import type { Policy, PolicyRule } from "../../src/domain/policy.ts";
import { type Api, openApi, problemOf } from "../support/api.ts";
import { describeOneDatabase } from "../support/database.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  settled,
  untilProposal,
} from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const RITA = "rita@company.test";
const OMAR = "omar@example.com";

describeOneDatabase("postgres", "a rule of the policy", (open) => {
  let walk: Walk;
  let recruiter: Api;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterEach(async () => {
    await put([]);
  });
  afterAll(async () => {
    await walk.close();
  });

  const put = async (rules: PolicyRule[]) => {
    const { body } = await walk.api.send("GET", "/api/policy");
    return await walk.api.send("PUT", "/api/policy", { ...(body as object), rules });
  };

  it("that asks a role which nobody has is refused with the reason, and changes nothing", async () => {
    const refused = await put([{ answer: { do: "ask", of: ["recruiter"] } }]);
    expect(refused.status).toBe(400);
    expect(problemOf(refused).detail).toContain("nobody has that role");
    expect((await walk.api.send("GET", "/api/policy")).body).toMatchObject({ rules: [] });
  });

  it("has those agree whom it asks, and nobody else; anybody may still reject", async () => {
    const validFor = Temporal.Duration.from({ hours: 400 });
    const token = {
      name: "Rita",
      email: RITA,
      role: "recruiter",
      kind: "token",
      validFor,
    } as const;
    recruiter = openApi(walk.url, await createToken(token, walk.running.deps));
    const rules: PolicyRule[] = [
      {
        kinds: ["book_interview"],
        plans: ["phone-screen"],
        answer: { do: "ask", people: [RITA] },
      },
    ];
    expect((await put(rules)).status).toBe(200);
    const waiting = await proposalFor(walk, walk.nextCandidate());
    expect(waiting.payload.planId).toBe("phone-screen");
    const refused = await walk.api.decide(waiting.id, {
      decision: "approve",
      digest: waiting.digest,
    });
    expect([refused.status, problemOf(refused).detail]).toEqual([
      403,
      expect.stringContaining(`This waits for ${RITA}`),
    ]);
    await recruiter.approve(waiting);
    expect((await untilProposal(walk, waiting, "done")).decision).toMatchObject({ by: "Rita" });
    const other = await proposalFor(walk, walk.nextCandidate());
    const rejection = { decision: "reject", digest: other.digest, reason: "Later." } as const;
    expect((await walk.api.decide(other.id, rejection)).status).toBe(200);
  });

  it("that asks for two people has both approve the same, and nothing is done before", async () => {
    const tokenOf = async (name: string, email: string | null) =>
      openApi(
        walk.url,
        await createToken(
          {
            name,
            email,
            role: "admin",
            kind: "token",
            validFor: Temporal.Duration.from({ hours: 400 }),
          },
          walk.running.deps,
        ),
      );
    const robot = await tokenOf("my bot", null);
    // Who holds a program's token, or the environment's, is no second person.
    const alone = await put([{ answer: { do: "ask", of: ["admin"], fourEyes: true } }]);
    expect(problemOf(alone).detail).toContain("asks for two people, and nobody could decide");
    const omar = await tokenOf("Omar", OMAR);
    expect((await put([{ answer: { do: "ask", fourEyes: true } }])).status).toBe(200);
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const approval = { decision: "approve", digest: waiting.digest } as const;
    for (const nobody of [robot, walk.api]) {
      const refused = await nobody.decide(waiting.id, approval);
      expect([refused.status, problemOf(refused).detail]).toEqual([
        409,
        expect.stringContaining("stands for nobody"),
      ]);
    }
    expect((await omar.decide(waiting.id, approval)).status).toBe(200);
    expect(await walk.api.proposal(waiting.id)).toMatchObject({
      status: "waiting",
      approvedBy: ["Omar"],
      decision: null,
      effects: [],
    });
    expect((await omar.decide(waiting.id, approval)).status).toBe(409);
    for (const nobody of [robot, walk.api]) {
      expect((await nobody.decide(waiting.id, approval)).status).toBe(409);
    }
    await recruiter.approve(waiting);
    expect((await untilProposal(walk, waiting, "done")).decision).toMatchObject({
      by: "Rita",
      via: "api",
    });
  });

  it("that comes to ask for two people has what one has approved wait for the second", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await walk.api.send("POST", "/api/pause");
    await walk.api.approve(waiting);
    expect((await put([{ answer: { do: "ask", fourEyes: true } }])).status).toBe(200);
    await walk.api.send("POST", "/api/resume");
    await untilProposal(walk, waiting, "waiting");
    expect((await walk.api.proposal(waiting.id)).effects).toEqual([]);
  });

  it("ends its question sooner than the policy ends all others", async () => {
    expect((await put([{ answer: { do: "ask", hours: 2 } }])).status).toBe(200);
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { createdAt, expiresAt } = waiting;
    const hours = Temporal.Instant.from(createdAt).until(expiresAt).total("hours");
    expect(hours).toBe(2);
    await walk.company.controls.advance(121);
    expect((await untilProposal(walk, waiting, "expired")).decision).toMatchObject({ by: "clock" });
  });

  const PAUSE: PolicyRule[] = [
    { kinds: ["book_interview"], answer: { do: "perform", afterMinutes: 30 } },
  ];
  const pausing = async (opportunityId = walk.nextCandidate()) => {
    expect((await put(PAUSE)).status).toBe(200);
    const waiting = await proposalFor(walk, opportunityId);
    const until = Temporal.Instant.from(waiting.createdAt).until(waiting.performsAt ?? "");
    expect(until.total("minutes")).toBe(30);
    return waiting;
  };

  it("with a pause does by itself what nobody stops until then, and nothing before", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await pausing(opportunityId);
    expect((await walk.api.caseOf(opportunityId))?.nextStep).toContain("done by itself");
    const before = await changesDuring(walk, async () => {
      await walk.company.controls.advance(29);
      await settled(walk, opportunityId);
    });
    expect(before).toEqual({});
    const after = await changesDuring(walk, async () => {
      await walk.company.controls.advance(1);
      const done = await untilProposal(walk, waiting, "done");
      expect(done.decision).toMatchObject({ decision: "perform", by: "policy" });
    });
    expect(after).toEqual(ONE_BOOKING);
  });

  it("with a pause lets a person stop it, or do it at once", async () => {
    const stopped = await pausing();
    const changes = await changesDuring(walk, async () => {
      const rejection = { decision: "reject", digest: stopped.digest, reason: "Not now." } as const;
      expect((await walk.api.decide(stopped.id, rejection)).status).toBe(200);
      await untilProposal(walk, stopped, "rejected");
      await walk.company.controls.advance(31);
    });
    expect(changes).toEqual({});
    const atOnce = await pausing();
    await walk.api.approve(atOnce);
    const done = await untilProposal(walk, atOnce, "done");
    expect(done.decision).toMatchObject({ decision: "approve", by: "admin" });
  });

  it("with a pause is stopped by a stricter rule meanwhile, and by the kill switch until that is off", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await pausing(opportunityId);
    await walk.api.send("POST", "/api/pause");
    await walk.company.controls.advance(31);
    await settled(walk, opportunityId);
    expect(await walk.api.proposal(waiting.id)).toMatchObject({ status: "waiting" });
    expect((await put([])).status).toBe(200);
    await walk.api.send("POST", "/api/resume");
    await walk.waitFor("the gate to ask a person", async () => {
      const { status, performsAt } = await walk.api.proposal(waiting.id);
      const [row] = await walk.running.deps.database.query<{ isOver: boolean }>(
        `select performs_at is null as "isOver" from proposals where id = $1`,
        [waiting.id],
      );
      return status === "waiting" && performsAt === null && row?.isOver === true;
    });
    expect((await walk.api.proposal(waiting.id)).effects).toEqual([]);
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "done");
  });

  it("is tried on the proposals of the last day before it is in force, by the gate's own answer", async () => {
    const { body } = await walk.api.send("GET", "/api/policy");
    const { version: _, ...present } = body as Policy & { version: number };
    const preview = async (changes: object, days = 1) => {
      const policy = { ...present, ...changes };
      const answer = await walk.api.send("POST", "/api/policy/preview", { policy, days });
      expect(answer.status).toBe(200);
      return answer.body as PolicyPreview;
    };
    const same = await preview({});
    expect(same.differences).toEqual([]);
    expect(same.total).toBeGreaterThan(6);
    expect(same.before.ask + same.before.perform + same.before.observe).toBe(same.total);
    const silent = await preview({ defaultMode: "silent" });
    // Work goes on meanwhile: each answer is held against its own count.
    expect(silent.after).toEqual({ observe: silent.total, ask: 0, perform: 0 });
    expect(silent.before.ask).toBeGreaterThanOrEqual(same.before.ask);
    const managed = await preview({ defaultMode: "managed" });
    const [first] = managed.differences;
    expect(first).toMatchObject({
      kind: "book_interview",
      before: { do: "ask" },
      after: { do: "perform" },
    });
    const { kind, policyVersion } = await openedProposal(first?.proposals[0]?.id);
    expect([kind, policyVersion > 0]).toEqual(["book_interview", true]);
    expect(managed.differences.reduce((sum, { count }) => sum + count, 0)).toBe(
      managed.before.ask - managed.after.ask,
    );
    // A month on none of them is of the last day, whatever has been proposed since.
    const shown = idsOf(silent);
    expect(shown.length).toBeGreaterThan(0);
    await walk.company.controls.advance(32 * 24 * 60);
    expect(
      idsOf(await preview({ defaultMode: "silent" })).filter((id) => shown.includes(id)),
    ).toEqual([]);
    // Nothing of it was put in force.
    expect((await walk.api.send("GET", "/api/policy")).body).toMatchObject(present);
  });

  const idsOf = (preview: PolicyPreview) =>
    preview.differences.flatMap(({ proposals }) => proposals.map(({ id }) => id));

  const openedProposal = async (id: string | undefined) => {
    const proposal = await getProposal(walk.running.deps.database, id ?? "");
    if (!proposal) throw new Error("the preview leads to no proposal");
    return proposal;
  };
});
