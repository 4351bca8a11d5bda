/** A stage that needs several interviews: found as one itinerary, decided by one person with one click, booked as one bundle. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { type FaultyWalk, startFaultyWalk } from "../support/faulty-walk.ts";
import { changesDuring, settled, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, ordinaryCandidates } from "../support/walk.ts";

/** What one booking of five sessions changes in the company, and no more. */
const ONE_LOOP = {
  "event.inserted": 5,
  "panel.created": 1,
  "note.created": 1,
  "mail.received": 1,
};

describeOneDatabase(
  "postgres",
  "five interviews in a company that is partly at Microsoft",
  (open) => {
    let house: FaultyWalk;
    let walk: Walk;
    const taken = new Set<string>();
    beforeAll(async () => {
      house = await startFaultyWalk(open, { microsoft: true, candidates: 200 });
      ({ walk } = house);
    });
    afterEach(() => house.heal());
    afterAll(async () => await house.close());

    /** A candidate of Platform comes to Onsite. Shape: the proposal that then waits. */
    const proposed = async (): Promise<ProposalDetail> => {
      const platform = walk.world.postings.filter(({ team }) => team === "Platform");
      const ids = platform.map(({ id }) => id);
      const id = ordinaryCandidates(walk.world).find((each) => {
        const one = walk.world.opportunities.find((opportunity) => opportunity.id === each);
        return !taken.has(each) && ids.includes(one?.postingId ?? "");
      });
      if (id === undefined) throw new Error("no candidate of Platform is left");
      taken.add(id);
      await walk.moveStage(id, "onsite");
      return await waitingProposal(walk, id);
    };
    const book = async (waiting: ProposalDetail): Promise<ProposalDetail> => {
      await walk.api.approve(waiting);
      return await untilProposal(walk, waiting, "done");
    };
    const eventsOf = ({ effects }: ProposalDetail) =>
      effects.filter(({ kind }) => kind === "calendar_event").map((effect) => effect.externalRef);
    const heldSeats = async (opportunityId: string): Promise<number> => {
      const rows = await walk.running.deps.database.query(
        `select r.id from reservations r join proposals p on p.id = r.proposal_id
       join cases c on c.id = p.case_id where c.opportunity_id = $1 and r.released_at is null`,
        [opportunityId],
      );
      return rows.length;
    };
    const seatsOf = ({ payload }: ProposalDetail): number =>
      payload.sessions.reduce((sum, { panel }) => sum + panel.length, 0);

    it("are proposed as one, by the plan's rules, and booked by one approval exactly once", async () => {
      const waiting = await proposed();
      const { sessions, opportunityId, candidate } = waiting.payload;
      expect(sessions.map(({ sessionId }) => sessionId).toSorted()).toEqual([
        "coding",
        "hiring-manager",
        "operations",
        "system-design",
        "working-together",
      ]);
      expect(new Set(sessions.map(({ startsAt }) => startsAt.slice(0, 10))).size).toBe(1);
      const gaps = sessions.slice(1).map(({ startsAt }, index) => {
        const before = Temporal.Instant.from(sessions[index]?.endsAt ?? "");
        return before.until(startsAt).total("minutes");
      });
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...gaps)).toBeGreaterThanOrEqual(15);
      const sitting = sessions.flatMap(({ panel }) => panel.map(({ email }) => email));
      expect(new Set(sitting).size).toBe(sitting.length);
      const homes = walk.world.people.filter(({ email }) => sitting.includes(email));
      expect(new Set(homes.map(({ mailbox = "google" }) => mailbox))).toEqual(
        new Set(["google", "microsoft"]),
      );
      expect(await heldSeats(opportunityId)).toBe(seatsOf(waiting));

      let done: ProposalDetail | undefined;
      const changes = await changesDuring(walk, async () => {
        done = await book(waiting);
      });
      expect(changes).toEqual(ONE_LOOP);
      if (!done) throw new Error("nothing was booked");
      const [panel] = await walk.eyes.panels(opportunityId);
      expect(panel?.interviews.map(({ date }) => date).toSorted((a, b) => a - b)).toEqual(
        sessions.map(({ startsAt }) => Temporal.Instant.from(startsAt).epochMilliseconds),
      );
      const [mail, ...more] = await walk.eyes.mailsTo(candidate.email);
      expect(more).toEqual([]);
      const links = eventsOf(done).map((ref) => ref?.["videoUrl"] ?? "none");
      expect(new Set(links).size).toBe(5);
      for (const link of links) expect(mail?.text).toContain(link);
      for (const { name } of sessions) expect(mail?.text).toContain(name);
      expect(JSON.stringify(mail?.calendar).match(/BEGIN:VEVENT/g)).toHaveLength(5);
      expect(await heldSeats(opportunityId)).toBe(seatsOf(waiting));
      expect(await walk.api.case(waiting.caseId)).toMatchObject({
        status: "booked",
        problem: null,
      });
    });

    it("can be had on another of the offered days, with the people of that day", async () => {
      const waiting = await proposed();
      const [other] = waiting.alternatives;
      if (!other) throw new Error("no other day was offered");
      const answer = await walk.api.decide(waiting.id, {
        decision: "edit",
        digest: waiting.digest,
        payload: { startsAt: firstSession(other).startsAt },
      });
      expect(answer.status).toBe(200);
      const newer = await waitingProposal(walk, waiting.payload.opportunityId);
      const timesOf = (sessions: readonly { sessionId: string; startsAt: string }[]) =>
        sessions.map(({ sessionId, startsAt }) => [sessionId, startsAt]);
      expect(timesOf(newer.payload.sessions)).toEqual(timesOf(other.sessions));
      expect(newer.payload.sessions.map(({ panel }) => panel.map(({ email }) => email))).toEqual(
        other.sessions.map(({ panel }) => panel.map(({ email }) => email)),
      );
      expect(await heldSeats(waiting.payload.opportunityId)).toBe(seatsOf(newer));
      expect(await changesDuring(walk, async () => await book(newer))).toEqual(ONE_LOOP);
    });

    it("of which one goes out of the calendar say which, and all their time stays held until somebody decides", async () => {
      const booked = await book(await proposed());
      const [, second] = booked.payload.sessions;
      const ref = eventsOf(booked)[1];
      await walk.eyes.control("POST", "/calendar/remove", {
        eventId: ref?.["eventId"],
        email: second?.organizer,
      });
      const case_ = await walk.waitFor("the case to say so", async () => {
        const present = await walk.api.case(booked.caseId);
        return present.problem ? present : null;
      });
      expect(case_.problem?.message).toContain(`${second?.name}: The calendar event was deleted.`);
      const named = booked.payload.sessions.filter(({ name }) =>
        case_.problem?.message.includes(`${name}: `),
      );
      expect(named).toEqual([second]);
      const { opportunityId } = booked.payload;
      const waiting = await waitingProposal(walk, opportunityId);
      expect(waiting.kind).toBe("change_booking");
      expect(waiting.summary).toContain(`Put ${second?.name} on the calendar again`);
      expect(await heldSeats(opportunityId)).toBe(seatsOf(booked));
    });

    it("are all taken back when the last of them cannot be booked, and nobody was told", async () => {
      const waiting = await proposed();
      const { opportunityId } = waiting.payload;
      house.door.fail(/^POST .*\/panels$/, { status: 400 });
      const changes = await changesDuring(walk, async () => {
        await walk.api.approve(waiting);
        await untilProposal(walk, waiting, "failed");
      });
      await settled(walk, opportunityId);
      expect(changes).toEqual({ "event.inserted": 5, "event.deleted": 5 });
      expect(await heldSeats(opportunityId)).toBe(0);
      expect(await walk.api.case(waiting.caseId)).toMatchObject({
        status: "blocked",
        problem: {
          message: expect.stringContaining("nothing was sent to the candidate") as string,
        },
      });
    });
  },
);
