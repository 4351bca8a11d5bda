/** Erasures by the clock: those that were asked for, those that a restored database has lost, and whoever was kept long enough. */
import { type EraseDeps, eraseCandidate } from "../cases/erase-candidate.ts";
import type { Database } from "../db/port.ts";
import { asAppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { isHeld } from "../privacy/legal-holds.ts";
import type { DaysByCountry } from "../privacy/retention.ts";
import { askAgainAfterRestore, askErasure, listOpenErasures } from "../privacy/erasures.ts";

export type EraseDueDeps = EraseDeps;

/** One round; safe in many processes at once. What fails is tried again in the next, and keeps no other one waiting. */
export const eraseDue = async (deps: EraseDueDeps): Promise<void> => {
  await eraseAgain(deps);
  for (const erasure of await listOpenErasures(deps.database)) {
    try {
      if (!(await eraseCandidate(erasure, deps))) continue;
      deps.log.info({ erasureId: erasure.id }, "a candidate was erased");
    } catch (thrown) {
      const { code } = asAppError(thrown);
      deps.log.error({ erasureId: erasure.id, code, err: thrown }, "an erasure failed");
    }
  }
};

/** Whom the trail says were erased, and this database does not know of: it was restored. Done once by each process; that it cannot be must
 * not keep anybody else readable. */
const eraseAgain = async ({ database, trail, clock, log }: EraseDueDeps): Promise<void> => {
  try {
    await trail.takeErasures(async (lines) => {
      const count = await database.transaction(
        async (tx) => await askAgainAfterRestore(tx, lines, clock),
      );
      if (count === 0) return;
      log.warn({ count }, "candidates are erased again, whom a restored database had");
    });
  } catch (thrown) {
    log.error(
      { err: thrown },
      "the erased in TRAIL_DIR could not be taken up: whom a restored database has is readable until they are",
    );
  }
};

const AT_ONCE = 100;

/** Has those erased whose every case ended longer ago than its country keeps it. Who has an interview to come, or another case, is kept,
 * and whom a legal hold keeps. */
export const askForRetention = async ({
  database,
  clock,
  ids,
  keepCandidatesDays: days,
  keepByCountry,
}: {
  database: Database;
  clock: Clock;
  ids: Ids;
  keepCandidatesDays: number;
  keepByCountry: DaysByCountry;
}): Promise<void> => {
  if (days === 0) return;
  const now = clock.now();
  const due = await database.query<{ candidate: string; opportunityIds: string[] }>(
    `select candidate, array_agg(distinct opportunity_id) as "opportunityIds" from cases c
     where exists (select from candidate_keys k where k.candidate = c.candidate)
     group by candidate
     having bool_and(closed_at is not null)
       and bool_and(closed_at + coalesce(($1::jsonb ->> c.country)::int, $3::int) * interval '24 hours' < $2)
       and not ${isHeld("c.candidate")}
       and not exists (select from reservations r join proposals p on p.id = r.proposal_id join cases o on o.id = p.case_id
         where o.candidate = c.candidate and r.released_at is null and upper(r.during) > $2)
     limit ${AT_ONCE}`,
    [JSON.stringify(keepByCountry), now.toString(), days],
  );
  for (const { candidate, opportunityIds } of due) {
    const why = { cause: "retention", reason: "kept_long_enough", by: "clock" } as const;
    await database.transaction(
      async (tx) => await askErasure(tx, { candidate, opportunityIds, ...why }, { clock, ids }),
    );
  }
};
