/** When the synthesis of a case's round is to be made: by an event like any other, whose run meets the same gate. */
import type { Database, Tx } from "../db/port.ts";
import type { OpportunityId } from "../domain/ids.ts";
import type { DueRound } from "../feedback/over.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import { conflict, lockCase, refuseWhileWaiting } from "./asked-case.ts";
import { listOpenCases } from "./cases.ts";
import { refuseWhileOff } from "./evaluative.ts";

/** Kind of the event that the forms of a round are in, or that its deadline has come. */
export const SYNTHESIS_DUE = "synthesis_due";

/** Kind of the event that somebody asks for the synthesis of a case's round, whatever is in by then. */
export const SYNTHESIS_REQUESTED = "synthesis_requested";

/** Both of them. */
export const SYNTHESES: ReadonlySet<string> = new Set([SYNTHESIS_DUE, SYNTHESIS_REQUESTED]);

/** What everybody is told while evaluative features are switched off. */
export const SYNTHESIS_OFF =
  "Synthesis is evaluative and is switched off: none is made, and none is shown. An admin records an assessment and switches it on under Settings (docs/policies.md); what waits from before can be rejected in the inbox.";

type Deps = AcceptDeps & { database: Database };

/** A round whose synthesis is due. */
interface DueSynthesis {
  caseId: string;
  opportunityId: OpportunityId;
  /** The stage in Lever that the round is of. */
  round: string;
  /** Whether its deadline has come before all forms were in: then it is made of those that are. */
  partial: boolean;
  /** What makes it due, once: the newest form's id and its time, or the deadline. The same is taken in once. */
  because: string;
}

/** Has the syntheses made of rounds that are due, in the transaction that finds them so: each for what makes it due once, of the
 * open case at its stage, and none while evaluative features are switched off. Its stream is locked. */
export const askForDueSyntheses = async (
  tx: Tx,
  { opportunityId, rounds }: { opportunityId: OpportunityId; rounds: readonly DueRound[] },
  deps: AcceptDeps,
): Promise<void> => {
  if (rounds.length === 0 || !isEvaluativeOn((await readPolicy(tx)).policy)) return;
  const open = await listOpenCases(tx, opportunityId);
  for (const { stageId, partial, because } of rounds) {
    // A stage has one open case at most.
    const case_ = open.find((one) => one.stageId === stageId);
    if (!case_) continue;
    const due = { caseId: case_.id, opportunityId, round: stageId, partial, because };
    await acceptSynthesisDue(tx, due, deps);
  }
};

const acceptSynthesisDue = async (
  tx: Tx,
  { caseId, opportunityId, round, partial, because }: DueSynthesis,
  deps: AcceptDeps,
): Promise<{ eventId: string }> =>
  await acceptEvent(
    tx,
    {
      source: "clock",
      kind: SYNTHESIS_DUE,
      deliveryKey: `synthesis:${caseId}:${round}:${partial ? "partial" : "whole"}:${because}`,
      opportunityId,
      data: { caseId, round, partial },
    },
    deps,
  );

/** Has it proposed. Errors: `not_found`; `conflict` when the case is closed, evaluative features are switched off, or the same is
 * being made already. */
export const askForSynthesis = async (
  { caseId, by }: { caseId: string; by: string },
  deps: Deps,
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, caseId);
    if (case_.closedAt !== null) throw conflict("This case is closed: nothing is left to debrief.");
    await refuseWhileOff(tx, SYNTHESIS_OFF);
    const says = "The synthesis is being made already: see what comes of it.";
    await refuseWhileWaiting(tx, case_, { kind: SYNTHESIS_REQUESTED, says });
    const { eventId } = await acceptEvent(
      tx,
      {
        source: "person",
        kind: SYNTHESIS_REQUESTED,
        deliveryKey: `synthesis:${deps.ids.next("rq")}`,
        opportunityId: case_.opportunityId,
        data: { caseId, by },
      },
      deps,
    );
    return { eventId };
  });
