/** Decides what may happen: policy first, then people. The only node that interrupts. The database holds the decisions;
 * a resume is no more than the word that there is a new one. Nothing before the interrupt has an effect outside. */
import { interrupt } from "@langchain/langgraph";
import { answeredBy } from "../../src/cases/answers-told.ts";
import { getCase, setCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { bookingProblems } from "../../src/cases/problems.ts";
import { approvedWithOffer } from "../../src/cases/offers.ts";
import { endProposalBy, listAllOfRun, setProposalStatus } from "../../src/cases/proposals.ts";
import { setPerformsAt } from "../../src/cases/pauses.ts";
import { getDecision, recordDecision } from "../../src/cases/decisions.ts";
import {
  type AnyProposal,
  type CaseRecord,
  type Ground,
  type Problem,
  type ProposalRecord,
  isOfCase,
} from "../../src/cases/records.ts";
import { setRun } from "../../src/cases/runs.ts";
import type { Tx } from "../../src/db/port.ts";
import { RunId } from "../../src/domain/ids.ts";
import type { Ask } from "../../src/domain/policy.ts";
import { appendLedger } from "../../src/ledger/append.ts";
import { answerNow } from "../../src/policy/answer-now.ts";
import { type PolicyAnswer, isForAnybody } from "../../src/policy/decide.ts";
import { besideOf } from "../beside.ts";
import { CHANGE_UNREADABLE } from "../booked.ts";
import type { RunDeps } from "../deps.ts";
import { groundOf } from "./digest.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `gate` node. Shape: `toPerform` holds the proposals that are approved and not yet performed. */
export const createGate =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    for (;;) {
      const settled = await fencedTransaction(
        deps.database,
        deps.lease,
        async (tx) => await settleByPolicy(tx, state, deps),
      );
      if (settled.toPerform.length > 0 || settled.waiting.length === 0) {
        return { toPerform: settled.toPerform };
      }
      // Resumed, it only goes on here: what waits still, as after a pause when policy asks by then, waits again.
      interrupt({ waiting: settled.waiting });
    }
  };

/** Asks policy about each proposal that it has not seen yet, and sorts them all. Safe to repeat. */
const settleByPolicy = async (
  tx: Tx,
  state: RunState,
  deps: RunDeps,
): Promise<{ toPerform: string[]; waiting: string[] }> => {
  const proposals = await listAllOfRun(tx, state.runId);
  const case_ = state.caseId === null ? null : await getCase(tx, state.caseId);
  const ground = case_ ?? groundOf(state);
  if (!ground) return { toPerform: [], waiting: [] };
  for (const proposal of proposals) {
    if (proposal.status === "waiting") await askPolicy(tx, { proposal, ground, state }, deps);
  }
  const present = await listAllOfRun(tx, state.runId);
  const ids = (...statuses: ProposalRecord["status"][]) =>
    present.filter((p) => statuses.includes(p.status)).map((p) => p.id);
  const waiting = ids("waiting");
  if (waiting.length > 0) {
    await setRun(
      tx,
      { id: RunId.parse(state.runId), status: "waiting", outcome: null },
      deps.clock,
    );
  }
  // What stands beside the booking leaves its case as it stands.
  if (case_ && waiting.length > 0 && besideOf(state.action) === null) {
    await setCase(
      tx,
      {
        id: case_.id,
        status: "waiting",
        nextStep: goesByItself(present) ? BY_ITSELF : byPerson(present),
        problems: problemsToTell(case_),
      },
      deps.clock,
    );
  }
  return { toPerform: ids("approved", "performing"), waiting };
};

/** What happened to a booking is told as long as nobody has decided what comes of it; that nothing fitted only while it is so. */
export const problemsThatStay = (case_: CaseRecord): Problem[] =>
  bookingProblems(case_).filter(({ code }) => STAYS.has(code));

/** The same, and that an earlier change cannot be read: whoever decides has to know it, and then it is over. */
export const problemsToTell = (case_: CaseRecord): Problem[] =>
  bookingProblems(case_).filter(({ code }) => STAYS.has(code) || code === CHANGE_UNREADABLE);

const STAYS: ReadonlySet<string> = new Set(["booking_changed", "booked_but_ended"]);

