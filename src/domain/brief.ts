/** A brief: one page for one interviewer and one session. Every sentence of its content says where it comes from. */
import { z } from "zod";
import { AlertChannel } from "./alert.ts";
import { OpportunityId, PostingId, StageId, UserId } from "./ids.ts";
import { isoInstant, zoneId } from "./time.ts";

/** Kind of the step that leaves a brief in Lever. It tells nobody. */
export const BRIEF_NOTE = "brief_note";

/** Where a sentence comes from: words of a document, as they stand there. */
export const BriefSource = z.strictObject({
  document: z.string().describe("Id of one of the brief's documents"),
  span: z
    .strictObject({ start: z.int().min(0), end: z.int().min(0) })
    .nullable()
    .describe("UTF-16 units of that document's text, half-open; null: of the document as a whole"),
  quote: z.string().max(400).describe("The words at that place; empty for a document as a whole"),
});
export type BriefSource = z.infer<typeof BriefSource>;

/** One sentence of content, in our words or a model's. */
export const BriefSentence = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+-\d+$/)
    .describe("Once in a brief"),
  text: z.string().min(1).max(400),
  sources: z.array(BriefSource).min(1).max(8),
  computed: z
    .array(z.string().max(120))
    .max(8)
    .describe(
      "Pieces of the sentence that code has counted from its sources: years, months, dates",
    ),
});
export type BriefSentence = z.infer<typeof BriefSentence>;

/** Something to ask about: what is there, or is not, and neutral words for it. */
export const ProbePoint = z.strictObject({
  ...BriefSentence.shape,
  ask: z.string().min(1).max(300).describe("How it may be asked, in neutral words"),
});
export type ProbePoint = z.infer<typeof ProbePoint>;

/** A document that a brief was made from. */
export const BriefDocument = z.strictObject({
  id: z
    .string()
    .describe("As the tools name it: `resume/…`, `posting/…`, `note/…`, `feedback/…`, `plan/…`"),
  title: z
    .string()
    .max(200)
    .describe("What a person calls it: `Resume (PDF)`, `Note of 3 November`"),
  url: z.string().nullable().describe("One of Lever's own links, or null"),
});
export type BriefDocument = z.infer<typeof BriefDocument>;

/** A question of the posting's question set, as a brief shows it. */
export const BriefQuestion = z.strictObject({
  id: z.string(),
  competency: z.string().describe("Its name"),
  text: z.string(),
  followUps: z.array(z.string()).max(5),
  minutes: z.int(),
  strong: z.string().describe("What a strong answer shows"),
});
export type BriefQuestion = z.infer<typeof BriefQuestion>;

/** Another interview of the same booking: who holds it, and what it covers. */
export const OtherSession = z.strictObject({
  name: z.string(),
  startsAt: isoInstant,
  people: z.array(z.string()).describe("Names"),
  covers: z.array(z.string()).describe("Names of competencies; empty when nothing is divided"),
});
export type OtherSession = z.infer<typeof OtherSession>;

/** What all readers of a session's brief see. */
export const Brief = z.strictObject({
  version: z.literal(1),
  covers: z.array(z.string()).describe("Names of the competencies that this session asks about"),
  others: z.array(OtherSession).max(20),
  documents: z.array(BriefDocument).max(60),
  highlights: z.array(BriefSentence).max(6),
  background: z
    .array(BriefSentence)
    .max(6)
    .describe("From notes, and from feedback of rounds that are over"),
  probe: z.array(ProbePoint).max(5),
  questions: z.array(BriefQuestion).max(8),
  selling: z.array(BriefSentence).max(4),
  leftOut: z.array(z.string().max(300)).max(20).describe("What is not in it and why, in our words"),
  linkedIn: z.string().nullable(),
  form: z.string().nullable().describe("Name of the feedback form"),
});
export type Brief = z.infer<typeof Brief>;

/** Somebody who is sent a brief, and what they alone may see. */
export const BriefReader = z.strictObject({
  userId: UserId,
  email: z.email(),
  name: z.string(),
  zone: zoneId,
  part: z.enum(["panel", "trainee"]),
  isFirst: z
    .literal(true)
    .optional()
    .describe(
      "They were not of the interview when its last brief was sent: nothing has changed for them",
    ),
  channel: AlertChannel.exclude(["teams"]),
  feedback: z
    .array(BriefSentence)
    .max(6)
    .describe("Of the same round: only for who has handed in their own"),
  documents: z.array(BriefDocument).max(30).describe("That their own part cites"),
});
export type BriefReader = z.infer<typeof BriefReader>;

/** The interview that a brief is about, as it is booked. */
export const BriefedSession = z.strictObject({
  sessionId: z.string().describe("Of the plan"),
  name: z.string(),
  format: z.enum(["video", "phone", "onsite"]),
  startsAt: isoInstant,
  endsAt: isoInstant,
  panel: z.array(z.strictObject({ email: z.email(), name: z.string(), role: z.string() })).min(1),
  trainees: z.array(z.strictObject({ email: z.email(), name: z.string() })).max(3),
  room: z.string().nullable(),
  videoUrl: z.string().nullable(),
  agenda: z.string().describe("Empty when the plan says nothing"),
});
export type BriefedSession = z.infer<typeof BriefedSession>;

/** Payload of the proposal to send a session's brief. */
export const SendBrief = z.strictObject({
  kind: z.literal("send_brief"),
  version: z.literal(1),
  opportunityId: OpportunityId,
  postingId: PostingId,
  stageId: StageId,
  performAs: UserId.describe("Lever user in whose name the note is left"),
  caseId: z.string(),
  of: z.string().describe("Id of the proposal whose booking it is about"),
  session: BriefedSession,
  candidate: z.strictObject({ name: z.string(), zone: zoneId }),
  postingTitle: z.string(),
  postingUrl: z.string().describe("Empty when Lever has none"),
  leverUrl: z.string(),
  companyName: z.string(),
  brief: Brief,
  readers: z.array(BriefReader).min(1).max(60),
  changes: z
    .array(z.string().max(300))
    .max(10)
    .describe("What is otherwise than in the brief that was sent before; empty for the first"),
  hasNote: z.boolean().describe("Whether it is left in Lever as a note too"),
});
export type SendBrief = z.infer<typeof SendBrief>;

/** Code of the problem of a case that somebody has no brief. */
export const BRIEF_NOT_SENT = "brief_not_sent";
