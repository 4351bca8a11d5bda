/** Proposals: what we would do, kept whole and sealed, and what was decided on each. */
import { pageStart } from "../db/page.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import type { Scope } from "../domain/access.ts";
import { ProposalId } from "../domain/ids.ts";
import type { CaseId, ContactId, RunId } from "../domain/ids.ts";
import { BRIEF_NOTE } from "../domain/brief.ts";
import { debriefSession } from "../domain/debrief.ts";
import { usersIn } from "../domain/opt-out.ts";
import { keptSessions } from "../domain/offer.ts";
import { ProposalPayload, isBooking, subjectOf } from "../domain/proposal.ts";
import type { Audience, FeatureClass, ProposalStatus, Risk } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import { derivedId } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Texts } from "../privacy/texts.ts";
import { isAskedInWords } from "./asked-in-words.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
import { type HeldSession, holdTime, releaseHolds, releaseSeats, settleHold } from "./holds.ts";
import { type AlertContext, type ProposalContext, contextOf } from "./open-proposal.ts";
import { scopeValues, withinReach } from "./reach.ts";
import type { AnyProposal, ProposalRecord } from "./records.ts";

type Reads = Database | Queryable;

export interface NewProposal {
  /** Null: it is of no case. */
  caseId: CaseId | null;
  runId: RunId;
  /** Whose key seals its texts. */
  candidate: ContactId;
  correlationId: string;
  /** What tells this proposal from others of the same run: its session, or the edit that made it. */
  key: string;
  class: FeatureClass;
  audience: Audience;
  risk: Risk;
  refined: ProposalRecord["refined"];
  warnings: number;
  payload: ProposalPayload;
  context: ProposalContext | AlertContext;
  policyVersion: number;
  expiresAt: Temporal.Instant;
  previousId?: ProposalId;
  /** The offer that it is chosen from: what that holds of this very time becomes this one's. */
  offerId?: ProposalId;
  by: string;
}

export interface ProposalDeps {
  clock: Clock;
  texts: Texts;
}

/** Who of those that a proposal is about wants people instead of software. Shape: an array, in SQL. */
export const optedOutOf = (proposals: string): string =>
  `array(select o.who from opt_outs o where o.ended_at is null and ((o.who = 'interviewer' and o.subject = any(${proposals}.people))
    or exists (select from cases oc where oc.id = ${proposals}.case_id and ((o.who = 'candidate' and o.subject = oc.candidate)
      or (o.who = 'hiring_manager' and o.subject = oc.hiring_manager_id)))) order by o.who)`;

/** Reads the columns of a record. */
export const PROPOSAL = `select id, case_id as "caseId", run_id as "runId", kind, session_id as "sessionId", class, audience, risk, status, digest,
  policy_version as "policyVersion", refined, warnings, payload_text_id as "payloadTextId",
  context_text_id as "contextTextId", previous_id as "previousId", replaced_by as "replacedBy",
  created_at as "createdAt", expires_at as "expiresAt", plan_id as "planId",
  performs_at as "performsAt", ${optedOutOf("proposals")} as "optedOut"
  from proposals`;

/** Stores proposals that wait for the gate, and holds their panels' time. The same run, key and payload make the same
 * proposal once. Must come before anything else of the transaction reaches the ledger. Shape: their ids, in order. Errors:
 * `slot_lost` when another interview has or holds such a time; then nothing of the transaction may count. */
