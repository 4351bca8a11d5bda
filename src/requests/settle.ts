/** The slots of an intent, resolved by code: whom it is about, and when. What is missing or has two meanings is asked. */
import { LATER_IS_MEANT } from "../language/constraints/read-constraints.ts";
import { askWhen, notUnderstood } from "./ask-when.ts";
import { asks, done } from "./asking.ts";
import { FEEDBACK } from "./cues.ts";
import { WHICH_WAY, askDirection } from "./directions.ts";
import { askFromTo, withoutLeft } from "./leaving.ts";
import type { Mention } from "./names.ts";
import type { Reading } from "./read-request.ts";
import { settleOwed } from "./settle-owed.ts";
import { besideOf, hasOddName, isPartOfOther, oddIn, restOf, unknownName } from "./rest.ts";
import {
  MORE_THAN_ONE,
  type Settling,
  candidateOf,
  notesOf,
  personOf,
  wantedIn,
} from "./resolve.ts";
import { OF_AN_INTERVIEWER, oddInCancel } from "./scope.ts";
import { settleWhyNot } from "./settle-why.ts";
import type { Intent, KnownCase, KnownUser, Understanding } from "./understanding.ts";
import { type SaidWhen, isOthersTime, readWhen, saysWhen } from "./when.ts";

/** The intent with its slots, or what has to be asked. */
export const settle = (intent: Intent, settling: Settling): Understanding => {
  switch (intent) {
    case "today":
      return settleToday(settling);
    case "pause":
      return settling.reading.mentions.length > 0
        ? { is: "cannot", refusal: "pause_one" }
        : done(intent, {});
    case "owes_feedback":
      return settleOwed(settling);
    case "status":
      return settleStatus(settling);
    case "why_not":
      return settleWhyNot(settling);
    case "reschedule":
    case "schedule":
      return settleTime(intent, settling);
    case "cancel":
      return settleCancel(settling);
    case "brief_again":
    case "remind_feedback":
    case "replace":
      return settlePerson(intent, settling);
  }
};

const NO_CANDIDATE =
  "Which candidate? I find nobody of that name among the candidates whose interviews are open here. Write the name as Lever has it.";
const NO_NAME = "Which candidate? Say it with their name, or on the page of their case.";
const NO_PERSON =
  "Who? I find nobody of that name among those who interview here. Write the name as Lever has it.";

/** Nobody is found of a name, or none was said. */
const noCandidate = ({ reading }: Settling): Understanding =>
  asks(
    "which_candidate",
    reading.mentions.length === 0 && unknownName(reading) === null && !hasOddName(reading)
      ? NO_NAME
      : NO_CANDIDATE,
  );

/** What waits for whoever asks; of a candidate who is named it is told how they stand. */
const settleToday = (settling: Settling): Understanding => {
  const { mentions } = settling.reading;
  if (mentions.some(({ cases }) => cases.length > 0)) return settleStatus(settling);
  return mentions.length > 0 ? asks("which_candidate", OF_YOURS) : done("today", {});
};

const OF_YOURS =
  "It is told what waits for you, or how a candidate stands; not what waits for somebody else. Whom do you mean?";

const settleStatus = (settling: Settling): Understanding => {
  const { reading } = settling;
  const named = reading.mentions.filter(({ cases }) => cases.length > 0);
  const candidate = candidateOf(settling, reading.mentions, false);
  if ("asks" in candidate) return candidate.asks;
  const isOther =
    named.length === 0
      ? reading.mentions.length > 0 || unknownName(reading) !== null
      : named.every((mention) => isPartOfOther(reading, mention));
  return candidate.found && !isOther
    ? done("status", { caseId: candidate.found.caseId })
    : noCandidate(settling);
};

