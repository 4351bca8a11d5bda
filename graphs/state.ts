/** What a run's checkpoints hold: ids, enums and our own words. Documents and names are in sealed working papers. */
import { Annotation } from "@langchain/langgraph";

/** Raised when the shape changes; older ones must still resume. */
export const STATE_VERSION = 1;

const last = <Value>(initial: Value) =>
  Annotation<Value>({ reducer: (_, next) => next, default: () => initial });

const union = Annotation<string[]>({
  reducer: (before, more) => [...new Set([...before, ...more])],
  default: () => [],
});

/** Why a run could not propose: a code and our own words. */
export interface RunProblem {
  code: string;
  message: string;
}

/** What an event may ask for: a start, a plan by its id, a panel by Lever user ids. */
export interface Wishes {
  startsAt: string | null;
  planId: string | null;
  panelistIds: string[];
}

/** Nothing beside the plan. */
const NO_WISHES: Wishes = { startsAt: null, planId: null, panelistIds: [] };

export const RunState = Annotation.Root({
  version: last<number>(STATE_VERSION),
  runId: last<string>(""),
  eventId: last<string>(""),
  eventKind: last<string>(""),
  source: last<string>(""),
  correlationId: last<string>(""),
  opportunityId: last<string>(""),
  /** Set by `load` when the run belongs to a case. */
  caseId: last<string | null>(null),
  candidate: last<string | null>(null),
  stageId: last<string | null>(null),
  /** What was asked for beside the plan, if anything. */
  wishes: last<Wishes>(NO_WISHES),
  facts: last<{
    exists: boolean;
    archived: boolean;
    hasPlan: boolean;
    standing: "nothing" | "waiting" | "booked" | "blocked";
    outdated: boolean;
  } | null>(null),
  action: last<"coordinate" | "close" | "keep" | null>(null),
  specialists: last<string[]>([]),
  reason: last<string>(""),
  /** How a booked interview stands, when this event was a reason to look. */
  checked: last<string | null>(null),
  proposalIds: union,
  problems: Annotation<RunProblem[]>({
    reducer: (before, more) => [...before, ...more],
    default: () => [],
  }),
  /** Proposals that the gate has let through and `act` has not yet finished. */
  toPerform: last<string[]>([]),
  outcome: last<string | null>(null),
});
export type RunState = typeof RunState.State;
export type RunUpdate = typeof RunState.Update;
