/** Holds what is booked against what is outside now, whoever changed it, and puts the difference to a person once. */
import { getCase, setCase } from "../../src/cases/cases.ts";
import {
  type Deviation,
  type StandingBooking,
  deviationsOf,
  listStandingBookings,
  releaseSessions,
} from "../../src/cases/bookings.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { getProposal, openProposal, supersedeWaiting } from "../../src/cases/proposals.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { setRunCase } from "../../src/cases/runs.ts";
import type { Tx } from "../../src/db/port.ts";
import { AppError } from "../../src/domain/errors.ts";
import { CaseId, OpportunityId, RunId } from "../../src/domain/ids.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import { appendLedger } from "../../src/ledger/append.ts";
import type { Opportunity, Panel } from "../../src/lever/port.ts";
import type { RunDeps } from "../deps.ts";
import { CHECKING_KINDS } from "../routes.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** The problem that this node sets. */
const PROBLEM = "booking_changed";
/** Those that are over when all is as booked again: it was moved back, or un-archived. */
const MENDED: ReadonlySet<string> = new Set([PROBLEM, "booked_but_ended"]);

/** The `check` node. Errors: those of Lever and the calendar, retryable or not. */
export const createCheck =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const { facts } = state;
    if (!CHECKING_KINDS.has(state.eventKind) || !facts?.exists || facts.archived) return {};
    const opportunityId = OpportunityId.parse(state.opportunityId);
    if (state.eventKind === "interviewCreated") {
      const { runId, correlationId } = state;
      const { lease, lever } = deps;
      await deps.askForRepair(opportunityId, { lease, lever, runId, correlationId });
    }
    const bookings = await listStandingBookings(deps.database, opportunityId, deps.clock.now());
    const [first] = bookings;
    if (!first) return {};
    if (state.caseId === null) {
      await fencedTransaction(deps.database, deps.lease, async (tx) => {
        await setRunCase(tx, RunId.parse(state.runId), CaseId.parse(first.caseId));
      });
    }
    const opportunity = await deps.lever.getOpportunity(opportunityId);
    const panels = await deps.lever.listPanels(opportunityId);
    const words: string[] = [];
    const caseId = state.caseId ?? first.caseId;
    let mend: Mend | null = null;
    for (const booking of bookings) {
      const checked = await checkOne(booking, { opportunity, panels, state }, deps);
      words.push(...checked.deviations.map((each) => each.words));
      // What a run proposes is of its own case.
      if (booking.caseId === caseId) mend = checked.mend ?? mend;
    }
    return {
      checked: words.length === 0 ? "The interview stands as booked." : words.join(" "),
      ...(state.caseId === null && { caseId, candidate: await candidateOf(caseId, deps) }),
      ...(mend && { facts: { ...facts, mend } }),
    };
  };

type Mend = "change" | "cancel";

const candidateOf = async (caseId: string, { database }: RunDeps): Promise<string | null> =>
  (await getCase(database, caseId))?.candidate ?? null;

interface Facts {
  opportunity: Opportunity;
  panels: Panel[];
  state: RunState;
}

const checkOne = async (
  booking: StandingBooking,
  { opportunity, panels, state }: Facts,
  deps: RunDeps,
): Promise<{ deviations: Deviation[]; mend: Mend | null }> => {
  const case_ = await getCase(deps.database, booking.caseId);
  const proposal = await getProposal(deps.database, booking.proposalId);
  if (!case_ || !proposal) throw new Error("a booking without its case");
  const { payload } = await openProposal(deps.database, proposal, deps.texts);
  const deviations = deviationsOf(payload, {
    events: await Promise.all(
      booking.events.map(
        async ({ organizer, eventId }) => await readEvent(organizer, eventId, deps),
      ),
    ),
    panel: panels.find(({ id }) => id === booking.panelId) ?? null,
    otherStage:
      opportunity.stageId === case_.stageId
        ? null
        : (await deps.lever.getStage(opportunity.stageId)).text,
  });
  const isNew = await fencedTransaction(
    deps.database,
    deps.lease,
    async (tx) => await settle(tx, { case_, booking, payload, deviations, state }, deps),
  );
  const mend = isNew ? mendOf(deviations) : null;
  const isForPerson = mend !== null && (await countChanges(case_.id, deps)) >= MOST_CHANGES;
  return { deviations, mend: isForPerson ? null : mend };
};

/** What can be put right by itself. Who deletes an event or changes the panel in Lever may want no interview, or another one. */
const mendOf = (deviations: readonly Deviation[]): Mend | null => {
  const codes = new Set(deviations.map(({ code }) => code));
  if (codes.size === 0) return null;
  if (codes.has("stage_left")) return "cancel";
  return [...codes].every((code) => code === "declined" || code === "event_moved")
    ? "change"
    : null;
};

/** After so many changes of one case a person takes over: whoever declines again and again is not asked for ever. */
const MOST_CHANGES = 3;

const countChanges = async (caseId: string, { database }: RunDeps): Promise<number> => {
  const [row] = await database.query<{ n: number }>(
    `select count(*)::int as n from proposals where case_id = $1 and kind = 'change_booking'
       and status not in ('superseded', 'waiting')`,
    [caseId],
  );
  return row?.n ?? 0;
};

/** A mailbox that is no longer there has no event either: both mean that nobody will come. */
const readEvent = async (organizer: string, eventId: string, deps: RunDeps) => {
  try {
    return await deps.tools.calendar.getEvent(organizer, eventId);
  } catch (thrown) {
    const isGone = thrown instanceof AppError && thrown.code === "calendar_not_found";
    if (isGone) return null;
    throw thrown;
  }
};

interface Settling {
  case_: CaseRecord;
  booking: StandingBooking;
  payload: BookInterview;
  deviations: Deviation[];
  state: RunState;
}

/** One message that says all of it, told when it changes; and taken back, with what was proposed to mend it, when all is as
 * booked again. Shape: whether it was told now. */
const settle = async (
  tx: Tx,
  { case_, booking, payload, deviations, state }: Settling,
  deps: RunDeps,
): Promise<boolean> => {
  const now = deps.clock.now();
  const gone = payload.sessions.filter(({ sessionId }) =>
    deviations.some((each) => each.code === "event_gone" && each.sessionId === sessionId),
  );
  const message = deviations.map(({ words }) => words).join(" ");
  const before = case_.problem && MENDED.has(case_.problem.code) ? case_.problem.message : "";
  const said =
    gone.length > 0
      ? `${message} The candidate has not been told, and the time is free again.`
      : `${message} The candidate has not been told.`;
  if (deviations.length === 0 ? before === "" : before.startsWith(said)) return false;
  if (deviations.length === 0) {
    const because = "The interview stands as booked again.";
    const { correlationId } = state;
    await supersedeWaiting(tx, { caseId: case_.id, exceptRun: null, because, correlationId }, deps);
  }
  await releaseSessions(tx, { proposalId: booking.proposalId, sessions: gone, now });
  await setCase(
    tx,
    deviations.length === 0
      ? { id: case_.id, status: "booked", nextStep: "The interview stands as booked." }
      : {
          id: case_.id,
          status: "blocked",
          nextStep: "Decide whether the interview still takes place, and tell those who come.",
          problem: { code: PROBLEM, message: said },
        },
    deps.clock,
  );
  await appendLedger(tx, {
    type: deviations.length === 0 ? "booking.as_booked" : "booking.changed",
    actor: "convene",
    caseId: case_.id,
    correlationId: state.correlationId,
    data: { proposalId: booking.proposalId, deviations: deviations.map(({ code }) => code) },
    at: now,
  });
  return deviations.length > 0;
};
