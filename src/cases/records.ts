/** Cases, runs and proposals as they are kept. Names and texts are sealed in `texts`; rows hold ids, enums and times. */
import type {
  CaseId,
  ContactId,
  OpportunityId,
  PostingId,
  ProposalId,
  RunId,
  StageId,
} from "../domain/ids.ts";
import type { Jurisdiction } from "../domain/jurisdiction.ts";
import type { OptOutWho } from "../domain/opt-out.ts";
import type { ModeName } from "../domain/policy.ts";
import type {
  Audience,
  FeatureClass,
  ProposalPayload,
  ProposalStatus,
  Risk,
} from "../domain/proposal.ts";

export const CASE_STATUSES = [
  "open",
  "waiting",
  "booked",
  "blocked",
  "observed",
  "closed",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** How an opportunity stands in Lever. gone: deleted, or its person was anonymized. */
export type InLever = "active" | "archived" | "gone";

/** Why a case cannot go on by itself, or what failed beside it: for people, without candidate text. */
export interface Problem {
  code: string;
  message: string;
  /** Of what, where several of a kind may stand side by side. */
  about?: string;
}

export interface CaseRecord {
  id: CaseId;
  opportunityId: OpportunityId;
  stageId: StageId;
  stageName: string;
  postingId: PostingId | null;
  postingTitle: string;
  team: string | null;
  /** Codes of the requisitions that it is for. */
  requisitions: readonly string[];
  /** Whose rules may hold where it is, as a run saw it last; null: not known, so all may. */
  jurisdictions: readonly Jurisdiction[] | null;
  /** The person whose key seals this case's texts. */
  candidate: ContactId;
  nameTextId: string | null;
  leverUrl: string | null;
  /** As a run saw it last. */
  inLever: InLever;
  /** As a run saw it last: then nobody is shown what is kept of it. */
  isConfidential: boolean;
  /** How often the links of its candidate were ended. */
  linksEnded: number;
  status: CaseStatus;
  mode: ModeName;
  nextStep: string;
  /** One a thing, see `problems.ts`. */
  problems: readonly Problem[];
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  closedAt: Temporal.Instant | null;
  /** When its candidate was erased: nothing of theirs is kept, and no link opens anything. */
  erasedAt: Temporal.Instant | null;
}

export type RunStatus = "running" | "waiting" | "done" | "failed" | "superseded";

export interface RunRecord {
  id: RunId;
  eventId: string;
  caseId: CaseId | null;
  status: RunStatus;
  outcome: string | null;
  correlationId: string;
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
  /** When its trace was removed by age. */
  prunedAt: Temporal.Instant | null;
}

/** What a proposal belongs to, as policy and effects ask for it: a case, or a recruiter's day, which is of no case. */
export interface Ground {
  id: CaseId | null;
  /** Of its stream: order and lease. */
  opportunityId: OpportunityId;
  postingId: PostingId | null;
  postingTitle: string;
  team: string | null;
  jurisdictions: readonly Jurisdiction[] | null;
  stageId: string;
  stageName: string;
  closedAt: Temporal.Instant | null;
}

/** A proposal of a case, or of a recruiter's day. */
export type AnyProposal = Omit<ProposalRecord, "caseId" | "kind"> & {
  caseId: CaseId | null;
  kind: ProposalPayload["kind"];
};

/** Whether it is of a case. */
export const isOfCase = (proposal: AnyProposal): proposal is ProposalRecord =>
  proposal.caseId !== null;

export interface ProposalRecord {
  id: ProposalId;
  caseId: CaseId;
  runId: RunId;
  kind: Exclude<ProposalPayload["kind"], "send_digest">;
  /** Null: it is about all of its case. */
  sessionId: string | null;
  class: FeatureClass;
  audience: Audience;
  risk: Risk;
  status: ProposalStatus;
  digest: string;
  policyVersion: number;
  refined: "draft" | "model" | "fallback";
  warnings: number;
  payloadTextId: string | null;
  contextTextId: string | null;
  previousId: ProposalId | null;
  replacedBy: ProposalId | null;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  /** When it is done by itself, unless somebody stops it; null: it is not. */
  performsAt: Temporal.Instant | null;
  /** Of what it books, or what was booked in its case last. */
  planId: string | null;
  /** Who of those that it is about wants people instead of software, as it was read. */
  optedOut: OptOutWho[];
}
