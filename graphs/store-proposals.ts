/** Keeps what a specialist proposes, and takes off the table what it takes the place of. */
import type { SpecialistProposal } from "../agents/specialist.ts";
import { fencedTransaction } from "../src/cases/lease.ts";
import { type NewProposal, storeProposals } from "../src/cases/proposals.ts";
import {
  supersedeAside,
  supersedeBookings,
  supersedeBriefs,
  supersedeMessages,
} from "../src/cases/supersede.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import { findUnfinishedBooking } from "../src/cases/unfinished-booking.ts";
import type { Tx } from "../src/db/port.ts";
import { expiryOf } from "../src/domain/expiry.ts";
import { CaseId, RunId } from "../src/domain/ids.ts";
import { decidedBefore } from "../src/domain/offer.ts";
import {
  type FeatureClass,
  type ProposalPayload,
  isBooking,
  isMessage,
} from "../src/domain/proposal.ts";
import { lostSlotOf } from "../src/effects/effects.ts";
import { readPolicy } from "../src/policy/store.ts";
import type { RunDeps } from "./deps.ts";
import type { FinalDraft } from "./papers.ts";
import type { RunState } from "./state.ts";

/** What a run proposes. */
interface ToStore {
  state: RunState;
  case_: CaseRecord;
  class: FeatureClass;
  refined: FinalDraft<unknown>["refined"];
  by: string;
  proposals: SpecialistProposal[];
}

/** A proposal in the place of one whose time was taken meanwhile says so. */
const sayWhatWasLost = async (
  tx: Tx,
  proposal: SpecialistProposal,
  { eventKind, caseId }: RunState,
): Promise<SpecialistProposal> => {
  const words = eventKind === "slot_lost" && caseId !== null && (await lostSlotOf(tx, caseId));
  if (!words) return proposal;
  const evidence = {
    kind: "warning" as const,
    what: `The time that was approved before is lost: ${words} Nothing had been sent; this is another time.`,
    source: "reserve_time",
  };
  const { context } = proposal;
  return {
    ...proposal,
    warnings: proposal.warnings + 1,
    context: { ...context, evidence: [evidence, ...context.evidence] },
  };
};

/** Takes earlier proposals of the case off the table in the same transaction: never do two of them wait, and never is one
 * approved that is about to be replaced. Shape: empty when a person has approved an earlier one meanwhile. */
export const storeAll = async (what: ToStore, deps: RunDeps): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const caseId = CaseId.parse(what.case_.id);
    const runId = RunId.parse(what.state.runId);
    const isOfBooking = what.proposals.some(({ payload }) => isBooking(payload));
    if (isOfBooking && (await findUnfinishedBooking(tx, { caseId, exceptRun: runId }))) return [];
    const { version, policy } = await readPolicy(tx);
    const proposals: NewProposal[] = [];
    for (const drafted of what.proposals) {
      const proposal = await sayWhatWasLost(tx, drafted, what.state);
      proposals.push({
        ...proposal,
        caseId,
        runId,
        candidate: what.case_.candidate,
        correlationId: what.state.correlationId,
        class: what.class,
        refined: what.refined,
        policyVersion: version,
        expiresAt: endOf(proposal.payload, { now: deps.clock.now(), hours: policy.expireHours }),
        by: what.by,
      });
    }
    const ids = await storeProposals(tx, proposals, deps);
    await takeOffTheTable(tx, what, deps);
    return ids;
  });

/** What the new proposals take the place of: of a session's brief, of each kind of message about it and of each kind of note the one before, and else what is about the booking. */
const takeOffTheTable = async (
  tx: Tx,
  { case_, state, proposals }: ToStore,
  deps: RunDeps,
): Promise<void> => {
  const superseding = {
    caseId: case_.id,
    exceptRun: RunId.parse(state.runId),
    because: "A newer proposal takes its place.",
    correlationId: state.correlationId,
  };
  for (const { payload } of proposals) {
    if (payload.kind !== "send_brief") continue;
    const { sessionId } = payload.session;
    await supersedeBriefs(tx, { ...superseding, sessionId }, deps);
  }
  for (const { payload } of proposals) {
    if (!isMessage(payload)) continue;
    const [first] = payload.sessions;
    const { kind } = payload;
    // Of a visit there is one, whichever of its interviews it names first.
    const about = { sessionId: kind === "invite_again" ? null : (first?.sessionId ?? ""), kind };
    await supersedeMessages(tx, { ...superseding, ...about }, deps);
  }
  for (const kind of ["note_questions", "post_synthesis"] as const) {
    if (!proposals.some(({ payload }) => payload.kind === kind)) continue;
    await supersedeAside(tx, { ...superseding, kind }, deps);
  }
  if (proposals.some(({ payload }) => isBooking(payload))) {
    await supersedeBookings(tx, superseding, deps);
  }
};

/** Until when it can be decided on. What is about the past is before nothing, nor is a note. */
const endOf = (
  payload: ProposalPayload,
  { now, hours }: { now: Temporal.Instant; hours: number },
): Temporal.Instant =>
  BEFORE_NOTHING.has(payload.kind) ? now.add({ hours }) : expiryOf(now, startOf(payload), hours);

const BEFORE_NOTHING: ReadonlySet<ProposalPayload["kind"]> = new Set([
  "note_questions",
  "post_synthesis",
  "ask_arrival",
  "invite_again",
]);

/** The moment before which somebody has to decide. */
const startOf = (payload: ProposalPayload): Temporal.Instant => {
  if (isBooking(payload)) return decidedBefore(payload);
  if (payload.kind === "send_brief") return Temporal.Instant.from(payload.session.startsAt);
  if (isMessage(payload)) return Temporal.Instant.from(payload.sessions[0]?.startsAt ?? "");
  throw new Error("a specialist proposes no alert");
};
