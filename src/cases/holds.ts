/** Time that we keep of people: held while a proposal waits, until it is decided or expires; firm from its approval on;
 * the booking's from the moment it is performed. One row a person, and the database refuses two that overlap. */
import { isConstraintError } from "../db/errors.ts";
import type { Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { PanelMember, ProposalStatus } from "../domain/proposal.ts";
import { derivedId } from "../identifiers.ts";

/** Whose time, and when. */
export interface HeldPanel {
  panel: readonly Pick<PanelMember, "email">[];
  startsAt: string;
  endsAt: string;
}

/** What a waiting proposal holds. */
export interface Hold {
  proposalId: string;
  payload: HeldPanel;
  until: Temporal.Instant;
  now: Temporal.Instant;
}

/** Holds the panel's time. Must come before anything of the transaction reaches the ledger: who waits here for another
 * hold must not keep others from the ledger's head. Errors: `slot_lost` when another interview has or holds it. */
export const holdTime = async (
  tx: Tx,
  { proposalId, payload, until, now }: Hold,
): Promise<void> => {
  const people = await takeTurns(tx, payload);
  await tx.query(
    `update reservations set released_at = $4 where released_at is null and held_until <= $4
       and person = any($1) and during && tstzrange($2, $3)`,
    [people, payload.startsAt, payload.endsAt, now.toString()],
  );
  await orSlotLost(
    tx.query(
      `insert into reservations (id, proposal_id, person, during, held_until)
       select id, $1, person, tstzrange($2, $3), $4 from unnest($5::text[], $6::text[]) as p (id, person)`,
      [
        proposalId,
        payload.startsAt,
        payload.endsAt,
        until.toString(),
        people.map((person) => derivedId("rv", proposalId, person)),
        people,
      ],
    ),
  );
};

/** What is held becomes the effect's; what is not held (any more) is taken now. Errors: `slot_lost`. */
export const takeTime = async (
  tx: Tx,
  taking: { effectId: string; proposalId: string; payload: HeldPanel },
): Promise<void> => {
  const { effectId, proposalId, payload } = taking;
  const people = await takeTurns(tx, payload);
  await tx.query(
    `update reservations set effect_id = $1, held_until = null
     where proposal_id = $2 and effect_id is null and released_at is null
       and during = tstzrange($3, $4)`,
    [effectId, proposalId, payload.startsAt, payload.endsAt],
  );
  await orSlotLost(
    tx.query(
      `insert into reservations (id, effect_id, proposal_id, person, during)
       select id, $1, $2, person, tstzrange($3, $4) from unnest($5::text[], $6::text[]) as p (id, person)
       where not exists (select from reservations r
         where r.effect_id = $1 and r.person = p.person and r.released_at is null)
       on conflict (id) do nothing`,
      [
        effectId,
        proposalId,
        payload.startsAt,
        payload.endsAt,
        people.map((person) => derivedId("rv", effectId, person)),
        people,
      ],
    ),
  );
};

/** One after the other for each person, and in one order: of two that insert what overlaps each would wait for the other,
 * and the database would end one of them without a word that anybody understands. Shape: addresses in that order. */
const takeTurns = async (tx: Tx, { panel }: HeldPanel): Promise<string[]> => {
  const people = panel.map(({ email }) => email).toSorted();
  await tx.query(
    "select pg_advisory_xact_lock(hashtextextended('reservation ' || p, 0)) from unnest($1::text[]) as p",
    [people],
  );
  return people;
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
