/** A booking with a Zoom meeting or a room that has to change: what belongs to it goes along, or goes away. */
import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import type { Witness } from "../../src/witness.ts";
import { compare, expectAsBooked } from "../support/as-booked.ts";
import { firstSession } from "../support/booking.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { cuttingOff } from "../support/cut-off.ts";
import { describeOneDatabase } from "../support/database.ts";
import { approved, decline, eventIdOf } from "../support/declined.ts";
import { PLACES, writePlacePlans } from "../support/place-plans.ts";
import { changesDuring, untilProposal, waitingProposal } from "../support/story.ts";
import { type Walk, ordinaryCandidates, startWalk } from "../support/walk.ts";

const Meetings = z.object({
  items: z.array(
    z.object({ id: z.string(), host: z.string(), startsAt: z.string(), agenda: z.string() }),
  ),
});

describeOneDatabase("postgres", "a booking with a place that has to change", (open) => {
  let walk: Walk;
  let plans: string;
  let atPoint: Witness = () => {};
  beforeAll(async () => {
    plans = await writePlacePlans();
    walk = await startWalk(open, {
      ...PLACES,
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

  const book = async (stage: "phoneScreen" | "technicalPanel" | "onsite") => {
    const id = walk.nextCandidate();
    await walk.moveStage(id, stage);
    return await approved(walk, await waitingProposal(walk, id));
  };
  const meetingOf = ({ effects }: ProposalDetail): Record<string, string> =>
    effects.find(({ kind }) => kind === "zoom_meeting")?.externalRef ?? {};
  const meetingAt = async (id = "") =>
    Meetings.parse(await walk.eyes.control("GET", "/zoom/meetings")).items.find(
      (each) => each.id === id,
    );
  const ask = async (booked: ProposalDetail, wish: "move" | "cancel"): Promise<ProposalDetail> => {
    const link = await linkInMail(walk, booked.payload.candidate.email);
    const form = wish === "move" ? { reason: "An exam." } : { "cancel-reason": "" };
    await sendForm(await openLink(link), `/${wish}`, form);
    return await waitingProposal(walk, booked.payload.opportunityId);
  };
  const mailsTo = async ({ payload }: ProposalDetail) =>
    await walk.eyes.mailsTo(payload.candidate.email);
  /** The work of a proposal is cut off once at each of these points. Shape: those at which it was. */
  const cutOff = (waiting: ProposalDetail, where: string): Set<string> => {
    const { cutOff: isCut, cut } = cuttingOff(waiting, where);
    atPoint = isCut;
    return cut;
  };
  const OTHER_HOST = {
    "meeting.created": 1,
    "meeting.deleted": 1,
    "event.inserted": 1,
    "event.deleted": 1,
    "panel.replaced": 1,
    "note.created": 1,
    "mail.received": 1,
  };
  const MOVED = {
    "meeting.changed": 1,
    "event.patched": 1,
    "panel.replaced": 1,
    "note.created": 1,
    "mail.received": 1,
  };

  it("is moved with its Zoom meeting, whose link stays", async () => {
    const booked = await book("phoneScreen");
    const { videoUrl = "none", meetingId } = meetingOf(booked);
    const waiting = await ask(booked, "move");
    expect(waiting.rendered.mail.text).toContain(videoUrl);
    let changed = waiting;
    const changes = await changesDuring(walk, async () => {
      changed = await approved(walk, waiting);
    });
    expect(changes).toEqual(MOVED);
    expect(meetingOf(changed)).toMatchObject({ meetingId, videoUrl });
    const { startsAt } = firstSession(changed.payload);
    const meeting = await meetingAt(meetingId);
    expect(Temporal.Instant.from(meeting?.startsAt ?? "").equals(startsAt)).toBe(true);
    const mail = (await mailsTo(changed)).at(-1);
    expect(mail?.text).toContain(videoUrl);
    expect(mail?.calendar).toContain("SEQUENCE:1");
    await expectAsBooked(walk, changed);
  });

  it("is cancelled with its Zoom meeting", async () => {
    const booked = await book("phoneScreen");
    const waiting = await ask(booked, "cancel");
    const changes = await changesDuring(walk, async () => {
      await approved(walk, waiting);
    });
    expect(changes).toEqual({
      "meeting.deleted": 1,
      "event.deleted": 1,
      "panel.deleted": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    expect(await meetingAt(meetingOf(booked)["meetingId"])).toBeUndefined();
    expect(await compare(walk, booked)).toEqual([]);
  });

  it("leaves a meeting that somebody has made theirs where it is", async () => {
    const booked = await book("phoneScreen");
    const { meetingId = "" } = meetingOf(booked);
    await walk.eyes.control("POST", `/zoom/meetings/${meetingId}/rename`, {
      topic: "Theirs now",
      agenda: "Theirs now",
    });
    const waiting = await ask(booked, "cancel");
    expect(waiting.payload.change?.meetings).toEqual([]);
    const changes = await changesDuring(walk, async () => {
      await approved(walk, waiting);
    });
    expect(changes).not.toHaveProperty(["meeting.deleted"]);
    expect(await meetingAt(meetingId)).toBeDefined();
  });

  it.each(["planned", "sending", "answered"])(
    "is moved once at Zoom when it is cut off wherever a step is %s",
    async (where) => {
      const booked = await book("phoneScreen");
      const waiting = await ask(booked, "move");
      const cut = cutOff(waiting, where);
      const changes = await changesDuring(walk, async () => {
        await approved(walk, waiting);
      });
      expect(cut).toContain(`effect.zoom_meeting.${where}`);
      expect(changes).toEqual(MOVED);
      await expectAsBooked(walk, waiting);
    },
  );

  it.each(["planned", "sending", "answered"])(
    "is cancelled once, and gets one other host, when it is cut off wherever a step is %s",
    async (where) => {
      const cancelling = await ask(await book("phoneScreen"), "cancel");
      const cut = cutOff(cancelling, where);
      const changes = await changesDuring(walk, async () => {
        await approved(walk, cancelling);
      });
      const kinds = ["zoom_removal", "calendar_removal", "lever_removal", "release_time"];
      expect([...cut]).toEqual(kinds.map((kind) => `effect.${kind}.${where}`));
      expect(changes).toMatchObject({
        "meeting.deleted": 1,
        "event.deleted": 1,
        "panel.deleted": 1,
      });
      const booked = await book("onsite");
      const index = booked.payload.sessions.findIndex(({ sessionId }) => sessionId === "coding");
      const email = booked.payload.sessions[index]?.organizer ?? "";
      await decline(walk, booked, { index, email });
      const waiting = await waitingProposal(walk, booked.payload.opportunityId);
      const cutToo = cutOff(waiting, where);
      let changed = waiting;
      const hosted = await changesDuring(walk, async () => {
        changed = await approved(walk, waiting);
      });
      expect(cutToo).toContain(`effect.zoom_meeting.${where}`);
      expect(cutToo).toContain(`effect.zoom_removal.${where}`);
      expect(hosted).toEqual(OTHER_HOST);
      await expectAsBooked(walk, changed);
    },
  );

  it.each(["drop_after", "drop_before"])(
    "is moved once at Zoom, whatever becomes of the answer (%s)",
    async (kind) => {
      const waiting = await ask(await book("phoneScreen"), "move");
      await walk.eyes.control("POST", "/faults", {
        service: "zoom",
        kind,
        method: "PATCH",
        path: "/meetings/",
      });
      const changes = await changesDuring(walk, async () => {
        await approved(walk, waiting);
      });
      expect(changes).toEqual(MOVED);
    },
  );

  it("is put back at Zoom as it was when the rest of its change fails for good", async () => {
    const booked = await book("phoneScreen");
    const { meetingId } = meetingOf(booked);
    const before = await meetingAt(meetingId);
    const waiting = await ask(booked, "move");
    await walk.eyes.control("POST", "/faults", {
      service: "lever",
      kind: "status",
      status: 403,
      method: "PUT",
      path: "/panels/",
    });
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "failed");
    });
    expect(changes).toMatchObject({ "meeting.changed": 2, "event.patched": 2 });
    expect(changes).not.toHaveProperty(["mail.received"]);
    expect(before).toBeDefined();
    expect(await meetingAt(meetingId)).toEqual(before);
    expect(await compare(walk, booked)).toEqual([]);
  });

  it("gets another meeting with another host, and the former one goes; its other session stays", async () => {
    const booked = await book("onsite");
    const index = booked.payload.sessions.findIndex(({ sessionId }) => sessionId === "coding");
    const session = booked.payload.sessions[index];
    await decline(walk, booked, { index, email: session?.organizer ?? "" });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    let changed = waiting;
    const changes = await changesDuring(walk, async () => {
      changed = await approved(walk, waiting);
    });
    expect(changes).toEqual(OTHER_HOST);
    const { meetingId, videoUrl = "none" } = meetingOf(changed);
    const host = changed.payload.sessions[index]?.organizer;
    expect(host).not.toBe(session?.organizer);
    expect(await meetingAt(meetingId)).toMatchObject({ host });
    expect(await meetingAt(meetingOf(booked)["meetingId"])).toBeUndefined();
    expect((await mailsTo(changed)).at(-1)?.text).toContain(videoUrl);
    expect(changed.payload.sessions[1 - index]).toEqual(booked.payload.sessions[1 - index]);
    expect(eventIdOf(changed, 1 - index)).toBe(eventIdOf(booked, 1 - index));
    await expectAsBooked(walk, changed);
  });

  it("is changed in Outlook in its own event, while its session at Google stays as it is", async () => {
    const homeOf = (userId: string | undefined) =>
      walk.world.people.find((person) => person.userId === userId)?.mailbox ?? "google";
    const postings = walk.world.postings.filter(
      ({ hiringManagerId }) => homeOf(hiringManagerId) === "microsoft",
    );
    const id = ordinaryCandidates(walk.world).findLast((each) => {
      const one = walk.world.opportunities.find((opportunity) => opportunity.id === each);
      return postings.some((posting) => posting.id === one?.postingId);
    });
    await walk.moveStage(id ?? "", "finalRound");
    const booked = await approved(walk, await waitingProposal(walk, id ?? ""));
    const index = booked.payload.sessions.findIndex(({ sessionId }) => sessionId === "call");
    const session = booked.payload.sessions[index];
    const guest = session?.panel.find(({ email }) => email !== session.organizer);
    expect([session?.panel[0]?.calendar, guest?.calendar]).toEqual(["microsoft", "microsoft"]);
    await decline(walk, booked, { index, email: guest?.email ?? "" });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    const before = (await walk.eyes.journal()).length;
    const changed = await approved(walk, waiting);
    const journal = (await walk.eyes.journal()).slice(before);
    expect(journal.map(({ service, kind }) => [service, kind])).toEqual([
      ["microsoft", "event.patched"],
      ["lever", "panel.replaced"],
      ["lever", "note.created"],
      ["mail", "mail.received"],
    ]);
    expect(journal[0]?.ids).toMatchObject({ organizer: session?.organizer });
    for (const at of [0, 1]) expect(eventIdOf(changed, at)).toBe(eventIdOf(booked, at));
    const stands = await walk.running.deps.tools.calendar.getEvent(
      session?.organizer ?? "",
      eventIdOf(changed, index),
    );
    const invited = stands?.guests.map(({ email }) => email.toLowerCase());
    expect(invited).not.toContain(guest?.email);
    expect(invited).toContain(changed.payload.sessions[index]?.panel[1]?.email);
    await expectAsBooked(walk, changed);
  });

  it("takes place in another room when its own declines: the room comes first, and all are told", async () => {
    const booked = await book("technicalPanel");
    const { room, startsAt, panel, organizer } = firstSession(booked.payload);
    if (!room) throw new Error("it has no room");
    await decline(walk, booked, { index: 0, email: room.email });
    const waiting = await waitingProposal(walk, booked.payload.opportunityId);
    const after = firstSession(waiting.payload);
    expect(after).toMatchObject({ startsAt, panel, organizer });
    expect(after.room).toBeDefined();
    expect(after.room?.email).not.toBe(room.email);
    expect(waiting.summary).toContain(
      `takes place in room ${after.room?.name} instead of ${room.name}`,
    );
    const changes = await changesDuring(walk, async () => {
      await approved(walk, waiting);
    });
    expect(changes).toEqual({
      "event.patched": 1,
      "event.answered": 1,
      "panel.replaced": 1,
      "note.created": 1,
      "mail.received": 1,
    });
    const [stands] = await walk.eyes.panels(waiting.payload.opportunityId);
    expect(stands?.interviews[0]?.location).toBe(`On site: ${after.room?.name}`);
    const mail = (await mailsTo(waiting)).at(-1);
    expect(mail?.text).toContain(`room ${after.room?.name}`);
    expect(mail?.calendar).toContain(`LOCATION:${after.room?.name}`);
    await expectAsBooked(walk, waiting);
  });

  it("is moved with its room, and frees it when it is cancelled", async () => {
    const booked = await book("technicalPanel");
    const waiting = await ask(booked, "move");
    const moved = await approved(walk, waiting);
    const { room } = firstSession(moved.payload);
    expect(room).toBeDefined();
    const held = async () =>
      (
        await walk.running.deps.database.query<{ person: string }>(
          `select r.person from reservations r join proposals p on p.id = r.proposal_id
           where p.case_id = $1 and r.released_at is null and r.person = $2`,
          [booked.caseId, room?.email],
        )
      ).length;
    expect(await held()).toBe(1);
    await expectAsBooked(walk, moved);
    await approved(walk, await ask(moved, "cancel"));
    expect(await held()).toBe(0);
  });
});
