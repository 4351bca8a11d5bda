/** Does what follows from a person's word on whether a message arrived, and says on the case what came of it. */
import { hasUnreachedReaders } from "../../src/cases/briefs.ts";
import { getCase, setCase } from "../../src/cases/cases.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import {
  type CodeBeside,
  OUTCOME_UNKNOWN,
  endProblems,
  problemOf,
  setProblem,
} from "../../src/cases/problems.ts";
import { getProposal } from "../../src/cases/proposals.ts";
import type { ProposalRecord } from "../../src/cases/records.ts";
import type { Tx } from "../../src/db/port.ts";
import { MESSAGE_NOT_SENT, isMessageKind } from "../../src/domain/attendance-message.ts";
import { BRIEF_NOT_SENT } from "../../src/domain/brief.ts";
import { QUESTION_NOT_TOLD } from "../../src/domain/chat-words.ts";
import type { CaseId } from "../../src/domain/ids.ts";
import { NUDGE_NOT_SENT } from "../../src/domain/nudge.ts";
import { QUESTIONS_NOT_NOTED } from "../../src/domain/question-note.ts";
import { STAGE_NOT_MOVED } from "../../src/domain/stage-move.ts";
import { SYNTHESIS_NOT_POSTED } from "../../src/domain/synthesis.ts";
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
      if (isSettled) await endChecked(tx, of, deps);
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
export const endChecked = async (
  tx: Tx,
  { id: caseId, kind, about }: { id: CaseId; kind: ProposalRecord["kind"]; about: string },
  { clock }: Pick<RunDeps, "clock">,
): Promise<void> => {
  const reached = { caseId, sessionId: about, now: clock.now() };
  if (kind === "send_brief" && (await hasUnreachedReaders(tx, reached))) return;
  const code = isMessageKind(kind) ? MESSAGE_NOT_SENT : (SAID_OF[kind] ?? OUTCOME_UNKNOWN);
  await endProblems(tx, { caseId, codes: new Set([code]), about }, clock);
};

/** What a case says of it, beside its booking. */
const SAID_OF: Partial<Record<ProposalRecord["kind"], CodeBeside>> = {
  send_brief: BRIEF_NOT_SENT,
  nudge_feedback: NUDGE_NOT_SENT,
  note_questions: QUESTIONS_NOT_NOTED,
  post_synthesis: SYNTHESIS_NOT_POSTED,
  move_stage: STAGE_NOT_MOVED,
  tell_question: QUESTION_NOT_TOLD,
  tell_answer: QUESTION_NOT_TOLD,
  note_chat: QUESTION_NOT_TOLD,
};
