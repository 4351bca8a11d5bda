/** What is said on a case of its debrief, beside whatever else is its problem: pure. Each is known by itself, so that either may change or
 * end without the other. */
import { DEBRIEF_CHANGED, DEBRIEF_NOT_BOOKED, DEBRIEF_UNREADABLE } from "../domain/debrief.ts";
import type { Problem } from "./records.ts";

const CODES: ReadonlySet<string> = new Set([
  DEBRIEF_CHANGED,
  DEBRIEF_NOT_BOOKED,
  DEBRIEF_UNREADABLE,
]);

/** Null: nothing is said of it. */
export const debriefProblemOf = (problem: Problem | null): Problem | null => {
  if (problem === null || CODES.has(problem.code)) return problem;
  const { debrief, message } = problem;
  return debrief && message.includes(debrief.message) ? debrief : null;
};

/** Null: there is no other. */
export const otherProblemOf = (problem: Problem | null): Problem | null => {
  if (problem === null || CODES.has(problem.code)) return null;
  const { debrief, ...other } = problem;
  return debrief
    ? { ...other, message: other.message.replace(` ${debrief.message}`, "") }
    : problem;
};

/** Both as one, the other first; null: there is neither. */
export const withDebrief = (other: Problem | null, debrief: Problem | null): Problem | null =>
  other && debrief
    ? { ...other, message: `${other.message} ${debrief.message}`, debrief }
    : (other ?? debrief);
