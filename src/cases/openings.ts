/** When people had a proposal before them, and what they decided then. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { type KnownPerson, keysOf, samePersonOf } from "../domain/known-person.ts";
import { type DecisionChannel, isReadHere } from "../domain/decision-channel.ts";
import { OVERSIGHT_DAYS, type DecisionMade } from "../policy/oversight.ts";

interface Opening {
  proposalId: string;
  person: KnownPerson;
  at: Temporal.Instant;
}

/** Keeps the first time at which somebody had it before them while it waited. */
export const noteOpening = async (
  database: Database,
  { proposalId, person, at }: Opening,
): Promise<void> => {
  await database.query(
    `insert into proposal_openings (proposal_id, person, person_keys, is_opened, at)
     select id, $2, $3, true, $4 from proposals where id = $1 and status = 'waiting'
     on conflict (proposal_id, person) do nothing`,
    [proposalId, person.name, keysOf(person), at.toString()],
  );
};

/** Keeps of somebody who decided on it in the dashboard whether they had opened it, by whichever of their sign-ins. */
export const noteDecidedHere = async (
  tx: Queryable,
  { proposalId, person, at }: Opening,
): Promise<void> => {
  await tx.query(
    `insert into proposal_openings (proposal_id, person, person_keys, is_opened, at)
     select $1, $2, $3, count(*) > 0, coalesce(min(at), $4) from proposal_openings
     where proposal_id = $1 and is_opened and person_keys && $3
     on conflict (proposal_id, person) do nothing`,
    [proposalId, person.name, keysOf(person), at.toString()],
  );
};

/** Forgets what is measured no more. */
export const forgetOpenings = async (database: Database, now: Temporal.Instant): Promise<void> => {
  const before = now.subtract({ hours: OVERSIGHT_DAYS * 24 });
  await database.query("delete from proposal_openings where at < $1", [before.toString()]);
};

interface Made extends Row {
  proposalId: string;
  previousId: string | null;
  person: string;
  kind: string;
  decision: DecisionMade["decision"];
  via: DecisionChannel;
  at: Temporal.Instant;
}

interface Opened extends Row {
  proposalId: string;
  person: string;
  keys: string[];
  isOpened: boolean;
  at: Temporal.Instant;
}

/** What people decided lately, also as the first of two, in order of time. Sign-ins of one person are one. An edit of their own was opened
 * when what it was made from was. */
export const listDecisionsMade = async (
  reads: Database | Queryable,
  now: Temporal.Instant,
): Promise<DecisionMade[]> => {
  const since = [now.subtract({ hours: OVERSIGHT_DAYS * 24 }).toString()];
  const made = await reads.query<Made>(
    `with told as (
       select proposal_id, decided_by, decision, via, at from decisions
       where decision in ('approve', 'edit', 'reject') and via is not null and at >= $1
       union all
       select a.proposal_id, a.approved_by, 'approve', a.via, a.at from approvals a
       where a.at >= $1 and a.via is not null and not exists (select from decisions o
         where o.proposal_id = a.proposal_id and o.decided_by = a.approved_by))
     select d.proposal_id as "proposalId", p.previous_id as "previousId", d.decided_by as person, p.kind, d.decision, d.via, d.at
     from told d join proposals p on p.id = d.proposal_id order by d.at, d.proposal_id`,
    since,
  );
  const openings = await reads.query<Opened>(
    `select proposal_id as "proposalId", person, person_keys as keys, is_opened as "isOpened", at
     from proposal_openings where at >= $1 order by at, proposal_id`,
    since,
  );
  return joined(made, openings);
};

const joined = (made: readonly Made[], openings: readonly Opened[]): DecisionMade[] => {
  const personOf = samePersonOf([
    ...made.map(({ person }) => ({ name: person, keys: keysOf({ name: person }) })),
    ...openings.map(({ person, keys }) => ({ name: person, keys })),
  ]);
  const keyOf = (proposalId: string, person: string): string =>
    JSON.stringify([proposalId, personOf(person)]);
  const opened = Map.groupBy(openings, (one) => keyOf(one.proposalId, one.person));
  const edits = new Map(
    made.flatMap((one) =>
      one.decision === "edit" ? [[keyOf(one.proposalId, one.person), one.previousId]] : [],
    ),
  );
  return made.map(({ proposalId, previousId, person, kind, decision, via, at }) => {
    const versions = [proposalId];
    let before = previousId;
    while (before !== null && edits.has(keyOf(before, person))) {
      versions.push(before);
      before = edits.get(keyOf(before, person)) ?? null;
    }
    const theirs = versions.flatMap((id) => opened.get(keyOf(id, person)) ?? []);
    const openedAt = theirs.find(({ isOpened }) => isOpened)?.at ?? null;
    return {
      person: personOf(person),
      kind,
      decision,
      at,
      openedAt,
      isUnopened: isReadHere(via) && openedAt === null && theirs.length > 0,
      isOfEdit: versions.length > 1,
    };
  });
};
