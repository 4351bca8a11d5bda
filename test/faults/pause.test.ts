/** The kill switch, turned at the command line while two workers book interviews: nothing more leaves, in no process and
 * after no restart, until it is turned back; then everything goes on, each booked once. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { faultsOf, readBooks } from "../support/books.ts";
import type { JournalEntry } from "../support/company-eyes.ts";
import { describePostgres } from "../support/database.ts";
import { type Lane, openLane } from "../support/lane.ts";

const CASES = 10;
/** The promise: what is on its way when the command returns has so long to arrive. */
const STOPPED_WITHIN = Temporal.Duration.from({ seconds: 2 });

describePostgres("a pause", (open) => {
  let lane: Lane;
  beforeAll(async () => {
    const database = await open();
    // Under Lever's real limit the requests of these bookings wait for each other for many seconds.
    lane = await openLane({
      databaseUrl: database.url ?? "",
      candidates: 200,
      rateLimits: "usual",
    });
  });
  afterAll(async () => await lane[Symbol.asyncDispose]());

  const say = async (command: "pause" | "resume", words: RegExp): Promise<Temporal.Instant> => {
    const program = lane.startConvene(command);
    await program.ended;
    expect([program.child.exitCode, program.said()]).toEqual([0, expect.stringMatching(words)]);
    return lane.company.clock.now();
  };

  /** What was done outside, by whomever of us. */
  const deeds = async (): Promise<JournalEntry[]> =>
    (await lane.eyes.journal()).filter(({ kind }) => kind !== "stage.changed");

  const untilRefused = async (opportunityId: string): Promise<void> => {
    await lane.waitFor("an event that waits for the end of the pause", async () => {
      const rows = await lane.web.deps.database.query<{ code: string | null; attempts: number }>(
        "select error ->> 'code' as code, attempts from inbox where opportunity_id = $1 and status = 'waiting'",
        [opportunityId],
      );
      return rows.some(({ code }) => code === "paused");
    });
  };

  it("stops every effect in every process, outlives them all, and is over when it is said to be", async () => {
    lane.startWorker();
    lane.startWorker();
    const cases = Array.from({ length: CASES }, () => lane.nextCandidate());
    const [struck = "", ...others] = cases;
    for (const opportunityId of cases) await lane.moveToPhoneScreen(opportunityId);
    const waiting = new Map<string, { id: string; digest: string }>();
    for (const opportunityId of cases) {
      waiting.set(opportunityId, await lane.waitForProposal(opportunityId));
    }
    const approve = async (opportunityId: string): Promise<void> => {
      await lane.api.approve(waiting.get(opportunityId) ?? { id: "", digest: "" });
    };
    // One has failed before and is to be tried again: the pause must not make it forgotten.
    await lane.eyes.control("POST", "/faults", {
      service: "lever",
      method: "POST",
      path: `/opportunities/${struck}/panels$`,
      kind: "status",
      status: 429,
      times: null,
    });
    await approve(struck);
    await lane.waitFor("an attempt that failed", async () => {
      const rows = await lane.web.deps.database.query(
        "select 1 as ok from inbox where opportunity_id = $1 and attempts > 0 and status = 'waiting'",
        [struck],
      );
      return rows.length > 0;
    });
    const before = (await deeds()).length;
    for (const opportunityId of others) await approve(opportunityId);
    await lane.waitFor("bookings under way", async () => (await deeds()).length > before + 2);
    const pausedAt = await say("pause", /All effects are paused/);
    await lane.eyes.control("POST", "/faults/clear");
    const late = lane.nextCandidate();
    cases.push(late);
    await lane.moveToPhoneScreen(late);
    // Events are still taken in, and what can be proposed is.
    await lane.api.approve(await lane.waitForProposal(late));
    for (const opportunityId of [struck, late]) await untilRefused(opportunityId);

    await lane.stopWorkers();
    lane.startWorker();
    lane.startWorker();
    const later = lane.nextCandidate();
    cases.push(later);
    await lane.moveToPhoneScreen(later);
    await lane.api.approve(await lane.waitForProposal(later));
    await untilRefused(later);
    expect((await lane.api.status()).paused).toBe(true);
    const present = lane.company.clock.now();
    const stoppedAt = pausedAt.add(STOPPED_WITHIN);
    expect(Temporal.Instant.compare(stoppedAt, present)).toBeLessThan(0);
    const lateDeeds = (await deeds()).filter(
      ({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), stoppedAt) > 0,
    );
    expect(lateDeeds).toEqual([]);
    const done = (await deeds()).length;
    expect(done).toBeLessThan(CASES * 4);

    await say("resume", /Effects go on/);
    // Some wanted the same hour: those are asked about once more.
    const recruiter = lane.startRecruiter();
    for (const opportunityId of cases) await lane.waitForBooking(opportunityId);
    await recruiter.stop();
    await lane.stopWorkers();
    const { bookings, stray } = await readBooks(lane, cases);
    expect(stray).toEqual([]);
    expect(bookings.flatMap(faultsOf)).toEqual([]);
    expect((await lane.api.verifyLedger()).ok).toBe(true);
    process.stdout.write(
      `paused with ${done} of ${CASES * 4} deeds done; ${cases.length} booked after it\n`,
    );
  });
});
