/** What is on record for New York City's rule, and whether it holds a feature back. Each record is dated, named and in the ledger. */
import type { Database, Queryable, Row } from "../db/port.ts";
import {
  type AedtFeature,
  type AedtRecord,
  NOTICE_BUSINESS_DAYS,
  standingOfAedt,
  whyAedtHolds,
} from "../domain/aedt.ts";
import { AppError, unfitField } from "../domain/errors.ts";
import type { Jurisdiction } from "../domain/jurisdiction.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import { businessDaysAfter, newYorkDate } from "./business-days.ts";

type Reads = Database | Queryable;

/** Those that stand, newest first. */
export const listAedtRecords = async (reads: Reads): Promise<AedtRecord[]> =>
  await reads.query<AedtRecord & Row>(
    `select id, kind, posting_id as "postingId", feature, is_classed as "isClassed", dated, first_day as "firstDay", note,
       recorded_by as "recordedBy", recorded_at as "recordedAt"
     from aedt_records where withdrawn_at is null order by recorded_at desc, id desc`,
  );

/** Where a feature is to run. */
export interface AedtPlace {
  postingId: string | null;
  jurisdictions: readonly Jurisdiction[] | null;
}

/** Why a feature may not run there now; null: it may. */
export const whyHeldInNewYork = async (reads: Reads, asked: HeldQuestion): Promise<string | null> =>
  whyHeldBy(await listAedtRecords(reads), asked);

export interface HeldQuestion {
  feature: AedtFeature;
  place: AedtPlace;
  now: Temporal.Instant;
}

/** The same by records that were read before. */
export const whyHeldBy = (
  records: readonly AedtRecord[],
  { feature, place, now }: HeldQuestion,
): string | null => {
  const question = { ...place, feature, today: newYorkDate(now) };
  return whyAedtHolds(feature, standingOfAedt(records, question));
};

export type NewAedtRecord = Pick<
  AedtRecord,
  "kind" | "postingId" | "feature" | "dated" | "note"
> & {
  isClassed: boolean | null;
  by: string;
};

interface AedtDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** When the City adopted the rule. Source: Local Law 144 of 2021. */
const ADOPTED = Temporal.PlainDate.from("2021-12-11");

/** Keeps it. Shape: its id. Errors: `input_invalid` for a date that is still to come, since what is recorded has happened, and for one from before
 * there was the rule. */
export const recordAedt = async (said: NewAedtRecord, deps: AedtDeps): Promise<string> => {
  const at = deps.clock.now();
  const dated = Temporal.PlainDate.from(said.dated);
  if (Temporal.PlainDate.compare(dated, newYorkDate(at)) > 0) {
    throw unfitField(
      "dated",
      "It is recorded once it has happened: the date is still to come in New York.",
    );
  }
  if (Temporal.PlainDate.compare(dated, ADOPTED) < 0) {
    throw unfitField(
      "dated",
      "The City adopted the rule on 11 December 2021: nothing was given, audited or decided for it before.",
    );
  }
  const isNotice = said.kind === "notice";
  const firstDay = isNotice ? await businessDaysAfter(dated, NOTICE_BUSINESS_DAYS) : null;
  const id = deps.ids.next("aedt");
  const { kind, postingId, feature, isClassed, by, note } = said;
  const kept = { kind, postingId, feature, isClassed, dated: said.dated, note };
  await deps.database.transaction(async (tx) => {
    await tx.query(
      `insert into aedt_records (id, kind, posting_id, feature, is_classed, dated, note, first_day, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, ...Object.values(kept), firstDay?.toString() ?? null, by, at.toString()],
    );
    await appendLedger(tx, {
      type: "aedt.recorded",
      actor: by,
      correlationId: id,
      data: { recordId: id, ...kept, ...(firstDay && { firstDay: firstDay.toString() }) },
      at,
    });
  });
  return id;
};

/** Takes it back; what it let run is held from now on. Errors: `not_found` when it does not stand. */
export const withdrawAedt = async (
  { id, by }: { id: string; by: string },
  { database, clock }: AedtDeps,
): Promise<void> =>
  await database.transaction(async (tx) => {
    const at = clock.now();
    const [gone] = await tx.query<{ kind: string }>(
      `update aedt_records set withdrawn_by = $2, withdrawn_at = $3 where id = $1 and withdrawn_at is null
       returning kind`,
      [id, by, at.toString()],
    );
    if (!gone) {
      throw new AppError({
        code: "not_found",
        fault: "caller",
        message: "There is no such record, or it was withdrawn.",
      });
    }
    await appendLedger(tx, {
      type: "aedt.withdrawn",
      actor: by,
      correlationId: id,
      data: { recordId: id, kind: gone.kind },
      at,
    });
  });