const askPolicy = async (
  tx: Tx,
  { proposal, ground, state }: { proposal: AnyProposal; ground: Ground; state: RunState },
  deps: RunDeps,
): Promise<void> => {
  const asked = { proposal, ground, now: deps.clock.now() };
  const { answer, held, basis, version: policyVersion } = await answerNow(tx, asked);
  if (await getDecision(tx, proposal.id)) return;
  if (answer.do === "perform" && (await isPausing(tx, { proposal, answer, state }, deps))) return;
  if (answer.do === "ask") {
    await asksNow(tx, { proposal, ask: answer }, deps);
    if (isOfCase(proposal)) await approveDecided(tx, { proposal, ask: answer, state }, deps);
    return;
  }
  await recordDecision(
    tx,
    {
      proposal,
      decision: answer.do,
      by: "policy",
      basis: { ...basis, policyVersion },
      correlationId: state.correlationId,
      ...(held !== null && { because: held }),
    },
    deps,
  );
  const status = answer.do === "observe" ? "observed" : "approved";
  await setProposalStatus(tx, proposal, { status, now: deps.clock.now() });
};

/** A rule may end a question sooner than all others; and what was to be done by itself is not, once policy asks. */
const asksNow = async (
  tx: Tx,
  { proposal, ask }: { proposal: AnyProposal; ask: Ask },
  { clock }: RunDeps,
): Promise<void> => {
  if (proposal.performsAt !== null) await setPerformsAt(tx, proposal, null);
  if (ask.hours === undefined || ask.afterwards === "ask_admins") return;
  await endProposalBy(tx, proposal, clock.now().add({ hours: ask.hours }));
};

interface Performing {
  proposal: AnyProposal;
  answer: Extract<PolicyAnswer, { do: "perform" }>;
  state: RunState;
}

/** Whether it still waits for the end of a pause; it begins when policy is asked first. One that would end only when it can no
 * longer be decided on waits for a person. */
const isPausing = async (
  tx: Tx,
  { proposal, answer: { afterMinutes }, state }: Performing,
  { clock }: RunDeps,
): Promise<boolean> => {
  if (afterMinutes === undefined) return false;
  const now = clock.now();
  if (proposal.performsAt !== null) {
    return Temporal.Instant.compare(proposal.performsAt, now) > 0;
  }
  const performsAt = now.add({ minutes: afterMinutes });
  if (Temporal.Instant.compare(performsAt, proposal.expiresAt) >= 0) return true;
  await setPerformsAt(tx, proposal, performsAt);
  await appendLedger(tx, {
    type: "proposal.pausing",
    actor: "policy",
    caseId: proposal.caseId,
    correlationId: state.correlationId,
    data: { proposalId: proposal.id, performsAt: performsAt.toString() },
    at: now,
  });
  return true;
};

/** What is proposed, as whoever decides knows it. */
const byPerson = (present: readonly AnyProposal[]): string => {
  const kind = present.find(({ status }) => status === "waiting")?.kind ?? "";
  return `Approve, change or reject the proposed ${PROPOSED[kind] ?? "interview"}.`;
};

const PROPOSED: Readonly<Record<string, string>> = {
  change_booking: "change",
  cancel_booking: "cancellation",
  offer_times: "offer of times",
};

const BY_ITSELF = "It is done by itself when its pause is over, unless somebody stops it.";

const goesByItself = (present: readonly AnyProposal[]): boolean =>
  present.every(({ status, performsAt }) => status !== "waiting" || performsAt !== null);

/** What a person has decided on before is not asked for twice: what a candidate chose from an offer was approved with it, word for word;
 * and who answers a candidate wants them to know of it. A rule that names who is asked, or asks for two, still asks. */
const approveDecided = async (
  tx: Tx,
  { proposal, ask, state }: { proposal: ProposalRecord; ask: Ask; state: RunState },
  deps: RunDeps,
): Promise<void> => {
  if (!isForAnybody(ask)) return;
  const offered = await approvedWithOffer(tx, proposal, deps.texts);
  const by = offered ?? (await answeredBy(tx, proposal));
  if (by === null) return;
  const because = offered === null ? WITH_ANSWER : WITH_OFFER;
  const { correlationId } = state;
  await recordDecision(tx, { proposal, decision: "approve", by, because, correlationId }, deps);
  await setProposalStatus(tx, proposal, { status: "approved", now: deps.clock.now() });
};

const WITH_OFFER = "Approved with the offer that the candidate chose it from.";
const WITH_ANSWER = "Approved with the answer that it tells the candidate of.";
