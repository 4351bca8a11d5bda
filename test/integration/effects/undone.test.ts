import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Witness } from "../../../src/witness.ts";
import { OUTSIDE_CHANGES } from "../../support/changes-outside.ts";
import { describeOneDatabase } from "../../support/database.ts";
import type { DroppingProxy } from "../../support/dropping-proxy.ts";
import type { FaultyDoor } from "../../support/faulty-door.ts";
import { type FaultyWalk, startFaultyWalk } from "../../support/faulty-walk.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  untilProposal,
  waitingProposal,
} from "../../support/story.ts";
import type { Walk } from "../../support/walk.ts";
import { firstSession } from "../../support/booking.ts";

describeOneDatabase("postgres", "a booking that cannot be finished", (open) => {
  let house: FaultyWalk;
  let door: FaultyDoor;
  let mailDoor: DroppingProxy;
  let walk: Walk;
  let atPoint: Witness = () => {};
  beforeAll(async () => {
    house = await startFaultyWalk(open, {
      witness: async (point, opportunityId) => await atPoint(point, opportunityId),
    });
    ({ walk, door, mailDoor } = house);
  });
  afterEach(() => {
    house.heal();
    atPoint = () => {};
  });
  afterAll(async () => await house.close());

  it("is undone in reverse when Lever refuses the note for good, and the candidate hears nothing", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    door.fail(/^POST .*\/notes$/, { status: 400 });
    const before = door.writes().length;
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "failed");
    });
    expect(changes).toEqual({
      "event.inserted": 1,
      "event.deleted": 1,
      "panel.created": 1,
      "panel.deleted": 1,
    });
    const undone = door
      .writes()
      .slice(before)
      .filter((name) => name.startsWith("DELETE"));
    expect(undone.map((name) => name.includes("/panels/"))).toEqual([true, false]);
    const present = await walk.api.proposal(waiting.id);
    expect(present.effects.map(({ kind, status }) => [kind, status])).toEqual([
      ["reserve_time", "undone"],
      ["calendar_event", "undone"],
      ["lever_panel", "undone"],
      ["lever_note", "failed"],
      ["candidate_mail", "skipped"],
    ]);
    expect(await walk.api.case(waiting.caseId)).toMatchObject({
      status: "blocked",
      problem: { code: "lever_rejected" },
    });
    const held = await walk.running.deps.database.query(
      "select id from reservations where released_at is null and effect_id = $1",
      [present.effects[0]?.id],
    );
    expect(held).toEqual([]);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it.each([
    ["event_moved", "calendar event", "event.deleted", "panel.deleted"],
    ["panel_moved", "panel in Lever", "panel.deleted", "event.deleted"],
  ] as const)(
    "leaves what somebody changed meanwhile (%s), takes back the rest, and says what stays",
    async (change, thing, kept, deleted) => {
      const opportunityId = walk.nextCandidate();
      const waiting = await proposalFor(walk, opportunityId);
      atPoint = async (point, id) => {
        const isThere = point === "effect.lever_panel.done" && id === opportunityId;
        if (isThere) await OUTSIDE_CHANGES[change].make(walk, id);
      };
      door.fail(/^POST .*\/notes$/, { status: 400 });
      const changes = await changesDuring(walk, async () => {
        await walk.api.approve(waiting);
        await untilProposal(walk, waiting, "failed");
      });
      expect(changes).toMatchObject({ "event.inserted": 1, "panel.created": 1, [deleted]: 1 });
      expect(changes).not.toHaveProperty([kept]);
      const says = `Somebody has changed the ${thing} since it was made, so it was left as it is`;
      const { effects } = await walk.api.proposal(waiting.id);
      const parked = effects.filter(({ status }) => status === "parked");
      expect(parked.map(({ error }) => error?.message)).toEqual([expect.stringContaining(says)]);
      const { problem } = await walk.api.case(waiting.caseId);
      expect(problem?.message).toMatch(/Not everything could be undone: .* Somebody has changed/);
      expect(problem?.message).toContain(says);
    },
  );

  it.each([
    ["Lever", /^POST .*\/panels$/, { code: "BadRequest", message: "no Ada Canary at /panels" }],
    ["Google", /^POST \/google\/.*\/events$/, { error: { message: "no ada@canary.test here" } }],
  ])("tells why %s refused in our own words and by its status, never by its", async (...named) => {
    const [who, pattern, body] = named;
    const waiting = await proposalFor(walk, walk.nextCandidate());
    door.fail(pattern, { status: 400, body });
    await walk.api.approve(waiting);
    const { effects } = await untilProposal(walk, waiting, "failed");
    const case_ = await walk.api.case(waiting.caseId);
    const run = await walk.api.run(waiting.runId);
    expect(case_.problem?.message).toContain(
      `${who}${who === "Google" ? " Calendar" : ""} answered 400`,
    );
    expect(JSON.stringify([effects, case_, run])).not.toMatch(/canary/i);
    const { database } = walk.running.deps;
    const kept = await database.query("select note, error from inbox where status <> 'waiting'");
    expect(JSON.stringify(kept)).not.toMatch(/canary/i);
  });

  it("can be begun again when the stage moves again, and then books once", async () => {
    const opportunityId = walk.nextCandidate();
    const first = await proposalFor(walk, opportunityId);
    door.fail(/^POST .*\/panels$/, { status: 400 });
    await walk.api.approve(first);
    await untilProposal(walk, first, "failed");
    await walk.moveStage(opportunityId, "phoneScreen");
    await walk.waitFor("the case to be unblocked", async () => {
      return (await walk.api.case(first.caseId)).status === "waiting";
    });
    const second = await waitingProposal(walk, opportunityId);
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(second);
      await untilProposal(walk, second, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
  });

  it("leaves no event behind when Google gives none of the video rooms that were asked for", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const withoutRoom = {
      rewrite: (body: string) =>
        JSON.stringify({
          ...(JSON.parse(body) as object),
          hangoutLink: undefined,
          conferenceData: { createRequest: { status: { statusCode: "failure" } } },
        }),
    };
    door.fail(/^(POST|GET) \/google\/.*\/events(\/.*)?$/, withoutRoom, 20);
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "failed");
    });
    expect(changes).toEqual({ "event.inserted": 1, "event.deleted": 1 });
    expect(await walk.api.case(waiting.caseId)).toMatchObject({ status: "blocked" });
  });

  it("goes to a person when nobody can tell whether the mail left: it is not sent again", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    mailDoor.dropAnswersTo(/\r\n\.\r\n$/);
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
    const present = await walk.api.proposal(waiting.id);
    expect(present.effects.at(-1)).toMatchObject({ kind: "candidate_mail", status: "parked" });
    expect(await walk.api.case(waiting.caseId)).toMatchObject({
      status: "booked",
      problem: { code: "outcome_unknown" },
    });
  });

  it("is tried again when the mail server does not take the mail yet", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    mailDoor.dropAnswersTo(/^(EHLO|HELO)/i);
    const whileAway = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await walk.waitFor("a mail that was put off", async () => {
        const { effects } = await walk.api.proposal(waiting.id);
        return (effects.at(-1)?.attempt ?? 0) >= 1;
      });
      mailDoor.letPass();
      await untilProposal(walk, waiting, "done");
    });
    expect(whileAway).toEqual(ONE_BOOKING);
  });

  it("is proposed anew at another time when somebody was booked meanwhile", async () => {
    const opportunityId = walk.nextCandidate();
    const first = await proposalFor(walk, opportunityId);
    const [member] = firstSession(first.payload).panel;
    await walk.eyes.keepBusy(member?.email ?? "", firstSession(first.payload));
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(first);
      await untilProposal(walk, first, "failed");
    });
    expect(changes).toEqual({});
    const second = await waitingProposal(walk, opportunityId);
    expect(firstSession(second.payload).startsAt).not.toBe(firstSession(first.payload).startsAt);
    expect(second.evidence[0]).toMatchObject({
      kind: "warning",
      what: expect.stringContaining(`${member?.name} is no longer free`) as unknown,
    });
    expect((await walk.api.proposal(first.id)).effects[0]).toMatchObject({
      status: "failed",
      error: { code: "slot_lost", message: `${member?.name} is no longer free at that time.` },
    });
    const booked = await changesDuring(walk, async () => {
      await walk.api.approve(second);
      await untilProposal(walk, second, "done");
    });
    expect(booked).toEqual(ONE_BOOKING);
  });
});
