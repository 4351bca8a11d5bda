/** Whether a candidate may still ask for another time by themselves: so often, and so long before the interview. */
import type { PlanRules } from "./plan.ts";

/** `until`: the last moment. `most`: how often in all. */
export type MayMove =
  | { may: true; until: Temporal.Instant; most: number }
  | { may: false; why: "often" | "late" };

const DEFAULT_MOVES = 2;
const DEFAULT_CUT_OFF_HOURS = 24;

interface Asked {
  startsAt: Temporal.Instant;
  /** How often they asked before. */
  moves: number;
  rules: Pick<PlanRules, "candidateMoves" | "candidateCutOffHours">;
  now: Temporal.Instant;
}

/** The plan's word on it. */
export const mayMoveOf = ({ startsAt, moves, rules, now }: Asked): MayMove => {
  const most = rules.candidateMoves ?? DEFAULT_MOVES;
  if (moves >= most) return { may: false, why: "often" };
  const until = startsAt.subtract({ hours: rules.candidateCutOffHours ?? DEFAULT_CUT_OFF_HOURS });
  return Temporal.Instant.compare(now, until) <= 0
    ? { may: true, until, most }
    : { may: false, why: "late" };
};
