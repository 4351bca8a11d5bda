/** What a request in plain words can be: one of a closed set of intents with slots that code has resolved, a question back, or a
 * plain no. Nothing else ever comes out of a text, whoever has read it. */
import { z } from "zod";

/** What may be asked for. The first four only read; the others have something proposed, or done by a person's own hand. */
export const INTENTS = [
  "today",
  "status",
  "owes_feedback",
  "why_not",
  "pause",
  "reschedule",
  "schedule",
  "cancel",
  "replace",
  "brief_again",
  "remind_feedback",
] as const;
export const Intent = z.enum(INTENTS);
export type Intent = z.infer<typeof Intent>;

/** Those that have something proposed: for deciders alone. */
export const PROPOSING: ReadonlySet<Intent> = new Set([
  "reschedule",
  "schedule",
  "cancel",
  "replace",
  "brief_again",
  "remind_feedback",
]);

/** Why nothing of that kind can be done here. */
export const REFUSALS = [
  "decision",
  "feedback_content",
  "write_to",
  "approve",
  "settings",
  "personal",
  "pay",
  "erase",
  "orders",
  "pause_one",
] as const;
export const Refusal = z.enum(REFUSALS);
export type Refusal = z.infer<typeof Refusal>;

/** Ids alone, and the words that tell when, as they were written. */
export const Slots = z.strictObject({
  /** The candidate's case. */
  caseId: z.string().exactOptional(),
  /** A Lever user: who is briefed, reminded, or replaced; whose forms are asked about. */
  userId: z.string().exactOptional(),
  /** Whoever is wanted on the panel, or whose notes are meant. */
  withUserId: z.string().exactOptional(),
  postingId: z.string().exactOptional(),
  /** The round whose forms are meant: the name of a stage, or of a session of a plan. */
  round: z.string().exactOptional(),
  /** Of interviews that ended from then on, and until before then. */
  endedFrom: z.iso.datetime().exactOptional(),
  endedUntil: z.iso.datetime().exactOptional(),
  /** The request as the grammar of time reads it. */
  when: z.string().max(2000).exactOptional(),
  /** The day or the hour at which whoever asks takes it to be booked, in their words. */
  leaves: z.string().max(200).exactOptional(),
  /** Another time is asked for by that word, also where what is booked lies then. */
  isOther: z.literal(true).exactOptional(),
});
export type Slots = z.infer<typeof Slots>;

/** A choice that answers a question: what a button says, and the request that it stands for. */
export const Choice = z.strictObject({
  label: z.string().min(1).max(200),
  text: z.string().min(1).max(600),
  /** The case that is meant, where names do not tell. */
  caseId: z.string().exactOptional(),
});
export type Choice = z.infer<typeof Choice>;

/** Why something is asked. */
export const ASKED = [
  "who",
  "which_candidate",
  "which_person",
  "which_posting",
  "when",
  "one_at_a_time",
  "no_keyword",
  "not_understood",
  "did_you_mean",
] as const;

export const Understanding = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("intent"),
    intent: Intent,
    slots: Slots,
    /** What was taken for granted, in sentences. */
    assumed: z.array(z.string()),
  }),
  z.strictObject({
    is: z.literal("asks"),
    asked: z.enum(ASKED),
    question: z.string(),
    choices: z.array(Choice).max(6),
  }),
  z.strictObject({ is: z.literal("cannot"), refusal: Refusal }),
]);
export type Understanding = z.infer<typeof Understanding>;

/** A candidate whose case is open, as far as whoever asks may see it. */
export interface KnownCase {
  caseId: string;
  name: string;
  postingId: string | null;
  postingTitle: string;
  stageName: string;
}

/** Somebody who interviews. */
export interface KnownUser {
  userId: string;
  name: string;
  email: string;
}

/** A role that interviews are, or were, arranged for. */
export interface KnownPosting {
  postingId: string;
  title: string;
  /** Whether anybody is, or was, a candidate for it here. */
  hasCases: boolean;
}

/** Whom a request may name. What is not in it does not exist for whoever asks. */
export interface Directory {
  cases: readonly KnownCase[];
  /** Of candidates with no open case, the last one: it is told how that ended, and nothing is proposed of it. Absent: not looked up. */
  past?: readonly KnownCase[];
  /** All roles, those without an open case among them; absent: those of the cases. */
  postings?: readonly KnownPosting[];
  users: readonly KnownUser[];
  /** What rounds are called: stages, and sessions of plans. */
  stages: readonly string[];
}

/** A request as it is asked. */
export interface Asked {
  text: string;
  /** The case before their eyes, or that a choice has named. */
  caseId?: string | undefined;
  now: Temporal.Instant;
  /** In which days and hours are meant. */
  zone: string;
  /** Who asks, where they are one of those who interview. */
  askerId?: string | undefined;
}
