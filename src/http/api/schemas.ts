/** The dashboard's public API, one schema per shape; `/api/openapi.json` is generated from these.
 * Times are ISO instants; every list answers `{items, next?}`; errors are problem+json (`Problem`). */
import { z } from "zod";
import { ANSWER_KINDS } from "../../domain/candidate-answer.ts";
import { AttendanceItem } from "./attendance-schemas.ts";
import { BriefItem } from "./brief-schemas.ts";
import { AnyEdit } from "./edit-schema.ts";
import { DecisionItem, WaitsFor, NotSentItem } from "./outcome-schemas.ts";
import { Finding } from "../../domain/finding.ts";
import { AlertRecruiter } from "../../domain/alert.ts";
import { SendBrief } from "../../domain/brief.ts";
import { NoteQuestions } from "../../domain/question-note.ts";
import { MESSAGE_KINDS } from "../../domain/attendance-message.ts";
import { BookDebrief } from "../../domain/debrief.ts";
import { NoteChat, TellAnswer, TellQuestion } from "../../domain/chat-words.ts";
import { NudgeFeedback } from "../../domain/nudge.ts";
import { PostSynthesis } from "../../domain/synthesis.ts";
import { MoveStage } from "../../domain/stage-move.ts";
import { BusyKindSchema, ModeName } from "../../domain/policy.ts";
import {
  Audience,
  BookInterview,
  Evidence,
  FeatureClass,
  ProposalStatus,
  Risk,
  ScoredItinerary,
} from "../../domain/proposal.ts";
import { isoInstant } from "../../domain/time.ts";
import { CaseProblems } from "./problem-schemas.ts";
import { SearchItem } from "./search-schemas.ts";
import { DebriefRuleItem } from "./debrief-rule.ts";
import { StageRuleItem } from "./stage-rule-schemas.ts";

/** RFC 9457. `code` is from the closed list of the product; `state` is the present state on a 409. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  correlationId: z.string().optional(),
  faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  state: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;

export const CaseStatus = z.enum(["open", "waiting", "booked", "blocked", "observed", "closed"]);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const CaseItem = z.object({
  id: z.string(),
  opportunityId: z.string(),
  candidateName: z.string(),
  postingTitle: z.string(),
  stageId: z.string(),
  stageName: z.string(),
  status: CaseStatus,
  mode: ModeName,
  nextStep: z.string().describe("One plain sentence"),
  ...CaseProblems.shape,
  leverUrl: z.string().nullable(),
  createdAt: isoInstant,
  updatedAt: isoInstant,
  erasedAt: isoInstant.nullable().describe("When its candidate was erased"),
});
export type CaseItem = z.infer<typeof CaseItem>;

export const RunItem = z.object({
  id: z.string(),
  caseId: z.string().nullable(),
  eventId: z.string(),
  eventKind: z.string(),
  status: z.enum(["running", "waiting", "done", "failed", "superseded"]),
  outcome: z.string().nullable().describe("One plain sentence"),
  startedAt: isoInstant,
  finishedAt: isoInstant.nullable(),
});
export type RunItem = z.infer<typeof RunItem>;

export const RunStep = z.object({
  id: z.string(),
  kind: z.enum(["node", "tool", "model"]),
  name: z.string(),
  specialist: z.string().nullable(),
  status: z.enum(["ok", "error", "interrupted"]),
  startedAt: isoInstant,
  durationMs: z.number(),
  input: z.unknown().optional(),
  output: z.unknown().optional(),
  error: z.string().nullable(),
  tokens: z.object({ input: z.int(), output: z.int() }).nullable(),
});
export type RunStep = z.infer<typeof RunStep>;

export const RunDetail = RunItem.extend({
  correlationId: z.string(),
  tracePrunedAt: isoInstant.nullable().describe("When its steps were removed by age"),
  steps: z.array(RunStep),
});
export type RunDetail = z.infer<typeof RunDetail>;

export const EffectItem = z.object({
  id: z.string(),
  proposalId: z.string(),
  step: z.int(),
  kind: z.string(),
  label: z.string().describe("What it does, in plain words"),
  audience: Audience,
  status: z.enum([
    "planned",
    "sending",
    "unknown",
    "done",
    "failed",
    "parked",
    "undone",
    "skipped",
  ]),
  attempt: z.int(),
  externalRef: z.record(z.string(), z.string()).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  startedAt: isoInstant.nullable(),
  finishedAt: isoInstant.nullable(),
});
export type EffectItem = z.infer<typeof EffectItem>;

export const ProposalItem = z.object({
  id: z.string(),
  caseId: z.string(),
  runId: z.string(),
  kind: z.enum([
    ...BookInterview.shape.kind.options,
    AlertRecruiter.shape.kind.value,
    SendBrief.shape.kind.value,
    NoteQuestions.shape.kind.value,
    PostSynthesis.shape.kind.value,
    ...MESSAGE_KINDS,
    NudgeFeedback.shape.kind.value,
    MoveStage.shape.kind.value,
    BookDebrief.shape.kind.value,
    TellQuestion.shape.kind.value,
    TellAnswer.shape.kind.value,
    NoteChat.shape.kind.value,
  ]),
  status: ProposalStatus,
  class: FeatureClass,
  audience: Audience,
  risk: Risk,
  digest: z.string().describe("SHA-256 of the payload; a decision names it"),
  summary: z.string().describe("What would happen, one plain sentence"),
  isReadable: z
    .boolean()
    .describe(
      "False: its texts were erased or damaged, or are not for the reader by now: it can only be rejected",
    ),
  candidateName: z.string(),
  postingTitle: z.string(),
  stageName: z.string(),
  refined: z
    .enum(["draft", "model", "fallback"])
    .describe("Who worded it; fallback: the model's wording failed a check"),
  warnings: z.int(),
  createdAt: isoInstant,
  expiresAt: isoInstant,
  ...WaitsFor.shape,
  decision: DecisionItem.nullable(),
  replacedBy: z.string().nullable(),
  notSent: NotSentItem,
});
export type ProposalItem = z.infer<typeof ProposalItem>;

/** The texts as the reader will see them. The video link stands as words until it exists. */
export const RenderedBooking = z.object({
  mail: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  invitations: z
    .array(
      z.object({
        sessionId: z.string(),
        title: z.string(),
        description: z.string(),
        guests: z.array(z.string()),
        whenPanel: z.array(z.object({ name: z.string(), when: z.string() })),
      }),
    )
    .describe("One a session, in their order"),
  leverNote: z.string(),
  whenCandidate: z.string(),
});
export type RenderedBooking = z.infer<typeof RenderedBooking>;

