/** Time of a booking that is changed or cancelled: what it had is given back, and what it has now is taken, as one. */
import type { Tx } from "../db/port.ts";
import { type HeldSession, columnsOf, idIn, takeTime, takeTurns, takenBy } from "./holds.ts";

/** From one booking to the next. */
export interface MovingTime {
  /** Id of the proposal whose booking it was. */
  of: string;
  effectId: string;
  proposalId: string;
  before: readonly HeldSession[];
  after: readonly HeldSession[];
  now: Temporal.Instant;
}

/** All that the former booking has goes; all of the new one becomes the effect's. Errors: `slot_lost`; then nothing of the
 * transaction may count. */
export const moveTime = async (tx: Tx, moving: MovingTime): Promise<void> => {
  const { of, effectId, proposalId, before, after, now } = moving;
  await takeTurns(tx, [...before, ...after]);
  await giveBack(tx, { of, now });
  await takeTime(tx, { effectId, proposalId, sessions: after, before });
};

/** All that a booking has, given back; with `isToCome`, but for what is over. */
export const giveBack = async (
  tx: Tx,
  { of, now, isToCome = false }: Pick<MovingTime, "of" | "now"> & { isToCome?: boolean },
): Promise<void> => {
  await tx.query(
    `update reservations set released_at = $2 where released_at is null
       and effect_id in (select id from effects where proposal_id = $1)
       and (upper(during) > $2 or not $3)`,
    [of, now.toString(), isToCome],
  );
};

/** What an effect has taken is kept at another time, of everybody who is free then by our books. Shape: addresses of those who are not. */
export const followTime = async (
  tx: Tx,
  { of, effectId, session, now }: FollowedTime,
): Promise<string[]> => {
  const seats = await takeTurns(tx, [session]);
  await giveBack(tx, { of, now });
  const kept = await tx.query<{ person: string }>(
    `insert into reservations (id, effect_id, proposal_id, person, during)
     select id, $5, $6, person, tstzrange(starts_at, ends_at)
     from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[]) as s (person, starts_at, ends_at, id)
     where not exists (select from reservations r where r.released_at is null
       and r.person = s.person and r.during && tstzrange(s.starts_at, s.ends_at))
     on conflict (id) do update set released_at = null, during = excluded.during
     returning person`,
    [...columnsOf(seats), seats.map(idIn(effectId)), effectId, of],
  );
  const free = new Set(kept.map(({ person }) => person));
  return seats.map(({ person }) => person).filter((person) => !free.has(person));
};

interface FollowedTime extends Pick<MovingTime, "of" | "effectId" | "now"> {
  session: HeldSession;
}

/** The other way: the former booking has its time again, as far as nobody else has taken it since. */
export const moveTimeBack = async (
  tx: Tx,
  { of, effectId, before, after, now }: Omit<MovingTime, "proposalId">,
): Promise<void> => {
  const seats = await takeTurns(tx, [...before, ...after]);
  await tx.query(
    "update reservations set released_at = $2 where effect_id = $1 and released_at is null",
    [effectId, now.toString()],
  );
  const wanted = new Set(
    before.flatMap((session) => takenBy(session).map((person) => `${person} ${session.startsAt}`)),
  );
  const old = seats.filter(({ person, startsAt }) => wanted.has(`${person} ${startsAt}`));
  await tx.query(
    `update reservations r set released_at = null
     from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) as s (person, starts_at, ends_at)
     where r.effect_id in (select id from effects where proposal_id = $1)
       and r.person = s.person and r.during = tstzrange(s.starts_at, s.ends_at)
       and not exists (select from reservations o where o.id <> r.id and o.released_at is null
         and o.person = r.person and o.during && r.during)`,
    [of, ...columnsOf(old)],
  );
};
