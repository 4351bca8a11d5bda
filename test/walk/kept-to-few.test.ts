import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { problemOf } from "../support/api.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor, settled, untilProposal, waitingProposal } from "../support/story.ts";
import { connectMcp } from "../support/mcp.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("embedded", "a candidacy that becomes confidential while booked", (open) => {
  let walk: Walk;
  let opportunityId: string;
  let booked: ProposalDetail;
  let waiting: ProposalDetail;
  let secrets: string[];

  /** The candidate asks to cancel, then Lever keeps the candidacy to few, and the next event tells us. */
  beforeAll(async () => {
    walk = await startWalk(open);
    opportunityId = walk.nextCandidate();
    const proposed = await proposalFor(walk, opportunityId);
    await walk.api.approve(proposed);
    booked = await untilProposal(walk, proposed, "done");
    const { email, name } = booked.payload.candidate;
    const page = await openLink(await linkInMail(walk, email));
    await sendForm(page, "/cancel", { "cancel-reason": `I, ${name}, am ill.` });
    waiting = await waitingProposal(walk, opportunityId);
    secrets = [name, email, name.split(" ")[0] ?? name];
    await walk.eyes.control("POST", `/confidential/${opportunityId}`);
    await walk.moveStage(opportunityId, "onsite");
    await settled(walk, opportunityId);
  });
  afterAll(async () => await walk.close());

  const refused = async (path: string, method = "GET", body?: unknown) => {
    const answer = await walk.api.send(method, path, body);
    expect(problemOf(answer)).toMatchObject({ code: "forbidden", status: 403 });
    return JSON.stringify(answer.body);
  };
  const expectNoSecret = (said: string): void => {
    for (const secret of secrets) expect(said).not.toContain(secret);
  };

  it("is in no list by name, and what was written of it is not told", async () => {
    for (const path of ["/api/cases", "/api/proposals?status=all", "/api/requests"]) {
      expectNoSecret(JSON.stringify((await walk.api.send("GET", path)).body));
    }
    const row = (await walk.api.proposals("all")).find(({ id }) => id === booked.id);
    expect(row).toMatchObject({ isReadable: false, candidateName: "Confidential candidate" });
    expect(row?.summary).toContain("Confidential in Lever by now");
  });

  it("has a case and runs without its words", async () => {
    expectNoSecret(
      JSON.stringify((await walk.api.send("GET", `/api/cases/${booked.caseId}`)).body),
    );
    const run = await walk.api.send("GET", `/api/runs/${booked.runId}`);
    expect(run.status).toBe(200);
    expectNoSecret(JSON.stringify(run.body));
    const { steps } = run.body as { steps: Record<string, unknown>[] };
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.filter((step) => "input" in step || "output" in step)).toEqual([]);
  });

  it("has proposals that nobody is shown and nobody can approve, and that can be rejected", async () => {
    expectNoSecret(await refused(`/api/proposals/${booked.id}`));
    expectNoSecret(await refused(`/api/proposals/${waiting.id}/preview`, "POST", { payload: {} }));
    const decision = { digest: waiting.digest, decision: "approve" };
    expectNoSecret(await refused(`/api/proposals/${waiting.id}/decision`, "POST", decision));
    const answer = await walk.api.send("POST", `/api/proposals/${waiting.id}/decision`, {
      ...decision,
      decision: "reject",
    });
    expect(answer.status).toBe(200);
    expectNoSecret(JSON.stringify(answer.body));
  });

  it("is kept from assistants over MCP", async () => {
    const { client } = await connectMcp(walk.url, { token: ADMIN_TOKEN });
    for (const [name, input] of [
      ["get_case", { caseId: booked.caseId }],
      ["list_cases", {}],
      ["list_proposals", {}],
    ] as const) {
      const result = await client.callTool({ name, arguments: input });
      expect(result.isError ?? false).toBe(false);
      expectNoSecret(JSON.stringify(result));
    }
    await client.close();
  });

  it("is kept to few as well when Lever refuses to show it, until it is shown again", async () => {
    const other = walk.nextCandidate();
    const { payload } = await proposalFor(walk, other);
    const { name } = payload.candidate;
    await walk.eyes.control("POST", "/faults", {
      service: "lever",
      kind: "status",
      status: 403,
      path: `/opportunities/${other}$`,
      times: 1,
    });
    await walk.moveStage(other, "onsite");
    await settled(walk, other);
    const hidden = await walk.api.caseOf(other);
    expect(hidden?.candidateName).toBe("Confidential candidate");
    expect(JSON.stringify(hidden)).not.toContain(name);
    await walk.moveStage(other, "phoneScreen");
    await settled(walk, other);
    const shown = await walk.api.caseOf(other);
    expect(shown?.candidateName).toBe(name);
    expect(shown?.proposals.every(({ isReadable }) => isReadable)).toBe(true);
  });
});
