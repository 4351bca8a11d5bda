/** One delivery that comes a hundred times over four connections at once, before its interview is booked and after. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeEachDatabase } from "../../support/database.ts";
import { deliverAsLever } from "../../support/deliveries.ts";
import {
  ONE_BOOKING,
  changesDuring,
  settled,
  untilProposal,
  waitingProposal,
} from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const TIMES = 100;
const CONNECTIONS = 4;

describeEachDatabase("a delivery that comes a hundred times", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => await walk.close());

  it("leads to one run, one proposal and one booking", async () => {
    // At this stage since long ago: what is sent here is all that tells of it.
    const opportunityId = walk.nextCandidate("phoneScreen");
    const delivery = {
      id: randomUUID(),
      token: randomUUID(),
      data: { opportunityId, toStageId: walk.cast.stages.phoneScreen },
      triggeredAt: walk.company.clock.now().epochMilliseconds,
      secret: walk.webhookSecret,
    };
    const deliverAll = async () => {
      const answers: { status: number; body: unknown }[] = [];
      const send = async (): Promise<void> => {
        for (let n = 0; n < TIMES / CONNECTIONS; n += 1) {
          answers.push(await deliverAsLever(walk.url, delivery));
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, send));
      return answers.map(({ status, body }) => ({ status, ...(body as object) }));
    };
    const whatCameOf = async () => {
      const case_ = await walk.api.caseOf(opportunityId);
      const ofIt = case_?.runs.filter(({ eventKind }) => eventKind === "candidateStageChange");
      return { runs: ofIt?.length, proposals: case_?.proposals.length };
    };

    const answers = await deliverAll();
    const [{ id: eventId } = { id: "" }] = await walk.running.deps.database.query<{ id: string }>(
      "select id from inbox where opportunity_id = $1",
      [opportunityId],
    );
    const again = { status: 200, accepted: true, eventId, duplicate: true };
    const first = { ...again, duplicate: false };
    const kinds = answers.map((answer) => JSON.stringify(answer));
    expect(kinds.filter((kind) => kind === JSON.stringify(first))).toHaveLength(1);
    expect(kinds.filter((kind) => kind === JSON.stringify(again))).toHaveLength(TIMES - 1);
    const waiting = await waitingProposal(walk, opportunityId);
    expect(await whatCameOf()).toEqual({ runs: 1, proposals: 1 });
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);

    const changesAfter = await changesDuring(walk, async () => {
      expect(new Set((await deliverAll()).map((answer) => JSON.stringify(answer)))).toEqual(
        new Set([JSON.stringify(again)]),
      );
      await settled(walk, opportunityId);
    });
    expect(changesAfter).toEqual({});
    expect(await whatCameOf()).toEqual({ runs: 1, proposals: 1 });
  });
});
