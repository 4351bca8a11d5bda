/** Effect rows: what was planned, what left, what came of it. Each change is fenced and told to the ledger in the same
 * transaction; `sending` is committed before the first byte leaves. */
import { fencedTransaction } from "../cases/lease.ts";
import type { Lease } from "../cases/lease.ts";
import type { AnyProposal } from "../cases/records.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { AppError } from "../domain/errors.ts";
import { EffectId } from "../domain/ids.ts";
import type { Audience } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import { derivedId } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import type { EffectKind, ExternalRef } from "./kind.ts";

export type EffectStatus =
  | "planned"
  | "sending"
  | "unknown"
  | "done"
  | "failed"
  | "parked"
  | "undone"
  | "skipped";

export interface EffectRecord {
  id: EffectId;
  proposalId: string;
  step: number;
  kind: string;
  /** Which session it is about; null: all of them, or it was planned before this was kept. */
  session: string | null;
  label: string;
  audience: Audience;
  status: EffectStatus;
  attempt: number;
  externalRef: ExternalRef | null;
  error: { code: string; message: string } | null;
  startedAt: Temporal.Instant | null;
  /** The moment from which nobody can tell whether it left; null before it, and for what can be looked up. */
  leftAt: Temporal.Instant | null;
  finishedAt: Temporal.Instant | null;
}

/** Where effect rows are changed: one case or none, one run, one lease. */
export interface EffectScope {
  database: Database;
  clock: Clock;
  lease: Lease;
  caseId: string | null;
  correlationId: string;
}

type Reads = Database | Queryable;

const EFFECT = `select e.id, e.proposal_id as "proposalId", e.step, e.kind, e.session, e.label, e.audience, e.status, e.attempt,
  e.external_ref as "externalRef", e.error, e.started_at as "startedAt", e.left_at as "leftAt", e.finished_at as "finishedAt"
  from effects e`;

/** Effects of a proposal in the order in which they happen. */
export const listEffects = async (reads: Reads, proposalId: string): Promise<EffectRecord[]> =>
  await reads.query<EffectRecord & Row>(`${EFFECT} where e.proposal_id = $1 order by e.step`, [
    proposalId,
  ]);

