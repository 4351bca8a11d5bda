import pino from "pino";
import { expect, it } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { AppError, asAppError } from "../../../src/domain/errors.ts";
import { OpportunityId } from "../../../src/domain/ids.ts";
import { fencedStatement, fencedTransaction } from "../../../src/cases/lease.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { acceptEvent } from "../../../src/intake/accept.ts";
import { type DrainDeps, MAX_ATTEMPTS, createDrain } from "../../../src/worker/drain.ts";
import { createQueue } from "../../../src/worker/queue.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openWaitFor } from "../../support/wait-for.ts";

const log = pino({ level: "silent" });
const ADA = OpportunityId.parse("ada");
const BO = OpportunityId.parse("bo");
const away = () =>
  new AppError({
    code: "lever_unavailable",
    fault: "upstream",
    retryable: true,
    message: "Lever does not answer.",
  });

/** A real queue over a real database, worked by as many workers as asked. */
const openWork = async (
  database: Database,
  { handle, ...options }: Partial<DrainDeps> & Pick<DrainDeps, "handle"> & { workers?: number },
) => {
  const queue = createQueue({ database, log, onError: () => {} });
  await queue.start();
  const waitFor = await openWaitFor(database);
  const delays: number[] = [];
  const drain = createDrain({
    database,
    queue,
    clock: systemClock,
    ids: randomIds,
    log,
    handle,
    giveUp: async () => {},
    retryDelaySeconds: (attempt) => {
      delays.push(attempt);
      return 0;
    },
    ...options,
  });
  const deps = { queue, clock: systemClock, ids: randomIds };
  const never = new AbortController().signal;
  return {
    drain: async (opportunityId: OpportunityId) => await drain(opportunityId, never),
    delays,
    put: async (opportunityId: OpportunityId, name: string): Promise<void> => {
      await database.transaction(
        async (tx) =>
          await acceptEvent(
            tx,
            {
              source: "automation",
              kind: "stage_change",
              deliveryKey: name,
              opportunityId,
              data: { name },
            },
            deps,
          ),
      );
    },
    work: async () => {
      await queue.work("drain", { concurrency: options.workers ?? 4 }, async (job, signal) => {
        await drain(OpportunityId.parse(job.data["opportunityId"]), signal);
      });
    },
    until: async (status: string, count: number) =>
      await waitFor.until(`${count} events that are ${status}`, async () => {
        const rows = await database.query<{ note: string | null; attempts: number }>(
          "select note, attempts, error from inbox where status = $1 order by seq",
          [status],
        );
        return rows.length >= count && rows;
      }),
    stop: async () => {
      await waitFor.close();
      await queue.stop({ graceMs: 1_000 });
    },
  };
};

const nameOf = (event: { data: Record<string, unknown> }): string => String(event.data["name"]);

