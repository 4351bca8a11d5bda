/** Thirty-two hands confirm thousands of interviews of a dozen people, ten thousand in a whole run: of what is kept no two overlap for anybody. */
import { expect, it } from "vitest";
import { type Random, createRandom } from "../../../sandbox/worlds/random.ts";
import type { Database } from "../../../src/db/port.ts";
import { takeTime } from "../../../src/cases/holds.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { describePostgres } from "../../support/database.ts";
import { inExtent } from "../../support/extent.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const CONFIRMS = inExtent({ usual: 3_000, whole: 10_000 });
const CLIENTS = 32;
const PEOPLE = Array.from({ length: 12 }, (_, index) => `person-${index}@company.test`);
const FIRST_DAY = Temporal.Instant.from("2026-11-23T08:00:00Z");
const DAYS = 10;
const QUARTERS_A_DAY = 36;

describePostgres("interviews that are confirmed at the same time", (open) => {
  it("never overlap, and only those are refused that would", async () => {
    const database = await open({ poolSize: CLIENTS });
    const random = createRandom("no-overlap");
    const { proposalId, effectIds } = await planMany(database);
    const wanted = effectIds.map((effectId) => anInterview(effectId, random));
    const kept: Interview[] = [];
    const refused: Interview[] = [];
    const toConfirm = [...wanted];
    const confirm = async (): Promise<void> => {
      for (let one = toConfirm.pop(); one !== undefined; one = toConfirm.pop()) {
        const interview = one;
        try {
          await database.transaction(async (tx) => {
            const panel = interview.people.map((email) => ({ email }));
            const { effectId } = interview;
            await takeTime(tx, { effectId, proposalId, sessions: [{ ...interview, panel }] });
          });
          kept.push(interview);
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== "slot_lost") throw error;
          refused.push(interview);
        }
      }
    };
    const from = performance.now();
    await Promise.all(Array.from({ length: CLIENTS }, confirm));
    const seconds = (performance.now() - from) / 1_000;

    const [rows] = await database.query<{ n: number }>(
      "select count(*)::int as n from reservations where released_at is null and person like 'person-%'",
    );
    expect(rows?.n).toBe(kept.reduce((sum, { people }) => sum + people.length, 0));
    const overlaps = kept.filter((one, index) =>
      kept.slice(index + 1).some((other) => doOverlap(one, other)),
    );
    expect(overlaps).toEqual([]);
    const refusedForNothing = refused.filter((one) => !kept.some((other) => doOverlap(one, other)));
    expect(refusedForNothing).toEqual([]);
    expect(kept.length + refused.length).toBe(CONFIRMS);
    expect(kept.length).toBeGreaterThan(100);
    process.stdout.write(
      `${CONFIRMS} confirms by ${CLIENTS} clients in ${seconds.toFixed(1)} s: ${kept.length} kept, 0 overlap\n`,
    );
  });
});

interface Interview {
  effectId: string;
  people: string[];
  startsAt: string;
  endsAt: string;
}

/** So many effects that may keep time, of one proposal. */
const planMany = async (
  database: Database,
): Promise<{ proposalId: string; effectIds: string[] }> => {
  await using desk = await openDesk(database);
  const { id, digest } = await desk.propose(bookingOf("everybody"));
  const rows = await database.query<{ id: string }>(
    `insert into effects (id, proposal_id, proposal_digest, step, generation, kind, label, audience, status)
     select 'ef_' || n, $1, $2, 0, n, 'reserve_time', 'Hold the time', 'internal', 'sending'
     from generate_series(1, $3::int) as n returning id`,
    [id, digest, CONFIRMS],
  );
  return { proposalId: id, effectIds: rows.map((row) => row.id) };
};

/** One to three people, in any order, for half an hour to an hour and a half. */
const anInterview = (effectId: string, random: Random): Interview => {
  const startsAt = FIRST_DAY.add({
    hours: 24 * random.int(0, DAYS - 1),
    minutes: 15 * random.int(0, QUARTERS_A_DAY - 1),
  });
  const people = new Set(Array.from({ length: random.int(1, 3) }, () => random.pick(PEOPLE)));
  return {
    effectId,
    people: [...people],
    startsAt: startsAt.toString(),
    endsAt: startsAt.add({ minutes: 15 * random.int(2, 6) }).toString(),
  };
};

/** ISO 8601 in UTC without fractions sorts as time does. */
const doOverlap = (one: Interview, other: Interview): boolean =>
  one.startsAt < other.endsAt &&
  other.startsAt < one.endsAt &&
  one.people.some((person) => other.people.includes(person));
