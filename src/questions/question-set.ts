/** A question set: what each session of a plan asks, for how long, and why. A recruiter can change and keep it for a posting,
 * so it is data with ids, and says of each question where it came from. */
import { z } from "zod";
import { FamilyId, Level, Question, ShownLine } from "./bank-schema.ts";

/** What a composer could not do well, in codes; `says` and `todo` are for people. */
const SetFindingCode = z.enum([
  "job_text_empty",
  "job_text_silent",
  "family_unclear",
  "level_unclear",
  "competency_unknown",
  "competency_named_twice",
  "competency_not_asked",
  "question_asked_elsewhere",
  "time_too_short",
  "session_without_questions",
  "form_without_scale",
  "scale_unclear",
]);
type SetFindingCode = z.infer<typeof SetFindingCode>;

export const SetFinding = z.strictObject({
  code: SetFindingCode,
  sessionId: z.string().optional().describe("Of the session it is about; absent: the whole set"),
  competencies: z
    .array(z.string())
    .optional()
    .describe("Ids of those left out, or nearest to a name"),
  says: z.string(),
  todo: z.string(),
});
export type SetFinding = z.infer<typeof SetFinding>;

/** One rating of a feedback form, or weak, good, strong, and what an answer shows that earns it. */
export const RubricLine = z.strictObject({
  label: z.string().min(1),
  shows: z.string().min(1).max(1_300),
});
export type RubricLine = z.infer<typeof RubricLine>;

export const AskedQuestion = z.strictObject({
  id: z.string().min(1).max(100).describe("Of the bank, or of whoever added it; once in a set"),
  origin: z.enum(["bank", "edited"]).describe("edited: a person has changed or added it"),
  competencyId: z.string(),
  kind: Question.shape.kind,
  text: ShownLine,
  followUps: z.array(ShownLine).max(5),
  minutes: z.int().min(1).max(120).describe("With its follow-ups"),
  rubric: z.array(RubricLine).min(2),
  why: z.array(z.string()).describe("Why it was chosen, the weightiest reason first"),
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export const SetSession = z.strictObject({
  sessionId: z.string(),
  name: z.string(),
  minutes: z
    .strictObject({
      whole: z.int(),
      opening: z.int().describe("Welcome, and how the time is used"),
      questions: z.int().describe("Of all questions together"),
      candidate: z.int().describe("For what the candidate asks"),
      spare: z.int().min(0).describe("For longer answers"),
    })
    .describe("Minutes; the other four are the whole"),
  competencies: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      means: z.string(),
      why: z.array(z.string()),
    }),
  ),
  questions: z.array(AskedQuestion),
});
export type SetSession = z.infer<typeof SetSession>;

const idsOf = (sessions: readonly SetSession[]) => ({
  question: sessions.flatMap(({ questions }) => questions.map(({ id }) => id)),
  competency: sessions.flatMap(({ competencies }) => competencies.map(({ id }) => id)),
  session: sessions.map(({ sessionId }) => sessionId),
});

/** The set. It refuses a question or a competency that two sessions ask, however it was edited. */
export const QuestionSet = z
  .strictObject({
    version: z.literal(1),
    title: z.string(),
    level: z.strictObject({
      value: Level,
      from: z.enum(["given", "title", "text", "assumed"]),
      why: z.string(),
    }),
    family: z.strictObject({ value: FamilyId.nullable(), why: z.string() }),
    sessions: z.array(SetSession).min(1),
    findings: z.array(SetFinding),
  })
  .superRefine(({ sessions }, context) => {
    for (const [what, ids] of Object.entries(idsOf(sessions))) {
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice === undefined) continue;
      const message = `has the ${what} ${twice} twice`;
      context.addIssue({ code: "custom", path: ["sessions"], message });
    }
  });
export type QuestionSet = z.infer<typeof QuestionSet>;
