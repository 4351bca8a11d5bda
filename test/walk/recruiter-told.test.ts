/** Where a recruiter is told that nothing fits, by what is connected; and what becomes of a word whose fate nobody knows. */
import { afterEach, expect, it } from "vitest";
import type { RunningCompany } from "../../src/sandbox-company.ts";
import type { Witness } from "../../src/witness.ts";
import { describePostgres } from "../support/database.ts";
import {
  advance,
  alertsOf,
  recruiterOf,
  slackAbout,
  stuckAt,
  teamsCards,
  untilCase,
} from "../support/nothing-fits.ts";
import { STUCK_PLANS, type Walk, startWalk } from "../support/walk.ts";

describePostgres("a recruiter is told", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());

  const without = async (
    services: ("slack" | "teamsWebhookUrl")[],
    witness?: Witness,
  ): Promise<void> => {
    const disconnect = (company: RunningCompany): RunningCompany => ({
      ...company,
      ...Object.fromEntries(services.map((name) => [name, undefined])),
    });
    walk = await startWalk(open, {
      env: { PLANS_DIR: STUCK_PLANS },
      through: disconnect,
      ...(witness && { witness }),
    });
  };

  /** As the word is about to leave. */
  const asItLeaves = (act: (opportunityId: string) => Promise<void>): Witness => {
    return async (point, opportunityId) => {
      if (/^effect\.recruiter_\w+\.planned$/.test(point)) await act(opportunityId);
    };
  };

  const told = async (opportunityId: string) => {
    await advance(walk, 49);
    return await untilCase(walk, opportunityId, (case_) =>
      alertsOf(case_).some(({ status }) => status === "done"),
    );
  };

  it("by mail where neither Slack nor Teams is connected", async () => {
    await without(["slack", "teamsWebhookUrl"]);
    const opportunityId = walk.nextCandidate();
    const { id, candidateName } = await stuckAt(walk, opportunityId);
    const case_ = await told(opportunityId);
    const [mail, ...others] = await walk.eyes.mailsTo(recruiterOf(walk, opportunityId));
    expect(others).toEqual([]);
    expect(mail?.subject).toContain(candidateName);
    expect(mail?.text).toContain(`${walk.url}/cases/${id}?relax=notice`);
    expect(case_.nextStep).toMatch(/was told by mail that no time fits\.$/);
  });

  it("in a channel of Teams without the candidate's name, and a card that may be lost is never sent again", async () => {
    await without(["slack"]);
    const opportunityId = walk.nextCandidate();
    const { id, candidateName } = await stuckAt(walk, opportunityId);
    await walk.eyes.control("POST", "/faults", { service: "teams", kind: "drop_after" });
    const case_ = await told(opportunityId);
    const [card, ...others] = await teamsCards(walk);
    expect(others).toEqual([]);
    expect(JSON.stringify(card)).not.toContain(candidateName);
    expect(card?.links.map(({ url }) => url)).toContain(`${walk.url}/cases/${id}?relax=notice`);
    expect(case_.effects).toMatchObject([{ kind: "recruiter_teams", status: "parked" }]);
    expect(case_.search?.alert.outcome).toBe("unknown");
    expect(case_.nextStep).toMatch(/^Nobody can tell whether .* was told in Teams/);
    expect(case_).toMatchObject({ status: "blocked", problem: { code: "no_slot" } });
  });

  it("in Teams when Slack does not know them, and later than a Slack that is away", async () => {
    await without([]);
    await walk.eyes.control("POST", "/faults", {
      service: "slack",
      kind: "status",
      status: 400,
      reason: "users_not_found",
      path: "users.lookupByEmail",
    });
    const first = walk.nextCandidate();
    const { id } = await stuckAt(walk, first);
    await told(first);
    expect(await slackAbout(walk, id)).toEqual([]);
    expect(await teamsCards(walk)).toHaveLength(1);

    await walk.eyes.control("POST", "/faults", {
      service: "slack",
      kind: "status",
      status: 429,
      times: 2,
      path: "users.lookupByEmail",
    });
    const second = walk.nextCandidate();
    const stuck = await stuckAt(walk, second);
    await told(second);
    expect(await slackAbout(walk, stuck.id)).toHaveLength(1);
    expect(await teamsCards(walk)).toHaveLength(1);
  });

  it.each<[string, ("slack" | "teamsWebhookUrl")[], "candidacy" | "posting"]>([
    ["in Slack", [], "candidacy"],
    ["in Teams", ["slack"], "candidacy"],
    ["in Teams", ["slack"], "posting"],
    ["by mail", ["slack", "teamsWebhookUrl"], "candidacy"],
  ])("nothing %s of what became confidential meanwhile", async (_, services, what) => {
    const makeConfidential = async (opportunityId: string): Promise<void> => {
      const { postingId = "" } =
        walk.world.opportunities.find(({ id }) => id === opportunityId) ?? {};
      const id = what === "posting" ? postingId : opportunityId;
      await walk.eyes.control("POST", `/confidential/${id}`);
    };
    await without(services, asItLeaves(makeConfidential));
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    await advance(walk, 49);
    const case_ = await untilCase(walk, opportunityId, (found) =>
      alertsOf(found).some(({ status }) => status === "failed"),
    );
    expect(case_.effects).toMatchObject([{ status: "failed", error: { code: "stale_proposal" } }]);
    expect(await slackAbout(walk, id)).toEqual([]);
    expect(await teamsCards(walk)).toEqual([]);
    expect(await walk.eyes.mailsTo(recruiterOf(walk, opportunityId))).toEqual([]);
  });

  it("nothing where Slack refuses it, and the case says why", async () => {
    await without(["teamsWebhookUrl"]);
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    await walk.eyes.control("POST", "/faults", {
      service: "slack",
      kind: "status",
      status: 400,
      reason: "account_inactive",
      path: "chat.postMessage",
    });
    await advance(walk, 49);
    const case_ = await untilCase(walk, opportunityId, (found) =>
      alertsOf(found).some(({ status }) => status === "failed"),
    );
    expect(await slackAbout(walk, id)).toEqual([]);
    expect(case_.search?.alert).toMatchObject({ outcome: "failed" });
    expect(case_.search?.alert.why).toBe(case_.effects[0]?.error?.message);
  });
});
