import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { declinedByGuest } from "../../support/declined.ts";
import type { FaultyDoor } from "../../support/faulty-door.ts";
import { type FaultyWalk, startFaultyWalk } from "../../support/faulty-walk.ts";
import { changesDuring, proposalFor, untilProposal, waitingProposal } from "../../support/story.ts";
import { POOL_PLANS, type Walk } from "../../support/walk.ts";

const OPPORTUNITY = /^GET \/lever\/v1\/opportunities\/[^/]+$/;
const Wire = z.object({ data: z.record(z.string(), z.unknown()) });

describeOneDatabase(
  "postgres",
  "a candidate who changed in Lever before the booking, unheard,",
  (open) => {
    let house: FaultyWalk;
    let door: FaultyDoor;
    let walk: Walk;
    beforeAll(async () => {
      house = await startFaultyWalk(open, { env: { PLANS_DIR: POOL_PLANS } });
      ({ walk, door } = house);
    });
    afterEach(() => {
      house.heal();
    });
    afterAll(async () => await house.close());

    /** From now on, Lever answers with this about any opportunity. */
    const leverSays = (change: Record<string, unknown>) => {
      door.fail(
        OPPORTUNITY,
        {
          rewrite: (body) => {
            const { data } = Wire.parse(JSON.parse(body));
            return JSON.stringify({ data: { ...data, ...change } });
          },
        },
        Number.POSITIVE_INFINITY,
      );
    };

    const approveInVain = async (waiting: ProposalDetail) => {
      let present = waiting;
      const changes = await changesDuring(walk, async () => {
        await walk.api.approve(waiting);
        present = await untilProposal(walk, waiting, "failed");
      });
      expect(changes).toEqual({});
      expect(present.effects.map(({ kind, status }) => [kind, status])).toEqual([
        ["reserve_time", "failed"],
        ["calendar_event", "skipped"],
        ["lever_panel", "skipped"],
        ["lever_note", "skipped"],
        ["candidate_mail", "skipped"],
      ]);
      return await walk.api.case(waiting.caseId);
    };

    it.each([
      [
        "must not be contacted now",
        { dataProtection: { contact: { allowed: false } } },
        "contact_not_allowed",
      ],
      [
        "is archived",
        { archived: { archivedAt: 1_790_000_000_000, reason: "r" } },
        "opportunity_archived",
      ],
      ["is confidential now", { confidentiality: "confidential" }, "forbidden"],
      ["is at another stage", { stage: "another-stage" }, "stale_proposal"],
    ])("and %s is not booked, and the case says why", async (_, change, code) => {
      const waiting = await proposalFor(walk, walk.nextCandidate());
      leverSays(change);
      const case_ = await approveInVain(waiting);
      expect(case_).toMatchObject({ status: "blocked", problem: { code } });
    });

    it("and has another address is not written to at the old one; asked for again, at the new", async () => {
      const opportunityId = walk.nextCandidate();
      const waiting = await proposalFor(walk, opportunityId);
      const email = "moved.house@example.test";
      leverSays({ emails: [email] });
      const case_ = await approveInVain(waiting);
      expect(case_).toMatchObject({ status: "blocked", problem: { code: "stale_proposal" } });
      await walk.moveStage(opportunityId, "phoneScreen");
      const again = await walk.waitFor("a new proposal", async () => {
        const proposals = (await walk.api.caseOf(opportunityId))?.proposals ?? [];
        return proposals.find(({ status }) => status === "waiting")?.id;
      });
      const detail = await walk.api.proposal(again);
      expect(detail.payload.candidate.email).toBe(email);
      await walk.api.approve(detail);
      await untilProposal(walk, detail, "done");
      expect(await walk.eyes.mailsTo(email)).toHaveLength(1);
    });

    it("and has another address has a change made anew for it, heard of before the approval or not", async () => {
      const { waiting } = await declinedByGuest(walk);
      const { opportunityId } = waiting.payload;
      const heard = "heard.of@example.test";
      await walk.eyes.control("POST", `/opportunities/${opportunityId}/contact`, { email: heard });
      await untilProposal(walk, waiting, "superseded");
      const anew = await waitingProposal(walk, opportunityId);
      expect(anew).toMatchObject({ kind: "change_booking", reason: waiting.reason });
      expect(anew.payload.candidate.email).toBe(heard);

      const unheard = "unheard.of@example.test";
      leverSays({ emails: [unheard] });
      const changes = await changesDuring(walk, async () => {
        await walk.api.approve(anew);
        await untilProposal(walk, anew, "failed");
      });
      expect(changes).toEqual({});
      const again = await waitingProposal(walk, opportunityId);
      expect(again).toMatchObject({ kind: "change_booking", reason: waiting.reason });
      await walk.api.approve(again);
      await untilProposal(walk, again, "done");
      expect(await walk.eyes.mailsTo(heard)).toEqual([]);
      expect(await walk.eyes.mailsTo(unheard)).toHaveLength(1);
      expect(await walk.api.case(again.caseId)).toMatchObject({ status: "booked", problem: null });
    });
  },
);
