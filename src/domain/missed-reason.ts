/** Why an interview did not take place, as whoever was there says: a closed list, so that nothing of anybody's life is written down. */
import { z } from "zod";

/** The later, the less of it is the candidate's. */
export const MISSED_REASONS = [
  "no_word",
  "told_before",
  "other_time",
  "technical",
  "panel_absent",
] as const;
export const MissedReason = z.enum(MISSED_REASONS);
export type MissedReason = z.infer<typeof MissedReason>;

/** The reason by which something is marked; null: it is marked by something else. */
export const missedReasonIn = (mark: string): MissedReason | null =>
  MissedReason.safeParse(mark).data ?? null;

/** As those read them who choose one, and whoever looks at what was chosen. */
export const MISSED_IN_WORDS: Record<MissedReason, string> = {
  no_word: "The candidate sent no word",
  told_before: "The candidate had said that they could not come",
  other_time: "The candidate came at another time or to another place",
  technical: "Something technical kept us from meeting",
  panel_absent: "Nobody from the panel came",
};

/** Those that say nothing of the candidate: they were kept from it, or were there. */
export const NOT_THE_CANDIDATES: readonly MissedReason[] = ["technical", "panel_absent"];

/** Whether a reason is one of these. */
export const isNotTheCandidates = (reason: MissedReason | null): boolean =>
  reason !== null && NOT_THE_CANDIDATES.includes(reason);

/** What is said of several that were missed together: of their reasons the one that is the least the candidate's; null: none is known. */
export const gentlestReason = (reasons: readonly (MissedReason | null)[]): MissedReason | null =>
  MISSED_REASONS.findLast((reason) => reasons.includes(reason)) ?? null;
