/** Which specialists an event calls, by a table: known events are never routed by a model. */
import { QUESTION_ASKED } from "../src/cases/candidate-questions.ts";
import { ANSWERS_DUE } from "../src/cases/answers-told.ts";
import { CHAT_NOTE_DUE } from "../src/cases/chat-notes.ts";
import { INTERVIEW_MISSED } from "../src/cases/attendances.ts";
import { QUESTIONS_REQUESTED } from "../src/cases/ask-for-questions.ts";
import { DEBRIEFS } from "../src/cases/debrief.ts";
import { BRIEF_DUE, BRIEF_REQUESTED } from "../src/cases/briefs.ts";
import { INTERVIEW_REQUESTED } from "../src/cases/request-interview.ts";
import { REMINDER_DUE } from "../src/cases/reminders.ts";
import { STAGE_RULES, STAGE_RULE_OFF } from "../src/cases/stage-rule.ts";
import { SYNTHESES, SYNTHESIS_OFF } from "../src/cases/synthesis.ts";
import { NUDGE_DUE } from "../src/cases/feedback-nudges.ts";
import { CANCEL_REQUESTED, CHANGE_REQUESTED } from "../src/cases/hand-on.ts";
import { CAUGHT_UP } from "../src/cases/caught-up.ts";
import { MAIL_CHECKED } from "../src/cases/mail-checked.ts";
import { RECONCILE } from "../src/cases/reconciliations.ts";
import { STAGE_LEFT } from "../src/cases/stage-left.ts";
import { ALERT_DUE, LOOK_AGAIN } from "../src/cases/searches.ts";

/** Names of the specialists that exist. */
export const SPECIALISTS = [
  "scheduling",
  "briefing",
  "questions",
  "feedback",
  "attendance",
] as const;
export type SpecialistName = (typeof SPECIALISTS)[number];

/** What a run does with its event.
 * coordinate: specialists draft proposals. pick: what the candidate chose is proposed. cancel: it is proposed
 * to take back what is booked. alert: it is proposed to tell the recruiter that nothing fits. brief: briefs of what is booked are proposed. questions: it is proposed
 * to leave the stage's questions in Lever. synthesis: that of its round's forms is proposed. stage_rule: the plan's rule is judged by them.
 * chat: people inside are told of the candidate's chat, or the candidate of an answer in it. debrief: it is proposed that its panel meets. message: it is proposed to tell people
 * of an interview, or to ask them about it. nudge: it is proposed to remind somebody of a
 * feedback form, or to say that it stays out. digest: it is proposed to tell a recruiter their day, and
 * request: what somebody asks in plain words is answered or handed on; both are of no opportunity: the table leads no event there. close: the case ends. keep: what waits or is booked stays as it is. */
export interface Route {
  action:
    | "coordinate"
    | "pick"
    | "cancel"
    | "alert"
    | "brief"
    | "questions"
    | "synthesis"
    | "message"
    | "nudge"
    | "stage_rule"
    | "debrief"
    | "request"
    | "chat"
    | "digest"
    | "close"
    | "keep";
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
  /** What mends it is what the candidate wishes, and waits for a decision already. */
  isWished?: true;
  /** The candidate waits for another time than is booked. */
  isMoveWished?: true;
  /** Nothing has fitted for this stage, and it is still looked for. */
  isSearched?: true;
  /** Why people do it instead of software. */
  isLeft?: string;
  /** An admin has switched on what is evaluative. */
  isEvaluativeOn?: true;
  /** Why the law of its place holds back what is asked for. */
  held?: string;
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
const MEND_AS_WISHED: Route = {
  ...COORDINATE,
  reason: "The candidate asks for another time, and what is booked was changed outside.",
};
const MEND_AGAIN: Route = {
  ...COORDINATE,
  reason: "No change of what is booked fitted before: it is looked for again.",
};
const OUTDATED = "What was proposed was drafted from facts that have changed.";
const MOVE_AS_TOLD: Route = {
  ...COORDINATE,
  reason: "The candidate asks for another time, and said when they could.",
};
const MEND_AS_TOLD: Route = {
  ...COORDINATE,
  reason: "The candidate said when they could, while a change of what is booked was looked for.",
};
const KEPT_AS_TOLD = "The candidate said when they could. The interview stands as booked.";
const WISHES_CANCEL = "The candidate asks to cancel.";
const cancel = (reason: string): Route => ({ action: "cancel", specialists: [], reason });
const keep = (reason: string): Route => ({ action: "keep", specialists: [], reason });
const close = (reason: string): Route => ({ action: "close", specialists: [], reason });

/** Kind of the event that a candidate has said when they could. */
export const TOLD = "candidate_availability";

/** Kinds of the events that a candidate has said what they need, and that they would like to talk to a person. */
export const NEEDS_TOLD = "candidate_needs";
export const PERSON_WANTED = "candidate_wants_person";

/** Kind of the event that a change of a booking was not made, since it would have told a candidate at an old address. */
export const ADDRESS_CHANGED = "address_changed";

/** Kinds that may start a coordination when the facts say so. */
const STARTS = new Set([
  "candidateStageChange",
  "stage_change",
  "applicationCreated",
  "candidateArchiveChange",
  CAUGHT_UP,
]);
/** Kinds that ask for a new coordination whatever stands already. */
const RESTARTS = new Set([INTERVIEW_REQUESTED, "slot_lost", TOLD]);
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
  ADDRESS_CHANGED,
  RECONCILE,
  "slot_lost",
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
  ["candidate_wants_move", "The candidate asks for another time: a person answers."],
  ["candidate_wants_cancel", "The candidate asks to cancel: a person answers."],
  ["candidate_no_reminders", "The candidate wants no more reminders."],
  ["candidate_reminders_again", "The candidate wants to be reminded again."],
]);
const ENDS: ReadonlyMap<string, string> = new Map([
  ["candidateHired", "The candidate was hired."],
  ["candidateDeleted", "The candidate was deleted."],
]);
/** Kinds that ask for briefs of what is booked. */
export const BRIEFS: ReadonlySet<string> = new Set([BRIEF_DUE, BRIEF_REQUESTED]);
/** Kinds that ask for messages about what is booked. */
export const MESSAGES: ReadonlySet<string> = new Set([REMINDER_DUE, INTERVIEW_MISSED]);

