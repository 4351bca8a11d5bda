/** A change of what is booked goes wrong on the way: it is done once, or what was booked stands as before. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { listAnswers } from "../../../src/cases/answers.ts";
import { AppError } from "../../../src/domain/errors.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import type { Witness } from "../../../src/witness.ts";
import { firstSession } from "../../support/booking.ts";
import { linkInMail, openLink, sendForm } from "../../support/candidate-page.ts";
import { describeOneDatabase } from "../../support/database.ts";
import {
  approved,
  declinedByGuest,
  emailsOf,
  eventIdOf,
  heldSeats,
} from "../../support/declined.ts";
import { type FaultyWalk, startFaultyWalk } from "../../support/faulty-walk.ts";
import {
  changesDuring,
  proposalFor,
  settled,
  untilProposal,
  waitingProposal,
} from "../../support/story.ts";
import { POOL_PLANS, type Walk } from "../../support/walk.ts";

const EVENT = /^PATCH \/google\/calendar\/v3\/calendars\/[^/]+\/events\/[^/]+$/;
const PANEL = /^PUT \/lever\/v1\/opportunities\/[^/]+\/panels\/[^/]+$/;
const NOTE = /^POST \/lever\/v1\/opportunities\/[^/]+\/notes$/;

/** What one change changes in the company, and no more. */
const ONE_CHANGE = {
  "event.patched": 1,
  "panel.replaced": 1,
  "note.created": 1,
  "mail.received": 1,
};

