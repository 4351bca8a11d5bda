/** What goes into the slot engine and what comes out. Speaks of instants and zones; inside, all is whole minutes. */
import type { Buffer } from "../domain/buffer.ts";
import type { CalendarReading, WorkingHours } from "../domain/calendar.ts";
import type { OfferedTime } from "../domain/offered-time.ts";
import type { SessionRule } from "../domain/plan.ts";
import type { TakenSpan } from "./taken.ts";
import type { ScoredSlot } from "../domain/proposal.ts";

/** A span of absolute time, half-open `[start, end)`. */
export interface Interval {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

/** A span of one local day. Units: minutes since local midnight, half-open, 0 … 1440. */
export interface ClockRange {
  startMinute: number;
  endMinute: number;
}

/** ISO weekday, 1 (Monday) … 7 (Sunday). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A seat in the session. All places are filled, each by one of its choices, all by different people. */
export interface SlotPlace {
  /** For people: `hiring manager`, `pool backend-seniors`. */
  label: string;
  /** A key evaluator sits here: their good hours weigh extra. */
  key: boolean;
  /** E-mail addresses, each of them in `people`. A pool with count n is n places with the same choices. */
  choices: readonly string[];
}

/** A seat for somebody who learns. It is filled when that costs the places nothing, and left empty otherwise. */
export interface TrainingSeat {
  /** For people: `shadow of the pool`. */
  label: string;
  /** `shadow` sits in and listens; `reverse_shadow` leads, and somebody on the panel watches. */
  kind: "shadow" | "reverse_shadow";
  /** E-mail addresses, each of them in `people`. */
  choices: readonly string[];
}

/** Who takes a training seat of a session: nobody without `email`. */
export interface SeatedTrainee {
  /** Its place in `training`. */
  seat: number;
  kind: TrainingSeat["kind"];
  email?: string;
  /** A sentence: who sits in, or why nobody does. */
  words: string;
}

/** A slot, with its training seats where some were asked for. */
export interface FoundSlot extends ScoredSlot {
  training?: SeatedTrainee[];
}

/** Some days in another place, with the hours that are worked there. */
export interface Stay {
  /** The first day there, by the clocks there. */
  from: Temporal.PlainDate;
  /** The last one. */
  until: Temporal.PlainDate;
  hours: WorkingHours;
}

export interface SlotPerson {
  name: string;
  reading: CalendarReading;
  /** The reading's blocks in whole minutes, in place of them: for calendars that are used often (`taken.ts`). */
  taken?: readonly TakenSpan[];
  /** Taken when the calendar tells no working hours. */
  hours: WorkingHours;
  /** Journeys: on these days other hours in another zone. No two share a day. Limits are counted by the days
   * around them. */
  stays?: readonly Stay[];
  /** Whole local days that are not worked, such as holidays (`holidays.ts`); `name` for people. */
  daysOff?: readonly { date: Temporal.PlainDate; name?: string }[];
  /** Hours that suit, on the person's clock, within the hours that they work. Default: all of these. */
  comfort?: ClockRange;
  /** Rather not over lunch, on the person's clock. */
  lunch?: ClockRange;
  /** Interviews still owed to a fair share, below 0 for more than that: see `shares-owed.ts`. Default 0. */
  owed?: number;
  /** Kept free before and after the session: the same on both sides, or each by itself. Default 0. */
  bufferMinutes?: number | Buffer;
  /** Starts of the person's interviews around the horizon, whoever booked them: for limits and load. Reservations of the
   * person count too; the same start in both counts once. */
  interviews?: readonly Temporal.Instant[];
  /** Interviews in one local day, this one included. */
  maxPerDay?: number;
  /** Interviews in one local week from Monday, this one included. */
  maxPerWeek?: number;
  /** Takes no interview before. */
  pausedUntil?: Temporal.Instant;
  /** Takes no interviews. */
  optedOut?: boolean;
}

export interface SlotCandidate {
  zone: string;
  /** In which zone whoever asks is told why nothing fits. Default: the candidate's. */
  toldZone?: string;
  /** Hours that suit, in the candidate's zone. Default 09:00–18:00. */
  comfort?: ClockRange;
  /** Days that suit, in the candidate's zone. Default Monday to Friday. */
  comfortDays?: readonly Weekday[];
  /** Rather not over lunch, in the candidate's zone. */
  lunch?: ClockRange;
  /** When given, a slot lies inside one of them. What overlaps counts as one window, what only touches does not. */
  windows?: readonly Interval[];
  /** Whose times these are, where a person of the team has asked for them. Default: the candidate's. */
  windowsOf?: "team";
}

/** One session to be placed. */
export interface SlotRequest {
  /** At `onsite` sessions somebody who works elsewhere cannot sit. */
  session: { id: string; durationMinutes: number; format?: SessionRule["format"] };
  places: readonly SlotPlace[];
  /** Filled last, by whoever is left. */
  training?: readonly TrainingSeat[];
  /** By e-mail address; everybody whom a place names, others do no harm. */
  people: Readonly<Record<string, SlotPerson>>;
  /** Time that other cases hold or have booked; of people who are not asked for, ignored. */
  reservations?: readonly (Interval & { email: string; offered?: OfferedTime })[];
  candidate: SlotCandidate;
  /** Slots lie inside. See `businessHorizon`. */
  horizon: Interval;
  now: Temporal.Instant;
  /** Between now and the start. Default 24 hours. */
  minimumNoticeMinutes?: number;
  /** Starts fall on multiples of it on the candidate's clock. Default 15. */
  gridMinutes?: 5 | 10 | 15 | 30;
  /** Whole numbers; only their proportions matter. Default `DEFAULT_WEIGHTS`. */
  weights?: Partial<SlotWeights>;
  /** How many slots, each with another start. Default 5. */
  top?: number;
  /** Only this start is looked at, on the grid or not: for checking what a person chose. */
  requiredStart?: Temporal.Instant;
  /** What nobody wants to know when nothing fits: each takes longer than the search. Default: nothing is left out. */
  leaveOut?: readonly ("relaxations" | "clashes")[];
}

/** What sessions that are placed together have in common. */
export type Surroundings = Omit<
  SlotRequest,
  "session" | "places" | "training" | "requiredStart" | "weights"
>;

/** The soft terms, each with its weight. */
export interface SlotWeights {
  attendance: number;
  focus_kept: number;
  invitations_kept: number;
  load_balance: number;
  candidate_comfort: number;
  panel_comfort: number;
  earliness: number;
}

/** A fact about somebody that changed who could be asked. `words` is a sentence. */
export interface SlotFinding {
  kind: "calendar_unreadable" | "opted_out" | "paused";
  email: string;
  words: string;
}

/** What kept a person or a day from working. */
export type BlockerKind =
  | SlotFinding["kind"]
  | "busy"
  | "out_of_office"
  | "working_elsewhere"
  | "reserved"
  | "buffer"
  | "outside_hours"
  | "day_off"
  | "day_limit"
  | "week_limit"
  | "minimum_notice"
  | "horizon"
  | "candidate_windows"
  | "no_overlap"
  | "too_few_people"
  | "pinned"
  | "order"
  | "least_gap"
  | "most_gap"
  | "pause"
  | "lunch"
  | "days"
  | "sessions_a_day";

export interface SlotBlocker {
  what: BlockerKind;
  email?: string;
  /** Date in the candidate's zone, `2026-11-24`; absent when it holds for all days. */
  day?: string;
  /** A sentence for a coordinator. */
  words: string;
}

/** One of several rules that clash. */
export interface ClashingRule {
  what: BlockerKind;
  /** Whose, when it is one person's. */
  email?: string;
  /** Part of a sentence: `Ada is busy`. */
  words: string;
}

/** Rules that leave no time between them; without any one of them they would. */
export interface RuleClash {
  /** Dates in the candidate's zone. */
  days: string[];
  rules: ClashingRule[];
  /** A sentence for a coordinator. */
  words: string;
}

/** What could give. */
export type RelaxationKind =
  | "gap"
  | "order"
  | "days"
  | "pause"
  | "lunch"
  | "buffer"
  | "limit"
  | "notice"
  | "format"
  | "duration"
  | "hours"
  | "paused"
  | "candidate_windows"
  | "person";

/** One thing that would have to give so that there is a slot. */
export interface SlotRelaxation {
  /** Which one of those of a request: its kind, and whose rule it is. */
  id: string;
  what: RelaxationKind;
  /** Of whom, when it is one person. */
  email?: string;
  /** How many starts there are then. */
  more: number;
  /** The best of them, ISO 8601. */
  best: string;
  /** What gives, as a sentence begins: `Without Ada's buffer of 15 minutes`. */
  change: string;
  /** A sentence for a coordinator. */
  words: string;
}

/** The best slots, or why there is none. `proven`: no other choice of start and people scores higher in this model. */
export type SlotResult =
  | {
      kind: "slots";
      /** Best first; each start once; at least one. */
      slots: FoundSlot[];
      proven: true;
      /** How many starts were looked at. */
      considered: number;
      findings: SlotFinding[];
    }
  | {
      kind: "none";
      /** What is nearest to being solved first. */
      blockers: SlotBlocker[];
      /** What alone would make it fit, the cheapest first. */
      relaxations: SlotRelaxation[];
      /** Which rules clash, by day: the fewest that do. */
      clashes: RuleClash[];
      considered: number;
      findings: SlotFinding[];
    };
