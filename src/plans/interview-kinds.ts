/** What English names of stages and feedback forms say of an interview. The table of docs/plans.md. */
import type { PlaceRule, SessionRule } from "../domain/plan.ts";

/** What a name tells, and what is planned for it. */
export interface InterviewKind {
  id: "onsite" | "final" | "technical" | "hiring-manager" | "screen" | "panel" | "interview";
  /** In words: `a technical interview`. */
  words: string;
  names: RegExp;
  durationMinutes: number;
  format: NonNullable<SessionRule["format"]>;
  places: PlaceRule[];
  prepare: string;
  agenda: string;
}

const HIRING_MANAGER: PlaceRule = { role: "hiring_manager" };
const followers = (count: number): PlaceRule => ({ role: "follower", count });
const NOTHING_SPECIAL = "Nothing special. Have your questions about the role and the team at hand.";
const BOTH_WAYS = "Past work and the role, then questions both ways.";

/** The first that fits counts: `Technical phone screen` is technical, `Hiring manager phone screen` is no recruiter's. */
export const INTERVIEW_KINDS: readonly InterviewKind[] = [
  {
    id: "onsite",
    words: "an on-site interview",
    names: /\bon ?site\b|\bin person\b|\bsuper ?day\b|\binterview loop\b/,
    durationMinutes: 90,
    format: "onsite",
    places: [HIRING_MANAGER, followers(2)],
    prepare: NOTHING_SPECIAL,
    agenda: BOTH_WAYS,
  },
  {
    id: "final",
    words: "a final round",
    names:
      /^final$|\bfinal (round|stage|panel|interview|conversation|call)\b|\b(executive|founder|ceo|vp) (interview|round|call|chat)\b/,
    durationMinutes: 60,
    format: "video",
    places: [HIRING_MANAGER, followers(1)],
    prepare: "Think of what you would want to achieve in your first months.",
    agenda: "Expectations on both sides, open questions.",
  },
  {
    id: "technical",
    words: "a technical interview",
    names:
      /\b(technical|tech|coding|system design|pair programming|engineering) (phone )?(screen|interview|panel|round|call|session|deep dive)\b|\b(pair programming|system design|technical deep dive)\b/,
    durationMinutes: 75,
    format: "video",
    places: [HIRING_MANAGER, followers(1)],
    prepare: "Choose a piece of your work that you know well and can talk about.",
    agenda: "Past work in depth, then questions both ways.",
  },
  {
    id: "hiring-manager",
    words: "an interview with the hiring manager",
    names:
      /\b(hiring manager|hm|manager) (phone )?(screen|interview|call|chat|round|conversation)\b|^hiring manager$/,
    durationMinutes: 45,
    format: "video",
    places: [HIRING_MANAGER],
    prepare: NOTHING_SPECIAL,
    agenda: BOTH_WAYS,
  },
  {
    id: "screen",
    words: "a screening call",
    names:
      /\b(phone|recruiter|talent|hr|people|initial|video|intro|introductory) (phone )?(screen|screening|call|chat|interview|conversation)\b|\bscreening (call|interview)\b/,
    durationMinutes: 30,
    format: "video",
    places: [{ role: "recruiter" }],
    prepare: NOTHING_SPECIAL,
    agenda: "Get to know each other, what the role is, what happens next.",
  },
  {
    id: "panel",
    words: "a panel interview",
    names: /\bpanel\b/,
    durationMinutes: 75,
    format: "video",
    places: [HIRING_MANAGER, followers(2)],
    prepare: NOTHING_SPECIAL,
    agenda: BOTH_WAYS,
  },
  {
    id: "interview",
    words: "an interview",
    names:
      /\binterview\b|\b(1st|2nd|3rd|first|second|third|fourth) round\b|\bround (\d|one|two|three|four)\b/,
    durationMinutes: 60,
    format: "video",
    places: [HIRING_MANAGER, followers(1)],
    prepare: NOTHING_SPECIAL,
    agenda: BOTH_WAYS,
  },
];

/** Stages around interviews: before, after and instead of one. Where a name says so, nothing is inferred. */
const NO_INTERVIEW =
  /\b(offer|references?|background|check|debrief|decision|review|reviewed|take home|assignment|homework|assessment|test|hired|archived?|rejected|declined|withdrawn|no show|complete|completed|done|passed|post|after|awaiting|pending|feedback|on hold|resume|cv|application|applicants?|lead|sourced|prospect|cancell?ed)\b/;

/** A name as the table reads it: lower case, one blank between words. */
export const plainWords = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whether a name says that no interview is meant. */
export const isNoInterview = (name: string): boolean => NO_INTERVIEW.test(plainWords(name));

/** The kind that a name tells; null when it tells none. */
export const kindOf = (name: string): InterviewKind | null => {
  if (isNoInterview(name)) return null;
  return INTERVIEW_KINDS.find(({ names }) => names.test(plainWords(name))) ?? null;
};
