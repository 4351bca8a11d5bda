/** What a language check says of a question, as tools, proposals and pages show it. */
import { z } from "zod";

/** Something that should not be asked in these words. */
export const WordsFinding = z.strictObject({
  questionId: z.string(),
  followUp: z
    .int()
    .nullable()
    .describe("Its place among the follow-ups; null: the question itself"),
  text: z.string().describe("What was checked"),
  category: z.string().describe("The topic"),
  severity: z
    .enum(["blocking", "warning", "advice"])
    .describe("blocking: not to be asked. warning: to be put otherwise"),
  why: z.string(),
  instead: z
    .string()
    .nullable()
    .describe("To be asked in its place; `[… what]` is to be filled. Null: it is such a blank"),
});
export type WordsFinding = z.infer<typeof WordsFinding>;
