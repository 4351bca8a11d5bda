/** Sessions of one booking against each other. What others have booked is the database's to refuse; a booking that would put
 * somebody in two places is wrong in itself, and no other time of others' mends it. */
import { isOverlapping } from "../domain/change.ts";
import { AppError } from "../domain/errors.ts";

/** One session. */
export interface TakingSession {
  startsAt: string;
  endsAt: string;
  /** Addresses of everybody whose time it takes, its room among them. */
  taken: readonly string[];
}

/** Who would be in two of these sessions at once: somebody in a seat, or a room; else the candidate, who is in all of them.
 * Shape: null when nobody would. */
export const overlapIn = (sessions: readonly TakingSession[]): "candidate" | "seat" | null => {
  let found: "candidate" | null = null;
  for (const [index, one] of sessions.entries()) {
    const here = new Set(one.taken.map((email) => email.toLowerCase()));
    for (const other of sessions.slice(index + 1)) {
      if (!isOverlapping(one, other)) continue;
      if (other.taken.some((email) => here.has(email.toLowerCase()))) return "seat";
      found = "candidate";
    }
  }
  return found;
};

/** Errors: `conflict` when the sessions of one booking put somebody in two of them at once. */
export const refuseOwnOverlap = (sessions: readonly TakingSession[]): void => {
  const overlap = overlapIn(sessions);
  if (overlap === null) return;
  const who = overlap === "seat" ? "somebody in the panel, or a room," : "the candidate";
  throw new AppError({
    code: "conflict",
    fault: "caller",
    message: `Two of these sessions overlap, and ${who} would be in both at once, so nothing was booked. Ask for the interview again.`,
  });
};
