/** What holding our books against the world can find, in codes; their words are here and nowhere else. */
import { z } from "zod";
import { isoInstant } from "./time.ts";

export const FindingCode = z.enum([
  "event_stands",
  "meeting_stands",
  "panel_stands",
  "note_stands",
  "room_left_out",
  "event_changed",
  "meeting_changed",
  "panel_changed",
  "note_changed",
  "meeting_doubled",
  "panel_doubled",
  "note_doubled",
  "reservation_held",
  "case_ended",
  "booking_changed",
  "booked_but_ended",
  "note_gone",
  "panel_by_other",
  "move_gone",
  "move_stands",
  "effect_parked",
  "mail_parked",
  "effect_stuck",
  "interview_over",
  "run_stuck",
  "proposal_stuck",
  "booking_stuck",
  "not_readable",
  "not_checked",
  "ledger_broken",
]);
export type FindingCode = z.infer<typeof FindingCode>;

/** One thing that was not as our books said. Ids and codes only. */
export const Finding = z.object({
  code: FindingCode,
  /** Whether it was ours to put right, and is right now. */
  repaired: z.boolean(),
  caseId: z.string().nullable(),
  /** Of the effect, proposal, run, opportunity or ledger entry that it is about. */
  subject: z.string().nullable(),
  /** When a person was first told of it; absent on what is told for the first time, and on what is repaired. */
  since: isoInstant.optional(),
});
export type Finding = z.infer<typeof Finding>;

/** What it means, and what a person does about it, in plain words. */
export const FINDING_WORDS: Record<FindingCode, { says: string; todo: string }> = {
  event_stands: {
    says: "The calendar event of a booking that was undone still stood.",
    todo: "Delete it in the calendar, or compare again while Convene is not paused.",
  },
  meeting_stands: {
    says: "The Zoom meeting of a booking that was undone still stood.",
    todo: "Delete it in Zoom, or compare again while Convene is not paused.",
  },
  panel_stands: {
    says: "The panel of a booking that was undone still stood in Lever.",
    todo: "Delete it in Lever, or compare again while Convene is not paused.",
  },
  note_stands: {
    says: "The note about a booking that was undone still stood in Lever.",
    todo: "Delete it in Lever, or compare again while Convene is not paused.",
  },
  room_left_out: {
    says: "The room of a booking was left out of its calendar event by a change that was undone.",
    todo: "Invite the room to the event again, or compare again while Convene is not paused.",
  },
  event_changed: {
    says: "Somebody has changed the calendar event of a booking that was undone: it was left as it is.",
    todo: "Delete it in the calendar, unless it is meant to take place.",
  },
  meeting_changed: {
    says: "Somebody has changed the Zoom meeting of a booking that was undone: it was left as it is.",
    todo: "Delete it in Zoom, unless it is meant to take place.",
  },
  panel_changed: {
    says: "Somebody has changed the panel of a booking that was undone: it was left as it is.",
    todo: "Delete it in Lever, unless it is meant to take place.",
  },
  note_changed: {
    says: "Somebody has changed the note about a booking that was undone: it was left as it is.",
    todo: "Delete it in Lever, unless it is meant to stay.",
  },
  meeting_doubled: {
    says: "Zoom had carried out one request late, so that a booking had a second meeting.",
    todo: "See in Zoom which of the two is meant, and delete the other one.",
  },
  panel_doubled: {
    says: "Lever had carried out one request late, so that a booking had a second panel.",
    todo: "See in Lever which of the two is meant, and delete the other one.",
  },
  note_doubled: {
    says: "Lever had carried out one request late, so that a booking had a second note.",
    todo: "Delete one of the two in Lever.",
  },
  reservation_held: {
    says: "Time was still held for a booking that is not to be.",
    todo: "Compare again.",
  },
  case_ended: {
    says: "The candidate had left the stage, was archived or is gone: the case was ended.",
    todo: "Nothing.",
  },
  booking_changed: {
    says: "A booked interview is not as it was booked.",
    todo: "Look at the case, and decide whether the interview takes place.",
  },
  booked_but_ended: {
    says: "An interview is booked, but its candidate is archived or gone.",
    todo: "Decide whether the interview still takes place, and tell those who come.",
  },
  note_gone: {
    says: "The note about a booked interview is no longer in Lever.",
    todo: "Nothing, unless your team relies on it.",
  },
  panel_by_other: {
    says: "Somebody else's panel in Lever is at the time of a booked interview.",
    todo: "See in Lever which of the two is meant.",
  },
  move_gone: {
    says: "A candidate was moved as somebody had approved, and Lever knows nothing of it.",
    todo: "See in Lever at which stage the candidate should be, and move them there by hand.",
  },
  move_stands: {
    says: "A candidate was moved in Lever at the time of a move that our books say was not done.",
    todo: "See in Lever whether somebody has moved them; if nobody has, move them back.",
  },
  effect_parked: {
    says: "A step could not be taken back.",
    todo: "Take it back by hand; the case names it.",
  },
  mail_parked: {
    says: "Nobody can tell whether a confirmation reached its candidate.",
    todo: "Ask the candidate, and say beside the step of the booking whether it arrived.",
  },
  effect_stuck: {
    says: "A step has been under way for more than a quarter of an hour.",
    todo: "See whether Lever, Google or the mail server is away.",
  },
  interview_over: {
    says: "An interview is over, and its case still says booked.",
    todo: "Move the candidate on in Lever.",
  },
  run_stuck: {
    says: "A run says that it is under way, but nothing waits for it.",
    todo: "Run its event again in the Events page.",
  },
  proposal_stuck: {
    says: "A proposal waits for a decision that no run would hear of.",
    todo: "Reject it, and ask for another one.",
  },
  booking_stuck: {
    says: "A booking was approved and stopped half way.",
    todo: "Run its failed event again in the Events page: it goes on, or is taken back.",
  },
  not_readable: {
    says: "What is kept of a booked interview cannot be read any more, so it was compared with nothing.",
    todo: "See in the calendar and in Lever whether it stands, and change it by hand.",
  },
  not_checked: {
    says: "A case could not be compared.",
    todo: "The Events page says why; compare again when that is gone.",
  },
  ledger_broken: {
    says: "The ledger was changed.",
    todo: "Keep a copy of the database as it is, and call whoever runs Convene.",
  },
};
