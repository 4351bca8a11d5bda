/** What a candidate can say on their own page. */
import { z } from "zod";
import { isoInstant, zoneId } from "./time.ts";

/** The candidate's own words: free text, quoted wherever it is shown, never obeyed. */
const words = z.string().max(2000);

/** Absolute windows, half-open. */
export const AnswerWindow = z.strictObject({ start: isoInstant, end: isoInstant });
export type AnswerWindow = z.infer<typeof AnswerWindow>;

/** More than these are no answer to plan with. */
export const MOST_WINDOWS = 500;

/** What is kept of each kind, sealed. */
export const ANSWER_BODIES = {
  confirmed: z.strictObject({}),
  needs: z.strictObject({
    needs: words.describe("What they need to take part comfortably: for the recruiter alone"),
    pronunciation: words.describe("How their name is said"),
  }),
  picked: z.strictObject({ startsAt: isoInstant }),
  availability: z.strictObject({
    zone: zoneId,
    windows: z.array(AnswerWindow).max(MOST_WINDOWS),
    words,
    cells: z
      .array(z.string().max(20))
      .max(200)
      .describe("Cells of the grid, such as 2026-11-24/am"),
  }),
  wants_move: z.strictObject({
    reason: words,
    zone: zoneId
      .describe("In which they read their page; absent in answers of before it was kept")
      .optional(),
  }),
  wants_cancel: z.strictObject({ reason: words }),
  wants_person: z.strictObject({ reason: words }),
  no_reminders: z.strictObject({}),
  reminders_again: z.strictObject({}),
} as const;

export type AnswerKind = keyof typeof ANSWER_BODIES;
export const ANSWER_KINDS = [
  "confirmed",
  "needs",
  "picked",
  "availability",
  "wants_move",
  "wants_cancel",
  "wants_person",
  "no_reminders",
  "reminders_again",
] as const satisfies AnswerKind[];

export type AnswerBody<Kind extends AnswerKind> = z.infer<(typeof ANSWER_BODIES)[Kind]>;

/** Kinds that a person has to see to: nothing else answers them. */
export const REQUEST_KINDS = [
  "needs",
  "wants_move",
  "wants_cancel",
  "wants_person",
] as const satisfies AnswerKind[];

/** The kind of the event that carries an answer. */
export const answerEvent = <Kind extends AnswerKind>(kind: Kind) => `candidate_${kind}` as const;
