/** A meeting at Zoom is its host's: who has no account there is not made the organizer of such an interview. */
import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { settled, untilProposal, waitingProposal } from "../support/story.ts";
import { writeVideoPlans } from "../support/video-plans.ts";
import { type Walk, ordinaryCandidates, startWalk } from "../support/walk.ts";

describeOneDatabase("embedded", "an interview at Zoom", (open) => {
  let walk: Walk;
  let plans: string;
  const taken = new Set<string>();
  beforeAll(async () => {
    plans = await writeVideoPlans({ Platform: ["video: zoom"] });
    walk = await startWalk(open, { candidates: 200, env: { PLANS_DIR: plans } });
  });
  afterAll(async () => {
    await walk.close();
    await rm(plans, { recursive: true, force: true });
  });

  const screenOf = async (): Promise<{ id: string; manager: string; recruiter: string }> => {
    const postings = walk.world.postings.filter(({ team }) => team === "Platform");
    const id = ordinaryCandidates(walk.world).find((each) => {
      const one = walk.world.opportunities.find((opportunity) => opportunity.id === each);
      return !taken.has(each) && postings.some((posting) => posting.id === one?.postingId);
    });
    if (id === undefined) throw new Error("no candidate of Platform is left");
    taken.add(id);
    const opportunity = walk.world.opportunities.find((each) => each.id === id);
    const posting = postings.find((each) => each.id === opportunity?.postingId);
    const emailOf = (userId: string | undefined): string =>
      walk.world.people.find((person) => person.userId === userId)?.email ?? "";
    const [manager, recruiter] = [emailOf(posting?.hiringManagerId), emailOf(opportunity?.ownerId)];
    return { id, manager, recruiter };
  };
  const strangerToZoom = async (email: string) =>
    await walk.eyes.control("POST", "/zoom/strangers", { email });

  it("has somebody as its organizer who has an account there, and says so when nobody has", async () => {
    const { id, manager, recruiter } = await screenOf();
    await strangerToZoom(manager);
    await walk.moveStage(id, "phoneScreen");
    const waiting = await waitingProposal(walk, id);
    expect(firstSession(waiting.payload)).toMatchObject({ organizer: recruiter, video: "zoom" });
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "done");
    // A yes may be an hour old.
    await walk.eyes.control("POST", "/clock", { advanceMinutes: 61 });
    for (const { email } of walk.world.people) await strangerToZoom(email);
    const next = await screenOf();
    await walk.moveStage(next.id, "phoneScreen");
    await settled(walk, next.id);
    const case_ = await walk.api.caseOf(next.id);
    expect(case_).toMatchObject({ status: "blocked", problem: { code: "plan_invalid" } });
    expect(case_?.problem?.message).toContain("nobody of the panel has an account there");
    expect(case_?.problem?.message).toContain("add one of them to your Zoom account");
  });
});
