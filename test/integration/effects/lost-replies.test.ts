import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { describeOneDatabase } from "../../support/database.ts";
import type { FaultyDoor } from "../../support/faulty-door.ts";
import { type FaultyWalk, startFaultyWalk } from "../../support/faulty-walk.ts";
import { ONE_BOOKING, changesDuring, proposalFor, untilProposal } from "../../support/story.ts";
import type { Walk } from "../../support/walk.ts";

const CALENDAR = /^POST \/google\/calendar\/v3\/calendars\/[^/]+\/events$/;
const PANEL = /^POST \/lever\/v1\/opportunities\/[^/]+\/panels$/;
const NOTE = /^POST \/lever\/v1\/opportunities\/[^/]+\/notes$/;

describeOneDatabase("postgres", "a booking whose requests go wrong on the way", (open) => {
  let house: FaultyWalk;
  let door: FaultyDoor;
  let walk: Walk;
  beforeAll(async () => {
    house = await startFaultyWalk(open);
    ({ walk, door } = house);
  });
  afterEach(() => {
    house.heal();
  });
  afterAll(async () => await house.close());

  /** Approves one proposal. Shape: what changed in the company, and the effects as they then stand. */
  const book = async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    let effects: { kind: string; status: string; attempt: number }[] = [];
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      effects = (await untilProposal(walk, waiting, "done")).effects;
    });
    const attempts = Object.fromEntries(effects.map(({ kind, attempt }) => [kind, attempt]));
    const statuses = new Set(effects.map(({ status }) => status));
    const case_ = await walk.api.case(waiting.caseId);
    return { changes, attempts, statuses, case_, waiting };
  };
  const all = new Set(["done"]);

  it.each([
    ["calendar event", CALENDAR, "calendar_event"],
    ["panel", PANEL, "lever_panel"],
    ["note", NOTE, "lever_note"],
  ])(
    "makes one %s when the answer to it is lost: it is looked up, not sent again",
    async (_, pattern, kind) => {
      door.fail(pattern, "lose_answer");
      const before = door.writes().length;
      const { changes, attempts, statuses, case_ } = await book();
      expect(changes).toEqual(ONE_BOOKING);
      expect(statuses).toEqual(all);
      expect(attempts[kind]).toBe(1);
      expect(
        door
          .writes()
          .slice(before)
          .filter((name) => pattern.test(name)),
      ).toHaveLength(1);
      expect(case_).toMatchObject({ status: "booked", problem: null });
    },
  );

  it.each([
    ["calendar event", CALENDAR, "calendar_event"],
    ["panel", PANEL, "lever_panel"],
    ["note", NOTE, "lever_note"],
  ])(
    "makes one %s when the request itself is lost: it is looked up and sent again",
    async (_, pattern, kind) => {
      door.fail(pattern, "lose_request");
      const { changes, attempts, statuses } = await book();
      expect(changes).toEqual(ONE_BOOKING);
      expect(statuses).toEqual(all);
      expect(attempts[kind]).toBe(2);
    },
  );

  it.each([
    ["calendar event", 500, CALENDAR, "calendar_event"],
    ["panel", 502, PANEL, "lever_panel"],
    ["panel", 429, PANEL, "lever_panel"],
    ["note", 503, NOTE, "lever_note"],
    ["note", 429, NOTE, "lever_note"],
  ])("makes one %s when the first answer is %d", async (_, status, pattern, kind) => {
    door.fail(pattern, { status });
    const { changes, attempts, statuses } = await book();
    expect(changes).toEqual(ONE_BOOKING);
    expect(statuses).toEqual(all);
    expect(attempts[kind]).toBe(2);
  });

  it("makes one of each when every first answer is lost", async () => {
    for (const pattern of [CALENDAR, PANEL, NOTE]) door.fail(pattern, "lose_answer");
    const { changes, statuses } = await book();
    expect(changes).toEqual(ONE_BOOKING);
    expect(statuses).toEqual(all);
  });

  it("tells in the ledger what was looked up and found", async () => {
    door.fail(PANEL, "lose_answer");
    const { waiting } = await book();
    const entries = (await walk.api.ledger(waiting.caseId))
      .toReversed()
      .filter(({ data }) => data["kind"] === "lever_panel")
      .map(({ type, data }) => [type, data["because"]]);
    expect(entries).toEqual([
      ["effect.sending", undefined],
      ["effect.unknown", undefined],
      ["effect.done", "found there"],
    ]);
  });
});
