/** What a run came to is told the same when it is cut off after it acted, before anybody was told, and goes on. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { AppError } from "../../../src/domain/errors.ts";
import type { Witness } from "../../../src/witness.ts";
import { OUTSIDE_CHANGES } from "../../support/changes-outside.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type FaultyWalk, startFaultyWalk } from "../../support/faulty-walk.ts";
import { proposalFor, settled, untilProposal } from "../../support/story.ts";

describeOneDatabase("embedded", "a run that is cut off after it acted", (open) => {
  let house: FaultyWalk;
  let atPoint: Witness = () => {};
  beforeAll(async () => {
    house = await startFaultyWalk(open, {
      witness: async (point, opportunityId) => await atPoint(point, opportunityId),
    });
  });
  afterEach(async () => {
    house.heal();
    atPoint = () => {};
    await house.walk.api.setMode("assisted");
  });
  afterAll(async () => await house.close());

  /** The first time that the run comes out of `act` it fails as if the database had gone. Shape: how often it came in. */
  const cutOff = (opportunityId: string, meanwhile?: Witness): { acted: number } => {
    const seen = { acted: 0 };
    let isCut = false;
    atPoint = async (point, id) => {
      if (id !== opportunityId) return;
      if (point === "node.act.begin") seen.acted += 1;
      await meanwhile?.(point, id);
      if (point !== "node.act.end" || isCut) return;
      isCut = true;
      throw new AppError({
        code: "database_unavailable",
        fault: "upstream",
        message: "gone for a moment",
        retryable: true,
      });
    };
    return seen;
  };

  it("still puts a mail of which nobody can tell to a person", async () => {
    const { walk, mailDoor } = house;
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const seen = cutOff(opportunityId);
    mailDoor.dropAnswersTo(/\r\n\.\r\n$/);
    await walk.api.approve(waiting);
    const { effects } = await untilProposal(walk, waiting, "done");
    await settled(walk, opportunityId);
    expect(seen.acted).toBe(2);
    expect(effects.at(-1)).toMatchObject({ kind: "candidate_mail", status: "parked" });
    expect(await walk.api.case(waiting.caseId)).toMatchObject({
      status: "booked",
      problem: { code: "outcome_unknown" },
    });
  });

  it("still says what of a booking could not be undone", async () => {
    const { walk, door } = house;
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const seen = cutOff(opportunityId, async (point, id) => {
      if (point === "effect.lever_panel.done") await OUTSIDE_CHANGES["event_moved"].make(walk, id);
    });
    door.fail(/^POST .*\/notes$/, { status: 400 });
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "failed");
    await settled(walk, opportunityId);
    expect(seen.acted).toBe(2);
    const { problem } = await walk.api.case(waiting.caseId);
    expect(problem?.message).toMatch(
      /Not everything could be undone: .* Somebody has changed the calendar event/,
    );
  });

  it("still says it when the undoing itself was interrupted in between", async () => {
    const { walk, door } = house;
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    atPoint = async (point, id) => {
      const isThere = point === "effect.lever_panel.done" && id === opportunityId;
      if (isThere) await OUTSIDE_CHANGES["panel_moved"].make(walk, id);
    };
    door.fail(/^POST .*\/notes$/, { status: 400 });
    door.fail(/^DELETE \/google\/.*\/events\/.*$/, { status: 503 }, 6);
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "failed");
    await settled(walk, opportunityId);
    const { problem } = await walk.api.case(waiting.caseId);
    expect(problem?.message).toContain("Somebody has changed the panel in Lever");
  });

  it("leaves a proposal that was held back as it is, and nobody has to mend anything", async () => {
    const { walk } = house;
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    const seen = cutOff(opportunityId, async (point) => {
      if (point === "node.act.begin" && seen.acted === 1) await walk.api.setMode("silent");
    });
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "observed");
    await settled(walk, opportunityId);
    expect(seen.acted).toBe(2);
    expect((await walk.api.case(waiting.caseId)).problem).toBeNull();
    expect(await failedEvents(opportunityId)).toEqual([]);
  });

  it("has a proposal that came to need a person wait for one", async () => {
    const { walk } = house;
    await walk.api.setMode("managed");
    const opportunityId = walk.nextCandidate();
    const seen = cutOff(opportunityId, async (point) => {
      if (point === "node.act.begin" && seen.acted === 1) await walk.api.setMode("assisted");
    });
    const waiting = await proposalFor(walk, opportunityId);
    await settled(walk, opportunityId);
    expect(seen.acted).toBe(2);
    expect(await failedEvents(opportunityId)).toEqual([]);
    atPoint = () => {};
    await walk.api.approve(waiting);
    expect((await untilProposal(walk, waiting, "done")).effects).toHaveLength(5);
  });

  const failedEvents = async (opportunityId: string) =>
    await house.walk.running.deps.database.query(
      "select kind, error from inbox where opportunity_id = $1 and status = 'failed'",
      [opportunityId],
    );
});