describeEachDatabase("draining", (open) => {
  it("takes an opportunity's events in order, one at a time, however many workers there are", async () => {
    const seen: string[] = [];
    let running = 0;
    let most = 0;
    const database = await open();
    const work = await openWork(database, {
      workers: 8,
      handle: async (event, lease) => {
        running += 1;
        most = Math.max(most, running);
        await fencedTransaction(database, lease, async (tx) => await tx.query("select 1"));
        seen.push(nameOf(event));
        running -= 1;
        return { note: "fine" };
      },
    });
    const names = Array.from({ length: 25 }, (_, index) => `event ${index}`);
    for (const name of names) await work.put(ADA, name);
    await work.work();
    await work.until("handled", names.length);
    expect(seen).toEqual(names);
    expect(most).toBe(1);
    await work.stop();
  });

  it("lets opportunities go on beside each other", async () => {
    const both = Promise.withResolvers<void>();
    const inHand = new Set<string>();
    const work = await openWork(await open(), {
      handle: async (event) => {
        inHand.add(event.opportunityId);
        if (inHand.size === 2) both.resolve();
        await both.promise;
        return { note: "fine" };
      },
    });
    await work.put(ADA, "one");
    await work.put(BO, "two");
    await work.work();
    expect(await work.until("handled", 2)).toHaveLength(2);
    await work.stop();
  });

  it("keeps what failed for a while before what came later, and waits longer each time", async () => {
    const seen: string[] = [];
    const work = await openWork(await open(), {
      handle: async (event) => {
        seen.push(nameOf(event));
        if (seen.length <= 3) throw away();
        return await Promise.resolve({ note: "fine" });
      },
    });
    await work.put(ADA, "first");
    await work.put(ADA, "second");
    await work.work();
    await work.until("handled", 2);
    expect(seen).toEqual(["first", "first", "first", "first", "second"]);
    expect(work.delays).toEqual([1, 2, 3]);
    await work.stop();
  });

  it("keeps what failed for good where it can be seen, and goes on with the next", async () => {
    const givenUp: string[] = [];
    const work = await openWork(await open(), {
      handle: async (event) => {
        if (nameOf(event) === "bad") {
          throw new AppError({ code: "lever_not_found", fault: "upstream", message: "No record." });
        }
        return await Promise.resolve({ note: "fine" });
      },
      giveUp: async (event) => {
        givenUp.push(nameOf(event));
        await Promise.resolve();
      },
    });
    await work.put(ADA, "bad");
    await work.put(ADA, "good");
    await work.work();
    await work.until("handled", 1);
    expect(await work.until("failed", 1)).toEqual([
      { note: null, attempts: 1, error: { code: "lever_not_found", message: "No record." } },
    ]);
    expect(givenUp).toEqual(["bad"]);
    await work.stop();
  });

  it("gives up what fails again and again, in the end", async () => {
    let calls = 0;
    const work = await openWork(await open(), {
      handle: async () => {
        calls += 1;
        return await Promise.reject(away());
      },
    });
    await work.put(ADA, "hopeless");
    await work.work();
    const [row] = await work.until("failed", 1);
    expect([calls, row?.attempts]).toEqual([MAX_ATTEMPTS, MAX_ATTEMPTS]);
    await work.stop();
  });

  it("does not count a pause as a failure, and leaves the rest alone meanwhile", async () => {
    const seen: string[] = [];
    const work = await openWork(await open(), {
      handle: async (event) => {
        seen.push(nameOf(event));
        return await Promise.reject(
          new AppError({ code: "paused", fault: "caller", retryable: true, message: "Paused." }),
        );
      },
    });
    await work.put(ADA, "first");
    await work.put(ADA, "second");
    await work.drain(ADA);
    expect(seen).toEqual(["first"]);
    expect(await work.until("waiting", 2)).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);
    await work.stop();
  });

  it("lets a new holder take over from one that stood still, and refuses the old one's writes", async () => {
    const database = await open();
    const standing = Promise.withResolvers<void>();
    const wokeUp = Promise.withResolvers<void>();
    const refusals: string[] = [];
    let calls = 0;
    const work = await openWork(database, {
      handle: async (_, lease) => {
        calls += 1;
        if (calls > 1) return { note: "by the new holder" };
        standing.resolve();
        await wokeUp.promise;
        const note = (error: unknown): void => {
          refusals.push(asAppError(error).code);
        };
        await fencedStatement(database, lease, {
          text: "insert into settings (name, value, updated_at) select $3, '{}', now() from holder returning 1",
          values: ["written by the old holder"],
        }).catch(note);
        await fencedTransaction(database, lease, async () => await Promise.resolve()).catch(
          (error: unknown) => {
            note(error);
            throw error;
          },
        );
        return { note: "by the old holder" };
      },
    });
    await work.put(ADA, "one");
    const old = work.drain(ADA);
    await standing.promise;
    // As if its process had stood still for longer than a lease lasts.
    await database.query("update streams set lease_until = now() - interval '1 second'");
    await work.drain(ADA);
    wokeUp.resolve();
    await old;
    expect(refusals).toEqual(["stale_fence", "stale_fence"]);
    const written = "select 1 from settings where name = 'written by the old holder'";
    expect(await database.query(written)).toEqual([]);
    expect(await work.until("handled", 1)).toMatchObject([{ note: "by the new holder" }]);
    const [stream] = await database.query<{ fence: number }>("select fence from streams");
    expect(Number(stream?.fence)).toBe(2);
    await work.stop();
  });

  it("leaves a held opportunity to its holder, and comes back for what is left", async () => {
    const inHand = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const seen: string[] = [];
    const work = await openWork(await open(), {
      handle: async (event) => {
        seen.push(nameOf(event));
        inHand.resolve();
        await goOn.promise;
        return { note: "fine" };
      },
    });
    await work.put(ADA, "one");
    const holder = work.drain(ADA);
    await inHand.promise;
    await work.drain(ADA);
    expect(seen).toEqual(["one"]);
    goOn.resolve();
    await holder;
    await work.until("handled", 1);
    expect(seen).toEqual(["one"]);
    await work.stop();
  });
});
