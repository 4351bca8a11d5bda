/** What is booked was deleted or changed by hand, in the calendar or in Lever: a person says which of the two is right. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { askLever } from "../support/ask-lever.ts";
import { expectAsBooked } from "../support/as-booked.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type PoolWalk, bookScreen, startPoolWalk } from "../support/pool-walk.ts";
import { approved, emailsOf, eventIdOf, heldSeats, untilWatched } from "../support/declined.ts";
import { type Changes, changesDuring, untilProposal, waitingProposal } from "../support/story.ts";
import type { Walk } from "../support/walk.ts";

/** Lever alone is put right: nobody is written to. */
const LEVER_ALONE: Changes = { "panel.replaced": 1, "note.created": 1 };

describeOneDatabase("postgres", "a booking that somebody has changed by hand", (open) => {
  let walk: Walk;
  let atPoints: PoolWalk["atPoints"];
  beforeAll(async () => {
    ({ walk, atPoints } = await startPoolWalk(open));
  });
  afterAll(async () => {
    await walk.close();
  });

  const control = async (path: string, body: object) => await walk.eyes.control("POST", path, body);
  const panelIdOf = ({ effects }: ProposalDetail): string =>
    effects.find(({ kind }) => kind === "lever_panel")?.externalRef?.["panelId"] ?? "";
  const panelOf = async (booked: ProposalDetail) => {
    const panels = await walk.eyes.panels(booked.payload.opportunityId);
    return panels.find(({ id }) => id === panelIdOf(booked));
  };
  const mailsTo = async ({ payload }: ProposalDetail): Promise<number> =>
    (await walk.eyes.mailsTo(payload.candidate.email)).length;
  const deleteEvent = async (booked: ProposalDetail): Promise<ProposalDetail> => {
    const { organizer: email } = firstSession(booked.payload);
    await untilWatched(walk, email);
    await control("/calendar/remove", { eventId: eventIdOf(booked, 0), email });
    return await waitingProposal(walk, booked.payload.opportunityId);
  };
  /** Shape: what the approval changed, and the proposal when it was done. */
  const approve = async (waiting: ProposalDetail): Promise<[Changes, ProposalDetail]> => {
    let done = waiting;
    const changes = await changesDuring(walk, async () => {
      done = await approved(walk, waiting);
    });
    return [changes, done];
  };
  /** A person takes another way, or cancels instead. Shape: what then waits. */
  const choose = async (
    waiting: ProposalDetail,
    payload: { way: number } | { cancel: true },
  ): Promise<ProposalDetail> => {
    const { digest } = waiting;
    const answer = await walk.api.decide(waiting.id, { decision: "edit", digest, payload });
    expect(answer.status).toBe(200);
    return await waitingProposal(walk, waiting.payload.opportunityId);
  };
  const startsOf = ({ itinerary, alternatives }: ProposalDetail): string[] =>
    [itinerary, ...alternatives].map(({ sessions }) =>
      Temporal.Instant.from(sessions[0]?.startsAt ?? "").toString(),
    );
  const startOf = ({ payload }: ProposalDetail): string =>
    Temporal.Instant.from(firstSession(payload).startsAt).toString();

  /** Another time at which the very same people are free. */
  const freeFor = ({ alternatives, itinerary }: ProposalDetail): string => {
    const seatsIn = ({ sessions }: ProposalDetail["itinerary"]): string =>
      JSON.stringify(sessions.map(({ panel }) => panel));
    const other = alternatives.find((each) => seatsIn(each) === seatsIn(itinerary));
    if (!other) throw new Error("the same people have no other time");
    return Temporal.Instant.from(other.sessions[0]?.startsAt ?? "").toString();
  };
  const isFree = (
    events: Walk["world"]["people"][number]["events"],
    at: ProposalDetail,
  ): boolean => {
    const { startsAt, endsAt } = firstSession(at.payload);
    const [from, to] = [startsAt, endsAt].map(
      (iso) => Temporal.Instant.from(iso).epochMilliseconds,
    );
    return events.every(({ startMs, endMs }) => endMs <= (from ?? 0) || (to ?? 0) <= startMs);
  };

  it("keeps its time when its event is deleted, and never makes it again unasked", async () => {
    const booked = await bookScreen(walk);
    await walk.api.setMode("managed");
    let waiting = booked;
    const changes = await changesDuring(walk, async () => {
      waiting = await deleteEvent(booked);
    });
    await walk.api.setMode("assisted");
    expect(changes).toEqual({ "event.deleted": 1 });
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high", audience: "candidate" });
    expect(waiting.reason).toContain("The calendar event was deleted.");
    expect(startsOf(waiting)[0]).toBe(startOf(booked));
    expect(new Set(startsOf(waiting)).size).toBeGreaterThan(1);
    expect(waiting.summary).toContain("Put Phone Screen on the calendar again");
    expect(await heldSeats(walk, booked.payload.opportunityId)).toEqual(emailsOf(booked));
    const [done, changed] = await approve(waiting);
    // Its video link is another one: the candidate is told, and the panel's place is it.
    expect(done).toEqual({
      "event.inserted": 1,
      "panel.replaced": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    expect(eventIdOf(changed, 0)).not.toBe(eventIdOf(booked, 0));
    const link = changed.effects.find(({ kind }) => kind === "calendar_event")?.externalRef;
    expect((await panelOf(booked))?.interviews[0]?.location).toBe(link?.["videoUrl"]);
    const last = (await walk.eyes.mailsTo(booked.payload.candidate.email)).at(-1);
    expect(last?.calendar).toContain("SEQUENCE:1");
    expect(last?.text).toContain(link?.["videoUrl"]);
    await expectAsBooked(walk, changed);
  });

  it("takes place at another time when a person chooses that after its event was deleted", async () => {
    const booked = await bookScreen(walk);
    const waiting = await deleteEvent(booked);
    const way = startsOf(waiting)
      .slice(1)
      .findIndex((start) => start !== startOf(booked));
    const [changes, changed] = await approve(await choose(waiting, { way }));
    expect(changes).toMatchObject({ "event.inserted": 1, "mail.received": 1 });
    expect(startOf(changed)).not.toBe(startOf(booked));
    await expectAsBooked(walk, changed);
  });

  it("is cancelled when that is what was meant by deleting its event", async () => {
    const booked = await bookScreen(walk);
    const { opportunityId, candidate } = booked.payload;
    const instead = await choose(await deleteEvent(booked), { cancel: true });
    expect(instead).toMatchObject({
      kind: "cancel_booking",
      audience: "candidate",
      risk: "high",
      alternatives: [],
    });
    const [changes] = await approve(instead);
    expect(changes).toEqual({ "panel.deleted": 1, "note.created": 1, "mail.received": 1 });
    const last = (await walk.eyes.mailsTo(candidate.email)).at(-1);
    expect(last?.calendar).toContain("METHOD:CANCEL");
    expect(last?.text).not.toContain("as you asked");
    expect(await heldSeats(walk, opportunityId)).toEqual([]);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "open", problem: null });
  });

  it("is entered in Lever again when its panel was removed there: nobody is written to", async () => {
    const booked = await bookScreen(walk);
    await control(`/panels/${panelIdOf(booked)}/delete`, {});
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high", audience: "internal" });
    expect(waiting.summary).toContain("Enter Phone Screen in Lever again");
    const [changes, changed] = await approve(waiting);
    expect(changes).toEqual({ "panel.created": 1, "note.created": 1 });
    expect(await mailsTo(booked)).toBe(1);
    await expectAsBooked(walk, changed);
  });

  it("follows Lever when a person says so: calendar and candidate get the panel's time", async () => {
    const booked = await bookScreen(walk);
    const start = freeFor(booked);
    await control(`/panels/${panelIdOf(booked)}/move`, { start });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high" });
    expect(startsOf(waiting).slice(0, 2)).toEqual([start, startOf(booked)]);
    const [changes, changed] = await approve(waiting);
    expect(changes).toEqual({
      "event.patched": 1,
      "panel.replaced": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    expect(startOf(changed)).toBe(start);
    await expectAsBooked(walk, changed);
  });

  it("has Lever put back when a person says so: nobody is written to", async () => {
    const booked = await bookScreen(walk);
    const start = Temporal.Instant.from(startOf(booked)).add({ minutes: 15 }).toString();
    await control(`/panels/${panelIdOf(booked)}/move`, { start });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    const way = startsOf(waiting).slice(1).indexOf(startOf(booked));
    const chosen = await choose(waiting, { way });
    expect(chosen.audience).toBe("internal");
    expect(chosen.summary).toContain("Put Phone Screen back in Lever as it is booked");
    const [changes, changed] = await approve(chosen);
    expect(changes).toEqual(LEVER_ALONE);
    expect((await panelOf(booked))?.interviews[0]?.date).toBe(
      Temporal.Instant.from(startOf(booked)).epochMilliseconds,
    );
    expect(await mailsTo(booked)).toBe(1);
    await expectAsBooked(walk, changed);
  });

  it("follows Lever in who interviews, also when the plan does not name them, and is mended again later", async () => {
    const booked = await bookScreen(walk);
    const { panel, organizer } = firstSession(booked.payload);
    const stranger = walk.world.people.find(
      (person) =>
        person.deactivatedAtMs === null &&
        person.calendar === "ok" &&
        person.team === "Data" &&
        panel.every(({ email }) => email !== person.email) &&
        isFree(person.events, booked),
    );
    if (!stranger) throw new Error("nobody of Data is free");
    const host = panel.find(({ email }) => email === organizer);
    await control(`/panels/${panelIdOf(booked)}/interviewers`, {
      userIds: [stranger.userId, host?.userId],
    });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    const after = firstSession(waiting.payload);
    expect(after.panel.map(({ email }) => email).toSorted()).toEqual(
      [organizer, stranger.email].toSorted(),
    );
    expect(startsOf(waiting)[0]).toBe(startOf(booked));
    const [changes, changed] = await approve(waiting);
    expect(changes).toMatchObject({ "event.patched": 1, "mail.received": 1 });
    await expectAsBooked(walk, changed);
    const again = await deleteEvent(changed);
    expect(emailsOf(again)).toEqual(emailsOf(changed));
  });

  it.each([
    ["one interviewer fewer", 1],
    ["one more", 3],
  ])("follows Lever to %s", async (_, count) => {
    const booked = await bookScreen(walk);
    const { panel, organizer } = firstSession(booked.payload);
    const userOf = (address: string) =>
      walk.world.people.find(({ email }) => email === address)?.userId;
    const more = walk.world.people.filter(
      (person) =>
        person.deactivatedAtMs === null &&
        person.calendar === "ok" &&
        panel.every(({ email }) => email !== person.email) &&
        isFree(person.events, booked),
    );
    const others = panel.map(({ email }) => email).filter((email) => email !== organizer);
    const emails = [organizer, ...others, ...more.map(({ email }) => email)].slice(0, count);
    await control(`/panels/${panelIdOf(booked)}/interviewers`, { userIds: emails.map(userOf) });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    expect(emailsOf(waiting).toSorted()).toEqual(emails.toSorted());
    expect(startsOf(waiting)[0]).toBe(startOf(booked));
    const [changes, changed] = await approve(waiting);
    expect(changes).toMatchObject({ "event.patched": 1, "mail.received": 1 });
    await expectAsBooked(walk, changed);
  });

  it("has one interview put back that was removed from its panel, with the others as they were", async () => {
    const id = walk.nextCandidate();
    await walk.moveStage(id, "onsite");
    const booked = await approved(walk, await waitingProposal(walk, id));
    const { performAs, sessions } = booked.payload;
    const refs = booked.effects.find(({ kind }) => kind === "lever_panel")?.externalRef;
    const [, removed] = refs?.["interviewIds"]?.split(" ") ?? [];
    await askLever(walk.company, {
      method: "DELETE",
      path: `/opportunities/${id}/interviews/${removed}?perform_as=${performAs}`,
    });
    const waiting = await waitingProposal(walk, id);
    expect(waiting.summary).toContain(`Put ${sessions[1]?.name} back in Lever`);
    expect(waiting.audience).toBe("internal");
    const [changes, changed] = await approve(waiting);
    expect(changes).toEqual(LEVER_ALONE);
    expect((await panelOf(booked))?.interviews).toHaveLength(sessions.length);
    const now = changed.effects.find(({ kind }) => kind === "lever_panel")?.externalRef;
    expect(now?.["interviewIds"]?.split(" ")).toHaveLength(sessions.length);
    expect(now?.["interviewIds"]).not.toContain(removed);
    await expectAsBooked(walk, changed);
  });

  it("is not put back over what somebody has changed in Lever since it was proposed", async () => {
    const booked = await bookScreen(walk);
    const start = Temporal.Instant.from(startOf(booked));
    const move = async (minutes: number) =>
      await control(`/panels/${panelIdOf(booked)}/move`, {
        start: start.add({ minutes }).toString(),
      });
    await move(15);
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    atPoints(async (point, id) => {
      if (point !== "effect.reserve_time.done" || id !== waiting.payload.opportunityId) return;
      atPoints(null);
      await move(30);
    });
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "failed");
    const { effects } = await walk.api.proposal(waiting.id);
    expect(effects.find(({ kind }) => kind === "lever_panel")).toMatchObject({ status: "failed" });
    const [interview] = (await panelOf(booked))?.interviews ?? [];
    expect(interview?.date).toBe(start.add({ minutes: 30 }).epochMilliseconds);
    expect(await mailsTo(booked)).toBe(1);
  });
});
