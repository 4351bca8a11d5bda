/** Interviews on site: each takes a room that seats its panel and the candidate, and no other interview has it then. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { linkInMail, openLink } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  settled,
  untilProposal,
  waitingProposal,
} from "../support/story.ts";
import { MONDAY, type Walk, startWalk } from "../support/walk.ts";

const SIZE = { candidates: 300, microsoft: true };
const PLACES = `
        places:
          - role: hiring_manager
          - role: recruiter
          - room: true`;
const RULES = `
    rules:
      horizonBusinessDays: 10
      maxInterviewsPerDay: 20
      maxInterviewsPerWeek: 60`;

/** Of each room's screen. */
const LINK = "https://meet.example.com/room";

const writePlans = async (): Promise<string> => {
  const { rooms } = buildWorld({ seed: 1, now: MONDAY, ...SIZE });
  const lines = rooms.map(
    ({ email, name, capacity }) =>
      `\n      - { email: ${email}, name: ${name}, capacity: ${capacity} }`,
  );
  const session = (id: string) => `
      - id: ${id}
        name: ${id === "first" ? "Working session" : "Lunch talk"}
        durationMinutes: 30
        format: ${id === "screen" ? "video" : "onsite"}${PLACES}`;
  const plan = (id: string, stage: string, sessions: string[]) => `
  - id: ${id}
    match:
      stages: [${stage}]
    sessions:${sessions.map(session).join("")}
    rooms:${lines.join("")}${RULES}`;
  const folder = await mkdtemp(join(tmpdir(), "convene-rooms-"));
  const plans = [
    plan("one", "Phone Screen", ["first"]),
    plan("loop", "Onsite", ["first", "second"]),
    plan("screen", "Final Round", ["screen"])
      .replaceAll(" }", `, link: ${LINK} }`)
      .replace("    match:", "    video: fixed\n    match:"),
  ];
  await writeFile(join(folder, "plans.yaml"), `plans:${plans.join("\n")}\n`);
  return folder;
};

describeOneDatabase("postgres", "an interview on site", (open) => {
  let walk: Walk;
  let plans: string;
  beforeAll(async () => {
    plans = await writePlans();
    walk = await startWalk(open, { ...SIZE, env: { PLANS_DIR: plans } });
  });
  afterAll(async () => {
    await walk.close();
    await rm(plans, { recursive: true, force: true });
  });

  const roomOf = ({ payload }: ProposalDetail) => {
    const [session] = payload.sessions;
    if (!session?.room) throw new Error("it has no room");
    return { ...session, room: session.room };
  };
  const heldRooms = async ({ id }: ProposalDetail) =>
    (
      await walk.running.deps.database.query<{ person: string }>(
        "select person from reservations where proposal_id = $1 and released_at is null",
        [id],
      )
    ).map(({ person }) => person);
  const capacityOf = (email: string): number =>
    walk.world.rooms.find((room) => room.email === email)?.capacity ?? 0;
  const refOf = (proposal: ProposalDetail) =>
    proposal.effects.find(({ kind }) => kind === "calendar_event")?.externalRef ?? {};

  it("holds a room that seats everybody, invites it as one, and says where to go", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const { room, organizer } = roomOf(waiting);
    expect(capacityOf(room.email)).toBeGreaterThanOrEqual(3);
    expect(waiting.payload.sessions[0]?.panel.map(({ email }) => email)).not.toContain(room.email);
    expect(await heldRooms(waiting)).toContain(room.email);
    expect(waiting.rendered.mail.text).toContain(`on site, room ${room.name}`);
    let booked = waiting;
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      booked = await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual({ ...ONE_BOOKING, "event.answered": 1 });
    const entries = await walk.eyes.journal();
    const answer = entries.findLast(({ kind }) => kind === "event.answered");
    expect(answer?.ids).toMatchObject({ guest: room.email, answer: "accepted", organizer });
    expect(await heldRooms(booked)).toContain(room.email);
    const [panel] = await walk.eyes.panels(opportunityId);
    expect(panel?.interviews[0]?.location).toBe(`On site: ${room.name}`);
    expect(panel?.interviews[0]?.interviewers).toHaveLength(2);
    const [mail] = await walk.eyes.mailsTo(booked.payload.candidate.email);
    expect(mail?.text).toContain(`on site, room ${room.name}`);
    expect(mail?.calendar).toContain(`LOCATION:${room.name}`);
    const link = await linkInMail(walk, booked.payload.candidate.email);
    expect((await openLink(link)).words).toContain(`On site, room ${room.name}`);
    expect((await openLink(`${link}/interview.ics`)).html).toContain(`LOCATION:${room.name}`);
  });

  it("says so when its room declines after all", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const { room } = roomOf(waiting);
    await walk.api.approve(waiting);
    const booked = await untilProposal(walk, waiting, "done");
    await walk.eyes.control("POST", "/calendar/respond", {
      eventId: refOf(booked)["eventId"],
      email: room.email,
      responseStatus: "declined",
    });
    const case_ = await walk.waitFor("the case to tell of it", async () => {
      const present = await walk.api.case(booked.caseId);
      return present.problem ? present : null;
    });
    expect(case_.problem?.message).toContain(`${room.name} declined the invitation.`);
    await settled(walk, booked.payload.opportunityId);
  });

  it("that meets on a room's screen has that room's link", async () => {
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "finalRound");
    const waiting = await waitingProposal(walk, opportunityId);
    const { room, videoLink } = roomOf(waiting);
    expect([room.link, videoLink]).toEqual([LINK, LINK]);
    await walk.api.approve(waiting);
    const booked = await untilProposal(walk, waiting, "done");
    const [mail] = await walk.eyes.mailsTo(booked.payload.candidate.email);
    expect(mail?.text).toContain(LINK);
  });

  it("of several sessions has one room for all of them", async () => {
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "onsite");
    const waiting = await waitingProposal(walk, opportunityId);
    const rooms = waiting.payload.sessions.map(({ room }) => room?.email);
    expect(rooms).toHaveLength(2);
    expect(new Set(rooms).size).toBe(1);
    await walk.api.approve(waiting);
    const booked = await untilProposal(walk, waiting, "done");
    expect(await heldRooms(booked)).toHaveLength(6);
  });
});
