/** The world of the company: everything that its systems hold when they start. Synthetic throughout; times are epoch
 * milliseconds, as on Lever's wire. */

export interface World {
  seed: number;
  /** The Monday on which the world's calendars begin, 00:00 UTC. */
  startsAtMs: number;
  company: { name: string; zone: string; domain: string };
  people: Person[];
  rooms: Room[];
  teams: string[];
  stages: { id: string; text: string }[];
  archiveReasons: { id: string; text: string; type: "hired" | "non-hired" }[];
  feedbackTemplates: FeedbackTemplate[];
  postings: WorldPosting[];
  requisitions: WorldRequisition[];
  opportunities: WorldOpportunity[];
  cast: Cast;
}

/** What has a calendar. */
export interface Mailbox {
  userId: string;
  name: string;
  email: string;
  zone: string;
  /** What stands below the name. */
  jobTitle: string;
  deactivatedAtMs: number | null;
  /** none: unknown to where it lives. denied: access refused. */
  calendar: "ok" | "none" | "denied";
  /** Where the calendar lives; absent: at Google. */
  mailbox?: "microsoft";
  events: WorldEvent[];
}

/** An employee: Lever user and calendar owner. */
export interface Person extends Mailbox {
  username: string;
  team: string;
  accessRole: "super admin" | "admin" | "team member" | "interviewer";
}

/** A meeting room: it answers invitations by itself, and nobody signs in as it. */
export interface Room extends Mailbox {
  /** How many people it seats. */
  capacity: number;
}

/** One entry of somebody's calendar. */
export interface WorldEvent {
  id: string;
  startMs: number;
  endMs: number;
  /** Whole days in the owner's zone. */
  allDay: boolean;
  summary: string;
  eventType: "default" | "focusTime" | "outOfOffice" | "workingLocation";
  status: "confirmed" | "tentative";
  transparency: "opaque" | "transparent";
  /** What the owner answered. */
  response: "accepted" | "declined" | "tentative" | "needsAction";
}

export interface FeedbackTemplate {
  id: string;
  text: string;
}

export interface WorldPosting {
  id: string;
  title: string;
  team: string;
  location: string;
  country: string;
  ownerId: string;
  hiringManagerId: string;
  description: string;
  confidential?: boolean;
  /** Of the requisitions that it is opened for. */
  requisitionCodes: string[];
}

/** What a posting is opened for. */
export interface WorldRequisition {
  id: string;
  code: string;
  name: string;
  headcountTotal: number | "unlimited";
  headcountHired: number;
  confidential: boolean;
  creatorId: string;
  hiringManagerId: string;
  team: string;
  location: string;
  /** For few eyes. */
  pay: { currency: string; min: number; max: number };
  internalNotes: string;
  postingIds: string[];
}

export interface WorldOpportunity {
  id: string;
  contactId: string;
  applicationId: string;
  name: string;
  headline: string;
  email: string | null;
  phone: string | null;
  stageId: string;
  postingId: string;
  ownerId: string;
  /** Lever users who follow it, beside its owner. */
  followerIds: string[];
  origin: "agency" | "applied" | "internal" | "referred" | "sourced" | "university";
  links: string[];
  location: string;
  /** IANA zone of the application, if it gave one. */
  applicationZone: string | null;
  archived: { reason: string; archivedAtMs: number } | null;
  contactAllowed: boolean;
  confidential: boolean;
  isAnonymized: boolean;
  createdAtMs: number;
  resume: WorldResume | null;
}

export interface WorldResume {
  id: string;
  fileName: string;
  ext: "txt" | "pdf" | "docx";
  bytes: Buffer;
  /** Null: Lever could not read it. */
  parsed: {
    positions: { org: string; title: string; startYear: number; endYear: number | null }[];
  } | null;
}

/** People and records that stories and tests speak of by name. Values are ids. */
export interface Cast {
  /** Active, at New applicant, with an address and a time zone: ready to be moved. */
  ada: string;
  /** Met once before, at New applicant: with notes, one of them secret, feedback of a round that is over, and a profile. */
  briefed: string;
  archived: string;
  withoutResume: string;
  failedParsing: string;
  anonymized: string;
  confidential: string;
  contactForbidden: string;
  withoutEmail: string;
  /** Two candidacies of one contact. */
  twice: [string, string];
  /** Its application gave no zone. */
  withoutZone: string;
  /** Posting whose hiring manager is unknown to Google. */
  unknownPanelist: string;
  /** By team: addresses of those who can screen, each with a calendar that may be read. */
  screeners: Record<string, string[]>;
  stages: {
    newApplicant: string;
    phoneScreen: string;
    technicalPanel: string;
    onsite: string;
    finalRound: string;
    offer: string;
  };
}
