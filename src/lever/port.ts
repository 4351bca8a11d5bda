/** What crosses this border: Lever's records, mapped to our words and units. Readers go to tools; the writer to effects alone. */
import type { ContactId, OpportunityId, PostingId, StageId, UserId } from "../domain/ids.ts";
import type { Quoted } from "../domain/quoted.ts";

export interface Opportunity {
  id: OpportunityId;
  contactId: ContactId;
  name: Quoted;
  headline: Quoted;
  /** First is the address to write to; may be empty. */
  emails: string[];
  stageId: StageId;
  /** The stages it has come to, oldest first, as far as Lever tells them. */
  stageChanges: StageChange[];
  /** Null when no application names a posting. */
  postingId: PostingId | null;
  applicationIds: string[];
  ownerId: UserId | null;
  /** Who follows it in Lever. */
  followerIds: UserId[];
  archivedAt: Temporal.Instant | null;
  /** False when Lever's data protection says that the person must not be contacted. */
  contactAllowed: boolean;
  confidential: boolean;
  isAnonymized: boolean;
  /** IANA zone of the application, if it gave one. */
  applicationZone: string | null;
  links: string[];
  url: string | null;
}

export interface StageChange {
  toStageId: StageId | null;
  /** Null where Lever does not say. */
  at: Temporal.Instant | null;
  /** In whose name; null where Lever does not say. */
  by: UserId | null;
}

export interface Stage {
  id: StageId;
  text: string;
}

export interface Posting {
  id: PostingId;
  title: string;
  team: string | null;
  department: string | null;
  location: string | null;
  /** Where else it is, if anywhere; “Remote” where it may be done from anywhere. */
  otherLocations?: string[];
  /** ISO 3166 alpha-2. */
  country: string | null;
  ownerId: UserId | null;
  hiringManagerId: UserId | null;
  confidential: boolean;
  description: Quoted;
  /** Of the requisitions that it is opened for, as their codes are written there. */
  requisitionCodes: string[];
  url: string | null;
}

/** What a posting is opened for. Pay, notes, approvals and an account's own fields are not read. */
export interface Requisition {
  id: string;
  code: string;
  name: Quoted;
  /** `open`, `onHold`, `closed`, `draft`; null when Lever does not say. */
  status: string | null;
  /** `total` is null when it is unlimited or not said. */
  headcount: { total: number | null; hired: number | null };
  team: string | null;
  department: string | null;
  location: string | null;
  /** Such as `full-time`. */
  employment: string | null;
}

export interface LeverUser {
  id: UserId;
  name: string;
  email: string;
  username: string;
  /** Null when Lever does not say. */
  createdAt: Temporal.Instant | null;
  deactivated: boolean;
}

export interface FeedbackTemplate {
  id: string;
  text: string;
  /** Names of what it asks a rating for: of its rating questions, and of the rows of its scorecards. */
  ratings: string[];
}

/** A feedback form with what an interviewer fills in. */
export interface FeedbackForm extends Omit<FeedbackTemplate, "ratings"> {
  /** In the form's order; `options` as they are written there, empty where the kind of field has none. */
  fields: { type: string; text: string; options: { text: string }[] }[];
}

export interface PanelInterview {
  id: string;
  subject: string;
  startsAt: Temporal.Instant;
  durationMinutes: number;
  location: string;
  note: Quoted;
  /** For those of the interviewers who have none of their own; null: none. */
  feedbackTemplateId: string | null;
  /** Whether Lever itself reminds of its forms; true when Lever does not say. */
  leverReminds: boolean;
  canceledAt: Temporal.Instant | null;
  interviewers: { userId: UserId; feedbackTemplateId: string | null }[];
}

export interface Panel {
  id: string;
  /** Where the candidacy was when it was made; null when Lever does not say. */
  stageId: StageId | null;
  /** Null when Lever does not say. */
  createdAt: Temporal.Instant | null;
  externallyManaged: boolean;
  externalUrl: string | null;
  canceledAt: Temporal.Instant | null;
  note: Quoted;
  interviews: PanelInterview[];
}

export interface Note {
  id: string;
  /** All that stands in it, the answers too. */
  text: Quoted;
  /** The note itself, then the answers to it, each by itself. */
  comments: { text: Quoted; userId: UserId | null; createdAt: Temporal.Instant }[];
  /** How many of its fields are no comment. */
  otherFields: number;
  /** Left to few in Lever. One of which Lever does not say that it is open counts as secret. */
  secret: boolean;
  /** Who wrote it, or in whose name it was written; null when Lever does not say. */
  userId: UserId | null;
  createdAt: Temporal.Instant;
}

/** A resume: a file, Lever's own reading of one, or both. */
export interface Resume {
  id: string;
  createdAt: Temporal.Instant | null;
  /** Null for one taken from a profile elsewhere. */
  file: {
    name: Quoted;
    /** Without a dot, as Lever says. */
    extension: string | null;
    uploadedAt: Temporal.Instant | null;
    bytes: number | null;
  } | null;
  /** As Lever gives it, written by the candidate: for `readParsedData` alone. Null when Lever could not read the file. */
  parsedData: unknown;
}

