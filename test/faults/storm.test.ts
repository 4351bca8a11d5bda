/** Two thousand deliveries at once, a third of them twice, in no order, while Lever refuses every fifth request. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createRandom } from "../../sandbox/worlds/random.ts";
import { describeEachDatabase } from "../support/database.ts";
import { deliverAsLever } from "../support/deliveries.ts";
import { disorders } from "../support/disorders.ts";
import { type Walk, startWalk } from "../support/walk.ts";

const DELIVERIES = { embedded: 200, postgres: 2_000 };
const DUPLICATE_SHARE = 0.3;
const CONCURRENCY = 24;

describeEachDatabase("a storm of deliveries", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { patienceMs: 200_000 });
  });
  afterAll(async () => await walk.close());

  /** Fewer than there are, so that each has many events; none at a stage with a plan. */
  const opportunities = () =>
    walk.world.opportunities
      .filter(({ stageId }) => stageId === walk.cast.stages.newApplicant)
      .slice(0, 40)
      .map(({ id }) => id);

  it("is handled event by event, each once and in the order of its opportunity", async () => {
    const random = createRandom("storm");
    const ids = opportunities();
    const unique = Array.from(
      { length: Math.round(DELIVERIES[open.kind] * (1 - DUPLICATE_SHARE)) },
      () => ({
        id: randomUUID(),
        token: randomUUID().replaceAll("-", ""),
        triggeredAt: walk.company.clock.now().epochMilliseconds,
        secret: walk.webhookSecret,
        data: { opportunityId: random.pick(ids), toStageId: walk.cast.stages.newApplicant },
      }),
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
    await Promise.all(Array.from({ length: CONCURRENCY }, send));
    const acceptedAfter = performance.now() - from;
    expect(new Set(statuses)).toEqual(new Set([200]));

    const { database } = walk.running.deps;
    await walk.waitFor("everything to be handled", async () => {
      const [row] = await database.query<{ n: number }>(
        "select count(*)::int as n from inbox where status = 'waiting'",
      );
      return row?.n === 0;
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
    expect(new Set(rows.map((row) => row.delivery_key)).size).toBe(unique.length);
    expect(rows.filter((row) => row.status !== "handled" || row.runs !== 1)).toEqual([]);
    expect(await disorders(walk)).toBe(0);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
    process.stdout.write(
      `${open.kind}: ${DELIVERIES[open.kind]} deliveries (${repeated.length} of them repeated) accepted in ${seconds(acceptedAfter)} s, ` +
        `all ${unique.length} handled after ${seconds(handledAfter)} s; ` +
        `${rows.filter((row) => row.attempts > 0).length} needed a further attempt\n`,
    );
  }, 240_000);
});

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);
