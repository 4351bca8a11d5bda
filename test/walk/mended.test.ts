/** What is booked is changed or taken back, with the least disturbance, by one decision, and everybody is told once. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { listAnswers } from "../../src/cases/answers.ts";
import { NO_PREFERENCES } from "../../src/domain/preferences.ts";
import { InsightsAnswer } from "../../src/http/api/insights-schemas.ts";
import { DayAnswer } from "../../src/http/api/today-schemas.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { readPreferencesOf } from "../../src/people/preferences-store.ts";
import { compare, expectAsBooked } from "../support/as-booked.ts";
import { firstSession } from "../support/booking.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import {
  approved,
  decline,
  emailsOf,
  eventIdOf,
  heldSeats,
  untilWatched,
} from "../support/declined.ts";
import { describeOneDatabase } from "../support/database.ts";
import {
  changesDuring,
  proposalFor,
  settled,
  untilProposal,
  waitingProposal,
} from "../support/story.ts";
import { POOL_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "a booking that has to change", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: POOL_PLANS } });
  });
  afterAll(async () => {
    await walk.close();
  });

  const bookScreen = async (): Promise<ProposalDetail> =>
    await approved(walk, await proposalFor(walk, walk.nextCandidate()));
  const bookLoop = async (): Promise<ProposalDetail> => {
    const id = walk.nextCandidate();
    await walk.moveStage(id, "onsite");
    return await approved(walk, await waitingProposal(walk, id));
  };
  const insights = async (): Promise<InsightsAnswer> =>
    InsightsAnswer.parse(
      (await walk.api.send("GET", "/api/insights?from=2026-11-01&to=2026-12-31")).body,
    );
  const control = async (path: string, body: object) => await walk.eyes.control("POST", path, body);
  it("has somebody else take the place of a guest who declined, in the same event", async () => {
    const booked = await bookScreen();
    const { opportunityId, candidate } = booked.payload;
    const session = firstSession(booked.payload);
    const away = session.panel.find(({ email }) => email !== session.organizer);
    if (!away) throw new Error("nobody is a guest");
    await decline(walk, booked, { index: 0, email: away.email });
    const waiting = await waitingProposal(walk, opportunityId);
    // Tomorrow: a person decides, whatever the mode.
    expect(waiting).toMatchObject({
      kind: "change_booking",
      audience: "candidate",
      risk: "high",
    });
    expect(waiting.summary).toContain(`takes the place of ${away.name} in ${session.name}`);
    expect(waiting.reason).toContain(`${away.name} declined the invitation.`);
    expect(await walk.api.case(booked.caseId)).toMatchObject({
      status: "waiting",
      problem: { code: "booking_changed" },
    });
    let changed = waiting;
    const changes = await changesDuring(walk, async () => {
      changed = await approved(walk, waiting);
    });
    expect(changes).toEqual({
      "event.patched": 1,
      "panel.replaced": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    expect(eventIdOf(changed, 0)).toBe(eventIdOf(booked, 0));
    expect(emailsOf(changed)).not.toContain(away.email);
    expect(await heldSeats(walk, opportunityId)).toEqual(emailsOf(changed));
    const mails = await walk.eyes.mailsTo(candidate.email);
    const sequences = mails.map(({ calendar }) => /SEQUENCE:(\d+)/.exec(calendar ?? "")?.[1]);
    expect(sequences).toHaveLength(2);
    expect(sequences).toEqual(expect.arrayContaining(["0", "1"]));
    await expectAsBooked(walk, changed);
  });

  it("changes one session of five when its only interviewer declines: another's calendar holds it then", async () => {
    const booked = await bookLoop();
    const { opportunityId, sessions } = booked.payload;
    const index = sessions.findIndex(({ sessionId }) => sessionId === "coding");
    const session = sessions[index];
    const [away] = session?.panel ?? [];
    if (!session || !away) throw new Error("nobody codes");
    await decline(walk, booked, { index, email: away.email });
    const waiting = await waitingProposal(walk, opportunityId);
    expect(waiting.summary).toContain(`takes the place of ${away.name} in Coding`);
    let changed = waiting;
    const changes = await changesDuring(walk, async () => {
      changed = await approved(walk, waiting);
    });
    expect(changes).toEqual({
      "event.inserted": 1,
      "event.deleted": 1,
      "panel.replaced": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    const kept = sessions.flatMap((_, at) => (at === index ? [] : [eventIdOf(booked, at)]));
    for (const eventId of kept) {
      expect(changed.effects.map(({ externalRef }) => externalRef?.["eventId"])).toContain(eventId);
    }
    expect(await heldSeats(walk, opportunityId)).toEqual(emailsOf(changed));
    await expectAsBooked(walk, changed);
  });

  it("is moved as its candidate asks, and their page says the new time", async () => {
    const booked = await bookScreen();
    const { opportunityId, candidate } = booked.payload;
    const link = await linkInMail(walk, candidate.email);
    await sendForm(await openLink(link), "/move", { reason: "An exam." });
    const waiting = await waitingProposal(walk, opportunityId);
    expect(waiting.kind).toBe("change_booking");
    const [before, after] = [firstSession(booked.payload), firstSession(waiting.payload)];
    expect(after.startsAt).not.toBe(before.startsAt);
    expect(after.panel).toEqual(before.panel);
    const changes = await changesDuring(walk, async () => {
      await approved(walk, waiting);
    });
    expect(changes).toEqual({
      "event.patched": 1,
      "panel.replaced": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    const [panel] = await walk.eyes.panels(opportunityId);
    const startMs = Temporal.Instant.from(after.startsAt).epochMilliseconds;
    expect(panel?.interviews.map(({ date }) => date)).toEqual([startMs]);
    const page = await openLink(link);
    const clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: candidate.zone,
      hour: "2-digit",
      minute: "2-digit",
    });
    expect(page.words).toContain(clock.format(startMs));
    const answers = await listAnswers(walk.running.deps.database, booked.caseId);
    expect(answers.map(({ kind, settledBy }) => [kind, settledBy])).toEqual([
      ["wants_move", "convene"],
    ]);
    await expectAsBooked(walk, waiting);
  });

  it("is cancelled as its candidate asks: nothing of it stands, and they are told once", async () => {
    const booked = await bookScreen();
    const { opportunityId, candidate } = booked.payload;
    const link = await linkInMail(walk, candidate.email);
    await sendForm(await openLink(link), "/cancel", { "cancel-reason": "" });
    const waiting = await waitingProposal(walk, opportunityId);
    expect(waiting).toMatchObject({ kind: "cancel_booking", risk: "medium" });
    const changes = await changesDuring(walk, async () => {
      await approved(walk, waiting);
    });
    expect(changes).toEqual({
      "event.deleted": 1,
      "panel.deleted": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    expect(await walk.eyes.panels(opportunityId)).toEqual([]);
    expect(await heldSeats(walk, opportunityId)).toEqual([]);
    const last = (await walk.eyes.mailsTo(candidate.email)).at(-1);
    expect(last?.calendar).toContain("METHOD:CANCEL");
    expect(last?.calendar).toContain("SEQUENCE:1");
    expect(last?.text).toContain("as you asked");
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "open", problem: null });
  });

  it("whose candidate is archived is proposed to be cancelled, once, and a person decides", async () => {
    const booked = await bookScreen();
    const { opportunityId } = booked.payload;
    await control(`/opportunities/${opportunityId}/archive`, {});
    const waiting = await waitingProposal(walk, opportunityId);
    expect(waiting).toMatchObject({ kind: "cancel_booking", risk: "high" });
    expect(await walk.api.case(booked.caseId)).toMatchObject({
      status: "waiting",
      problem: { code: "booked_but_ended" },
    });
    await approved(walk, waiting);
    expect(await walk.eyes.panels(opportunityId)).toEqual([]);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "closed" });
  });

  it("that somebody moved in the calendar is moved everywhere else, when a person says so", async () => {
    const booked = await bookScreen();
    const { opportunityId, candidate } = booked.payload;
    const session = firstSession(booked.payload);
    await untilWatched(walk, session.organizer);
    const start = Temporal.Instant.from(session.startsAt).add({ minutes: 15 });
    await control("/calendar/move", {
      eventId: eventIdOf(booked, 0),
      email: session.organizer,
      start: start.toString(),
    });
    await walk.api.setMode("managed");
    const waiting = await waitingProposal(walk, opportunityId);
    await walk.api.setMode("assisted");
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high" });
    const ways = [waiting.itinerary, ...waiting.alternatives].map(
      ({ sessions }) => sessions[0]?.startsAt,
    );
    expect(ways.slice(0, 2).map((iso) => Temporal.Instant.from(iso ?? "").toString())).toEqual([
      start.toString(),
      Temporal.Instant.from(session.startsAt).toString(),
    ]);
    const changes = await changesDuring(walk, async () => {
      await approved(walk, waiting);
    });
    expect(changes).toMatchObject({ "panel.replaced": 1, "mail.received": 1 });
    const panels = await walk.eyes.panels(opportunityId);
    const dates = panels.flatMap(({ interviews }) => interviews.map(({ date }) => date));
    expect(dates).toContain(start.epochMilliseconds);
    expect(await walk.eyes.mailsTo(candidate.email)).toHaveLength(2);
    await expectAsBooked(walk, waiting);
  });

  it("is put back where it was when a person chooses that: the candidate is not told", async () => {
    const booked = await bookScreen();
    const { opportunityId, candidate } = booked.payload;
    const session = firstSession(booked.payload);
    await untilWatched(walk, session.organizer);
    const start = Temporal.Instant.from(session.startsAt).add({ minutes: 15 }).toString();
    const moved = { eventId: eventIdOf(booked, 0), email: session.organizer, start };
    await control("/calendar/move", moved);
    const waiting = await waitingProposal(walk, opportunityId);
    const way = waiting.alternatives.findIndex(({ sessions }) =>
      Temporal.Instant.from(sessions[0]?.startsAt ?? "").equals(session.startsAt),
    );
    const answer = await walk.api.decide(waiting.id, {
      decision: "edit",
      digest: waiting.digest,
      payload: { way },
    });
    expect(answer.status).toBe(200);
    const chosen = await waitingProposal(walk, opportunityId);
    expect(chosen.audience).toBe("internal");
    const before = await insights();
    expect(chosen.summary).toContain("Put Phone Screen back to");
    const changes = await changesDuring(walk, async () => {
      await approved(walk, chosen);
    });
    expect(changes).toEqual({ "event.patched": 1, "panel.replaced": 1, "note.created": 1 });
    expect(await walk.eyes.mailsTo(candidate.email)).toHaveLength(1);
    await expectAsBooked(walk, chosen);
    // Nothing came of it that anybody was offered otherwise, or that took time to repair.
    const { firstOffers, repairs } = await insights();
    expect(firstOffers).toEqual(before.firstOffers);
    expect([repairs.putBack, repairs.repaired]).toEqual([
      before.repairs.putBack + 1,
      before.repairs.repaired,
    ]);
    const today = DayAnswer.parse((await walk.api.send("GET", "/api/today")).body);
    const done = today.parts.done.filter(({ caseId }) => caseId === booked.caseId);
    expect(done.map(({ what }) => what).toSorted()).toEqual([
      "interview booked",
      "put back as it was booked",
    ]);
  });

  it("is changed without a person where the mode is managed and the plan lets it", async () => {
    const booked = await bookLoop();
    const { opportunityId, sessions } = booked.payload;
    const index = sessions.findIndex(({ sessionId }) => sessionId === "design");
    const email = sessions[index]?.organizer ?? "";
    await untilWatched(walk, email);
    await walk.api.setMode("managed");
    await decline(walk, booked, { index, email });
    const done = await walk.waitFor("a change that is done", async () => {
      const { proposals } = await walk.api.case(booked.caseId);
      return proposals.find(({ kind, status }) => kind === "change_booking" && status === "done");
    });
    await settled(walk, opportunityId);
    await walk.api.setMode("assisted");
    const changed = await walk.api.proposal(done.id);
    expect(emailsOf(changed)).not.toEqual(emailsOf(booked));
    await expectAsBooked(walk, changed);
  });

  it("stays as it was when what was proposed is rejected, and is not proposed again", async () => {
    const booked = await bookLoop();
    const { opportunityId, sessions } = booked.payload;
    const [session] = sessions;
    if (!session) throw new Error("nothing is booked");
    await decline(walk, booked, { index: 0, email: session.organizer });
    const waiting = await waitingProposal(walk, opportunityId);
    await walk.api.decide(waiting.id, {
      decision: "reject",
      digest: waiting.digest,
      reason: "We ask her.",
    });
    await untilProposal(walk, waiting, "rejected");
    const case_ = await walk.api.case(booked.caseId);
    expect(case_).toMatchObject({ status: "blocked", problem: { code: "booking_changed" } });
    expect(await heldSeats(walk, opportunityId)).toEqual(emailsOf(booked));
    expect(await compare(walk, booked)).toEqual(["booking_changed"]);
    const { proposals } = await walk.api.case(booked.caseId);
    expect(proposals.filter(({ status }) => status === "waiting")).toEqual([]);
  });

  it("has a guest replaced although the hiring manager has set since not to be needed there", async () => {
    const booked = await bookScreen();
    const { panel } = firstSession(booked.payload);
    const [manager, away] = panel;
    if (!manager || !away) throw new Error("a panel of two");
    const path = `/api/people/${manager.userId}/preferences`;
    const prefer = async (notAsHiringManagerIn: string[]): Promise<void> => {
      const { version } = await readPreferencesOf(walk.running.deps.database, manager.userId);
      const body = { version, ...NO_PREFERENCES, notAsHiringManagerIn };
      expect((await walk.api.send("PUT", path, body)).status).toBe(200);
    };
    await prefer(["phone-screen/phone-screen"]);
    await decline(walk, booked, { index: 0, email: away.email });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    await prefer([]);
    expect(waiting.summary).toContain(`takes the place of ${away.name}`);
    expect(firstSession(waiting.payload).panel.map(({ role }) => role)).toEqual(
      panel.map(({ role }) => role),
    );
    expect(emailsOf(waiting)).toContain(manager.email);
    expect(emailsOf(waiting)).not.toContain(away.email);
  });
});
