/** The walk in a company that lives partly in Microsoft 365: booked where the organiser lives, panels mixed, changes told. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { googleEventId } from "../../src/calendar/google-event-id.ts";
import { listOrganizers } from "../../src/cases/bookings.ts";
import type { CalendarReading } from "../../src/domain/calendar.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describeOneDatabase } from "../support/database.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  settled,
  untilProposal,
  waitingProposal,
} from "../support/story.ts";
import { type Walk, ordinaryCandidates, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

describeOneDatabase("postgres", "an interview in a company that is partly at Microsoft", (open) => {
  let walk: Walk;
  const taken = new Set<string>();
  beforeAll(async () => {
    walk = await startWalk(open, { microsoft: true, candidates: 200 });
  });
  afterAll(async () => {
    await walk.close();
  });

  const candidateOf = (team: string): string => {
    const postings = walk.world.postings.filter((one) => one.team === team).map(({ id }) => id);
    const found = ordinaryCandidates(walk.world).find((id) => {
      const one = walk.world.opportunities.find((each) => each.id === id);
      return !taken.has(id) && postings.includes(one?.postingId ?? "");
    });
    if (found === undefined) throw new Error(`no candidate of ${team} is left`);
    taken.add(found);
    return found;
  };
  const homeOf = (email: string) =>
    walk.world.people.find((person) => person.email === email)?.mailbox ?? "google";
  const inserted = async (proposal: ProposalDetail) => {
    const ref = proposal.effects.find(({ kind }) => kind === "calendar_event");
    const entries = await walk.eyes.journal();
    return entries
      .filter(({ kind, ids }) => kind === "event.inserted" && ids["conveneEffect"] === ref?.id)
      .map(({ service, ids }) => ({ service, organizer: ids["organizer"] }));
  };
  const book = async (waiting: ProposalDetail): Promise<ProposalDetail> => {
    await walk.api.approve(waiting);
    return await untilProposal(walk, waiting, "done");
  };

  const bookMixed = async (): Promise<ProposalDetail> => {
    const opportunityId = candidateOf("Platform");
    await walk.moveStage(opportunityId, "technicalPanel");
    return await book(await waitingProposal(walk, opportunityId));
  };
  const eventIdOf = (booked: ProposalDetail): string =>
    booked.effects.find(({ kind }) => kind === "calendar_event")?.externalRef?.["eventId"] ?? "";
  /** Waits until its mailbox has a channel, and, if it holds an interview, was looked at. */
  const watched = async (email: string) =>
    await walk.waitFor(`${email} to be watched`, async () => {
      const { database, clock } = walk.running.deps;
      const isLookedAt = (await listOrganizers(database, clock.now())).includes(email);
      const [row] = await database.query<{ n: number }>(
        `select count(*)::int as n from calendar_watches where lower(mailbox) = lower($1)
           and (synced_at is not null or not $2) and channel_id is not null`,
        [email, isLookedAt],
      );
      return row?.n === 1;
    });
  const says = async (booked: ProposalDetail, words: string) =>
    await walk.waitFor(`the case to say ${words}`, async () => {
      const case_ = await walk.api.case(booked.caseId);
      return case_.problem?.message.includes(words) === true;
    });

  it("is put on its organiser's calendar there, with a Teams room, once", async () => {
    let booked: ProposalDetail | undefined;
    const changes = await changesDuring(walk, async () => {
      booked = await book(await proposalFor(walk, candidateOf("Data")));
    });
    expect(changes).toEqual(ONE_BOOKING);
    if (!booked) throw new Error("nothing was booked");
    const { organizer } = firstSession(booked.payload);
    expect(homeOf(organizer)).toBe("microsoft");
    expect(await inserted(booked)).toEqual([{ service: "microsoft", organizer }]);
    const ref = booked.effects.find(({ kind }) => kind === "calendar_event")?.externalRef;
    expect(ref?.["videoUrl"]).toMatch(/^https:\/\/teams\.microsoft\.test\//);
  });

  it("with a mixed panel is found in both services' free time, and booked where its organiser lives", async () => {
    const booked = await bookMixed();
    const { organizer, panel } = firstSession(booked.payload);
    expect(await inserted(booked)).toEqual([{ service: homeOf(organizer), organizer }]);
    expect(new Set(panel.map(({ email }) => homeOf(email)))).toEqual(
      new Set(["google", "microsoft"]),
    );
  });

  it("that its organiser moves or deletes in Outlook is put to a person, and made again when that is said", async () => {
    const booked = await book(await proposalFor(walk, candidateOf("Data")));
    const email = firstSession(booked.payload).organizer;
    const eventId = eventIdOf(booked);
    await watched(email);
    expect((await subscriptions()).map(({ resource }) => resource)).toContain(
      `/users/${email}/events`,
    );
    const start = Temporal.Instant.from(firstSession(booked.payload).startsAt)
      .add({ hours: 24 })
      .toString();
    await walk.eyes.control("POST", "/calendar/move", { eventId, email, start });
    await says(booked, "The calendar event was moved to");
    await walk.eyes.control("POST", "/calendar/remove", { eventId, email });
    await says(booked, "The calendar event was deleted.");
    await settled(walk, booked.payload.opportunityId);
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high" });
    const again = await book(waiting);
    expect(await inserted(again)).toEqual([{ service: "microsoft", organizer: email }]);
    expect(firstSession(again.payload).startsAt).toBe(firstSession(booked.payload).startsAt);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
  });

  it("takes no message whose state is not ours, and gives a validation back as it came", async () => {
    const door = `${walk.url}/webhooks/microsoft`;
    const post = async (body: string) =>
      (await fetch(door, { method: "POST", headers: { "content-type": "application/json" }, body }))
        .status;
    expect(await post('{"value":[{"clientState":"forged.token"}]}')).toBe(401);
    expect(await post('{"value":[{}]}')).toBe(401);
    expect(await post('{"value":[{"clientState":"a\\u0000b.c"}]}')).toBe(401);
    const shaped = `${randomUUID()}.${"0".repeat(48)}`;
    expect(await post(JSON.stringify({ value: [{ clientState: shaped }] }))).toBe(401);
    expect(await post('{"value":[]}')).toBe(400);
    expect(await post("not JSON")).toBe(400);
    // Graph collects what it has to say: a large body is read to its end.
    const one = { clientState: "forged.token", resource: "x".repeat(1_000) };
    expect(await post(JSON.stringify({ value: Array.from({ length: 300 }, () => one) }))).toBe(401);
    const token = "Validation: <b>æ</b> & more";
    const query = new URLSearchParams({ validationToken: token }).toString();
    const echoed = await fetch(`${door}?${query}`, { method: "POST" });
    expect(echoed.status).toBe(200);
    expect(echoed.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await echoed.text()).toBe(token);
  });

  const Subscriptions = z.object({
    subscriptions: z.array(
      z.object({ id: z.string(), resource: z.string(), expirationDateTime: z.string() }),
    ),
  });
  const subscriptions = async () =>
    Subscriptions.parse(await walk.eyes.control("GET", "/microsoft")).subscriptions;

  it("has its subscription opened anew when Microsoft ends it", async () => {
    const ids = async () => (await subscriptions()).map(({ id }) => id);
    const [subscriptionId] = await ids();
    expect(subscriptionId).toBeDefined();
    const before = (await ids()).length;
    const lifecycle = { subscriptionId, event: "subscriptionRemoved" };
    await walk.eyes.control("POST", "/microsoft", { lifecycle });
    // One in whose calendar times are only found is not tried in every round.
    await walk.eyes.control("POST", "/clock", { advanceMinutes: 16 });
    await walk.waitFor("another subscription", async () => {
      const now = await ids();
      return now.length === before && !now.includes(subscriptionId ?? "");
    });
  });

  it("keeps its subscription, with a longer life, when Microsoft asks for it", async () => {
    const [before] = await subscriptions();
    const id = before?.id ?? "";
    await walk.eyes.control("POST", "/clock", { advanceMinutes: 60 });
    const lifecycle = { subscriptionId: id, event: "reauthorizationRequired" };
    await walk.eyes.control("POST", "/microsoft", { lifecycle });
    const endNow = async () =>
      (await subscriptions()).find((one) => one.id === id)?.expirationDateTime ?? "";
    const end = Temporal.Instant.from(before?.expirationDateTime ?? "");
    await walk.waitFor("a longer life", async () => {
      return Temporal.Instant.compare(Temporal.Instant.from(await endNow()), end) > 0;
    });
    expect(end.until(await endNow()).total("minutes")).toBeGreaterThan(59);
  });

  it("that an interviewer declines in Outlook is put to a person", async () => {
    const booked = await book(await proposalFor(walk, candidateOf("Data")));
    const { organizer, panel } = firstSession(booked.payload);
    const eventId = eventIdOf(booked);
    const guest = panel.find(({ email }) => email !== organizer);
    expect([homeOf(organizer), homeOf(guest?.email ?? "")]).toEqual(["microsoft", "microsoft"]);
    await watched(organizer);
    const answer = async (responseStatus: string) =>
      await walk.eyes.control("POST", "/calendar/respond", {
        eventId,
        email: guest?.email,
        responseStatus,
      });
    await answer("declined");
    await says(booked, `${guest?.name} declined the invitation.`);
  });

  it("is found changed within minutes when every message of Microsoft's is lost", async () => {
    await walk.eyes.control("POST", "/microsoft", { silentSubscriptions: true });
    // Not even that it was made: it comes and goes between two readings, of which the second has to begin anew.
    const booked = await book(await proposalFor(walk, candidateOf("Data")));
    const email = firstSession(booked.payload).organizer;
    expect(homeOf(email)).toBe("microsoft");
    await watched(email);
    await walk.eyes.control("POST", "/calendar/remove", { eventId: eventIdOf(booked), email });
    await walk.eyes.control("POST", "/microsoft", { expireDeltaTokens: true });
    await walk.eyes.control("POST", "/clock", { advanceMinutes: 6 });
    await says(booked, "The calendar event was deleted.");
    await walk.eyes.control("POST", "/microsoft", { silentSubscriptions: false });
  });

  it("is found in readings of both services that are kept until one of them tells of a change", async () => {
    const { calendar } = walk.running.deps.services;
    const { panel, organizer } = firstSession((await bookMixed()).payload);
    const emails = panel.map(({ email }) => email);
    const now = walk.company.clock.now();
    const week = [now, now.add({ hours: 24 * 7 })] as const;
    const read = async () => await calendar.finder.readBusy(emails, ...week);
    for (const email of emails) await watched(email);
    const before = await read();
    // Nothing was told, and no time has passed: it is the same reading.
    await expect(read()).resolves.toEqual(before);
    const startsAt = now.add({ hours: 24 * 6, minutes: 7 });
    const { id } = await calendar.writer.createEvent(organizer, {
      id: googleEventId("ef_kept_in_both", 1),
      effectId: "ef_kept_in_both",
      title: "Something else",
      description: "",
      startsAt,
      endsAt: startsAt.add({ minutes: 30 }),
      zone: "Europe/Lisbon",
      guests: panel.map(({ email, name }) => ({ email, name })),
      video: "none",
    });
    const isSeen = (one: CalendarReading) =>
      one.readable && one.blocks.some(({ start }) => start.equals(startsAt));
    expect(before.some(isSeen)).toBe(false);
    // Time stands still: only what is told can change a reading.
    let readings = before;
    while (!readings.every(isSeen)) readings = await read();
    await calendar.writer.deleteEvent(organizer, id);
  });
});
