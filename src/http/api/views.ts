/** Our records as the API shows them: names opened, ids kept, nothing else added. */
import type { z } from "zod";
import type { CaseRecord, ProposalRecord, RunRecord } from "../../cases/records.ts";
import { readApprovals } from "../../cases/approvals.ts";
import { type AskingNow, type Onlooker, readAskingNow, whyNotYours } from "../../cases/asked-of.ts";
import type { People } from "../../cases/named-people.ts";
import { openProposal } from "../../cases/open-proposal.ts";
import { type DecisionRecord, getDecision } from "../../cases/decisions.ts";
import { isKeptToFew } from "../../cases/kept-to-few.ts";
import type { SearchRecord } from "../../cases/searches.ts";
import { getCase } from "../../cases/cases.ts";
import { type ToldProblem, problemAsOne, toldProblems } from "../../cases/problems.ts";
import type { StepRecord } from "../../cases/runs.ts";
import type { Database, Queryable } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import { KEPT_TO_FEW } from "../../domain/may-contact.ts";
import type { Clock } from "../../domain/time.ts";
import type { EffectRecord } from "../../effects/effects.ts";
import { type NotSent, notSentOf } from "../../effects/not-sent.ts";
import { decide } from "../../policy/decide.ts";
import type { Texts } from "../../privacy/texts.ts";
import { viewAlert } from "./alert-view.ts";
import type { CaseItem, EffectItem, ProposalItem, RunItem, RunStep } from "./schemas.ts";
import type { DecisionItem } from "./outcome-schemas.ts";
import type { SearchItem } from "./search-schemas.ts";

export interface ViewDeps {
  database: Database;
  texts: Texts;
}

/** What is asked of whoever looks, and who that is. */
export interface AskedLook {
  by: Onlooker;
  asking: AskingNow;
}

/** For those that wait among what is looked at; null: none does. */
export const askedLook = async (
  by: Onlooker,
  proposals: readonly Pick<ProposalRecord, "id" | "status">[],
  { database, clock, lever }: Pick<ViewDeps, "database"> & { clock: Clock; lever: People },
): Promise<AskedLook | null> => {
  const waiting = proposals.flatMap(({ id, status }) => (status === "waiting" ? [id] : []));
  if (waiting.length === 0) return null;
  return {
    by,
    asking: await readAskingNow(database, waiting, { now: clock.now(), people: lever }),
  };
};

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
    ...viewProblems(toldProblems(case_.problems)),
    leverUrl: case_.leverUrl,
    createdAt: case_.createdAt.toString(),
    updatedAt: case_.updatedAt.toString(),
    erasedAt: case_.erasedAt?.toString() ?? null,
  }));
};

/** What is wrong, as one and each by itself. */
export const viewProblems = (problems: ToldProblem[]): Pick<CaseItem, "problem" | "problems"> => ({
  problem: problemAsOne(problems),
  problems,
});

/** A run with the kind of its event. */
export const viewRunItems = async (
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

interface StepsToView {
  steps: StepRecord[];
  case_: CaseRecord | null;
  /** Of what whoever asks may not see. */
  isHidden?: boolean;
}

/** Steps of a trace with what they read and made, or without where that is for few. */
export const viewSteps = async (
  { steps, case_, isHidden: isOthers = false }: StepsToView,
  deps: ViewDeps,
): Promise<RunStep[]> => {
  const isHidden = isOthers || case_?.isConfidential === true;
  const ids = isHidden
    ? []
    : steps.flatMap(({ inputTextId, outputTextId }) => [
        ...(inputTextId === null ? [] : [inputTextId]),
        ...(outputTextId === null ? [] : [outputTextId]),
      ]);
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

/** A search that goes on. */
export const viewSearch = async (
  search: SearchRecord,
  reads: Database | Queryable,
): Promise<SearchItem> => ({
  since: search.since.toString(),
  because: search.noFit.because ?? null,
  inVain: search.noFit.inVain ?? null,
  blockers: search.noFit.blockers,
  relaxations: search.noFit.relaxations,
  lookedAt: search.lookedAt.toString(),
  nextLookAt: search.nextLookAt?.toString() ?? null,
  alert: await viewAlert(search, reads),
});

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
    via: decision.via,
    onBehalfOf: decision.onBehalfOf,
    basis: decision.basis,
  };

/** A proposal with its sentence and the decision on it. Erased ones keep their place without texts. `effects`: its own. `look`: null where
 * it does not wait. */
export const viewProposal = async (
  proposal: ProposalRecord,
  { effects, look }: { effects: readonly EffectRecord[]; look: AskedLook | null },
  deps: ViewDeps,
): Promise<ProposalItem> => {
  const [case_, decision] = await Promise.all([
    getCase(deps.database, proposal.caseId),
    getDecision(deps.database, proposal.id),
  ]);
  if (!case_) throw new Error("a proposal without a case");
  const isHidden = await isKeptToFew(deps.database, { proposal, case_ }, deps.texts);
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
    ...(isHidden ? HIDDEN : await summaryOf(proposal, deps)),
    candidateName: shown?.candidateName ?? ERASED,
    postingTitle: case_.postingTitle,
    stageName: case_.stageName,
    refined: proposal.refined,
    warnings: proposal.warnings,
    createdAt: proposal.createdAt.toString(),
    expiresAt: proposal.expiresAt.toString(),
    ...(look && proposal.status === "waiting"
      ? await waitingFor(proposal, { case_, look }, deps)
      : { performsAt: null, approvedBy: [], notYours: null }),
    decision: await viewDecision(isHidden && decision ? withoutReason(decision) : decision, deps),
    replacedBy: proposal.replacedBy,
    notSent: viewNotSent(proposal, { isHidden, effects }),
  };
};

/** For what it waits, and for whom. What was to be done by itself is so no more when policy asks by now. */
const waitingFor = async (
  proposal: ProposalRecord,
  { case_, look: { by, asking } }: { case_: CaseRecord; look: AskedLook },
  { database }: ViewDeps,
): Promise<Pick<ProposalItem, "performsAt" | "approvedBy" | "notYours">> => {
  const approvals = await readApprovals(database, proposal);
  const isPausing = decide(asking.policy, proposal, case_) === "perform";
  return {
    performsAt: isPausing ? (proposal.performsAt?.toString() ?? null) : null,
    approvedBy: approvals.map((one) => one.by),
    notYours: whyNotYours({ proposal, case_, by, approvals }, asking),
  };
};

const viewNotSent = (
  { status }: ProposalRecord,
  { isHidden, effects }: { isHidden: boolean; effects: readonly EffectRecord[] },
): NotSent | null => {
  const notSent = notSentOf(status, effects);
  return notSent && isHidden ? { ...notSent, why: null } : notSent;
};

const HIDDEN = { summary: KEPT_TO_FEW, isReadable: false };

const withoutReason = (decision: DecisionRecord): DecisionRecord => ({
  ...decision,
  reasonTextId: null,
});

/** One row that cannot be read must not keep people from all the others. */
const summaryOf = async (
  proposal: ProposalRecord,
  deps: ViewDeps,
): Promise<Pick<ProposalItem, "summary" | "isReadable">> => {
  try {
    const { context } = await openProposal(deps.database, proposal, deps.texts);
    return { summary: context.summary, isReadable: true };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (thrown.code === "not_found") {
      return { summary: "The texts of this proposal were erased.", isReadable: false };
    }
    if (thrown.code !== "crypto_failed") throw thrown;
    return { summary: thrown.message, isReadable: false };
  }
};
