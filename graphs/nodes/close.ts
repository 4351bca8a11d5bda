/** Ends a run: says in one sentence what became of its event, on the run and on its case. */
import { getCase, setCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { listRunProposals, supersedeWaiting } from "../../src/cases/proposals.ts";
import type { Problem, ProposalRecord } from "../../src/cases/records.ts";
import { setRun } from "../../src/cases/runs.ts";
import { findUnfinishedBooking, wordsOfUnfinished } from "../../src/cases/unfinished-booking.ts";
import type { Tx } from "../../src/db/port.ts";
import { CaseId, RunId } from "../../src/domain/ids.ts";
import type { RunDeps } from "../deps.ts";
import { OFFER_ENDED } from "../routes.ts";
import { problemThatStays } from "./gate.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `close` node. */
export const createClose =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const outcome = await fencedTransaction(deps.database, deps.lease, async (tx) => {
      const words = await settleCase(tx, state, deps);
      await setRun(
        tx,
        { id: RunId.parse(state.runId), status: "done", outcome: words },
        deps.clock,
      );
      return words;
    });
    return { outcome };
  };

const NOT_TO_CONTACT = new Set([
  "opportunity_archived",
  "contact_not_allowed",
  "contact_without_address",
  "forbidden",
]);

const settleCase = async (tx: Tx, state: RunState, deps: RunDeps): Promise<string> => {
  if (state.caseId === null) return state.reason;
  const caseId = CaseId.parse(state.caseId);
  if (state.action === "close") return await closeCase(tx, { caseId, state }, deps);
  if (state.action === "keep") return await settleKept(tx, { caseId, state }, deps);
  const proposals = state.outcome === null ? await listRunProposals(tx, state.runId) : [];
  const [problem] = state.problems;
  const mayContact = !problem || !NOT_TO_CONTACT.has(problem.code);
  if (mayContact && state.outcome === null && proposals.length === 0) {
    const words = await tellOfUnfinished(tx, { caseId, state }, deps);
    if (words !== null) return words;
  }
  if (problem) {
    // A candidate whom nobody may write to: what was proposed before is off the table too.
    if (!mayContact) {
      await supersedeWaiting(
        tx,
        {
          caseId,
          exceptRun: RunId.parse(state.runId),
          because: problem.message,
          correlationId: state.correlationId,
        },
        deps,
      );
    }
    await setCase(
      tx,
      {
        id: caseId,
        status: "blocked",
        nextStep: "A person has to look at this.",
        problem: await withWhatStays(tx, caseId, problem),
      },
      deps.clock,
    );
    return problem.message;
  }
  if (state.outcome !== null) return state.outcome;
  return await settleUndone(tx, { caseId, proposals }, deps);
};

/** What happened to a booking comes first, then why nothing mends it. */
const withWhatStays = async (tx: Tx, caseId: CaseId, problem: Problem): Promise<Problem> => {
  const case_ = await getCase(tx, caseId);
  const stays = case_ && problemThatStays(case_);
  return stays ? { ...stays, message: `${stays.message} ${problem.message}` } : problem;
};

/** What was lost is over once the candidate has other times to choose from; an offer that nobody answered is for a person. */
const settleKept = async (
  tx: Tx,
  { caseId, state }: { caseId: CaseId; state: RunState },
  deps: RunDeps,
): Promise<string> => {
  if (state.eventKind === "slot_lost" && state.facts?.standing === "offered") {
    await setCase(tx, { id: caseId, status: "open", nextStep: state.reason }, deps.clock);
  }
  if (state.reason === OFFER_ENDED && state.facts?.standing === "nothing") {
    const nextStep = "Ask the candidate, or ask for another proposal.";
    const problem = { code: "offer_unanswered", message: OFFER_ENDED };
    await setCase(tx, { id: caseId, status: "blocked", nextStep, problem }, deps.clock);
  }
  return state.reason;
};

/** Nothing was proposed because an earlier booking has not come to its end. Shape: null when there is none. */
const tellOfUnfinished = async (
  tx: Tx,
  { caseId, state }: { caseId: CaseId; state: RunState },
  deps: RunDeps,
): Promise<string | null> => {
  const exceptRun = RunId.parse(state.runId);
  const unfinished = await findUnfinishedBooking(tx, { caseId, exceptRun });
  if (!unfinished) return null;
  const { says, todo } = wordsOfUnfinished(unfinished);
  if (todo !== null) {
    const problem = { code: "booking_unfinished", message: says };
    await setCase(tx, { id: caseId, status: "blocked", nextStep: todo, problem }, deps.clock);
  }
  return todo === null ? says : `${says} ${todo}`;
};

const closeCase = async (
  tx: Tx,
  { caseId, state }: { caseId: CaseId; state: RunState },
  deps: RunDeps,
): Promise<string> => {
  const case_ = await getCase(tx, caseId);
  // What is booked keeps it until somebody has decided, on what is proposed about it too.
  if (case_ && problemThatStays(case_)) return state.reason;
  await supersedeWaiting(
    tx,
    {
      caseId,
      exceptRun: RunId.parse(state.runId),
      because: state.reason,
      correlationId: state.correlationId,
    },
    deps,
  );
  await setCase(tx, { id: caseId, status: "closed", nextStep: state.reason }, deps.clock);
  return state.reason;
};

/** Nothing was performed: observed, rejected, expired or superseded. */
const settleUndone = async (
  tx: Tx,
  { caseId, proposals }: { caseId: CaseId; proposals: ProposalRecord[] },
  deps: RunDeps,
): Promise<string> => {
  const case_ = await getCase(tx, caseId);
  const problem = case_ && problemThatStays(case_);
  if (problem) {
    const nextStep = "Nothing was changed: decide what becomes of the booked interview.";
    await setCase(tx, { id: caseId, status: "blocked", nextStep, problem }, deps.clock);
    return nextStep;
  }
  if (proposals.some(({ kind }) => kind === "change_booking" || kind === "cancel_booking")) {
    const nextStep = "Nothing was changed: the interview stands as booked.";
    await setCase(tx, { id: caseId, status: "booked", nextStep }, deps.clock);
    return nextStep;
  }
  const has = (status: ProposalRecord["status"]) => proposals.some((p) => p.status === status);
  if (has("observed")) {
    const words = "Silent mode: recorded what it would have done, did nothing.";
    await setCase(tx, { id: caseId, status: "observed", nextStep: words }, deps.clock);
    return words;
  }
  if (has("rejected")) {
    const words = "The proposal was rejected; nothing was sent.";
    await setCase(
      tx,
      {
        id: caseId,
        status: "open",
        nextStep: "Rejected. Move the stage again, or ask for another proposal.",
      },
      deps.clock,
    );
    return words;
  }
  if (has("expired")) {
    const words = "Nobody decided in time; nothing was sent.";
    await setCase(
      tx,
      {
        id: caseId,
        status: "blocked",
        nextStep: "Ask for a new proposal.",
        problem: { code: "expired", message: words },
      },
      deps.clock,
    );
    return words;
  }
  return "There was nothing to propose.";
};
