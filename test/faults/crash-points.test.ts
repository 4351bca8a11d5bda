/** A worker dies without a word at every point that the work of a booking passes; others go on with it. The company's
 * journal says whether anything was done twice or not at all. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { faultsOf, readBooks } from "../support/books.ts";
import { describePostgres } from "../support/database.ts";
import { type Lane, openLane } from "../support/lane.ts";

const PATIENCE_MS = 45_000;
/** The promise for other cases: 2 s; here with the work itself, about half a second. */
const STALL_MS = 2_000;
/** So many workers die here, one soon after the other, that bystanders would come under suspicion of having killed them. */
const MAX_DEATHS = 1_000;
/** Points at which nobody can say any more whether the mail left: how many did. */
const MAIL_UNKNOWABLE: Record<string, number> = {
  "effect.candidate_mail.handed_over": 0,
  "effect.candidate_mail.answered": 1,
};

describePostgres("a worker that is killed", (open) => {
  let lane: Lane;
  beforeAll(async () => {
    const database = await open();
    lane = await openLane({
      databaseUrl: database.url ?? "",
      candidates: 500,
      patienceMs: PATIENCE_MS,
    });
  });
  afterAll(async () => await lane[Symbol.asyncDispose]());

  it("at any point of the walk leaves one booking, neither doubled nor lost", async () => {
    const recorded = lane.nextCandidate();
    const first = lane.startWorker({ saysPoints: true });
    await lane.moveToPhoneScreen(recorded);
    await lane.api.approve(await lane.waitForProposal(recorded));
    await lane.waitForBooking(recorded);

    await first.kill("SIGTERM");
    const points = [...new Set(first.points)];
    expect(points.length).toBeGreaterThan(40);

    const recruiter = lane.startRecruiter();
    const deaths: { point: string; opportunityId: string }[] = [];
    for (const point of points) {
      const opportunityId = lane.nextCandidate();
      const worker = lane.startWorker({
        crashAt: `${point} ${opportunityId}`,
        maxDeaths: MAX_DEATHS,
      });
      await lane.moveToPhoneScreen(opportunityId);
      await worker.ended;
      expect({ point, signal: worker.child.signalCode }).toEqual({ point, signal: "SIGKILL" });
      deaths.push({ point, opportunityId });
    }
    const last = lane.startWorker({ maxDeaths: MAX_DEATHS });
    for (const { opportunityId } of deaths) {
      await lane.waitForBooking(opportunityId);
    }
    await recruiter.stop();
    await last.kill("SIGTERM");

    const { bookings, stray } = await readBooks(lane, [
      recorded,
      ...deaths.map(({ opportunityId }) => opportunityId),
    ]);
    expect(stray).toEqual([]);
    expect(bookings.flatMap(faultsOf)).toEqual([]);
    for (const [point, mails] of Object.entries(MAIL_UNKNOWABLE)) {
      const index = deaths.findIndex((death) => death.point === point);
      const booking = bookings[index + 1];
      expect(booking?.effects.at(-1)).toMatchObject({ kind: "candidate_mail", status: "parked" });
      expect(booking?.deeds["mail.received"] ?? 0).toBe(mails);
    }
    expect((await lane.api.verifyLedger()).ok).toBe(true);
  }, 420_000);

  it("holds up nobody but the cases in its hands", async () => {
    const [mourned = "", ...others] = Array.from({ length: 6 }, () => lane.nextCandidate());
    // Whichever of the two takes the case dies of it; the other one is there for everybody else.
    const crashAt = `node.scheduling.draft.begin ${mourned}`;
    const pair = [lane.startWorker({ crashAt }), lane.startWorker({ crashAt })];
    await lane.moveToPhoneScreen(mourned);
    await Promise.race(pair.map(async ({ ended }) => await ended));
    const timeToProposal = async (opportunityId: string): Promise<number> => {
      const from = performance.now();
      await lane.moveToPhoneScreen(opportunityId);
      await lane.waitForProposal(opportunityId);
      return performance.now() - from;
    };
    await timeToProposal(others.shift() ?? "");
    for (const opportunityId of others) {
      expect(await timeToProposal(opportunityId)).toBeLessThan(STALL_MS);
    }
    lane.startWorker();
    await lane.waitForProposal(mourned);
    await lane.stopWorkers();
  }, 60_000);
});
