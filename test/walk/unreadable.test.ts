/** What is stored of a booking cannot be read any more: that is a problem of its case, for a person, and its events go on. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { compare } from "../support/as-booked.ts";
import { firstSession } from "../support/booking.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline, declinedByGuest, emailsOf } from "../support/declined.ts";
import { untilCase } from "../support/nothing-fits.ts";
import { proposalFor, settled, waitingProposal } from "../support/story.ts";
import { POOL_PLANS, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("embedded", "what cannot be read any more", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { candidates: 300, env: { PLANS_DIR: POOL_PLANS } });
  });
  afterAll(async () => await walk.close());

  const guestOf = ({ payload }: ProposalDetail): string => {
    const { panel, organizer } = firstSession(payload);
    return panel.find(({ email }) => email !== organizer)?.email ?? "";
  };
  const declineGuest = async (booked: ProposalDetail): Promise<ProposalDetail> => {
    await decline(walk, booked, { index: 0, email: guestOf(booked) });
    return await waitingProposal(walk, booked.payload.opportunityId);
  };
  const damage = async ({ id }: ProposalDetail): Promise<void> => {
    await walk.running.deps.database.query(
      "update proposals set digest = 'damaged' where id = $1",
      [id],
    );
  };
  const failed = async () => await walk.api.events("failed");

  it("of an earlier change is said once beside what is proposed, and over with the decision", async () => {
    const { waiting } = await declinedByGuest(walk);
    const first = await approved(walk, waiting);
    const second = await approved(walk, await declineGuest(first));
    await damage(first);
    const third = await declineGuest(second);
    expect(third.kind).toBe("change_booking");
    expect(emailsOf(third)).not.toContain(guestOf(second));
    const told = await walk.api.case(second.caseId);
    expect(told.problem?.code).toBe("booking_changed");
    expect(told.problem?.message).toMatch(
      /declined .* An earlier change of this booking cannot be/,
    );
    const changed = await approved(walk, third);
    const over = await walk.api.case(second.caseId);
    expect(over).toMatchObject({ status: "booked", problem: null });
    await decline(walk, changed, { index: 0, email: guestOf(changed) });
    const next = await untilCase(
      walk,
      changed.payload.opportunityId,
      ({ problem }) => problem !== null,
    );
    expect(next.problem?.message).not.toContain("An earlier change");
    expect(await failed()).toEqual([]);
    // The damage is told for what it is, and nothing else.
    expect((await walk.api.verifyLedger()).firstBroken?.what).toBe(
      `changed: the proposal ${first.id} is not what this entry says of it`,
    );
  });

  it("of an earlier change is said of a wish too, when nothing else is a problem", async () => {
    const { waiting } = await declinedByGuest(walk);
    const first = await approved(walk, waiting);
    const second = await approved(walk, await declineGuest(first));
    await damage(first);
    const { candidate, opportunityId } = second.payload;
    const page = await openLink(await linkInMail(walk, candidate.email));
    await sendForm(page, "/cancel", { "cancel-reason": "" });
    const wished = await waitingProposal(walk, opportunityId);
    const told = await walk.api.case(second.caseId);
    expect(told).toMatchObject({ status: "waiting", problem: { code: "change_unreadable" } });
    await walk.api.decide(wished.id, { decision: "reject", digest: wished.digest });
    const over = await untilCase(walk, opportunityId, ({ status }) => status !== "waiting");
    expect(over.problem?.code).toBe("wish_unanswered");
    expect(await failed()).toEqual([]);
  });

  it.each(["declined", "archived"] as const)(
    "of what is booked is for a person, who is told what to do, when it is %s",
    async (what) => {
      const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
      const { opportunityId } = booked.payload;
      await damage(booked);
      const found = await compare(walk, booked);
      expect(found).toEqual(["not_readable"]);
      if (what === "declined") await decline(walk, booked, { index: 0, email: guestOf(booked) });
      else await walk.eyes.control("POST", `/opportunities/${opportunityId}/archive`, {});
      const told = await untilCase(walk, opportunityId, ({ problem }) => problem !== null);
      expect(told.status).toBe("blocked");
      expect(told.problem?.message).toContain("Change or cancel it by hand");
      const page = await openLink(await linkInMail(walk, booked.payload.candidate.email));
      expect(page.words).toContain("reply to our mail: a person will help");
      await walk.moveStage(opportunityId, "offer");
      await settled(walk, opportunityId);
      expect(await failed()).toEqual([]);
    },
  );
});