describeOneDatabase("postgres", "a change that goes wrong on the way", (open) => {
  let house: FaultyWalk;
  let walk: Walk;
  let atPoint: Witness = () => {};
  beforeAll(async () => {
    house = await startFaultyWalk(open, {
      candidates: 400,
      env: { PLANS_DIR: POOL_PLANS },
      witness: async (point, opportunityId) => await atPoint(point, opportunityId),
    });
    ({ walk } = house);
  });
  afterEach(() => {
    house.heal();
    atPoint = () => {};
  });
  afterAll(async () => await house.close());

  const expectWhole = async (changed: ProposalDetail): Promise<void> => {
    const { opportunityId } = changed.payload;
    expect(new Set(changed.effects.map(({ status }) => status))).toEqual(new Set(["done"]));
    expect(await heldSeats(walk, opportunityId)).toEqual(emailsOf(changed));
    expect(await walk.api.case(changed.caseId)).toMatchObject({ status: "booked", problem: null });
  };

  it.each([
    ["event", "lose_answer", EVENT],
    ["event", "lose_request", EVENT],
    ["panel", "lose_answer", PANEL],
    ["panel", "lose_request", PANEL],
  ] as const)("changes one %s when its request meets %s", async (_, fault, pattern) => {
    const { waiting } = await declinedByGuest(walk);
    house.door.fail(pattern, fault);
    const changes = await changesDuring(walk, async () => {
      await expectWhole(await approved(walk, waiting));
    });
    expect(changes).toEqual(ONE_CHANGE);
  });

  // After its request has left, a cut is a lost answer: see above.
  it.each(["planned", "sending"])(
    "is done once when it is cut off wherever a step is %s",
    async (where) => {
      const { waiting } = await declinedByGuest(walk);
      const cut = new Set<string>();
      atPoint = (point, id) => {
        const isHere = point.startsWith("effect.") && point.endsWith(`.${where}`);
        // Nobody can tell of a mail what became of it: that is another story.
        if (!isHere || point.includes("mail") || cut.has(point)) return;
        if (id !== waiting.payload.opportunityId) return;
        cut.add(point);
        throw new AppError({
          code: "database_unavailable",
          fault: "upstream",
          message: "gone for a moment",
          retryable: true,
        });
      };
      const changes = await changesDuring(walk, async () => {
        await expectWhole(await approved(walk, waiting));
      });
      expect(cut.size).toBe(4);
      expect(changes).toEqual(ONE_CHANGE);
    },
  );

  it("is undone when Lever refuses the note: all stands as booked, and the candidate hears nothing", async () => {
    const { booked, away, waiting } = await declinedByGuest(walk);
    const { opportunityId } = booked.payload;
    const { calendar } = walk.running.deps.tools;
    const { organizer } = firstSession(booked.payload);
    const readOutside = async () => {
      const event = await calendar.getEvent(organizer, eventIdOf(booked, 0));
      return {
        panels: await walk.eyes.panels(opportunityId),
        time: [event?.startsAt.toString(), event?.endsAt.toString()],
        texts: [event?.title, event?.description],
        guests: event?.guests,
        effectId: event?.effectId,
      };
    };
    const before = await readOutside();
    house.door.fail(NOTE, { status: 400 });
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "failed");
      await settled(walk, opportunityId);
    });
    expect(changes).toMatchObject({ "event.patched": 2, "panel.replaced": 2 });
    expect(changes).not.toHaveProperty(["mail.received"]);
    expect(await readOutside()).toEqual(before);
    expect(emailsOf(booked)).toContain(away);
    // Who had said no has still said no: the next change waits, and holds what it would add.
    const next = await waitingProposal(walk, opportunityId);
    expect(next).toMatchObject({ kind: "change_booking", payload: { change: { of: booked.id } } });
    expect(await heldSeats(walk, opportunityId)).toEqual(
      expect.arrayContaining([...emailsOf(booked), ...emailsOf(next)]),
    );
    const { effects } = await walk.api.proposal(waiting.id);
    expect(effects.map(({ kind, status }) => [kind, status])).toEqual([
      ["reserve_time", "undone"],
      ["calendar_event", "undone"],
      ["lever_panel", "undone"],
      ["lever_note", "failed"],
      ["candidate_mail", "skipped"],
    ]);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  /** Somebody of those who would come in is busy by now, and then it is approved. */
  const lose = async (booked: ProposalDetail, waiting: ProposalDetail): Promise<void> => {
    const { startsAt, endsAt, panel } = firstSession(waiting.payload);
    const isMoved = startsAt !== firstSession(booked.payload).startsAt;
    const taken = panel.find(({ email }) => isMoved || !emailsOf(booked).includes(email));
    await walk.eyes.keepBusy(taken?.email ?? "", { startsAt, endsAt });
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "failed");
    });
    expect(changes).toEqual({});
  };

  it("is looked for again when somebody else has taken the time meanwhile, so often and no oftener", async () => {
    const { booked, waiting } = await declinedByGuest(walk);
    const { opportunityId } = booked.payload;
    let present = waiting;
    const lost = new Set<string>();
    for (const _ of ["once", "twice"]) {
      await lose(booked, present);
      lost.add(JSON.stringify(present.itinerary.sessions));
      present = await waitingProposal(walk, opportunityId);
      expect(present).toMatchObject({ kind: "change_booking", risk: "high" });
      expect(present.evidence[0]?.what).toContain("The time that was approved before is lost");
      expect([...lost]).not.toContain(JSON.stringify(present.itinerary.sessions));
    }
    await lose(booked, present);
    expect(await heldSeats(walk, opportunityId)).toEqual(emailsOf(booked));
    const { status, problem, proposals } = await walk.api.case(booked.caseId);
    expect([status, problem?.code]).toEqual(["blocked", "booking_changed"]);
    expect(proposals.filter((each) => each.status === "waiting")).toEqual([]);
  });

  it("that its candidate asked for stays their wish when its time is lost, until it is done", async () => {
    const booked = await approved(walk, await proposalFor(walk, walk.nextCandidate()));
    const { candidate, opportunityId } = booked.payload;
    const link = await linkInMail(walk, candidate.email);
    await sendForm(await openLink(link), "/move", { reason: "An exam." });
    await lose(booked, await waitingProposal(walk, opportunityId));
    const again = await waitingProposal(walk, opportunityId);
    expect(firstSession(again.payload).startsAt).not.toBe(firstSession(booked.payload).startsAt);
    const answersOf = async () => await listAnswers(walk.running.deps.database, booked.caseId);
    expect((await answersOf()).map(({ settledBy }) => settledBy)).toEqual([null]);
    await expectWhole(await approved(walk, again));
    expect((await answersOf()).map(({ settledBy }) => settledBy)).toEqual(["convene"]);
  });
});
