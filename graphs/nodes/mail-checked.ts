/** Does what follows from a person's word on whether a message arrived, and says on the case what came of it. */
import { hasUnreachedReaders } from "../../src/cases/briefs.ts";
import { getCase, setCase } from "../../src/cases/cases.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { MESSAGE_NOT_SENT } from "../../src/domain/attendance-message.ts";
import { BRIEF_NOT_SENT } from "../../src/domain/brief.ts";
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
    const { words, isSettled } = await deps.settleChecked(
      { proposalId: String(proposalId), effectId: String(effectId), arrived: arrived === true },
      { lease: deps.lease, correlationId: state.correlationId, signal: deps.signal },
    );
    await fencedTransaction(deps.database, deps.lease, async (tx) => {
      const case_ = await getCase(tx, String(caseId));
      if (case_?.problem?.code === BRIEF_NOT_SENT) {
        const { id, status, nextStep } = case_;
        const about = { caseId: id, now: deps.clock.now() };
        if (!isSettled || (await hasUnreachedReaders(tx, about))) return;
        await setCase(tx, { id, status, nextStep, problem: null, isSearched: true }, deps.clock);
      }
      if (case_?.problem?.code === MESSAGE_NOT_SENT && isSettled) {
        const { id, status, nextStep } = case_;
        await setCase(tx, { id, status, nextStep, problem: null, isSearched: true }, deps.clock);
      }
      if (case_?.problem?.code !== UNKNOWN) return;
      const { id, status } = case_;
      const problem = isSettled ? null : { code: UNKNOWN, message: words };
      await setCase(tx, { id, status, nextStep: words, problem, isSearched: true }, deps.clock);
    });
    return { checked: words };
  };

/** Code of the problem that nobody can tell whether a message left. */
const UNKNOWN = "outcome_unknown";
