/** Where somebody else's words come in on each way to a proposal, with the fields of it that may quote them. All other fields have to
 * stay as they are. */
import type { Place } from "./written.ts";

export type Places = Partial<Record<Place, readonly string[]>>;

/** Wherever it is said what a proposal is about. */
const SAID = ["context.summary", "context.reason", "context.evidence[].what"];
/** Of a booking, and of times that are offered. */
export const BOOKED = {
  candidateName: ["payload.candidate.name", ...SAID],
  postingTitle: ["payload.postingTitle", ...SAID],
  interviewerName: [
    "payload.sessions[].panel[].name",
    "payload.change.before[].panel[].name",
    "payload.offer.times[][].panel[].name",
    "context.people[].name",
    "context.calendar.people[].name",
    // Each term of the score is told with who it is about.
    "context.itinerary.terms[].words",
    "context.alternatives[].terms[].words",
    ...SAID,
  ],
  sessionName: [
    "payload.title",
    "payload.sessions[].name",
    "payload.change.before[].name",
    "payload.offer.times[][].name",
    "context.itinerary.terms[].words",
    "context.alternatives[].terms[].words",
    ...SAID,
  ],
  // Read, and nothing of it is anywhere.
  headline: [],
  tag: [],
  link: [],
  postingText: [],
  team: [],
  location: [],
  stageName: [],
  formName: [],
  formRow: [],
  note: [],
  resume: [],
} satisfies Places;

/** Of what people are told of an interview. */
export const TOLD = {
  candidateName: ["payload.candidate.name", "payload.readers[].name", "payload.words", ...SAID],
  postingTitle: ["payload.postingTitle", "payload.words"],
  interviewerName: [
    "payload.sessions[].people",
    "payload.readers[].name",
    "effects[].label",
    ...SAID,
  ],
  sessionName: ["payload.sessions[].name", ...SAID],
  stageName: [],
  note: [],
  tag: [],
} satisfies Places;

/** What a brief tells of texts; nothing else of it hangs on them. */
const CONTENT = [
  "payload.brief.highlights",
  "payload.brief.background",
  "payload.brief.probe",
  "payload.brief.selling",
  "payload.brief.leftOut",
  // Those that it cites.
  "payload.brief.documents",
  "payload.readers[].feedback",
  "warnings",
  "context.evidence",
];
/** What is asked is chosen by the posting, and takes its minutes. */
const ASKED = [
  "payload.level",
  "payload.sessions[].competencies",
  "payload.sessions[].minutes",
  "payload.sessions[].questions",
];
const SYNTHESIS = [
  "payload.forms[].text",
  "payload.quotes",
  "payload.disagreements",
  "payload.questions",
  "payload.leftOut",
  "payload.findings",
  "context.evidence",
  // A finding makes it a person's to look closer; whether it never makes less of it is asked apart.
  "risk",
  "warnings",
];

/** Of a brief. */
export const BRIEFED = {
  candidateName: ["payload.candidate.name", ...CONTENT, ...SAID],
  // What is asked is chosen by the role.
  postingTitle: [
    "payload.postingTitle",
    "payload.brief.questions",
    "payload.brief.covers",
    ...CONTENT,
  ],
  postingText: ["payload.brief.questions", "payload.brief.covers", ...CONTENT],
  resume: CONTENT,
  resumeFile: CONTENT,
  note: CONTENT,
  feedbackAnswer: CONTENT,
  feedbackComment: CONTENT,
  feedbackLabel: CONTENT,
  feedbackTitle: CONTENT,
  feedbackRow: CONTENT,
  interviewSubject: CONTENT,
  requisition: CONTENT,
  link: ["payload.brief.linkedIn", ...CONTENT],
  formName: ["payload.brief.form"],
  interviewerName: [
    "payload.session.panel[].name",
    "payload.readers[].name",
    ...CONTENT,
    "effects[].label",
    ...SAID,
  ],
  sessionName: ["payload.session.name", "payload.brief.questions", "payload.brief.covers", ...SAID],
  stageName: [],
  headline: [],
  tag: [],
} satisfies Places;

/** Of a note with questions. */
export const NOTED = {
  candidateName: [],
  postingTitle: ["payload.postingTitle", ...ASKED, ...SAID],
  postingText: ASKED,
  sessionName: ["payload.sessions[].name", ...ASKED, ...SAID],
  stageName: ["payload.stageName", ...SAID],
  formName: [],
  formRow: ASKED,
  team: [],
  note: [],
  resume: [],
  tag: [],
} satisfies Places;

/** Of a synthesis. */
export const SYNTHESISED = {
  candidateName: SYNTHESIS,
  // The competencies of a role are those of its title.
  postingTitle: ["payload.postingTitle", "payload.topics", "payload.notCovered", ...SYNTHESIS],
  stageName: ["payload.stageName", ...SAID],
  feedbackTitle: ["payload.forms[].title", ...SYNTHESIS],
  feedbackLabel: SYNTHESIS,
  feedbackAnswer: SYNTHESIS,
  feedbackComment: SYNTHESIS,
  // A row is what its score is about.
  feedbackRow: ["payload.topics", "payload.notCovered", "payload.notes", ...SYNTHESIS, ...SAID],
  interviewSubject: ["payload.forms[].session", ...SYNTHESIS, ...SAID],
  interviewerName: [
    "payload.forms[].name",
    "payload.topics[].voices[].name",
    "payload.overall[].name",
    ...SYNTHESIS,
    ...SAID,
  ],
  interviewNote: [],
  panelNote: [],
  interviewPlace: [],
  note: [],
  resume: [],
  tag: [],
} satisfies Places;