const settleTime = (intent: "reschedule" | "schedule", settling: Settling): Understanding => {
  const { reading, asked } = settling;
  const wanted = wantedIn(reading);
  const about = reading.mentions.filter((mention) => !wanted.includes(mention));
  const candidate = candidateOf(settling, about, true);
  if ("asks" in candidate) return candidate.asks;
  if (!candidate.found) return noCandidate(settling);
  if (OF_SOMETHING_ELSE.test(reading.masked)) return asks("not_understood", INTERVIEWS_ALONE);
  if (THEIR_TIME.test(reading.masked)) return asks("when", ONE_CLOCK);
  if (about.some(({ cases }) => cases.length === 0)) return asks("not_understood", WITH_WHOM);
  const person = personOf(settling, wanted, true);
  if ("asks" in person) return person.asks;
  const moved = askDirection(reading);
  if (moved) return asks("when", moved.question, moved.choices);
  const { now, zone } = asked;
  const { reading: going, leaves } = withoutLeft(reading);
  const when = readWhen(going, { now, zone, rest: restOf(going) });
  const { constraints } = when;
  if (isWayOpen(constraints, reading)) return asks("when", WHICH_WAY);
  const open = intent === "reschedule" ? askFromTo(when, going) : null;
  if (open) return open;
  if (!constraints.sure || isOthersTime(constraints)) return askWhen(when, going);
  if (intent === "reschedule" && isSoonAlone(constraints)) return askSoon(candidate.found);
  if (constraints.limits.durationMinutes !== undefined) return asks("not_understood", LENGTH);
  if (constraints.people.notWanted.length > 0) return asks("not_understood", INSTEAD);
  if (!saysWhen(constraints) && SOMEWHERE.test(reading.masked)) return asks("when", TO_WHEN);
  return done(
    intent,
    {
      caseId: candidate.found.caseId,
      ...(person.found && { withUserId: person.found.userId }),
      ...(saysWhen(constraints) && { when: when.text.replaceAll(/\s+/gu, " ") }),
      ...(leaves !== null && { leaves }),
      ...(ANOTHER.test(reading.masked) && { isOther: true as const }),
    },
    constraints.assumed,
  );
};

const ANOTHER =
  /\b(?:another|different|new|other|alternative) (?:time|slot|date|day|hour|one)s?\b|\brebook|\bsome other\b/u;

/** As soon as possible, and nothing else: to be done soon, or an interview that is sooner? */
const isSoonAlone = ({ allow, deny, shift, limits }: SaidWhen["constraints"]): boolean =>
  limits.soonest === true && allow.length + deny.length === 0 && shift === undefined;

const askSoon = ({ name, caseId }: KnownCase): Understanding =>
  asks("when", "As soon as possible: at an earlier time than it is booked, or at any other time?", [
    { label: "An earlier time", text: `Move ${name} earlier`, caseId },
    { label: "Any other time", text: `Reschedule ${name}`, caseId },
  ]);

/** How far is said, and not which way; or both ways are. */
const isWayOpen = ({ assumed, shift }: SaidWhen["constraints"], { masked }: Reading): boolean =>
  assumed.some((words) => words.includes(LATER_IS_MEANT)) ||
  (BEFORE_BOOKED.test(masked) && (shift?.direction !== "earlier" || AFTER_BOOKED.test(masked)));

const BEFORE_BOOKED = /\b(?:forwards?|earlier)\b/u;
const AFTER_BOOKED = /\b(?:later|backwards?)\b/u;

const OF_FORM = new RegExp(`\\b${FEEDBACK}\\b`, "u");
/** What is arranged elsewhere, or not at all. */
const OF_SOMETHING_ELSE = new RegExp(
  `\\b(?:${FEEDBACK}|debrief\\w*|briefs?|briefing|notes?|reminders?)\\b`,
  "u",
);
const INTERVIEWS_ALONE =
  "Times are looked for here for interviews alone. A debrief is asked for on the page of its case.";

