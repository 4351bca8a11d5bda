/** A stage that no plan matches: planned for by its name, always for a person to decide. */
import { expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { firstSession } from "../support/booking.ts";
import { saidOn } from "../support/booked-page.ts";
import { linkInMail } from "../support/candidate-page.ts";
import { openChat } from "../support/chat-page.ts";
import { approved } from "../support/declined.ts";
import { proposalFor, untilProposal, waitingProposal } from "../support/story.ts";
import { TWO_DAY_PLANS, type Walk, startWalk } from "../support/walk.ts";

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

const bookWithoutPlan = async (walk: Walk): Promise<ProposalDetail> => {
  const next = nextWithoutPlan(walk);
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

  it("has its plan inferred again when its booking is to be moved, or somebody replaced", async () => {
    const walk = await startWalk(open);
    try {
      const booked = await bookWithoutPlan(walk);
      const { candidate, sessions } = booked.payload;
      const manager = sessions[0]?.panel[0]?.name ?? "nobody";
      // So large a panel hardly finds 90 minutes twice in a week: what is told is the search, and no lack of a plan.
      for (const text of [
        `find a replacement for ${manager} in ${candidate.name}'s interview`,
        `reschedule ${candidate.name}`,
      ]) {
        const { handed } = await ask(walk, text);
        expect(handed?.note).toContain("No change of the booking fits everybody.");
      }
    } finally {
      await walk.close();
    }
  });

  it("is planned for anew when its candidate wishes for another time in their chat", async () => {
    // None of these plans is for a phone screen.
    const walk = await startWalk(open, { env: { PLANS_DIR: TWO_DAY_PLANS, TRUSTED_PROXIES: "1" } });
    try {
      const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
      expect(booked.payload.planId).toBe("inferred-screen");
      const { opportunityId, candidate } = booked.payload;
      const chat = openChat(await linkInMail(walk, candidate.email));
      const { answer } = await chat.ask("I do not want to cancel, only move to another day");
      expect(answer?.actions.map(({ kind }) => kind)).toEqual(["ask_to_move", "ask_a_person"]);
      expect(await saidOn(walk, booked)).toEqual([]);
      const press = { kind: "ask_to_move" as const, messageId: answer?.id ?? "" };
      expect((await chat.act(press)).status).toBe(200);
      expect(await saidOn(walk, booked)).toEqual(["wants_move"]);
      const change = await waitingProposal(walk, opportunityId);
      expect(change).toMatchObject({ kind: "change_booking", risk: "high" });
      expect(change.payload.planId).toBe("inferred-screen");
      expect(change.evidence.map(({ what }) => what).join(" ")).toContain(
        "No plan matches; inferred from the stage's name “Phone Screen”",
      );
      const [before, after] = [booked, change].map(({ payload }) => firstSession(payload));
      expect(after?.startsAt).not.toBe(before?.startsAt);
      expect(after?.panel.map(({ email }) => email)).toEqual(
        before?.panel.map(({ email }) => email),
      );
      expect((await approved(walk, change)).status).toBe("done");
      const told = await chat.ask("and when is it now?");
      expect(told.answer).toMatchObject({ state: "answered", sources: [{ kind: "case" }] });
      const case_ = await walk.api.case(booked.caseId);
      expect(case_).toMatchObject({ status: "booked", problem: null });
    } finally {
      await walk.close();
    }
  });

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
