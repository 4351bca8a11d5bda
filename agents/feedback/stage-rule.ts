/** How a plan's rule for its stage stands, read through tools and judged by code; and the proposal that follows when it holds. No
 * model has a part in it. */
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import type { StageRule } from "../../src/domain/plan.ts";
import type { Evidence } from "../../src/domain/proposal.ts";
import { shownName } from "../../src/domain/quoted.ts";
import {
  type MoveStage,
  findStage,
  nextStageFault,
  unknownStage,
} from "../../src/domain/stage-move.ts";
import { type PanelForm, presentForms } from "../../src/synthesis/form.ts";
import { judgeStageRule } from "../../src/synthesis/stage-rule.ts";
import type { ToolContext } from "../../tools/context.ts";
import { callTool } from "../../tools/define-tool.ts";
import { getRound } from "../../tools/get_round.ts";
import { asPanelForm, performAs } from "./gather.ts";
import { type Shown, createShown } from "./shown.ts";

/** Whose rule it is, and of which case. */
export interface RuleAsked {
  case_: CaseRecord;
  plan: { id: string; stageRule: StageRule };
  /** Lever user in whose name to write, when the configuration names one. */
  performAs: string | null;
}

/** What it comes to. */
export interface JudgedRound {
  /** As Lever has it, else as the rule names it. */
  moveTo: string;
  /** Empty: it holds. */
  reasons: string[];
  /** Null while it does not hold. */
  proposal: { payload: MoveStage; context: AlertContext } | null;
}

type Round = Awaited<ReturnType<typeof getRound.run>>;

/** Errors: those of Lever; `lever_rejected` when nobody is known in whose name it could be done. */
export const judgeRound = async (asked: RuleAsked, tools: ToolContext): Promise<JudgedRound> => {
  const { case_, plan } = asked;
  const { opportunityId, stageId } = case_;
  const round = await callTool(getRound, { opportunityId, stageId }, tools);
  const stages = await tools.lever.listStages();
  const to = findStage(plan.stageRule.moveTo, stages);
  const owing = round.seats.filter(({ isOwed }) => isOwed);
  const shown = createShown([]);
  const forms = round.forms.map((form) => withShownSession(asPanelForm(form), shown));
  const judgement = judgeStageRule(plan.stageRule, {
    forms,
    missing: owing.map(({ name, session }) => ({ name, session: shown.session(session.quoted) })),
    hasEnded: round.seats.every(({ hasEnded }) => hasEnded),
  });
  const opportunity = await tools.lever.getOpportunity(opportunityId);
  const { postingId } = opportunity;
  const faults = [
    round.missing,
    to
      ? nextStageFault({ from: stageId, to: to.id }, stages)
      : `${unknownStage(plan.stageRule.moveTo, stages)} The plan “${plan.id}” moves to it: have its rule changed.`,
    opportunity.stageId === stageId ? null : "The candidate is at another stage in Lever now.",
    postingId === null ? "The candidate is on no posting in Lever." : null,
  ].filter((fault) => fault !== null);
  const reasons = [...faults, ...judgement.reasons];
  const judged = {
    moveTo: to?.text ?? plan.stageRule.moveTo,
    reasons,
  };
  if (reasons.length > 0 || !to || postingId === null) return { ...judged, proposal: null };
  const posting = await tools.lever.getPosting(postingId);
  const payload: MoveStage = {
    kind: "move_stage",
    version: 1,
    opportunityId,
    postingId,
    stageId,
    performAs: performAs(
      asked.performAs ?? opportunity.ownerId ?? posting.ownerId ?? posting.hiringManagerId,
    ),
    caseId: case_.id,
    postingTitle: shownName(posting.title),
    stageName: shownName(case_.stageName),
    planId: plan.id,
    to: { id: to.id, name: to.text },
    scores: judgement.scores.map((score) => ({
      ...score,
      given: score.given.map((one) => ({ ...one, given: shown.given(one.given) })),
    })),
    forms: ruledForms(forms),
  };
  const context = contextOf(payload, { round, leftOut: shown.leftOut() });
  return { ...judged, proposal: { payload, context } };
};

/** What an interview is called tells forms of one person apart wherever they are named. */
const withShownSession = (form: PanelForm, shown: Shown): PanelForm => ({
  ...form,
  session: form.session && shown.session(form.session),
});

const ruledForms = (forms: readonly PanelForm[]): MoveStage["forms"] => {
  const counted = new Set(presentForms(forms).present);
  return forms.map((form) => ({
    id: form.id,
    name: form.by.name,
    session: form.session,
    at: form.at,
    counts: counted.has(form),
  }));
};

/** Without a rating: it is listed where more people read than decide. */
const contextOf = (
  { to, stageName, forms }: MoveStage,
  { round: { seats }, leftOut }: { round: Round; leftOut: readonly string[] },
): AlertContext => {
  const wrote = new Set(forms.map(({ name }) => name));
  const silent = new Set(seats.map(({ name }) => name).filter((name) => !wrote.has(name)));
  return {
    summary: `Move the candidate from ${stageName} to ${to.name}`,
    reason: `All forms of ${stageName} are in, and each gives the ratings that the rule of its plan asks for. The rule decides nothing: a person does.`,
    evidence: [
      ...forms.map(({ id, name, counts }): Evidence => ({
        kind: "read",
        what: `Feedback by ${name}${counts ? "" : ", who has handed in a newer form since"}`,
        source: id,
      })),
      ...[...silent].map((name): Evidence => ({
        kind: "left_out",
        what: `No form of ${name}: none is asked for, or they were deactivated in Lever.`,
        source: "get_round",
      })),
      ...leftOut.map((what): Evidence => ({ kind: "left_out", what, source: "feedback" })),
    ],
  };
};
