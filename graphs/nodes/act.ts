/** Performs what the gate let through, one proposal after the other. The only node with effects; safe to run again. */
import { CANCEL_REQUESTED } from "../../src/cases/hand-on.ts";
import { isAskedAgain } from "../../src/cases/attendances.ts";
import { getCase, setCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { endOffers } from "../../src/cases/end-offers.ts";
import { askAgain } from "../../src/cases/reminders.ts";
import { settleWishesOf } from "../../src/cases/wishes.ts";
import { hasUnreachedReaders } from "../../src/cases/briefs.ts";
import { askForInvitationLater, tellStepAfterMissed } from "../../src/cases/invitation.ts";
import { INVITATION } from "../../src/cases/problem-about.ts";
import {
  CANDIDATE_MISSED,
  DEBRIEF_PROBLEMS,
  OUTCOME_UNKNOWN,
  endProblems,
  isOfBooking,
  problemOf,
  setProblem,
} from "../../src/cases/problems.ts";
import type { Tx } from "../../src/db/port.ts";
import { MESSAGE_NOT_SENT } from "../../src/domain/attendance-message.ts";
import { BRIEF_NOT_SENT } from "../../src/domain/brief.ts";
import { DEBRIEF_NOT_BOOKED } from "../../src/domain/debrief.ts";
import { CaseId } from "../../src/domain/ids.ts";
import { type Beside, besideOf } from "../beside.ts";
import type { Performed, RunDeps } from "../deps.ts";
import { isCancelWished } from "../routes.ts";
import { planWhatFollows, readPerformed } from "./plan-what-follows.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `act` node. Errors: what `perform` throws to be tried again; the effects that are done stay done. */
export const createAct =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    let outcome = state.outcome;
    for (const proposalId of state.toPerform) {
      const performed = await deps.perform(proposalId, {
        lease: deps.lease,
        correlationId: state.correlationId,
        signal: deps.signal,
      });
      const before = outcome;
      outcome = performed.words;
      // A day is told, and no case is another one by it.
      if (state.action === "digest") continue;
      const caseId = CaseId.parse(state.caseId);
      // Nothing fits, whoever was told of it: where the case stands is said when the run closes.
      if (state.action === "alert") {
        outcome = performed.problem?.message ?? performed.words;
        continue;
      }
      const beside = besideOf(state.action);
      if (beside) {
        outcome = before === null ? performed.words : `${before} ${performed.words}`;
        await settleBeside(caseId, { performed, beside }, deps);
        continue;
      }
      const isBooking = performed.status === "done" && !performed.isOffer;
      const booking = isBooking ? await readPerformed(proposalId, deps) : null;
      await fencedTransaction(deps.database, deps.lease, async (tx) => {
        if (performed.status === "done") {
          await settleWishesOf(tx, proposalId, deps);
          // What was offered besides is no longer kept.
          if (!performed.isOffer) await endOffers(tx, caseId, deps.clock.now());
          if (booking) await planWhatFollows(tx, { ...booking, caseId, state }, deps);
          await tellDone(tx, { caseId, proposalId, performed, state }, deps);
        } else if (performed.status === "failed") {
          const { problem, words } = performed;
          const isOwn = problem !== undefined && isOfBooking(problem);
          await setCase(
            tx,
            {
              id: caseId,
              status: "blocked",
              nextStep: "Look at what failed, and decide how to go on.",
              problems: [
                isOwn ? problem : { code: "effects_failed", message: problem?.message ?? words },
              ],
            },
            deps.clock,
          );
        }
      });
    }
    return { toPerform: [], outcome };
  };

/** What is over with a booking, a change of it, its end or an offer that came through. */
const OVER: ReadonlySet<string> = new Set([CANDIDATE_MISSED, OUTCOME_UNKNOWN]);

const tellDone = async (
  tx: Tx,
  {
    caseId,
    proposalId,
    performed,
    state,
  }: { caseId: CaseId; proposalId: string; performed: Performed; state: RunState },
  deps: RunDeps,
): Promise<void> => {
  const { words, problem } = performed;
  await endProblems(tx, { caseId, codes: OVER }, deps.clock);
  await endProblems(tx, { caseId, codes: INVITED, about: INVITATION }, deps.clock);
  const status = statusAfter(performed, state);
  const problems = problem ? [problem] : [];
  await setCase(tx, { id: caseId, status, nextStep: words, problems }, deps.clock);
  if (!problem || isOfBooking(problem)) return;
  await setProblem(tx, { caseId, problem: { ...problem, about: proposalId } }, deps.clock);
};

const INVITED: ReadonlySet<string> = new Set([MESSAGE_NOT_SENT]);

/** It leaves its case as it stands; that somebody did not get a brief, or Lever no note, is said there, until the next one of the same
 * comes through. */
const settleBeside = async (
  caseId: CaseId,
  { performed, beside: { code } }: { performed: Performed; beside: Beside },
  deps: RunDeps,
): Promise<void> => {
  const { status, words, problem, about, again = [] } = performed;
  if (status === "stopped") return;
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await askAgain(tx, { caseId, keys: again, now: deps.clock.now() });
    if (about === INVITATION && !(await settleInvitation(tx, { caseId, performed }, deps))) return;
    if (status === "failed" || problem) {
      // By its own code, so that the next one that comes through ends it.
      const told = {
        code,
        message: problem?.message ?? words,
        ...(about !== undefined && { about }),
      };
      await setProblem(tx, { caseId, problem: told }, deps.clock);
      return;
    }
    const reached = { caseId, sessionId: about, now: deps.clock.now() };
    // That one got theirs does not say that another has.
    if (code === BRIEF_NOT_SENT && (await hasUnreachedReaders(tx, reached))) return;
    const codes = code === DEBRIEF_NOT_BOOKED ? DEBRIEF_PROBLEMS : new Set([code]);
    await endProblems(tx, { caseId, codes, about }, deps.clock);
  });
};

/** Shape: whether its case is to say what became of it. Once they have come after all, or were asked, it is no matter that it did not
 * leave. */
const settleInvitation = async (
  tx: Tx,
  { caseId, performed }: { caseId: CaseId; performed: Performed },
  { clock }: RunDeps,
): Promise<boolean> => {
  if (performed.isInvitedAgain) await askForInvitationLater(tx, { caseId, now: clock.now() });
  await tellStepAfterMissed(tx, caseId, clock);
  const case_ = await getCase(tx, caseId);
  if (performed.status === "done" && !performed.problem) return true;
  const isOver =
    !case_ || !problemOf(case_, CANDIDATE_MISSED) || (await isAskedAgain(tx, caseId, ["done"]));
  return !isOver;
};

/** A case whose candidate has left it ends with its booking. One whose candidate asked to cancel may be booked again, and so
 * may one that a person cancelled: asked for by itself, or instead of a change. */
const statusAfter = ({ isOffer, isCancelled }: Performed, state: RunState) => {
  const isAsked = state.eventKind === CANCEL_REQUESTED || isCancelWished(state);
  const isLeft = state.action === "cancel" && !isAsked;
  if (isCancelled) return isLeft ? "closed" : "open";
  return isOffer ? "open" : "booked";
};
