/** Interviews that meet at Zoom, in Teams or behind a link that is always the same. */
import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { buildWorld } from "../../sandbox/worlds/build.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { createZoom } from "../../src/video/zoom.ts";
import { describeOneDatabase } from "../support/database.ts";
import { ONE_BOOKING, changesDuring, proposalFor, untilProposal } from "../support/story.ts";
import { writeVideoPlans } from "../support/video-plans.ts";
import { MONDAY, type Walk, ordinaryCandidates, startWalk } from "../support/walk.ts";

const COMPANY_LINK = "https://meet.example.com/interviews";
const OWN_LINK = "https://meet.example.com/own-room";
const Meetings = z.object({
  items: z.array(
    z.object({ id: z.string(), host: z.string(), topic: z.string(), agenda: z.string() }),
  ),
});

describeOneDatabase("postgres", "an interview that meets on a screen", (open) => {
  let walk: Walk;
  let plans: string;
  let recruiter: string;
  const nothing = async (_point: string): Promise<void> => {};
  let atPoint = nothing;
  const taken = new Set<string>();
  beforeAll(async () => {
    const size = { microsoft: true, candidates: 300 };
    const world = buildWorld({ seed: 1, now: MONDAY, ...size });
    recruiter = world.people.filter(({ team }) => team === "Product")[1]?.email ?? "";
    plans = await writeVideoPlans({
      Platform: ["video: zoom"],
      Data: ["video: teams"],
      Product: ["video: fixed", `link: ${COMPANY_LINK}`, `links: { ${recruiter}: ${OWN_LINK} }`],
    });
    walk = await startWalk(open, {
      ...size,
      env: { PLANS_DIR: plans },
      witness: async (point) => await atPoint(point),
    });
  });
  afterEach(async () => {
    atPoint = nothing;
    await walk.eyes.control("POST", "/faults/clear");
  });
  afterAll(async () => {
    await walk.close();
    await rm(plans, { recursive: true, force: true });
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
  const fault = async (rule: object) => {
    await walk.eyes.control("POST", "/faults", { ...rule });
  };
  const meetings = async () =>
    Meetings.parse(await walk.eyes.control("GET", "/zoom/meetings")).items;
  const refOf = (proposal: ProposalDetail, kind: string): Record<string, string> =>
    proposal.effects.find((effect) => effect.kind === kind)?.externalRef ?? {};
  /** Approves one of a team's. Shape: what changed in the company, and how the proposal ended. */
  const book = async (team: string, end: ProposalDetail["status"] = "done") => {
    const waiting = await proposalFor(walk, candidateOf(team));
    let ended = waiting;
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      ended = await untilProposal(walk, waiting, end);
    });
    return { waiting, ended, changes, opportunityId: waiting.payload.opportunityId };
  };
  const mailTo = async ({ payload }: ProposalDetail) =>
    (await walk.eyes.mailsTo(payload.candidate.email)).at(-1);

  it("is made at Zoom before its event, with its organizer as host, and its link goes everywhere", async () => {
    const { waiting, ended, changes, opportunityId } = await book("Platform");
    expect(changes).toEqual({ ...ONE_BOOKING, "meeting.created": 1 });
    expect(ended.effects.map(({ kind }) => kind)).toEqual([
      "reserve_time",
      "zoom_meeting",
      "calendar_event",
      "lever_panel",
      "lever_note",
      "candidate_mail",
    ]);
    const { videoUrl = "", meetingId } = refOf(ended, "zoom_meeting");
    expect(videoUrl).toMatch(/^https:\/\/lumenharbor\.zoom\.test\/j\//);
    const made = (await meetings()).find(({ id }) => id === meetingId);
    const [session] = ended.payload.sessions;
    expect(made).toMatchObject({
      host: session?.organizer,
      topic: "Phone Screen with Lumen Harbor",
    });
    expect(JSON.stringify(made)).not.toContain(ended.payload.candidate.name);
    expect(waiting.rendered.mail.text).toContain("(the Zoom link is made when this is booked)");
    const [panel] = await walk.eyes.panels(opportunityId);
    expect(panel?.interviews[0]?.location).toBe(videoUrl);
    expect((await mailTo(ended))?.text).toContain(videoUrl);
    expect(ended.rendered.invitations[0]?.description).toContain(`Video: ${videoUrl}`);
    const eventId = refOf(ended, "calendar_event")["eventId"] ?? "";
    const event = await walk.eyes.event(session?.organizer ?? "", eventId);
    expect(event.hangoutLink).toBeUndefined();
  });

  it.each(["drop_after", "malformed", "drop_before"])(
    "is made once at Zoom, whatever becomes of the answer (%s)",
    async (kind) => {
      await fault({ service: "zoom", kind, method: "POST", path: "/meetings$" });
      const { changes, ended } = await book("Platform");
      expect(changes).toEqual({ ...ONE_BOOKING, "meeting.created": 1 });
      expect(refOf(ended, "zoom_meeting")["videoUrl"]).toMatch(/^https:/);
    },
  );

  it("is taken back at Zoom when the rest of it fails for good", async () => {
    await fault({
      service: "lever",
      kind: "status",
      status: 403,
      method: "POST",
      path: "/panels$",
    });
    const { changes, ended } = await book("Platform", "failed");
    expect(changes).toEqual({
      "meeting.created": 1,
      "event.inserted": 1,
      "event.deleted": 1,
      "meeting.deleted": 1,
    });
    expect(ended.effects.find(({ kind }) => kind === "zoom_meeting")?.status).toBe("undone");
  });

  it("stays at Zoom when somebody has changed it meanwhile, and that is said", async () => {
    await fault({
      service: "lever",
      kind: "status",
      status: 403,
      method: "POST",
      path: "/panels$",
    });
    const renamed: string[] = [];
    atPoint = async (point) => {
      if (point !== "effect.zoom_meeting.done") return;
      const id = (await meetings()).at(-1)?.id ?? "";
      await walk.eyes.control("POST", `/zoom/meetings/${id}/rename`, { topic: "Theirs now" });
      renamed.push(id);
    };
    const { changes, ended } = await book("Platform", "failed");
    expect(changes).toMatchObject({
      "meeting.created": 1,
      "meeting.changed": 1,
      "event.deleted": 1,
    });
    expect(changes).not.toHaveProperty("meeting.deleted");
    expect(ended.effects.find(({ kind }) => kind === "zoom_meeting")).toMatchObject({
      status: "parked",
      externalRef: { meetingId: renamed[0] },
      error: { message: expect.stringContaining("changed the meeting at Zoom") as unknown },
    });
  });

  it("loses its second one, when Zoom carries a request out late, and keeps the one in the books", async () => {
    const { ended } = await book("Platform");
    const effect = ended.effects.find(({ kind }) => kind === "zoom_meeting");
    const [session] = ended.payload.sessions;
    const { zoom } = walk.company;
    if (!effect || !session || !zoom) throw new Error("it was not booked at Zoom");
    // As a second request does that is carried out after all.
    const late = await createZoom({ ...zoom, clock: walk.company.clock }).writer.createMeeting(
      session.organizer,
      {
        effectId: effect.id,
        topic: `${session.name} with ${ended.payload.companyName}`,
        startsAt: Temporal.Instant.from(session.startsAt),
        durationMinutes: session.durationMinutes,
        zone: "UTC",
      },
    );
    const { id } = await walk.api.reconcile();
    const result = await walk.waitFor("the comparison to end", async () => {
      const latest = await walk.api.reconciliation();
      return latest?.id === id && latest.finishedAt !== null ? latest : null;
    });
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: "meeting_doubled", repaired: true, subject: effect.id }),
    );
    const ids = (await meetings()).map((one) => one.id);
    expect(ids).toContain(effect.externalRef?.["meetingId"]);
    expect(ids).not.toContain(late.id);
  });

  it("is not made where its host has no account, which is said, and nothing of it is left", async () => {
    await fault({
      service: "zoom",
      kind: "status",
      status: 404,
      method: "POST",
      path: "/meetings$",
    });
    const { changes, ended } = await book("Platform", "failed");
    expect(changes).toEqual({});
    expect(ended.effects.find(({ kind }) => kind === "zoom_meeting")).toMatchObject({
      status: "failed",
      error: {
        message: expect.stringContaining("the host has no active account there") as unknown,
      },
    });
  });

  it("meets in Teams where its organizer lives at Microsoft", async () => {
    const { ended, changes } = await book("Data");
    expect(changes).toEqual(ONE_BOOKING);
    expect(ended.payload.sessions[0]).toMatchObject({ video: "teams" });
    const { videoUrl = "" } = refOf(ended, "calendar_event");
    expect(videoUrl).toMatch(/^https:\/\/teams\.microsoft\.test\//);
    expect((await mailTo(ended))?.text).toContain(videoUrl);
  });

  it("meets behind a person's own link, and nothing is made for it", async () => {
    const { waiting, ended, changes, opportunityId } = await book("Product");
    expect(changes).toEqual(ONE_BOOKING);
    const link = ended.payload.sessions[0]?.panel.some(({ email }) => email === recruiter)
      ? OWN_LINK
      : COMPANY_LINK;
    expect(waiting.payload.sessions[0]).toMatchObject({ video: "fixed", videoLink: link });
    expect(waiting.rendered.mail.text).toContain(link);
    expect((await mailTo(ended))?.text).toContain(link);
    const [panel] = await walk.eyes.panels(opportunityId);
    expect(panel?.interviews[0]?.location).toBe(link);
  });
});