export const storeProposals = async (
  tx: Tx,
  proposals: readonly NewProposal[],
  deps: ProposalDeps,
): Promise<ProposalId[]> => {
  const now = deps.clock.now();
  const ids: ProposalId[] = [];
  const fresh: { id: ProposalId; proposal: NewProposal }[] = [];
  for (const proposal of proposals) {
    // What does not fit its own schema could be neither shown nor decided: better that its run fails.
    ProposalPayload.parse(proposal.payload);
    contextOf(proposal.payload.kind).parse(proposal.context);
    const id = ProposalId.parse(derivedId("pr", proposal.runId, proposal.key));
    ids.push(id);
    const [known] = await tx.query("select 1 as ok from proposals where id = $1", [id]);
    if (!known) fresh.push({ id, proposal });
  }
  for (const { proposal } of fresh) {
    const { offerId: from, payload } = proposal;
    if (proposal.previousId) await releaseHolds(tx, [proposal.previousId], now);
    if (!isBooking(payload)) continue;
    await releaseHolds(tx, await replacedBy(tx, proposal), now);
    if (from) await releaseSeats(tx, { proposalId: from, sessions: payload.sessions, now });
  }
  for (const { id, proposal } of fresh) {
    const { payload, expiresAt: until } = proposal;
    const sessions = sessionsOf(payload);
    if (sessions.length > 0) await holdTime(tx, { proposalId: id, sessions, until, now });
  }
  for (const each of fresh) await storeOne(tx, each, deps);
  return ids;
};

/** Whose time it holds while it waits, and when. */
const sessionsOf = (payload: ProposalPayload): readonly HeldSession[] => {
  if (payload.kind === "book_debrief") return [debriefSession(payload)];
  return isBooking(payload) ? keptSessions(payload) : [];
};

const storeOne = async (
  tx: Tx,
  { id, proposal }: { id: ProposalId; proposal: NewProposal },
  deps: ProposalDeps,
): Promise<void> => {
  const digest = digestOf(proposal.payload);
  await insertProposal(tx, { id, digest, proposal }, deps);
  const inputs = await readInputs(tx, proposal.runId);
  await appendLedger(tx, {
    type: "proposal.made",
    actor: proposal.by,
    caseId: proposal.caseId,
    correlationId: proposal.correlationId,
    data: {
      proposalId: id,
      runId: proposal.runId,
      kind: proposal.payload.kind,
      class: proposal.class,
      audience: proposal.audience,
      digest,
      inputs,
      policyVersion: proposal.policyVersion,
      refined: proposal.refined,
      ...(proposal.previousId && { previousId: proposal.previousId }),
    },
    at: deps.clock.now(),
  });
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "proposals", caseId: proposal.caseId }),
  ]);
};

type Input = { name: string; textId: string; hash: string };

/** What its run had read, by reference, and by a hash of its sealed bytes: that says nothing about what they hold. */
const readInputs = async (tx: Tx, runId: RunId): Promise<Input[]> =>
  await tx.query<Input>(
    `select p.name, t.id as "textId", encode(sha256(t.sealed), 'hex') as hash
     from papers p join texts t on t.id = p.text_id where p.run_id = $1 order by p.name`,
    [runId],
  );

/** Bookings of the same case that this one takes the place of: those of earlier runs. What was edited is given back already. */
const replacedBy = async (
  tx: Tx,
  { caseId, runId, previousId, offerId }: NewProposal,
): Promise<ProposalId[]> => {
  if (previousId ?? offerId) return [];
  const rows = await tx.query<{ id: ProposalId }>(
    `select id from proposals where case_id = $1 and run_id <> $2
       and kind in (${KINDS_OF_BOOKINGS})
       and (status = 'waiting' or (status = 'done' and kind = 'offer_times'))`,
    [caseId, runId],
  );
  return rows.map(({ id }) => id);
};

