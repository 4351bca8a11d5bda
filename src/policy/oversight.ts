/** Whether oversight by people looks real: how soon after opening a proposal they approve, and whether they ever change or reject
 * one. It is of how decisions are made here, and no score of people. */
import { type Oversight, USUAL_OVERSIGHT } from "../domain/policy.ts";

/** One decision of a person. */
export interface DecisionMade {
  person: string;
  kind: string;
  decision: "approve" | "edit" | "reject";
  at: Temporal.Instant;
  /** Null: they decided where nobody can tell, such as in Slack. */
  openedAt: Temporal.Instant | null;
  /** What they approved was edited by them before. */
  isOfEdit: boolean;
}

export type HollowReason = "fast" | "streak" | "never_otherwise";

export interface OversightLine {
  person: string;
  kind: string;
  approvals: number;
  rejected: number;
  /** Of those approved, not edited before. */
  unedited: number;
  /** Of approvals whose opening is known: how many, and the median from there. */
  timed: number;
  medianSeconds: number | null;
  /** Most approvals, one after the other and unedited, each within `fastSeconds`. */
  longestStreak: number;
  /** Why it looks hollow; empty: it does not, or there are too few to say. */
  reasons: HollowReason[];
}

/** One line for each person and kind, what looks hollow first. */
export const oversightOf = (
  decisions: readonly DecisionMade[],
  limits: Oversight = USUAL_OVERSIGHT,
): OversightLine[] =>
  [...Map.groupBy(decisions, ({ person, kind }) => JSON.stringify([person, kind])).values()]
    .flatMap((own) => lineOf(own, limits) ?? [])
    .toSorted(
      (a, b) =>
        b.reasons.length - a.reasons.length ||
        b.approvals - a.approvals ||
        (a.person + a.kind < b.person + b.kind ? -1 : 1),
    );

const lineOf = (own: readonly DecisionMade[], limits: Oversight): OversightLine | null => {
  const [first] = own;
  if (!first) return null;
  const inOrder = own.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const approved = inOrder.filter(({ decision }) => decision === "approve");
  const seconds = approved.flatMap((one) => secondsOf(one) ?? []).toSorted((a, b) => a - b);
  const facts = {
    person: first.person,
    kind: first.kind,
    approvals: approved.length,
    rejected: own.filter(({ decision }) => decision === "reject").length,
    unedited: approved.filter(({ isOfEdit }) => !isOfEdit).length,
    timed: seconds.length,
    medianSeconds: medianOf(seconds),
    longestStreak: streakOf(inOrder, limits.fastSeconds),
  };
  return { ...facts, reasons: reasonsOf(facts, limits) };
};

const secondsOf = ({ at, openedAt }: DecisionMade): number | null =>
  openedAt === null ? null : Math.max(0, openedAt.until(at).total("seconds"));

const medianOf = (sorted: readonly number[]): number | null => {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
};

const streakOf = (inOrder: readonly DecisionMade[], fastSeconds: number): number => {
  let [longest, current] = [0, 0];
  for (const one of inOrder) {
    const seconds = secondsOf(one);
    const isFast = one.decision === "approve" && !one.isOfEdit && seconds !== null;
    current = isFast && seconds < fastSeconds ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
};

const reasonsOf = (line: Omit<OversightLine, "reasons">, limits: Oversight): HollowReason[] => {
  const { approvals, rejected, unedited, timed, medianSeconds, longestStreak } = line;
  const isFast =
    timed >= limits.approvals && medianSeconds !== null && medianSeconds < limits.fastSeconds;
  const all = approvals + rejected;
  const isNeverOtherwise = approvals >= limits.approvals && unedited / all >= limits.unchanged;
  return [
    ...(isFast ? (["fast"] as const) : []),
    ...(longestStreak >= limits.streak ? (["streak"] as const) : []),
    ...(isNeverOtherwise ? (["never_otherwise"] as const) : []),
  ];
};