/** An hour on somebody else's clock. */
const THEIR_TIME =
  /\b(?:her|his|their|your|my|our|candidate's|local|home) (?:own |local )?(?:time|clock)\b|@'s (?:own |local )?time\b[^.]{0,6}\d|\d[^,.]{0,6} @'s (?:own |local )?time\b/u;
const ONE_CLOCK =
  "Whose clock is that by? Say the time once, by the company's clock or with its place, such as: 1 pm Lisbon time.";

/** Words that may mean a time or another round. */
const SOMEWHERE = /\b(?:up|over|down|along|through|in|into)\b/u;
const TO_WHEN = "To when? Say a day or a time, such as: move (candidate) to Friday.";

const WITH_WHOM =
  "What has the interviewer to do with it? Say: reschedule (candidate) to (when) with (interviewer).";
const LENGTH = "How long an interview is, its plan says. Leave the length out.";
const INSTEAD =
  "Somebody else in a place is a replacement. Say: find a replacement for (interviewer).";

const settleCancel = (settling: Settling): Understanding => {
  const { reading } = settling;
  const each = new Map(
    reading.mentions
      .filter(({ cases }) => cases.length > 0)
      .map(({ written, cases }) => [written, cases]),
  );
  if (each.size > 1) {
    const choices = [...each.values()].flat().map(({ name, caseId }) => ({
      label: `Cancel the interview of ${name}`,
      text: `Cancel ${name}`,
      caseId,
    }));
    return asks("one_at_a_time", MORE_THAN_ONE, choices);
  }
  const candidate = candidateOf(settling, reading.mentions, true);
  if ("asks" in candidate) return candidate.asks;
  if (!candidate.found) return noCandidate(settling);
  if (OF_SOMETHING_ELSE.test(reading.masked)) return asks("not_understood", INTERVIEWS_ALONE);
  if (each.size === 0 && isOfInterviewer(reading)) {
    return asks("which_candidate", OF_AN_INTERVIEWER);
  }
  if (OF_A_WISH.test(reading.masked)) return asks("not_understood", TAKEN_BACK);
  const odd = oddInCancel(besideOf(reading), each.size > 0);
  // Whoever interviews is named beside whom it is of, or alone.
  const isOfOthers = reading.mentions.length > each.size;
  if (isOfOthers || odd !== "") return askWhole(candidate.found, odd);
  return done("cancel", { caseId: candidate.found.caseId });
};

/** Interviews of whoever interviews, not one with them. */
const isOfInterviewer = ({ masked, mentions }: Reading): boolean =>
  mentions.length > 0 && !/\bwith @/u.test(masked);

/** What was asked for or proposed, and not what is booked. */
const OF_A_WISH =
  /\b(?:cancellations?|cancell?ing|requests?|proposals?|changes?|moves?|postponements?|reschedul\w*|invit\w*|offers?|approvals?|questions?)\b/u;
const TAKEN_BACK =
  "What was asked for or proposed is taken back where it waits: reject it in the inbox. To take back the interview itself, say: cancel (candidate).";

/** One day or one interviewer of it is not cancelled by itself. */
const askWhole = ({ name, caseId }: KnownCase, odd: string): Understanding =>
  asks(
    "did_you_mean",
    `${odd === "" ? "" : `I did not understand “${odd}”. `}What is booked for a candidate's stage is cancelled as a whole. Is that what you mean?`,
    [{ label: `Cancel the interview of ${name}`, text: `Cancel ${name}`, caseId }],
  );

const settlePerson = (
  intent: "brief_again" | "remind_feedback" | "replace",
  settling: Settling,
): Understanding => {
  const { reading } = settling;
  if (intent === "replace" && TAKEN_OFF.test(reading.masked)) return askTakenOff(settling);
  const notes = intent === "brief_again" ? notesOf(reading) : null;
  const by = intent === "replace" ? wantedIn(reading) : [];
  const left = reading.mentions.filter((mention) => mention !== notes && !by.includes(mention));
  const people = left.filter(({ users }) => users.length > 0);
  const person = personOf(settling, people.slice(0, isOfTwo(people) ? 1 : undefined), true);
  if ("asks" in person) return person.asks;
  const isOther = (mention: Mention): boolean => mention !== people[0] || person.found === null;
  const named = left.filter((mention) => mention.cases.length > 0 && isOther(mention));
  const candidate = candidateOf(settling, named, true);
  if ("asks" in candidate) return candidate.asks;
  if (!person.found && candidate.found) {
    const asked = askOfCandidate(intent, candidate.found, reading);
    if (asked) return asked;
  }
  if (!person.found && (intent !== "brief_again" || !candidate.found || by.length > 0)) {
    return asks("which_person", NO_PERSON);
  }
  const rest = restOf(reading);
  const { now, zone } = settling.asked;
  const when =
    intent === "replace" ? readWhen({ text: rest, mentions: [] }, { now, zone, rest }) : null;
  const isTold = when !== null && when.constraints.sure && saysWhen(when.constraints);
  const odd = isTold ? "" : oddIn(rest);
  if (odd !== "") return notUnderstood(odd);
  if (intent === "replace" && by.length > 0) return askWithout(person.found, candidate.found);
  if (intent === "remind_feedback" && !OF_FORM.test(reading.masked))
    return askWhetherForm(person.found);
  const noted = notes && personOf(settling, [notes], true);
  if (noted && "asks" in noted) return noted.asks;
  return done(intent, {
    ...(person.found && { userId: person.found.userId }),
    ...(candidate.found && { caseId: candidate.found.caseId }),
    ...(noted?.found && { withUserId: noted.found.userId }),
    ...(isTold && { when: rest }),
  });
};

/** Where a candidate is named as somebody who is told something: that is done for those who interview. */
const askOfCandidate = (
  intent: "brief_again" | "remind_feedback" | "replace",
  { name, caseId }: KnownCase,
  { masked }: Reading,
): Understanding | null => {
  if (intent === "brief_again" && BRIEFED.test(masked)) {
    const text = `Brief again for ${name}`;
    const question = `${name} is a candidate, and a brief goes to those who interview. Do you mean all of their interviewers?`;
    return asks("did_you_mean", question, [{ label: text, text, caseId }]);
  }
  if (intent !== "remind_feedback" || OF_FORM.test(masked)) return null;
  const text = `Who owes feedback for ${name}`;
  return asks(
    "which_person",
    `${name} is a candidate. Candidates are reminded of their interviews by mail, as the plan says, and not by a request. I can remind an interviewer of a feedback form that is owed.`,
    [{ label: text, text, caseId }],
  );
};

const BRIEFED = /\b(?:re-?)?brief(?:ing)? (?:again )?@(?!'s)/u;

/** A place is not left empty. */
const TAKEN_OFF = /\b(?:remove @ from|take @ off)\b/u;

const askTakenOff = (settling: Settling): Understanding => {
  const { mentions } = settling.reading;
  const person = personOf(settling, mentions, true);
  if ("asks" in person) return person.asks;
  const others = mentions.filter(({ users }) => users.length === 0);
  const candidate = candidateOf(settling, others, true);
  if ("asks" in candidate) return candidate.asks;
  return askWithout(person.found, candidate.found, NOT_EMPTY);
};

const NOT_EMPTY =
  "The panel has the places of its interview plan, and none is left empty: somebody else can be looked for. Is that what you mean?";

/** Where the second may be a candidate as well, the first is the person. */
const isOfTwo = (people: readonly Mention[]): boolean =>
  people.length === 2 && (people[1]?.cases.length ?? 0) > 0;

const askWithout = (
  person: KnownUser | null,
  candidate: KnownCase | null,
  question = BY_PLAN,
): Understanding => {
  const text = `Find a replacement for ${person?.name ?? ""}${candidate ? ` for ${candidate.name}` : ""}`;
  if (!person) return asks("which_person", NO_PERSON);
  const of = candidate ? { caseId: candidate.caseId } : {};
  return asks("did_you_mean", question, [{ label: text, text, ...of }]);
};

const BY_PLAN =
  "Who takes the place is found by the interview plan, calendars and shares; nobody is put in by name.";

const askWhetherForm = (person: KnownUser | null): Understanding => {
  const text = `Remind ${person?.name ?? ""} of feedback`;
  return asks(
    "did_you_mean",
    "I can remind of a feedback form that is owed, and of nothing else. Is that what you mean?",
    person ? [{ label: text, text }] : [],
  );
};
