/** Runs that sleep while the program is replaced wake up under the new one: threads kept from each version before. */
import { expect, it } from "vitest";
import { STATE_VERSION } from "../../graphs/state.ts";
import { describeEachDatabase } from "../support/database.ts";
import { KEPT_KEYS, readKeptThread, restoreThread } from "../support/kept-thread.ts";
import { ONE_BOOKING, changesDuring, proposalFor, untilProposal } from "../support/story.ts";
import { startWalk } from "../support/walk.ts";

const VERSIONS = Array.from({ length: STATE_VERSION }, (_, index) => index + 1);

describeEachDatabase("a run that waited for a decision", (open) => {
  it.each(VERSIONS)("under version %i goes on under this one", async (version) => {
    await using undo = new AsyncDisposableStack();
    const walk = await startWalk(open, { env: { ENCRYPTION_KEYS: KEPT_KEYS } });
    undo.defer(async () => await walk.close());
    const kept = await readKeptThread(version, "gate");
    // The company has the candidate where the kept run left him; what this version makes of that is replaced.
    await proposalFor(walk, kept.opportunityId);
    await restoreThread(walk.running.deps.database, kept);
    const waiting = await walk.api.proposal(kept.proposalId);
    expect(waiting.status).toBe("waiting");
    const changes = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(changes).toEqual(ONE_BOOKING);
    const run = await walk.api.run(waiting.runId);
    expect([run.status, run.outcome]).toEqual(["done", expect.stringContaining("Booked: ")]);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });
});

/** The first version of which a run was kept in the middle of its effects. */
const FIRST_IN_ACT = 2;

describeEachDatabase("a run that stopped between two effects", (open) => {
  it.each(VERSIONS.filter((version) => version >= FIRST_IN_ACT))(
    "under version %i goes on under this one from the effect that comes next",
    async (version) => {
      await using undo = new AsyncDisposableStack();
      const walk = await startWalk(open, { env: { ENCRYPTION_KEYS: KEPT_KEYS } });
      undo.defer(async () => await walk.close());
      const kept = await readKeptThread(version, "act");
      await proposalFor(walk, kept.opportunityId);
      const { database } = walk.running.deps;
      const changes = await changesDuring(walk, async () => {
        await restoreThread(database, kept);
        const stopped = await walk.api.proposal(kept.proposalId);
        expect(["performing", "done"]).toContain(stopped.status);
        await untilProposal(walk, stopped, "done");
      });
      expect(changes).toEqual(ONE_BOOKING);
      const { runId, effects } = await walk.api.proposal(kept.proposalId);
      expect(effects.map(({ status }) => status)).toEqual(effects.map(() => "done"));
      // What was done before is not done again.
      expect(effects[0]?.attempt).toBe(1);
      expect((await walk.api.run(runId)).status).toBe("done");
      expect((await walk.api.verifyLedger()).ok).toBe(true);
    },
  );
});
