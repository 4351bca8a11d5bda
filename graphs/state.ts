/** What a run's checkpoints hold: ids, enums and our own words. Documents and names are in sealed working papers. */
import { Annotation } from "@langchain/langgraph";
import type { NoFit } from "../src/domain/no-fit.ts";
import type { Asked } from "../tools/scheduling-context.ts";
import type { Route } from "./routes.ts";

/** Raised when the shape changes; threads of older ones must still resume, and a kept one of each shows it. */
export const STATE_VERSION = 2;

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
  /** When nothing fits: what a person could give up. */
  noFit?: NoFit;
}

/** What an event may ask for: a start, a plan by its id, a panel by Lever user ids. */
export interface Wishes {
  startsAt: string | null;
  planId: string | null;
  panelistIds: string[];
  /** Id of a rule that may give. */
  relax?: string;
  /** What a person asks for in plain words, of times and people. */
  asked?: Asked;
}

/** Nothing beside the plan. */
const NO_WISHES: Wishes = { startsAt: null, planId: null, panelistIds: [] };

/** The event that a run handles; one channel, since each costs a row and more at every step. */
export interface RunEvent {
  version: number;
  runId: string;
  eventId: string;
  eventKind: string;
  source: string;
  correlationId: string;
  opportunityId: string;
  /** What was asked for beside the plan, if anything. */
  wishes: Wishes;
}

/** Version 1 had a channel for each part of the event. They are read of its threads, and never written. */
const firstVersion = {
  version: last<number>(1),
  runId: last<string>(""),
  eventId: last<string>(""),
  eventKind: last<string>(""),
  source: last<string>(""),
  correlationId: last<string>(""),
  opportunityId: last<string>(""),
  wishes: last<Wishes>(NO_WISHES),
};

/** What a specialist gives back to the run. */
export const SpecialistOutput = Annotation.Root({
  proposalIds: union,
  problems: Annotation<RunProblem[]>({
    reducer: (before, more) => [...before, ...more],
    default: () => [],
  }),
});

export const RunChannels = Annotation.Root({
  ...firstVersion,
  ...SpecialistOutput.spec,
  event: last<RunEvent | null>(null),
  /** Set by `load` when the run belongs to a case. */
  caseId: last<string | null>(null),
  candidate: last<string | null>(null),
  stageId: last<string | null>(null),
  facts: last<{
    exists: boolean;
    archived: boolean;
    hasPlan: boolean;
    standing: "nothing" | "waiting" | "offered" | "booked" | "blocked";
    outdated: boolean;
    mend?: "change" | "cancel";
    isWished?: true;
    isSearched?: true;
    isLeft?: string;
  } | null>(null),
  action: last<Route["action"] | null>(null),
  specialists: last<string[]>([]),
  reason: last<string>(""),
  /** How a booked interview stands, when this event was a reason to look. */
  checked: last<string | null>(null),
  /** Proposals that the gate has let through and `act` has not yet finished. */
  toPerform: last<string[]>([]),
  outcome: last<string | null>(null),
});
/** As the graph hands it to a node. */
export type RunChannels = typeof RunChannels.State;
/** As a node reads it: the event's parts beside the rest, whichever version the thread began under. */
export type RunState = Omit<RunChannels, "event">;
export type RunUpdate = Partial<Omit<RunChannels, "event" | keyof typeof firstVersion>>;

/** The state for a node. */
export const readState = ({ event, ...state }: RunChannels): RunState => ({
  ...state,
  ...event,
});

/** What a specialist is called with: the event and whom it is about, and nothing else of the run. */
export const inputOfSpecialist = (state: RunChannels) => {
  const { caseId, candidate, stageId, ...whole } = readState(state);
  const { version, runId, eventId, eventKind, source, correlationId, opportunityId, wishes } =
    whole;
  return {
    event: { version, runId, eventId, eventKind, source, correlationId, opportunityId, wishes },
    caseId,
    candidate,
    stageId,
  };
};