export const CalendarPerson = z.object({
  email: z.string(),
  name: z.string(),
  zone: z.string(),
  readable: z.boolean(),
  reason: z.string().nullable(),
  blocks: z.array(z.object({ start: isoInstant, end: isoInstant, kind: BusyKindSchema })),
});

export const ProposalDetail = ProposalItem.extend({
  kind: BookInterview.shape.kind,
  payload: BookInterview,
  rendered: RenderedBooking,
  steps: z
    .array(z.object({ kind: z.string(), label: z.string(), audience: Audience }))
    .describe("Effects in the order in which they would happen"),
  itinerary: ScoredItinerary,
  alternatives: z.array(ScoredItinerary),
  calendar: z.object({ readAt: isoInstant, people: z.array(CalendarPerson) }),
  evidence: z.array(Evidence),
  reason: z.string().describe("Why these times, in plain words"),
  effects: z.array(EffectItem),
  previousId: z.string().nullable(),
  previousTexts: BookInterview.shape.texts.nullable().describe("Before the edit, for a diff"),
});
export type ProposalDetail = z.infer<typeof ProposalDetail>;

/** Asks for another look; with `relax`, one in which that rule may give. */
export const LookRequest = z.strictObject({ relax: z.string().max(320).optional() });
export type LookRequest = z.infer<typeof LookRequest>;

/** What a candidate said on their own page. */
export const AnswerItem = z.object({
  id: z.string(),
  caseId: z.string(),
  candidateName: z.string(),
  postingTitle: z.string(),
  stageName: z.string(),
  kind: z.enum(ANSWER_KINDS),
  isRequest: z.boolean().describe("Whether it asks for a person"),
  words: z
    .array(z.object({ label: z.string(), text: z.string() }))
    .describe("In the candidate's own words; empty when there are none, or they are not for you"),
  at: isoInstant,
  settledAt: isoInstant.nullable().describe("When a person had seen to it"),
  settledBy: z.string().nullable(),
});
export type AnswerItem = z.infer<typeof AnswerItem>;

