/** Names of the machine in words of people. */
const EVENT_KINDS: Record<string, string> = {
  candidateStageChange: "Stage changed in Lever",
  caught_up: "Change found in Lever",
  reconcile: "Compared with Lever and calendars",
  interviewCreated: "Interview created in Lever",
  interviewUpdated: "Interview changed in Lever",
  interviewDeleted: "Interview deleted in Lever",
  applicationCreated: "New application in Lever",
  candidateArchiveChange: "Archived or reopened in Lever",
  candidateHired: "Hired in Lever",
  candidateDeleted: "Deleted in Lever",
  contactUpdated: "Contact changed in Lever",
  stage_change: "Stage changed by automation",
  calendar_changed: "Interview changed in the calendar",
  brief_due: "Time for a brief",
  brief_requested: "Brief asked for",
  plain_request: "Asked in plain words",
  change_requested: "Other times or people asked for",
  cancel_requested: "Cancellation asked for",
  questions_requested: "Questions asked for",
  synthesis_requested: "Synthesis asked for",
  synthesis_due: "Synthesis due",
  nudge_due: "Time for a reminder of feedback",
  debrief_due: "Round over: time for a debrief",
  debrief_requested: "Debrief asked for",
  stage_rule_due: "Forms changed: rule of the stage judged",
  stage_rule_requested: "Rule of the stage asked about",
  slot_lost: "Time lost before it was booked",
  address_changed: "Change not made: the candidate has another address",
  stage_left: "Interview of the stage before is still booked",
  offer_ended: "Offered times ended",
  mail_checked: "Message checked by a person",
  look_again: "Times looked for again",
  alert_due: "Nothing has fitted for long",
  candidate_confirmed: "Candidate confirmed",
  candidate_needs: "Candidate told what they need",
  candidate_picked: "Candidate chose a time",
  candidate_availability: "Candidate told when they could",
  candidate_wants_move: "Candidate asks for another time",
  candidate_wants_cancel: "Candidate asks to cancel",
  candidate_wants_person: "Candidate asks for a person",
  candidate_no_reminders: "Candidate wants no more reminders",
  candidate_reminders_again: "Candidate wants reminders again",
  reminder_due: "Time to remind or ask people",
  interview_missed: "Interview missed",
  candidate_question: "Candidate asks a person",
  answers_due: "Time to tell the candidate of an answer",
  chat_note_due: "Time to note what the chat was about",
};

/** `candidateStageChange` → `Stage changed in Lever`; what is not known is spelled out. */
export const eventInWords = (kind: string): string => EVENT_KINDS[kind] ?? sentence(spell(kind));

export const spell = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[._]/g, " ")
    .toLowerCase();

/** The first letter large. */
export const sentence = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const STEP_NAMES: Record<string, string> = {
  load: "Look at the case",
  check: "Check what is booked",
  reconcile: "Compare with Lever and calendars",
  mail: "Do what a person found out of a message",
  route: "Choose who handles it",
  gather: "Gather facts",
  draft: "Find times and draft",
  refine: "Polish the words",
  verify: "Verify every fact",
  propose: "Write it down",
  gate: "Ask policy, or a person",
  act: "Do it, step by step",
  cancel: "Propose to cancel",
  alert: "Propose to tell the recruiter",
  close: "Close the run",
  get_opportunity: "Read the candidate’s record",
  get_posting: "Read the posting",
  get_requisitions: "Read the requisitions",
  get_resume: "Read the resume",
  get_notes: "Read the notes",
  get_feedback: "Read feedback that is open to readers",
  get_plan: "Find the interview plan",
  get_questions: "Read the questions",
  get_round: "Read the round's feedback",
  check_availability: "Read calendars",
  find_slots: "Find times",
};

/** A step or tool of a run, in words. */
export const stepInWords = (name: string): string => STEP_NAMES[name] ?? sentence(spell(name));
