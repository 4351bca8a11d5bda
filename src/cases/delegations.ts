/** Who decides in somebody's place for a time. What somebody is asked goes to their delegate too; whoever may not decide is none, and
 * nobody passes on what was passed on to them. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { AppError, unfitField } from "../domain/errors.ts";
import { isCalled, isOnePerson, isSameAddress, type KnownPerson } from "../domain/known-person.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import { type Decider, listDeciders } from "../policy/deciders.ts";
import { conflict } from "./asked-case.ts";

/** People are named by their addresses. */
export interface Delegation {
  id: string;
  person: string;
  delegate: string;
  from: Temporal.Instant;
  until: Temporal.Instant;
  saidBy: string;
}

type NewDelegation = Omit<Delegation, "id">;

export interface DelegationDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** Nobody is away for longer without saying so again. */
const MOST_DAYS = 90;

const COLUMNS = `id, person, delegate, from_at as "from", until_at as "until", said_by as "saidBy"`;

/** What has begun or is to come, and nobody has ended, the earliest first. */
export const listDelegations = async (
  reads: Database | Queryable,
  now: Temporal.Instant,
): Promise<Delegation[]> =>
  await reads.query<Delegation & Row>(
    `select ${COLUMNS} from delegations where ended_at is null and until_at > $1 order by from_at, id`,
    [now.toString()],
  );

/** Whether it holds at that moment. */
export const isInForce = ({ from, until }: Delegation, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(from, now) <= 0 && Temporal.Instant.compare(now, until) < 0;

/** Whether somebody may end it, being one of the two by their address or Lever user, whatever their sign-in is called. */
export const isOfTheirs = (
  { person, delegate: other }: Pick<Delegation, "person" | "delegate">,
  by: KnownPerson,
): boolean => isCalled(by, person) || isCalled(by, other);

/** Names a delegate. Errors: `input_invalid` for a time or a person that cannot be, `conflict` for what would pass on what was passed on. */
export const delegate = async (
  said: NewDelegation,
  { database, clock, ids }: DelegationDeps,
): Promise<Delegation> =>
  await database.transaction(async (tx) => {
    const at = clock.now();
    // One at a time: two at once could each be fine, and a circle together.
    await tx.query("lock table delegations in share row exclusive mode");
    await refuseUnfit(tx, said, at);
    const delegation = { ...said, id: ids.next("dg") };
    await tx.query(
      `insert into delegations (id, person, delegate, from_at, until_at, said_by, said_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        delegation.id,
        said.person,
        said.delegate,
        said.from.toString(),
        said.until.toString(),
        said.saidBy,
        at.toString(),
      ],
    );
    await appendLedger(tx, {
      type: "delegation.said",
      actor: said.saidBy,
      correlationId: delegation.id,
      data: {
        person: said.person,
        delegate: said.delegate,
        from: said.from.toString(),
        until: said.until.toString(),
      },
      at,
    });
    return delegation;
  });

/** Ends it at once. Errors: `not_found`; `forbidden` for who is neither of the two, nor an admin. */
export const endDelegation = async (
  { id, by, isAdmin }: { id: string; by: KnownPerson; isAdmin: boolean },
  { database, clock }: DelegationDeps,
): Promise<void> => {
  await database.transaction(async (tx) => {
    const at = clock.now();
    const [found] = await tx.query<Delegation & Row>(
      `select ${COLUMNS} from delegations where id = $1 and ended_at is null for update`,
      [id],
    );
    if (!found) {
      throw new AppError({
        code: "not_found",
        fault: "caller",
        message: "There is no such delegation, or it has ended.",
      });
    }
    if (!isAdmin && !isOfTheirs(found, by)) {
      throw new AppError({
        code: "forbidden",
        fault: "caller",
        message: "A delegation is ended by either of the two, or by an admin.",
      });
    }
    await end(tx, found, { by: by.name, at });
  });
};

interface Ending {
  by: string;
  at: Temporal.Instant;
}

const end = async (
  tx: Tx,
  { id, person, delegate: other }: Delegation,
  { by, at }: Ending,
): Promise<void> => {
  await tx.query("update delegations set ended_at = $2 where id = $1", [id, at.toString()]);
  await appendLedger(tx, {
    type: "delegation.ended",
    actor: by,
    correlationId: id,
    data: { person, delegate: other },
    at,
  });
};

/** Ends all in which an address has a part: whoever has it next begins anew. */
export const endDelegationsOf = async (tx: Tx, address: string, ending: Ending): Promise<void> => {
  const standing = await listDelegations(tx, ending.at);
  for (const one of standing) {
    const isTheirs = [one.person, one.delegate].some((named) => isSameAddress(named, address));
    if (isTheirs) await end(tx, one, ending);
  }
};

const refuseUnfit = async (tx: Tx, said: NewDelegation, now: Temporal.Instant): Promise<void> => {
  const { person, delegate: other, from, until } = said;
  const isEmpty = Temporal.Instant.compare(until, from) <= 0;
  if (isEmpty || Temporal.Instant.compare(until, now) <= 0) {
    throw unfitField("until", "A delegation ends after it begins, and not in the past.");
  }
  if (from.until(until).total("hours") > MOST_DAYS * 24) {
    throw unfitField("until", `A delegation is for at most ${MOST_DAYS} days.`);
  }
  if (isSameAddress(person, other)) throw unfitField("delegate", "Nobody is their own delegate.");
  const deciders = await listDeciders(tx, now);
  const known = (name: string): Decider[] => deciders.filter((decider) => isCalled(decider, name));
  for (const [field, name] of [
    ["person", person],
    ["delegate", other],
  ] as const) {
    if (known(name).length > 0) continue;
    throw unfitField(
      field,
      `${name} may not decide: choose, by their address, somebody who signs in as an admin or a recruiter.`,
    );
  }
  if (known(person).some((one) => known(other).some((same) => isOnePerson(one, same)))) {
    throw unfitField("delegate", "Nobody is their own delegate.");
  }
  const meanwhile = (await listDelegations(tx, now)).filter((one) => overlaps(one, said));
  if (meanwhile.some((one) => isSameAddress(one.person, person))) {
    throw conflict(`${person} has a delegate for a part of that time: end that delegation first.`);
  }
  if (meanwhile.some((one) => isSameAddress(one.person, other))) {
    throw conflict(`${other} is away for a part of that time and has a delegate of their own.`);
  }
  if (meanwhile.some((one) => isSameAddress(one.delegate, person))) {
    throw conflict(
      `${person} is somebody's delegate for a part of that time: what was passed on to them cannot be passed on again.`,
    );
  }
};

const overlaps = (one: Delegation, other: Pick<Delegation, "from" | "until">): boolean =>
  Temporal.Instant.compare(one.from, other.until) < 0 &&
  Temporal.Instant.compare(other.from, one.until) < 0;
