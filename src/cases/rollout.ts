/** Steps up that are offered by what people did, and steps back that are taken: from what is kept, by the policy's own path. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { ModeName } from "../domain/policy.ts";
import type { Clock } from "../domain/time.ts";
import { appendLedger } from "../ledger/append.ts";
import {
  type ComparedProposal,
  type Standing,
  promote,
  standingsOf,
  stepBack,
} from "../policy/rollout.ts";
import type { Comparison } from "../policy/shadow-score.ts";
import { type VersionedPolicy, changePolicyIn, lockPolicy } from "../policy/store.ts";
import { LOOK_BACK_DAYS } from "./comparisons.ts";
import { optedOutOf } from "./proposals.ts";

type Reads = Database | Queryable;

/** A comparison as evidence. */
export interface Evidence
  extends ComparedProposal, Omit<Comparison, "verdict" | "agrees" | "edited"> {
  caseId: string;
  edited: string[];
  requisitions: string[];
  isConfidential: boolean;
}

const MOST = 5_000;

/** The newest comparisons: all, or those of stages and kinds of which an opportunity has some. */
export const listEvidence = async (
  reads: Reads,
  of: { opportunityId?: string } = {},
): Promise<Evidence[]> =>
  await reads.query<Evidence & Row>(
    `select k.proposal_id as "proposalId", p.case_id as "caseId", k.verdict, k.outcome, k.agrees, k.at,
       k.minutes_apart as "minutesApart", k.minutes_longer as "minutesLonger", k.is_same_start as "isSameStart",
       k.is_same_people as "isSamePeople", k.people_proposed as "peopleProposed", k.people_held as "peopleHeld",
       k.people_shared as "peopleShared", k.edited, k.letters_edited as "lettersEdited", k.letters,
       p.kind, p.class, p.audience, p.risk, p.plan_id as "planId", ${optedOutOf("p")} as "optedOut",
       c.posting_id as "postingId", c.posting_title as "postingTitle", c.team,
       c.requisitions, c.is_confidential as "isConfidential", c.stage_id as "stageId", c.stage_name as "stageName"
     from comparisons k join proposals p on p.id = k.proposal_id join cases c on c.id = p.case_id
     where $1::text is null or (p.kind, c.stage_id) in (select q.kind, d.stage_id from comparisons m join proposals q on q.id = m.proposal_id
       join cases d on d.id = q.case_id where d.opportunity_id = $1)
     order by k.at desc, k.proposal_id limit ${MOST}`,
    [of.opportunityId ?? null],
  );

/** A booking that was only recorded, and of which Lever tells nothing that it could be held against. */
export interface Uncompared {
  caseId: string;
  kind: string;
  stageId: string;
  stageName: string;
  team: string | null;
  requisitions: string[];
  isConfidential: boolean;
}

/** Once a case and kind, where its time to be decided would be over: of the days for which people's acts are looked at. */
export const listUncompared = async (reads: Reads, now: Temporal.Instant): Promise<Uncompared[]> =>
  await reads.query<Uncompared & Row>(
    `select distinct on (p.case_id, p.kind) p.case_id as "caseId", p.kind, c.stage_id as "stageId", c.stage_name as "stageName",
       c.team, c.requisitions, c.is_confidential as "isConfidential"
     from proposals p join cases c on c.id = p.case_id
     where p.status = 'observed' and p.kind in ('book_interview', 'offer_times') and p.expires_at <= $1 and p.created_at > $2
       and not exists (select from comparisons k join proposals q on q.id = k.proposal_id where q.case_id = p.case_id and q.kind = p.kind)
     order by p.case_id, p.kind, p.created_at desc limit ${MOST}`,
    [now.toString(), now.subtract({ hours: LOOK_BACK_DAYS * 24 }).toString()],
  );

/** Which standing somebody saw, and in which version of the policy. */
export interface AcceptedStep {
  version: number;
  stageId: string;
  kind: string;
  rule: number | null;
  to: ModeName;
  by: string;
  correlationId: string;
}

