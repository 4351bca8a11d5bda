/** The database fails like a machine that loses power, again and again, while interviews are booked: nothing is lost or
 * doubled, no process dies of it, and the front door never says that it has taken what is not kept. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOf, readBooks } from "../support/books.ts";
import { deliverAsLever } from "../support/deliveries.ts";
import { type Lane, SECRET, openLane } from "../support/lane.ts";
import { databaseUrl, onServer } from "../support/templates.ts";
import { type PostgresServer, startPostgres } from "../support/throwaway-postgres.ts";
import { slownessNow } from "../support/stopwatch.ts";

const CRASHES = 4;
const CASES_A_CRASH = 3;
const SENDERS = 2;
/** So many answers of a kind before the database goes or comes. */
const ANSWERS = 10;
/** The promise: without its database the front door says so within 2 s. */
const REFUSED_WITHIN_MS = 2_000;

interface Tally {
  accepted: string[];
  refusedAfterMs: number[];
  otherStatuses: number[];
}

describe("while the database fails again and again", () => {
  let server: PostgresServer;
  let lane: Lane;
  beforeAll(async () => {
    server = await startPostgres();
    await onServer(server.url, "create database bookings");
    lane = await openLane({
      databaseUrl: databaseUrl(server.url, "bookings"),
      candidates: 200,
    });
  });
  afterAll(async () => {
    await lane[Symbol.asyncDispose]();
    await server.stop();
  });

  it("every interview is booked once, and no delivery that was accepted is missing", async () => {
    const workers = [lane.startWorker(), lane.startWorker()];
    const recruiter = lane.startRecruiter();
    const over = new AbortController();
    const tally: Tally = { accepted: [], refusedAfterMs: [], otherStatuses: [] };
    const changed = new EventTarget();
    const senders = Array.from({ length: SENDERS }, async () => {
      while (!over.signal.aborted) await deliverUntilAccepted(tally, changed);
    });
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) {
        await new Promise((resolve) => changed.addEventListener("answer", resolve, { once: true }));
      }
    };
    const cases: string[] = [];
    let slowness = 1;
    for (let crash = 0; crash < CRASHES; crash += 1) {
      const deeds = (await lane.eyes.journal()).length;
      for (let n = 0; n < CASES_A_CRASH; n += 1) {
        const opportunityId = lane.nextCandidate();
        cases.push(opportunityId);
        await lane.moveToPhoneScreen(opportunityId);
      }
      // In the middle of it: something of these is done already, and not all.
      await lane.waitFor(
        "something to be booked",
        async () => (await lane.eyes.journal()).length > deeds + CASES_A_CRASH,
      );
      const refused = tally.refusedAfterMs.length;
      await server.crash();
      slowness = Math.max(slowness, slownessNow().wall);
      await until(() => tally.refusedAfterMs.length >= refused + ANSWERS);
      await server.startAgain();
      const accepted = tally.accepted.length;
      await until(() => tally.accepted.length >= accepted + ANSWERS);
    }
    over.abort();
    await Promise.all(senders);
    for (const opportunityId of cases) await lane.waitForBooking(opportunityId);
    await recruiter.stop();

    for (const { child } of workers)
      expect([child.exitCode, child.signalCode]).toEqual([null, null]);
    const { bookings, stray } = await readBooks(lane, cases);
    expect(stray).toEqual([]);
    expect(bookings.flatMap(faultsOf)).toEqual([]);
    expect((await lane.api.verifyLedger()).ok).toBe(true);
    expect(tally.otherStatuses).toEqual([]);
    expect(Math.max(...tally.refusedAfterMs) / slowness).toBeLessThan(REFUSED_WITHIN_MS);
    const kept = await lane.web.deps.database.query<{ key: string }>(
      "select delivery_key as key from inbox where kind = 'candidateWaved'",
    );
    expect(kept.map(({ key }) => key).toSorted()).toEqual(
      tally.accepted.map((id) => `lever:${id}`).toSorted(),
    );
    process.stdout.write(
      `${CRASHES} crashes: ${cases.length} booked, ${tally.accepted.length} deliveries accepted, ` +
        `${tally.refusedAfterMs.length} refused, the slowest after ${Math.round(Math.max(...tally.refusedAfterMs))} ms\n`,
    );
  });

  /** An event that nobody acts on: what counts is whether it is kept. */
  const deliverUntilAccepted = async (tally: Tally, changed: EventTarget): Promise<void> => {
    const delivery = {
      event: "candidateWaved",
      id: randomUUID(),
      token: randomUUID(),
      data: { opportunityId: "somebody" },
      triggeredAt: lane.company.clock.now().epochMilliseconds,
      secret: SECRET,
    };
    for (;;) {
      const from = performance.now();
      const { status } = await deliverAsLever(lane.web.url, delivery);
      if (status === 200) tally.accepted.push(delivery.id);
      else if (status === 503) tally.refusedAfterMs.push(performance.now() - from);
      else tally.otherStatuses.push(status);
      changed.dispatchEvent(new Event("answer"));
      if (status !== 503) return;
    }
  };
});
