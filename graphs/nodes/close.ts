/** Ends a run: says in one sentence what became of its event, on the run and on its case. */
import { JUST_OPENED, getCase, setCase } from "../../src/cases/cases.ts";
import { TAKE_OVER, isForPerson } from "../../src/cases/changes-made.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { listRunProposals } from "../../src/cases/proposals.ts";
import { REMINDER_DUE, askAgainFor } from "../../src/cases/reminders.ts";
import { supersedeAside, supersedeWaiting } from "../../src/cases/supersede.ts";
import { setProblem } from "../../src/cases/problems.ts";
import type { ProposalRecord } from "../../src/cases/records.ts";
import { INTERVIEW_REQUESTED } from "../../src/cases/request-interview.ts";
import { keepSearch } from "../../src/cases/searches.ts";
import { SYNTHESIS_OTHERWISE } from "../../src/cases/synthesis.ts";
import { newestSynthesis } from "../../src/cases/synthesis-proposals.ts";
import { BY_HAND, LEFT } from "../../src/cases/opt-outs.ts";
import { setRun } from "../../src/cases/runs.ts";
import { findUnfinishedBooking, wordsOfUnfinished } from "../../src/cases/unfinished-booking.ts";
import { tellUnanswered } from "../../src/cases/wishes.ts";
import type { Tx } from "../../src/db/port.ts";
import { CaseId, RunId } from "../../src/domain/ids.ts";
import type { NoFit } from "../../src/domain/no-fit.ts";
import { type Beside, besideOf } from "../beside.ts";
import { compareDecided } from "../compare.ts";
import type { RunDeps } from "../deps.ts";
import { OFFER_ENDED, TOLD } from "../routes.ts";
import { problemsThatStay, problemsToTell } from "./gate.ts";
import { settleDigest } from "./digest.ts";
import { settleAlert } from "./alert.ts";
import type { RunProblem, RunState, RunUpdate } from "../state.ts";

/** The `close` node. */
export const createClose =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const outcome = await fencedTransaction(deps.database, deps.lease, async (tx) => {
      const settled = await settleCase(tx, state, deps);
      const unanswered =
        state.caseId === null ? null : await tellUnanswered(tx, CaseId.parse(state.caseId), deps);
      const words = unanswered === null ? settled : `${settled} ${unanswered}`;
      await setRun(
        tx,
        { id: RunId.parse(state.runId), status: "done", outcome: words },
        deps.clock,
      );
      return words;
    });
    await compareDecided(state, deps);
    return { outcome };
  };

const NOT_TO_CONTACT = new Set([
  "opportunity_archived",
  "contact_not_allowed",
  "contact_without_address",
  "forbidden",
]);

