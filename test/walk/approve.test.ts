import ICAL from "ical.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { describeEachDatabase } from "../support/database.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  settled,
  untilProposal,
} from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

describeEachDatabase("a stage move that a person approves", (open) => {
  let walk: Walk;
  let opportunityId: string;
  let waiting: ProposalDetail;
  let done: ProposalDetail;
  let changesBefore: Record<string, number>;
  let changes: Record<string, number>;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300 });
    opportunityId = walk.nextCandidate();
    changesBefore = await changesDuring(walk, async () => {
      waiting = await proposalFor(walk, opportunityId);
    });
    changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      done = await untilProposal(walk, waiting, "done");
    });
  });
  afterAll(async () => {
    await walk.close();
  });

  const candidate = () => {
    const found = walk.world.opportunities.find(({ id }) => id === opportunityId);
    if (!found) throw new Error("the candidate is not in the world");
    return found;
  };
  const refOf = (kind: string): Record<string, string> =>
    done.effects.find((effect) => effect.kind === kind)?.externalRef ?? {};
  const startsAt = () => Temporal.Instant.from(firstSession(waiting.payload).startsAt);

  it("changes nothing outside before, and makes one of each after", () => {
    expect(changesBefore).toEqual({});
    expect(changes).toEqual(ONE_BOOKING);
    expect(done.effects.map(({ kind, status, attempt }) => [kind, status, attempt])).toEqual([
      ["reserve_time", "done", 1],
      ["calendar_event", "done", 1],
      ["lever_panel", "done", 1],
      ["lever_note", "done", 1],
      ["candidate_mail", "done", 1],
    ]);
  });

  it("puts the event with its video room on the organiser's calendar, the panel invited, the candidate not", async () => {
    const event = await walk.eyes.event(
      firstSession(waiting.payload).organizer,
      refOf("calendar_event")["eventId"] ?? "",
    );
    expect(event.status).toBe("confirmed");
    expect(Temporal.Instant.from(event.start.dateTime ?? "").equals(startsAt())).toBe(true);
    expect(
      Temporal.Instant.from(event.end.dateTime ?? "")
        .since(startsAt())
        .total("minutes"),
    ).toBe(firstSession(waiting.payload).durationMinutes);
    expect(event.hangoutLink).toMatch(/^https:/);
    const guests = new Set(event.attendees?.map(({ email }) => email));
    expect(guests).toEqual(new Set(firstSession(waiting.payload).panel.map(({ email }) => email)));
    expect(guests).not.toContain(candidate().email);
  });

  it("enters the panel in Lever as externally managed, with a link back and no reminder beside ours", async () => {
    const panels = await walk.eyes.panels(opportunityId);
    expect(panels).toHaveLength(1);
    expect(panels[0]).toMatchObject({
      externallyManaged: true,
      externalUrl: expect.stringContaining(`${walk.url}/cases/${waiting.caseId}`),
      feedbackReminder: "none",
      interviews: [
        {
          date: startsAt().epochMilliseconds,
          duration: firstSession(waiting.payload).durationMinutes,
          location: refOf("calendar_event")["videoUrl"],
        },
      ],
    });
    expect(panels[0]?.interviews[0]?.interviewers.map(({ id }) => id).toSorted()).toEqual(
      firstSession(waiting.payload)
        .panel.map(({ userId }) => userId)
        .toSorted(),
    );
  });

  it("leaves one note in Lever, as it was shown", async () => {
    const notes = await walk.eyes.notes(opportunityId);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(done.rendered.leverNote);
  });

  it("mails the candidate a calendar file that says the same time", async () => {
    const mails = await walk.eyes.mailsTo(candidate().email ?? "");
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.subject).toBe(done.rendered.mail.subject);
    expect(mail?.text.replaceAll(/\s+/g, " ")).toContain(done.rendered.whenCandidate);
    const calendar = new ICAL.Component(ICAL.parse(mail?.calendar ?? "") as unknown[]);
    const event = calendar.getFirstSubcomponent("vevent");
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event?.getFirstPropertyValue("uid")).toContain(waiting.caseId);
    expect(event?.getFirstPropertyValue("sequence")).toBe(0);
    expect(event?.getFirstProperty("dtstart")?.getFirstParameter("tzid")).toBe(
      candidate().applicationZone,
    );
    const start = String(event?.getFirstPropertyValue("dtstart"));
    expect(
      Temporal.PlainDateTime.from(start)
        .toZonedDateTime(candidate().applicationZone ?? "")
        .toInstant()
        .toString(),
    ).toBe(startsAt().toString());
  });

  it("leaves the case booked, and a ledger that verifies and tells the story", async () => {
    const case_ = await walk.api.case(waiting.caseId);
    expect(case_).toMatchObject({ status: "booked", problem: null, mode: "assisted" });
    expect(await walk.api.verifyLedger()).toMatchObject({ ok: true, firstBroken: null });
    const types = (await walk.api.ledger(waiting.caseId)).toReversed().map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(["case.opened", "proposal.made", "decision.made"]);
    expect(types.filter((type) => type.startsWith("effect."))).toHaveLength(11);
    expect(types.slice(types.indexOf("proposal.done"))).toEqual(
      expect.arrayContaining(["proposal.done", "run.done"]),
    );
  });

  it("keeps a trace of every step and tool call with its duration", async () => {
    const run = await walk.api.run(waiting.runId);
    expect(run.status).toBe("done");
    const steps = run.steps.filter((step) => step.kind === "node");
    const inOrder = [...new Set(steps.map((step) => step.name))];
    expect(inOrder).toEqual([
      "load",
      "check",
      "route",
      "gather",
      "draft",
      "refine",
      "verify",
      "propose",
      "gate",
      "act",
      "close",
    ]);
    const [first, ...then] = steps.filter((step) => step.name === "gate");
    expect(first?.status).toBe("interrupted");
    expect(then.every((step) => step.status === "ok")).toBe(true);
    const tools = run.steps.filter((step) => step.kind === "tool").map((step) => step.name);
    expect(tools).toEqual(
      expect.arrayContaining(["get_opportunity", "get_posting", "get_plan", "check_availability"]),
    );
    expect(run.steps.every((step) => step.durationMs >= 0)).toBe(true);
    expect(run.steps.some((step) => step.durationMs > 0)).toBe(true);
  });

  it("holds the panel's time in our own books", async () => {
    const rows = await walk.running.deps.database.query<{ person: string }>(
      "select person from reservations where released_at is null order by person",
    );
    expect(rows.map((row) => row.person)).toEqual(
      firstSession(waiting.payload)
        .panel.map(({ email }) => email)
        .toSorted(),
    );
  });

  it("takes so few requests to Lever that its limit carries two bookings a second", async () => {
    // Of the same posting and recruiter: what is known of them need not be asked for again.
    const isAlike = (id: string): boolean => {
      const one = walk.world.opportunities.find((other) => other.id === id);
      return one?.postingId === candidate().postingId && one.ownerId === candidate().ownerId;
    };
    let alike = walk.nextCandidate();
    while (!isAlike(alike)) alike = walk.nextCandidate();
    const before = await walk.eyes.leverCalls();
    const another = await proposalFor(walk, alike);
    await walk.api.approve(another);
    await untilProposal(walk, another, "done");
    // With what our own panel is told of afterwards.
    await settled(walk, alike);
    expect((await walk.eyes.leverCalls()) - before).toBeLessThanOrEqual(5);
    const told = (await walk.api.events()).filter(({ kind }) => kind === "interviewCreated");
    expect(told.map(({ note }) => note)).toEqual([
      "Lever tells of our own panel.",
      "Lever tells of our own panel.",
    ]);
  });
});
