/** Lever promises no order: whatever the order in which one life is told, it ends in the same world. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { readBooks } from "../support/books.ts";
import { describeEachDatabase } from "../support/database.ts";
import { disorders } from "../support/disorders.ts";
import { inExtent } from "../support/extent.ts";
import { ENDS, type End, deliverAll, endOf, historyOf, live } from "../support/histories.ts";
import { readStanding } from "../support/standing.ts";
import { ONE_BOOKING, settled } from "../support/story.ts";
import { untruthsOf } from "../support/untruths.ts";
import { ROOMY_PAIRS, type Walk, startWalk } from "../support/walk.ts";

/** Of each end, and of a booking: 24 in all on the server, 200 in a whole run, and by another seed 8 or 12 on the embedded database. */
const ORDERS = {
  embedded: inExtent({ usual: 2, whole: 3 }),
  postgres: inExtent({ usual: 6, whole: 50 }),
};
const SEED = { embedded: 1, postgres: 2 };
/** What Lever's own people did, and what does not concern us. */
const LIVED = { "archive.changed": 2 };

describeEachDatabase("a dozen messages about one candidacy, in any order,", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, {
      candidates: 800,
      env: { PLANS_DIR: ROOMY_PAIRS },
      // Lever's messages are the test's own affair.
      through: (company) => ({
        ...company,
        registerWebhook: async () => {
          await Promise.resolve();
        },
      }),
    });
  });
  afterAll(async () => {
    await walk.close();
  });
  beforeEach(async () => {
    await walk.api.setMode("assisted");
  });

  /** Shape: the opportunities, each told in another order. */
  const tellInManyOrders = async (end: End, seed: number): Promise<string[]> => {
    const places = Array.from({ length: 12 }, (_, index) => index);
    const orders = fc.sample(fc.shuffledSubarray(places, { minLength: places.length }), {
      numRuns: ORDERS[open.kind],
      seed,
    });
    const ids = orders.map(() => walk.nextCandidate());
    for (const id of ids) await live(walk, id, end);
    const tell = async ([id, order]: [string, number[]]): Promise<number[]> => {
      const history = historyOf(walk, id);
      return await deliverAll(
        walk,
        order.flatMap((place) => history[place] ?? []),
      );
    };
    const statuses = await Promise.all(
      ids.map(async (id, index) => await tell([id, orders[index] ?? []])),
    );
    expect(statuses).toEqual(ids.map(() => places.map(() => 200)));
    await settled(walk, ...ids);
    return ids;
  };

  const expectOneEnd = async (ids: readonly string[]): Promise<unknown> => {
    const ends = new Map<string, unknown>();
    for (const id of ids) {
      const standing = await readStanding(walk, id);
      expect(untruthsOf(standing)).toEqual([]);
      const end = endOf(walk, standing);
      ends.set(JSON.stringify(end), end);
    }
    expect([...ends.values()]).toHaveLength(1);
    expect(await disorders(walk)).toBe(0);
    return [...ends.values()][0];
  };

  const deedsOf = async (ids: readonly string[]): Promise<unknown[]> => {
    const { bookings } = await readBooks({ web: walk.running, eyes: walk.eyes }, ids);
    const different = new Map(bookings.map(({ deeds }) => [JSON.stringify(deeds), deeds]));
    return [...different.values()];
  };

  it.each(ENDS)("end in the same world: %s", async (end) => {
    const ids = await tellInManyOrders(end, SEED[open.kind] * 100 + ENDS.indexOf(end));
    const ended = await expectOneEnd(ids);
    expect(ended).toMatchObject(
      end === "at the phone screen"
        ? {
            open: [{ stageName: "Phone Screen", status: "waiting", problem: null }],
            proposals: [
              { status: "waiting", writesToPresentAddress: true, invitesWhomThePlanSays: true },
            ],
          }
        : { open: [], proposals: [] },
    );
    expect(await deedsOf(ids)).toEqual([
      { ...LIVED, ...(end === "archived" && { "archive.changed": 3 }) },
    ]);
  });

  it("end in one booking where no person is asked", async () => {
    await walk.api.setMode("managed");
    const ids = await tellInManyOrders("at the phone screen", SEED[open.kind] * 100 + 99);
    const ended = await expectOneEnd(ids);
    expect(ended).toMatchObject({
      open: [{ stageName: "Phone Screen", status: "booked", problem: null }],
      proposals: [{ status: "done", writesToPresentAddress: true }],
    });
    expect(await deedsOf(ids)).toEqual([{ ...LIVED, ...ONE_BOOKING }]);
  });
});
