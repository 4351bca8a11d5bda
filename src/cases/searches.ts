/** Searches that go on: of a case for which nothing fits, since when that is, what would help, and when it is looked at again. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { CaseId, RunId } from "../domain/ids.ts";
import type { NoFit } from "../domain/no-fit.ts";
import type { Clock } from "../domain/time.ts";
import { derivedId } from "../identifiers.ts";
import { nextLook } from "./look-times.ts";

/** Kind of the event that looks again, by the clock or for a person. */
export const LOOK_AGAIN = "look_again";
/** Kind of the event that has the recruiter told. */
export const ALERT_DUE = "alert_due";
/** By which that event is known: there is one for each search. */
export const alertKeyOf = ({ id }: { id: string }): string => `alert:${id}`;

/** What was asked for beside the plan, and is asked for again. */
export interface SearchWishes {
  planId: string | null;
  panelistIds: string[];
}

export interface SearchRecord {
  id: string;
  caseId: CaseId;
  since: Temporal.Instant;
  noFit: NoFit;
  wishes: SearchWishes;
  looks: number;
  lookedAt: Temporal.Instant;
  /** Null: it is not looked at by itself any more. */
  nextLookAt: Temporal.Instant | null;
  alertAt: Temporal.Instant;
  alertedAt: Temporal.Instant | null;
}

/** The search of a case that has not ended, or null. */
export const findSearch = async (
  reads: Database | Queryable,
  caseId: string,
): Promise<SearchRecord | null> => {
  const [found] = await reads.query<SearchRecord & Row>(
    `select id, case_id as "caseId", since, no_fit as "noFit", wishes, looks, looked_at as "lookedAt",
       next_look_at as "nextLookAt", alert_at as "alertAt", alerted_at as "alertedAt"
     from searches where case_id = $1 and ended_at is null`,
    [caseId],
  );
  return found ?? null;
};

/** Versions that the calendars of the addresses in `$n` have together: another one says that one of them has changed. */
export const calendarsOf = (people: string): string =>
  `(select coalesce(sum(v.version), 0) from calendar_versions v where v.mailbox in (select lower(p) from ${people} p))`;

/** Begins a search, or brings the one that goes on up to date. What changes in a calendar between its reading and this is
 * found at the next look by the clock. */
export const keepSearch = async (
  tx: Tx,
  search: {
    caseId: CaseId;
    runId: RunId;
    noFit: NoFit;
    wishes: SearchWishes;
    /** Nothing would be proposed of a look by the clock: it is looked at when a person asks. */
    isByPerson: boolean;
  },
  { clock }: { clock: Clock },
): Promise<void> => {
  const { caseId, noFit, wishes, isByPerson } = search;
  const now = clock.now();
  const { alertAfterHours } = noFit;
  const id = derivedId("se", search.runId);
  await tx.query(
    `insert into searches (id, case_id, since, no_fit, wishes, looked_at, next_look_at, alert_at, calendars)
     values ($1, $2, $3, $4, $5, $3, $6, $7, ${calendarsOf("unnest($8::text[])")})
     on conflict (case_id) where ended_at is null do update set no_fit = excluded.no_fit,
       wishes = excluded.wishes, looked_at = excluded.looked_at, calendars = excluded.calendars,
       next_look_at = case when $9 then null else searches.next_look_at end`,
    [
      id,
      caseId,
      now.toString(),
      JSON.stringify(noFit),
      JSON.stringify(wishes),
      isByPerson ? null : (nextLook({ id, since: now, alertAfterHours }, now)?.toString() ?? null),
      now.add({ hours: alertAfterHours }).toString(),
      noFit.people,
      isByPerson,
    ],
  );
};

/** Ends what is looked for of a case. */
export const endSearch = async (
  tx: Tx,
  caseId: CaseId,
  { clock }: { clock: Clock },
): Promise<void> => {
  await tx.query("update searches set ended_at = $2 where case_id = $1 and ended_at is null", [
    caseId,
    clock.now().toString(),
  ]);
};

/** Counts a look by the clock: whoever was quicker in another process has counted it already. */
export const countLook = async (
  tx: Tx,
  { id, looks, since, noFit }: SearchRecord,
  { clock }: { clock: Clock },
): Promise<void> => {
  const now = clock.now();
  const { alertAfterHours } = noFit;
  await tx.query(
    `update searches set looks = looks + 1, looked_at = $3, next_look_at = $4,
       calendars = ${calendarsOf("unnest($5::text[])")}
     where id = $1 and looks = $2`,
    [
      id,
      looks,
      now.toString(),
      nextLook({ id, since, alertAfterHours }, now)?.toString() ?? null,
      noFit.people,
    ],
  );
};
