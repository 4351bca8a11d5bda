/** Which specialists an event calls, by a table: known events are never routed by a model. */
import { CAUGHT_UP } from "../src/cases/caught-up.ts";
import { RECONCILE } from "../src/cases/reconciliations.ts";

/** Names of the specialists that exist. */
export const SPECIALISTS = ["scheduling"] as const;
export type SpecialistName = (typeof SPECIALISTS)[number];

/** What a run does with its event.
 * coordinate: specialists draft proposals. pick: what the candidate chose is proposed. cancel: it is proposed
 * to take back what is booked. close: the case ends. keep: what waits or is booked stays as it is. */
export interface Route {
  action: "coordinate" | "pick" | "cancel" | "close" | "keep";
  specialists: SpecialistName[];
  /** One plain sentence; ends up on the run and the event. */
  reason: string;
}

/** What was read afresh from Lever and our own cases; the event's body is only a hint. */
export interface RouteFacts {
  /** False when Lever no longer has the opportunity. */
  exists: boolean;
  archived: boolean;
  /** Whether an interview plan matches the opportunity's present stage. */
  hasPlan: boolean;
  /** What is there for the present stage already. */
  standing: "nothing" | "waiting" | "offered" | "booked" | "blocked";
  /** Whether what waits was drafted from facts that hold no longer (an address, a panel). */
  outdated: boolean;
  /** What is booked is not as it was booked any more, and was not before this event: it may be changed, or taken back. */
  mend?: "change" | "cancel";
}

export interface RouteInput {
  source: string;
  kind: string;
  facts: RouteFacts;
}

const COORDINATE: Route = {
  action: "coordinate",
  specialists: ["scheduling"],
  reason: "The candidate is at a stage with an interview plan.",
};
const MEND: Route = {
  ...COORDINATE,
  reason: "What is booked was changed outside: a change of it is looked for.",
};
const cancel = (reason: string): Route => ({ action: "cancel", specialists: [], reason });
const keep = (reason: string): Route => ({ action: "keep", specialists: [], reason });
const close = (reason: string): Route => ({ action: "close", specialists: [], reason });

/** Kinds that may start a coordination when the facts say so. */
const STARTS = new Set([
  "candidateStageChange",
  "stage_change",
  "applicationCreated",
  "candidateArchiveChange",
  CAUGHT_UP,
]);
/** Kinds that ask for a new coordination whatever stands already. */
const RESTARTS = new Set(["interview_requested", "slot_lost", "candidate_availability"]);
/** Kinds that matter only to what stands already. */
const REFRESHES = new Set([
  "contactUpdated",
  "interviewCreated",
  "interviewUpdated",
  "interviewDeleted",
]);
/** Kinds after which a booked interview may stand otherwise than we booked it. */
export const CHECKING_KINDS: ReadonlySet<string> = new Set([
  "calendar_changed",
  RECONCILE,
  "interviewCreated",
  "interviewUpdated",
  "interviewDeleted",
  "candidateStageChange",
  "stage_change",
  "candidateArchiveChange",
  CAUGHT_UP,
]);
/** Kinds for which a case is opened when a plan matches. */
export const STARTING_KINDS: ReadonlySet<string> = new Set([...STARTS, ...RESTARTS]);
/** What a candidate said on their page that changes nothing by itself: a person sees to what it asks for. */
const HEARD: ReadonlyMap<string, string> = new Map([
  ["candidate_confirmed", "The candidate confirmed that they will come."],
  ["candidate_needs", "The candidate told what they need: a person sees to it."],
  ["candidate_wants_move", "The candidate asks for another time: a person answers."],
  ["candidate_wants_cancel", "The candidate asks to cancel: a person answers."],
  ["candidate_wants_person", "The candidate asks for a person."],
]);
const ENDS = new Set(["candidateHired", "candidateDeleted"]);

/** The route of one event. Shape: always a route; an event we do not know is kept and does nothing. */
export const routeEvent = ({ kind, facts }: RouteInput): Route => {
  if (ENDS.has(kind)) {
    return close(
      kind === "candidateHired" ? "The candidate was hired." : "The candidate was deleted.",
    );
  }
  if (!facts.exists) return close("Lever no longer has this opportunity.");
  if (facts.archived) {
    const reason = "The opportunity is archived in Lever.";
    return facts.mend === "cancel" ? cancel(reason) : close(reason);
  }
  if (facts.mend === "cancel") return cancel("The candidate is at another stage now.");
  if (facts.mend === "change") return MEND;
  if (kind === "candidate_picked") return pick(facts);
  if (kind === "slot_lost" && facts.standing === "offered") {
    return keep("The time was taken: the candidate chooses among the others that were offered.");
  }
  if (kind === "offer_ended") return keep(OFFER_ENDED);
  if (RESTARTS.has(kind)) {
    if (facts.standing === "booked") return keep("The interview of this stage is booked already.");
    return facts.hasPlan ? COORDINATE : keep("No interview plan matches this stage.");
  }
  if (STARTS.has(kind)) return routeStart(facts);
  if (REFRESHES.has(kind)) {
    return facts.standing === "waiting" && facts.outdated
      ? { ...COORDINATE, reason: "What waits was drafted from facts that have changed." }
      : keep("Nothing to do: no proposal or booking changes by this.");
  }
  if (facts.standing === "booked" && kind === "candidate_wants_cancel") {
    return cancel("The candidate asks to cancel.");
  }
  if (facts.standing === "booked" && kind === "candidate_wants_move") {
    return { ...COORDINATE, reason: "The candidate asks for another time." };
  }
  const heard = HEARD.get(kind);
  if (heard !== undefined) return keep(heard);
  if (CHECKING_KINDS.has(kind)) return keep("No interview is booked: nothing to check.");
  return keep("Convene does not use this event.");
};

/** What is said of a case whose candidate chose nothing in time. */
export const OFFER_ENDED = "The candidate chose none of the offered times before they ended.";

const pick = ({ standing }: RouteFacts): Route =>
  standing === "booked"
    ? keep("The interview of this stage is booked already.")
    : { action: "pick", specialists: [], reason: "The candidate chose one of the offered times." };

const routeStart = (facts: RouteFacts): Route => {
  if (!facts.hasPlan) return keep("No interview plan matches this stage: nothing to coordinate.");
  if (facts.standing === "booked") return keep("The interview of this stage is booked already.");
  if (facts.standing === "offered") return keep("The candidate has times to choose from already.");
  if (facts.standing === "waiting" && !facts.outdated) {
    return keep("A proposal for this stage waits already.");
  }
  return COORDINATE;
};
