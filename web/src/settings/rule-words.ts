/** What a rule can name, and what it can do, in words. */
import type { PolicyRule, RuleAnswer } from "../../../src/domain/policy.ts";

/** Kinds of proposals as rules name them. */
export const KIND_WORDS: [string, string][] = [
  ["book_interview", "Book an interview"],
  ["offer_times", "Offer times"],
  ["change_booking", "Change a booking"],
  ["cancel_booking", "Cancel a booking"],
  ["alert_recruiter", "Tell that nothing fits"],
  ["send_digest", "Send the daily digest"],
  ["send_brief", "Send a brief"],
  ["note_questions", "Note questions"],
  ["post_synthesis", "Post a synthesis"],
  ["move_stage", "Move to a stage"],
  ["book_debrief", "Book a debrief"],
  ["remind_candidate", "Remind the candidate"],
  ["remind_interviewers", "Remind interviewers"],
  ["ask_arrival", "Ask who has arrived"],
  ["invite_again", "Invite again"],
  ["warn_recruiter", "Warn the recruiter"],
  ["nudge_feedback", "Remind of feedback"],
  ["tell_question", "Tell of a question"],
  ["tell_answer", "Tell of an answer"],
  ["note_chat", "Note the chat"],
];

export const kindInWords = (kind: string): string =>
  KIND_WORDS.find(([value]) => value === kind)?.[1] ?? kind;

/** What a rule does, by one word. */
export type Doing = NonNullable<PolicyRule["mode"]> | RuleAnswer["do"];

export const DOINGS: { value: Doing; label: string }[] = [
  { value: "silent", label: "Silent mode" },
  { value: "assisted", label: "Assisted mode" },
  { value: "managed", label: "Managed mode" },
  { value: "observe", label: "Observe only" },
  { value: "ask", label: "Ask" },
  { value: "perform", label: "Do it" },
];

export const doingOf = (rule: PolicyRule): Doing => rule.answer?.do ?? rule.mode ?? "ask";

/** The rule with another doing; what belonged to the former one goes. */
export const withDoing = (
  { mode: _m, answer: _t, ...rule }: PolicyRule,
  doing: Doing,
): PolicyRule =>
  doing === "silent" || doing === "assisted" || doing === "managed"
    ? { ...rule, mode: doing }
    : { ...rule, answer: { do: doing } };
