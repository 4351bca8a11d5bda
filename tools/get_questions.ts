import { z } from "zod";
import { PostingId } from "../src/domain/ids.ts";
import { WordsFinding } from "../src/domain/words-finding.ts";
import { QuestionSet } from "../src/questions/question-set.ts";
import { defineTool } from "./define-tool.ts";

/** What each session of a plan asks for a posting. */
export const getQuestions = defineTool({
  name: "get_questions",
  title: "Get interview questions",
  description:
    "Reads what each session of an interview plan asks for a posting: questions with follow-ups and minutes, what answers show, why each was chosen.",
  effect: "read",
  access: "settings",
  about: { thing: "posting", in: "postingId" },
  input: z.object({
    postingId: PostingId.describe("Lever posting id"),
    planId: z.string().min(1).max(200).describe("Id of the interview plan, as get_plan gives it"),
  }),
  output: z.object({
    planId: z.string(),
    keptBy: z
      .string()
      .nullable()
      .describe("Who has changed and kept these questions; null: they are composed now"),
    behind: z.array(z.string()).describe("Where what is kept no longer fits the plan"),
    set: QuestionSet,
    language: z
      .array(WordsFinding)
      .describe("What should not be asked in these words, of questions that a person has changed"),
  }),
  run: async (input, { questionSets }) => {
    const { plan, set, kept, behind, language } = await questionSets.find(input);
    const keptBy = kept.set === null ? null : kept.savedBy;
    return { planId: plan.id, keptBy, behind, set, language };
  },
});
