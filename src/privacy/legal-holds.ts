/** Legal holds: what must be kept, whatever its age and whoever asks for its erasure. What waits for one is erased once it ends. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";

export const HELD_THINGS = ["candidate", "posting", "requisition"] as const;
export type HeldThing = (typeof HELD_THINGS)[number];

export interface LegalHold {
  id: string;
  of: HeldThing;
  /** The contact of a candidate, a posting's id, a requisition's code. */
  subject: string;
  reference: string;
  setBy: string;
  setAt: Temporal.Instant;
  /** How many erasures wait for its end. */
  waiting: number;
}

/** The holds that keep a candidate: their own, and that of any posting or requisition of theirs. Shape: a condition in SQL, of which
 * `candidate` is an expression. */
export const isHeld = (candidate: string): string =>
  `exists (select from legal_holds h where ${holds(candidate)})`;

const holds = (candidate: string): string =>
  `h.ended_at is null and (
     (h.of_what = 'candidate' and h.subject = ${candidate})
     or (h.of_what <> 'candidate' and exists (select from cases hc where hc.candidate = ${candidate}
       and ((h.of_what = 'posting' and hc.posting_id = h.subject)
         or (h.of_what = 'requisition' and h.subject = any(hc.requisitions))))))`;

/** Those that stand, newest first, each with how many erasures wait for it. */
export const listLegalHolds = async (reads: Database | Queryable): Promise<LegalHold[]> =>
  await reads.query<LegalHold & Row>(
    `select h.id, h.of_what as of, h.subject, h.reference, h.set_by as "setBy", h.set_at as "setAt",
       (select count(*)::int from erasures e where e.erased_at is null and ${holds("e.candidate")}) as waiting
     from legal_holds h where h.ended_at is null order by h.set_at desc, h.id desc`,
  );

interface HoldDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** Puts one in force. Shape: its id. Errors: `conflict` when it stands already. */
export const setLegalHold = async (
  said: { of: HeldThing; subject: string; reference: string; by: string },
  { database, clock, ids }: HoldDeps,
): Promise<string> =>
  await database.transaction(async (tx) => {
    const { of, subject, reference, by } = said;
    const id = ids.next("hold");
    const at = clock.now();
    const made = await tx.query(
      `insert into legal_holds (id, of_what, subject, reference, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (of_what, subject) where ended_at is null do nothing returning id`,
      [id, of, subject, reference, by, at.toString()],
    );
    if (made.length === 0) {
      throw new AppError({
        code: "conflict",
        fault: "caller",
        message: "There is a legal hold on this already.",
      });
    }
    const data = { holdId: id, of, subject, reference };
    await appendLedger(tx, { type: "legal_hold.set", actor: by, correlationId: id, data, at });
    return id;
  });

/** Ends it; what waited for it alone is erased within seconds. Errors: `not_found` when it does not stand. */
export const endLegalHold = async (
  { id, by }: { id: string; by: string },
  { database, clock }: Pick<HoldDeps, "database" | "clock">,
): Promise<void> =>
  await database.transaction(async (tx) => {
    const at = clock.now();
    const ended = await tx.query(
      `update legal_holds set ended_by = $2, ended_at = $3 where id = $1 and ended_at is null returning id`,
      [id, by, at.toString()],
    );
    if (ended.length === 0) {
      throw new AppError({
        code: "not_found",
        fault: "caller",
        message: "There is no such legal hold, or it has ended.",
      });
    }
    const data = { holdId: id };
    await appendLedger(tx, { type: "legal_hold.ended", actor: by, correlationId: id, data, at });
  });
