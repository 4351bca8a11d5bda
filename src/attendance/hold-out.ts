/** Whether the help helps: a share of the interviews gets none beyond the usual, and the two groups are compared. */
import { createHash } from "node:crypto";
import { type Share, wilson } from "./metrics.ts";

/** One in ten gets no extra help. */
export const USUAL_HOLD_OUT = 0.1;

const DIGITS = 12;

/** Whether this interview is in the group without extra help: told by its id alone, so always the same, and by nothing about
 * the person. A larger share holds all that a smaller one held. `share`: 0 to 1. */
export const isHeldOut = (interviewId: string, share: number = USUAL_HOLD_OUT): boolean => {
  const digest = createHash("sha256").update(`attendance hold-out ${interviewId}`).digest("hex");
  return Number.parseInt(digest.slice(0, DIGITS), 16) / 16 ** DIGITS < share;
};

/** What became of one interview for which help was due. */
export interface HelpOutcome {
  interviewId: string;
  missed: boolean;
  /** Whether some help left. */
  isHelped: boolean;
}

/** Those that are compared, and how many are in neither group. */
export interface HelpGroups {
  helped: Outcomes;
  heldOut: Outcomes;
  /** Help was due, and none left; or it was held out, and helped with another interview of the same visit. */
  neither: number;
}

/** Like with like: who was to be helped and was, and who was to be helped and was held out. Whoever needed no help is in neither. */
export const groupsOf = (outcomes: readonly HelpOutcome[]): HelpGroups => {
  const of = (isOut: boolean): Outcomes => {
    const own = outcomes.filter(
      ({ interviewId, isHelped }) => isHeldOut(interviewId) === isOut && isHelped !== isOut,
    );
    return { interviews: own.length, missed: own.filter(({ missed }) => missed).length };
  };
  const [helped, heldOut] = [of(false), of(true)];
  return { helped, heldOut, neither: outcomes.length - helped.interviews - heldOut.interviews };
};

/** What became of interviews: how many there were, and how many were missed. */
export interface Outcomes {
  interviews: number;
  missed: number;
}

/** Both groups, and by how much fewer were missed with help: above zero, it helped. */
export interface HelpEffect {
  helped: Share;
  heldOut: Share;
  fewer: { difference: number; low: number; high: number };
  inWords: string;
}

/** Compares the groups. Null while one of them is empty. The interval of the difference is Newcombe's hybrid of the two Wilson
 * intervals. Source: Newcombe (1998), method 10. */
export const compareGroups = (
  groups: Pick<HelpGroups, "helped" | "heldOut">,
): HelpEffect | null => {
  if (groups.helped.interviews === 0 || groups.heldOut.interviews === 0) return null;
  const helped = wilson(groups.helped.missed, groups.helped.interviews);
  const heldOut = wilson(groups.heldOut.missed, groups.heldOut.interviews);
  const difference = heldOut.share - helped.share;
  const low = difference - Math.hypot(heldOut.share - heldOut.low, helped.high - helped.share);
  const high = difference + Math.hypot(heldOut.high - heldOut.share, helped.share - helped.low);
  return { helped, heldOut, fewer: { difference, low, high }, inWords: effectInWords(low, high) };
};

const effectInWords = (low: number, high: number): string => {
  if (low > 0) return "With help fewer interviews were missed.";
  if (high < 0) return "With help more interviews were missed: look at what is sent.";
  return "No difference can be told yet.";
};
