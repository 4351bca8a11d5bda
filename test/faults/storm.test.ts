/** Hundreds of deliveries at once, and thousands in a whole run, 30 % of them repeats, in no order, while Lever refuses every fifth request. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRandom } from "../../sandbox/worlds/random.ts";
import { describeOneDatabase } from "../support/database.ts";
import { deliverAsLever } from "../support/deliveries.ts";
import { disorders } from "../support/disorders.ts";
import { inExtent } from "../support/extent.ts";
import { ROOMY_PLANS, type Walk, startWalk } from "../support/walk.ts";

const DELIVERIES = {
  embedded: inExtent({ usual: 120, whole: 200 }),
  postgres: inExtent({ usual: 300, whole: 2_000 }),
};
const DUPLICATE_SHARE = 0.3;
const CONCURRENCY = 24;
/** So many of those whom the deliveries tell of are at a stage with a plan. */
const WITH_PLAN = 10;
const WITHOUT_PLAN = 30;

describeOneDatabase("postgres", "a storm of deliveries", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, {
      candidates: 500,
      env: { PLANS_DIR: ROOMY_PLANS },
    });
  });
  afterAll(async () => await walk.close());

  /** Fewer than there are deliveries, so that each has many events. */
  const withoutPlan = (others: readonly string[]): string[] =>
    walk.world.opportunities
      .filter(
        ({ id, stageId }) => stageId === walk.cast.stages.newApplicant && !others.includes(id),
      )
      .slice(0, WITHOUT_PLAN)
      .map(({ id }) => id);

  /** What stands against every candidate who has a proposal or is to have one. Shape: empty when each has one that waits. */
  const proposalFaults = async (expected: readonly string[]): Promise<string[]> => {
    const rows = await walk.running.deps.database.query<{ id: string; statuses: string[] }>(
      `select c.opportunity_id as id, array_agg(p.status) as statuses from proposals p
       join cases c on c.id = p.case_id group by c.opportunity_id`,
    );
    const found = new Map(rows.map(({ id, statuses }) => [id, statuses.join()]));
    return [...new Set([...expected, ...found.keys()])]
      .filter((id) => found.get(id) !== (expected.includes(id) ? "waiting" : undefined))
      .map((id) => `${id}: ${found.get(id) ?? "none"}`);
  };

  it("is handled event by event, each once and in the order of its opportunity", async () => {
    const random = createRandom("storm");
    const { phoneScreen, newApplicant } = walk.cast.stages;
    const planned = Array.from({ length: WITH_PLAN }, () => walk.nextCandidate());
    const ids = [...planned, ...withoutPlan(planned)];
    const unique = Array.from(
      { length: Math.round(DELIVERIES[open.kind] * (1 - DUPLICATE_SHARE)) },
      (_, place) => {
        // Each once at least, then whoever comes.
        const opportunityId = ids[place] ?? random.pick(ids);
        const toStageId = planned.includes(opportunityId) ? phoneScreen : newApplicant;
        return {
          id: randomUUID(),
          token: randomUUID().replaceAll("-", ""),
          triggeredAt: walk.company.clock.now().epochMilliseconds,
          secret: walk.webhookSecret,
          data: { opportunityId, toStageId },
        };
      },
    );
    const repeated = Array.from({ length: DELIVERIES[open.kind] - unique.length }, () =>
      random.pick(unique),
    );
    const storm = [...unique, ...repeated]
      .map((delivery) => ({ delivery, place: random.next() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ delivery }) => delivery);
    for (const status of [429, 500]) {
      await walk.eyes.control("POST", "/faults", {
        service: "lever",
        kind: "status",
        status,
        share: 0.1,
        times: null,
      });
    }
    const from = performance.now();
    const statuses: number[] = [];
    const send = async (): Promise<void> => {
      for (let next = storm.pop(); next !== undefined; next = storm.pop()) {
        statuses.push((await deliverAsLever(walk.url, next)).status);
      }
    };
    // In the midst of it they come there, of which the company's own webhook tells too.
    const moves = planned.map(async (id) => await walk.moveStage(id, "phoneScreen"));
    await Promise.all([...Array.from({ length: CONCURRENCY }, send), ...moves]);
    const acceptedAfter = performance.now() - from;
    expect(new Set(statuses)).toEqual(new Set([200]));

    const { database } = walk.running.deps;
    const events = unique.length + planned.length;
    await walk.waitFor("everything to be handled", async () => {
      const [row] = await database.query<{ waiting: number; all: number }>(
        `select count(*) filter (where status = 'waiting')::int as waiting,
           count(*) filter (where source = 'lever')::int as all from inbox`,
      );
      return row?.waiting === 0 && row.all === events;
    });
    const handledAfter = performance.now() - from;
    const rows = await database.query<{
      opportunity_id: string;
      delivery_key: string;
      status: string;
      runs: number;
      attempts: number;
    }>(
      `select i.opportunity_id, i.delivery_key, i.status, i.attempts,
         (select count(*)::int from runs r where r.event_id = i.id) as runs
       from inbox i where i.source = 'lever' order by i.opportunity_id, i.seq`,
    );
    expect(new Set(rows.map((row) => row.delivery_key)).size).toBe(events);
    expect(rows.filter((row) => row.status !== "handled" || row.runs !== 1)).toEqual([]);
    expect(await disorders(walk)).toBe(0);
    expect(await proposalFaults(planned)).toEqual([]);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
    process.stdout.write(
      `${open.kind}: ${DELIVERIES[open.kind]} deliveries (${repeated.length} of them repeated) accepted in ${seconds(acceptedAfter)} s, ` +
        `all ${events} events handled after ${seconds(handledAfter)} s; ` +
        `${rows.filter((row) => row.attempts > 0).length} needed a further attempt\n`,
    );
  });
});

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);
