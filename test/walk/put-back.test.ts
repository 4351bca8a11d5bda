/** Time that a booking lost: whose event was deleted or moved by hand was free for others since, so nothing is put back over
 * what they have there by now. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { expectAsBooked } from "../support/as-booked.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type PoolWalk, bookScreen, startPoolWalk } from "../support/pool-walk.ts";
import { approved, declinedByGuest, eventIdOf, untilWatched } from "../support/declined.ts";
import { changesDuring, proposalFor, untilProposal, waitingProposal } from "../support/story.ts";
import type { Walk } from "../support/walk.ts";

describeOneDatabase("postgres", "what a booking lost in the calendar", (open) => {
  let walk: Walk;
  let atPoints: PoolWalk["atPoints"];
  beforeAll(async () => {
    ({ walk, atPoints } = await startPoolWalk(open));
  });
  afterAll(async () => {
    await walk.close();
  });

  const control = async (path: string, body: object) => await walk.eyes.control("POST", path, body);
  const guestOf = ({ payload }: ProposalDetail): string => {
    const { panel, organizer } = firstSession(payload);
    const guest = panel.find(({ email }) => email !== organizer);
    if (!guest) throw new Error("nobody is a guest");
    return guest.email;
  };
  /** The guest has something else at exactly the booked time. */
  const takeBookedTime = async (booked: ProposalDetail) => {
    const { startsAt, endsAt } = firstSession(booked.payload);
    await walk.eyes.keepBusy(guestOf(booked), { startsAt, endsAt });
  };
  const moveEvent = async (booked: ProposalDetail, start: string): Promise<void> => {
    const { organizer: email } = firstSession(booked.payload);
    await untilWatched(walk, email);
    await control("/calendar/move", { eventId: eventIdOf(booked, 0), email, start });
  };
  const later = ({ payload }: ProposalDetail, minutes: number): string =>
    Temporal.Instant.from(firstSession(payload).startsAt).add({ minutes }).toString();
  /** Shape: a booking, and another time at which the very same people are free. */
  const bookMovable = async () => {
    const seatsIn = ({ sessions }: ProposalDetail["itinerary"]): string =>
      JSON.stringify(sessions.map(({ panel }) => panel));
    for (;;) {
      const waiting = await proposalFor(walk, walk.nextCandidate());
      const { itinerary, alternatives } = waiting;
      const other = alternatives.find((each) => seatsIn(each) === seatsIn(itinerary));
      const [session] = other?.sessions ?? [];
      if (!session) continue;
      const { startsAt, endsAt } = session;
      return { booked: await approved(walk, waiting), time: { startsAt, endsAt } };
    }
  };
  /** Of its ways those at a time with the guest: by their place, the proposed one first. */
  const waysAt = (start: string, waiting: ProposalDetail, booked: ProposalDetail): number[] =>
    [waiting.itinerary, ...waiting.alternatives].flatMap(({ sessions: [session] }, at) =>
      session &&
      Temporal.Instant.from(session.startsAt).equals(start) &&
      session.panel.some(({ email }) => email === guestOf(booked))
        ? [at]
        : [],
    );
  const waysBack = (waiting: ProposalDetail, booked: ProposalDetail): number[] =>
    waysAt(firstSession(booked.payload).startsAt, waiting, booked);
  /** Approved, and found to be lost. Shape: what then waits instead. */
  const lost = async (waiting: ProposalDetail, booked: ProposalDetail): Promise<ProposalDetail> => {
    let next = waiting;
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "failed");
      next = await waitingProposal(walk, waiting.payload.opportunityId);
    });
    expect(changes).toEqual({});
    expect(next.evidence[0]).toMatchObject({ kind: "warning", source: "reserve_time" });
    expect(waysBack(next, booked)).toEqual([]);
    return next;
  };

  it("is not put back where a guest has something else since its event was deleted", async () => {
    const booked = await bookScreen(walk);
    const { organizer: email } = firstSession(booked.payload);
    await untilWatched(walk, email);
    await control("/calendar/remove", { eventId: eventIdOf(booked, 0), email });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waysBack(waiting, booked)).toEqual([0]);
    await takeBookedTime(booked);
    const next = await lost(waiting, booked);
    const changes = await changesDuring(walk, async () => await approved(walk, next));
    expect(changes).toMatchObject({ "event.inserted": 1, "mail.received": 1 });
  });

  it("is not offered where a guest has something else since its event was moved by hand", async () => {
    const booked = await bookScreen(walk);
    await takeBookedTime(booked);
    await moveEvent(booked, later(booked, 60));
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waiting.reason).toContain("The calendar event was moved");
    expect(waysBack(waiting, booked)).toEqual([]);
  });

  it("is not moved back when a guest has something else there by the time that it is approved", async () => {
    const booked = await bookScreen(walk);
    await moveEvent(booked, later(booked, 15));
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    const [at] = waysBack(waiting, booked);
    const { digest } = waiting;
    const payload = { way: (at ?? 0) - 1 };
    await walk.api.decide(waiting.id, { decision: "edit", digest, payload });
    const chosen = await waitingProposal(walk, booked.payload.opportunityId);
    expect(chosen.summary).toContain("Put Phone Screen back to");
    await takeBookedTime(booked);
    await lost(chosen, booked);
  });

  it("is not followed to a time at which a guest has something else beside the event", async () => {
    const { booked, time } = await bookMovable();
    await walk.eyes.keepBusy(guestOf(booked), time);
    await moveEvent(booked, time.startsAt);
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waiting.reason).toContain("The calendar event was moved");
    expect(waysAt(time.startsAt, waiting, booked)).toEqual([]);
  });

  it("is followed to a time at which the guest has nothing but the event", async () => {
    const { booked, time } = await bookMovable();
    const { startsAt } = time;
    await moveEvent(booked, startsAt);
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waysAt(startsAt, waiting, booked)).toEqual([0]);
    await approved(walk, waiting);
    await expectAsBooked(walk, waiting);
  });

  it("is not made again over what somebody has there when its event goes as the change begins", async () => {
    const { booked, waiting } = await declinedByGuest(walk);
    const { organizer: email, startsAt, endsAt } = firstSession(waiting.payload);
    atPoints(async (point, id) => {
      if (point !== "effect.reserve_time.planned" || id !== waiting.payload.opportunityId) return;
      atPoints(null);
      await control("/calendar/remove", { eventId: eventIdOf(booked, 0), email });
      await walk.eyes.keepBusy(email, { startsAt, endsAt });
    });
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "failed");
    const { effects } = await walk.api.proposal(waiting.id);
    expect(effects.find(({ kind }) => kind === "reserve_time")?.error?.code).toBe("slot_lost");
  });
});
