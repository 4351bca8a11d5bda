/** Records that were written in the same transactions as entries, held against these both ways: one without its entry, otherwise than it tells,
 * or gone. Each look is one statement, so that record and entry are of the same moment whoever appends meanwhile. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { type LedgerFault, faultOf } from "./verify.ts";

/** The first record that does not fit; null: all do. `entries`: how many the chain has. */
export const findUnlikeRecord = async (
  reads: Database | Queryable,
  entries: number,
): Promise<LedgerFault | null> => {
  for (const sql of [UNRECORDED, OTHERWISE, GONE]) {
    const [found] = await reads.query<Unlike & Row>(sql);
    if (found) return faultOfRecord(found, entries);
  }
  return await findOtherPolicy(reads);
};

interface Unlike {
  how: "without" | "otherwise" | "gone";
  what: string;
  id: string;
  /** Null: it has no entry. */
  seq: number | null;
}

const faultOfRecord = ({ how, what, id, seq }: Unlike, entries: number): LedgerFault => {
  if (how === "without" || seq === null) {
    return faultOf("cut", entries + 1, `${what} ${id} has no entry`);
  }
  return how === "gone"
    ? faultOf("changed", seq, `${what} ${id}, of which this entry tells, is gone`)
    : faultOf("changed", seq, `${what} ${id} is not what this entry says of it`);
};

/** SQL: whether there is an entry of this type that names the id. Type and field are said for each kind of record: read out of a row, they would
 * have every record held against every entry. */
const entryOf = (id: string, type: string, field: string): string =>
  `exists (select from ledger l where l.type = '${type}' and l.data ->> '${field}' = ${id})`;

const EFFECT_TYPES =
  "'effect.planned', 'effect.sending', 'effect.unknown', 'effect.done', 'effect.failed', 'effect.parked', 'effect.undone', 'effect.skipped'";

const UNRECORDED = `
  select 'without' as how, what, id, null::int as seq from (
    select 1 as n, 'the decision on' as what, d.proposal_id as id from decisions d
      where not ${entryOf("d.proposal_id", "decision.made", "proposalId")}
    union all select 2, 'the proposal', p.id from proposals p
      where not ${entryOf("p.id", "proposal.made", "proposalId")}
    union all select 3, 'the erasure', e.id from erasures e
      where e.erased_at is not null and not ${entryOf("e.id", "candidate.erased", "erasureId")}
    union all select 4, 'the effect', e.id from effects e where e.status not in ('planned', 'skipped')
      and not exists (select from ledger l where l.type in (${EFFECT_TYPES}) and l.data ->> 'effectId' = e.id)
    union all select 5, 'version', p.version::text || ' of the policy' from policies p
      where not ${entryOf("p.version::text", "policy.changed", "version")}
    union all select 6, 'the record for New York City', a.id from aedt_records a
      where not ${entryOf("a.id", "aedt.recorded", "recordId")}
    union all select 7, 'the withdrawal of', a.id from aedt_records a
      where a.withdrawn_at is not null and not ${entryOf("a.id", "aedt.withdrawn", "recordId")}
    union all select 8, 'the token', t.id from api_tokens t where t.kind = 'token'
      and not ${entryOf("t.id", "token.created", "tokenId")}
  ) record order by n, id limit 1`;

/** SQL: the last entry of these types for each value of a field, in the order of the chain. */
const lastOf = (types: string, field: string): string =>
  `(select distinct on (data ->> '${field}') data ->> '${field}' as id, seq, type, actor, data from ledger
    where type in (${types}) and data ? '${field}' order by data ->> '${field}', seq desc)`;

const LAST_DECISION = lastOf("'decision.made'", "proposalId");
/** What decides how a proposal stands. */
const LAST_OF_PROPOSAL = lastOf(
  "'proposal.made', 'decision.made', 'proposal.held_back', 'proposal.done', 'proposal.failed'",
  "proposalId",
);

/** SQL: how a proposal may stand after its last entry `l`. What was on its way when its candidate was erased has failed without one. */
const MAY_STAND = `case l.type
  when 'proposal.made' then p.status = 'waiting'
  when 'proposal.done' then p.status = 'done'
  when 'proposal.failed' then p.status = 'failed'
  when 'proposal.held_back' then p.status in ('waiting', 'observed', 'superseded')
  else case l.data ->> 'decision'
    when 'approve' then p.status in ('approved', 'performing', 'failed')
    when 'perform' then p.status in ('approved', 'performing', 'failed')
    when 'edit' then p.status = 'superseded'
    when 'reject' then p.status = 'rejected'
    when 'expire' then p.status = 'expired'
    when 'supersede' then p.status = 'superseded'
    when 'observe' then p.status = 'observed'
    else true end end`;

/** SQL: whether an entry `l` tells of a field otherwise than the record has it. What entries of an earlier version did not tell is not compared. */
const tellsOther = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(
      ([field, column]) =>
        `(l.data ? '${field}' and l.data ->> '${field}' is distinct from ${column})`,
    )
    .join(" or ");

