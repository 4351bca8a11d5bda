import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/port.ts";
import {
  createDatabaseRateBucket,
  createMemoryRateBucket,
  rateBucketName,
} from "../../../src/lever/rate-bucket.ts";
import { describeEachDatabase } from "../../support/database.ts";

const recordWaits = () => {
  const waits: number[] = [];
  return {
    waits,
    sleep: async (milliseconds: number): Promise<void> => {
      waits.push(milliseconds);
    },
  };
};

describe("a rate bucket in memory", () => {
  it("gives its burst at once, then one token every tenth of a second", async () => {
    const { waits, sleep } = recordWaits();
    let now = 0;
    const bucket = createMemoryRateBucket({ now: () => now, sleep });
    for (let count = 0; count < 20; count += 1) await bucket.take();
    expect(waits).toEqual([]);
    await bucket.take();
    await bucket.take();
    expect(waits).toEqual([100, 200]);
    now = 300;
    await bucket.take();
    expect(waits).toEqual([100, 200]);
  });

  it("never holds more than its burst", async () => {
    const { waits, sleep } = recordWaits();
    let now = 0;
    const bucket = createMemoryRateBucket({ now: () => now, sleep }, { burst: 2 });
    now = 1_000_000;
    for (let count = 0; count < 3; count += 1) await bucket.take();
    expect(waits).toEqual([100]);
  });

  it("refuses what would have to wait too long, and leaves the queue as it was", async () => {
    const { waits, sleep } = recordWaits();
    const bucket = createMemoryRateBucket(
      { now: () => 0, sleep },
      { burst: 1, perSecond: 1, maxWaitMs: 1_000 },
    );
    await bucket.take();
    await bucket.take();
    for (let count = 0; count < 2; count += 1) {
      await expect(bucket.take()).rejects.toMatchObject({
        code: "lever_rate_limited",
        retryable: true,
      });
    }
    expect(waits).toEqual([1_000]);
  });
});

describeEachDatabase("a rate bucket in the database", (open) => {
  // A token a day: no time passes for the bucket while the test runs.
  const slow = { perSecond: 1 / 86_400, maxWaitMs: 10 * 86_400_000 };
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  it("is one for all that share its name, and each waits for a turn of its own", async () => {
    const { waits, sleep } = recordWaits();
    const options = { ...slow, name: "shared", burst: 5 };
    const buckets = [1, 2, 3].map(() => createDatabaseRateBucket({ database, sleep }, options));
    await Promise.all([0, 1, 2, 0, 1, 2, 0, 1].map(async (at) => await buckets[at]?.take()));
    const days = waits.map((wait) => Math.round(wait / 86_400_000)).toSorted((a, b) => a - b);
    expect(days).toEqual([1, 2, 3]);
  });

  it("is apart from a bucket of another name", async () => {
    const { waits, sleep } = recordWaits();
    for (const name of ["a", "b"]) {
      await createDatabaseRateBucket({ database, sleep }, { ...slow, name, burst: 1 }).take();
    }
    expect(waits).toEqual([]);
  });

  it("fills by the database's own clock, up to its burst", async () => {
    const { waits, sleep } = recordWaits();
    const bucket = createDatabaseRateBucket(
      { database, sleep },
      { ...slow, name: "filling", burst: 2 },
    );
    await bucket.take();
    await bucket.take();
    await database.query(
      "update rate_buckets set updated_at = updated_at - interval '30 days' where name = 'filling'",
    );
    await bucket.take();
    await bucket.take();
    expect(waits).toEqual([]);
    await bucket.take();
    expect(waits).toHaveLength(1);
  });

  it("loses nothing when the clock goes back", async () => {
    const { waits, sleep } = recordWaits();
    const bucket = createDatabaseRateBucket(
      { database, sleep },
      { ...slow, name: "back", burst: 3 },
    );
    await bucket.take();
    await database.query(
      "update rate_buckets set updated_at = updated_at + interval '1 day' where name = 'back'",
    );
    await bucket.take();
    await bucket.take();
    expect(waits).toEqual([]);
  });

  it("refuses what would have to wait too long, and books no place for it", async () => {
    const { waits, sleep } = recordWaits();
    const bucket = createDatabaseRateBucket(
      { database, sleep },
      { name: "full", burst: 1, perSecond: 1 / 86_400, maxWaitMs: 86_400_000 },
    );
    await bucket.take();
    await bucket.take();
    for (let count = 0; count < 2; count += 1) {
      await expect(bucket.take()).rejects.toMatchObject({ code: "lever_rate_limited" });
    }
    expect(waits).toHaveLength(1);
  });
});

describe("the name of a rate bucket", () => {
  it("is the same for the same credential and does not tell it", () => {
    expect(rateBucketName("secret-key")).toBe(rateBucketName("secret-key"));
    expect(rateBucketName("secret-key")).not.toBe(rateBucketName("secret-kez"));
    expect(rateBucketName("secret-key")).toMatch(/^lever:[0-9a-f]{16}$/);
  });
});
