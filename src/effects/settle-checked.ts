/** A message whose fate a person has found out: it arrived, and its step is done; or it did not, and it is sent again, that
 * step alone. Whatever else was booked stands, also when it cannot be sent. */
import { getCase } from "../cases/cases.ts";
import type { Lease } from "../cases/lease.ts";
import { openProposal } from "../cases/open-proposal.ts";
import { aboutOf } from "../cases/problem-about.ts";
import { getProposal } from "../cases/proposals.ts";
import type { CaseRecord, ProposalRecord } from "../cases/records.ts";
import type { Clock } from "../domain/time.ts";
import type { Texts } from "../privacy/texts.ts";
import type { StepsOf } from "./bundles.ts";
import { type EffectRecord, listEffects, setEffect } from "./effects.ts";
import { matchSteps } from "./match-steps.ts";
import { verdictNow } from "./may-still-act.ts";
import { type Step, type StepDeps, type StepResult, runStep } from "./step.ts";

export interface SettleCheckedDeps extends StepDeps {
  texts: Texts;
  clock: Clock;
  stepsOf: StepsOf;
}

/** What somebody has found out. */
export interface Checked {
  proposalId: string;
  effectId: string;
  arrived: boolean;
}

export interface CheckedRun {
  lease: Lease;
  correlationId: string;
  signal: AbortSignal;
}

/** What became of it. `isSettled`: nothing is left for a person to find out. */
export interface SettledMail {
  words: string;
  isSettled: boolean;
  /** What its problem is about, where several may stand side by side. */
  about?: string;
}

/** A function that does what follows from it; done already counts as done. Errors: retryable ones, `paused`. */
export const createSettleChecked =
  (deps: SettleCheckedDeps) =>
  async (checked: Checked, run: CheckedRun): Promise<SettledMail> => {
    const found = await find(checked, deps);
    const step = await stepOf(found, run, deps);
    const settled = await settle(checked, { found, step }, deps);
    const about = aboutOf(step.payload);
    return { ...settled, ...(about !== undefined && { about }) };
  };

const settle = async (
  { arrived }: Checked,
  { found, step }: { found: Found; step: Step },
  deps: SettleCheckedDeps,
): Promise<SettledMail> => {
  const { effect } = found;
  if (arrived) {
    const because = "a person has checked: it arrived";
    if (effect.status === "parked")
      await setEffect(step.scope, effect, { status: "done", because });
    return { words: "The message arrived, as a person has found out.", isSettled: true };
  }
  if (effect.status === "parked") {
    const { stop } = await verdictNow(found, deps);
    if (stop) return { words: `It was not sent again. ${stop.words}`, isSettled: false };
    const because = "a person has checked: it did not arrive";
    await setEffect(step.scope, effect, { status: "planned", because });
  }
  return told(await runStep(step, deps));
};

const told = (result: StepResult): SettledMail => {
  if (result.status === "done") return { words: "The message was sent again.", isSettled: true };
  const words =
    result.status === "failed"
      ? `The message could not be sent again, so write to its reader yourself. ${result.error.message}`
      : "Nobody can tell whether the message left when it was sent again: ask its reader once more.";
  return { words, isSettled: false };
};

interface Found {
  proposal: ProposalRecord;
  case_: CaseRecord;
  effect: EffectRecord;
}

const find = async (
  { proposalId, effectId }: Checked,
  { database }: SettleCheckedDeps,
): Promise<Found> => {
  const proposal = await getProposal(database, proposalId);
  const case_ = proposal && (await getCase(database, proposal.caseId));
  const effects = await listEffects(database, proposalId);
  const effect = effects.find(({ id }) => id === effectId);
  if (!proposal || !case_ || !effect) throw new Error("a step that was checked is not there");
  return { proposal, case_, effect };
};

const stepOf = async (
  { proposal, case_, effect }: Found,
  run: CheckedRun,
  { database, clock, texts, stepsOf }: SettleCheckedDeps,
): Promise<Step> => {
  const { payload } = await openProposal(database, proposal, texts);
  const kinds = stepsOf(payload);
  const kind = matchSteps(kinds, await listEffects(database, proposal.id)).get(effect.id);
  if (!kind) throw new Error("a step that was checked is none of its proposal's");
  const { lease, correlationId } = run;
  const scope = { database, clock, lease, caseId: case_.id, correlationId };
  return { step: effect.step, kind, kinds, proposal, case_, payload, run, scope };
};
