/** What a tool is given: readers, the door to the gate, the time and who asks. No writers: a tool cannot act. */
import type { KnownPerson } from "../src/domain/known-person.ts";
import type { Logger } from "pino";
import type { Role, Scope } from "../src/domain/access.ts";
import type { Reach } from "../src/cases/reach.ts";
import type { CalendarReader } from "../src/calendar/port.ts";
import type { DocumentReader } from "../src/documents/read-document.ts";
import type { Brief, BriefedSession } from "../src/domain/brief.ts";
import type { OpportunityId } from "../src/domain/ids.ts";
import type { OfferedTime } from "../src/domain/offered-time.ts";
import type { Preferences } from "../src/domain/preferences.ts";
import type { Clock } from "../src/domain/time.ts";
import type { MissedInterview } from "../src/feedback/seats.ts";
import type { LeverReader } from "../src/lever/port.ts";
import type { PlanReader } from "../src/plans/reader.ts";
import type { QuestionSetReader } from "../src/question-sets/reader.ts";
import type { VideoReader } from "../src/video/port.ts";
import type { SearchTimes } from "./search-thread.ts";

/** Who calls. An agent is bound to its case's opportunity; a person, and a person's assistant, by role. */
export interface Caller {
  kind: "agent" | "mcp" | "person";
  name: string;
  /** Their address in Lever, where it is known. */
  email?: string | null;
  /** Id of the Lever user for whom their sign-in stands, and who they are at the identity provider, where that is known. */
  person?: string | null;
  identity?: string | null;
  opportunityId?: OpportunityId;
  /** In whose name it is called: absent of an agent. */
  role?: Role;
  /** How far their reach goes; absent: everywhere. */
  scope?: Scope;
  /** Whether this caller may ask for proposals. */
  mayPropose: boolean;
}

type Asker = { name: string; email?: string | null } | null;

/** Who asks through a caller: nobody in particular through an agent. */
export const askerOf = ({ kind, name, email = null }: Caller): Asker =>
  kind === "agent" ? null : { name, email };

/** How far a caller's reach bounds a list. Shape: to spread into its query. */
export const scopeOfCaller = ({ scope }: Caller): { scope?: Scope } => (scope ? { scope } : {});

/** A block of somebody's time that we hold or have booked for another case. */
export interface HeldTime {
  email: string;
  start: Temporal.Instant;
  end: Temporal.Instant;
  /** Of an offer at most one time comes true; null: it is of none. */
  offered: OfferedTime | null;
}

/** When a candidate could: ISO windows, half-open, and the zone in which they think. */
export interface CandidateTimes {
  zone: string;
  windows: readonly { start: string; end: string }[];
}

/** Reads of our own books. */
export interface CaseReader {
  /** A page of cases; `next` begins the one after it, absent at the end. Errors: `input_invalid` for an `after` that is none. */
  listCases(query: {
    status?: string;
    limit: number;
    after?: string;
    scope?: Scope;
  }): Promise<{ cases: CaseSummary[]; next?: string }>;
  /** `asker`: the person in whose name it is asked; what they may not be told of a proposal is why instead. */
  getCase(
    caseId: string,
    asker: Asker,
  ): Promise<(CaseSummary & { problems: ToldProblem[]; proposals: ProposalSummary[] }) | null>;
  /** The same of the proposals of all cases, page by page as the cases. */
  listProposals(
    query: { status?: string; limit: number; after?: string; scope?: Scope },
    asker: Asker,
  ): Promise<{ proposals: ProposalSummary[]; next?: string }>;
  /** Time of these people that is booked, or held for a proposal of another case than the one of that opportunity and stage. */
  heldTime(query: {
    emails: string[];
    from: Temporal.Instant;
    to: Temporal.Instant;
    opportunityId: string;
    stageId: string;
  }): Promise<HeldTime[]>;
  /** Those of these people who take part, or have been asked to, in a case within a scope. Shape: their addresses in small letters. */
  peopleWithin(scope: NonNullable<Scope>, emails: readonly string[]): Promise<ReadonlySet<string>>;
  /** Time to come at which the candidate is in another interview, or may be: what other cases of theirs have booked, hold or offer,
   * than the one of that opportunity and stage. */
  candidateTaken(query: {
    contactId: string;
    opportunityId: string;
    stageId: string;
  }): Promise<{ start: Temporal.Instant; end: Temporal.Instant }[]>;
  /** The newest brief of each session of the opportunity that was sent, without what one reader alone may see. */
  sentBriefs(
    opportunityId: string,
  ): Promise<{ session: BriefedSession; sentAt: string; brief: Brief }[]>;
  /** When the candidate of the opportunity could, as they said last on their page; null when they said nothing. */
  candidateTimes(opportunityId: string): Promise<CandidateTimes | null>;
  /** What the candidate asked away from in the open case of that opportunity and stage, and how far from it another time has to
   * be. Shape: ISO instants. */
  avoidedTimes(of: {
    opportunityId: string;
    stageId: string;
  }): Promise<{ start: string; end: string; marginMinutes: number }[]>;
  /** Interviews of the opportunity to which the candidate did not come, as somebody has said. */
  missedInterviews(opportunityId: string): Promise<MissedInterview[]>;
}