/** The route of one event. Shape: always a route; an event we do not know is kept and does nothing. */
export const routeEvent = ({ kind, facts }: RouteInput): Route => {
  const ended = ENDS.get(kind);
  if (ended !== undefined) return close(ended);
  if (!facts.exists) return close("Lever no longer has this opportunity.");
  if (facts.archived) {
    const reason = "The opportunity is archived in Lever.";
    return facts.mend === "cancel" ? cancel(reason) : close(reason);
  }
  const chat = CHAT.get(kind);
  if (chat) return chat;
  if (facts.isLeft !== undefined) return keep(facts.isLeft);
  if (BRIEFS.has(kind)) return brief(facts);
  if (MESSAGES.has(kind)) return message(kind, facts);
  if (kind === QUESTIONS_REQUESTED) return askQuestions(facts);
  if (SYNTHESES.has(kind)) return synthesise(facts);
  if (kind === NUDGE_DUE) return nudge(facts);
  if (STAGE_RULES.has(kind)) return judgeRule(facts);
  if (DEBRIEFS.has(kind)) return debrief(facts);
  if (kind === CHANGE_REQUESTED) return change(facts);
  if (kind === CANCEL_REQUESTED) {
    return facts.standing === "booked" ? cancel(ASKED_TO_CANCEL) : keep(NOTHING_BOOKED);
  }
  if (facts.mend === "cancel") {
    return cancel(facts.isWished ? WISHES_CANCEL : "The candidate is at another stage now.");
  }
  // What they wish comes before whatever else has changed.
  if (kind === "candidate_wants_cancel" && facts.standing === "booked") {
    return cancel(WISHES_CANCEL);
  }
  if (facts.mend === "change") return mend(kind, facts);
  if (kind === "candidate_picked") return pick(facts);
  if (kind === "slot_lost" && facts.standing === "offered") {
    return keep("The time was taken: the candidate chooses among the others that were offered.");
  }
  if (kind === LOOK_AGAIN || kind === ALERT_DUE) return routeSearch(kind, facts);
  if (kind === "offer_ended") return keep(OFFER_ENDED);
  if (kind === TOLD && facts.standing === "booked") {
    return facts.isMoveWished ? MOVE_AS_TOLD : keep(KEPT_AS_TOLD);
  }
  if (RESTARTS.has(kind)) {
    if (facts.standing === "booked") return keep("The interview of this stage is booked already.");
    return facts.hasPlan ? COORDINATE : keep("No interview plan matches this stage.");
  }
  if (STARTS.has(kind)) return routeStart(facts);
  if (REFRESHES.has(kind)) {
    return facts.standing === "waiting" && facts.outdated
      ? { ...COORDINATE, reason: OUTDATED }
      : keep("Nothing to do: no proposal or booking changes by this.");
  }
  if (facts.standing === "booked" && kind === "candidate_wants_move") {
    return { ...COORDINATE, reason: "The candidate asks for another time." };
  }
  if (kind === MAIL_CHECKED) return keep("A person has found out whether a message arrived.");
  const heard = HEARD.get(kind);
  if (heard !== undefined) return keep(heard);
  if (kind === STAGE_LEFT) return keep("What becomes of the interview was asked already.");
  if (CHECKING_KINDS.has(kind)) return keep("No interview is booked: nothing to check.");
  return keep("Convene does not use this event.");
};

/** Whether a run takes back what is booked because the candidate has asked for it. */
export const isCancelWished = ({
  eventKind,
  facts,
}: {
  eventKind: string;
  facts: Pick<RouteFacts, "mend" | "isWished"> | null;
}): boolean =>
  eventKind === "candidate_wants_cancel" || (facts?.mend === "cancel" && facts.isWished === true);

