/** What another policy would have done with the proposals of the last days: the gate's own function, over what is kept of them. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { Policy, Verdict } from "../domain/policy.ts";
import type { AedtRecord } from "../domain/aedt.ts";
import { type AedtPlace, listAedtRecords } from "../policy/aedt-records.ts";
import { answerBy } from "../policy/answer-now.ts";
import { type PolicyAnswer, type PolicyScope, isForAnybody } from "../policy/decide.ts";
import { optedOutOf } from "./proposals.ts";
import type { ProposalRecord } from "./records.ts";

type Traits = Pick<
  ProposalRecord,
  "id" | "caseId" | "kind" | "class" | "audience" | "risk" | "planId" | "optedOut"
>;
interface PastProposal extends Traits, PolicyScope, AedtPlace {
  createdAt: Temporal.Instant;
  /** Whether a person had decided on it before: with the offer that it was chosen from, or with the answer that it tells of. */
  isDecided: boolean;
}

/** Proposals of a kind with which something else would have been done. */
export interface PolicyDifference {
  kind: ProposalRecord["kind"];
  before: PolicyAnswer;
  after: PolicyAnswer;
  count: number;
  /** The newest of them. */
  proposals: Pick<PastProposal, "id" | "caseId" | "postingTitle" | "stageName">[];
}

export interface PolicyPreview {
  total: number;
  before: Record<Verdict, number>;
  after: Record<Verdict, number>;
  differences: PolicyDifference[];
}

const MOST = 5_000;
const SHOWN = 5;

interface PolicyComparison {
  before: Policy;
  after: Policy;
  since: Temporal.Instant;
  /** As of when the law of a place is asked. */
  now: Temporal.Instant;
}

/** Asks both policies about each proposal since then, an edit counting as what it changed. */
export const previewPolicy = async (
  reads: Database | Queryable,
  { before, after, since, now }: PolicyComparison,
): Promise<PolicyPreview> => {
  const past = await reads.query<PastProposal & Row>(
    `select p.id, p.case_id as "caseId", p.kind, p.class, p.audience, p.risk, p.plan_id as "planId", ${optedOutOf("p")} as "optedOut",
       p.created_at as "createdAt", p.kind = 'tell_answer' or exists (
         select from proposals o join decisions d on d.proposal_id = o.id and d.digest = o.digest
         where o.id = p.previous_id and o.kind = 'offer_times' and o.status = 'done' and d.decision = 'approve') as "isDecided", c.posting_id as "postingId", c.posting_title as "postingTitle", c.team, c.jurisdictions,
       c.stage_id as "stageId", c.stage_name as "stageName"
     from proposals p join cases c on c.id = p.case_id
     where p.created_at >= $1 and not exists (select from proposals q where q.replaced_by = p.id)
     order by p.created_at desc, p.id desc limit ${MOST}`,
    [since.toString()],
  );
  const aedt = await listAedtRecords(reads);
  const preview: PolicyPreview = {
    total: past.length,
    before: { observe: 0, ask: 0, perform: 0 },
    after: { observe: 0, ask: 0, perform: 0 },
    differences: [],
  };
  const groups = new Map<string, PolicyDifference>();
  for (const proposal of past) {
    const was = gateAnswer({ policy: before, aedt, now }, proposal);
    const would = gateAnswer({ policy: after, aedt, now }, proposal);
    preview.before[was.do] += 1;
    preview.after[would.do] += 1;
    if (JSON.stringify(was) !== JSON.stringify(would)) addTo(groups, { proposal, was, would });
  }
  preview.differences = [...groups.values()].toSorted((a, b) => b.count - a.count);
  return preview;
};

/** What a person has decided on before, the gate lets through where policy asks anybody. */
const gateAnswer = (
  { now, ...by }: { policy: Policy; aedt: readonly AedtRecord[]; now: Temporal.Instant },
  proposal: PastProposal,
): PolicyAnswer => {
  const { answer } = answerBy(by, { proposal, ground: proposal, now });
  const isAnswered = answer.do === "ask" && proposal.isDecided && isForAnybody(answer);
  return isAnswered ? { do: "perform" } : answer;
};

const addTo = (
  groups: Map<string, PolicyDifference>,
  { proposal, was, would }: { proposal: PastProposal; was: PolicyAnswer; would: PolicyAnswer },
): void => {
  const { id, caseId, kind, postingTitle, stageName } = proposal;
  const key = JSON.stringify([kind, was, would]);
  const group = groups.get(key) ?? { kind, before: was, after: would, count: 0, proposals: [] };
  group.count += 1;
  if (group.proposals.length < SHOWN) {
    group.proposals.push({ id, caseId, postingTitle, stageName });
  }
  groups.set(key, group);
};
