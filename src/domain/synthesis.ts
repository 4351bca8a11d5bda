/** The synthesis of a round of interviews: what the panel's forms say, beside each other. Figures are counted by code and equal
 * the forms; every quote stands in a form. It holds no verdict but the people's own. */
import { z } from "zod";
import { OpportunityId, PostingId, StageId, UserId } from "./ids.ts";
import { isoInstant } from "./time.ts";

const words = (max: number) => z.string().min(1).max(max);
const level = z.number().min(0).max(1);

/** A form that it is made from, as it was then. */
export const SynthesisForm = z.strictObject({
  id: words(200).describe("`feedback/…`"),
  userId: z.string(),
  name: words(200).describe("Who wrote it"),
  session: z.string().max(300).nullable().describe("Which interview; null where none is known"),
  title: z.string().max(300),
  at: isoInstant.describe("When it was last touched"),
  text: z.string().max(2_000_000).describe("A label above each answer"),
});
export type SynthesisForm = z.infer<typeof SynthesisForm>;

/** One person's score for one competency. */
export const SynthesisVoice = z.strictObject({
  form: z.string(),
  name: words(200),
  given: z.string().max(300).describe("As the form has it"),
  place: z.int().min(1).describe("On its scale from 1, the lowest"),
  of: z.int().min(2),
  level: level.describe("(place - 1) / (of - 1)"),
});

/** What the panel's scores say of one competency. */
export const SynthesisTopic = z.strictObject({
  id: words(700),
  name: words(600),
  isPlanned: z.boolean().describe("A competency of the plan; else a label of the forms"),
  voices: z.array(SynthesisVoice).min(1).max(5_000).describe("The lowest first"),
  least: level,
  most: level,
  median: level,
  isOneScale: z.boolean().describe("False: levels alone compare"),
  view: z.enum(["agree", "differ", "one_voice"]),
});
export type SynthesisTopic = z.infer<typeof SynthesisTopic>;

/** On which side words of a form stand: as a label or a score of their writer says it, and else on none. */
export const QUOTE_KINDS = ["strength", "concern", "observation"] as const;

/** Words of a form. */
export const SynthesisQuote = z.strictObject({
  id: z.string().regex(/^quote-\d+$/),
  kind: z.enum(QUOTE_KINDS),
  form: z.string(),
  span: z
    .strictObject({ start: z.int().min(0), end: z.int().min(0) })
    .describe("UTF-16 units of the form's text, half-open"),
  text: words(600).describe("As it stands there"),
  topic: z.string().max(600).nullable().describe("Name of what it is about"),
  claim: z
    .string()
    .regex(/^claim-\d+$/)
    .exactOptional()
    .describe("Quotes of one claim say the same. Absent: made before they were told apart"),
  isOneVoice: z.boolean().describe("Whether all quotes of its claim are by one person"),
});
export type SynthesisQuote = z.infer<typeof SynthesisQuote>;

/** Why somebody stands where they stand, in their own words. */
export const SynthesisSide = z.strictObject({
  userId: z.string(),
  name: words(200),
  quotes: z.array(z.string()).max(80).describe("Ids of their quotes about it"),
  silence: z
    .enum(["no_words", "not_quoted"])
    .nullable()
    .describe("no_words: their form has none about it. not_quoted: it has, and none may be quoted"),
});
export type SynthesisSide = z.infer<typeof SynthesisSide>;

/** A competency on which the panel does not agree. */
export const SynthesisDisagreement = z.strictObject({
  topic: words(700).describe("Id of the topic"),
  sides: z.array(SynthesisSide).min(2).max(100).describe("The lowest first, each person once"),
});
export type SynthesisDisagreement = z.infer<typeof SynthesisDisagreement>;

/** What a language check finds in a form: for whoever finalises, and quoted nowhere else. */
export const SynthesisFinding = z.strictObject({
  form: z.string(),
  text: words(600),
  isLabel: z
    .literal(true)
    .exactOptional()
    .describe("It is what a row or a field is called: score and words of that are left out"),
  category: z.string(),
  severity: z.enum(["blocking", "warning"]),
  why: z.string(),
});
export type SynthesisFinding = z.infer<typeof SynthesisFinding>;

/** Something that the debrief should talk about. */
export const DebriefQuestion = z.strictObject({
  id: z.string().regex(/^open-\d+$/),
  text: words(600),
  wordedBy: z.enum(["code", "model", "person"]),
});
export type DebriefQuestion = z.infer<typeof DebriefQuestion>;

/** What a person makes of it before it is left: figures, names and quotes are not theirs to change. */
export const SynthesisEdit = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        id: z.string().max(20).nullable().describe("Of a question as it was made; null: a new one"),
        text: words(600),
      }),
    )
    .max(20)
    .describe("For the debrief, in their order; what is not among them is left out"),
  quotesOut: z.array(z.string().max(20)).max(80).describe("Ids of quotes that are left out"),
  remark: words(1_000).nullable().describe("The person's own, under their name"),
});
export type SynthesisEdit = z.infer<typeof SynthesisEdit>;

/** What people have made of it. */
const Edited = z.strictObject({
  by: z.array(words(200)).min(1).max(20),
  quotesOut: z.array(z.string()).max(80),
  remark: z.strictObject({ text: words(1_000), by: words(200) }).nullable(),
});

/** Payload of the proposal to leave a synthesis in Lever. */
export const PostSynthesis = z.strictObject({
  kind: z.literal("post_synthesis"),
  version: z.literal(1),
  opportunityId: OpportunityId,
  postingId: PostingId,
  stageId: StageId.describe("Of the round"),
  performAs: UserId.describe("Lever user in whose name the note is left"),
  caseId: z.string(),
  postingTitle: z.string(),
  stageName: z.string(),
  missing: z
    .array(z.strictObject({ name: words(200), email: z.string(), session: z.string().max(300) }))
    .max(100)
    .describe("Who had still to hand in; empty: all forms are in"),
  forms: z.array(SynthesisForm).min(1).max(100),
  topics: z.array(SynthesisTopic).max(5_000),
  overall: z
    .array(
      z.strictObject({
        form: z.string(),
        name: words(200),
        given: z.string().max(2_000),
        on: z.strictObject({ place: z.int().min(1), of: z.int().min(2) }).nullable(),
      }),
    )
    .max(100)
    .describe("What each answered of the whole; never added up"),
  notes: z.array(words(1_000)).max(500).describe("What is to be known of the figures"),
  quotes: z.array(SynthesisQuote).max(80),
  disagreements: z
    .array(SynthesisDisagreement)
    .max(5_000)
    .exactOptional()
    .describe("Of each topic that is apart. Absent: made before they were told"),
  notCovered: z.array(words(600)).max(60).describe("Competencies of the plan that no form names"),
  questions: z.array(DebriefQuestion).max(20),
  findings: z.array(SynthesisFinding).max(100),
  leftOut: z.array(words(300)).max(20),
  changes: z
    .array(words(700))
    .max(100)
    .nullable()
    .describe("What is otherwise than in the synthesis that was left before; null: there is none"),
  edited: Edited.exactOptional().describe("Absent: it is as it was made"),
});
export type PostSynthesis = z.infer<typeof PostSynthesis>;

/** Code of the problem of a case that its synthesis is not in Lever although it should be. */
export const SYNTHESIS_NOT_POSTED = "synthesis_not_posted";
