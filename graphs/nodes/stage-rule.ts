/** Judges the rule of the case's plan by the forms of its round. When it holds, it is proposed to move the candidate on; when it does
 * not, what was proposed is taken off the table. */
import { type JudgedRound, judgeRound } from "../../agents/feedback/stage-rule.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { listProposals, storeProposals } from "../../src/cases/proposals.ts";
import { endProblems } from "../../src/cases/problems.ts";
import type { CaseRecord, ProposalRecord } from "../../src/cases/records.ts";
import {
  STAGE_RULE_REQUESTED,
  forgetJudgedRule,
  keepJudgedRule,
} from "../../src/cases/stage-rule.ts";
import { supersedeAside } from "../../src/cases/supersede.ts";
import type { Tx } from "../../src/db/port.ts";
import { digestOf } from "../../src/digest.ts";
import { AppError } from "../../src/domain/errors.ts";
import { RunId } from "../../src/domain/ids.ts";
import { bestMatch } from "../../src/domain/plan-match.ts";
import { STAGE_NOT_MOVED } from "../../src/domain/stage-move.ts";
import { readPolicy } from "../../src/policy/store.ts";
import type { RunDeps } from "../deps.ts";
import { caseOf } from "../papers.ts";
import type { RunState, RunUpdate } from "../state.ts";
import { toolContext } from "../tool-context.ts";

/** The `stage_rule` node. What it comes to is kept sealed with the case; the run says no more than whether it holds. Errors:
 * retryable ones of Lever. */
export const createStageRule =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const case_ = await caseOf(state, deps);
    const plan = bestMatch(await deps.plans.all(), case_);
    if (!plan?.stageRule) return await settleNoRule(state, case_, deps);
    const { id, stageRule } = plan;
    try {
      const judged = await judgeRound(
        { case_, plan: { id, stageRule }, performAs: deps.performAs },
        toolContext(state, "feedback", deps),
      );
      return await settle(judged, { state, case_ }, deps);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.retryable || thrown.fault === "bug") throw thrown;
      return { problems: [{ code: thrown.code, message: thrown.message }] };
    }
  };

interface About {
  state: RunState;
  case_: CaseRecord;
}

const settleNoRule = async (
  state: RunState,
  case_: CaseRecord,
  deps: RunDeps,
): Promise<RunUpdate> => {
  const outcome = "The plan of this stage has no rule for moving candidates on.";
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await takeOff(tx, { state, case_, because: outcome }, deps);
    await forgetJudgedRule(tx, case_.id);
    await endNotMoved(tx, case_, deps);
  });
  return { outcome };
};

const settle = async (
  { proposal, ...judged }: JudgedRound,
  { state, case_ }: About,
  deps: RunDeps,
): Promise<RunUpdate> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const known = proposal && (await findSame(tx, digestOf(proposal.payload), { state, case_ }));
    // Before anything else reaches the ledger.
    const proposalIds = proposal && !known ? await store(tx, { proposal, state, case_ }, deps) : [];
    const because = proposal ? "A newer proposal takes its place." : "The rule holds no more.";
    if (!known) await takeOff(tx, { state, case_, because }, deps);
    await keepJudgedRule(
      tx,
      { case_, judged: { ...judged, holds: proposal !== null, judgedAt: deps.clock.now() } },
      deps.texts,
    );
    if (!proposal) await endNotMoved(tx, case_, deps);
    return known ? { outcome: KNOWN } : { proposalIds };
  });

/** Where nobody is to be moved on, it is no problem that nobody was. */
const endNotMoved = async (
  tx: Tx,
  { id: caseId }: CaseRecord,
  { clock }: RunDeps,
): Promise<void> => {
  await endProblems(tx, { caseId, codes: new Set([STAGE_NOT_MOVED]) }, clock);
};

const KNOWN = "The rule holds as it did: what was proposed of it stands.";

/** The very same that waits, was done, or was rejected: a person who asks anew may be asked anew about the last. */
const findSame = async (
  tx: Tx,
  digest: string,
  { state, case_ }: About,
): Promise<ProposalRecord | null> => {
  const stands = new Set<ProposalRecord["status"]>(["waiting", "approved", "performing", "done"]);
  if (state.eventKind !== STAGE_RULE_REQUESTED) stands.add("rejected");
  const all = await listProposals(tx, { caseId: case_.id, limit: 100 });
  return (
    all.find(
      (one) =>
        one.kind === "move_stage" &&
        one.digest === digest &&
        one.runId !== state.runId &&
        stands.has(one.status),
    ) ?? null
  );
};

const takeOff = async (
  tx: Tx,
  { state, case_, because }: About & { because: string },
  deps: RunDeps,
): Promise<void> => {
  await supersedeAside(
    tx,
    {
      caseId: case_.id,
      exceptRun: RunId.parse(state.runId),
      because,
      correlationId: state.correlationId,
      kind: "move_stage",
    },
    deps,
  );
};

const store = async (
  tx: Tx,
  { proposal, state, case_ }: About & { proposal: NonNullable<JudgedRound["proposal"]> },
  deps: RunDeps,
): Promise<string[]> => {
  const { version, policy } = await readPolicy(tx);
  return await storeProposals(
    tx,
    [
      {
        key: "move_stage",
        caseId: case_.id,
        runId: RunId.parse(state.runId),
        candidate: case_.candidate,
        correlationId: state.correlationId,
        class: "evaluative",
        audience: "internal",
        risk: "high",
        refined: "draft",
        warnings: 0,
        ...proposal,
        policyVersion: version,
        expiresAt: deps.clock.now().add({ hours: policy.expireHours }),
        by: "convene",
      },
    ],
    deps,
  );
};
