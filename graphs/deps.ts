/** What the nodes of a run are given: readers, our own stores, the lease of this opportunity. What can write
 * outside goes to one node each: `perform` to `act`, `repair` to `reconcile`, `settleChecked` to `mail`. */
import type { Logger } from "pino";
import type { Lease } from "../src/cases/lease.ts";
import type { ReminderKey } from "../src/cases/reminders.ts";
import type { HandOn } from "../src/cases/hand-on.ts";
import type { AskWhetherToKeep } from "../src/cases/stage-left.ts";
import type { Database } from "../src/db/port.ts";
import type { AlertChannel } from "../src/domain/alert.ts";
import type { Finding } from "../src/domain/finding.ts";
import type { OpportunityId } from "../src/domain/ids.ts";
import type { Clock } from "../src/domain/time.ts";
import type { Ids } from "../src/identifiers.ts";
import type { LeverReader } from "../src/lever/port.ts";
import type { SlackAnswer } from "../src/messaging/slack-command.ts";
import type { ChatModels } from "../src/models/port.ts";
import type { PlanReader } from "../src/plans/reader.ts";
import type { Texts } from "../src/privacy/texts.ts";
import type { Witness } from "../src/witness.ts";
import type { ToolContext } from "../tools/context.ts";

/** What became of an approved proposal. done: all its effects. failed: what had been done was undone. stopped: policy has
 * become stricter since, nothing was done. `problem`: what a person still has to look at. */
export interface Performed {
  status: "done" | "failed" | "stopped";
  words: string;
  /** Times were offered, and nothing is booked yet. */
  isOffer?: true;
  /** Nothing is booked any more. */
  isCancelled?: true;
  /** Reminders that were refused in doubt. */
  again?: ReminderKey[];
  /** So was the mail that offers another time. */
  isInvitedAgain?: true;
  problem?: { code: string; message: string };
  /** What its problem would be about, where several may stand side by side. */
  about?: string;
}

/** Performs one approved proposal to its end. Errors: retryable ones, to go on later where it stopped. */
export type PerformProposal = (
  proposalId: string,
  run: { lease: Lease; correlationId: string; signal: AbortSignal },
) => Promise<Performed>;

/** Holds what an opportunity's proposals did against what stands outside, and takes back what should not. */
export type RepairOpportunity = (
  opportunityId: OpportunityId,
  run: { lease: Lease; correlationId: string; signal: AbortSignal; lever: LeverReader },
) => Promise<Finding[]>;

/** Does what a person's word on a message follows: it arrived, or is sent again. Errors: retryable ones. */
export type SettleChecked = (
  checked: { proposalId: string; effectId: string; arrived: boolean },
  run: { lease: Lease; correlationId: string; signal: AbortSignal },
) => Promise<{ words: string; isSettled: boolean; about?: string }>;

/** Asks for such a comparison when Lever holds a panel of ours that our books do not know. */
export type AskForRepair = (
  opportunityId: OpportunityId,
  run: { lease: Lease; lever: LeverReader; runId: string; correlationId: string },
) => Promise<void>;

/** Where somebody can be told of something. Errors: retryable ones of the chat service. */
export type ChooseChannel = (email: string) => Promise<AlertChannel>;

/** Who asks in Slack, and the way back to them. */
export interface SlackCommand {
  /** Address of a member; null when Slack tells none. Errors: those of Slack, retryable or not. */
  emailOf(slackUser: string): Promise<string | null>;
  /** Errors: `message_unavailable` (retryable), `message_rejected`. */
  reply(responseUrl: string, answer: SlackAnswer): Promise<void>;
}

export interface RunDeps {
  database: Database;
  lever: LeverReader;
  plans: PlanReader;
  texts: Texts;
  clock: Clock;
  ids: Ids;
  log: Logger;
  models: ChatModels;
  /** Milliseconds that a refinement may take before the draft is used as it is. */
  modelBudgetMs: number;
  companyName: string;
  companyZone: string;
  /** Without a slash at its end. */
  publicUrl: string;
  performAs: string | null;
  tools: Omit<ToolContext, "clock" | "caller" | "signal" | "log" | "onCall">;
  perform: PerformProposal;
  repair: RepairOpportunity;
  settleChecked: SettleChecked;
  askForRepair: AskForRepair;
  askWhetherToKeep: AskWhetherToKeep;
  chooseChannel: ChooseChannel;
  handOn: HandOn;
  /** How the answer to a request gets back to Slack; null: no command comes from there. */
  slackCommand: SlackCommand | null;
  lease: Lease;
  signal: AbortSignal;
  witness?: Witness | undefined;
}
