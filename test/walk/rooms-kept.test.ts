/** A booking in a room whose change needs another event: the room stays, nothing is lost when the change fails, and whoever has
 * declined is not asked for that time again, whatever has become of the event. */
import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import type { Witness } from "../../src/witness.ts";
import { compare, expectAsBooked } from "../support/as-booked.ts";
import { firstSession } from "../support/booking.ts";
import { cuttingOff } from "../support/cut-off.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline, emailsOf, eventIdOf } from "../support/declined.ts";
import { ROOMY_SIZE, writeRoomPlans } from "../support/room-plans.ts";
import { changesDuring, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase(
  "postgres",
  "a booking whose change needs another event in the same room",
  (open) => {
    let walk: Walk;
    let plans: string;
    let atPoint: Witness = () => {};
    beforeAll(async () => {
      plans = await writeRoomPlans();
      walk = await startWalk(open, {
        ...ROOMY_SIZE,
        env: { PLANS_DIR: plans },
        witness: async (point, opportunityId) => await atPoint(point, opportunityId),
      });
    });
    afterEach(async () => {
      atPoint = () => {};
      await walk.eyes.control("POST", "/faults/clear");
    });
    afterAll(async () => {
      await walk.close();
      await rm(plans, { recursive: true, force: true });
    });

    const book = async (stage: "onsite" | "technicalPanel" = "onsite") => {
      const id = walk.nextCandidate();
      await walk.moveStage(id, stage);
      return await approved(walk, await waitingProposal(walk, id));
    };
    /** The host of an event at Google declines it: whoever comes instead has an event of their own. */
    const declinedByHost = async () => {
      const booked = await book();
      const { organizer: host } = firstSession(booked.payload);
      await decline(walk, booked, { index: 0, email: host });
      const waiting = await waitingProposal(walk, booked.payload.opportunityId);
      expect(firstSession(waiting.payload)).toMatchObject({
        startsAt: firstSession(booked.payload).startsAt,
        room: firstSession(booked.payload).room,
      });
      expect(emailsOf(waiting)).not.toContain(host);
      return { booked, host, waiting };
    };
    const eventOf = async (proposal: ProposalDetail) =>
      await walk.running.deps.tools.calendar.getEvent(
        firstSession(proposal.payload).organizer,
        eventIdOf(proposal, 0),
      );
    const answerIn = async (proposal: ProposalDetail, email = "") =>
      (await eventOf(proposal))?.guests.find((guest) => guest.email === email)?.answer;
    /** Users who are not in its panel and have nothing else then. */
    const freeDuring = async ({ payload }: ProposalDetail): Promise<string[]> => {
      const { startsAt, endsAt, panel } = firstSession(payload);
      const others = walk.world.people.filter(
        ({ email, calendar, mailbox, deactivatedAtMs }) =>
          panel.every((member) => member.email !== email) &&
          calendar === "ok" &&
          mailbox === undefined &&
          deactivatedAtMs === null,
      );
      const readings = await walk.running.deps.tools.calendar.readBusy(
        others.map(({ email }) => email),
        Temporal.Instant.from(startsAt),
        Temporal.Instant.from(endsAt),
      );
      return others.flatMap(({ userId }, index) => {
        const reading = readings[index];
        return reading?.readable && reading.blocks.length === 0 ? [userId] : [];
      });
    };
    const roomOf = ({ payload }: ProposalDetail) => firstSession(payload).room?.email;
    const CHANGED = {
      "event.patched": 1,
      "event.inserted": 1,
      "event.answered": 1,
      "event.deleted": 1,
      "panel.replaced": 1,
      "note.created": 1,
      "mail.received": 1,
    };

    it("keeps its room when somebody else hosts it", async () => {
      const { booked, waiting } = await declinedByHost();
      let changed = waiting;
      const changes = await changesDuring(walk, async () => {
        changed = await approved(walk, waiting);
      });
      expect(changes).toEqual(CHANGED);
      expect(await answerIn(changed, roomOf(booked))).toBe("accepted");
      expect((await eventOf(booked))?.status).toBe("cancelled");
      await expectAsBooked(walk, changed);
    });

    it("keeps its room in Outlook, where a changed Teams meeting is another one", async () => {
      const booked = await book("technicalPanel");
      const { panel, organizer } = firstSession(booked.payload);
      const guest = panel.find(({ email }) => email !== organizer)?.email ?? "";
      await decline(walk, booked, { index: 0, email: guest });
      const waiting = await waitingProposal(walk, booked.payload.opportunityId);
      expect(roomOf(waiting)).toBe(roomOf(booked));
      let changed = waiting;
      const changes = await changesDuring(walk, async () => {
        changed = await approved(walk, waiting);
      });
      expect(changes).toEqual(CHANGED);
      expect(await answerIn(changed, roomOf(booked))).toBe("accepted");
      await expectAsBooked(walk, changed);
    });

    it.each(["planned", "sending", "answered"])(
      "is changed once when it is cut off wherever a step is %s",
      async (where) => {
        const { booked, waiting } = await declinedByHost();
        const { cutOff, cut } = cuttingOff(waiting, where);
        atPoint = cutOff;
        let changed = waiting;
        const changes = await changesDuring(walk, async () => {
          changed = await approved(walk, waiting);
        });
        expect(cut).toContain(`effect.room_release.${where}`);
        expect(cut).toContain(`effect.calendar_removal.${where}`);
        expect(changes).toEqual(CHANGED);
        expect(await answerIn(changed, roomOf(booked))).toBe("accepted");
      },
    );

    it.each(["onsite", "technicalPanel"] as const)(
      "has its room back as it was when the rest of its change fails for good (%s)",
      async (stage) => {
        const booked = await book(stage);
        const { organizer, panel } = firstSession(booked.payload);
        const guest = panel.find(({ email }) => email !== organizer)?.email ?? "";
        const away = stage === "onsite" ? organizer : guest;
        await decline(walk, booked, { index: 0, email: away });
        const waiting = await waitingProposal(walk, booked.payload.opportunityId);
        const link = (await eventOf(booked))?.videoUrl;
        await walk.eyes.control("POST", "/faults", {
          service: "lever",
          kind: "status",
          status: 403,
          method: "PUT",
          path: "/panels/",
        });
        await walk.api.approve(waiting);
        const failed = await untilProposal(walk, waiting, "failed");
        const statuses = failed.effects.map(({ kind, status }) => [kind, status]);
        expect(statuses).toContainEqual(["room_release", "undone"]);
        const stands = await eventOf(booked);
        expect(stands).toMatchObject({ status: "confirmed", videoUrl: link });
        expect(stands?.effectId).toBe(waiting.payload.change?.events[0]?.effectId);
        expect(await answerIn(booked, roomOf(booked))).toBe("accepted");
        expect(await walk.eyes.mailsTo(booked.payload.candidate.email)).toHaveLength(1);
      },
    );

    /** As it was planned before rooms were freed: without that step, those after it one number lower, and no sessions. */
    const planAsBefore = async ({ id }: ProposalDetail): Promise<void> => {
      const { database } = walk.running.deps;
      const [freed] = await database.query<{ step: number }>(
        "delete from effects where proposal_id = $1 and kind = 'room_release' returning step",
        [id],
      );
      expect(freed?.step).toBe(1);
      const rows = await database.query<{ id: string; step: number }>(
        "update effects set session = null where proposal_id = $1 returning id, step",
        [id],
      );
      const later = rows.filter(({ step }) => step > 1).toSorted((a, b) => a.step - b.step);
      for (const row of later) {
        await database.query("update effects set step = step - 1 where id = $1", [row.id]);
      }
    };
    const stopAsPlannedBefore = (waiting: ProposalDetail): void => {
      let wasThere = false;
      atPoint = async (point, id) => {
        if (wasThere || point !== "effect.lever_panel.done") return;
        if (id !== waiting.payload.opportunityId) return;
        wasThere = true;
        await planAsBefore(waiting);
        throw new AppError({
          code: "database_unavailable",
          fault: "upstream",
          message: "stopped to be replaced",
          retryable: true,
        });
      };
    };

    it("goes on with a change that a version without that step has half performed, and repairs nothing of it", async () => {
      const { booked, waiting } = await declinedByHost();
      stopAsPlannedBefore(waiting);
      let changed = waiting;
      const changes = await changesDuring(walk, async () => {
        changed = await approved(walk, waiting);
      });
      expect(changes).toEqual(CHANGED);
      expect(changed.effects.map(({ kind, status }) => [kind, status])).toEqual(
        [
          "reserve_time",
          "calendar_event",
          "lever_panel",
          "lever_note",
          "calendar_removal",
          "candidate_mail",
        ].map((kind) => [kind, "done"]),
      );
      expect((await eventOf(booked))?.status).toBe("cancelled");
      const repairs = await changesDuring(walk, async () => await expectAsBooked(walk, changed));
      expect(repairs).toEqual({});
    });

    it("takes back what a version without that step has half performed", async () => {
      const { booked, waiting } = await declinedByHost();
      stopAsPlannedBefore(waiting);
      await walk.eyes.control("POST", "/faults", {
        service: "lever",
        kind: "status",
        status: 403,
        method: "POST",
        path: "/notes",
      });
      await walk.api.approve(waiting);
      const failed = await untilProposal(walk, waiting, "failed");
      expect(failed.effects.map(({ kind, status }) => [kind, status])).toEqual([
        ["reserve_time", "undone"],
        ["calendar_event", "undone"],
        ["lever_panel", "undone"],
        ["lever_note", "failed"],
        ["calendar_removal", "skipped"],
        ["candidate_mail", "skipped"],
      ]);
      expect((await eventOf(failed))?.status).toBe("cancelled");
      expect((await eventOf(booked))?.status).toBe("confirmed");
    });

    it("loses nothing when somebody declines what was just changed, and asks neither of them again", async () => {
      const { booked, host, waiting } = await declinedByHost();
      const { organizer: next } = firstSession(waiting.payload);
      let hasDeclined = false;
      atPoint = async (point, id) => {
        if (point !== "effect.calendar_removal.planned" || hasDeclined) return;
        if (id !== waiting.payload.opportunityId) return;
        hasDeclined = true;
        const ref = (await walk.api.proposal(waiting.id)).effects.find(
          ({ kind }) => kind === "calendar_event",
        )?.externalRef;
        await walk.eyes.control("POST", "/calendar/respond", {
          eventId: ref?.["eventId"],
          email: next,
          responseStatus: "declined",
        });
      };
      const changes = await changesDuring(walk, async () => {
        await walk.api.approve(waiting);
        await untilProposal(walk, waiting, "failed");
      });
      expect(hasDeclined).toBe(true);
      expect(changes).not.toHaveProperty(["mail.received"]);
      expect((await eventOf(booked))?.status).toBe("confirmed");
      expect(await answerIn(booked, roomOf(booked))).toBe("accepted");
      expect(await answerIn(booked, host)).toBe("declined");
      expect(await compare(walk, booked)).toEqual(["booking_changed"]);
    });

    it("does not ask those again who declined an event that another one has replaced", async () => {
      const { host, waiting } = await declinedByHost();
      const changed = await approved(walk, waiting);
      const { organizer: next } = firstSession(changed.payload);
      await decline(walk, changed, { index: 0, email: next });
      const again = await waitingProposal(walk, changed.payload.opportunityId);
      expect(again.payload.change?.refused?.map(({ email }) => email)).toEqual([host]);
      const { startsAt } = firstSession(changed.payload);
      const asked = [again.itinerary, ...again.alternatives].flatMap(({ sessions }) =>
        sessions
          .filter((session) => session.startsAt === startsAt)
          .flatMap(({ panel }) => panel.map(({ email }) => email)),
      );
      expect(asked.length).toBeGreaterThan(0);
      expect(asked).not.toContain(host);
      expect(asked).not.toContain(next);
      expect(again.evidence.map(({ what }) => what).join(" ")).toContain(
        "is not asked for that time again",
      );
    });

    it.each([
      { more: 1, isTooSmall: true },
      { more: 0, isTooSmall: false },
    ])(
      "follows Lever to another panel in a room that seats it, and says when that is another one (%o)",
      async ({ more, isTooSmall }) => {
        const booked = await book();
        const { panel, startsAt, room } = firstSession(booked.payload);
        const capacityOf = (email = "") =>
          walk.world.rooms.find((one) => one.email === email)?.capacity ?? 0;
        expect(capacityOf(room?.email)).toBe(panel.length + 1);
        const staying = panel.slice(0, more === 0 ? 1 : 2).map(({ userId }) => userId);
        const panelId = booked.effects.find(({ kind }) => kind === "lever_panel")?.externalRef?.[
          "panelId"
        ];
        await walk.eyes.control("POST", `/panels/${panelId}/interviewers`, {
          userIds: [...staying, ...(await freeDuring(booked)).slice(0, more)],
        });
        const waiting = await waitingProposal(walk, booked.payload.opportunityId);
        const after = firstSession(waiting.payload);
        expect(after.startsAt).toBe(startsAt);
        expect(after.panel).toHaveLength(staying.length + more);
        expect(capacityOf(after.room?.email)).toBeGreaterThan(after.panel.length);
        expect(after.room?.email === room?.email).toBe(!isTooSmall);
        const warned = waiting.evidence.some(({ kind, what }) => {
          return kind === "warning" && what.includes(`instead of ${room?.name}`);
        });
        expect(warned).toBe(isTooSmall);
        await expectAsBooked(walk, await approved(walk, waiting));
      },
    );

    it("is not put back with whoever had declined the event that was then deleted, and keeps its room", async () => {
      const { booked, host } = await declinedByHost();
      const ofEvent = { eventId: eventIdOf(booked, 0), email: host };
      await walk.eyes.control("POST", "/calendar/remove", ofEvent);
      const waiting = await walk.waitFor("a change that knows that the event is gone", async () => {
        const one = await waitingProposal(walk, booked.payload.opportunityId);
        return one.payload.change?.events.length === 0 ? one : null;
      });
      expect(waiting.reason).toContain("deleted");
      expect(emailsOf(waiting)).not.toContain(host);
      expect(firstSession(waiting.payload)).toMatchObject({
        startsAt: firstSession(booked.payload).startsAt,
        room: firstSession(booked.payload).room,
      });
      await expectAsBooked(walk, await approved(walk, waiting));
    });
  },
);