/** Of a move to another stage. */
export const MOVED = {
  candidateName: [],
  postingTitle: ["payload.postingTitle"],
  stageName: ["payload.stageName", ...SAID],
  feedbackTitle: [],
  feedbackLabel: [],
  feedbackAnswer: [],
  feedbackComment: [],
  feedbackRow: [],
  interviewSubject: ["payload.forms[].session", "context.evidence"],
  interviewerName: ["payload.forms[].name", ...SAID],
  note: [],
  tag: [],
} satisfies Places;

/** Of a reminder of a form that is owed. */
export const NUDGED = {
  candidateName: ["payload.candidateName", ...SAID],
  postingTitle: ["payload.postingTitle", "payload.questions"],
  postingText: ["payload.questions"],
  stageName: ["payload.stageName"],
  formName: ["payload.owed.form", ...SAID],
  formRow: ["payload.questions"],
  sessionName: ["payload.owed.session", "payload.questions", ...SAID],
  interviewerName: ["payload.owed.name", "payload.to[].name", "effects[].label", ...SAID],
} satisfies Places;

/** Of a change of what is booked. */
export const CHANGED = {
  ...BOOKED,
  eventTitle: [],
  eventText: [],
  panelNote: [],
  interviewNote: [],
  interviewSubject: [],
  interviewPlace: [],
  moveWords: ["context.evidence[].what"],
} satisfies Places;

/** Of taking back what is booked. */
export const CANCELLED = {
  ...BOOKED,
  sessionName: [...BOOKED.sessionName, "effects[].label"],
  eventTitle: [],
  eventText: [],
  panelNote: [],
  interviewNote: [],
} satisfies Places;

/** Of a word to the recruiter, by whom the candidate is told of. */
const LISTENER = ["payload.to.name", ...SAID];

/** Of a candidate's question, passed on. */
export const PASSED_ON = {
  chatWords: ["payload.question"],
  candidateName: ["payload.candidateName"],
  postingTitle: ["payload.postingTitle", ...SAID],
  stageName: ["payload.stageName"],
  recruiterName: LISTENER,
  headline: [],
  note: [],
  tag: [],
} satisfies Places;

/** Of what somebody needs: nothing of it is anywhere, and who it is neither. */
export const KEPT_BACK = { ...PASSED_ON, chatWords: [], candidateName: [] } satisfies Places;

/** Of a mail that a person has answered: nothing of what was asked. */
export const ANSWERED = {
  ...PASSED_ON,
  chatWords: [],
  candidateName: ["payload.to.name"],
  recruiterName: [],
} satisfies Places;

/** Of a note of a conversation: of a closed list of topics, and counted. */
const COUNTED = ["payload.topics", "payload.handedOver"];
export const CONVERSED = {
  chatWords: COUNTED,
  earlierWords: COUNTED,
  candidateName: [],
  postingTitle: ["payload.postingTitle", ...SAID, ...COUNTED],
  postingText: COUNTED,
  stageName: ["payload.stageName"],
  recruiterName: [],
  note: [],
} satisfies Places;

/** Of a panel that meets. */
export const MET = {
  candidateName: ["payload.candidateName"],
  postingTitle: ["payload.postingTitle"],
  stageName: ["payload.stageName"],
  interviewerName: ["payload.people[].name", ...SAID],
  recruiterName: ["payload.people[].name", ...SAID],
  sessionName: [],
  feedbackTitle: [],
  feedbackLabel: [],
  feedbackAnswer: [],
  feedbackRow: [],
  feedbackComment: [],
  interviewSubject: [],
  interviewNote: [],
  interviewPlace: [],
  panelNote: [],
  note: [],
} satisfies Places;

/** What stands in the way, and what would help, is told with who it is about. */
const IN_THE_WAY = [
  "payload.blockers",
  "payload.relaxations[].change",
  "payload.relaxations[].words",
];
/** Of a word that nothing fits. */
export const IN_VAIN = {
  candidateName: ["payload.candidateName", ...SAID],
  postingTitle: ["payload.postingTitle", ...SAID],
  stageName: ["payload.stageName", ...SAID],
  interviewerName: IN_THE_WAY,
  sessionName: IN_THE_WAY,
  recruiterName: LISTENER,
  headline: [],
  note: [],
  resume: [],
  tag: [],
} satisfies Places;

/** Of a recruiter's day. */
export const DAY = {
  candidateName: ["subject"],
  postingTitle: ["subject"],
  stageName: ["subject"],
  interviewerName: ["payload.parts.failed[].what", "payload.parts.owes[].what"],
  sessionName: ["payload.parts.failed[].what"],
  recruiterName: LISTENER,
  note: [],
  tag: [],
} satisfies Places;
