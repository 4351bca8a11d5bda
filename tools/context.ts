/** What a tool is given: readers, the door to the gate, the time and who asks. No writers: a tool cannot act. */
import type { Logger } from "pino";
import type { CalendarReader } from "../src/calendar/port.ts";
import type { OpportunityId } from "../src/domain/ids.ts";
import type { Preferences } from "../src/domain/preferences.ts";
import type { Clock } from "../src/domain/time.ts";
import type { LeverReader } from "../src/lever/port.ts";
import type { PlanReader } from "../src/plans/reader.ts";

/** Who calls. An agent is bound to its case's opportunity; a person, and a person's assistant, by role. */
export interface Caller {
  kind: "agent" | "mcp" | "person";
  name: string;
  opportunityId?: OpportunityId;
  /** Whether this caller may ask for proposals. */
  mayPropose: boolean;
}

/** A block of somebody's time that we hold or have booked for another case. */
export interface HeldTime {
  email: string;
  start: Temporal.Instant;
  end: Temporal.Instant;
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
  }): Promise<{ cases: CaseSummary[]; next?: string }>;
  getCase(caseId: string): Promise<(CaseSummary & { proposals: ProposalSummary[] }) | null>;
  listProposals(query: { status?: string; limit: number }): Promise<ProposalSummary[]>;
  /** Time of these people that is booked, or held for a proposal of another opportunity than this. */
  heldTime(query: {
    emails: string[];
    from: Temporal.Instant;
    to: Temporal.Instant;
    opportunityId: string;
  }): Promise<HeldTime[]>;
  /** When the candidate of the opportunity could, as they said last on their page; null when they said nothing. */
  candidateTimes(opportunityId: string): Promise<CandidateTimes | null>;
}

/** What people have set for themselves. */
export interface PreferencesReader {
  /** Shape: by Lever user id; who has set nothing is missing. */
  of(userIds: readonly string[]): Promise<ReadonlyMap<string, Preferences>>;
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

export interface ToolContext {
  lever: LeverReader;
  calendar: CalendarReader;
  plans: PlanReader;
  cases: CaseReader;
  preferences: PreferencesReader;
  requests: Requests;
  clock: Clock;
  /** Zone of the company, used when nothing better is known; always said. */
  companyZone: string;
  caller: Caller;
  signal: AbortSignal;
  log: Logger;
  onCall?(call: ToolCall): Promise<void>;
}
