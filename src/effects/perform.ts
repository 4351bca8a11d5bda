/** Performs an approved proposal: its effects in order, each exactly once, undone in reverse when a later one fails for
 * good. Stops and goes on anywhere: every step first looks at what is there. The only caller of anything that writes. */
import { getCase } from "../cases/cases.ts";
import { type Lease, fencedTransaction } from "../cases/lease.ts";
import { openOffer } from "../cases/offers.ts";
import { groundOfDay } from "../cases/daily-digests.ts";
import { openProposal } from "../cases/open-proposal.ts";
import { aboutOf } from "../cases/problem-about.ts";
import { OUTCOME_UNKNOWN } from "../cases/problems.ts";
import { getAnyProposal, setProposalStatus } from "../cases/proposals.ts";
import type { ReminderKey } from "../cases/reminders.ts";
import { getDecision } from "../cases/decisions.ts";
import type { Database } from "../db/port.ts";
import { QUESTION_NOT_TOLD } from "../domain/chat-words.ts";
import { type AlertRecruiter, CHANNEL_WORDS, misfitOf } from "../domain/alert.ts";
import { changeInWords } from "../domain/change.ts";
import { briefed } from "./briefed.ts";
import { nudged } from "./nudged.ts";
import type { SendDigest } from "../domain/daily-digest.ts";
import { whenInWords } from "../domain/itinerary.ts";
import { type BookInterview, isBooking, isMessage } from "../domain/proposal.ts";
import { QUESTIONS_NOT_NOTED } from "../domain/question-note.ts";
import { debriefInWords } from "../domain/debrief.ts";
import { type MoveStage, STAGE_NOT_MOVED } from "../domain/stage-move.ts";
import { SYNTHESIS_NOT_POSTED } from "../domain/synthesis.ts";
import { AppError } from "../domain/errors.ts";
import type { AnyProposal, Ground } from "../cases/records.ts";
import { isFinal } from "../policy/decide.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Texts } from "../privacy/texts.ts";
import type { StepsOf } from "./bundles.ts";
import {
  type EffectRecord,
  type EffectScope,
  listEffects,
  planEffects,
  setEffect,
} from "./effects.ts";
import { matchSteps } from "./match-steps.ts";
import { mayStillAct, verdictNow, wordsOfHeldBack } from "./may-still-act.ts";
import { runStep } from "./step.ts";
import { told } from "./told.ts";
import { toldAnswer, toldQuestion } from "./told-question.ts";
import {
  type Bundle,
  type Failure,
  type UndoDeps,
  undoBundle,
  wordsOfUndone,
} from "./undo-bundle.ts";

export interface PerformDeps extends UndoDeps {
  database: Database;
  texts: Texts;
  /** Internal and reversible ones first, what the candidate sees last. */
  stepsOf: StepsOf;
}