/** A decision whose entry tells of another decider, way, decision, content, or rule of the policy; and so on. What an erasure sets aside has no entry of its own. */
const OTHERWISE = `
  select 'otherwise' as how, what, id, seq from (
    select l.seq, 'the decision on' as what, d.proposal_id as id from decisions d
      join ${LAST_DECISION} l on l.id = d.proposal_id
      where l.actor <> d.decided_by
        or ${tellsOther({ decision: "d.decision", digest: "d.digest" })}
        or (l.data ->> 'via', l.data ->> 'onBehalfOf') is distinct from (d.via, d.on_behalf_of)
        or (l.data ->> 'policyVersion', l.data ->> 'rule', l.data ->> 'mode', l.data ->> 'overruledBy')
          is distinct from (d.basis ->> 'policyVersion', d.basis ->> 'rule', d.basis ->> 'mode', d.basis ->> 'overruledBy')
    union all select l.seq, 'the proposal', p.id from proposals p
      join ledger l on l.type = 'proposal.made' and l.data ->> 'proposalId' = p.id
      where ${tellsOther({ digest: "p.digest", kind: "p.kind", class: "p.class", audience: "p.audience", policyVersion: "p.policy_version::text" })}
    union all select l.seq, 'the status of the proposal', p.id from proposals p
      join ${LAST_OF_PROPOSAL} l on l.id = p.id where not (${MAY_STAND})
    union all select l.seq, 'the effect', e.id from effects e
      join ${lastOf(EFFECT_TYPES, "effectId")} l on l.id = e.id
      where l.type <> 'effect.' || e.status and not (e.status in ('skipped', 'parked')
        and l.type in ('effect.planned', 'effect.sending', 'effect.unknown'))
    union all select l.seq, 'the record for New York City', a.id from aedt_records a
      join ledger l on l.type = 'aedt.recorded' and l.data ->> 'recordId' = a.id
      where l.actor <> a.recorded_by
        or (l.data ->> 'kind', l.data ->> 'postingId', l.data ->> 'feature', l.data ->> 'isClassed', l.data ->> 'dated', l.data ->> 'firstDay', l.data ->> 'note')
        is distinct from (a.kind, a.posting_id, a.feature, a.is_classed::text, a.dated::text, a.first_day::text, a.note)
    union all select l.seq, 'the withdrawal of', a.id from aedt_records a
      join ledger l on l.type = 'aedt.withdrawn' and l.data ->> 'recordId' = a.id
      where a.withdrawn_by is distinct from l.actor
    union all select l.seq, 'the role of the token', t.id from api_tokens t
      join ledger l on l.type = 'token.created' and l.data ->> 'tokenId' = t.id
      where t.account_id is null and t.revoked_at is null and l.data ->> 'role' <> t.role
    union all select l.seq, 'the end of the sign-in', t.id from api_tokens t
      join ledger l on l.type in ('token.revoked', 'session.ended') and l.data ->> 'tokenId' = t.id
      where t.revoked_at is null
  ) record order by seq limit 1`;

/** What has an entry, and is not there any more although nothing of it is ever taken away; a decision alone is, when it is held back. */
const GONE = `
  select 'gone' as how, what, id, seq from (
    select l.seq, 'the decision on' as what, l.id from ${LAST_DECISION} l
      where not exists (select from decisions d where d.proposal_id = l.id) and not exists (select from ledger later
        where later.type = 'proposal.held_back' and later.data ->> 'proposalId' = l.id and later.seq > l.seq)
    union all select l.seq, 'the proposal', l.data ->> 'proposalId' from ledger l
      where l.type = 'proposal.made' and not exists (select from proposals p where p.id = l.data ->> 'proposalId')
    union all select l.seq, 'the effect', l.data ->> 'effectId' from ledger l
      where l.type in (${EFFECT_TYPES}) and not exists (select from effects e where e.id = l.data ->> 'effectId')
    union all select l.seq, 'version', (l.data ->> 'version') || ' of the policy' from ledger l
      where l.type = 'policy.changed' and not exists (select from policies p where p.version::text = l.data ->> 'version')
    union all select l.seq, 'the record for New York City', l.data ->> 'recordId' from ledger l
      where l.type = 'aedt.recorded' and not exists (select from aedt_records a where a.id = l.data ->> 'recordId')
    union all select l.seq, 'the token', l.data ->> 'tokenId' from ledger l
      where l.type = 'token.created' and not exists (select from api_tokens t where t.id = l.data ->> 'tokenId')
  ) record order by seq limit 1`;

interface KeptPolicy {
  seq: number;
  version: number;
  policy: Readonly<Record<string, unknown>>;
  by: string;
  actor: string;
  data: { defaultMode?: string; rules?: number; digest?: string };
}

/** A version of the policy that is not the one of its entry: by its digest, and for entries from before there was one by what these tell. */
const findOtherPolicy = async (reads: Database | Queryable): Promise<LedgerFault | null> => {
  const kept = await reads.query<KeptPolicy & Row>(
    `select l.seq, p.version, p.policy, p.created_by as by, l.actor, l.data from policies p
     join ledger l on l.type = 'policy.changed' and l.data ->> 'version' = p.version::text order by l.seq`,
  );
  const other = kept.find(({ policy, by, actor, data }) => {
    if (by !== actor) return true;
    if (data.digest !== undefined) return data.digest !== digestOf(policy);
    return !isAsTold(policy, data);
  });
  return other
    ? faultOf(
        "changed",
        other.seq,
        `version ${other.version} of the policy is not what this entry says of it`,
      )
    : null;
};

const isAsTold = (
  { defaultMode: mode, rules: all }: KeptPolicy["policy"],
  { defaultMode, rules }: KeptPolicy["data"],
): boolean =>
  (defaultMode === undefined || mode === defaultMode) &&
  (rules === undefined || (Array.isArray(all) && all.length === rules));
