/** When the synthesis of a case's round is to be made: by an event like any other, whose run meets the same gate. */
import type { Asker } from "../domain/decision-channel.ts";
import type { Database, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { CaseId, type OpportunityId } from "../domain/ids.ts";
import type { PostSynthesis } from "../domain/synthesis.ts";
import type { DueRound } from "../feedback/over.ts";
import type { FeedbackFacts } from "../feedback/owed.ts";
import { roundAt } from "../feedback/round.ts";
import { type AcceptDeps, type Accepted, type NewEvent, acceptEvent } from "../intake/accept.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import type { Texts } from "../privacy/texts.ts";
import { otherwiseNow } from "../synthesis/stands.ts";
import { conflict, lockCase, refuseWhileWaiting } from "./asked-case.ts";
import { listOpenCases } from "./cases.ts";
import { refuseWhileHeld, refuseWhileOff } from "./evaluative.ts";
import { isUnreadable, openSynthesis } from "./open-proposal.ts";
import type { ProposalRecord } from "./records.ts";
import { supersedeAside } from "./supersede.ts";
import { newestSynthesis } from "./synthesis-proposals.ts";
import { refuseLeft } from "./opt-outs.ts";

/** Kind of the event that the forms of a round are in, or that its deadline has come. */
export const SYNTHESIS_DUE = "synthesis_due";

/** Kind of the event that somebody asks for the synthesis of a case's round, whatever is in by then. */
export const SYNTHESIS_REQUESTED = "synthesis_requested";

/** Kind of the event that a round is otherwise than the synthesis of it that waits says. */
export const SYNTHESIS_OTHERWISE = "synthesis_otherwise";

/** All of them. */
export const SYNTHESES: ReadonlySet<string> = new Set([
  SYNTHESIS_DUE,
  SYNTHESIS_REQUESTED,
  SYNTHESIS_OTHERWISE,
]);

/** What everybody is told while evaluative features are switched off. */
export const SYNTHESIS_OFF =
  "Synthesis is evaluative and is switched off. An admin turns it on under Settings (docs/policies.md); what waits can be rejected in the inbox.";

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
 * open case at its stage, and none while evaluative features are switched off. Its stream is locked. Shape: the stages for which it
 * was not asked before. */
export const askForDueSyntheses = async (
  tx: Tx,
  { opportunityId, rounds }: { opportunityId: OpportunityId; rounds: readonly DueRound[] },
  deps: AcceptDeps,
): Promise<Set<string>> => {
  const asked = new Set<string>();
  if (rounds.length === 0 || !isEvaluativeOn((await readPolicy(tx)).policy)) return asked;
  const open = await listOpenCases(tx, opportunityId);
  for (const { stageId, partial, because } of rounds) {
    // A stage has one open case at most.
    const case_ = open.find((one) => one.stageId === stageId);
    if (!case_) continue;
    const due = { caseId: case_.id, opportunityId, round: stageId, partial, because };
    const { duplicate } = await acceptSynthesisDue(tx, due, deps);
    if (!duplicate) asked.add(stageId);
  }
  return asked;
};

interface Looked {
  opportunityId: OpportunityId;
  facts: FeedbackFacts;
  rounds: readonly DueRound[];
  /** Stages whose synthesis is being made anyway. */
  asked: ReadonlySet<string>;
}

/** Has those seen to that wait for a person although their round is otherwise by now, in the transaction of a look: made anew, or
 * taken off the table until it can be. Each for what is otherwise once, and once more where that was given up. */
export const askForOtherSyntheses = async (
  tx: Tx,
  { opportunityId, facts, rounds, asked }: Looked,
  deps: AcceptDeps & { texts: Texts },
): Promise<void> => {
  if (!isEvaluativeOn((await readPolicy(tx)).policy)) return;
  for (const { id: caseId, stageId } of await listOpenCases(tx, opportunityId)) {
    if (asked.has(stageId)) continue;
    const waiting = await newestSynthesis(tx, { caseId, status: "waiting" });
    if (!waiting) continue;
    const payload = await readPayload(tx, waiting, deps);
    if (!payload) continue;
    const round = roundAt(facts, payload.stageId);
    const words = otherwiseNow(payload, { round, forms: facts.forms });
    if (words === null) continue;
    const due = rounds.find((one) => one.stageId === stageId);
    const seen = digestOf({ words, forms: round.forms.map(({ id }) => id) });
    const event: NewEvent = {
      source: "clock",
      kind: SYNTHESIS_OTHERWISE,
      deliveryKey: `synthesis:${waiting.id}:otherwise:${seen}`,
      opportunityId,
      data: {
        caseId,
        proposalId: waiting.id,
        partial: due ? due.partial : payload.missing.length > 0,
      },
    };
    const { duplicate, eventId } = await acceptEvent(tx, event, deps);
    if (duplicate && (await hasEnded(tx, eventId))) await takeOffAtOnce(tx, event, deps);
  }
};

const hasEnded = async (tx: Tx, eventId: string): Promise<boolean> => {
  const ended = await tx.query("select from inbox where id = $1 and status <> 'waiting'", [
    eventId,
  ]);
  return ended.length > 0;
};

/** Whoever was to see to it has ended, and it still waits: it is taken off the table without them, and they are asked once more for another
 * one. */
const takeOffAtOnce = async (
  tx: Tx,
  event: NewEvent,
  deps: AcceptDeps & { texts: Texts },
): Promise<void> => {
  const correlationId = deps.ids.next("co");
  await supersedeAside(
    tx,
    {
      caseId: CaseId.parse(event.data["caseId"]),
      exceptRun: null,
      because:
        "The forms of the round are otherwise by now, and the run that was to see to it came to no end.",
      correlationId,
      kind: "post_synthesis",
    },
    deps,
  );
  const deliveryKey = `${event.deliveryKey}:again`;
  await acceptEvent(tx, { ...event, deliveryKey, correlationId }, deps);
};

/** Null: its texts were erased, and nobody approves it. */
const readPayload = async (
  tx: Tx,
  waiting: ProposalRecord,
  { texts }: { texts: Texts },
): Promise<PostSynthesis | null> => {
  try {
    return (await openSynthesis(tx, waiting, texts)).payload;
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

const acceptSynthesisDue = async (
  tx: Tx,
  { caseId, opportunityId, round, partial, because }: DueSynthesis,
  deps: AcceptDeps,
): Promise<Accepted> =>
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
  { caseId, ...asker }: { caseId: string } & Asker,
  deps: Deps,
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, caseId);
    await refuseLeft(tx, case_.id);
    if (case_.closedAt !== null) throw conflict("This case is closed: nothing is left to debrief.");
    await refuseWhileOff(tx, SYNTHESIS_OFF);
    await refuseWhileHeld(tx, { feature: "synthesis", place: case_, now: deps.clock.now() });
    const says = "The synthesis is being made already: see what comes of it.";
    await refuseWhileWaiting(tx, case_, { kind: SYNTHESIS_REQUESTED, says });
    const { eventId } = await acceptEvent(
      tx,
      {
        source: "person",
        kind: SYNTHESIS_REQUESTED,
        deliveryKey: `synthesis:${deps.ids.next("rq")}`,
        opportunityId: case_.opportunityId,
        data: { caseId, ...asker },
      },
      deps,
    );
    return { eventId };
  });
