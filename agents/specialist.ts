/** What a specialist is: its own knowledge as plain data and pure steps. The five steps themselves are in `graphs/`. */
import type { z } from "zod";
import type { ProposalContext } from "../src/cases/proposals.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import type { Audience, FeatureClass, ProposalPayload, Risk } from "../src/domain/proposal.ts";
import type { ToolContext } from "../tools/context.ts";
import type { Booked } from "./scheduling/booked.ts";
import type { SchedulingWishes } from "../tools/scheduling-context.ts";

/** What a specialist's steps may know of the run. */
export interface SpecialistRun {
  case_: CaseRecord;
  /** What was asked for beside the plan: a start, a plan by id, a panel by Lever user ids. */
  wishes: SchedulingWishes;
  now: Temporal.Instant;
  companyName: string;
  companyZone: string;
  /** Lever user in whose name to write, when the configuration names one. */
  performAs: string | null;
  /** What is booked already: then a change of it is proposed, and nothing new. */
  booked: Booked | null;
  /** Whether the candidate asked for another time. */
  isMoveWanted: boolean;
}

/** One thing that a specialist would have done. */
export interface SpecialistProposal {
  key: string;
  audience: Audience;
  risk: Risk;
  warnings: number;
  payload: ProposalPayload;
  context: ProposalContext;
}

/** A specialist: plain data and pure steps; only `gather` may read, and only through tools.
 * Shape: papers are JSON. A step that cannot go on throws an `AppError` in words for a coordinator. */
export interface Specialist<Gathered, Draft, Wording> {
  name: string;
  class: FeatureClass;
  gather(run: SpecialistRun, tools: ToolContext): Promise<Gathered>;
  /** Reads again what our own other cases may have taken since; called when one of them was quicker. */
  refresh(gathered: Gathered, tools: ToolContext): Promise<Gathered>;
  draft(gathered: Gathered, run: SpecialistRun): Draft;
  /** What a model may reword: never times, people or recipients. */
  wording: {
    schema: z.ZodType<Wording>;
    /** Name of the structured answer. */
    name: string;
    prompt: { version: string; system: string };
    of(draft: Draft): Wording;
    put(draft: Draft, wording: Wording): Draft;
  };
  /** What is wrong with a wording; empty: it may be used. */
  verify(wording: Wording, draft: Draft): string[];
  propose(draft: Draft, gathered: Gathered, run: SpecialistRun): SpecialistProposal[];
}