export const CaseDetail = CaseItem.extend({
  leftToPeople: z
    .string()
    .nullable()
    .describe("Who wants people instead of software, in words; null: nobody"),
  search: SearchItem.nullable().describe("While nothing fits"),
  runs: z.array(RunItem),
  proposals: z.array(ProposalItem),
  effects: z.array(EffectItem),
  debrief: DebriefRuleItem.nullable().describe(
    "What the plan says of it, and which one stands; null: its panel does not meet",
  ),
  stageRule: StageRuleItem.nullable().describe("Null: there is none, or it is not to be seen"),
  briefs: z.array(BriefItem).describe("Of the sessions that are booked, in the order of time"),
  mayInvite: z
    .boolean()
    .describe("They did not come, and were not offered another time: that may be proposed"),
  attendance: z
    .array(AttendanceItem)
    .describe("Each time of each interview that was, or is, booked, in the order of time"),
  answers: z.array(AnswerItem).describe("What the candidate said on their page, oldest first"),
  events: z.array(z.lazy(() => EventItem)),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

export const EventItem = z.object({
  id: z.string(),
  source: z.enum(["lever", "automation", "calendar", "clock", "person", "candidate"]),
  kind: z.string(),
  status: z.enum(["waiting", "handled", "ignored", "failed"]),
  opportunityId: z.string().nullable(),
  caseId: z.string().nullable().describe("Latest case of the opportunity; null when it has none"),
  seq: z.int().nullable(),
  attempts: z.int(),
  note: z.string().nullable().describe("Why it was ignored, or what became of it"),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  correlationId: z.string(),
  receivedAt: isoInstant,
  handledAt: isoInstant.nullable(),
});
export type EventItem = z.infer<typeof EventItem>;

export const DecisionRequest = z
  .strictObject({
    decision: z.enum(["approve", "edit", "reject"]),
    digest: z.string().describe("The digest of the proposal that the person saw"),
    payload: AnyEdit.optional().describe("Only with `edit`, and then it must be there"),
    reason: z.string().max(500).optional(),
  })
  .refine(({ decision, payload }) => (decision === "edit") === (payload !== undefined), {
    message: "goes with `edit` alone: an approval is for what was proposed",
    path: ["payload"],
  });
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** `proposal` is the present state; after an edit it is the new one, which waits for its own approval. */
export const DecisionAnswer = z.object({ proposal: ProposalItem, replaced: z.string().nullable() });
export type DecisionAnswer = z.infer<typeof DecisionAnswer>;

export const LedgerItem = z.object({
  seq: z.int(),
  at: isoInstant,
  type: z.string(),
  actor: z.string(),
  caseId: z.string().nullable(),
  correlationId: z.string(),
  data: z.record(z.string(), z.unknown()),
  prevHash: z.string(),
  hash: z.string(),
});
export type LedgerItem = z.infer<typeof LedgerItem>;

export const FindingItem = Finding.extend({
  says: z.string().describe("What it means, in plain words"),
  todo: z.string().describe("What a person does about it, unless it is repaired"),
  candidateName: z.string().nullable().describe("Null without a case, or when it was erased"),
});
export type FindingItem = z.infer<typeof FindingItem>;

export const ReconciliationItem = z.object({
  id: z.string(),
  startedBy: z.string().describe("A person's name, or `clock`"),
  startedAt: isoInstant,
  finishedAt: isoInstant.nullable().describe("Null while it is under way"),
  toCheck: z.int().describe("Candidates to look at"),
  checked: z.int(),
  repaired: z.int().describe("What was ours to put right, and is"),
  reported: z
    .int()
    .describe("What a person has to look at and was not told before; what was has `since`"),
  findings: z.array(FindingItem),
});
export type ReconciliationItem = z.infer<typeof ReconciliationItem>;

/** Null: there was none yet. */
export const LatestReconciliation = z.object({ latest: ReconciliationItem.nullable() });
export type LatestReconciliation = z.infer<typeof LatestReconciliation>;

export const Status = z.object({
  version: z.string(),
  sandbox: z.boolean(),
  sandboxUrl: z.string().nullable(),
  now: isoInstant,
  paused: z.boolean(),
  mode: ModeName,
  waiting: z.int(),
  failed: z.int(),
  questions: z.int().describe("Of candidates, which wait for an answer"),
  companyName: z.string(),
  companyZone: z.string(),
});
export type Status = z.infer<typeof Status>;

/** Sandbox mode only: opportunities that can be moved, to try things. */
export const SandboxOpportunity = z.object({
  id: z.string(),
  name: z.string(),
  postingTitle: z.string(),
  stageId: z.string(),
  stageName: z.string(),
});

export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().optional() });
export type Page<Item> = { items: Item[]; next?: string };
