/** A booking, or a change of one, whose own sessions put somebody in two at once is refused when it is to be performed, and
 * what was booked keeps its time. */
import { expect, it } from "vitest";
import { type HeldSession, takeTime } from "../../../src/cases/holds.ts";
import { moveTime } from "../../../src/cases/moved-time.ts";
import { systemClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const session = (people: readonly string[], from: string, until: string): HeldSession => ({
  panel: people.map((name) => ({ email: `${name}@company.test` })),
  startsAt: `2026-11-25T${from}:00Z`,
  endsAt: `2026-11-25T${until}:00Z`,
});
const room = { email: "room@company.test" };

const TALK = session(["eva"], "10:00", "11:00");
const OVERLAPPING = {
  "somebody from one moment on": [TALK, session(["eva"], "10:00", "10:30")],
  "somebody for a while": [TALK, session(["eva", "leo"], "10:45", "11:30")],
  "a room": [
    { ...TALK, room },
    { ...session(["leo"], "10:30", "11:30"), room },
  ],
  "the candidate": [TALK, session(["leo"], "10:00", "11:00")],
};

/** Two effects of one proposal that may keep time. */
const planTwo = async (database: Database): Promise<{ proposalId: string; ids: string[] }> => {
  await using desk = await openDesk(database);
  const { id, digest } = await desk.propose(bookingOf("overlapping"));
  const rows = await database.query<{ id: string }>(
    `insert into effects (id, proposal_id, proposal_digest, step, generation, kind, label, audience, status)
     select 'ef_' || n, $1, $2, 0, n, 'reserve_time', 'Hold the time', 'internal', 'sending'
     from generate_series(1, 2) as n returning id`,
    [id, digest],
  );
  return { proposalId: id, ids: rows.map((row) => row.id) };
};

const keptBy = async (database: Database, effectId: string): Promise<string[]> => {
  const rows = await database.query<{ person: string }>(
    "select person from reservations where effect_id = $1 and released_at is null order by person",
    [effectId],
  );
  return rows.map(({ person }) => person);
};

describeEachDatabase("time of sessions that overlap each other", (open) => {
  it.each(Object.entries(OVERLAPPING))("is not taken: %s", async (_, sessions) => {
    const database = await open();
    const { proposalId, ids } = await planTwo(database);
    const [of = "", effectId = ""] = ids;
    const before = [TALK];
    await database.transaction(
      async (tx) => await takeTime(tx, { effectId: of, proposalId, sessions: before }),
    );
    const now = systemClock.now();
    const moving = { of: proposalId, effectId, proposalId, before, after: sessions, now };
    const moved = database.transaction(async (tx) => await moveTime(tx, moving));
    await expect(moved).rejects.toMatchObject({ code: "conflict", retryable: false });
    expect(await keptBy(database, effectId)).toEqual([]);
    expect(await keptBy(database, of)).toEqual(["eva@company.test"]);
  });

  it("is taken when one begins as the other ends", async () => {
    const database = await open();
    const { proposalId, ids } = await planTwo(database);
    const [effectId = ""] = ids;
    const sessions = [TALK, session(["eva"], "11:00", "11:30")];
    await database.transaction(
      async (tx) => await takeTime(tx, { effectId, proposalId, sessions }),
    );
    expect(await keptBy(database, effectId)).toEqual(["eva@company.test", "eva@company.test"]);
  });
});
