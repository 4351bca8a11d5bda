/** Interviews on site for which no room is left: by video instead, when a person says so. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { firstSession } from "../support/booking.ts";
import { linkInMail, openLink } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline, eventIdOf } from "../support/declined.ts";
import { advance, stuckAt, untilCase, untilProposed } from "../support/nothing-fits.ts";
import { ONE_BOOKING, changesDuring, proposalFor, untilProposal } from "../support/story.ts";
import { MONDAY, type Walk, startWalk } from "../support/walk.ts";

const SIZE = { candidates: 300 };

/** The only room of the plan. */
const [ROOM] = buildWorld({ seed: 1, now: MONDAY, ...SIZE }).rooms.toSorted(
  (a, b) => b.capacity - a.capacity,
);

const PLAN = `
plans:
  - id: talk
    match:
      stages: [Phone Screen]
    sessions:
      - id: talk
        name: Talk
        durationMinutes: 30
        format: onsite
        places:
          - role: recruiter
          - room: true
    rooms:
      - { email: ${ROOM?.email}, name: ${ROOM?.name}, capacity: ${ROOM?.capacity} }
    rules:
      briefHoursBefore: 1
      horizonBusinessDays: 10
      minimumNoticeHours: 2
      maxInterviewsPerDay: 20
      maxInterviewsPerWeek: 60
`;

describeOneDatabase("postgres", "an interview on site without a room", (open) => {
  let walk: Walk;
  let plans: string;
  beforeAll(async () => {
    plans = await mkdtemp(join(tmpdir(), "convene-by-video-"));
    await writeFile(join(plans, "plans.yaml"), PLAN);
    walk = await startWalk(open, { ...SIZE, env: { PLANS_DIR: plans } });
    const owners = new Set(walk.world.opportunities.map(({ ownerId }) => ownerId));
    stranger = walk.world.people.find(({ userId }) => !owners.has(userId))?.email ?? "";
  });
  afterAll(async () => {
    await walk.close();
    await rm(plans, { recursive: true, force: true });
  });

  const room = ROOM?.email ?? "";
  let stranger = "";
  const now = (): Temporal.Instant => walk.company.clock.now();
  /** Somebody whom no interview needs meets there. */
  const takeRoom = async (from: Temporal.Instant, to: Temporal.Instant): Promise<void> => {
    const span = { startsAt: from.toString(), endsAt: to.toString() };
    const eventId = await walk.eyes.keepBusy(stranger, { ...span, inRoom: room });
    const said = { eventId, email: room, responseStatus: "accepted" };
    await walk.eyes.control("POST", "/calendar/respond", said);
  };
  const byVideo = async (caseId: string): Promise<void> => {
    const { search } = await walk.api.case(caseId);
    const offered = search?.relaxations.find(({ id }) => id === "format");
    expect(offered?.words).toMatch(/^By video instead of on site it fits, best on /);
    const pressed = await walk.api.send("POST", `/api/cases/${caseId}/look`, { relax: "format" });
    expect(pressed.status).toBe(200);
  };
  const expectVideo = async (booked: ProposalDetail, link: string): Promise<void> => {
    const { opportunityId } = booked.payload;
    expect(link).toMatch(/^https:\/\/meet\.google\.test\//);
    const [panel] = await walk.eyes.panels(opportunityId);
    expect(panel?.interviews[0]?.location).toBe(link);
    const { organizer } = firstSession(booked.payload);
    const { description } = await walk.eyes.event(organizer, eventIdOf(booked, 0));
    expect(description).toMatch(/^Video: Google Meet, by the link of this event$/m);
    expect(description).not.toContain("Place:");
    const mail = (await walk.eyes.mailsTo(booked.payload.candidate.email)).at(-1);
    expect(mail?.text).toContain(`Video link: ${link}`);
    const page = await linkInMail(walk, booked.payload.candidate.email);
    expect((await openLink(page)).html).toContain(link);
  };
  const linkOf = ({ effects }: ProposalDetail): string =>
    effects.findLast(({ kind }) => kind === "calendar_event")?.externalRef?.["videoUrl"] ?? "";

  it("is changed to video once a person says so, when its room declines and no other is left", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    const before = firstSession(booked.payload);
    expect(before.room?.email).toBe(room);
    const [start, end] = [before.startsAt, before.endsAt].map((at) => Temporal.Instant.from(at));
    if (!start || !end) throw new Error("it has no time");
    await takeRoom(now(), start);
    await takeRoom(end, end.add({ hours: 24 * 30 }));
    await decline(walk, booked, { index: 0, email: room });
    const { opportunityId } = booked.payload;
    const { id } = await untilCase(walk, opportunityId, ({ search }) => search !== null);
    await byVideo(id);
    const waiting = await untilProposed(walk, opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high", audience: "candidate" });
    expect(waiting.summary).toContain(
      `Talk takes place by video instead of in room ${before.room?.name}`,
    );
    const after = firstSession(waiting.payload);
    expect(after).toMatchObject({ format: "video", video: "meet", startsAt: before.startsAt });
    expect(after).not.toHaveProperty("room");
    const former = eventIdOf(booked, 0);
    const changed = await approved(walk, waiting);
    expect(eventIdOf(changed, 0)).not.toBe(former);
    await expectVideo(changed, linkOf(changed));
    const held = await walk.running.deps.database.query<{ person: string }>(
      `select person from reservations r join proposals p on p.id = r.proposal_id
       where p.case_id = $1 and r.released_at is null`,
      [booked.caseId],
    );
    expect(held.map(({ person }) => person)).not.toContain(room);
    const case_ = await walk.api.case(booked.caseId);
    expect(case_).toMatchObject({ status: "booked", problem: null });
  });

  it("is booked by video once a person says so, with the video of the organizer's calendar", async () => {
    await takeRoom(now(), now().add({ hours: 24 * 30 }));
    // Readings of calendars are kept for a while.
    await advance(walk, 1);
    const opportunityId = walk.nextCandidate();
    const { id } = await stuckAt(walk, opportunityId);
    await byVideo(id);
    const waiting = await untilProposed(walk, opportunityId);
    expect(waiting.evidence[0]?.what).toBe(
      "Nothing fits by the plan, so one rule gave, as was asked for: by video instead of on site.",
    );
    const session = firstSession(waiting.payload);
    expect(session).toMatchObject({ format: "video", video: "meet" });
    expect(session).not.toHaveProperty("room");
    let booked = waiting;
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      booked = await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
    await expectVideo(booked, linkOf(booked));
  });
});