const insertProposal = async (
  tx: Tx,
  { id, digest, proposal }: { id: ProposalId; digest: string; proposal: NewProposal },
  deps: ProposalDeps,
): Promise<void> => {
  const seal = async (kind: string, value: unknown): Promise<string> =>
    await deps.texts.seal(tx, {
      candidate: proposal.candidate,
      kind,
      text: JSON.stringify(value),
      id: derivedId("tx", id, kind),
    });
  await tx.query(
    `insert into proposals (id, case_id, run_id, kind, class, audience, risk, status, digest, policy_version,
       refined, warnings, payload_text_id, context_text_id, previous_id, created_at, expires_at, session_id, plan_id, people)
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9, $10, $11, $12, $13, $14,
       greatest($15::timestamptz, (select p.created_at + interval '1 microsecond' from proposals p where p.id = $14)), $16, $17,
       coalesce($18, (select p.plan_id from proposals p where p.case_id = $2 and p.plan_id is not null
         order by p.created_at desc, p.id desc limit 1)), $19)`,
    [
      id,
      proposal.caseId,
      proposal.runId,
      proposal.payload.kind,
      proposal.class,
      proposal.audience,
      (await isAskedInWords(tx, proposal.runId)) ? "high" : proposal.risk,
      digest,
      proposal.policyVersion,
      proposal.refined,
      proposal.warnings,
      await seal("proposal_payload", proposal.payload),
      await seal("proposal_context", proposal.context),
      proposal.previousId ?? proposal.offerId ?? null,
      deps.clock.now().toString(),
      proposal.expiresAt.toString(),
      subjectOf(proposal.payload),
      "planId" in proposal.payload ? proposal.payload.planId : null,
      usersIn(proposal.payload),
    ],
  );
};

