/** An event in whose middle the process dies each time: it is given up, and others do not wait for it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { type Lane, openLane } from "../support/lane.ts";

const DEATHS = 2;

describePostgres("an event that kills its worker each time", (open) => {
  let lane: Lane;
  beforeAll(async () => {
    const database = await open();
    lane = await openLane({ databaseUrl: database.url ?? "" });
  });
  afterAll(async () => await lane[Symbol.asyncDispose]());

  it("is given up and shown after some deaths, while the cases of others go on", async () => {
    const poisoned = lane.nextCandidate();
    const options = { crashAt: `node.load.begin ${poisoned}`, maxDeaths: DEATHS };
    const over = new AbortController();
    const firstDeath = Promise.withResolvers<void>();
    let deaths = 0;
    const supervisor = (async () => {
      while (!over.signal.aborted) {
        const worker = lane.startWorker(options);
        await worker.ended;
        deaths += 1;
        firstDeath.resolve();
      }
    })();
    await lane.moveToPhoneScreen(poisoned);
    await firstDeath.promise;
    for (const other of [lane.nextCandidate(), lane.nextCandidate()]) {
      await lane.moveToPhoneScreen(other);
      expect(await lane.waitForProposal(other)).toBeDefined();
    }
    const failed = await lane.waitFor("the event to be given up", async () =>
      (await lane.api.events("failed")).find((event) => event.opportunityId === poisoned),
    );
    expect(failed.error?.message).toContain(`The process ended ${DEATHS} times`);
    expect(deaths).toBe(DEATHS);
    over.abort();
    await lane.stopWorkers();
    await supervisor;
  });
});
