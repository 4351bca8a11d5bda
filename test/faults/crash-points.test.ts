/** A worker dies without a word at the points that the work of a booking passes; others go on with it. The company's
 * journal says whether anything was done twice or not at all. */
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Row } from "../../src/db/port.ts";
import { faultsOf, readBooks } from "../support/books.ts";
import { describePostgres } from "../support/database.ts";
import { IS_WHOLE } from "../support/extent.ts";
import { type Lane, openLane } from "../support/lane.ts";
import { slownessNow, startStopwatch } from "../support/stopwatch.ts";

/** The promise for other cases: 2 s, besides the work itself, which takes as long as the machine is busy. */
const STALL_MS = 2_000;
/** The promise for a case whose worker died: when there have been workers again for so long, one has taken it up. */
const TAKEN_UP_SECONDS = 20;
/** So many workers die here, one soon after the other, that bystanders would come under suspicion of having killed them. */
const MAX_DEATHS = 1_000;
/** In a whole run at each point; else wherever it may be unknown what was done outside, and at every eighth of the others. */
const isTried = (point: string, place: number): boolean =>
  IS_WHOLE || /\.(?:sending|handed_over|answered)$/.test(point) || place % 8 === 0;
/** Points at which nobody can say any more whether the mail left: how many did. */
const MAIL_UNKNOWABLE: Record<string, number> = {
  "effect.candidate_mail.handed_over": 0,
  "effect.candidate_mail.answered": 1,
};

interface Death {
  point: string;
  opportunityId: string;
  /** When the worker took work at first, if it did not die in its very start, and when it died. */
  from: Temporal.Instant | null;
  at: Temporal.Instant;
  held: Held[];
}

/** An event in the hands of somebody who had the lease of its opportunity. */
interface Held {
  opportunityId: string;
  fence: number;
  eventId: string;
}

/** What is in the hands of the dead: a lease outlives its holder, so this also tells of those who died before. */
const readHeld = async (lane: Lane): Promise<Held[]> =>
  await lane.web.deps.database.query<Held & Row>(
    `select s.opportunity_id as "opportunityId", s.fence, i.id as "eventId" from streams s
     cross join lateral (select id from inbox i where i.opportunity_id = s.opportunity_id
       and i.status = 'waiting' order by seq limit 1) i
     where s.lease_owner is not null`,
  );

/** For each event that a worker held when it died: how long there were workers until it was handled, or until another one
 * died that had taken it up. One worker follows the other here, and while a new one starts there is none. */
const readDelays = async (
  lane: Lane,
  deaths: readonly Death[],
  last: Pick<Death, "from" | "at">,
): Promise<{ point: string; seconds: number }[]> => {
  const rows = await lane.web.deps.database.query<{ id: string; handled: Temporal.Instant }>(
    "select id, handled_at as handled from inbox where handled_at is not null",
  );
  const handled = new Map(rows.map((row) => [row.id, row.handled.epochMilliseconds]));
  const all = deaths.flatMap(({ point, at, held }) =>
    held.map((hold) => ({ ...hold, point, at: at.epochMilliseconds })),
  );
  const isSame = (a: Held, b: Held) => a.eventId === b.eventId && a.fence === b.fence;
  const holds = all.filter((hold, place) => all.findIndex((one) => isSame(one, hold)) === place);
  return holds.map(({ point, at, eventId }) => {
    const takenAgain = holds.find((later) => later.eventId === eventId && later.at > at)?.at;
    const until = Math.min(handled.get(eventId) ?? Infinity, takenAgain ?? Infinity);
    const alive = [...deaths, last].map(({ from, at: end }) => {
      const begin = Math.max(from?.epochMilliseconds ?? Infinity, at);
      return Math.max(0, Math.min(end.epochMilliseconds, until) - begin);
    });
    return { point, seconds: alive.reduce((sum, ms) => sum + ms, 0) / 1_000 };
  });
};

describePostgres("a worker that is killed", (open) => {
  let lane: Lane;
  beforeAll(async () => {
    const database = await open();
    lane = await openLane({
      databaseUrl: database.url ?? "",
      candidates: 500,
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
    const all = [...new Set(first.points)];
    expect(all.length).toBeGreaterThan(40);
    const points = all.filter(isTried);

    const recruiter = lane.startRecruiter();
    const deaths: Death[] = [];
    for (const point of points) {
      const opportunityId = lane.nextCandidate();
      const worker = lane.startWorker({
        crashAt: `${point} ${opportunityId}`,
        maxDeaths: MAX_DEATHS,
      });
      await lane.moveToPhoneScreen(opportunityId);
      await worker.ended;
      expect({ point, signal: worker.child.signalCode }).toEqual({ point, signal: "SIGKILL" });
      deaths.push({
        point,
        opportunityId,
        from: await worker.wasThere,
        at: Temporal.Now.instant(),
        held: await readHeld(lane),
      });
    }
    const last = lane.startWorker({ maxDeaths: MAX_DEATHS });
    for (const { opportunityId } of deaths) {
      await lane.waitForBooking(opportunityId);
    }
    await recruiter.stop();
    const delays = await readDelays(lane, deaths, {
      from: await last.wasThere,
      at: Temporal.Now.instant(),
    });
    await last.kill("SIGTERM");
    expect(delays.length).toBeGreaterThan(points.length);
    const most = TAKEN_UP_SECONDS * slownessNow().wall;
    expect(delays.filter(({ seconds }) => seconds > most)).toEqual([]);

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
  });

  it("holds up nobody but the cases in its hands", async () => {
    const [mourned = "", ...all] = Array.from({ length: 8 }, () => lane.nextCandidate());
    const [before, others] = [all.slice(0, 2), all.slice(2)];
    // Whichever of the two takes the case dies of it; the other one is there for everybody else, and for the case in the end.
    await using folder = await mkdtempDisposable(join(tmpdir(), "convene-crash-"));
    const dies = {
      crashAt: `node.scheduling.draft.begin ${mourned}`,
      crashMark: join(folder.path, "mark"),
    };
    const pair = [lane.startWorker(dies), lane.startWorker(dies)];
    const timeToProposal = async (opportunityId: string): Promise<number> => {
      const from = startStopwatch();
      await lane.moveToPhoneScreen(opportunityId);
      await lane.waitForProposal(opportunityId);
      return from.wallMs();
    };
    await Promise.all(pair.map(async ({ wasThere }) => await wasThere));
    let usual = 0;
    for (const opportunityId of before) {
      usual = Math.max(usual, await timeToProposal(opportunityId));
    }
    await lane.moveToPhoneScreen(mourned);
    await Promise.race(pair.map(async ({ ended }) => await ended));
    const died = Temporal.Now.instant();
    for (const opportunityId of others) {
      expect(await timeToProposal(opportunityId)).toBeLessThan(usual + STALL_MS);
    }
    await lane.waitForProposal(mourned);
    const [made] = await lane.web.deps.database.query<{ at: Temporal.Instant }>(
      "select p.created_at as at from proposals p join cases c on c.id = p.case_id where c.opportunity_id = $1",
      [mourned],
    );
    const seconds = made === undefined ? Infinity : made.at.since(died).total("seconds");
    expect(seconds).toBeLessThan(TAKEN_UP_SECONDS * slownessNow().wall);
    expect(pair.filter(({ child }) => child.signalCode === "SIGKILL")).toHaveLength(1);
    await lane.stopWorkers();
  });
});
