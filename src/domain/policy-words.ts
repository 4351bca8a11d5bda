/** What a policy says, in words: its rules, and what is done by them. */
import type { PolicyRule, RuleAnswer } from "./policy.ts";
import type { ProposalPayload } from "./proposal.ts";

/** Kinds of proposals as rules name them. */
const KIND_OF: Record<ProposalPayload["kind"], string> = {
  book_interview: "Book an interview",
  offer_times: "Offer times",
  change_booking: "Change a booking",
  cancel_booking: "Cancel a booking",
  alert_recruiter: "Tell that nothing fits",
  send_digest: "Send the daily digest",
  send_brief: "Send a brief",
  note_questions: "Note questions",
  post_synthesis: "Post a synthesis",
  move_stage: "Move to a stage",
  book_debrief: "Book a debrief",
  remind_candidate: "Remind the candidate",
  remind_interviewers: "Remind interviewers",
  ask_arrival: "Ask who has arrived",
  invite_again: "Invite again",
  warn_recruiter: "Warn the recruiter",
  nudge_feedback: "Remind of feedback",
  tell_question: "Tell of a question",
  tell_answer: "Tell of an answer",
  note_chat: "Note the chat",
};

/** The same, in the order in which they are offered. */
export const KIND_WORDS: readonly [string, string][] = Object.entries(KIND_OF);

const BY_KIND: ReadonlyMap<string, string> = new Map(KIND_WORDS);

export const kindInWords = (kind: string): string => BY_KIND.get(kind) ?? kind;

/** What is done: `asks recruiter for 4 h`. */
export const answerInWords = (answer: RuleAnswer): string => {
  if (answer.do === "observe") return "only recorded";
  if (answer.do === "perform") {
    return answer.afterMinutes === undefined ? "done" : `done after ${answer.afterMinutes} min`;
  }
  const whom = [...(answer.people ?? []), ...(answer.of ?? [])].join(" or ");
  const until = answer.hours === undefined ? "" : ` for ${answer.hours} h`;
  const two = answer.fourEyes ? ", two of them" : "";
  const then = answer.afterwards === "ask_admins" ? ", then admins as well" : "";
  return `${whom === "" ? "asks" : `asks ${whom}`}${two}${until}${then}`;
};

const SEEN_BY = { internal: "your team", candidate: "the candidate" } as const;

/** One rule: `stages Phone Screen, teams Platform: assisted mode`. */
export const ruleInWords = (rule: PolicyRule): string => {
  const lists: [string, readonly string[] | undefined][] = [
    ["postings", rule.postings],
    ["teams", rule.teams],
    ["stages", rule.stages],
    ["plans", rule.plans],
    ["what", rule.kinds?.map(kindInWords)],
    ["seen by", rule.audiences?.map((one) => SEEN_BY[one])],
    ["risk", rule.risks],
  ];
  const named = lists.flatMap(([name, list]) =>
    list === undefined ? [] : [`${name} ${list.join(" or ")}`],
  );
  const does = rule.answer ? answerInWords(rule.answer) : `${rule.mode ?? "no"} mode`;
  const promoted = rule.promotion === undefined ? "" : `, by a step up of ${rule.promotion.since}`;
  return `${named.length === 0 ? "everything" : named.join(", ")}: ${does}${promoted}`;
};