/** One proposal of a case, or null. `lock` keeps others from deciding meanwhile. */
export const getProposal = async (
  reads: Reads,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ProposalRecord | null> => {
  const [found] = await reads.query<ProposalRecord & Row>(
    `${PROPOSAL} where id = $1 and case_id is not null${options.lock ? " for update" : ""}`,
    [id],
  );
  return found ?? null;
};

/** One proposal, also of no case, or null. */
export const getAnyProposal = async (reads: Reads, id: string): Promise<AnyProposal | null> => {
  const [found] = await reads.query<AnyProposal & Row>(`${PROPOSAL} where id = $1`, [id]);
  return found ?? null;
};

/** Proposals of a run's case, oldest first. */
export const listRunProposals = async (reads: Reads, runId: string): Promise<ProposalRecord[]> =>
  await reads.query<ProposalRecord & Row>(
    `${PROPOSAL} where run_id = $1 and case_id is not null order by created_at, id`,
    [runId],
  );

/** All proposals of a run, oldest first. */
export const listAllOfRun = async (reads: Reads, runId: string): Promise<AnyProposal[]> =>
  await reads.query<AnyProposal & Row>(`${PROPOSAL} where run_id = $1 order by created_at, id`, [
    runId,
  ]);

/** Changes of a case's bookings that were begun, whatever came of them, oldest first. */
export const listBegunChanges = async (reads: Reads, caseId: string): Promise<ProposalRecord[]> =>
  await reads.query<ProposalRecord & Row>(
    `${PROPOSAL} where case_id = $1 and kind = 'change_booking' and status in ('performing', 'done', 'failed')
     order by created_at, id`,
    [caseId],
  );

/** The brief of a session that was sent last: to one reader, or, without one, to everybody of it. Null when none was. */
export const lastSentBrief = async (
  reads: Reads,
  { caseId, sessionId, userId }: { caseId: string; sessionId: string; userId?: string },
): Promise<ProposalRecord | null> => {
  const [found] = await reads.query<ProposalRecord & Row>(
    `${PROPOSAL} where case_id = $1 and session_id = $2 and kind = 'send_brief' and status = 'done'
       and case when $3::text is null
         then exists (select from effects e where e.proposal_id = proposals.id and e.kind = '${BRIEF_NOTE}')
           and exists (select from effects e where e.proposal_id = proposals.id and e.status = 'done')
         else exists (select from effects e where e.proposal_id = proposals.id and e.session = $3
           and e.status in ('done', 'parked')) end
     order by created_at desc, id desc limit 1`,
    [caseId, sessionId, userId ?? null],
  );
  return found ?? null;
};

/** The brief of each session of an opportunity that was sent last and can still be read. */
export const listSentBriefs = async (
  reads: Reads,
  opportunityId: string,
): Promise<ProposalRecord[]> =>
  await reads.query<ProposalRecord & Row>(
    `select distinct on ("caseId", "sessionId") * from (${PROPOSAL}) p
     where kind = 'send_brief' and status = 'done' and "payloadTextId" is not null
       and exists (select from effects e where e.proposal_id = p.id and e.status = 'done')
       and "caseId" in (select id from cases where opportunity_id = $1)
     order by "caseId", "sessionId", "createdAt" desc, id desc`,
    [opportunityId],
  );

const MOST_OWN_BRIEFS = 50;

/** The brief of each session that one reader was sent last and can still be read, of cases that have not ended, newest first. */
export const listBriefsSentTo = async (reads: Reads, userId: string): Promise<ProposalRecord[]> =>
  await reads.query<ProposalRecord & Row>(
    `select * from (
       select distinct on ("caseId", "sessionId") * from (${PROPOSAL}) p
       where kind = 'send_brief' and status = 'done' and "payloadTextId" is not null
         and exists (select from effects e where e.proposal_id = p.id and e.session = $1
           and e.status in ('done', 'parked'))
         and "caseId" in (select id from cases where closed_at is null and not is_confidential)
       order by "caseId", "sessionId", "createdAt" desc, id desc) newest
     order by "createdAt" desc limit $2`,
    [userId, MOST_OWN_BRIEFS],
  );

export interface ProposalQuery {
  status?: ProposalStatus | undefined;
  caseId?: string | undefined;
  /** Only those that are about the booking itself. */
  isOfBooking?: true;
  /** Without those of this kind. */
  without?: ProposalRecord["kind"] | undefined;
  /** Absent: of everywhere. */
  scope?: Scope | undefined;
  /** `next` of the page before, by `createdAt`. */
  after?: string | undefined;
  limit: number;
}

/** Proposals of cases, newest first. */
export const listProposals = async (
  reads: Reads,
  query: ProposalQuery,
): Promise<ProposalRecord[]> => {
  const [afterAt, afterId] = pageStart(query.after);
  return await reads.query<ProposalRecord & Row>(
    `${PROPOSAL} where case_id is not null and ($1::text is null or status = $1) and ($2::text is null or case_id = $2)
       and ($3::timestamptz is null or (created_at, id) < ($3::timestamptz, $4::text))
       and (not $6 or kind in (${KINDS_OF_BOOKINGS})) and kind is distinct from $7
       and case_id in (select c.id from cases c where ${withinReach(8, 9)})
     order by created_at desc, id desc limit $5`,
    [
      query.status ?? null,
      query.caseId ?? null,
      afterAt,
      afterId,
      query.limit,
      query.isOfBooking === true,
      query.without ?? null,
      ...scopeValues(query.scope),
    ],
  );
};

/** Moves a proposal to another status; the time that it holds follows. */
export const setProposalStatus = async (
  tx: Tx,
  proposal: Pick<AnyProposal, "id" | "caseId">,
  { status, now }: { status: ProposalStatus; now: Temporal.Instant },
): Promise<void> => {
  await tx.query("update proposals set status = $2 where id = $1", [proposal.id, status]);
  await settleHold(tx, { proposalId: proposal.id, status, now });
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "proposals", caseId: proposal.caseId }),
  ]);
};

/** Ends the time for a decision at the latest then. */
export const endProposalBy = async (
  tx: Tx,
  proposal: Pick<AnyProposal, "id">,
  until: Temporal.Instant,
): Promise<void> => {
  await tx.query(
    "update proposals set expires_at = $2 where id = $1 and status = 'waiting' and expires_at > $2",
    [proposal.id, until.toString()],
  );
};

/** Proposals of a case that wait, but for those of one run, locked. */
export const lockWaiting = async (
  tx: Tx,
  { caseId, exceptRun }: { caseId: CaseId; exceptRun: RunId | null },
): Promise<ProposalRecord[]> =>
  await tx.query<ProposalRecord & Row>(
    `${PROPOSAL} where case_id = $1 and status = 'waiting' and run_id is distinct from $2 for update`,
    [caseId, exceptRun],
  );
