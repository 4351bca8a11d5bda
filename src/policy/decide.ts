/** What policy answers for a proposal: one pure function, asked at the gate and again at the moment of sending. */
import type { ModeName, Policy, PolicyRule, Verdict } from "../domain/policy.ts";
import type { Audience, FeatureClass, Risk } from "../domain/proposal.ts";

/** Where a proposal belongs. */
export interface PolicyScope {
  postingId: string | null;
  postingTitle: string;
  team: string | null;
  stageId: string;
  stageName: string;
}

export interface ProposalTraits {
  kind: string;
  class: FeatureClass;
  audience: Audience;
  risk: Risk;
}

/** The mode that the rules give a scope: the first rule that matches, else the default. */
export const modeFor = (policy: Policy, kind: string, scope: PolicyScope): ModeName =>
  policy.rules.find((rule) => ruleMatches(rule, kind, scope))?.mode ?? policy.defaultMode;

/** Whether an admin has switched on what is evaluative, with an assessment on record. */
export const isEvaluativeOn = ({
  evaluative,
  assessment,
}: Pick<Policy, "evaluative" | "assessment">): boolean =>
  evaluative === "on" && assessment !== undefined;

/** observe, ask or perform. What is evaluative is done nowhere while it is switched off. A high risk and an evaluative proposal always ask: nothing final happens without a person. */
export const decide = (policy: Policy, proposal: ProposalTraits, scope: PolicyScope): Verdict => {
  const mode = modeFor(policy, proposal.kind, scope);
  if (mode === "silent") return "observe";
  const isEvaluative = proposal.class === "evaluative" || isFinal(proposal);
  if (isEvaluative && !isEvaluativeOn(policy)) return "observe";
  if (proposal.risk === "high" || isEvaluative) return "ask";
  if (mode === "managed") return "perform";
  return proposal.audience === "internal" && proposal.risk === "low" ? "perform" : "ask";
};

/** Decides about a person: nothing that anybody configures performs it. */
export const isFinal = ({ kind }: Pick<ProposalTraits, "kind">): boolean => kind === "move_stage";

const named = (list: string[] | undefined, ...names: (string | null)[]): boolean =>
  list === undefined || names.some((name) => name !== null && list.includes(name));

const ruleMatches = (rule: PolicyRule, kind: string, scope: PolicyScope): boolean =>
  named(rule.postings, scope.postingId, scope.postingTitle) &&
  named(rule.teams, scope.team) &&
  named(rule.stages, scope.stageId, scope.stageName) &&
  named(rule.kinds, kind);