/** Those of some proposals, by proposal. */
export const listEffectsOf = async (
  reads: Reads,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, EffectRecord[]>> => {
  if (proposalIds.length === 0) return new Map();
  const effects = await reads.query<EffectRecord & Row>(
    `${EFFECT} where e.proposal_id = any($1) order by e.step`,
    [[...proposalIds]],
  );
  return Map.groupBy(effects, ({ proposalId }) => proposalId);
};

/** Effects of all proposals of a case. */
export const listCaseEffects = async (reads: Reads, caseId: string): Promise<EffectRecord[]> =>
  await reads.query<EffectRecord & Row>(
    `${EFFECT} join proposals p on p.id = e.proposal_id where p.case_id = $1 order by p.created_at, e.step`,
    [caseId],
  );

/** Whether a request of the stream may be on its way. */
export const isSending = async (reads: Reads, opportunityId: string): Promise<boolean> => {
  const rows = await reads.query(
    `select 1 as ok from effects e join proposals p on p.id = e.proposal_id
     join runs r on r.id = p.run_id join inbox i on i.id = r.event_id
     where i.opportunity_id = $1 and e.status = 'sending' limit 1`,
    [opportunityId],
  );
  return rows.length > 0;
};

/** Why the last time of a case was lost, in our words; null when none was. */
export const lostSlotOf = async (reads: Reads, caseId: string): Promise<string | null> => {
  const [row] = await reads.query<{ message: string }>(
    `select e.error ->> 'message' as message from effects e join proposals p on p.id = e.proposal_id
     where p.case_id = $1 and e.error ->> 'code' = 'slot_lost' order by e.finished_at desc limit 1`,
    [caseId],
  );
  return row?.message ?? null;
};

/** Plans a bundle: one row a step, once. */
export const planEffects = async (
  tx: Tx,
  bundle: { proposal: AnyProposal; kinds: readonly EffectKind[] },
): Promise<void> => {
  const { proposal, kinds } = bundle;
  const generation = await generationOf(tx, proposal);
  for (const [step, kind] of kinds.entries()) {
    await tx.query(
      `insert into effects (id, proposal_id, proposal_digest, step, generation, kind, label, audience, status, session)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'planned', $9)
       on conflict (proposal_digest, step, generation) do nothing`,
      [
        EffectId.parse(derivedId("ef", proposal.digest, String(step), String(generation))),
        proposal.id,
        proposal.digest,
        step,
        generation,
        kind.kind,
        kind.label,
        kind.audience,
        kind.session ?? null,
      ],
    );
  }
};

/** Steps of what takes others back come behind all steps of a bundle: this many after the step that they take back. */
const CANCELLATION_STEP = 100;

/** Plans what takes an effect back by another message, once. Shape: its row. */
export const planCancellation = async (
  scope: EffectScope,
  planned: { of: EffectRecord; digest: string; kind: EffectKind },
): Promise<EffectRecord> => {
  const { of, digest, kind } = planned;
  const step = of.step + CANCELLATION_STEP;
  await fencedTransaction(scope.database, scope.lease, async (tx) => {
    await tx.query(
      `insert into effects (id, proposal_id, proposal_digest, step, generation, kind, label, audience, status)
       select $1, proposal_id, proposal_digest, $2, generation, $3, $4, $5, 'planned' from effects where id = $6
       on conflict (proposal_digest, step, generation) do nothing`,
      [
        EffectId.parse(derivedId("ef", digest, String(step), of.id)),
        step,
        kind.kind,
        kind.label,
        kind.audience,
        of.id,
      ],
    );
  });
  const effect = (await listEffects(scope.database, of.proposalId)).find(
    (each) => each.step === step,
  );
  if (!effect) throw new Error("a cancellation that was planned is not there");
  return effect;
};

/** How many messages to the candidate of a case had been handed over before this effect's own; in all, where
 * none is named. */
export const countMessagesBefore = async (
  reads: Reads,
  { caseId, effectId }: { caseId: string | null; effectId: string | null },
): Promise<number> => {
  const [row] = await reads.query<{ n: number }>(
    `select count(*)::int as n from effects e join proposals p on p.id = e.proposal_id
     where p.case_id = $1 and e.audience = 'candidate' and e.id is distinct from $2
       and e.left_at < coalesce((select left_at from effects where id = $2), 'infinity')`,
    [caseId, effectId],
  );
  return row?.n ?? 0;
};

/** A booking that failed and was undone may be proposed again, word for word: its effects are new ones, with new ids outside. */
const generationOf = async (tx: Tx, proposal: AnyProposal): Promise<number> => {
  const [row] = await tx.query<{ generation: number }>(
    `select coalesce(max(generation), 0) + 1 as generation from effects
     where proposal_digest = $1 and proposal_id <> $2`,
    [proposal.digest, proposal.id],
  );
  return row?.generation ?? 1;
};

/** What the ledger keeps for years: ids, and no link or address with somebody's name in it. */
const idsOf = (ref: ExternalRef): ExternalRef =>
  Object.fromEntries(Object.entries(ref).filter(([name]) => name.endsWith("Id")));

export interface EffectChange {
  status: EffectStatus;
  ref?: ExternalRef;
  error?: AppError;
  /** It was kept back before it left: nobody tried. */
  isUncounted?: true;
  /** Our words on how this came about. */
  because?: string;
}

/** Moves one effect on. `planned` after `sending` means: certainly not sent, to be tried again. */
export const setEffect = async (
  scope: EffectScope,
  effect: EffectRecord,
  change: EffectChange,
): Promise<void> => {
  const at = scope.clock.now();
  const isOver = ["done", "failed", "parked", "undone", "skipped"].includes(change.status);
  await fencedTransaction(scope.database, scope.lease, async (tx) => {
    await tx.query(
      `update effects set status = $2, fence = $3,
         attempt = attempt + case when $2 = 'sending' then 1 when $8 then -1 else 0 end,
         external_ref = coalesce($4, external_ref), error = $5,
         started_at = case when $2 = 'sending' then coalesce(started_at, $6::timestamptz) else started_at end,
         left_at = case when $2 = 'sending' then null else left_at end,
         finished_at = case when $7 then $6::timestamptz else null end
       where id = $1`,
      [
        effect.id,
        change.status,
        scope.lease.fence,
        change.ref ? JSON.stringify(change.ref) : null,
        change.error
          ? JSON.stringify({ code: change.error.code, message: change.error.message })
          : null,
        at.toString(),
        isOver,
        change.isUncounted === true,
      ],
    );
    await appendLedger(tx, {
      type: `effect.${change.status}`,
      actor: "convene",
      caseId: scope.caseId,
      correlationId: scope.correlationId,
      data: {
        effectId: effect.id,
        proposalId: effect.proposalId,
        kind: effect.kind,
        ...(change.status === "sending" && { attempt: effect.attempt + 1 }),
        ...(change.ref && { ref: idsOf(change.ref) }),
        ...(change.error && { error: change.error.code }),
        ...(change.because && { because: change.because }),
      },
      at,
    });
    await tx.query("select pg_notify('convene', $1)", [
      JSON.stringify({ topic: "cases", caseId: scope.caseId }),
    ]);
  });
};

/** When it was last sent, and when nobody knew any more what had come of it; from the ledger, which keeps each time. */
export const lastSendingOf = async (
  reads: Reads,
  { caseId, effectId }: { caseId: string | null; effectId: string },
): Promise<{ sentAt: Temporal.Instant; unknownAt: Temporal.Instant | null } | null> => {
  const rows = await reads.query<{ type: string; at: Temporal.Instant }>(
    `select type, at from ledger where ${caseId === null ? "$1::text is null and case_id is null" : "case_id = $1"}
       and type in ('effect.sending', 'effect.unknown') and data ->> 'effectId' = $2 order by seq`,
    [caseId, effectId],
  );
  const last = rows.findLastIndex(({ type }) => type === "effect.sending");
  const sentAt = rows[last]?.at;
  return sentAt ? { sentAt, unknownAt: rows[last + 1]?.at ?? null } : null;
};

/** Commits the point of no return of an effect that cannot be looked up. */
export const setHandedOver = async (scope: EffectScope, effect: EffectRecord): Promise<void> => {
  const at = scope.clock.now();
  await fencedTransaction(scope.database, scope.lease, async (tx) => {
    await tx.query("update effects set left_at = $2 where id = $1", [effect.id, at.toString()]);
    await appendLedger(tx, {
      type: "effect.handed_over",
      actor: "convene",
      caseId: scope.caseId,
      correlationId: scope.correlationId,
      data: { effectId: effect.id, proposalId: effect.proposalId, kind: effect.kind },
      at,
    });
  });
};
