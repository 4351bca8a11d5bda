/** What a specialist is: its own knowledge as plain data and pure steps. The five steps themselves are in `graphs/`. */
import type { z } from "zod";
import type { AvoidedTime } from "../src/cases/avoided-times.ts";
import type { AlertContext, ProposalContext } from "../src/cases/open-proposal.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import type { MoveWords } from "../src/cases/wishes.ts";
import type { MissedReason } from "../src/domain/missed-reason.ts";
import type { Relaxation } from "../src/domain/no-fit.ts";
import type { SendBrief } from "../src/domain/brief.ts";
import type {
  Audience,
  BookInterview,
  FeatureClass,
  ProposalPayload,
  Risk,
} from "../src/domain/proposal.ts";
import type { PostSynthesis } from "../src/domain/synthesis.ts";
import type { ModelUser } from "../src/models/port.ts";
import type { ToolContext } from "../tools/context.ts";
import type { Booked } from "./scheduling/booked.ts";
import type { SchedulingWishes } from "../tools/scheduling-context.ts";

/** What a specialist's steps may know of the run. */
export interface SpecialistRun {
  case_: CaseRecord;
  /** What was asked for beside the plan: a start, a plan by id, a panel by Lever user ids. */
  wishes: SchedulingWishes;
  /** The rule that may give, as its case offers it to people; null: none. */
  relax: Relaxation | null;
  now: Temporal.Instant;
  companyName: string;
  companyZone: string;
  /** Where the panel of its case asks for briefs. */
  briefsUrl: string;
  /** Lever user in whose name to write, when the configuration names one. */
  performAs: string | null;
  /** What is booked already: then a change of it is proposed, and nothing new. */
  booked: Booked | null;
  /** Whether the candidate asked for another time. */
  isMoveWanted: boolean;
  /** What they wrote with it, in their own words; null when they wrote nothing, or it was erased. */
  moveWords: MoveWords | null;
  /** Times that the candidate asked away from; empty when a person asked for a time by name. */
  avoided: readonly AvoidedTime[];
  /** Null: this run is about no brief. */
  briefs: BriefsAsked | null;
  /** Null: this run is about no synthesis. */
  synthesis: SynthesisAsked | null;
  /** Null: this run is about no message. */
  messages: MessagesAsked | null;
}

/** What people are to be told of a booking, and what is known for it besides what is read. */
export interface MessagesAsked {
  /** What it is about; null: nothing of it is booked any more, and nobody is told. */
  booking: { proposalId: string; payload: BookInterview } | null;
  /** Whom to remind of, or ask about, which session (of the candidate the first one of their visit). */
  reminders: { sessionId: string; reader: string; mark: string; because: string | null }[];
  /** Who is told that somebody may stay away; null: nobody is to be, or nobody could be found. */
  recruiter: { id: string; email: string; name: string; zone: string } | null;
  /** The sessions of a visit that were missed, and why, as far as somebody has said; null: none. */
  missed: { sessionIds: string[]; reason: MissedReason | null; wantsNoReminders: boolean } | null;
  /** Whether the candidate has said that they will be there. */
  isConfirmed: boolean;
  /** By session id; without those that have none. */
  videoUrls: Record<string, string>;
  /** How each of the panel is reached, by e-mail address. */
  channels: Record<string, "slack" | "mail">;
}

/** Which synthesis a run is to make. */
export interface SynthesisAsked {
  /** Whether it is made also while forms are missing. */
  mayBePartial: boolean;
  /** The one of this round that was left in Lever last, as it was made. */
  before: PostSynthesis | null;
  /** The one that waits for a person, where another one that says the same is not to take its place. */
  waiting: PostSynthesis | null;
}

/** Which briefs a run is to make, and what is known for them besides what is read. */
export interface BriefsAsked {
  /** Of sessions that are booked and have not begun. */
  sessionIds: string[];
  /** Lever user id of the one reader that it goes to; null: everybody of the session. */
  userId: string | null;
  /** Whether somebody asked for them; else it is time. */
  isAsked: boolean;
  /** What was sent last of each session, by its id. */
  before: Record<string, SendBrief>;
  /** Of which that was within a day. */
  lately: string[];
  /** By session id; without those that have none. */
  videoUrls: Record<string, string>;
  /** How each reader is reached, by e-mail address. */
  channels: Record<string, "slack" | "mail">;
}

/** One thing that a specialist would have done. */
export interface SpecialistProposal {
  key: string;
  audience: Audience;
  risk: Risk;
  warnings: number;
  payload: ProposalPayload;
  context: ProposalContext | AlertContext;
}

/** The same of a booking, or a change of one. */
export interface BookingProposal extends SpecialistProposal {
  payload: BookInterview;
  context: ProposalContext;
}

/** A specialist: plain data and pure steps; only `gather` may read, and only through tools. What takes long ends with its signal.
 * Shape: papers are JSON. A step that cannot go on throws an `AppError` in words for a coordinator. */
export interface Specialist<Gathered, Draft, Wording> {
  name: ModelUser;
  class: FeatureClass;
  gather(run: SpecialistRun, tools: ToolContext): Promise<Gathered>;
  /** Reads again what our own other cases may have taken since; called when one of them was quicker. */
  refresh(gathered: Gathered, tools: ToolContext): Promise<Gathered>;
  draft(gathered: Gathered, run: SpecialistRun, signal: AbortSignal): Promise<Draft>;
  /** What a model may reword: never times, people or recipients. */
  wording: {
    schema: z.ZodType<Wording>;
    /** Name of the structured answer. */
    name: string;
    prompt: { version: string; system: string };
    of(draft: Draft): Wording;
    put(draft: Draft, wording: Wording): Draft;
    /** Names that its texts may hold: hidden from a model where that is wished. Absent: they hold none. */
    people?(draft: Draft): string[];
    /** Its words are not for everybody who may open a run: its trace keeps none of them. */
    isUntraced?: true;
  };
  /** What is wrong with a wording; empty: it may be used. */
  verify(wording: Wording, draft: Draft): string[];
  propose(draft: Draft, gathered: Gathered, run: SpecialistRun): SpecialistProposal[];
}