/** Takes a step up that is offered. Errors: `conflict` when the policy is another one by now, or the step is not offered any more; those
 * of a change of the policy. */
export const acceptStep = async (
  database: Database,
  clock: Clock,
  step: AcceptedStep,
): Promise<VersionedPolicy> =>
  await database.transaction(async (tx) => {
    const { policy } = await lockPolicy(tx);
    const standing = standingsOf(policy, await listEvidence(tx)).find(
      ({ stageId, kind, rule, offered }) =>
        stageId === step.stageId && kind === step.kind && rule === step.rule && offered === step.to,
    );
    if (!standing) {
      throw new AppError({
        code: "conflict",
        fault: "caller",
        message:
          "This step is not offered any more: comparisons or settings are others by now. Look at what is offered and try again.",
      });
    }
    const { version, by, correlationId } = step;
    const now = clock.now();
    const changed = await changePolicyIn(tx, clock, {
      policy: promote(policy, standing, now),
      basedOn: version,
      by,
      correlationId,
    });
    await recordStep(
      tx,
      { type: "policy.promoted", standing, to: step.to, by, correlationId },
      now,
    );
    await tellStatus(tx);
    return changed;
  });

/** Who does it in the ledger: nobody. */
const SELF = "convene";

/** Takes back each step that people do not agree with any more, at the stages of an opportunity. Must come before anything else of the
 * transaction reaches the ledger. Shape: how many. */
export const takeStepsBack = async (
  tx: Tx,
  { opportunityId, correlationId }: { opportunityId: string; correlationId: string },
  clock: Clock,
): Promise<number> => {
  const { policy: first } = await lockPolicy(tx);
  if (first.rules.every(({ promotion }) => promotion === undefined)) return 0;
  const evidence = await listEvidence(tx, { opportunityId });
  const now = clock.now();
  let taken = 0;
  for (const standing of standingsOf(first, evidence)) {
    const { policy, version } = await lockPolicy(tx);
    const back = stepBack(policy, standing, now);
    if (!back) continue;
    const change = { policy: back.policy, basedOn: version, by: SELF, correlationId };
    await changePolicyIn(tx, clock, { ...change, isByItself: true });
    const step = { type: "policy.demoted", standing, to: back.mode, by: SELF, correlationId };
    await recordStep(tx, step, now);
    taken += 1;
  }
  if (taken > 0) await tellStatus(tx);
  return taken;
};

interface Step {
  type: string;
  standing: Standing;
  to: ModeName;
  by: string;
  correlationId: string;
}

const recordStep = async (
  tx: Tx,
  { type, standing, to, by, correlationId }: Step,
  at: Temporal.Instant,
): Promise<void> => {
  const { stageId, kind, count, agreed, last } = standing;
  const data = { stageId, kind, to, count, agreed, last: last.count, lastAgreed: last.agreed };
  await appendLedger(tx, { type, actor: by, correlationId, data, at });
};

const tellStatus = async (tx: Tx): Promise<void> => {
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "status" })]);
};

/** A step that was taken back, by the ledger. */
export interface StepBack {
  stageId: string;
  stageName: string | null;
  kind: string;
  to: ModeName;
  last: number;
  lastAgreed: number;
  at: Temporal.Instant;
}

const SHOWN = 10;

/** Those taken back last, newest first. */
export const listStepsBack = async (reads: Reads): Promise<StepBack[]> =>
  await reads.query<StepBack & Row>(
    `select data ->> 'stageId' as "stageId", data ->> 'kind' as kind, data ->> 'to' as "to", (data ->> 'last')::int as last,
       (data ->> 'lastAgreed')::int as "lastAgreed", at,
       (select c.stage_name from cases c where c.stage_id = l.data ->> 'stageId' order by c.updated_at desc limit 1) as "stageName"
     from ledger l where type = 'policy.demoted' order by seq desc limit ${SHOWN}`,
  );
