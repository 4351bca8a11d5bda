/** What policy answers for a proposal: one pure function, asked at the gate and again at the moment of sending. */
import type { Ask, ModeName, Policy, PolicyRule, RuleAnswer, Verdict } from "../domain/policy.ts";
import type { Basis, Overruling } from "../domain/policy-basis.ts";
import { MODE_RULES } from "../domain/policy-presets.ts";
import type { OptOutWho } from "../domain/opt-out.ts";
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
  /** The interview plan that it is of, where it is of one. */
  planId: string | null;
  /** Who of those that it is about wants people instead of software. */
  optedOut: readonly OptOutWho[];
}

/** What is done, and with what: of whom it is asked, or after which pause it is done. */
export type PolicyAnswer = RuleAnswer;

const OBSERVE: PolicyAnswer = { do: "observe" };
const ASK: Ask = { do: "ask" };

/** The mode of a case, for people: what is done there with a booking that its candidate would see. */
export const modeFor = (policy: Policy, kind: string, scope: PolicyScope): ModeName => {
  const booking = { ...BOOKING, kind };
  const rule = policy.rules.find((each) => ruleMatches(each, booking, scope));
  if (!rule?.answer) return rule?.mode ?? policy.defaultMode;
  return MODE_OF[rule.answer.do];
};

const BOOKING = {
  class: "logistics",
  audience: "candidate",
  risk: "medium",
  planId: null,
  optedOut: [],
} as const;
/** What a mode does with a booking that its candidate would see, and so which mode does that. */
export const MODE_OF: Record<Verdict, ModeName> = {
  observe: "silent",
  ask: "assisted",
  perform: "managed",
};

/** Whether an admin has switched on what is evaluative, with an assessment on record. */
export const isEvaluativeOn = ({
  evaluative,
  assessment,
}: Pick<Policy, "evaluative" | "assessment">): boolean =>
  evaluative === "on" && assessment !== undefined;

/** That a candidate asks a person, and that a person has answered them: told all the same where people do it instead of software. */
const BETWEEN_PEOPLE: ReadonlySet<string> = new Set(["tell_question", "tell_answer"]);

/** observe, ask or perform, with whom and when; and why so. What is evaluative is done nowhere while it is switched off. A high risk and an
 * evaluative proposal always ask: nothing final happens without a person. */
export const answerWithBasis = (
  policy: Policy,
  proposal: ProposalTraits,
  scope: PolicyScope,
): { answer: PolicyAnswer; basis: Basis } => {
  const index = ruleFor(policy, proposal, scope);
  const rule = index === null ? undefined : policy.rules[index];
  const mode = rule?.answer ? null : (rule?.mode ?? policy.defaultMode);
  const given = rule?.answer ?? answerOfMode(mode ?? policy.defaultMode, proposal, scope);
  const over = overrulingOf(policy, proposal, given);
  return {
    answer: over?.answer ?? given,
    basis: { rule: index === null ? null : index + 1, mode, overruledBy: over?.by ?? null },
  };
};

/** The same without its reason. */
export const answerOf = (
  policy: Policy,
  proposal: ProposalTraits,
  scope: PolicyScope,
): PolicyAnswer => answerWithBasis(policy, proposal, scope).answer;

/** What outranks rule and mode. Shape: null where nothing does. */
const overrulingOf = (
  policy: Policy,
  proposal: ProposalTraits,
  given: PolicyAnswer,
): { by: Overruling; answer: PolicyAnswer } | null => {
  // Whoever answers for all of it, or is all that it is about, has the last word.
  const isLeft = proposal.optedOut.some((who) => who !== "interviewer");
  if (isLeft && !BETWEEN_PEOPLE.has(proposal.kind)) return { by: "opted_out", answer: OBSERVE };
  if (given.do === "observe") return null;
  const isOff = policy.off?.some((of) => of === proposal.class) ?? false;
  if (isOff) return { by: "class_off", answer: OBSERVE };
  const isEvaluative = proposal.class === "evaluative" || isFinal(proposal);
  if (isEvaluative && !isEvaluativeOn(policy)) return { by: "evaluative_off", answer: OBSERVE };
  // A recruiter's own day is of no case: there is nobody to ask about it, and nothing to wait for.
  if (proposal.kind === "send_digest") {
    if (given.do === "ask") return { by: "nobody_to_ask", answer: OBSERVE };
    return given.afterMinutes === undefined ? null : { by: "at_once", answer: { do: "perform" } };
  }
  const needsPerson =
    proposal.risk === "high" || isEvaluative || proposal.optedOut.includes("interviewer");
  return given.do === "perform" && needsPerson ? { by: "needs_person", answer: ASK } : null;
};

/** The same in one word. */
export const decide = (policy: Policy, proposal: ProposalTraits, scope: PolicyScope): Verdict =>
  answerOf(policy, proposal, scope).do;

/** Whether a question is for any one of those who may decide, so that what one of them has decided on before answers it. */
export const isForAnybody = ({ of, people, fourEyes }: Ask): boolean =>
  of === undefined && people === undefined && fourEyes === undefined;

/** Decides about a person: nothing that anybody configures performs it. */
export const isFinal = ({ kind }: Pick<ProposalTraits, "kind">): boolean => kind === "move_stage";

/** Which rule counts. Shape: null where none does, and so the policy's own mode. */
export const ruleFor = (
  policy: Policy,
  proposal: ProposalTraits,
  scope: PolicyScope,
): number | null => {
  const index = policy.rules.findIndex((rule) => ruleMatches(rule, proposal, scope));
  return index === -1 ? null : index;
};

/** A mode is a list of rules too. No match asks. */
const answerOfMode = (mode: ModeName, proposal: ProposalTraits, scope: PolicyScope): RuleAnswer =>
  MODE_RULES[mode].find((rule) => ruleMatches(rule, proposal, scope))?.answer ?? ASK;

const named = (list: readonly string[] | undefined, ...names: (string | null)[]): boolean =>
  list === undefined || names.some((name) => name !== null && list.includes(name));

/** Whether a rule is about anything there. */
export const isAboutPlace = (rule: PolicyRule, scope: PolicyScope): boolean =>
  named(rule.postings, scope.postingId, scope.postingTitle) &&
  named(rule.teams, scope.team) &&
  named(rule.stages, scope.stageId, scope.stageName);

const ruleMatches = (rule: PolicyRule, proposal: ProposalTraits, scope: PolicyScope): boolean =>
  isAboutPlace(rule, scope) &&
  named(rule.plans, proposal.planId) &&
  named(rule.kinds, proposal.kind) &&
  named(rule.audiences, proposal.audience) &&
  named(rule.risks, proposal.risk);