export interface Performed {
  status: "done" | "failed" | "stopped";
  words: string;
  /** Nothing is booked yet. */
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

export interface PerformRun {
  lease: Lease;
  correlationId: string;
  signal: AbortSignal;
}

/** A function that performs one proposal. Errors: retryable `AppError`s (go on later), `paused`; everything that failed
 * for good is in the result. */
export const createPerform =
  (deps: PerformDeps) =>
  async (proposalId: string, run: PerformRun): Promise<Performed> => {
    const bundle = await openBundle(proposalId, run, deps);
    const performed = await performBundle(bundle, deps);
    const about = aboutOf(bundle.payload);
    return { ...performed, ...(about !== undefined && { about }) };
  };

const performBundle = async (bundle: Bundle, deps: PerformDeps): Promise<Performed> => {
  const { proposal, run } = bundle;
  const ended = await endOf(bundle, deps);
  if (ended) return ended;
  if (proposal.status === "approved") {
    const stopped = await mayStillAct(bundle, deps);
    if (stopped) return stopped;
    await deps.witness?.("bundle.approved", bundle.case_.opportunityId);
    await fencedTransaction(deps.database, run.lease, async (tx) => {
      await planEffects(tx, bundle);
      await setProposalStatus(tx, proposal, { status: "performing", now: deps.clock.now() });
    });
    await deps.witness?.("bundle.planned", bundle.case_.opportunityId);
  }
  return await runBundle(bundle, deps);
};

const openBundle = async (
  proposalId: string,
  run: PerformRun,
  deps: PerformDeps,
): Promise<Bundle> => {
  const proposal = await getAnyProposal(deps.database, proposalId);
  const case_ = proposal && (await groundOf(proposal, run, deps));
  if (!proposal || !case_) throw new Error("a proposal to perform is not there");
  if (!hasEnded(proposal)) await refuseUnapproved(proposal, deps);
  const { payload } = await openProposal(deps.database, proposal, deps.texts);
  const scope: EffectScope = {
    database: deps.database,
    clock: deps.clock,
    lease: run.lease,
    caseId: case_.id,
    correlationId: run.correlationId,
  };
  return { proposal, case_, payload, kinds: deps.stepsOf(payload), scope, run };
};

/** Its case as it stands now, or the day that it tells of. */
const groundOf = async (
  { caseId }: AnyProposal,
  { lease }: PerformRun,
  { database }: Pick<PerformDeps, "database">,
): Promise<Ground | null> =>
  caseId === null ? groundOfDay(lease.opportunityId) : await getCase(database, caseId);

const refuseUnapproved = async (
  proposal: AnyProposal,
  { database }: PerformDeps,
): Promise<void> => {
  const decision = await getDecision(database, proposal.id);
  const isApproved =
    decision?.digest === proposal.digest &&
    (decision.decision === "approve" || (decision.decision === "perform" && !isFinal(proposal)));
  if (isApproved) return;
  throw new AppError({
    code: "stale_proposal",
    fault: "bug",
    message: "What would be performed is not what was approved; nothing was done.",
    data: { proposalId: proposal.id },
  });
};

/** Nothing of it is to be performed any more, or it waits for a person again. */
const hasEnded = ({ status }: AnyProposal): boolean =>
  status !== "approved" && status !== "performing";

/** What it had come to when the process ended before anybody was told; null when there is something to do. Books and
 * effects alone tell it, so that it is told as it would have been. */
const endOf = async (bundle: Bundle, deps: PerformDeps): Promise<Performed | null> => {
  const { proposal } = bundle;
  if (!hasEnded(proposal)) return null;
  if (proposal.status === "done") {
    const effects = await listEffects(deps.database, proposal.id);
    return done(bundle, effects);
  }
  if (proposal.status === "failed") {
    const { words } = await wordsOfUndone(bundle, deps.database);
    return toFailed(words, (await failedEffect(bundle, deps))?.error ?? null);
  }
  return { status: "stopped", words: wordsOfHeldBack(proposal, bundle.case_) };
};

const runBundle = async (bundle: Bundle, deps: PerformDeps): Promise<Performed> => {
  const failedBefore = await failedEffect(bundle, deps);
  if (failedBefore) return await takeBack(bundle, failedBefore.error, deps);
  const planned = await listEffects(deps.database, bundle.proposal.id);
  const kinds = matchSteps(bundle.kinds, planned);
  // As it was planned, if by an older version: what that one did not know of does not come between what it did.
  for (const { id, step } of planned) {
    const kind = kinds.get(id);
    if (!kind) continue;
    const stop = await reasonToStop(bundle, step, deps);
    if (stop) return await takeBack(bundle, stop, deps);
    const result = await runStep({ ...bundle, step, kind }, deps);
    if (result.status === "failed" && !kind.standsAlone) {
      return await takeBack(bundle, result.error, deps);
    }
  }
  await fencedTransaction(deps.database, bundle.run.lease, async (tx) => {
    await setProposalStatus(tx, bundle.proposal, { status: "done", now: deps.clock.now() });
    const { payload } = bundle;
    const offer = isBooking(payload) ? payload.offer : undefined;
    if (offer) await openOffer(tx, { id: bundle.proposal.id, until: offer.until });
    await appendLedger(tx, {
      type: "proposal.done",
      actor: "convene",
      caseId: bundle.case_.id,
      correlationId: bundle.run.correlationId,
      data: { proposalId: bundle.proposal.id, digest: bundle.proposal.digest },
      at: deps.clock.now(),
    });
  });
  return done(bundle, await listEffects(deps.database, bundle.proposal.id));
};

/** A step that has not begun does not begin once policy or the case's end forbids it; why, is written down with it. Shape:
 * null when it may. */
const reasonToStop = async (
  { proposal, run, scope }: Bundle,
  step: number,
  { database, clock }: Pick<PerformDeps, "database" | "clock">,
): Promise<Failure> => {
  const effects = await listEffects(database, proposal.id);
  const effect = effects.find((each) => each.step === step);
  if (effect?.status !== "planned") return null;
  const present = await groundOf(proposal, run, { database });
  const verdict = present && (await verdictNow({ proposal, case_: present }, { database, clock }));
  if (!verdict?.stop) return null;
  const error = new AppError({
    code: "stale_proposal",
    fault: "caller",
    message: verdict.stop.words,
  });
  await setEffect(scope, effect, { status: "skipped", error });
  return { code: error.code, message: error.message };
};

/** The first step that failed for good, or was not to begin any more; not of those that stand alone. */
const failedEffect = async (
  { proposal, kinds }: Pick<Bundle, "proposal" | "kinds">,
  { database }: PerformDeps,
) => {
  const effects = await listEffects(database, proposal.id);
  const steps = matchSteps(kinds, effects);
  return effects.find(
    ({ id, status, error }) =>
      (status === "failed" && !steps.get(id)?.standsAlone) ||
      (status === "skipped" && error !== null),
  );
};

const takeBack = async (bundle: Bundle, error: Failure, deps: PerformDeps): Promise<Performed> =>
  toFailed(await undoBundle(bundle, error, deps), error);

const toFailed = (words: string, error: Failure): Performed => ({
  status: "failed",
  words,
  ...(error && { problem: { code: error.code, message: `${error.message} ${words}` } }),
});

const done = ({ payload }: Bundle, effects: readonly EffectRecord[]): Performed => {
  if (payload.kind === "send_brief") return briefed(payload, effects);
  if (isMessage(payload)) return told(payload, effects);
  if (payload.kind === "nudge_feedback") return nudged(payload, effects);
  if (payload.kind === "send_digest") return toldDay(payload, effects);
  const isParked = effects.some(({ status }) => status === "parked");
  if (payload.kind === "note_questions") return noted(isParked, QUESTIONS);
  if (payload.kind === "post_synthesis") return noted(isParked, SYNTHESIS);
  if (payload.kind === "move_stage") return moved(payload, isParked);
  if (payload.kind === "tell_question") return toldQuestion(payload, effects);
  if (payload.kind === "tell_answer") return toldAnswer(effects);
  if (payload.kind === "note_chat") return noted(isParked, CHAT);
  if (payload.kind === "book_debrief") {
    return { status: "done", words: `Booked: ${debriefInWords(payload)}.` };
  }
  return payload.kind === "alert_recruiter"
    ? alerted(payload, isParked)
    : doneBooking(payload, isParked);
};

const alerted = (alert: AlertRecruiter, isParked: boolean): Performed => ({
  status: "done",
  words: `${toldInWords(alert)}.`,
  ...(isParked && {
    problem: {
      code: OUTCOME_UNKNOWN,
      message: `Nobody can tell whether ${toldInWords(alert)}: it was not sent again.`,
    },
  }),
});

const toldDay = ({ to, channel }: SendDigest, effects: readonly EffectRecord[]): Performed => {
  const failed = effects.find(({ status }) => status === "failed");
  const isParked = effects.some(({ status }) => status === "parked");
  if (failed)
    return { status: "done", words: `The day was not told. ${failed.error?.message ?? ""}` };
  return {
    status: "done",
    words: isParked
      ? `Nobody can tell whether ${to.name} was told their day: it was not sent again.`
      : `${to.name} was told their day ${CHANNEL_WORDS[channel]}.`,
  };
};

const toldInWords = (alert: AlertRecruiter): string =>
  `${alert.to.name} was told ${CHANNEL_WORDS[alert.channel]} that ${misfitOf(alert)}`;

const QUESTIONS = { what: "the questions", are: "are", code: QUESTIONS_NOT_NOTED };
const CHAT = { what: "the note of the chat", are: "is", code: QUESTION_NOT_TOLD };
const SYNTHESIS = { what: "the synthesis", are: "is", code: SYNTHESIS_NOT_POSTED };

const noted = (
  isParked: boolean,
  { what, are, code }: { what: string; are: string; code: string },
): Performed => ({
  status: "done",
  words: isParked
    ? `Nobody can tell whether Lever has ${what} as a note.`
    : `${what.replace("the", "The")} ${are} in Lever as a note.`,
  ...(isParked && {
    problem: { code, message: `Nobody can tell whether Lever has ${what} as a note: look there.` },
  }),
});

const moved = ({ to: { name } }: MoveStage, isParked: boolean): Performed => ({
  status: "done",
  words: isParked
    ? `Nobody can tell whether the candidate was moved to ${name}.`
    : `The candidate was moved to ${name} in Lever.`,
  ...(isParked && {
    problem: {
      code: STAGE_NOT_MOVED,
      message: `Nobody can tell whether the candidate was moved to ${name}: look in Lever.`,
    },
  }),
});

const doneBooking = (payload: BookInterview, isParked: boolean): Performed => ({
  status: "done",
  ...(payload.offer && { isOffer: true as const }),
  ...(payload.kind === "cancel_booking" && { isCancelled: true as const }),
  words: doneInWords(payload),
  ...(isParked && {
    problem: {
      code: OUTCOME_UNKNOWN,
      message:
        "Nobody can tell whether the mail left. Ask the candidate, and say beside the step whether it arrived: it was not sent again.",
    },
  }),
});

const doneInWords = (payload: BookInterview): string => {
  const { sessions, candidate, offer, change } = payload;
  if (offer) {
    return "Times were offered: the candidate chooses one of them on their page.";
  }
  const when = whenInWords(sessions, candidate.zone);
  if (payload.kind === "cancel_booking") return `Cancelled: ${payload.title}, ${when}.`;
  return change ? `Changed: ${changeInWords(payload)}.` : `Booked: ${when}.`;
};
