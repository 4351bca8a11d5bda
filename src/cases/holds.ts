/** Time that we keep of people: held while a proposal waits, until it is decided or expires; firm from its approval on;
 * the booking's from the moment it is performed. One row a person and session, and the database refuses two that overlap. */
import { isConstraintError } from "../db/errors.ts";
import type { Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { PanelMember, ProposalStatus } from "../domain/proposal.ts";
import { derivedId } from "../identifiers.ts";
import { refuseIfCandidateTaken } from "./candidate-time.ts";
import { refuseOwnOverlap } from "./own-overlaps.ts";

/** SQL of a reservation `r`: an `OfferedTime`, null where it is of no offer. */
export const OFFERED_TIME =
  "case when r.offered is not null then jsonb_build_object('offer', r.proposal_id, 'time', r.offered) end";

/** Whose time, and when: one session. */
export interface HeldSession {
  panel: readonly Pick<PanelMember, "email">[];
  /** Taken like somebody's time. */
  room?: { email: string } | undefined;
  /** Who sits in to learn. */
  trainees?: readonly { email: string }[] | undefined;
  startsAt: string;
  endsAt: string;
  /** Which of an offer's times it is of. */
  offered?: number | undefined;
}

/** What a waiting proposal holds. */
export interface Hold {
  proposalId: string;
  sessions: readonly HeldSession[];
  until: Temporal.Instant;
  now: Temporal.Instant;
}

/** Holds the panels' time. Must come before anything of the transaction reaches the ledger: who waits here for another
 * hold must not keep others from the ledger's head. Errors: `slot_lost` when another interview has or holds it. */
export const holdTime = async (
  tx: Tx,
  { proposalId, sessions, until, now }: Hold,
): Promise<void> => {
  const seats = await takeTurns(tx, sessions);
  await tx.query(
    `update reservations r set released_at = $4
     from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as s (person, starts_at, ends_at)
     where r.released_at is null and r.held_until <= $4
       and r.person = s.person and r.during && tstzrange(s.starts_at, s.ends_at)`,
    [...columnsOf(seats), now.toString()],
  );
  await orSlotLost(
    tx.query(
      `insert into reservations (id, proposal_id, person, during, held_until, offered)
       select id, $6, person, tstzrange(starts_at, ends_at), $7, offered
       from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::smallint[])
         as s (person, starts_at, ends_at, id, offered)`,
      [
        ...columnsOf(seats),
        seats.map(idIn(proposalId)),
        seats.map(({ offered = null }) => offered),
        proposalId,
        until.toString(),
      ],
    ),
  );
};

/** What is held becomes the effect's; what is not held (any more) is taken now. `before`: of a booking that is changed, as it
 * was. `isWithoutCandidate`: they are not asked to it. Errors: `slot_lost` when another interview has somebody's time, or the candidate's own; `conflict` when the sessions
 * themselves put somebody in two at once. */
export const takeTime = async (
  tx: Tx,
  taking: {
    effectId: string;
    proposalId: string;
    sessions: readonly HeldSession[];
    before?: readonly HeldSession[];
    isWithoutCandidate?: true;
  },
): Promise<void> => {
  const { effectId, proposalId, sessions, before = [] } = taking;
  refuseOwnOverlap(sessions.map((session) => ({ ...session, taken: takenBy(session) })));
  const seats = await takeTurns(tx, sessions);
  if (!taking.isWithoutCandidate) {
    await refuseIfCandidateTaken(tx, { proposalId, sessions, before });
  }
  await tx.query(
    `update reservations r set effect_id = $4, held_until = null
     from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as s (person, starts_at, ends_at)
     where r.proposal_id = $5 and r.effect_id is null and r.released_at is null
       and r.person = s.person and r.during = tstzrange(s.starts_at, s.ends_at)`,
    [...columnsOf(seats), effectId, proposalId],
  );
  await orSlotLost(
    tx.query(
      `insert into reservations (id, effect_id, proposal_id, person, during)
       select id, $5, $6, person, tstzrange(starts_at, ends_at)
       from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::text[]) as s (person, starts_at, ends_at, id)
       where not exists (select from reservations r
         where r.effect_id = $5 and r.person = s.person and r.during = tstzrange(s.starts_at, s.ends_at)
           and r.released_at is null)
       on conflict (id) do nothing`,
      [...columnsOf(seats), seats.map(idIn(effectId)), effectId, proposalId],
    ),
  );
};

/** Addresses of everybody whose time a session takes, its room among them. */
export const takenBy = ({
  panel,
  room,
  trainees = [],
}: Pick<HeldSession, "panel" | "room" | "trainees">): string[] => [
  ...[...panel, ...trainees].map(({ email }) => email),
  ...(room ? [room.email] : []),
];

/** One person in one session. */
interface Seat {
  person: string;
  startsAt: string;
  endsAt: string;
  offered?: number | undefined;
}

/** As columns. Shape: people, starts, ends. */
export const columnsOf = (seats: readonly Seat[]): [string[], string[], string[]] => [
  seats.map(({ person }) => person),
  seats.map(({ startsAt }) => startsAt),
  seats.map(({ endsAt }) => endsAt),
];

/** Id of a seat in the time of its owner: a proposal or an effect. */
export const idIn =
  (owner: string) =>
  ({ person, startsAt }: Seat): string =>
    derivedId("rv", owner, person, Temporal.Instant.from(startsAt).toString());

/** One after the other for each person, and in one order: of two that insert what overlaps each would wait for the other,
 * and the database would end one of them without a word that anybody understands. Shape: seats in that order. */
export const takeTurns = async (tx: Tx, sessions: readonly HeldSession[]): Promise<Seat[]> => {
  const seats = sessions
    .flatMap((session) => {
      const { startsAt, endsAt, offered } = session;
      return takenBy(session).map((person) => ({ person, startsAt, endsAt, offered }));
    })
    .toSorted((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : 0));
  await tx.query(
    "select pg_advisory_xact_lock(hashtextextended('reservation ' || p, 0)) from unnest($1::text[]) with ordinality as t (p, n) order by n",
    [[...new Set(seats.map(({ person }) => person))]],
  );
  return seats;
};

const orSlotLost = async (insertion: Promise<unknown>): Promise<void> => {
  try {
    await insertion;
  } catch (thrown) {
    if (!isConstraintError(thrown, "reservations_person_during_excl")) throw thrown;
    throw new AppError({
      code: "slot_lost",
      fault: "upstream",
      message:
        "Somebody in the panel is booked, or held, for another interview at that time by now.",
      cause: thrown,
    });
  }
};

/** Statuses from which on a proposal holds nothing. */
const ENDS_HOLD: ReadonlySet<ProposalStatus> = new Set([
  "observed",
  "rejected",
  "expired",
  "superseded",
  "failed",
]);

/** What a proposal's new status means for the time that it holds; what a booking has taken is the effects' affair. */
export const settleHold = async (
  tx: Tx,
  {
    proposalId,
    status,
    now,
  }: { proposalId: string; status: ProposalStatus; now: Temporal.Instant },
): Promise<void> => {
  if (ENDS_HOLD.has(status)) await releaseHolds(tx, [proposalId], now);
  // Whoever decided in time keeps the time, however long performing it takes; asked again, it is held as long as before.
  await tx.query(
    `update reservations r set held_until = case when $2 = 'waiting' then p.expires_at end
     from proposals p where p.id = r.proposal_id and r.proposal_id = $1 and r.effect_id is null
       and r.released_at is null and $2 in ('waiting', 'approved')`,
    [proposalId, status],
  );
};

/** Gives back what these proposals hold. */
export const releaseHolds = async (
  tx: Tx,
  proposalIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> => {
  await tx.query(
    `update reservations set released_at = $2
     where proposal_id = any($1) and effect_id is null and released_at is null`,
    [proposalIds, now.toString()],
  );
};

/** Gives back what a proposal holds of these sessions alone. */
export const releaseSeats = async (
  tx: Tx,
  { proposalId, sessions, now }: Omit<Hold, "until">,
): Promise<void> => {
  const seats = await takeTurns(tx, sessions);
  await tx.query(
    `update reservations r set released_at = $5
     from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as s (person, starts_at, ends_at)
     where r.proposal_id = $4 and r.effect_id is null and r.released_at is null
       and r.person = s.person and r.during = tstzrange(s.starts_at, s.ends_at)`,
    [...columnsOf(seats), proposalId, now.toString()],
  );
};
