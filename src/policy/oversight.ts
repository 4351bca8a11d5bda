/** Whether oversight by people looks real: whether they open a proposal before they approve it, how soon after, and whether they ever
 * change or reject one. It is of how decisions are made here, and no score of people. */
import type { Oversight } from "../domain/policy.ts";
import { USUAL_OVERSIGHT } from "../domain/policy-presets.ts";

/** How far back it is measured, and kept. */
export const OVERSIGHT_DAYS = 90;

/** One decision of a person. */
export interface DecisionMade {
  person: string;
  kind: string;
  decision: "approve" | "edit" | "reject";
  at: Temporal.Instant;
  /** Null: they had not opened it, or decided where nobody can tell, such as in Slack. */
  openedAt: Temporal.Instant | null;
  /** They decided in the dashboard, where it is known that they had not opened it. */
  isUnopened: boolean;
  /** What they approved was edited by them before. */
  isOfEdit: boolean;
}

export type HollowReason = "unopened" | "fast" | "streak" | "never_otherwise";

export interface OversightLine {
  person: string;
  kind: string;
  approvals: number;
  rejected: number;
  /** Of those approved, not edited before. */
  unedited: number;
  /** Of those approved, in the dashboard and not opened before. */
  unopened: number;
  /** Of approvals whose opening is known: how many, and the median of the time that they had for it. */
  timed: number;
  medianSeconds: number | null;
  /** Most approvals, one after the other and unedited, each within `fastSeconds` or unopened. */
  longestStreak: number;
  /** Why it looks hollow; empty: it does not, or there are too few to say. */
  reasons: HollowReason[];
}

interface TimedDecision extends DecisionMade {
  /** Null: nobody knows. */
  seconds: number | null;
}

/** One line for each person and kind, what looks hollow first. */
export const oversightOf = (
  decisions: readonly DecisionMade[],
  limits: Oversight = USUAL_OVERSIGHT,
): OversightLine[] => {
  const timed = [...Map.groupBy(decisions, ({ person }) => person).values()].flatMap(withSeconds);
  return [...Map.groupBy(timed, ({ person, kind }) => JSON.stringify([person, kind])).values()]
    .flatMap((own) => lineOf(own, limits) ?? [])
    .toSorted(
      (a, b) =>
        b.reasons.length - a.reasons.length ||
        b.approvals - a.approvals ||
        (a.person + a.kind < b.person + b.kind ? -1 : 1),
    );
};

/** What is decided within so little of one another is decided together, as several are by one press. */
const TOGETHER_SECONDS = 2;

/** One person's decisions in order, each with the time that they had for it: from when it was opened, but not before what they decided
 * last, so that many opened at once are not all looked at for as long as the last. Those decided together share theirs. */
const withSeconds = (own: readonly DecisionMade[]): TimedDecision[] => {
  const inOrder = own.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const timed: TimedDecision[] = [];
  let before: Temporal.Instant | null = null;
  for (const together of togetherOf(inOrder)) {
    const share = shareOf(together, before);
    timed.push(
      ...together.map((one) => ({ ...one, seconds: one.openedAt === null ? null : share })),
    );
    // Whoever edits something goes on with it.
    before = together.findLast(({ decision }) => decision !== "edit")?.at ?? before;
  }
  return timed;
};

const togetherOf = (inOrder: readonly DecisionMade[]): DecisionMade[][] => {
  const groups: DecisionMade[][] = [];
  for (const one of inOrder) {
    const last = groups.at(-1);
    const at = last?.at(-1)?.at;
    if (last && at && at.until(one.at).total("seconds") < TOGETHER_SECONDS) last.push(one);
    else groups.push([one]);
  }
  return groups;
};

const shareOf = (
  together: readonly DecisionMade[],
  before: Temporal.Instant | null,
): number | null => {
  const opened = together.flatMap(({ openedAt }) => openedAt ?? []);
  const [first] = opened.toSorted(Temporal.Instant.compare);
  const end = together.at(-1)?.at;
  if (!first || !end) return null;
  const from = before && Temporal.Instant.compare(before, first) > 0 ? before : first;
  return Math.max(0, from.until(end).total("seconds")) / opened.length;
};

const lineOf = (inOrder: readonly TimedDecision[], limits: Oversight): OversightLine | null => {
  const [first] = inOrder;
  if (!first) return null;
  const approved = inOrder.filter(({ decision }) => decision === "approve");
  const seconds = approved.flatMap((one) => one.seconds ?? []).toSorted((a, b) => a - b);
  const facts = {
    person: first.person,
    kind: first.kind,
    approvals: approved.length,
    rejected: inOrder.filter(({ decision }) => decision === "reject").length,
    unedited: approved.filter(({ isOfEdit }) => !isOfEdit).length,
    unopened: approved.filter(({ isUnopened }) => isUnopened).length,
    timed: seconds.length,
    medianSeconds: medianOf(seconds),
    longestStreak: streakOf(inOrder, limits.fastSeconds),
  };
  return { ...facts, reasons: reasonsOf(facts, limits) };
};

const medianOf = (sorted: readonly number[]): number | null => {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
};

/** What nobody can tell of neither goes on with a streak nor ends it. */
const streakOf = (inOrder: readonly TimedDecision[], fastSeconds: number): number => {
  let [longest, current] = [0, 0];
  for (const { decision, isOfEdit, isUnopened, seconds } of inOrder) {
    const isAsProposed = decision === "approve" && !isOfEdit;
    if (isAsProposed && !isUnopened && seconds === null) continue;
    const isFast = isUnopened || (seconds !== null && seconds < fastSeconds);
    current = isAsProposed && isFast ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
};

const reasonsOf = (line: Omit<OversightLine, "reasons">, limits: Oversight): HollowReason[] => {
  const { approvals, rejected, unedited, unopened, timed, medianSeconds, longestStreak } = line;
  const here = timed + unopened;
  const isUnopened = here >= limits.approvals && unopened / here >= limits.unopened;
  const isFast =
    timed >= limits.approvals && medianSeconds !== null && medianSeconds < limits.fastSeconds;
  const all = approvals + rejected;
  const isNeverOtherwise = approvals >= limits.approvals && unedited / all >= limits.unchanged;
  return [
    ...(isUnopened ? (["unopened"] as const) : []),
    ...(isFast ? (["fast"] as const) : []),
    ...(longestStreak >= limits.streak ? (["streak"] as const) : []),
    ...(isNeverOtherwise ? (["never_otherwise"] as const) : []),
  ];
};
