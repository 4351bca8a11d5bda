/** What the question bank holds. Its files are data: whoever edits one is told by this schema what is wrong. */
import { z } from "zod";

/** From the first job to leading others, in this order. */
export const Level = z.enum(["intern", "junior", "mid", "senior", "staff", "manager"]);
export type Level = z.infer<typeof Level>;
export const LEVELS = Level.options;

/** behavioural: what somebody did. situational: what they would do. technical: what they understand of their craft. */
const QuestionKind = z.enum(["behavioural", "technical", "situational"]);

export const FamilyId = z.enum([
  "engineering",
  "data",
  "design",
  "product",
  "sales",
  "marketing",
  "support",
  "people",
  "finance",
  "operations",
  "health_care",
  "retail",
]);
export type FamilyId = z.infer<typeof FamilyId>;

const Families = z
  .union([z.literal("all"), z.array(FamilyId).min(1)])
  .describe("Job families that it fits, or all");

const CompetencyId = z.string().regex(/^[a-z]+(_[a-z]+)*$/, "must be lower-case words joined by _");
const QuestionId = z.string().regex(/^[a-z_]+-\d{2}$/, "must be its competency, - and two digits");
const Phrase = z
  .string()
  .regex(/^[^\sA-Z]+( [^\sA-Z]+)*$/, "must be lower-case words")
  .describe("Words of a text that point to it; * stands for any ending");

/** One line that people read. */
export const ShownLine = z.string().regex(/\S/, "must not be blank").max(600);

/** What answers show, each one thing that an interviewer can hear. */
export const Shows = z.strictObject({ weak: ShownLine, good: ShownLine, strong: ShownLine });
export type Shows = z.infer<typeof Shows>;

export const Question = z.strictObject({
  id: QuestionId.describe("Stays for ever, also when the text is improved"),
  kind: QuestionKind,
  text: ShownLine,
  levels: z.array(Level).min(1),
  families: Families,
  minutes: z.int().min(5).max(20).describe("With its follow-ups"),
  tags: z.array(z.string().min(2)).min(1).describe("What it is about, in words of job texts"),
  followUps: z.array(ShownLine).min(2).max(3),
  shows: Shows,
});
export type Question = z.infer<typeof Question>;

export const Competency = z.strictObject({
  id: CompetencyId,
  name: ShownLine,
  means: ShownLine,
  words: z.array(Phrase).min(5),
  families: Families.describe("Of which it is a craft, or all"),
});
export type Competency = z.infer<typeof Competency>;

/** One file of `bank/`: a competency with its questions. */
export const BankFile = z
  .strictObject({ competency: Competency, questions: z.array(Question).min(1) })
  .superRefine(({ competency, questions }, context) => {
    for (const [index, { id }] of questions.entries()) {
      const isOwn = id.startsWith(`${competency.id}-`);
      if (isOwn && questions.findIndex((other) => other.id === id) === index) continue;
      context.addIssue({
        code: "custom",
        path: ["questions", index, "id"],
        message: isOwn ? "is there twice" : "must begin with the competency's id",
      });
    }
  });
export type BankFile = z.infer<typeof BankFile>;

/** A kind of job: the words of a title that tell it, and what such a role is asked about, most important first. */
export const Family = z.strictObject({
  id: FamilyId,
  name: ShownLine,
  words: z.array(Phrase).min(1),
  core: z.array(CompetencyId).min(3),
});
export type Family = z.infer<typeof Family>;

/** The whole bank. Shape: competencies in the order of their ids, questions of each in the order of their file. */
export interface Bank {
  competencies: readonly Competency[];
  families: readonly Family[];
  questionsOf: ReadonlyMap<string, readonly Question[]>;
}
