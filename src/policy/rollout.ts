/** Whether people agree with what is proposed at a stage, and what follows: a step up to offer, or one to take back. Pure. */
import type { ModeName, Policy, PolicyRule, Rollout, Verdict } from "../domain/policy.ts";
import { USUAL_ROLLOUT } from "../domain/policy-presets.ts";
import { MODE_OF, type PolicyScope, type ProposalTraits, decide, ruleFor } from "./decide.ts";
import { wilson } from "./shadow-score.ts";

/** A proposal with what its comparison gave. */
export interface ComparedProposal extends ProposalTraits, PolicyScope {
  proposalId: string;
  /** What was done with it then. */
  verdict: Verdict;
  /** Null: it does not count. */
  agrees: boolean | null;
  at: Temporal.Instant;
}

/** Why no step up is offered. */
export type NotOffered =
  | "too_few"
  | "too_low"
  /** A rule that somebody wrote says expressly what is done. */
  | "by_hand"
  /** Nothing would be done otherwise: it is done by itself already, or asks whatever a mode says. */
  | "no_further";

/** What holds at a stage for a kind, by one rule. */
export interface Standing<Compared extends ComparedProposal = ComparedProposal> {
  stageId: string;
  stageName: string;
  kind: string;
  /** Place of the rule that counts; null: the policy's own mode. */
  rule: number | null;
  verdict: Verdict;
  /** As that rule has it. */
  mode: ModeName;
  /** Whether a promotion has made that rule. */
  isPromoted: boolean;
  count: number;
  agreed: number;
  lower: number;
  upper: number;
  /** Of the last ones, as many as a step back takes. */
  last: { count: number; agreed: number };
  offered: ModeName | null;
  notOffered: NotOffered | null;
  /** The last ones are below what a step back takes. */
  isBelow: boolean;
  /** Newest first, those that do not count too. */
  compared: Compared[];
}

const STEP_UP: Record<ModeName, ModeName | null> = {
  silent: "assisted",
  assisted: "managed",
  managed: null,
};
const STEP_BACK: Record<ModeName, ModeName | null> = {
  silent: null,
  assisted: "silent",
  managed: "assisted",
};

/** Where the comparisons stand, under the policy in force. What was compared under another verdict, or before the rule that counts
 * was made, is of another time and left out. Shape: by stage, kind, rule, and what is done with it. */
