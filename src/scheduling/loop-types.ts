/** Several sessions with one candidate: what goes in and what comes out. What they have in common is asked as for one. */
import type { SessionRule } from "../domain/plan.ts";
import type { ScoreTerm } from "../domain/proposal.ts";
import type {
  ClockRange,
  RelaxationKind,
  RuleClash,
  SeatedTrainee,
  SlotBlocker,
  SlotFinding,
  SlotPlace,
  SlotWeights,
  Surroundings,
  TrainingSeat,
} from "./types.ts";

/** One session of the loop. */
export interface LoopSession {
  id: string;
  /** For people. */
  name: string;
  durationMinutes: number;
  /** At `onsite` sessions somebody who works elsewhere cannot sit. */
  format?: SessionRule["format"];
  places: readonly SlotPlace[];
  /** Filled last, by whoever sits nowhere else in the loop. */
  training?: readonly TrainingSeat[];
  /** Ids of the sessions that come before it, on the same day or an earlier one. */
  after?: readonly string[];
  /** What is fixed: a start, on the grid or not, and who sits in which place (by place; undefined: open). */
  pinned?: { start?: Temporal.Instant; seats?: readonly (string | undefined)[] };
}

/** How the sessions lie to each other. On one day they follow each other: the candidate is in all of them. */
export interface LoopRules {
  /** On how many days at most. Default 1. */
  mostDays?: number;
  /** How many sessions on one day at most. Default: all. */
  mostSessionsADay?: number;
  /** Minutes between a session's end and the next one's start on the same day. Default 0. */
  leastGapMinutes?: number;
  /** Default 120. */
  mostGapMinutes?: number;
  /** After so much without a pause of `minutes`, no further session. */
  pause?: { afterMinutes: number; minutes: number };
  /** On each day, so many minutes of this range of the candidate's clock stay free in one piece. */
  lunch?: ClockRange & { minutes: number };
}

/** What an interview that is booked already looks like: for repair. */
export interface PreviousSlot {
  sessionId: string;
  startsAt: Temporal.Instant;
  /** By place. */
  panel: readonly string[];
  /** By training seat: they stay when they can. */
  training?: readonly (string | undefined)[];
}

/** Some sessions to be placed together. */
export interface LoopRequest extends Surroundings {
  sessions: readonly LoopSession[];
  rules?: LoopRules;
  weights?: Partial<LoopWeights>;
  /** How many itineraries, no two on the same days. Default 5. */
  top?: number;
  /** When given, what disturbs the fewest people goes before all scores. */
  previous?: readonly PreviousSlot[];
  /** How many steps the search may take before it says how far it came. Default one to two seconds' worth. */
  effort?: number;
}

/** The soft terms of a loop. */
export interface LoopWeights extends SlotWeights {
  compactness: number;
  few_days: number;
}

/** One session's time and people. */
export interface PlacedSession {
  sessionId: string;
  startsAt: string;
  endsAt: string;
  panel: { place: number; email: string }[];
  /** Where training seats were asked for. */
  training?: SeatedTrainee[];
}

/** Times and people for all sessions. */
export interface Itinerary {
  /** In the order of time. */
  sessions: PlacedSession[];
  /** 0 … 100. */
  score: number;
  terms: ScoreTerm[];
  /** How many people learn of a change; 0 without `previous`. The candidate counts as one. */
  disturbed: number;
}

/** One thing that would have to give so that there is an itinerary. */
export interface LoopRelaxation {
  /** Which one of those of a request. */
  id: string;
  what: RelaxationKind;
  /** Of whom, when it is one person. */
  email?: string;
  /** What gives, as a sentence begins: `Without 45 minutes for lunch`. */
  change: string;
  /** A sentence for a coordinator. */
  words: string;
}

/** The best itineraries, or why there is none. */
export type LoopResult =
  | {
      kind: "itineraries";
      /** Best first; each set of days once; at least one. */
      itineraries: Itinerary[];
      /** Whether no other itinerary scores higher in this model, for each of the days. */
      proven: boolean;
      /** What nothing that was not looked at can score higher than; with `proven` the last one's score. */
      bound: number;
      /** Steps that the search took. */
      steps: number;
      findings: SlotFinding[];
    }
  | {
      kind: "none";
      /** What is nearest to being solved first. */
      blockers: SlotBlocker[];
      /** What alone would make it fit, the cheapest first. */
      relaxations: LoopRelaxation[];
      /** Which rules clash, by day: as few as are enough. Empty when that was not found out. */
      clashes: RuleClash[];
      /** False when the search gave up: there may be some. */
      proven: boolean;
      steps: number;
      findings: SlotFinding[];
    };
