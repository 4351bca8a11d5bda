/** Fifty runs at once, in a whole run, and else twenty, want the same interviewer at the same hour, in two worker processes. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Row } from "../../src/db/port.ts";
import { describePostgres } from "../support/database.ts";
import { inExtent } from "../support/extent.ts";
import { type Lane, openLane } from "../support/lane.ts";

const RUNS = inExtent({ usual: 20, whole: 50 });

describePostgres("many runs that want one hour of one person", (open) => {
  let lane: Lane;
  beforeAll(async () => {
    const database = await open();
    lane = await openLane({
      databaseUrl: database.url ?? "",
      candidates: 900,
    });
    lane.startWorker();
    lane.startWorker();
  });
  afterAll(async () => await lane[Symbol.asyncDispose]());

  /** What is kept of anybody's time now, sorted. */
  const keptTimes = async (): Promise<Span[]> =>
    await lane.web.deps.database.query<Span & Row>(
      `select lower(during) as starts, upper(during) as ends from reservations
       where released_at is null order by 1`,
    );
  const contenders = (): string[] => {
    const recruiter = lane.world.postings[0]?.ownerId;
    const postings = new Set(
      lane.world.postings.filter(({ ownerId }) => ownerId === recruiter).map(({ id }) => id),
    );
    return lane.candidates
      .filter((id) => {
        const found = lane.world.opportunities.find((one) => one.id === id);
        return found !== undefined && postings.has(found.postingId) && found.ownerId === recruiter;
      })
      .slice(0, RUNS);
  };
  const countCases = async (status: string): Promise<boolean> => {
    const [row] = await lane.web.deps.database.query<{ n: number; waiting: number }>(
      `select (select count(*)::int from cases where status = $1) as n,
         (select count(*)::int from inbox where status = 'waiting') as waiting`,
      [status],
    );
    return row?.n === RUNS && row.waiting === 0;
  };

  it("end in proposals and bookings that do not overlap, however many were slower to hold it", async () => {
    const candidates = contenders();
    expect(candidates).toHaveLength(RUNS);
    await Promise.all(candidates.map(async (id) => await lane.moveToPhoneScreen(id)));
    await lane.waitFor("all proposals", async () => await countCases("waiting"));
    const held = await keptTimes();
    expect([held.length, overlapsOf(held)]).toEqual([RUNS, []]);
    const [slower] = await lane.web.deps.database.query<{ n: number }>(
      "select count(*)::int as n from run_steps where name = 'propose' and error like 'slot_lost%'",
    );
    expect(slower?.n).toBeGreaterThan(0);

    const recruiter = lane.startRecruiter();
    await lane.waitFor("all bookings", async () => await countCases("booked"));
    await recruiter.stop();
    const booked = await keptTimes();
    expect([booked.length, overlapsOf(booked)]).toEqual([RUNS, []]);
    expect(booked).toEqual(held);
    const journal = await lane.eyes.journal();
    const count = (kind: string) => journal.filter((entry) => entry.kind === kind).length;
    expect({
      events: count("event.inserted") - count("event.deleted"),
      panels: count("panel.created") - count("panel.deleted"),
      mails: count("mail.received"),
    }).toEqual({ events: RUNS, panels: RUNS, mails: RUNS });
    process.stdout.write(
      `${RUNS} booked; ${slower?.n} times somebody else was quicker to hold a time\n`,
    );
  });
});

interface Span {
  starts: Temporal.Instant;
  ends: Temporal.Instant;
}

/** Of the sorted times, those that begin before the one before them ends. */
const overlapsOf = (times: readonly Span[]): Span[] =>
  times.filter(
    ({ starts }, index) =>
      index > 0 && Temporal.Instant.compare(starts, times[index - 1]?.ends ?? starts) < 0,
  );
