/** A request that takes a room out of a booking's event is carried out late, when its change has long failed: the room is put
 * back, since nobody has asked for it to go. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compare } from "../support/as-booked.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline, eventIdOf } from "../support/declined.ts";
import { type FaultyWalk, startFaultyWalk } from "../support/faulty-walk.ts";
import { ROOMY_SIZE, writeRoomPlans } from "../support/room-plans.ts";
import { settled, untilProposal, waitingProposal } from "../support/story.ts";
import type { Walk } from "../support/walk.ts";

const PATCH = /^PATCH \/google\/calendar\/v3\/calendars\/[^/]+\/events\/[^/]+$/;
/** As often as it is sent. */
const SENDS = 5;

describeOneDatabase("postgres", "a room that is freed too late", (open) => {
  let house: FaultyWalk;
  let walk: Walk;
  let plans: string;
  beforeAll(async () => {
    plans = await writeRoomPlans();
    house = await startFaultyWalk(open, { ...ROOMY_SIZE, env: { PLANS_DIR: plans } });
    ({ walk } = house);
  });
  afterAll(async () => {
    await house.close();
    await rm(plans, { recursive: true, force: true });
  });

  it("is put back into the event of the booking that stands, once", async () => {
    const id = walk.nextCandidate();
    await walk.moveStage(id, "onsite");
    const booked = await approved(walk, await waitingProposal(walk, id));
    const { organizer: host, room } = firstSession(booked.payload);
    const read = async () =>
      await walk.running.deps.tools.calendar.getEvent(host, eventIdOf(booked, 0));
    const answerOfRoom = async () =>
      (await read())?.guests.find(({ email }) => email === room?.email)?.answer;
    await decline(walk, booked, { index: 0, email: host });
    const waiting = await waitingProposal(walk, id);
    const before = await read();

    const over = Promise.withResolvers<null>();
    house.door.fail(PATCH, { late: over.promise });
    house.door.fail(PATCH, "lose_request", SENDS - 1);
    await walk.api.approve(waiting);
    const failed = await untilProposal(walk, waiting, "failed");
    const release = failed.effects.find(({ kind }) => kind === "room_release");
    expect(release).toMatchObject({ status: "failed", attempt: SENDS });
    await settled(walk, id);
    expect(await answerOfRoom()).toBe("accepted");

    over.resolve(null);
    await walk.waitFor("the late request to be carried out", async () => {
      return (await read())?.effectId === release?.id;
    });
    expect(await answerOfRoom()).toBeUndefined();
    expect(await compare(walk, booked)).toContain("room_left_out");
    const after = await read();
    expect(after?.effectId).toBe(before?.effectId);
    expect(await answerOfRoom()).toBe("accepted");
    expect(await compare(walk, booked)).not.toContain("room_left_out");
    expect(after?.guests.map(({ email }) => email).toSorted()).toEqual(
      before?.guests.map(({ email }) => email).toSorted(),
    );
  });
});
