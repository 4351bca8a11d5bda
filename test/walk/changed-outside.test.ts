/** People change what we booked, in Google and in Lever: the case says so, once, and says so no more when it is put right. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { watchCalendars } from "../../src/worker/watch-calendars.ts";
import { describeOneDatabase } from "../support/database.ts";
import { proposalFor, settled, untilProposal } from "../support/story.ts";
import { emailsOf, heldSeats } from "../support/declined.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

describeOneDatabase("postgres", "a booked interview", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const book = async (): Promise<{ booked: ProposalDetail; eventId: string; panelId: string }> => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(waiting);
    const booked = await untilProposal(walk, waiting, "done");
    const refOf = (kind: string) =>
      booked.effects.find((effect) => effect.kind === kind)?.externalRef ?? {};
    const [eventId, panelId] = [
      refOf("calendar_event")["eventId"] ?? "",
      refOf("lever_panel")["panelId"] ?? "",
    ];
    await walk.waitFor("its calendar to be watched", async () => {
      const [row] = await walk.running.deps.database.query<{ n: number }>(
        "select count(*)::int as n from calendar_watches where mailbox = $1 and synced_at is not null and channel_id is not null",
        [firstSession(booked.payload).organizer],
      );
      return row?.n === 1;
    });
    return { booked, eventId, panelId };
  };
  const caseSays = async (booked: ProposalDetail, words: string) =>
    await walk.waitFor(`the case to say ${words}`, async () => {
      const case_ = await walk.api.case(booked.caseId);
      return case_.problem?.message.includes(words) === true ? case_ : null;
    });
  const caseIsBooked = async (booked: ProposalDetail) =>
    await walk.waitFor("the case to be booked again", async () => {
      const case_ = await walk.api.case(booked.caseId);
      return case_.status === "booked" && case_.problem === null;
    });
  const control = async (path: string, body: object) => await walk.eyes.control("POST", path, body);
  const changesTold = async (booked: ProposalDetail) =>
    (await walk.api.ledger(booked.caseId)).filter(({ type }) => type === "booking.changed").length;

  it("that an interviewer declines is put to a person, and taken back when he accepts", async () => {
    const { booked, eventId } = await book();
    const guest = firstSession(booked.payload).panel.find(
      ({ email }) => email !== firstSession(booked.payload).organizer,
    );
    const answer = async (responseStatus: string) =>
      await control("/calendar/respond", { eventId, email: guest?.email, responseStatus });
    await answer("declined");
    const case_ = await caseSays(booked, `${guest?.name} declined the invitation.`);
    expect(case_.problem?.code).toBe("booking_changed");
    await answer("accepted");
    await caseIsBooked(booked);
    expect(await changesTold(booked)).toBe(1);
  });

  it("that is moved or deleted in Google says so; its time stays held until somebody decides", async () => {
    const { booked, eventId } = await book();
    const email = firstSession(booked.payload).organizer;
    const start = Temporal.Instant.from(firstSession(booked.payload).startsAt).add({ hours: 24 });
    await control("/calendar/move", { eventId, email, start: start.toString() });
    await caseSays(booked, "The calendar event was moved to");
    await control("/calendar/remove", { eventId, email });
    await caseSays(booked, "The calendar event was deleted.");
    const { opportunityId } = booked.payload;
    await settled(walk, opportunityId);
    expect(await heldSeats(walk, opportunityId)).toEqual(expect.arrayContaining(emailsOf(booked)));
    const { problem, proposals } = await walk.api.case(booked.caseId);
    expect(problem?.message).not.toContain("moved");
    expect(proposals.filter(({ status }) => status === "waiting").map(({ kind }) => kind)).toEqual([
      "change_booking",
    ]);
  });

  it("whose panel is moved or removed in Lever says so", async () => {
    const { booked, panelId } = await book();
    const start = Temporal.Instant.from(firstSession(booked.payload).startsAt).add({ hours: 2 });
    await control(`/panels/${panelId}/move`, { start: start.toString() });
    await caseSays(booked, "The panel in Lever was moved to");
    await control(`/panels/${panelId}/delete`, {});
    const removed = await caseSays(booked, "The panel was removed in Lever.");
    expect(removed.problem?.message).not.toContain("moved to");
  });

  it("whose candidate moves on keeps its case until somebody decides, and is as booked when he moves back", async () => {
    const { booked } = await book();
    await walk.moveStage(booked.payload.opportunityId, "offer");
    await caseSays(booked, "The candidate is at another stage now: Offer.");
    await walk.moveStage(booked.payload.opportunityId, "phoneScreen");
    await caseIsBooked(booked);
    expect(await changesTold(booked)).toBe(1);
  });

  it("whose candidate is deleted in Lever is put to a person, and nothing is cancelled unasked", async () => {
    const { booked } = await book();
    await control(`/opportunities/${booked.payload.opportunityId}/delete`, {});
    const case_ = await caseSays(booked, "An interview is booked.");
    expect(case_.problem?.code).toBe("booked_but_ended");
  });

  it("that is changed in several ways at once is one message", async () => {
    const { booked, eventId, panelId } = await book();
    const guest = firstSession(booked.payload).panel.find(
      ({ email }) => email !== firstSession(booked.payload).organizer,
    );
    await control("/calendar/respond", {
      eventId,
      email: guest?.email,
      responseStatus: "declined",
    });
    await control(`/panels/${panelId}/delete`, {});
    await caseSays(booked, "declined the invitation. The panel was removed in Lever.");
    const blocked = await walk.api.cases();
    expect(blocked.filter(({ id }) => id === booked.caseId)).toHaveLength(1);
  });

  it("is found changed within minutes when every message of Google's is lost", async () => {
    const { booked, eventId } = await book();
    const email = firstSession(booked.payload).organizer;
    await control("/google", { silentChannels: true });
    await control("/calendar/remove", { eventId, email });
    await control("/google", { expireSyncTokens: true });
    await control("/clock", { advanceMinutes: 6 });
    expect(await caseSays(booked, "The calendar event was deleted.")).toBeTruthy();
    await control("/google", { silentChannels: false });
  });

  it("has its channel renewed long before it ends", async () => {
    const { booked } = await book();
    const Channels = z.object({
      channels: z.array(z.object({ id: z.string(), email: z.string(), expiresAt: z.string() })),
    });
    const channelOf = async () => {
      const { channels } = Channels.parse(await walk.eyes.control("GET", "/google"));
      return channels.filter(({ email }) => email === firstSession(booked.payload).organizer);
    };
    const [before] = await channelOf();
    const starts = Temporal.Instant.from(firstSession(booked.payload).startsAt);
    expect(before).toBeDefined();
    await walk.running.deps.database.query(
      "update calendar_watches set channel_opened_at = channel_opened_at - interval '7 days'",
    );
    await watchCalendars({
      ...walk.running.deps,
      watcher: walk.running.deps.services.calendar.watcher,
      channelAddress: `${walk.url}/webhooks/google`,
    });
    const [after, ...others] = await channelOf();
    expect(others).toEqual([]);
    expect(after?.id).not.toBe(before?.id);
    expect(Temporal.Instant.compare(starts, walk.company.clock.now())).toBe(1);
  });
});
