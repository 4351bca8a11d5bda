/** A confirmation that must not stand: today's bundles send it last, so this one sends it before two steps that may fail. */
import ICAL from "ical.js";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { releaseLease, takeLease } from "../../../src/cases/lease.ts";
import { createPerform } from "../../../src/effects/perform.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { describeEachDatabase } from "../../support/database.ts";
import type { DroppingProxy } from "../../support/dropping-proxy.ts";
import type { FaultyDoor } from "../../support/faulty-door.ts";
import { type FaultyWalk, startFaultyWalk } from "../../support/faulty-walk.ts";
import { changesDuring, proposalFor, settled } from "../../support/story.ts";
import type { Walk } from "../../support/walk.ts";

const MAIL_FIRST = [
  "reserve_time",
  "calendar_event",
  "candidate_mail",
  "lever_panel",
  "lever_note",
];

describeEachDatabase("a booking that fails after its confirmation was sent", (open) => {
  let house: FaultyWalk;
  let door: FaultyDoor;
  let mailDoor: DroppingProxy;
  let walk: Walk;
  beforeAll(async () => {
    house = await startFaultyWalk(open);
    ({ walk, door, mailDoor } = house);
  });
  afterEach(() => {
    house.heal();
  });
  afterAll(async () => await house.close());

  /** Approved and performed here, under the opportunity's own lease, so that no worker does. */
  const performMailFirst = async (waiting: ProposalDetail) => {
    const { deps } = walk.running;
    const { opportunityId } = waiting.payload;
    let lease = null;
    // Whoever handled its last event gives the lease back at once.
    while (!lease) lease = await takeLease(deps.database, opportunityId, "test");
    await walk.api.approve(waiting);
    const perform = createPerform({
      ...deps,
      probeDelayMs: 0,
      lateCommitMs: 0,
      stepsOf: (payload) => {
        const steps = deps.stepsOf(payload);
        return MAIL_FIRST.flatMap((name) => steps.filter(({ kind }) => kind === name));
      },
    });
    const performed = await perform(waiting.id, {
      lease,
      correlationId: "test",
      signal: AbortSignal.timeout(300_000),
    });
    await releaseLease(deps.database, lease);
    await settled(walk, opportunityId);
    return performed;
  };
  const statusesOf = async ({ id }: ProposalDetail) =>
    (await walk.api.proposal(id)).effects.map(({ kind, status }) => [kind, status]);
  const entryIn = (calendar: string) => {
    const [entry] = new ICAL.Component(ICAL.parse(calendar) as unknown[]).getAllSubcomponents(
      "vevent",
    );
    return {
      uid: entry?.getFirstPropertyValue("uid"),
      sequence: entry?.getFirstPropertyValue("sequence"),
      status: entry?.getFirstPropertyValue("status"),
    };
  };

  it("is followed by a cancellation, and nothing of it stands", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    door.fail(/^POST .*\/notes$/, { status: 400 });
    const changes = await changesDuring(walk, async () => {
      const performed = await performMailFirst(waiting);
      expect(performed.words).toContain("got a cancellation");
    });
    expect(changes).toEqual({
      "event.inserted": 1,
      "event.deleted": 1,
      "panel.created": 1,
      "panel.deleted": 1,
      "mail.received": 2,
    });
    expect(await statusesOf(waiting)).toEqual([
      ["reserve_time", "undone"],
      ["calendar_event", "undone"],
      ["candidate_mail", "undone"],
      ["lever_panel", "undone"],
      ["lever_note", "failed"],
      ["candidate_cancellation", "done"],
    ]);
    const { email } = waiting.payload.candidate;
    const mails = await walk.eyes.mailsTo(email);
    const [confirmed, cancelled] = mails.map(({ calendar }) => entryIn(calendar ?? ""));
    expect(mails.map(({ subject }) => subject.startsWith("Cancelled: "))).toEqual([false, true]);
    expect(confirmed).toMatchObject({ sequence: 0, status: "CONFIRMED" });
    expect(cancelled).toEqual({ uid: confirmed?.uid, sequence: 1, status: "CANCELLED" });
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });

  it("is put to a person when nobody can tell whether the cancellation left", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    door.fail(/^POST .*\/notes$/, { status: 400 });
    mailDoor.dropAnswersTo(/Cancelled:[\s\S]*\r\n\.\r\n$/);
    const performed = await performMailFirst(waiting);
    expect(performed.words).toContain("Not everything could be undone");
    expect(Object.fromEntries(await statusesOf(waiting))).toMatchObject({
      calendar_event: "undone",
      candidate_mail: "parked",
      candidate_cancellation: "parked",
    });
  });
});