const ASKED_TO_CANCEL = "A person asks to cancel.";
const NOTHING_BOOKED = "Nothing is booked here any more: nothing was proposed.";

/** What a person asks for by name is looked for, whatever stands. */
const change = ({ standing, hasPlan }: RouteFacts): Route =>
  standing === "booked" || hasPlan
    ? { ...COORDINATE, reason: "A person asks for other times or people." }
    : keep("No interview plan matches the stage of this case any more: nothing was proposed.");

const mend = (kind: string, { isWished, outdated }: RouteFacts): Route => {
  if (kind === LOOK_AGAIN) return MEND_AGAIN;
  if (kind === TOLD) return isWished ? MOVE_AS_TOLD : MEND_AS_TOLD;
  if (kind === ADDRESS_CHANGED || outdated) return { ...COORDINATE, reason: OUTDATED };
  return isWished ? MEND_AS_WISHED : MEND;
};

const routeSearch = (kind: string, { isSearched, hasPlan, standing }: RouteFacts): Route => {
  if (!isSearched) return keep("Nothing is looked for in this case any more.");
  if (kind === LOOK_AGAIN) {
    if (standing === "booked") return keep("The interview stands as booked.");
    if (!hasPlan) return keep("No interview plan matches this stage.");
    return { ...COORDINATE, reason: "Nothing fitted before: it is looked for again." };
  }
  return { action: "alert", specialists: [], reason: "Nothing has fitted for too long." };
};

/** What is said of a case whose candidate chose nothing in time. */
export const OFFER_ENDED = "The candidate chose none of the offered times before they ended.";

const brief = ({ standing }: RouteFacts): Route =>
  standing === "booked"
    ? {
        action: "brief",
        specialists: ["briefing"],
        reason: "It is time for the brief of a booked interview, or somebody asks for it.",
      }
    : keep("No interview is booked any more: there is nothing to brief.");

const TELL: Route = {
  action: "message",
  specialists: ["attendance"],
  reason: "It is time to tell people of a booked interview, or to ask them about it.",
};

const message = (kind: string, { standing, hasPlan }: RouteFacts): Route => {
  if (kind !== INTERVIEW_MISSED) {
    return standing === "booked" ? TELL : keep("No interview is booked any more: nobody is told.");
  }
  return hasPlan
    ? { ...TELL, reason: "The candidate did not come: they may be asked to come another time." }
    : keep("The case is closed: nobody is asked to come another time.");
};

const askQuestions = ({ hasPlan }: RouteFacts): Route =>
  hasPlan
    ? {
        action: "questions",
        specialists: ["questions"],
        reason: "Somebody asks for the questions of this stage.",
      }
    : keep("The case is closed: nobody is interviewed here.");

const synthesise = ({ hasPlan, isEvaluativeOn, held }: RouteFacts): Route => {
  if (!hasPlan) return keep("The case is closed: nothing is left to debrief.");
  if (!isEvaluativeOn) return keep(SYNTHESIS_OFF);
  if (held !== undefined) return keep(held);
  return {
    action: "synthesis",
    specialists: ["feedback"],
    reason:
      "The forms of this round are in, its deadline has come, or somebody asks for its synthesis.",
  };
};

const nudge = ({ hasPlan }: RouteFacts): Route =>
  hasPlan
    ? { action: "nudge", specialists: [], reason: "A feedback form is still to be handed in." }
    : keep("The case is closed: nobody is reminded of feedback in it.");

const judgeRule = ({ hasPlan, isEvaluativeOn, held }: RouteFacts): Route => {
  if (!hasPlan) return keep("The case is closed: nobody is moved on from it.");
  if (!isEvaluativeOn) return keep(STAGE_RULE_OFF);
  if (held !== undefined) return keep(held);
  return {
    action: "stage_rule",
    specialists: [],
    reason: "The forms of this round have changed, or somebody asks how its rule stands.",
  };
};

const debrief = ({ hasPlan }: RouteFacts): Route =>
  hasPlan
    ? { action: "debrief", specialists: [], reason: "The round of interviews is over." }
    : keep("The case is closed: nothing is left to debrief.");

const ofChat = (reason: string): Route => ({ action: "chat", specialists: [], reason });
/** Of what the candidate writes in the chat, and of what nobody else sees to: whatever stands, whoever recruits is told. */
const CHAT: ReadonlyMap<string, Route> = new Map([
  [QUESTION_ASKED, ofChat("The candidate asks something that a person has to answer.")],
  [NEEDS_TOLD, ofChat("The candidate told what they need: a person sees to it.")],
  [PERSON_WANTED, ofChat("The candidate asks for a person.")],
  [ANSWERS_DUE, ofChat("A person has answered the candidate in their chat.")],
  [CHAT_NOTE_DUE, ofChat("It is time to note in Lever what the candidate's chat was about.")],
]);

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
