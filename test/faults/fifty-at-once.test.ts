/** Fifty runs at once want the same interviewer at the same hour, in two worker processes. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { describePostgres } from "../support/database.ts";
import { type Lane, openLane } from "../support/lane.ts";

const RUNS = 50;

describePostgres("fifty runs that want one hour of one person", (open) => {
  let lane: Lane;
  beforeAll(async () => {
    const database = await open();
    lane = await openLane({
      databaseUrl: database.url ?? "",
      candidates: 900,
      patienceMs: 120_000,
    });
    lane.startWorker();
    lane.startWorker();
  });
  afterAll(async () => await lane[Symbol.asyncDispose]());

  it("end in bookings that do not overlap, and who lost the hour is told so", async () => {
    await lane.api.setMode("managed");
    const recruiter = lane.world.postings[0]?.ownerId;
    const postings = new Set(
      lane.world.postings.filter(({ ownerId }) => ownerId === recruiter).map(({ id }) => id),
    );
    const candidates = lane.candidates
      .filter((id) => {
        const found = lane.world.opportunities.find((one) => one.id === id);
        return found !== undefined && postings.has(found.postingId) && found.ownerId === recruiter;
      })
      .slice(0, RUNS);
    expect(candidates).toHaveLength(RUNS);
    await Promise.all(candidates.map(async (id) => await lane.moveToPhoneScreen(id)));
    await lane.waitFor("fifty bookings", async () => {
      const [row] = await lane.web.deps.database.query<{ booked: number; waiting: number }>(
        `select (select count(*)::int from cases where status = 'booked') as booked,
           (select count(*)::int from inbox where status = 'waiting') as waiting`,
      );
      return row?.booked === RUNS && row.waiting === 0;
    });
    const { database } = lane.web.deps;
    const times = await database.query<{ starts: Temporal.Instant; ends: Temporal.Instant }>(
      `select lower(during) as starts, upper(during) as ends from reservations
       where released_at is null order by 1`,
    );
    expect(times).toHaveLength(RUNS);
    const overlaps = times.filter(
      ({ starts }, index) =>
        index > 0 && Temporal.Instant.compare(starts, times[index - 1]?.ends ?? starts) < 0,
    );
    expect(overlaps).toEqual([]);
    const journal = await lane.eyes.journal();
    const count = (kind: string) => journal.filter((entry) => entry.kind === kind).length;
    expect({
      events: count("event.inserted") - count("event.deleted"),
      panels: count("panel.created") - count("panel.deleted"),
      mails: count("mail.received"),
    }).toEqual({ events: RUNS, panels: RUNS, mails: RUNS });
    const [lost] = await database.query<{ n: number; told: number }>(
      `select count(*)::int as n,
         count(*) filter (where exists (
           select 1 from inbox i where i.kind = 'slot_lost' and i.data ->> 'proposalId' = p.id))::int as told
       from proposals p where p.status = 'failed'`,
    );
    expect(lost?.n).toBeGreaterThan(0);
    expect(lost?.told).toBe(lost?.n);
    process.stdout.write(`${RUNS} booked, ${lost?.n} proposals lost their hour on the way\n`);
  }, 180_000);
});
