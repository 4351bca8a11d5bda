/** What rules of the policy do with real proposals: of whom it is asked, until when, and by whom it cannot be changed. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createToken } from "../../src/http/auth/tokens.ts";
import type { PolicyRule } from "../../src/domain/policy.ts";
import { type Api, openApi, problemOf } from "../support/api.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor, untilProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("embedded", "a rule of the policy", (open) => {
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
    const token = { name: "Rita", role: "recruiter", kind: "token", validFor } as const;
    recruiter = openApi(walk.url, await createToken(token, walk.running.deps));
    const rules: PolicyRule[] = [
      {
        kinds: ["book_interview"],
        plans: ["phone-screen"],
        answer: { do: "ask", people: ["Rita"] },
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
      expect.stringContaining("This waits for Rita"),
    ]);
    await recruiter.approve(waiting);
    expect((await untilProposal(walk, waiting, "done")).decision).toMatchObject({ by: "Rita" });
    const other = await proposalFor(walk, walk.nextCandidate());
    const rejection = { decision: "reject", digest: other.digest, reason: "Later." } as const;
    expect((await walk.api.decide(other.id, rejection)).status).toBe(200);
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
});
