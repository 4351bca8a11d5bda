/** What waits for a decision and is overtaken: taken off the table, with the runs that waited for it. */
import type { Tx } from "../db/port.ts";
import { MESSAGE_KINDS, type MessageKind, isMessageKind } from "../domain/attendance-message.ts";
import type { ProposalPayload } from "../domain/proposal.ts";
import type { CaseId, RunId } from "../domain/ids.ts";
import { endOffers } from "./end-offers.ts";
import { type ProposalDeps, lockWaiting, setProposalStatus } from "./proposals.ts";
import { recordDecision } from "./decisions.ts";
import type { ProposalRecord } from "./records.ts";

interface Superseding {
  caseId: CaseId;
  exceptRun: RunId | null;
  because: string;
  correlationId: string;
}

/** Takes every waiting proposal of a case off the table, and what was offered in it; ends the runs that waited for them.
 * Shape: how many waited. */
export const supersedeWaiting = async (
  tx: Tx,
  what: Superseding,
  deps: ProposalDeps,
): Promise<number> => {
  await endOffers(tx, what.caseId, deps.clock.now());
  return await supersede(tx, { ...what, waiting: await lockWaiting(tx, what) }, deps);
};

/** What goes on when a booking is overtaken. */
const BESIDE: ReadonlySet<ProposalPayload["kind"]> = new Set([
  "send_brief",
  "note_questions",
  "post_synthesis",
  ...MESSAGE_KINDS,
  "nudge_feedback",
  "move_stage",
  "book_debrief",
  "tell_question",
  "tell_answer",
  "note_chat",
]);

/** The same of what concerns the booking: briefs of what is booked and notes with questions go on. */
export const supersedeBookings = async (
  tx: Tx,
  what: Superseding,
  deps: ProposalDeps,
): Promise<number> => {
  await endOffers(tx, what.caseId, deps.clock.now());
  const waiting = (await lockWaiting(tx, what)).filter(({ kind }) => !BESIDE.has(kind));
  return await supersede(tx, { ...what, waiting }, deps);
};

/** The same of briefs: of one session, or, with null, of all. */
export const supersedeBriefs = async (
  tx: Tx,
  { sessionId, ...what }: Superseding & { sessionId: string | null },
  deps: ProposalDeps,
): Promise<number> => {
  const waiting = (await lockWaiting(tx, what)).filter(
    (each) => each.kind === "send_brief" && (sessionId === null || each.sessionId === sessionId),
  );
  return await supersede(tx, { ...what, waiting }, deps);
};

/** The same of messages about one session, or, with null, about any: of one kind, or of all. */
export const supersedeMessages = async (
  tx: Tx,
  { sessionId, kind: of, ...what }: Superseding & { sessionId: string | null; kind?: MessageKind },
  deps: ProposalDeps,
): Promise<number> => {
  const waiting = (await lockWaiting(tx, what)).filter(
    ({ kind, sessionId: about }) =>
      isMessageKind(kind) &&
      (sessionId === null || about === sessionId) &&
      (of === undefined || kind === of),
  );
  return await supersede(tx, { ...what, waiting }, deps);
};

/** The same of what stands beside the booking, of one kind. */
export const supersedeAside = async (
  tx: Tx,
  { kind: of, ...what }: Superseding & { kind: "note_questions" | "post_synthesis" | "move_stage" },
  deps: ProposalDeps,
): Promise<number> => {
  const waiting = (await lockWaiting(tx, what)).filter(({ kind }) => kind === of);
  return await supersede(tx, { ...what, waiting }, deps);
};

const supersede = async (
  tx: Tx,
  { waiting, ...what }: Superseding & { waiting: readonly ProposalRecord[] },
  deps: ProposalDeps,
): Promise<number> => {
  const now = deps.clock.now();
  for (const proposal of waiting) {
    await recordDecision(
      tx,
      {
        proposal,
        decision: "supersede",
        by: "convene",
        because: what.because,
        correlationId: what.correlationId,
      },
      deps,
    );
    await setProposalStatus(tx, proposal, { status: "superseded", now });
    await tx.query(
      `update runs set status = 'superseded', outcome = $2, finished_at = $3 where id = $1 and status = 'waiting'
         and not exists (select from proposals where run_id = $1 and status = 'waiting')`,
      [proposal.runId, what.because, now.toString()],
    );
  }
  return waiting.length;
};
