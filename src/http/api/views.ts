/** Our records as the API shows them: names opened, ids kept, nothing else added. */
import { z } from "zod";
import type { CaseRecord, ProposalRecord, RunRecord } from "../../cases/records.ts";
import { type DecisionRecord, getDecision, openProposal } from "../../cases/proposals.ts";
import { getCase } from "../../cases/cases.ts";
import type { StepRecord } from "../../cases/runs.ts";
import type { Database, Queryable } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import type { EffectRecord } from "../../effects/effects.ts";
import type { Texts } from "../../privacy/texts.ts";
import type {
  CaseItem,
  DecisionItem,
  EffectItem,
  ProposalItem,
  RunItem,
  RunStep,
} from "./schemas.ts";

export interface ViewDeps {
  database: Database;
  texts: Texts;
}

const ERASED = "(erased)";

/** Cases with their candidates' names. */
export const viewCases = async (cases: CaseRecord[], deps: ViewDeps): Promise<CaseItem[]> => {
  const names = await deps.texts.openMany(
    deps.database,
    cases.flatMap((case_) => case_.nameTextId ?? []),
  );
  return cases.map((case_) => ({
    id: case_.id,
    opportunityId: case_.opportunityId,
    candidateName: (case_.nameTextId && names.get(case_.nameTextId)) ?? ERASED,
    postingTitle: case_.postingTitle,
    stageId: case_.stageId,
    stageName: case_.stageName,
    status: case_.status,
    mode: case_.mode,
    nextStep: case_.nextStep,
    problem: case_.problem,
    leverUrl: case_.leverUrl,
    createdAt: case_.createdAt.toString(),
    updatedAt: case_.updatedAt.toString(),
  }));
};

/** A run with the kind of its event. */
export const viewRuns = async (
  runs: RunRecord[],
  reads: Database | Queryable,
): Promise<RunItem[]> => {
  const rows = await reads.query<{ id: string; kind: string }>(
    "select id, kind from inbox where id = any($1)",
    [runs.map((run) => run.eventId)],
  );
  const kinds = new Map(rows.map((row) => [row.id, row.kind]));
  return runs.map((run) => ({
    id: run.id,
    caseId: run.caseId,
    eventId: run.eventId,
    eventKind: kinds.get(run.eventId) ?? "",
    status: run.status,
    outcome: run.outcome,
    startedAt: run.startedAt.toString(),
    finishedAt: run.finishedAt?.toString() ?? null,
  }));
};

/** Steps of a trace with what they read and made. */
export const viewSteps = async (steps: StepRecord[], deps: ViewDeps): Promise<RunStep[]> => {
  const ids = steps.flatMap((step) =>
    [step.inputTextId, step.outputTextId].filter((id) => id !== null),
  );
  const texts = await deps.texts.openMany(deps.database, ids);
  const open = (id: string | null): unknown => {
    const text = id === null ? undefined : texts.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  };
  return steps.map((step) => ({
    id: step.id,
    kind: step.kind,
    name: step.name,
    specialist: step.specialist,
    status: step.status,
    startedAt: step.startedAt.toString(),
    durationMs: step.durationMs,
    input: open(step.inputTextId),
    output: open(step.outputTextId),
    error: step.error,
    tokens: step.tokens,
  }));
};

/** An effect as it stands. */
export const viewEffect = (effect: EffectRecord): z.infer<typeof EffectItem> => ({
  id: effect.id,
  proposalId: effect.proposalId,
  step: effect.step,
  kind: effect.kind,
  label: effect.label,
  audience: effect.audience,
  status: effect.status,
  attempt: effect.attempt,
  externalRef: effect.externalRef,
  error: effect.error,
  startedAt: effect.startedAt?.toString() ?? null,
  finishedAt: effect.finishedAt?.toString() ?? null,
});

const viewDecision = async (
  decision: DecisionRecord | null,
  deps: ViewDeps,
): Promise<z.infer<typeof DecisionItem> | null> =>
  decision && {
    decision: decision.decision,
    by: decision.decidedBy,
    reason: decision.reasonTextId
      ? await deps.texts.open(deps.database, decision.reasonTextId)
      : null,
    at: decision.at.toString(),
  };

/** A proposal with its sentence and the decision on it. Erased ones keep their place without texts. */
export const viewProposal = async (
  proposal: ProposalRecord,
  deps: ViewDeps,
): Promise<ProposalItem> => {
  const [case_, decision, summary] = await Promise.all([
    getCase(deps.database, proposal.caseId),
    getDecision(deps.database, proposal.id),
    summaryOf(proposal, deps),
  ]);
  if (!case_) throw new Error("a proposal without a case");
  const [shown] = await viewCases([case_], deps);
  return {
    id: proposal.id,
    caseId: proposal.caseId,
    runId: proposal.runId,
    kind: proposal.kind,
    status: proposal.status,
    class: proposal.class,
    audience: proposal.audience,
    risk: proposal.risk,
    digest: proposal.digest,
    summary: summary,
    candidateName: shown?.candidateName ?? ERASED,
    postingTitle: case_.postingTitle,
    stageName: case_.stageName,
    refined: proposal.refined,
    warnings: proposal.warnings,
    createdAt: proposal.createdAt.toString(),
    expiresAt: proposal.expiresAt.toString(),
    decision: await viewDecision(decision, deps),
    replacedBy: proposal.replacedBy,
  };
};

/** One row that cannot be read must not keep people from all the others. */
const summaryOf = async (proposal: ProposalRecord, deps: ViewDeps): Promise<string> => {
  try {
    return (await openProposal(deps.database, proposal, deps.texts)).context.summary;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "not_found") {
      return "The texts of this proposal were erased.";
    }
    const isUnreadable =
      thrown instanceof z.ZodError ||
      (thrown instanceof AppError && thrown.code === "crypto_failed");
    if (!isUnreadable) throw thrown;
    return "What is stored of this proposal was changed or damaged; it will not be performed.";
  }
};
