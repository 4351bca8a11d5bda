/** Bookings of the past, as rows: one that was really made, copied with other times. */
import type { Database } from "../../src/db/port.ts";

export interface PastBooking {
  /** Made so many days before the original. */
  daysBefore: number;
  /** From its opening until all invitations had left. */
  minutes: number;
}

/** Copies a booked case with its run, its event, its proposal and effects, and the time that it took of people. */
export const copyBookings = async (
  database: Database,
  caseId: string,
  copies: readonly PastBooking[],
): Promise<void> => {
  for (const [index, { daysBefore, minutes }] of copies.entries()) {
    const values = [caseId, `copy${index}`, daysBefore, minutes];
    await database.transaction(async (tx) => {
      for (const text of COPIES) await tx.query(text, values.slice(0, placesOf(text)));
    });
  }
};

const placesOf = (text: string): number => (text.includes("$4") ? 4 : text.includes("$3") ? 3 : 2);

const BEFORE = "make_interval(days => $3::int)";

const COPIES = [
  `insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', c.id || $2, 'opportunity_id', c.opportunity_id || $2,
     'created_at', c.created_at - ${BEFORE}, 'closed_at', c.created_at))).* from cases c where id = $1`,
  `insert into inbox select (jsonb_populate_record(i, jsonb_build_object('id', i.id || $2, 'delivery_key', i.delivery_key || $2,
     'opportunity_id', i.opportunity_id || $2))).* from inbox i join runs r on r.event_id = i.id where r.case_id = $1
     and exists (select from proposals p where p.run_id = r.id and p.kind = 'book_interview')`,
  `insert into runs select (jsonb_populate_record(r, jsonb_build_object('id', r.id || $2, 'event_id', r.event_id || $2,
     'case_id', r.case_id || $2))).* from runs r where case_id = $1
     and exists (select from proposals p where p.run_id = r.id and p.kind = 'book_interview')`,
  `insert into proposals select (jsonb_populate_record(p, jsonb_build_object('id', p.id || $2, 'case_id', p.case_id || $2,
     'run_id', p.run_id || $2, 'digest', p.digest || $2, 'created_at', p.created_at - ${BEFORE}))).*
     from proposals p where case_id = $1 and kind = 'book_interview'`,
  `insert into decisions select (jsonb_populate_record(d, jsonb_build_object('proposal_id', d.proposal_id || $2,
     'digest', d.digest || $2, 'at', d.at - ${BEFORE}))).*
     from decisions d join proposals p on p.id = d.proposal_id where p.case_id = $1 and p.kind = 'book_interview'`,
  `insert into effects select (jsonb_populate_record(e, jsonb_build_object('id', e.id || $2, 'proposal_id', e.proposal_id || $2,
     'proposal_digest', e.proposal_digest || $2, 'finished_at', c.created_at - ${BEFORE} + make_interval(mins => $4::int)))).*
     from effects e join proposals p on p.id = e.proposal_id join cases c on c.id = p.case_id
     where p.case_id = $1 and p.kind = 'book_interview'`,
  `insert into reservations (id, effect_id, proposal_id, person, during)
     select r.id || $2, r.effect_id || $2, r.proposal_id || $2, r.person,
       tstzrange(lower(r.during) - ${BEFORE}, upper(r.during) - ${BEFORE})
     from reservations r join proposals p on p.id = r.proposal_id
     where p.case_id = $1 and p.kind = 'book_interview' and r.effect_id is not null and r.released_at is null`,
];
