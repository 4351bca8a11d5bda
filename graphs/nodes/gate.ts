/** Decides what may happen: policy first, then people. The only node that interrupts. The database holds the decisions;
 * a resume is no more than the word that there is a new one. Nothing before the interrupt has an effect outside. */
import { interrupt } from "@langchain/langgraph";
import { getCase, setCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { bookingProblems } from "../../src/cases/problems.ts";
import { approvedWithOffer } from "../../src/cases/offers.ts";
import { endProposalBy, listAllOfRun, setProposalStatus } from "../../src/cases/proposals.ts";
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
import { answerOf } from "../../src/policy/decide.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { besideOf } from "../beside.ts";
import { CHANGE_UNREADABLE } from "../booked.ts";
import type { RunDeps } from "../deps.ts";
import { groundOf } from "./digest.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `gate` node. Shape: `toPerform` holds the proposals that are approved and not yet performed. */
export const createGate =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const settled = await fencedTransaction(
      deps.database,
      deps.lease,
      async (tx) => await settleByPolicy(tx, state, deps),
    );
    if (settled.toPerform.length === 0 && settled.waiting.length > 0) {
      interrupt({ waiting: settled.waiting });
    }
    return { toPerform: settled.toPerform };
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
        nextStep: "Approve, change or reject the proposed interview.",
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
  const { policy } = await readPolicy(tx);
  const answer = answerOf(policy, proposal, ground);
  if (await getDecision(tx, proposal.id)) return;
  if (answer.do === "ask") {
    await endBy(tx, proposal, answer);
    if (isOfCase(proposal)) await approveChosen(tx, { proposal, state }, deps);
    return;
  }
  await recordDecision(
    tx,
    { proposal, decision: answer.do, by: "policy", correlationId: state.correlationId },
    deps,
  );
  const status = answer.do === "observe" ? "observed" : "approved";
  await setProposalStatus(tx, proposal, { status, now: deps.clock.now() });
};

/** A rule may end a question sooner than all others. */
const endBy = async (tx: Tx, proposal: AnyProposal, ask: Ask): Promise<void> => {
  if (ask.hours === undefined || ask.afterwards === "ask_admins") return;
  await endProposalBy(tx, proposal, proposal.createdAt.add({ hours: ask.hours }));
};

/** What a candidate chose from an offer was approved with it, word for word; it is not asked for twice. */
const approveChosen = async (
  tx: Tx,
  { proposal, state }: { proposal: ProposalRecord; state: RunState },
  deps: RunDeps,
): Promise<void> => {
  const by = await approvedWithOffer(tx, proposal, deps.texts);
  if (by === null) return;
  const because = "Approved with the offer that the candidate chose it from.";
  const { correlationId } = state;
  await recordDecision(tx, { proposal, decision: "approve", by, because, correlationId }, deps);
  await setProposalStatus(tx, proposal, { status: "approved", now: deps.clock.now() });
};
