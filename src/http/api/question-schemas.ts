/** Shapes of the API's question sets. A set's own shape is the question room's. */
import { z } from "zod";
import { PostingId } from "../../domain/ids.ts";
import { isoInstant } from "../../domain/time.ts";
import { WordsFinding } from "../../domain/words-finding.ts";
import { Level } from "../../questions/bank-schema.ts";
import { SetEdit } from "../../questions/edit-set.ts";
import { AskedQuestion, QuestionSet } from "../../questions/question-set.ts";
import { planId } from "./plan-schemas.ts";

export const QuestionParams = z.object({
  postingId: PostingId.describe("Lever's id of the posting"),
});
export const QuestionQuery = z.object({ plan: planId.describe("Id of the plan") });

export const PostingQuestions = z.object({
  postingId: z.string(),
  postingTitle: z.string(),
  planId: z.string(),
  version: z.int().describe("The last one that somebody saved; 0: none"),
  isKept: z.boolean().describe("Whether a person has saved it; else it is composed now"),
  savedBy: z.string().nullable(),
  savedAt: isoInstant.nullable(),
  level: Level.nullable().describe("As somebody has set it; null: it is read from the posting"),
  set: QuestionSet,
  behind: z.array(z.string()).describe("Where what is kept no longer fits the plan"),
  language: z
    .array(WordsFinding)
    .describe("What should not be asked in these words, of questions that a person has changed"),
});
export type PostingQuestions = z.infer<typeof PostingQuestions>;

const version = z.int().min(0).max(2_147_483_647);

export const SaveQuestions = SetEdit.extend({
  basedOn: version.describe("The version that was changed; 0: none"),
});
export type QuestionsToSave = z.infer<typeof SaveQuestions>;

/** Null: it is to be read from the posting. */
export const SetLevel = z.strictObject({
  level: Level.nullable().describe("null: as read from the posting"),
  basedOn: version.describe("The version that was seen; 0: none"),
});

export const OtherQuestions = z.object({
  items: z.array(
    AskedQuestion.pick({
      id: true,
      kind: true,
      text: true,
      followUps: true,
      minutes: true,
      why: true,
    }),
  ),
});
export type OtherQuestions = z.infer<typeof OtherQuestions>;

export const PlanPostings = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      team: z.string().nullable(),
      location: z.string().nullable(),
      isKept: z.boolean().describe("Whether somebody has saved questions for it"),
    }),
  ),
});
export type PlanPostings = z.infer<typeof PlanPostings>;
