/** Reads what candidates were sent first, and what became of it. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { FirstOfferRow } from "../insights/rows.ts";
import type { Texts } from "../privacy/texts.ts";
import { IN_SCOPE, type InsightQuery, valuesOf } from "./insight-rows.ts";
import { WAS_MISSED } from "./missed-interviews.ts";
import { isKeptPutBack, openPayloads } from "./put-back.ts";

type Reads = Database | Queryable;

type Offered = Pick<FirstOfferRow, "caseId" | "kind" | "sentAt" | "until"> & {
  /** The booking that it was, or that came of it; null: none. */
  bookingId: string | null;
};

/** What candidates were sent first, in the period. */
export const listFirstOfferRows = async (
  reads: Reads,
  query: InsightQuery,
  texts: Pick<Texts, "openMany">,
): Promise<FirstOfferRow[]> => {
  const offers = await listOffered(reads, query);
  const changes = await listChanges(reads, offers, texts);
  const booked = [
    ...offers.flatMap(({ bookingId }) => bookingId ?? []),
    ...changes.filter(({ isPutBack }) => isPutBack).map(({ id }) => id),
  ];
  const fates = await readFates(reads, booked);
  // Of each case the earliest.
  const made = new Map(
    changes
      .filter(({ isPutBack }) => !isPutBack)
      .toReversed()
      .map(({ caseId, at }) => [caseId, at]),
  );
  return offers.map(({ caseId, kind, sentAt, until, bookingId }) => {
    const { endsAt = null, missedAt = null, hasCome = false } = fates.get(caseId) ?? {};
    const isPicked = kind === "offer_times" && bookingId !== null;
    const changedAt = made.get(caseId) ?? null;
    return { caseId, kind, sentAt, until, isPicked, changedAt, missedAt, hasCome, endsAt };
  });
};

const listOffered = async (reads: Reads, query: InsightQuery): Promise<Offered[]> =>
  await reads.query<Offered & Row>(
    `select c.id as "caseId", o.kind, o.sent_at as "sentAt", o.until,
       case when o.kind = 'book_interview' then o.id else (select n.id from proposals n where n.case_id = c.id
         and n.previous_id = o.id and n.kind = 'book_interview' and n.status = 'done' order by n.created_at limit 1) end as "bookingId"
     from cases c join lateral (
       select p.id, p.kind, p.expires_at as until,
         (select max(e.finished_at) from effects e where e.proposal_id = p.id) as sent_at
       from proposals p where p.case_id = c.id and p.status = 'done' and p.kind in ('book_interview', 'offer_times')
       order by p.created_at, p.id limit 1) o on true
     where o.sent_at >= $1 and o.sent_at < $2 and ${IN_SCOPE} order by o.sent_at, c.id`,
    valuesOf(query),
  );

interface Changed {
  id: string;
  caseId: string;
  at: Temporal.Instant;
  isPutBack: boolean;
}

/** Changes that were carried out, the earliest first. */
const listChanges = async (
  reads: Reads,
  offers: readonly Offered[],
  texts: Pick<Texts, "openMany">,
): Promise<Changed[]> => {
  const rows = await reads.query<Omit<Changed, "isPutBack"> & { payloadTextId: string | null }>(
    `select p.id, p.case_id as "caseId", case when p.kind = 'change_booking' then p.payload_text_id end as "payloadTextId",
       coalesce((select max(e.finished_at) from effects e where e.proposal_id = p.id and e.status = 'done'), p.created_at) as at
     from proposals p where p.case_id = any($1) and p.status = 'done' and p.kind in ('change_booking', 'cancel_booking')
     order by p.created_at, p.id`,
    [offers.map(({ caseId }) => caseId)],
  );
  const payloads = await openPayloads(reads, rows, texts);
  return rows.map(({ id, caseId, at }) => {
    return { id, caseId, at, isPutBack: isKeptPutBack(payloads.get(id)) };
  });
};

type Fate = Pick<FirstOfferRow, "caseId" | "endsAt" | "missedAt" | "hasCome">;

/** When what these proposals have booked ends, when the first of it that was missed began, and whether the candidate came to any of it. Shape: by case. */
const readFates = async (
  reads: Reads,
  proposalIds: readonly string[],
): Promise<Map<string, Fate>> => {
  const rows = await reads.query<Fate & Row>(
    `select b.case_id as "caseId", b.ends_at as "endsAt",
       (select min(a.starts_at) from attendances a where a.case_id = b.case_id and a.attended = false
         and a.starts_at >= b.starts_at and a.starts_at < b.ends_at) as "missedAt",
       exists (select from attendances a where a.case_id = b.case_id and a.attended
         and a.starts_at >= b.starts_at and a.starts_at < b.ends_at) as "hasCome"
     from (select p.case_id, min(lower(r.during)) as starts_at, max(upper(r.during)) as ends_at
       from reservations r join proposals p on p.id = r.proposal_id
       where p.id = any($1) and r.effect_id is not null and (r.released_at is null or ${WAS_MISSED})
       group by p.case_id) b`,
    [proposalIds],
  );
  return new Map(rows.map((row) => [row.caseId, row]));
};
