/** What a question set is composed from. */
import { z } from "zod";
import { Level } from "./bank-schema.ts";

/** Units: UTF-16. Far longer than any posting. */
export const LONGEST_JOB_TEXT = 100_000;

/** A feedback form as Lever gives it; only what a rubric needs is read. */
export const FeedbackForm = z.object({
  text: z.string().describe("Its name"),
  fields: z.array(
    z.object({
      type: z.string(),
      options: z
        .array(z.object({ text: z.string() }))
        .optional()
        .describe("Of a score-system: the ratings, as they are written in the form"),
    }),
  ),
});
export type FeedbackForm = z.infer<typeof FeedbackForm>;

const Seat = z.strictObject({
  role: z.enum(["hiring_manager", "recruiter", "follower"]).optional(),
  title: z.string().max(200).optional().describe("Job title of whoever sits there"),
});
export type Seat = z.infer<typeof Seat>;

export const SessionToFill = z.strictObject({
  id: z.string().min(1),
  name: z.string().max(200),
  durationMinutes: z.int().min(15).max(480),
  agenda: z.string().max(2_000).optional(),
  competencies: z
    .array(z.string().min(1).max(100))
    .max(20)
    .optional()
    .describe("Ids or names. A session that names some asks these and no others"),
  seats: z.array(Seat).max(20).optional(),
  feedbackForm: FeedbackForm.optional().describe("Instead of the request's"),
});
export type SessionToFill = z.infer<typeof SessionToFill>;

export const ComposeRequest = z.strictObject({
  title: z.string().max(300),
  jobText: z.string().max(LONGEST_JOB_TEXT).describe("Plain or HTML"),
  level: Level.optional().describe("Read from title and text when absent"),
  sessions: z
    .array(SessionToFill)
    .min(1)
    .max(12)
    .refine((sessions) => new Set(sessions.map(({ id }) => id)).size === sessions.length, {
      message: "has two sessions of one id",
    }),
  askedElsewhere: z
    .record(z.string(), z.string())
    .optional()
    .describe("Ids of questions that other stages of the posting ask, and where"),
  feedbackForm: FeedbackForm.optional().describe("Of every session that has none of its own"),
});
export type ComposeRequest = z.infer<typeof ComposeRequest>;
