/** A stage that no plan matches: planned for by its name, always for a person to decide. */
import { expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { untilCase } from "../support/nothing-fits.ts";
import { untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

/** The company has a plan for the on-site interviews of one team: a candidate of another. */
const nextWithoutPlan = (walk: Walk): string => {
  const { opportunities, postings } = walk.world;
  for (;;) {
    const next = walk.nextCandidate();
    const record = opportunities.find(({ id }) => id === next);
    const posting = postings.find(({ id }) => id === record?.postingId);
    if (posting?.team !== "Platform") return next;
  }
};

/** Books it with the hiring manager alone: a panel of three hardly finds 90 minutes twice in a week. */
const bookWithoutPlan = async (walk: Walk): Promise<ProposalDetail> => {
  const next = nextWithoutPlan(walk);
  const record = walk.world.opportunities.find(({ id }) => id === next);
  if (!record) throw new Error("there is no such candidate");
  record.followerIds = [];
  await walk.moveStage(next, "onsite");
  const waiting = await waitingProposal(walk, next);
  await walk.api.approve(waiting);
  return await untilProposal(walk, waiting, "done");
};

/** What is asked in plain words is handed on, and what came of it is told. */
const ask = async (walk: Walk, text: string): Promise<PlainRequestItem> => {
  const first = await walk.api.send("POST", "/api/plain-requests", { text });
  const { id } = PlainRequestItem.parse(first.body);
  return await walk.waitFor("an answer", async () => {
    const answer = await walk.api.send("GET", `/api/plain-requests/${id}`);
    const item = PlainRequestItem.parse(answer.body);
    return item.answeredAt !== null && (item.handed === null || item.handed.note !== null) && item;
  });
};

describePostgres("a stage without a plan", (open) => {
  it("is planned for by its name, with a warning, and asks even where everything else is done by itself", async () => {
    const walk = await startWalk(open);
    try {
      await walk.api.setMode("managed");
      // Not every panel of three finds 90 minutes in a week.
      for (let n = 0; n < 5; n += 1) await walk.moveStage(nextWithoutPlan(walk), "onsite");
      const waiting = await walk.waitFor("a proposal", async () => {
        const [proposal] = await walk.api.proposals("waiting");
        return proposal && (await walk.api.proposal(proposal.id));
      });
      expect(waiting).toMatchObject({ status: "waiting", risk: "high" });
      expect(waiting.evidence[0]).toEqual({
        kind: "warning",
        what: "No plan matches; inferred from the stage's name “Onsite”: an on-site interview, 90 minutes.",
        source: "get_plan inferred-onsite",
      });
      expect(waiting.payload.planId).toBe("inferred-onsite");
      const [session] = waiting.payload.sessions;
      expect(session).toMatchObject({
        name: "Onsite",
        durationMinutes: 90,
        format: "onsite",
        video: "none",
      });
      // The hiring manager, and those who follow the candidate in Lever.
      const record = walk.world.opportunities.find(
        ({ id }) => id === waiting.payload.opportunityId,
      );
      expect(session?.panel.map(({ role }) => role)).toEqual([
        "hiring manager",
        "follower",
        "follower",
      ]);
      expect(session?.panel.slice(1).map(({ userId }) => String(userId))).toEqual(
        expect.arrayContaining(record?.followerIds ?? ["nobody"]),
      );
      await walk.api.approve(waiting);
      expect(await untilProposal(walk, waiting, "done")).toMatchObject({ status: "done" });
    } finally {
      await walk.close();
    }
  });

  it("has its booking changed as any other: moved, somebody replaced, and by the candidate's own wish", async () => {
    const walk = await startWalk(open);
    try {
      const booked = await bookWithoutPlan(walk);
      const { candidate, opportunityId, sessions } = booked.payload;
      const waits = { kind: "change_booking", status: "waiting" };
      const manager = sessions[0]?.panel[0]?.name ?? "nobody";
      const replaced = await ask(
        walk,
        `find a replacement for ${manager} in ${candidate.name}'s interview`,
      );
      // The manager's place is for nobody else.
      expect(replaced.handed?.note).toContain("No change of the booking fits everybody.");
      const moved = await ask(walk, `reschedule ${candidate.name}`);
      expect(moved.handed?.proposals).toMatchObject([waits]);
      const change = await walk.api.proposal(moved.handed?.proposals[0]?.id ?? "");
      expect(change.payload.planId).toBe("inferred-onsite");
      expect(change.evidence).toContainEqual(
        expect.objectContaining({ source: "get_plan inferred-onsite" }),
      );
      await walk.api.decide(change.id, { decision: "reject", digest: change.digest });

      const page = await openLink(await linkInMail(walk, candidate.email));
      await sendForm(page, "/move", { reason: "Thursday in the morning would be better" });
      const { problems } = await untilCase(walk, opportunityId, ({ proposals }) =>
        proposals.some(
          ({ id, kind, status }) =>
            id !== change.id && kind === "change_booking" && status === "waiting",
        ),
      );
      expect(problems).toEqual([]);
    } finally {
      await walk.close();
    }
  }, 300_000);

  it("stays without one where nothing is to be inferred", async () => {
    const walk = await startWalk(open, { env: { INFER_PLANS: "off" } });
    try {
      const opportunityId = nextWithoutPlan(walk);
      await walk.moveStage(opportunityId, "onsite");
      await walk.waitFor("the event", async () => {
        const events = await walk.api.events("handled");
        return events.find((event) => event.opportunityId === opportunityId);
      });
      expect(await walk.api.caseOf(opportunityId)).toBeNull();
    } finally {
      await walk.close();
    }
  });
});