/** What people have set for themselves. */
export interface PreferencesReader {
  /** Shape: by Lever user id; who has set nothing is missing. */
  of(userIds: readonly string[]): Promise<ReadonlyMap<string, Preferences>>;
}

/** Who has interviewed how much, by our own books. */
export interface InterviewHistory {
  /** Interviews of these people that we have booked and that begin in the span. Shape: by start. */
  held(query: {
    emails: readonly string[];
    from: Temporal.Instant;
    to: Temporal.Instant;
  }): Promise<{ email: string; startsAt: Temporal.Instant }[]>;
  /** Days on which they took no interviews, the last one too. Shape: by Lever user id. */
  away(query: {
    userIds: readonly string[];
    zone: string;
    now: Temporal.Instant;
  }): Promise<ReadonlyMap<string, { from: Temporal.PlainDate; until: Temporal.PlainDate }[]>>;
}

export interface CaseSummary {
  id: string;
  opportunityId: string;
  candidateName: string;
  postingTitle: string;
  stageName: string;
  status: string;
  nextStep: string;
}

/** What is wrong in a case. */
interface ToldProblem {
  code: string;
  message: string;
}

export interface ProposalSummary {
  id: string;
  caseId: string;
  kind: string;
  status: string;
  summary: string;
  audience: string;
  createdAt: string;
  expiresAt: string;
}

/** Asks for a proposal: it goes through intake, the run and the gate like everything else. */
export interface Requests {
  /** Shape: the event, and the proposals that its run has made by the time the wait ended. */
  requestInterview(request: {
    opportunityId: OpportunityId;
    startsAt?: string;
    by: string;
    signal: AbortSignal;
  }): Promise<{ eventId: string; proposals: ProposalSummary[]; note: string }>;
  /** The same of the briefs of the interviews that are booked. Errors: `conflict` when none is to come. */
  requestBriefs(request: {
    opportunityId: OpportunityId;
    by: string;
    signal: AbortSignal;
  }): Promise<{ eventId: string; proposals: ProposalSummary[]; note: string }>;
  /** Anything, in plain words. Errors: `rate_limited`. */
  askInWords(request: {
    text: string;
    by: KnownPerson;
    via: "mcp";
    mayPropose: boolean;
    caseId: string | null;
    zone: string;
    signal: AbortSignal;
  }): Promise<AskedInWords>;
  /** The same of the questions of its stage, as a note. Errors: `conflict` when no case of it is open. */
  requestQuestions(request: {
    opportunityId: OpportunityId;
    by: string;
    signal: AbortSignal;
  }): Promise<{ eventId: string; proposals: ProposalSummary[]; note: string }>;
}

/** A request in plain words as it is asked, and what it is answered by the time that the wait ended. */
export interface AskedInWords {
  id: string;
  kind: "answer" | "asks" | "cannot" | "proposes" | null;
  words: string[];
  items: { subject: string | null; what: string }[];
  choices: { label: string; text: string; caseId?: string | undefined }[];
  handed: {
    note: string | null;
    proposals: { id: string; kind: string; status: string; summary: string }[];
  } | null;
}

/** One call of a tool, for the trace and the audit. */
export interface ToolCall {
  tool: string;
  input: unknown;
  startedAt: Temporal.Instant;
  durationMs: number;
  output?: unknown;
  error?: unknown;
}

/** How far a call is. */
export interface ToolStep {
  done: number;
  of: number;
  /** What is being done now. */
  words: string;
}

export interface ToolContext {
  lever: LeverReader;
  calendar: CalendarReader;
  video: Pick<VideoReader, "getMeeting" | "hasAccount">;
  plans: PlanReader;
  questionSets: QuestionSetReader;
  cases: CaseReader;
  preferences: PreferencesReader;
  interviewing: InterviewHistory;
  requests: Requests;
  /** Reads files, and what Lever read of them, without holding up this process, whatever is in them. */
  documents: Pick<DocumentReader, "readDocument" | "readParsedData">;
  /** Looks for times without holding up this process. */
  search: SearchTimes;
  clock: Clock;
  /** What is within a scope. */
  reach: Reach;
  /** Zone of the company, used when nothing better is known; always said. */
  companyZone: string;
  caller: Caller;
  signal: AbortSignal;
  log: Logger;
  onCall?(call: ToolCall): Promise<void>;
  /** Told by what takes long how far it is. */
  onStep?(step: ToolStep): Promise<void>;
}
