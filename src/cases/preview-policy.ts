/** What another policy would have done with the proposals of the last days: the gate's own function, over what is kept of them. */
import type { Database, Queryable, Row } from "../db/port.ts";
import type { Policy, Verdict } from "../domain/policy.ts";
import { type PolicyAnswer, type PolicyScope, answerOf } from "../policy/decide.ts";
import { optedOutOf } from "./proposals.ts";
import type { ProposalRecord } from "./records.ts";

type Traits = Pick<
  ProposalRecord,
  "id" | "caseId" | "kind" | "class" | "audience" | "risk" | "planId" | "optedOut"
>;
type PastProposal = Traits & PolicyScope & { createdAt: Temporal.Instant };

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

/** Asks both policies about each proposal since then, an edit counting as what it changed. */
export const previewPolicy = async (
  reads: Database | Queryable,
  { before, after, since }: { before: Policy; after: Policy; since: Temporal.Instant },
): Promise<PolicyPreview> => {
  const past = await reads.query<PastProposal & Row>(
    `select p.id, p.case_id as "caseId", p.kind, p.class, p.audience, p.risk, p.plan_id as "planId", ${optedOutOf("p")} as "optedOut",
       p.created_at as "createdAt", c.posting_id as "postingId", c.posting_title as "postingTitle", c.team,
       c.stage_id as "stageId", c.stage_name as "stageName"
     from proposals p join cases c on c.id = p.case_id
     where p.created_at >= $1 and not exists (select from proposals q where q.replaced_by = p.id)
     order by p.created_at desc, p.id desc limit ${MOST}`,
    [since.toString()],
  );
  const preview: PolicyPreview = {
    total: past.length,
    before: { observe: 0, ask: 0, perform: 0 },
    after: { observe: 0, ask: 0, perform: 0 },
    differences: [],
  };
  const groups = new Map<string, PolicyDifference>();
  for (const proposal of past) {
    const was = answerOf(before, proposal, proposal);
    const would = answerOf(after, proposal, proposal);
    preview.before[was.do] += 1;
    preview.after[would.do] += 1;
    if (JSON.stringify(was) !== JSON.stringify(would)) addTo(groups, { proposal, was, would });
  }
  preview.differences = [...groups.values()].toSorted((a, b) => b.count - a.count);
  return preview;
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
