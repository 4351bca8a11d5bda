/** Lists of Lever's that hold a record as Lever never documented one, and lists that cannot be read. */
import pino from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { catchUp } from "../../../src/worker/catch-up.ts";
import { readWarnings, watchWork } from "../../../src/worker/watchdog.ts";
import { type Queue, createQueue } from "../../../src/worker/queue.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { type Received, type Reply, openLoopbackServer } from "../../support/loopback-server.ts";

const BEGAN = Temporal.Instant.from("2026-11-23T09:00:00Z");
const MOVED = BEGAN.add({ minutes: 2 }).epochMilliseconds;

describeEachDatabase("looking through Lever's lists of changes", (open) => {
  let database: Database;
  let queue: Queue;
  let clock: ReturnType<typeof createManualClock>;
  let warnings: Record<string, unknown>[];
  beforeEach(async () => {
    database = await open();
    queue = createQueue({ database, log: pino({ level: "silent" }), onError: () => {} });
    await queue.start();
    clock = createManualClock(BEGAN);
    warnings = [];
  });
  afterEach(async () => await queue.stop({ graceMs: 1_000 }));

  const log = pino(
    { level: "warn" },
    { write: (line: string) => warnings.push(JSON.parse(line) as Record<string, unknown>) },
  );
  type Lever = Parameters<typeof catchUp>[0]["lever"];
  const look = async (lever: Lever): Promise<void> => {
    await catchUp({ database, queue, clock, ids: randomIds, log, lever });
  };
  const readTo = async (): Promise<string[]> => {
    const rows = await database.query<{ until: Temporal.Instant }>(
      "select distinct read_until as until from lever_watermarks",
    );
    return rows.map(({ until }) => until.toString());
  };

  const OF_CHANGES = [
    { id: "odd", stage: "s", updatedAt: 9e15 },
    { id: "", stage: "s", updatedAt: MOVED },
    { id: "good", stage: "s", lastAdvancedAt: MOVED, updatedAt: MOVED },
  ];
  const OF_DELETIONS = [
    { id: "odd too", deletedAt: "long ago" },
    { id: "good too", deletedAt: MOVED },
  ];
  const answer = ({ path }: Received): Reply => ({
    body: { data: path === "/opportunities" ? OF_CHANGES : OF_DELETIONS },
  });

  it("leaves out the one record that cannot be read, says so once, and goes on with the others", async () => {
    await using server = await openLoopbackServer(answer);
    const { reader } = openLeverClient(server.url);
    await look(reader);
    clock.advance(Temporal.Duration.from({ minutes: 4 }));
    await look(reader);
    expect(await readTo()).toEqual([clock.now().toString()]);
    clock.advance(Temporal.Duration.from({ minutes: 4 }));
    await look(reader);
    expect(await readTo()).toEqual([clock.now().toString()]);
    const rows = await database.query(
      `select opportunity_id as id, status, coalesce(note, error ->> 'message') as says
       from inbox order by opportunity_id nulls last`,
    );
    const saysOf = (field: string) =>
      `Lever's record of a change cannot be used: wrong or missing: ${field}.`;
    expect(rows).toEqual([
      { id: "good", status: "waiting", says: null },
      { id: "odd", status: "failed", says: saysOf("updatedAt") },
      { id: "odd too", status: "failed", says: saysOf("deletedAt") },
      { id: null, status: "ignored", says: saysOf("id") },
    ]);
    expect(warnings.map(({ opportunityId, fields }) => [opportunityId, fields])).toEqual([
      ["odd", ["updatedAt"]],
      [null, ["id"]],
      ["odd too", ["deletedAt"]],
    ]);
  });

  it("hears of a move from the record once it can be read", async () => {
    let updatedAt = 9e15;
    const record = () => ({ id: "odd", stage: "s", lastAdvancedAt: MOVED, updatedAt });
    await using server = await openLoopbackServer(({ path }) => ({
      body: { data: path === "/opportunities" ? [record()] : [] },
    }));
    const { reader } = openLeverClient(server.url);
    await look(reader);
    clock.advance(Temporal.Duration.from({ minutes: 4 }));
    await look(reader);
    updatedAt = MOVED;
    clock.advance(Temporal.Duration.from({ minutes: 4 }));
    await look(reader);
    const rows = await database.query<{ status: string }>(
      "select status from inbox where data ->> 'toStageId' = 's'",
    );
    expect(rows).toEqual([{ status: "waiting" }]);
  });

  it("has a list to itself for as long as a long one takes, and after a fault for a minute", async () => {
    let status = 200;
    await using server = await openLoopbackServer(() => ({ status, body: { data: [] } }));
    const { reader } = openLeverClient(server.url);
    const seconds: number[] = [];
    const readClaim = async () =>
      await database.query<{ seconds: number }>(
        `select extract(epoch from claimed_until - now())::float8 as seconds
         from lever_watermarks where claimed_until is not null`,
      );
    const watched: Lever = {
      listChanged: async (...asked) => {
        seconds.push(...(await readClaim()).map((row) => row.seconds));
        return await reader.listChanged(...asked);
      },
      listDeleted: async (...asked) => await reader.listDeleted(...asked),
    };
    await look(watched);
    clock.advance(Temporal.Duration.from({ minutes: 4 }));
    await look(watched);
    expect(seconds).toHaveLength(3);
    for (const left of seconds) expect(left).toBeGreaterThan(500);
    expect(await readClaim()).toEqual([]);
    status = 403;
    clock.advance(Temporal.Duration.from({ minutes: 4 }));
    await look(watched);
    const rests = await readClaim();
    expect(rests).toHaveLength(4);
    for (const rest of rests) expect(rest.seconds).toBeLessThanOrEqual(60);
  });

  it("goes on, and is ready, when Lever forbids one list for good, and says which permission is missing", async () => {
    let forbidden = /\/deleted$/;
    let status = 403;
    await using server = await openLoopbackServer(({ path }) => ({
      status: forbidden.test(path) ? status : 200,
      body: { data: [] },
    }));
    const { reader } = openLeverClient(server.url);
    const minutesLater = async (minutes: number) => {
      clock.advance(Temporal.Duration.from({ minutes }));
      await database.query("update lever_watermarks set claimed_until = null");
      await look(reader);
      return [(await watchWork(database, clock)).catchUp, await readWarnings(database)];
    };
    await look(reader);
    const words = [expect.stringContaining("(/opportunities/deleted) may not be read")];
    expect(await minutesLater(4)).toEqual([true, words]);
    expect(await minutesLater(60)).toEqual([true, words]);
    expect(warnings.at(-1)?.["msg"]).toContain('it lacks the permission "Opportunities: read"');
    // What passes does not take back that it is forbidden: it is as old, and no later than before.
    status = 500;
    expect(await minutesLater(60)).toEqual([true, words]);
    // A credential that is not good at all is another matter.
    status = 401;
    expect(await minutesLater(20)).toEqual([false, []]);
    status = 403;
    forbidden = /./;
    const [isWell, told] = await minutesLater(20);
    expect([isWell, (told as string[]).length]).toEqual([false, 4]);
    forbidden = /nothing/;
    expect(await minutesLater(4)).toEqual([true, []]);
  });
});