const settleCase = async (tx: Tx, state: RunState, deps: RunDeps): Promise<string> => {
  if (state.action === "digest") return await settleDigest(tx, state);
  if (state.action === "request") return state.outcome ?? "The request was answered.";
  if (state.caseId === null) return state.reason;
  const caseId = CaseId.parse(state.caseId);
  if (state.action === "close") return await closeCase(tx, { caseId, state }, deps);
  if (state.action === "alert") return await settleAlert(tx, { caseId, state }, deps);
  const beside = besideOf(state.action);
  if (beside) return await settleBeside(tx, { caseId, state, beside }, deps);
  if (state.action === "keep") return await settleKept(tx, { caseId, state }, deps);
  const proposals = state.outcome === null ? await listRunProposals(tx, state.runId) : [];
  const [problem] = state.problems;
  const mayContact = !problem || !NOT_TO_CONTACT.has(problem.code);
  if (mayContact && state.outcome === null && proposals.length === 0) {
    const words = await tellOfUnfinished(tx, { caseId, state }, deps);
    if (words !== null) return words;
  }
  if (problem && mayContact && isAskedBeside(state)) {
    await settleAsked(tx, caseId, deps);
    return problem.message;
  }
  if (problem) {
    // A candidate whom nobody may write to, or who cannot then: what was proposed before is off the table too.
    if (!mayContact || isOvertaken(state, problem)) {
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
    await tellProblem(tx, { caseId, state, problem }, deps);
    return problem.message;
  }
  if (state.outcome !== null) return state.outcome;
  return await settleUndone(tx, { caseId, proposals }, deps);
};

/** Whether somebody asked for more than the plan says, or for another proposal than one that stands: what they cannot have leaves all as it
 * stands, and is answered with the reason. */
const isAskedBeside = ({ wishes, eventKind, facts }: RunState): boolean =>
  wishes.asked !== undefined ||
  wishes.startsAt !== null ||
  (eventKind === INTERVIEW_REQUESTED &&
    (facts?.standing === "waiting" || facts?.standing === "offered"));

/** A case that only this has opened is not looked at again by itself: it says what is next. */
const settleAsked = async (tx: Tx, caseId: CaseId, deps: RunDeps): Promise<void> => {
  const case_ = await getCase(tx, caseId);
  if (case_?.status !== "open" || case_.nextStep !== JUST_OPENED) return;
  const nextStep = "What was asked for cannot be had. Ask for another time, or for the best one.";
  await setCase(tx, { id: caseId, status: "open", nextStep }, deps.clock);
};

/** What stands beside the booking leaves its case as it stands; that it could not be made is said there. */
const settleBeside = async (
  tx: Tx,
  { caseId, state, beside }: { caseId: CaseId; state: RunState; beside: Beside },
  deps: RunDeps,
): Promise<string> => {
  const [problem] = state.problems;
  if (state.eventKind === SYNTHESIS_OTHERWISE && state.outcome === null) {
    const words = problem?.message ?? (await wordsOfUndone(tx, { runId: state.runId, beside }));
    return await takeOffOtherwise(tx, { caseId, state, words }, deps);
  }
  if (!problem) return state.outcome ?? (await wordsOfUndone(tx, { runId: state.runId, beside }));
  // Nobody could be told by now: they are asked for again while they are of use.
  if (state.eventKind === REMINDER_DUE && (await listRunProposals(tx, state.runId)).length === 0) {
    await askAgainFor(tx, await readEventData(tx, state.eventId), deps.clock.now());
  }
  const words = `${beside.notMade} ${problem.message}`;
  const told = { code: beside.code, message: words };
  await setProblem(tx, { caseId, problem: told }, deps.clock);
  return words;
};

/** A synthesis that says what is not so any more waits for nobody, also where there is none to take its place yet. */
const takeOffOtherwise = async (
  tx: Tx,
  { caseId, state, words }: { caseId: CaseId; state: RunState; words: string },
  deps: RunDeps,
): Promise<string> => {
  const { proposalId } = await readEventData(tx, state.eventId);
  const newest = await newestSynthesis(tx, { caseId, status: "waiting" });
  if (newest === null || newest.id !== proposalId) return words;
  await supersedeAside(
    tx,
    {
      caseId,
      exceptRun: RunId.parse(state.runId),
      because: `The forms of the round are otherwise by now. ${words}`,
      correlationId: state.correlationId,
      kind: "post_synthesis",
    },
    deps,
  );
  return words;
};

const wordsOfUndone = async (
  tx: Tx,
  { runId, beside: { observed, undone, nothingNew } }: { runId: string; beside: Beside },
): Promise<string> => {
  const [proposal] = await listRunProposals(tx, runId);
  if (!proposal) return nothingNew;
  return proposal?.status === "observed" ? observed : undone;
};

/** What waits was found before the candidate said when they could, and nothing of it is left by that. */
const isOvertaken = ({ eventKind }: RunState, { code }: RunProblem): boolean =>
  eventKind === TOLD && code === "no_slot";

/** A case for which nothing fits is looked at again, by its search: by itself, unless what is booked of it is for a person. */
const tellProblem = async (
  tx: Tx,
  { caseId, state, problem }: { caseId: CaseId; state: RunState; problem: RunProblem },
  deps: RunDeps,
): Promise<void> => {
  const { noFit, ...said } = problem;
  const case_ = await getCase(tx, caseId);
  // What happened to a booking comes first, then why nothing mends it.
  const problems = [...(case_ ? problemsToTell(case_) : []), said];
  const isByPerson = noFit?.because !== undefined && (await isForPerson(tx, caseId));
  await setCase(
    tx,
    {
      id: caseId,
      status: "blocked",
      nextStep: nextStepOf(noFit, isByPerson),
      problems,
      isSearched: noFit !== undefined,
    },
    deps.clock,
  );
  if (!noFit) return;
  const { planId, panelistIds } = state.wishes;
  const runId = RunId.parse(state.runId);
  const search = { caseId, runId, noFit, wishes: { planId, panelistIds }, isByPerson };
  await keepSearch(tx, search, deps);
};

const nextStepOf = (noFit: NoFit | undefined, isByPerson: boolean): string => {
  if (!noFit) return "A person has to look at this.";
  const isBooked = noFit.because !== undefined;
  const choices = [
    ...(noFit.relaxations.length > 0 || !isBooked ? ["choose a rule that may give"] : []),
    ...(isBooked ? ["decide whether the interview still takes place"] : []),
    ...(isByPerson ? [] : ["wait"]),
  ];
  const said = choices.join(", or ");
  const first = isByPerson ? TAKE_OVER : "Looked for again by itself.";
  return `${first} ${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`;
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
  if (state.facts?.isLeft !== undefined && state.facts.standing !== "booked") {
    const problems = [{ code: LEFT, message: state.facts.isLeft }];
    await setCase(tx, { id: caseId, status: "blocked", nextStep: BY_HAND, problems }, deps.clock);
  }
  if (state.reason === OFFER_ENDED && state.facts?.standing === "nothing") {
    const nextStep = "Ask the candidate, or ask for another proposal.";
    const problems = [{ code: "offer_unanswered", message: OFFER_ENDED }];
    await setCase(tx, { id: caseId, status: "blocked", nextStep, problems }, deps.clock);
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
    const problems = [{ code: "booking_unfinished", message: says }];
    await setCase(tx, { id: caseId, status: "blocked", nextStep: todo, problems }, deps.clock);
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
  if (case_ && problemsThatStay(case_).length > 0) return state.reason;
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
  const problems = case_ ? problemsThatStay(case_) : [];
  const isKept = proposals.some((p) => p.kind === "cancel_booking" && p.status === "rejected");
  if (problems.length > 0 && isKept) {
    const nextStep = "The interview stays as it is booked: a person has decided so.";
    await setCase(tx, { id: caseId, status: "booked", nextStep, problems }, deps.clock);
    return nextStep;
  }
  if (problems.length > 0) {
    const nextStep = "Nothing was changed: decide what becomes of the booked interview.";
    await setCase(tx, { id: caseId, status: "blocked", nextStep, problems }, deps.clock);
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
        problems: [{ code: "expired", message: words }],
      },
      deps.clock,
    );
    return words;
  }
  return "There was nothing to propose.";
};
