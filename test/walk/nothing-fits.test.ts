/** Cases for which nothing fits: looked at again, their recruiters told, and a rule given up by a person alone. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openApi, problemOf } from "../support/api.ts";
import { firstSession } from "../support/booking.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { decline, eventIdOf } from "../support/declined.ts";
import {
  advance,
  alertsOf,
  bookedWithoutElse,
  managerOf,
  recruiterOf,
  slackAbout,
  stuckAt,
  untilCase,
  untilLookedAt,
  untilProposed,
} from "../support/nothing-fits.ts";
import { ONE_BOOKING, changesDuring, settled, untilProposal } from "../support/story.ts";
import { STUCK_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("postgres", "when nothing fits", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { env: { PLANS_DIR: STUCK_PLANS } });
  });
  afterAll(async () => await walk.close());

  const now = (): Temporal.Instant => walk.company.clock.now();
  const lookWith = async (caseId: string, relax?: string) =>
    await walk.api.send("POST", `/api/cases/${caseId}/look`, relax === undefined ? {} : { relax });

  const untilTold = async (mailbox: string): Promise<void> => {
    await walk.waitFor("the calendar to be told of", async () => {
      const rows = await walk.running.deps.database.query(
        "select from calendar_watches where mailbox = $1 and channel_id is not null",
        [mailbox],
      );
      return rows.length === 1;
    });
  };

  it("says who blocks and what would help, and looks again by the clock", async () => {
    const opportunityId = walk.nextCandidate();
    const { id, search, problem } = await stuckAt(walk, opportunityId);
    expect(problem?.code).toBe("no_slot");
    expect(search?.blockers.length).toBeGreaterThan(0);
    expect(search?.relaxations[0]).toMatchObject({ id: "notice", change: "With less notice" });
    const waitMinutes = now()
      .until(search?.nextLookAt ?? "")
      .total("minutes");
    expect(waitMinutes).toBeGreaterThanOrEqual(60);
    expect(waitMinutes).toBeLessThan(66);
    await advance(walk, 1.2);
    const looked = await untilLookedAt(walk, opportunityId, now());
    const looks = looked.events.filter(({ kind }) => kind === "look_again");
    expect(looks.map(({ source, status }) => [source, status])).toEqual([["clock", "handled"]]);
    expect(looked).toMatchObject({ id, status: "blocked", proposals: [] });
    expect(looked.search?.since).toBe(search?.since);
  });

  it("the recruiter is told once after two days, and again only when it was solved and began anew", async () => {
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    await advance(walk, 47);
    await untilLookedAt(walk, opportunityId, now());
    expect(await slackAbout(walk, id)).toEqual([]);
    expect((await walk.api.case(id)).search?.alert).toMatchObject({ outcome: "due", why: null });
    await advance(walk, 2);
    const told = await untilCase(walk, opportunityId, (case_) =>
      alertsOf(case_).some(({ status }) => status === "done"),
    );
    expect(alertsOf(told)).toMatchObject([{ audience: "internal", risk: "low", status: "done" }]);
    expect(told).toMatchObject({ status: "blocked", problem: { code: "no_slot" } });
    expect(told.nextStep).toMatch(/was told in Slack that no time fits\.$/);
    expect(told.search?.alert).toMatchObject({ outcome: "told", why: null });
    const [message, ...others] = await slackAbout(walk, id);
    expect(others).toEqual([]);
    expect(message?.text).toContain(told.candidateName);
    expect(JSON.stringify(message?.blocks)).toContain(`/cases/${id}?relax=notice`);
    expect(JSON.stringify(message)).not.toMatch(/@mail\.candidates/);

    await advance(walk, 30);
    await untilLookedAt(walk, opportunityId, now());
    expect(await slackAbout(walk, id)).toHaveLength(1);

    expect((await lookWith(id, "notice")).status).toBe(200);
    const waiting = await untilProposed(walk, opportunityId);
    const { decision, digest } = { decision: "reject" as const, digest: waiting.digest };
    await walk.api.decide(waiting.id, { decision, digest });
    await settled(walk, opportunityId);
    await walk.moveStage(opportunityId, "onsite");
    await settled(walk, opportunityId);
    const anew = await stuckAt(walk, opportunityId);
    await advance(walk, 49);
    await untilCase(walk, opportunityId, (case_) =>
      alertsOf(case_).some(({ status }) => status === "done"),
    );
    expect(await slackAbout(walk, anew.id)).toHaveLength(1);
  });

  it("a rule gives when a person says so, and the proposal says it and asks whatever the mode", async () => {
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    const unknown = await lookWith(id, "buffer:nobody@example.com");
    expect([unknown.status, problemOf(unknown).code]).toEqual([409, "conflict"]);
    const stranger = openApi(walk.url, null);
    expect((await stranger.send("POST", `/api/cases/${id}/look`, {})).status).toBe(401);
    await walk.api.setMode("managed");
    const changes = await changesDuring(walk, async () => {
      expect((await lookWith(id, "notice")).status).toBe(200);
      const waiting = await untilProposed(walk, opportunityId);
      expect(waiting).toMatchObject({ kind: "book_interview", risk: "high", status: "waiting" });
      expect(waiting.evidence[0]).toMatchObject({
        kind: "warning",
        what: "Nothing fits by the plan, so one rule gave, as was asked for: with less notice.",
      });
    });
    await walk.api.setMode("assisted");
    expect(changes).toEqual({});
    const case_ = await walk.api.caseOf(opportunityId);
    expect(case_).toMatchObject({ status: "waiting", search: null, problem: null });
    const late = await lookWith(id, "notice");
    expect([late.status, problemOf(late).code]).toEqual([409, "conflict"]);
    const events = case_?.events.filter(({ kind }) => kind === "look_again") ?? [];
    expect(events.map(({ source }) => source)).toEqual(["person"]);
  });

  it("a seat may be left out, and what is booked then has nobody in it", async () => {
    const opportunityId = walk.nextCandidate();
    const email = managerOf(walk, opportunityId);
    const startsAt = now().toString();
    const endsAt = now()
      .add({ hours: 24 * 20 })
      .toString();
    const eventId = await walk.eyes.keepBusy(email, { startsAt, endsAt });
    const { id } = await stuckAt(walk, opportunityId, "finalRound");
    expect((await lookWith(id, `person:${email}`)).status).toBe(200);
    const waiting = await untilProposed(walk, opportunityId);
    expect(waiting.evidence[0]?.what).toMatch(/ may be replaced\. Nobody takes that place yet\.$/);
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
    const [session, ...others] = waiting.payload.sessions;
    expect(others).toEqual([]);
    expect(session?.panel.map((member) => member.email)).toEqual([
      recruiterOf(walk, opportunityId),
    ]);
    await walk.eyes.control("POST", "/calendar/remove", { eventId, email });
  });

  it("nobody is told while everything is paused, and once afterwards", async () => {
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    await walk.api.send("POST", "/api/pause");
    await advance(walk, 49);
    await walk.waitFor("the alert to wait", async () =>
      (await walk.api.caseOf(opportunityId))?.events.some(
        ({ kind, error }) => kind === "alert_due" && error?.code === "paused",
      ),
    );
    expect(await slackAbout(walk, id)).toEqual([]);
    expect((await walk.api.case(id)).search?.alert.outcome).toBe("waits");
    await walk.api.send("POST", "/api/resume");
    await untilCase(walk, opportunityId, (case_) =>
      alertsOf(case_).some(({ status }) => status === "done"),
    );
    expect(await slackAbout(walk, id)).toHaveLength(1);
  });

  it("nobody is told in the silent mode: what would have been said is recorded", async () => {
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    await walk.api.setMode("silent");
    await advance(walk, 49);
    const observed = await untilCase(walk, opportunityId, (case_) =>
      alertsOf(case_).some(({ status }) => status === "observed"),
    );
    await walk.api.setMode("assisted");
    expect(observed).toMatchObject({ status: "blocked", problem: { code: "no_slot" } });
    expect(observed.search?.alert).toMatchObject({ outcome: "silent", why: null });
    expect(await slackAbout(walk, id)).toEqual([]);
  });

  it("an answer of Slack's that is lost leads to no second message", async () => {
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    await walk.eyes.control("POST", "/faults", {
      service: "slack",
      kind: "drop_after",
      path: "chat.postMessage",
    });
    await advance(walk, 49);
    const told = await untilCase(walk, opportunityId, (case_) =>
      alertsOf(case_).some(({ status }) => status === "done"),
    );
    expect(told.effects).toMatchObject([{ kind: "recruiter_slack", status: "done", attempt: 1 }]);
    expect(await slackAbout(walk, id)).toHaveLength(1);
  });

  it("a calendar that becomes free leads to a proposal without anybody asking", async () => {
    const opportunityId = walk.nextCandidate();
    const email = recruiterOf(walk, opportunityId);
    const startsAt = now().toString();
    const endsAt = now()
      .add({ hours: 24 * 20 })
      .toString();
    const eventId = await walk.eyes.keepBusy(email, { startsAt, endsAt });
    await stuckAt(walk, opportunityId, "onsite");
    await untilTold(email);
    await walk.eyes.control("POST", "/calendar/remove", { eventId, email });
    // Sooner than the clock would look by itself.
    await advance(walk, 0.3);
    const waiting = await untilProposed(walk, opportunityId);
    expect(waiting.evidence.every(({ what }) => !what.includes("one rule gave"))).toBe(true);
    const case_ = await walk.api.caseOf(opportunityId);
    expect(case_?.proposals.filter(({ status }) => status === "waiting")).toHaveLength(1);
    expect(case_?.events.filter(({ kind }) => kind === "look_again")).toMatchObject([
      { source: "clock" },
    ]);
  });

  it("nor a change of what is booked: it is looked for again, its recruiter told once, and what fits proposed", async () => {
    const { booked, guest, free } = await bookedWithoutElse(walk);
    const { opportunityId } = booked.payload;
    await decline(walk, booked, { index: 0, email: guest });
    const stuck = await untilCase(walk, opportunityId, ({ search }) => search !== null);
    const { search, problem } = stuck;
    const happened = / declined the invitation\. The candidate has not been told\./;
    expect(problem?.code).toBe("booking_changed");
    expect(problem?.message).toMatch(happened);
    expect(problem?.message).toContain(" No change of the booking fits everybody.");
    expect(search?.because).toMatch(/ declined the invitation\.$/);
    expect(search?.blockers.length).toBeGreaterThan(0);
    expect(stuck.nextStep).toContain("Looked for again by itself.");

    await advance(walk, 4.5);
    const told = await untilCase(
      walk,
      opportunityId,
      (case_) =>
        alertsOf(case_).some(({ status }) => status === "done") &&
        case_.events.some(({ kind, status }) => kind === "look_again" && status === "handled"),
    );
    expect(told).toMatchObject({ status: "blocked", problem, search: { since: search?.since } });
    const [message, ...others] = await slackAbout(walk, stuck.id);
    expect(others).toEqual([]);
    expect(message?.text).toMatch(/^A booked interview cannot be changed so that it fits: /);
    expect(JSON.stringify(message?.blocks)).toContain(search?.because);

    await untilTold(guest);
    await free();
    await advance(walk, 0.3);
    const waiting = await untilProposed(walk, opportunityId);
    expect(waiting.kind).toBe("change_booking");
    expect(waiting.reason).toBe(search?.because);
    const found = await walk.api.case(stuck.id);
    expect(found.search).toBeNull();
    expect(found.problem?.message).toMatch(happened);
    expect(found.problem?.message).not.toContain("No change");
    expect(alertsOf(found)).toHaveLength(1);
  });

  it("a change that fits nowhere is not looked for any more when it was put right by hand", async () => {
    const { booked, guest, free } = await bookedWithoutElse(walk);
    const { opportunityId } = booked.payload;
    await decline(walk, booked, { index: 0, email: guest });
    const { id } = await untilCase(walk, opportunityId, ({ search }) => search !== null);
    const accepted = { eventId: eventIdOf(booked, 0), email: guest, responseStatus: "accepted" };
    await walk.eyes.control("POST", "/calendar/respond", accepted);
    const right = await untilCase(walk, opportunityId, ({ search }) => search === null);
    expect(right).toMatchObject({ status: "booked", problem: null });
    await advance(walk, 4.5);
    // Whatever the clock brings comes before what it brings for a case that is stuck now.
    const other = walk.nextCandidate();
    await stuckAt(walk, other);
    await advance(walk, 1.2);
    await untilLookedAt(walk, other, now());
    const events = (await walk.api.case(id)).events.map(({ kind }) => kind);
    expect(events).not.toContain("look_again");
    expect(events).not.toContain("alert_due");
    await free();
  });

  it("a change that fits nowhere is not looked for any more when the interview is over", async () => {
    const { booked, guest, free } = await bookedWithoutElse(walk);
    const { opportunityId } = booked.payload;
    await decline(walk, booked, { index: 0, email: guest });
    const { id } = await untilCase(walk, opportunityId, ({ search }) => search !== null);
    await free();
    const left = now().until(firstSession(booked.payload).endsAt).total("hours");
    await advance(walk, left + 1);
    await lookWith(id);
    const over = await untilCase(walk, opportunityId, ({ search }) => search === null);
    expect(over.proposals.filter(({ status }) => status === "waiting")).toEqual([]);
  });

  it("another time that a candidate wishes is looked for until a person has answered them", async () => {
    const { booked, free } = await bookedWithoutElse(walk);
    const { opportunityId, candidate } = booked.payload;
    const wish = async () => {
      const page = await openLink(await linkInMail(walk, candidate.email));
      await sendForm(page, "/move", { reason: "An exam." });
      return await untilCase(walk, opportunityId, ({ search }) => search !== null);
    };
    const { id, answers, search } = await wish();
    expect(search?.because).toBe("The candidate asks for another time.");
    await walk.api.send("POST", `/api/requests/${answers[0]?.id ?? ""}/settle`);
    expect(await walk.api.case(id)).toMatchObject({
      status: "booked",
      problem: null,
      search: null,
    });

    await wish();
    await free();
    expect((await lookWith(id)).status).toBe(200);
    const waiting = await untilProposed(walk, opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", reason: search?.because });
  });
});
