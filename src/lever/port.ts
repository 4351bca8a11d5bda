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
  /** ISO 3166 alpha-2. */
  country: string | null;
  ownerId: UserId | null;
  hiringManagerId: UserId | null;
  description: Quoted;
  url: string | null;
}

export interface LeverUser {
  id: UserId;
  name: string;
  email: string;
  username: string;
  deactivated: boolean;
}

export interface FeedbackTemplate {
  id: string;
  text: string;
}

export interface PanelInterview {
  id: string;
  subject: string;
  startsAt: Temporal.Instant;
  durationMinutes: number;
  location: string;
  note: Quoted;
  interviewers: { userId: UserId; feedbackTemplateId: string | null }[];
}

export interface Panel {
  id: string;
  externallyManaged: boolean;
  externalUrl: string | null;
  canceledAt: Temporal.Instant | null;
  note: Quoted;
  interviews: PanelInterview[];
}

export interface Note {
  id: string;
  text: Quoted;
  /** Who wrote it, or in whose name it was written; null when Lever does not say. */
  userId: UserId | null;
  createdAt: Temporal.Instant;
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
  getUser(id: UserId): Promise<LeverUser>;
  /** Active users, and those who were deactivated. */
  listUsers(): Promise<LeverUser[]>;
  /** Null when nobody has that address. */
  findUserByEmail(email: string): Promise<LeverUser | null>;
  listFeedbackTemplates(): Promise<FeedbackTemplate[]>;
  listPanels(opportunity: OpportunityId): Promise<Panel[]>;
  listNotes(opportunity: OpportunityId): Promise<Note[]>;
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
  createNote(opportunity: OpportunityId, performAs: UserId, text: string): Promise<{ id: string }>;
  deleteNote(opportunity: OpportunityId, noteId: string): Promise<void>;
}
