/** A process that is told to stop, in the middle of bookings: it is not ready any more at once, has ended within 10 s in
 * good order, and another one goes on where it stopped without waiting for its lease to run out. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { LEASE_SECONDS } from "../../src/cases/lease.ts";
import { faultsOf, readBooks } from "../support/books.ts";
import { describePostgres } from "../support/database.ts";
import { askHalf, openConnection } from "../support/half-asked.ts";
import { type Lane, openLane } from "../support/lane.ts";
import type { Program } from "../support/role-process.ts";
import { startStopwatch } from "../support/stopwatch.ts";

const STOPPED_WITHIN_MS = 10_000;
/** Much sooner than a lease runs out. */
const AT_ONCE_MS = (LEASE_SECONDS * 1_000) / 2;

describePostgres("a process that is told to stop", (open) => {
  let lane: Lane;
  beforeAll(async () => {
    const database = await open();
    lane = await openLane({
      databaseUrl: database.url ?? "",
      candidates: 200,
    });
  });
  afterAll(async () => await lane[Symbol.asyncDispose]());

  const stop = async (program: Program): Promise<void> => {
    const from = startStopwatch();
    await program.kill("SIGTERM");
    expect([program.child.exitCode, program.child.signalCode, program.said()]).toEqual([
      0,
      null,
      expect.anything(),
    ]);
    expect(from.wallMs()).toBeLessThan(STOPPED_WITHIN_MS);
  };

  const fault = async (rule: Record<string, unknown>): Promise<{ untilMet(): Promise<void> }> => {
    const { id } = (await lane.eyes.control("POST", "/faults", rule)) as { id: string };
    return {
      untilMet: async () => void (await lane.eyes.control("GET", `/faults/${id}/met`)),
    };
  };

  const proposed = async (): Promise<{ opportunityId: string; id: string; digest: string }> => {
    const opportunityId = lane.nextCandidate();
    await lane.moveToPhoneScreen(opportunityId);
    return { opportunityId, ...(await lane.waitForProposal(opportunityId)) };
  };

  /** Where anything is not booked once. */
  const faultsOfAll = async (...opportunityIds: string[]): Promise<string[]> => {
    const { bookings } = await readBooks(lane, opportunityIds);
    const { ok } = await lane.api.verifyLedger();
    return [...bookings.flatMap(faultsOf), ...(ok ? [] : ["the ledger does not verify"])];
  };

  it("says at once that it is not ready, and finishes what it has begun", async () => {
    const program = lane.startConvene("all");
    const [, url = ""] = await program.until(/ready at (http:\S+)/);
    const proposals = [await proposed(), await proposed()];
    const slow = await fault({
      service: "google",
      method: "POST",
      path: "/events$",
      kind: "slow",
      delayMs: 1_000,
    });
    for (const proposal of proposals) await lane.api.approve(proposal);
    await slow.untilMet();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const halfAsked = await askHalf(url, "/readyz");
    const stopped = stop(program);
    // The one who has begun to ask is still answered; nobody else is let in.
    await untilRefused(url);
    expect(await halfAsked.finish()).toMatch(
      /^HTTP\/1\.1 200 [^]*"alive":true[^]*HTTP\/1\.1 503 [^]*"accepting":false/,
    );
    await stopped;
    for (const { opportunityId } of proposals) await lane.waitForBooking(opportunityId);
    expect(await faultsOfAll(...proposals.map(({ opportunityId }) => opportunityId))).toEqual([]);
  });

  it("gives back what it cannot finish, and another one goes on at once", async () => {
    const stuck = lane.nextCandidate();
    const program = lane.startConvene("work");
    const hanging = await fault({
      service: "lever",
      method: "GET",
      path: `/opportunities/${stuck}$`,
      kind: "hang_before",
    });
    await lane.moveToPhoneScreen(stuck);
    await hanging.untilMet();
    const other = lane.startWorker({ saysPoints: true });
    const proposal = await proposed();
    await stop(program);
    const from = startStopwatch();
    await lane.waitForProposal(stuck);
    expect(from.wallMs()).toBeLessThan(AT_ONCE_MS);
    await lane.api.approve(proposal);
    await lane.waitForBooking(proposal.opportunityId);
    await other.kill("SIGTERM");
    expect(other.child.exitCode).toBe(0);
    expect(await faultsOfAll(proposal.opportunityId)).toEqual([]);
  });

  it("keeps others away from what is still on its way when its time is up", async () => {
    const program = lane.startConvene("work");
    const proposal = await proposed();
    // Longer than it may take to stop: Lever makes the panel when nobody waits for the answer any more.
    const late = await fault({
      service: "lever",
      method: "POST",
      path: "/panels$",
      kind: "slow",
      delayMs: STOPPED_WITHIN_MS + 1_500,
    });
    await lane.api.approve(proposal);
    await lane.waitFor("the panel to be on its way", async () => {
      const effects = await lane.web.deps.database.query<{ status: string }>(
        "select status from effects where proposal_id = $1 and kind = 'lever_panel'",
        [proposal.id],
      );
      return effects[0]?.status === "sending";
    });
    const other = lane.startWorker();
    await stop(program);
    await lane.waitForBooking(proposal.opportunityId);
    await other.kill("SIGTERM");
    await late.untilMet();
    expect(await faultsOfAll(proposal.opportunityId)).toEqual([]);
  });
});

const untilRefused = async (url: string): Promise<void> => {
  for (;;) {
    try {
      (await openConnection(url)).destroy();
    } catch {
      return;
    }
  }
};
