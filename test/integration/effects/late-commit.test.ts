import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { releaseLease, takeLease } from "../../../src/cases/lease.ts";
import { createPerform } from "../../../src/effects/perform.ts";
import type { Witness } from "../../../src/witness.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { describeOneDatabase } from "../../support/database.ts";
import type { FaultyDoor } from "../../support/faulty-door.ts";
import { type FaultyWalk, startFaultyWalk } from "../../support/faulty-walk.ts";
import { proposalFor, settled } from "../../support/story.ts";
import type { Walk } from "../../support/walk.ts";
import { firstSession } from "../../support/booking.ts";

const PANEL = /^POST \/lever\/v1\/opportunities\/[^/]+\/panels$/;
const NOTE = /^POST \/lever\/v1\/opportunities\/[^/]+\/notes$/;

describeOneDatabase("postgres", "a request that Lever may still carry out", (open) => {
  let house: FaultyWalk;
  let door: FaultyDoor;
  let walk: Walk;
  beforeAll(async () => {
    house = await startFaultyWalk(open);
    ({ walk, door } = house);
  });
  afterEach(() => {
    house.heal();
  });
  afterAll(async () => await house.close());

  /** Approved, and performed here under the opportunity's own lease, as often as it is asked for. */
  const openBooking = async (witness?: Witness) => {
    const { deps } = walk.running;
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { opportunityId } = waiting.payload;
    let lease = await takeLease(deps.database, opportunityId, "test");
    while (!lease) lease = await takeLease(deps.database, opportunityId, "test");
    const held = lease;
    await walk.api.approve(waiting);
    const perform = createPerform({ ...deps, probeDelayMs: 0, lateCommitMs: 10_000, witness });
    return {
      waiting,
      perform: async () =>
        await perform(waiting.id, {
          lease: held,
          correlationId: "test",
          signal: AbortSignal.timeout(300_000),
        }),
      end: async () => {
        await releaseLease(deps.database, held);
        await settled(walk, opportunityId);
      },
    };
  };
  const effectOf = async ({ id }: ProposalDetail, kind: string) =>
    (await walk.api.proposal(id)).effects.find((effect) => effect.kind === kind);
  const pass = async (seconds: number): Promise<void> => {
    const then = walk.company.clock.now().add({ seconds });
    await walk.eyes.control("POST", "/clock", { set: then.toString() });
  };

  it.each([
    ["panel", PANEL, "lever_panel"],
    ["note", NOTE, "lever_note"],
  ])("is not sent again as a second %s before ten seconds are over", async (_, pattern, kind) => {
    const booking = await openBooking();
    door.fail(pattern, "lose_request");
    const later = { code: "outcome_unknown", retryable: true };
    await expect(booking.perform()).rejects.toMatchObject(later);
    await pass(9);
    await expect(booking.perform()).rejects.toMatchObject(later);
    expect(await effectOf(booking.waiting, kind)).toMatchObject({ status: "unknown", attempt: 1 });
    await pass(2);
    expect(await booking.perform()).toMatchObject({ status: "done" });
    expect(await effectOf(booking.waiting, kind)).toMatchObject({ status: "done", attempt: 2 });
    await booking.end();
  });

  it("and does so in time is found, and not sent again", async () => {
    const booking = await openBooking();
    const { caseId, payload } = booking.waiting;
    const session = firstSession(payload);
    door.fail(PANEL, "lose_request");
    await expect(booking.perform()).rejects.toMatchObject({ code: "outcome_unknown" });
    const effect = await effectOf(booking.waiting, "lever_panel");
    const { leverUrl, leverApiKey } = walk.company;
    const path = `/opportunities/${payload.opportunityId}/panels?perform_as=${payload.performAs}`;
    const late = await fetch(`${leverUrl}${path}`, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa(`${leverApiKey}:`)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        timezone: "UTC",
        externallyManaged: true,
        externalUrl: `${walk.url}/cases/${caseId}?effect=${effect?.id}`,
        interviews: [
          {
            subject: "As it was sent",
            date: Temporal.Instant.from(session.startsAt).epochMilliseconds,
            duration: session.durationMinutes,
            interviewers: session.panel.map(({ userId }) => ({ id: userId })),
          },
        ],
      }),
    });
    expect(late.status).toBe(201);
    expect(await booking.perform()).toMatchObject({ status: "done" });
    expect(await effectOf(booking.waiting, "lever_panel")).toMatchObject({ attempt: 1 });
    await booking.end();
  });

  it("that was silent for long is given three times as long", async () => {
    const booking = await openBooking(async (point) => {
      // As after a time-out: the clock goes on while it is under way.
      if (point === "effect.lever_panel.sending") await pass(15);
    });
    door.fail(PANEL, "lose_request");
    const later = { code: "outcome_unknown", retryable: true };
    await expect(booking.perform()).rejects.toMatchObject(later);
    await pass(29);
    await expect(booking.perform()).rejects.toMatchObject(later);
    await pass(2);
    expect(await booking.perform()).toMatchObject({ status: "done" });
    expect(await effectOf(booking.waiting, "lever_panel")).toMatchObject({ attempt: 2 });
    await booking.end();
  });

  it("is no attempt when a pause kept it back, however often", async () => {
    let pauses = 0;
    const booking = await openBooking(async (point) => {
      if (point !== "effect.lever_panel.sending" || pauses === 6) return;
      pauses += 1;
      await walk.api.send("POST", "/api/pause", {});
    });
    for (let round = 0; round < 6; round += 1) {
      await expect(booking.perform()).rejects.toMatchObject({ code: "paused" });
      await walk.api.send("POST", "/api/resume", {});
    }
    expect(await effectOf(booking.waiting, "lever_panel")).toMatchObject({ attempt: 0 });
    expect(await booking.perform()).toMatchObject({ status: "done" });
    expect(await effectOf(booking.waiting, "lever_panel")).toMatchObject({ attempt: 1 });
    await booking.end();
  });
});