export const standingsOf = <Compared extends ComparedProposal>(
  policy: Policy,
  compared: readonly Compared[],
): Standing<Compared>[] => {
  const groups = new Map<string, Compared[]>();
  for (const one of compared) {
    if (!isOfNow(policy, one)) continue;
    const key = JSON.stringify([one.stageId, one.kind, ruleFor(policy, one, one), one.verdict]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => standingOf(policy, group))
    .toSorted(
      (one, other) =>
        one.stageName.localeCompare(other.stageName) || one.kind.localeCompare(other.kind),
    );
};

const isOfNow = (policy: Policy, one: ComparedProposal): boolean => {
  if (decide(policy, one, one) !== one.verdict) return false;
  const index = ruleFor(policy, one, one);
  const promotion = index === null ? undefined : policy.rules[index]?.promotion;
  return (
    promotion === undefined ||
    Temporal.Instant.compare(one.at, Temporal.Instant.from(promotion.since)) > 0
  );
};

const standingOf = <Compared extends ComparedProposal>(
  policy: Policy,
  group: readonly Compared[],
): Standing<Compared> => {
  const newest = group.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  const [first] = newest;
  if (!first) throw new Error("a group of no comparisons");
  const { stageId, stageName, kind, verdict } = first;
  const rule = ruleFor(policy, first, first);
  const governing = rule === null ? undefined : policy.rules[rule];
  const mode = governing?.answer ? MODE_OF[verdict] : (governing?.mode ?? policy.defaultMode);
  const limits = policy.rollout ?? USUAL_ROLLOUT;
  const said = newest.filter(({ agrees }) => agrees !== null);
  const moved = said.filter((one) => wouldChange(policy, STEP_UP[mode], one));
  const counting = moved.length > 0 ? moved : said;
  const last = said
    .filter((one) => wouldChange(policy, STEP_BACK[mode], one))
    .slice(0, limits.last);
  const [count, agreed] = [counting.length, agreedOf(counting)];
  const share = { count, agreed, ...wilson(agreed, count) };
  const notOffered = whyNotOffered(
    { isByHand: governing?.answer !== undefined, moved: moved.length },
    { ...share, limits },
  );
  return {
    stageId,
    stageName,
    kind,
    rule,
    verdict,
    mode,
    isPromoted: governing?.promotion !== undefined,
    ...share,
    last: { count: last.length, agreed: agreedOf(last) },
    offered: notOffered === null ? STEP_UP[mode] : null,
    notOffered,
    isBelow: last.length >= limits.last && agreedOf(last) < limits.backBelow * last.length,
    compared: newest,
  };
};

const agreedOf = (compared: readonly ComparedProposal[]): number =>
  compared.filter(({ agrees }) => agrees === true).length;

const whyNotOffered = (
  { isByHand, moved }: { isByHand: boolean; moved: number },
  { count, lower, limits }: { count: number; lower: number; limits: Rollout },
): NotOffered | null => {
  if (moved === 0) return "no_further";
  if (isByHand) return "by_hand";
  if (count < limits.cases) return "too_few";
  return lower < limits.offerAt ? "too_low" : null;
};

/** Whether a mode would do otherwise with it: the gate's own answer, by which what is final, evaluative or of high risk is performed
 * nowhere. */
const wouldChange = (policy: Policy, mode: ModeName | null, one: ComparedProposal): boolean =>
  mode !== null && decide({ ...policy, defaultMode: mode, rules: [] }, one, one) !== one.verdict;

/** The policy with a step up for what a standing is of: by a rule of that stage and kind, no wider than the one that counts now, just
 * before it. Errors: none of a standing that is offered. */
export const promote = (
  policy: Policy,
  { stageId, kind, rule, offered }: Pick<Standing, "stageId" | "kind" | "rule" | "offered">,
  now: Temporal.Instant,
): Policy => {
  if (offered === null) throw new Error("a step up that is not offered");
  const governing: PolicyRule | undefined = rule === null ? undefined : policy.rules[rule];
  const { mode: _m, answer: _a, ...conditions } = governing ?? {};
  const made: PolicyRule = {
    ...conditions,
    stages: [stageId],
    kinds: [kind],
    mode: offered,
    promotion: { since: now.toString() },
  };
  const at = rule ?? policy.rules.length;
  return { ...policy, rules: policy.rules.toSpliced(at, governing?.promotion ? 1 : 0, made) };
};

/** The policy with a step back, or null where there is none to take: only what a promotion has made is ever changed. */
export const stepBack = (
  policy: Policy,
  { rule, mode: was, isBelow, isPromoted }: Standing,
  now: Temporal.Instant,
): { policy: Policy; mode: ModeName } | null => {
  const mode = STEP_BACK[was];
  const governing = rule === null ? undefined : policy.rules[rule];
  if (!isBelow || !isPromoted || rule === null || governing?.mode !== was) return null;
  if (mode === null) return null;
  const made: PolicyRule = { ...governing, mode, promotion: { since: now.toString() } };
  return { policy: { ...policy, rules: policy.rules.with(rule, made) }, mode };
};

/** The rules with marks of promotions only on those that have them already, exactly as they are: what somebody changes or writes is theirs. */
export const withOwnMarks = (
  rules: readonly PolicyRule[],
  present: readonly PolicyRule[],
): PolicyRule[] => {
  const known = new Set(present.map(canonical));
  return rules.map((rule) => {
    if (rule.promotion === undefined || known.has(canonical(rule))) return rule;
    const { promotion: _, ...own } = rule;
    return own;
  });
};

const canonical = (rule: PolicyRule): string =>
  JSON.stringify(Object.entries(rule).toSorted(([one], [other]) => one.localeCompare(other)));