/** A feedback form that somebody has handed in. */
export interface SubmittedFeedback {
  id: string;
  templateId: string | null;
  title: Quoted;
  /** Who wrote it; null when Lever does not say. */
  userId: UserId | null;
  panelId: string | null;
  interviewId: string | null;
  completedAt: Temporal.Instant;
  /** When it was last changed; null when Lever does not say. */
  updatedAt: Temporal.Instant | null;
  /** `kind` is Lever's type of the field, such as `score-system` or `textarea`; an empty answer was left out. */
  answers: {
    kind: string;
    question: Quoted;
    answer: Quoted;
    /** The form's own, in its order; empty where the kind of field has none, or Lever does not say them here. */
    options: string[];
    /** Of a scorecard: each of its rows. */
    rows: { label: string; score: number | null; comment: Quoted }[];
  }[];
}

/** Lists of what has changed, by what has. Each is read from a moment on. */
export type ChangeList = "updated" | "advanced" | "archived";

/** What such a list says of an opportunity. */
export interface OpportunityChange {
  id: OpportunityId;
  /** Null when Lever does not say. */
  stageId: StageId | null;
  enteredStageAt: Temporal.Instant | null;
  archivedAt: Temporal.Instant | null;
  updatedAt: Temporal.Instant | null;
}

/** Reads of Lever. Errors: `lever_not_found`, `lever_denied` (needs a person), `lever_rate_limited` and
 * `lever_unavailable` (retryable), `lever_bad_answer`. Source: Lever API v1. */
/** A record that is not what Lever documents, told without a word of it. */
export interface UnreadRecord {
  /** Null when it has none that could be one. */
  id: OpportunityId | null;
  /** What is wrong or missing. */
  fields: string[];
  /** The same for the same record. */
  digest: string;
}

/** A list of which single records may be unreadable: they cost the others nothing. */
export interface Listed<Item> {
  records: Item[];
  unread: UnreadRecord[];
}

export interface LeverReader {
  getOpportunity(id: OpportunityId): Promise<Opportunity>;
  getStage(id: StageId): Promise<Stage>;
  listStages(): Promise<Stage[]>;
  getPosting(id: PostingId): Promise<Posting>;
  /** Published ones; confidential ones never. */
  listPostings(): Promise<Posting[]>;
  /** Those of one code; confidential ones never. */
  findRequisitions(code: string): Promise<Requisition[]>;
  getUser(id: UserId): Promise<LeverUser>;
  /** Active users, and those who were deactivated. */
  listUsers(): Promise<LeverUser[]>;
  /** Null when nobody has that address. */
  findUserByEmail(email: string): Promise<LeverUser | null>;
  listFeedbackTemplates(): Promise<FeedbackTemplate[]>;
  getFeedbackTemplate(id: string): Promise<FeedbackForm>;
  listPanels(opportunity: OpportunityId): Promise<Panel[]>;
  listNotes(opportunity: OpportunityId): Promise<Note[]>;
  /** Empty where Lever has none. */
  listResumes(opportunity: OpportunityId): Promise<Resume[]>;
  /** The file itself; null where Lever has none. Errors: `payload_too_large` for more than `maxBytes`, told before it is read whole. */
  downloadResume(
    opportunity: OpportunityId,
    resumeId: string,
    options: { maxBytes: number },
  ): Promise<Uint8Array | null>;
  /** What was handed in and not deleted, in Lever's order. */
  listFeedback(opportunity: OpportunityId): Promise<SubmittedFeedback[]>;
  /** Active and archived ones; confidential ones never. */
  listChanged(list: ChangeList, since: Temporal.Instant): Promise<Listed<OpportunityChange>>;
  /** Opportunities that were deleted for good from `since` on and before `until`. */
  listDeleted(
    since: Temporal.Instant,
    until: Temporal.Instant,
  ): Promise<Listed<{ id: OpportunityId; deletedAt: Temporal.Instant }>>;
}

export interface NewPanel {
  timezone: string;
  /** Our link back to the case, with the effect id in it: how the panel is found again. */
  externalUrl: string;
  note: string;
  feedbackReminder: "once" | "daily" | "frequently" | "none";
  applicationIds: string[];
  interviews: {
    /** Of one that is there already and stays the same one; absent: a new one. */
    id?: string;
    subject: string;
    note: string;
    location: string;
    startsAt: Temporal.Instant;
    durationMinutes: number;
    feedbackTemplateId: string | null;
    interviewers: { userId: UserId; feedbackTemplateId: string | null }[];
  }[];
}

/** Writes to Lever: given to `src/effects` alone. Sends once, never retries; a lost answer is `outcome_unknown`. */
export interface LeverWriter {
  createPanel(opportunity: OpportunityId, performAs: UserId, panel: NewPanel): Promise<Panel>;
  /** Replaces a panel of ours whole: what is left out is gone, interviews too. */
  replacePanel(
    opportunity: OpportunityId,
    performAs: UserId,
    panel: NewPanel & { id: string },
  ): Promise<Panel>;
  deletePanel(opportunity: OpportunityId, performAs: UserId, panelId: string): Promise<void>;
  createNote(
    opportunity: OpportunityId,
    performAs: UserId,
    note: { text: string; isSecret: boolean },
  ): Promise<{ id: string }>;
  deleteNote(opportunity: OpportunityId, noteId: string): Promise<void>;
  /** Puts a candidacy at a stage. Lever does so with an archived one too, and leaves it archived. */
  moveStage(opportunity: OpportunityId, performAs: UserId, stage: StageId): Promise<void>;
}
