/** What every kind of effect must say of itself: how it is sent once, how a lost answer is looked up, how it is undone. */
import type { Lease } from "../cases/lease.ts";
import type { Look } from "./look.ts";
import type { Audience } from "../domain/proposal.ts";

/** Ids that the outside gave: kept on the effect, in clear. Never names or texts. */
export type ExternalRef = Record<string, string>;

/** What was left outside, by `refKey`. */
export type Earlier = Readonly<Record<string, ExternalRef>>;

/** Where a step's reference is found: by its kind, and by its session if it is about one. */
export const refKey = ({ kind, session }: Pick<EffectKind, "kind" | "session">): string =>
  session === undefined ? kind : `${kind} ${session}`;

export interface EffectContext {
  effectId: string;
  proposalId: string;
  /** Null: the step is of no case. */
  caseId: string | null;
  /** What earlier steps of the same bundle left outside. */
  earlier: Earlier;
  lease: Lease;
  signal: AbortSignal;
  /** What our books say it left outside; null when its answer never came. */
  recorded: ExternalRef | null;
  /** How many messages to the candidate had left for this case before this one. */
  messagesBefore: number;
  /** When it was sent first; null: it was not. */
  startedAt: Temporal.Instant | null;
  /** Whether an earlier attempt came as far as its handover. */
  isHandedOver: boolean;
  /** Commits that from here on nobody can tell whether it left. Only for what cannot be looked up, just before it leaves. */
  handOver(): Promise<void>;
}

/** The case of a step that is of one. */
export const caseOf = ({ caseId }: EffectContext): string => {
  if (caseId === null) throw new Error("a step of a case was given none");
  return caseId;
};

/** One thing of an effect's that stands outside. */
export interface Standing {
  ref: ExternalRef;
  /** False when somebody has changed it since: then it is theirs, and no longer ours to take back. */
  isAsMade: boolean;
}

/** done: it is there. absent: it is not there, sending again is safe. unknowable: nobody can tell; a person must look. */
export type Probe =
  | { outcome: "done"; ref: ExternalRef }
  | { outcome: "absent" }
  | { outcome: "unknowable" };

/** One step of a bundle: made for its payload, so that it can be about nothing else. */
export interface EffectKind {
  kind: string;
  /** Id of the session that it is about, or of the reader that it goes to; absent: of all of them. */
  session?: string;
  audience: Audience;
  /** What it does, in plain words without candidate text. */
  label: string;
  /** Sends once. Errors: `outcome_unknown` leads to `probe`; retryable ones are certain not to have happened. */
  send(context: EffectContext): Promise<ExternalRef>;
  probe(context: EffectContext): Promise<Probe>;
  /** What of it stands outside now, whatever our books say. Only looks. Absent: it leaves nothing there that could be
   * taken back. */
  stands?(context: EffectContext, look: Look): Promise<Standing[]>;
  /** Whether it makes a second one when it is sent twice: what may still be on its way is then given time to arrive. */
  mayDouble?: true;
  /** Takes back what `stands` found to be as it was made; done already counts as done. Absent: it cannot be taken back, so it comes last. */
  undo?(ref: ExternalRef, context: EffectContext): Promise<void>;
  /** Whether the other steps go on when it fails for good: what one reader cannot be sent is still for the others. */
  standsAlone?: true;
  /** Whether it takes back what somebody was told: then it goes out whatever else has changed since. */
  takesBack?: true;
  /** Whether it takes away what can never be put back although its bundle may still fail: a last look comes before the first
   * such step, and from then on nothing but whom nobody may write to stops the rest. */
  isForGood?: true;
  /** What is sent to whom this went when it must not stand and cannot be taken back: an effect of its own. */
  cancellation?: EffectKind;
}
