/** Does what follows from a person's word on whether a message arrived, and says on the case what came of it. */
import { hasUnreachedReaders } from "../../src/cases/briefs.ts";
import { getCase, setCase } from "../../src/cases/cases.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { OUTCOME_UNKNOWN, endProblems, problemOf, setProblem } from "../../src/cases/problems.ts";
import { getProposal } from "../../src/cases/proposals.ts";
import type { ProposalRecord } from "../../src/cases/records.ts";
import type { Tx } from "../../src/db/port.ts";
import { MESSAGE_KINDS, MESSAGE_NOT_SENT } from "../../src/domain/attendance-message.ts";
import { BRIEF_NOT_SENT } from "../../src/domain/brief.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { NUDGE_NOT_SENT } from "../../src/domain/nudge.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The `mail` node. Errors: retryable ones; what was sent stays sent. */
export const createMailChecked =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const { proposalId, effectId, caseId, arrived } = await readEventData(
      deps.database,
      state.eventId,
    );
    const { words, isSettled, about } = await deps.settleChecked(
      { proposalId: String(proposalId), effectId: String(effectId), arrived: arrived === true },
      { lease: deps.lease, correlationId: state.correlationId, signal: deps.signal },
    );
    await fencedTransaction(deps.database, deps.lease, async (tx) => {
      const case_ = await getCase(tx, String(caseId));
      const proposal = case_ && (await getProposal(tx, String(proposalId)));
      if (!proposal) return;
      const { id } = case_;
      const of = { id, kind: proposal.kind, about: about ?? proposal.id };
      if (isSettled) await end(tx, of, deps);
      const unknown = problemOf(case_, OUTCOME_UNKNOWN);
      if (!unknown || (unknown.about !== undefined && unknown.about !== of.about)) return;
      if (!isSettled) {
        await setProblem(tx, { caseId: id, problem: { ...unknown, message: words } }, deps.clock);
      }
      const { status, problems } = case_;
      await setCase(tx, { id, status, nextStep: words, problems, isSearched: true }, deps.clock);
    });
    return { checked: words };
  };

/** Ends what was said of it, of a brief once nobody of its interview is left without. */
const end = async (
  tx: Tx,
  { id: caseId, kind, about }: { id: CaseId; kind: ProposalRecord["kind"]; about: string },
  { clock }: RunDeps,
): Promise<void> => {
  if (kind === "send_brief") {
    const reached = { caseId, sessionId: about, now: clock.now() };
    if (await hasUnreachedReaders(tx, reached)) return;
    await endProblems(tx, { caseId, codes: new Set([BRIEF_NOT_SENT]), about }, clock);
    return;
  }
  const codes = new Set(MESSAGE_KINDS.some((one) => one === kind) ? [MESSAGE_NOT_SENT] : UNSURE);
  await endProblems(tx, { caseId, codes, about }, clock);
};

const UNSURE = [OUTCOME_UNKNOWN, NUDGE_NOT_SENT];
