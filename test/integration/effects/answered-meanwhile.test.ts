/** A guest answers between our look at an event and our write to it: its etag is another one, and nobody has changed it. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { firstSession } from "../../support/booking.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { approved, declinedByGuest, emailsOf, eventIdOf } from "../../support/declined.ts";
import { type FaultyWalk, startFaultyWalk } from "../../support/faulty-walk.ts";
import { changesDuring, proposalFor, settled, untilProposal } from "../../support/story.ts";
import { POOL_PLANS, type Walk } from "../../support/walk.ts";

const EVENT = String.raw`\/google\/calendar\/v3\/calendars\/[^/]+\/events\/[^/]+$`;
const PATCH = new RegExp(`^PATCH ${EVENT}`);
const DELETE = new RegExp(`^DELETE ${EVENT}`);
const NOTE = /^POST \/lever\/v1\/opportunities\/[^/]+\/notes$/;

describeOneDatabase("postgres", "an event whose guest answers in the very moment", (open) => {
  let house: FaultyWalk;
  let walk: Walk;
  beforeAll(async () => {
    house = await startFaultyWalk(open, { candidates: 300, env: { PLANS_DIR: POOL_PLANS } });
    ({ walk } = house);
  });
  afterEach(() => {
    house.heal();
  });
  afterAll(async () => await house.close());

  const inCalendar = async (booked: ProposalDetail) =>
    await walk.running.deps.tools.calendar.getEvent(
      firstSession(booked.payload).organizer,
      eventIdOf(booked, 0),
    );
  const guestOf = ({ payload }: ProposalDetail): string => {
    const { panel, organizer } = firstSession(payload);
    return panel.find(({ email }) => email !== organizer)?.email ?? "";
  };
  const answer = async (eventId: string, email: string): Promise<void> => {
    const body = { eventId, email, responseStatus: "accepted" };
    await walk.eyes.control("POST", "/calendar/respond", body);
  };
  /** Of the proposal's own event, once it is made. */
  const eventOf = async (waiting: ProposalDetail): Promise<string> =>
    eventIdOf(await walk.api.proposal(waiting.id), 0);

  it("is changed all the same", async () => {
    const { booked, away, waiting } = await declinedByGuest(walk);
    const event = eventIdOf(booked, 0);
    house.door.fail(PATCH, { first: async () => await answer(event, away) });
    const changes = await changesDuring(walk, async () => {
      const changed = await approved(walk, waiting);
      expect(emailsOf(changed)).not.toContain(away);
    });
    expect(changes).toMatchObject({ "event.patched": 1, "event.answered": 1, "mail.received": 1 });
  });

  it("is taken back all the same, when the rest of its booking fails", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    house.door.fail(NOTE, { status: 400 });
    const first = async () => await answer(await eventOf(waiting), guestOf(waiting));
    house.door.fail(DELETE, { first });
    await walk.api.approve(waiting);
    const failed = await untilProposal(walk, waiting, "failed");
    expect(failed.effects.map(({ kind, status }) => [kind, status])).toContainEqual([
      "calendar_event",
      "undone",
    ]);
    expect((await inCalendar(failed))?.status).toBe("cancelled");
    await settled(walk, waiting.payload.opportunityId);
  });

  it("is put back as it was all the same, when the rest of its change fails", async () => {
    const { booked, waiting } = await declinedByGuest(walk);
    const before = await inCalendar(booked);
    const joined = emailsOf(waiting).find((email) => !emailsOf(booked).includes(email)) ?? "";
    house.door.fail(NOTE, { status: 400 });
    house.door.onFault((request) => {
      if (!NOTE.test(request)) return;
      house.door.fail(PATCH, { first: async () => await answer(eventIdOf(booked, 0), joined) });
    });
    await walk.api.approve(waiting);
    const failed = await untilProposal(walk, waiting, "failed");
    expect(failed.effects.map(({ kind, status }) => [kind, status])).toContainEqual([
      "calendar_event",
      "undone",
    ]);
    const after = await inCalendar(booked);
    expect([after?.effectId, after?.description]).toEqual([before?.effectId, before?.description]);
    expect(after?.guests.map(({ email }) => email).toSorted()).toEqual(
      before?.guests.map(({ email }) => email).toSorted(),
    );
  });

  it("is left when somebody has changed it in the same moment", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    house.door.fail(NOTE, { status: 400 });
    house.door.fail(DELETE, {
      first: async () => {
        const event = await eventOf(waiting);
        await answer(event, guestOf(waiting));
        const { organizer: email, startsAt } = firstSession(waiting.payload);
        const start = Temporal.Instant.from(startsAt).add({ hours: 24 }).toString();
        await walk.eyes.control("POST", "/calendar/move", { eventId: event, email, start });
      },
    });
    await walk.api.approve(waiting);
    const failed = await untilProposal(walk, waiting, "failed");
    expect(failed.effects.map(({ kind, status }) => [kind, status])).toContainEqual([
      "calendar_event",
      "parked",
    ]);
    expect((await inCalendar(failed))?.status).toBe("confirmed");
  });
});
