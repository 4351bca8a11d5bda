import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { type AutomationDelivery, deliverAsAutomation, post } from "../../support/deliveries.ts";
import { ONE_BOOKING, changesDuring, untilProposal, waitingProposal } from "../../support/story.ts";
import { AUTOMATION_SECRET, MONDAY, type Walk, startWalk } from "../../support/walk.ts";

describeEachDatabase("a delivery of an automation tool", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const now = MONDAY.epochMilliseconds / 1000;
  const stageChange = (opportunityId: string) => ({
    event: "stage_change",
    data: { opportunity_id: opportunityId, to_stage_id: walk.cast.stages.phoneScreen },
  });
  const deliver = async (delivery: Partial<AutomationDelivery>) =>
    await deliverAsAutomation(walk.url, {
      body: stageChange("nobody-has-this-id"),
      secret: AUTOMATION_SECRET,
      timestamp: now,
      ...delivery,
    });

  it("about a stage change leads to a proposal, as Lever's own does", async () => {
    // At this stage since long ago: no webhook of Lever's tells of it.
    const opportunityId = walk.nextCandidate("phoneScreen");
    const answer = await deliver({ body: stageChange(opportunityId) });
    expect(answer).toMatchObject({ status: 200, body: { accepted: true, duplicate: false } });
    const waiting = await waitingProposal(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
    expect((await walk.api.case(waiting.caseId)).runs.map((run) => run.eventKind)).toContain(
      "stage_change",
    );
  });

  it("that comes again under the same name is a duplicate", async () => {
    const deliveryId = randomUUID();
    const first = await deliver({ deliveryId });
    const again = await deliver({ deliveryId, timestamp: now + 1 });
    expect(first.body).toMatchObject({ accepted: true, duplicate: false });
    expect(again.body).toEqual({ ...(first.body as object), duplicate: true });
  });

  it("without a name is known by its signature", async () => {
    const first = await deliver({ timestamp: now - 7 });
    const again = await deliver({ timestamp: now - 7 });
    expect(again.body).toEqual({ ...(first.body as object), duplicate: true });
  });

  it.each<[string, Partial<AutomationDelivery>, number, string]>([
    ["with a wrong signature", { signature: `sha256=${"0".repeat(64)}` }, 401, "signature_invalid"],
    ["signed with another secret", { secret: "not the secret" }, 401, "signature_invalid"],
    ["without a signature", { signature: null }, 401, "signature_missing"],
    ["signed six minutes ago", { timestamp: now - 360 }, 401, "signature_stale"],
    ["signed six minutes from now", { timestamp: now + 360 }, 401, "signature_stale"],
    ["that is not JSON", { body: "stage_change" }, 400, "input_invalid"],
    ["without an opportunity", { body: { event: "stage_change", data: {} } }, 400, "input_invalid"],
  ])("%s is refused", async (_, delivery, status, code) => {
    const answer = await deliver(delivery);
    expect([answer.status, problemOf(answer).code]).toEqual([status, code]);
  });

  it.each([
    ["an empty name", ""],
    ["a blank name", "   "],
    ["a name of no-break spaces", "\u00a0"],
  ])("with %s has none, and stands for itself", async (_, deliveryId) => {
    const of = (id: string) => ({ event: "coffee_made", data: { opportunity_id: id } });
    const first = await deliver({ body: of(`one ${deliveryId}`), deliveryId });
    const other = await deliver({ body: of(`two ${deliveryId}`), deliveryId });
    for (const answer of [first, other]) {
      expect(answer).toMatchObject({ status: 200, body: { duplicate: false } });
    }
    const again = await deliver({ body: of(`one ${deliveryId}`), deliveryId });
    expect(again.body).toEqual({ ...(first.body as object), duplicate: true });
  });

  it("under the longest name is known by all of it, and refused under a longer one", async () => {
    const of = (id: string) => ({ event: "coffee_made", data: { opportunity_id: id } });
    const name = "i".repeat(199);
    const first = await deliver({ body: of("long one"), deliveryId: `${name}1` });
    const second = await deliver({ body: of("long two"), deliveryId: `${name}2` });
    expect([first.status, second.status]).toEqual([200, 200]);
    const longer = await deliver({ body: of("long three"), deliveryId: `${name}11` });
    expect([longer.status, problemOf(longer).code]).toEqual([400, "input_invalid"]);
    expect(problemOf(longer).detail).toContain("x-convene-delivery must have at most 200");
  });

  it("signed once is taken once, whatever name somebody gives it later", async () => {
    const body = { event: "coffee_made", data: { opportunity_id: "replayed" } };
    const first = await deliver({ body, deliveryId: "the-first-name" });
    const again = await deliver({ body, deliveryId: "another-name" });
    expect([first.status, again.status]).toEqual([200, 409]);
    expect(problemOf(again).code).toBe("signature_reused");
  });

  it("under a name that came before with something else in it is refused, not taken for a duplicate", async () => {
    const of = (id: string) => ({ event: "coffee_made", data: { opportunity_id: id } });
    await deliver({ body: of("one"), deliveryId: "one-name" });
    const other = await deliver({ body: of("two"), deliveryId: "one-name" });
    expect([other.status, problemOf(other).code]).toEqual([409, "signature_reused"]);
    const again = await deliver({ body: of("one"), deliveryId: "one-name", timestamp: now + 5 });
    expect(again).toMatchObject({ status: 200, body: { duplicate: true } });
  });

  it("without an opportunity says so by its path", async () => {
    const answer = await deliver({ body: { event: "stage_change", data: {} } });
    expect(problemOf(answer).faults).toMatchObject([{ path: "data.opportunity_id" }]);
  });

  it("of another content type is refused before it is read", async () => {
    const answer = await post(`${walk.url}/webhooks/automation`, "a=b", {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect([answer.status, problemOf(answer).code]).toEqual([400, "input_invalid"]);
  });

  it("of an event that we do not know is kept and ignored", async () => {
    const answer = await deliver({
      body: { event: "coffee_made", data: { opportunity_id: "somebody" } },
    });
    const { eventId } = answer.body as { eventId: string };
    const event = (await walk.api.events("ignored")).find(({ id }) => id === eventId);
    expect(event).toMatchObject({ source: "automation", kind: "coffee_made" });
  });
});

describeEachDatabase("the door for automation tools without a secret", (open) => {
  it("is closed, whatever is brought to it", async () => {
    const walk = await startWalk(open, { env: { AUTOMATION_SIGNING_SECRET: "" } });
    try {
      const answer = await deliverAsAutomation(walk.url, {
        body: { event: "stage_change", data: { opportunity_id: "somebody" } },
        secret: "",
        timestamp: MONDAY.epochMilliseconds / 1000,
      });
      expect([answer.status, problemOf(answer).code]).toEqual([403, "forbidden"]);
      expect(await walk.api.events()).toEqual([]);
    } finally {
      await walk.close();
    }
  });
});
