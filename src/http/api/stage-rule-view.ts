/** The rule of a case's plan for its stage, for those who may see what the forms say. */
import { getCase } from "../../cases/cases.ts";
import { openMove } from "../../cases/open-proposal.ts";
import type { CaseRecord, ProposalRecord } from "../../cases/records.ts";
import { refuseWhileOff } from "../../cases/evaluative.ts";
import { STAGE_RULE_OFF, readJudgedRule } from "../../cases/stage-rule.ts";
import { bestMatch } from "../../domain/plan-match.ts";
import type { PlanReader } from "../../plans/reader.ts";
import { isEvaluativeOn } from "../../policy/decide.ts";
import { readPolicy } from "../../policy/store.ts";
import type { Principal } from "../auth/principal.ts";
import type { MoveDetail } from "./aside-schemas.ts";
import { type AsideDeps, viewAside } from "./aside-view.ts";
import {
  type OwnFormDeps,
  whyKeptNow,
  owesFormOf,
  refuseWhoOwes,
} from "../../cases/own-form-first.ts";
import type { StageRuleItem } from "./stage-rule-schemas.ts";

/** What is asked for it. */
export interface StageRuleDeps extends OwnFormDeps {
  plans: Pick<PlanReader, "all">;
}

/** Null: its plan has none, evaluative features are switched off, the case is for few, or the asker's own form is still to be
 * handed in, or may be while Lever cannot be read. */
export const viewStageRule = async (
  case_: CaseRecord,
  principal: Principal | null,
  deps: StageRuleDeps,
): Promise<StageRuleItem | null> => {
  const { database, texts, plans } = deps;
  if (case_.isConfidential || !isEvaluativeOn((await readPolicy(database)).policy)) return null;
  const rule = bestMatch(await plans.all(), case_)?.stageRule;
  if (!rule) return null;
  if (await owesFormOf(principal, case_, deps)) return null;
  const judged = await readJudgedRule(database, case_.id, texts);
  if (!judged) return { holds: false, moveTo: rule.moveTo, reasons: [], judgedAt: null };
  // What follows says what others gave: who is on the panel since a moment ago is known to Lever alone.
  if ((await whyKeptNow(principal, case_, deps)) !== null) return null;
  const { holds, moveTo, reasons, judgedAt } = judged;
  return { holds, moveTo, reasons, judgedAt: judgedAt.toString() };
};

/** A proposal to move a candidate on, with the ratings of each form. Errors: `conflict` while evaluative features are switched off;
 * `forbidden` for whoever has a form of the round to hand in by now. */
export const viewMove = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps & OwnFormDeps,
): Promise<MoveDetail> => {
  await refuseWhileOff(deps.database, STAGE_RULE_OFF);
  const { payload, context } = await openMove(deps.database, proposal, deps.texts);
  await refuseWhoOwes(principal, payload, deps);
  const case_ = await getCase(deps.database, proposal.caseId);
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    leverUrl: case_?.leverUrl ?? null,
  };
};
