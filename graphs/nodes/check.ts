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
import { getProposal, openProposal } from "../../src/cases/proposals.ts";
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
    const isAbout = CHECKING_KINDS.has(state.eventKind) && state.facts?.exists === true;
    if (!isAbout || state.facts?.archived === true) return {};
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
    for (const booking of bookings) {
      words.push(...(await checkOne(booking, { opportunity, panels, state }, deps)));
    }
    return {
      checked: words.length === 0 ? "The interview stands as booked." : words.join(" "),
      ...(state.caseId === null && { caseId: first.caseId }),
    };
  };

interface Facts {
  opportunity: Opportunity;
  panels: Panel[];
  state: RunState;
}

const checkOne = async (
  booking: StandingBooking,
  { opportunity, panels, state }: Facts,
  deps: RunDeps,
): Promise<string[]> => {
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
  await fencedTransaction(
    deps.database,
    deps.lease,
    async (tx) => await settle(tx, { case_, booking, payload, deviations, state }, deps),
  );
  return deviations.map(({ words }) => words);
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

/** One message that says all of it, told when it changes; and taken back when all is as booked again. */
const settle = async (
  tx: Tx,
  { case_, booking, payload, deviations, state }: Settling,
  deps: RunDeps,
): Promise<void> => {
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
  if (deviations.length === 0 ? before === "" : before === said) return;
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
};
