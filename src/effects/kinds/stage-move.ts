/** Moves a candidate to the next stage in Lever, as a person has approved. It is the only step of its proposal, and nothing takes
 * it back: whoever is moved back is moved by a person, in Lever. */
import type { StageRule } from "../../domain/plan.ts";
import type { RuleInForce } from "../../cases/stage-rule.ts";
import {
  type MoveStage,
  type NamedStage,
  type RuledScore,
  findStage,
  nextStageFault,
} from "../../domain/stage-move.ts";
import { type Round, roundAt } from "../../feedback/round.ts";
import type { MissedInterview } from "../../feedback/seats.ts";
import type {
  LeverReader,
  LeverWriter,
  Opportunity,
  StageChange,
  SubmittedFeedback,
} from "../../lever/port.ts";
import { roundForms } from "../../feedback/round-forms.ts";
import { readFormOptions } from "../../lever/form-options.ts";
import { judgeStageRule } from "../../synthesis/stage-rule.ts";
import { formsSince, writtenIn } from "../../synthesis/stands.ts";
import type { Clock } from "../../domain/time.ts";
import { APART } from "../hold-moves.ts";
import type { EffectKind, Probe } from "../kind.ts";
import { refuseUnlessStands, stale } from "./note-stands.ts";

interface StageMoveDeps {
  clock: Clock;
  missedOf(opportunityId: string): Promise<MissedInterview[]>;
  ruleOf(caseId: string): Promise<RuleInForce>;
  lever: { writer: LeverWriter; fresh: LeverReader };
}

/** The one step of it. */
export const createStageMove =
  ({ lever: { writer, fresh }, ...deps }: StageMoveDeps) =>
  (payload: MoveStage): EffectKind => ({
    kind: "stage_move",
    audience: "internal",
    // Lever would write it down twice, and tell everybody twice.
    mayDouble: true,
    label: `Move the candidate to ${payload.to.name} in Lever`,
    send: async () => {
      await refuseUnlessStands(payload, fresh, "nobody was moved");
      const stages = await fresh.listStages();
      await refuseUnlessThere(payload, { lever: fresh, stages });
      await refuseUnlessJudged(payload, { ...deps, lever: fresh, stages });
      await writer.moveStage(payload.opportunityId, payload.performAs, payload.to.id);
      return { fromStageId: payload.stageId, toStageId: payload.to.id };
    },
    probe: async ({ startedAt }) => {
      const opportunity = await fresh.getOpportunity(payload.opportunityId);
      return whereIs(payload, opportunity, startedAt);
    },
  });

/** Whether it was moved since that moment, also if somebody has moved it on or back meanwhile: then it is not moved once more. Where it is
 * again, or Lever does not say since when, a person has to look. */
const whereIs = (
  { stageId, to }: MoveStage,
  now: Pick<Opportunity, "stageId" | "stageChanges">,
  startedAt: Temporal.Instant | null,
): Probe => {
  const isSince = ({ at }: StageChange): boolean =>
    at === null ||
    startedAt === null ||
    Temporal.Instant.compare(at, startedAt.subtract(APART)) >= 0;
  const wasMoved =
    startedAt !== null &&
    now.stageChanges.some(
      (change) => change.toStageId === to.id && change.at !== null && isSince(change),
    );
  if (now.stageId === to.id || wasMoved) {
    return { outcome: "done", ref: { fromStageId: stageId, toStageId: to.id } };
  }
  const last = now.stageChanges.at(-1);
  const isWhereItWas = now.stageId === stageId && last?.toStageId === stageId && !isSince(last);
  return { outcome: isWhereItWas ? "absent" : "unknowable" };
};

type Judging = Omit<StageMoveDeps, "lever"> & {
  lever: LeverReader;
  /** As Lever has them now. */
  stages: readonly NamedStage[];
};

/** Errors: `stale_proposal` for a candidate who is at another stage, or a stage that is none after it; those of Lever. */
const refuseUnlessThere = async (
  { opportunityId, stageId, to }: MoveStage,
  { lever, stages }: Pick<Judging, "lever" | "stages">,
): Promise<void> => {
  const opportunity = await lever.getOpportunity(opportunityId);
  if (opportunity.stageId !== stageId) {
    throw stale("The candidate is at another stage in Lever now, so nobody was moved.");
  }
  const fault = nextStageFault({ from: stageId, to: to.id }, stages);
  if (fault !== null) throw stale(`${fault} Nobody was moved.`);
};

/** What was approved is judged once more, by the plan's rule and the forms as they are now. Errors: `stale_proposal` when the rule is
 * otherwise or does not hold, or the forms are others than those it was judged by; those of Lever. */
const refuseUnlessJudged = async (payload: MoveStage, deps: Judging): Promise<void> => {
  const { lever, clock, missedOf } = deps;
  const rule = await ruleNow(payload, deps);
  const { opportunityId, stageId } = payload;
  const [forms, panels, users] = await Promise.all([
    lever.listFeedback(opportunityId),
    lever.listPanels(opportunityId),
    lever.listUsers(),
  ]);
  const missed = await missedOf(opportunityId);
  const round = roundAt({ panels, forms, users, missed, now: clock.now() }, stageId);
  if (!round.isOver) {
    throw stale("A form of this round is to be handed in by now, so nobody was moved.");
  }
  refuseOtherForms(payload, { round, forms });
  const optionsOf = await readFormOptions(round.forms, lever);
  const read = roundForms(round, { users, optionsOf });
  const { holds, scores } = judgeStageRule(rule, { forms: read, missing: [], hasEnded: true });
  // Whose form gives what stands on the case and the page, for those who may see it.
  if (!holds) {
    throw stale(
      "The forms do not give what the rule of the plan asks for now, so nobody was moved: have the rule judged anew to see why.",
    );
  }
  if (figuresOf(scores) !== figuresOf(payload.scores)) {
    throw stale(
      "The rule asks for something else by now, or the forms give something else than was approved, so nobody was moved: have the rule judged anew.",
    );
  }
};

/** The plan's, as it is now. Errors: `stale_proposal`. */
const ruleNow = async (
  { caseId, to }: MoveStage,
  { stages, ruleOf }: Pick<Judging, "stages" | "ruleOf">,
): Promise<StageRule> => {
  const { isOn, rule } = await ruleOf(caseId);
  if (!isOn) throw stale("Evaluative features are switched off by now, so nobody was moved.");
  if (!rule) throw stale("The plan of this stage has no rule any more, so nobody was moved.");
  if (findStage(rule.moveTo, stages)?.id !== to.id) {
    throw stale("The rule of the plan moves to another stage by now, so nobody was moved.");
  }
  return rule;
};

/** Errors: `stale_proposal` when the forms are others than those it was judged by. */
const refuseOtherForms = (
  { forms }: MoveStage,
  { round, forms: all }: { round: Round; forms: readonly SubmittedFeedback[] },
): void => {
  const { changed, strange, added } = formsSince(forms, { round, forms: all }, writtenIn(round));
  if (changed.length > 0 || strange.length > 0 || added.length > 0) {
    throw stale(
      "A form was changed, opened again or added in Lever since, or is of an interview that was missed, so nobody was moved: have the rule judged anew.",
    );
  }
};

/** What is asked for and given, without the words. */
const figuresOf = (scores: readonly RuledScore[]): string =>
  JSON.stringify(
    scores.map(({ field, atLeast, of, given }) => [
      field,
      atLeast,
      of,
      given.map(({ form, place }) => [form, place]),
    ]),
  );
