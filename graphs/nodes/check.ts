/** Holds what is booked against what is outside now, whoever changed it, and puts the difference to a person once. */
import type { CalendarEvent } from "../../src/calendar/port.ts";
import { readEvent } from "../../src/calendar/read-event.ts";
import { keepAbsent } from "../../src/cases/absences.ts";
import { getCase, setCase } from "../../src/cases/cases.ts";
import {
  type Deviation,
  type StandingBooking,
  deviationsOf,
  listStandingBookings,
} from "../../src/cases/bookings.ts";
import { bookingProblems, problemOf } from "../../src/cases/problems.ts";
import { TAKE_OVER, isForPerson } from "../../src/cases/changes-made.ts";
import { keepChangedByHand } from "../../src/cases/comparisons.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { originOf } from "../../src/cases/origin-event.ts";
import { getProposal, listProposals } from "../../src/cases/proposals.ts";
import { supersedeBookings } from "../../src/cases/supersede.ts";
import type { CaseRecord, Problem } from "../../src/cases/records.ts";
import { takeStepsBack } from "../../src/cases/rollout.ts";
import { setRunCase } from "../../src/cases/runs.ts";
import { LOOK_AGAIN } from "../../src/cases/searches.ts";
import { NOTHING_FITS, type Wish, findWaitingWish } from "../../src/cases/wishes.ts";
import type { Tx } from "../../src/db/port.ts";
import { AppError } from "../../src/domain/errors.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import { CaseId, OpportunityId, RunId } from "../../src/domain/ids.ts";
import { appendLedger } from "../../src/ledger/append.ts";
import type { Opportunity, Panel } from "../../src/lever/port.ts";
import { BOOKING_UNREADABLE, openStanding } from "../booked.ts";
import type { RunDeps } from "../deps.ts";
import { ADDRESS_CHANGED, CHECKING_KINDS, TOLD, type RouteFacts } from "../routes.ts";
import type { RunState, RunUpdate } from "../state.ts";
import { checkDebriefs } from "./check-debrief.ts";

/** The problem that this node sets. */
const PROBLEM = "booking_changed";
/** Those that are over when all is as booked again: it was moved back, or un-archived. */
const MENDED: ReadonlySet<string> = new Set([PROBLEM, "booked_but_ended"]);

/** The `check` node. Errors: those of Lever and the calendar, retryable or not. */
export const createCheck =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const { facts } = state;
    if (!facts?.exists || facts.archived || !isToCheck(state.eventKind, facts)) return {};
    const opportunityId = OpportunityId.parse(state.opportunityId);
    if (state.eventKind === "interviewCreated") {
      const { runId, correlationId } = state;
      const { lease, lever } = deps;
      await deps.askForRepair(opportunityId, { lease, lever, runId, correlationId });
    }
    const debriefs = CHECKING_KINDS.has(state.eventKind) ? await checkDebriefs(state, deps) : [];
    const bookings = await listStandingBookings(deps.database, opportunityId, deps.clock.now());
    const first = bookings[0] ?? debriefs[0];
    if (!first) return {};
    if (state.caseId === null) {
      await fencedTransaction(deps.database, deps.lease, async (tx) => {
        await setRunCase(tx, RunId.parse(state.runId), CaseId.parse(first.caseId));
      });
    }
    const caseId = state.caseId ?? first.caseId;
    const booked = await checkBookings(bookings, { caseId, state }, deps);
    const words = [...debriefs.flatMap((debrief) => debrief.words), ...booked.words];
    const { mend } = booked;
    return {
      checked: words.length > 0 ? words.join(" ") : asBooked(bookings),
      ...(state.caseId === null && { caseId, candidate: await candidateOf(caseId, deps) }),
      ...(mend && { facts: { ...facts, ...mend } }),
    };
  };

/** Lever is read where something is booked. Shape: what is said of it, and what mends that of the run's case. */
const checkBookings = async (
  bookings: readonly StandingBooking[],
  { caseId, state }: { caseId: string; state: RunState },
  deps: RunDeps,
): Promise<{ words: string[]; mend: Mending | null }> => {
  const words: string[] = [];
  let mend: Mending | null = null;
  if (bookings.length === 0) return { words, mend };
  const opportunityId = OpportunityId.parse(state.opportunityId);
  const opportunity = await deps.lever.getOpportunity(opportunityId);
  const panels = await deps.lever.listPanels(opportunityId);
  for (const booking of bookings) {
    const checked = await orUnread(checkOne(booking, { opportunity, panels, state }, deps));
    if (checked === "unread") {
      await tellUnread(booking, deps);
      words.push(BOOKING_UNREADABLE);
      continue;
    }
    words.push(...checked.deviations.map((each) => each.words));
    // What a run proposes is of its own case.
    if (booking.caseId === caseId) mend = checked.mend ?? mend;
  }
  return { words, mend };
};

const asBooked = ({ length }: readonly StandingBooking[]): string =>
  length > 0 ? "The interview stands as booked." : "The debrief stands as booked.";

/** What cannot be read of one booking keeps nobody from the others, nor the case from its next events. */
const orUnread = async <Checked>(checking: Promise<Checked>): Promise<Checked | "unread"> => {
  try {
    return await checking;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "booking_unreadable") return "unread";
    throw thrown;
  }
};

const tellUnread = async (
  { caseId }: StandingBooking,
  { database, lease, clock }: RunDeps,
): Promise<void> => {
  await fencedTransaction(database, lease, async (tx) => {
    const case_ = await getCase(tx, caseId);
    if (!case_ || problemOf(case_, "booking_unreadable")) return;
    const problem = { code: "booking_unreadable", message: BOOKING_UNREADABLE };
    const nextStep = "A person has to look at this.";
    await setCase(tx, { id: case_.id, status: "blocked", nextStep, problems: [problem] }, clock);
  });
};

/** Also before a change is looked for again: where none has fitted, the one that waits is for another address, or the candidate
 * has said when they could. */
const isToCheck = (kind: string, { standing, isSearched, outdated }: RouteFacts): boolean =>
  CHECKING_KINDS.has(kind) ||
  (standing === "booked" &&
    (outdated || kind === TOLD || (kind === LOOK_AGAIN && isSearched === true)));

/** Kinds after which a change is looked for, also of what was told before. */
const AGAIN: ReadonlySet<string> = new Set([LOOK_AGAIN, ADDRESS_CHANGED, TOLD]);

type Mending = Pick<RouteFacts, "isWished"> & Required<Pick<RouteFacts, "mend">>;

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
): Promise<{ deviations: Deviation[]; mend: Mending | null }> => {
  const case_ = await getCase(deps.database, booking.caseId);
  const proposal = await getProposal(deps.database, booking.proposalId);
  if (!case_ || !proposal) throw new Error("a booking without its case");
  const { payload } = await openStanding(proposal, deps);
  const events = await Promise.all(
    booking.events.map(async (event) => await readEvent(deps.tools.calendar, event)),
  );
  const deviations = deviationsOf(payload, {
    events,
    panel: panels.find(({ id }) => id === booking.panelId) ?? null,
    otherStage:
      opportunity.stageId === case_.stageId
        ? null
        : (await deps.lever.getStage(opportunity.stageId)).text,
    now: deps.clock.now(),
  });
  const wish = await findWaitingWish(deps.database, case_.id);
  const isTakenOver = !isAskedByPerson(state) && (await isForPerson(deps.database, case_.id));
  const wanted = isTakenOver ? null : mendOf(deviations, wish);
  const isOutdated = await keepAbsences(booking, { payload, events }, deps);
  const isNew = await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const isSearched = wanted?.mend === "change";
    const settling = { case_, booking, deviations, state, wish, isSearched, isTakenOver };
    if (deviations.some(isByHand)) await tellChangedByHand(tx, { booking, state }, deps);
    const isTold = await settle(tx, settling, deps);
    const isLeft = deviations.some(({ code }) => code === "stage_left");
    // The run is of the stage that the candidate is at now.
    if (isTold && isLeft && state.caseId !== null && state.caseId !== case_.id) {
      const { runId, correlationId } = state;
      const { opportunityId } = case_;
      const { proposalId } = booking;
      await deps.askWhetherToKeep(tx, { opportunityId, proposalId, runId, correlationId });
    }
    return isTold;
  });
  const isAgain =
    isNew || AGAIN.has(state.eventKind) || isOutdated || state.facts?.outdated === true;
  const mend = isAgain ? wanted : await lostMend(state, wish, deps);
  // When they could is no news of a cancellation.
  const isOver = state.eventKind === TOLD && mend?.mend === "cancel";
  return { deviations, mend: isTakenOver || isOver ? null : mend };
};

/** Who declines cannot come, and a candidacy that goes on has its booking no more: neither says that it was wrong. */
const isByHand = ({ code }: Deviation): boolean => code !== "declined" && code !== "stage_left";

/** Before anything of the transaction reaches the ledger. */
const tellChangedByHand = async (
  tx: Tx,
  { booking, state }: { booking: StandingBooking; state: RunState },
  { clock }: RunDeps,
): Promise<void> => {
  if (!(await keepChangedByHand(tx, booking.proposalId, { clock }))) return;
  const { opportunityId, correlationId } = state;
  await takeStepsBack(tx, { opportunityId, correlationId }, clock);
};

/** A person's press does what it says, however often the booking was changed. */
const isAskedByPerson = ({ eventKind, source }: RunState): boolean =>
  eventKind === LOOK_AGAIN && source === "person";

/** Keeps who sits in and does not come. Shape: whether a change waits that tells otherwise. */
const keepAbsences = async (
  { proposalId, caseId, events: all }: StandingBooking,
  { payload: { sessions }, events }: Seen,
  { database, lease }: RunDeps,
): Promise<boolean> => {
  if (sessions.every(({ trainees }) => trainees === undefined)) return false;
  return await fencedTransaction(database, lease, async (tx) => {
    let isNews = false;
    for (const [index, session] of sessions.entries()) {
      const [event = null, booked] = [events[index], all[index]];
      if (booked && (await keepAbsent(tx, proposalId, { session, event, booked }))) isNews = true;
    }
    if (!isNews) return false;
    const waiting = await listProposals(tx, { status: "waiting", caseId, limit: 10 });
    return waiting.some(({ kind }) => kind === "change_booking");
  });
};

interface Seen {
  payload: BookInterview;
  /** One a session, in their order; null: it is not there. */
  events: readonly (CalendarEvent | null)[];
}

/** What is proposed about it. Who deletes an event or changes the panel in Lever may want no interview, or another one: a
 * person decides. */
const mendOf = (deviations: readonly Deviation[], wish: Wish | null): Mending | null => {
  if (deviations.some(({ code }) => code === "stage_left")) return { mend: "cancel" };
  if (wish) return asWished(wish);
  return deviations.length === 0 ? null : { mend: "change" };
};

/** What the candidate wishes comes first: whatever else has changed, they cannot come then. */
const asWished = ({ kind }: Wish): Mending => ({
  mend: kind === "wants_cancel" ? "cancel" : "change",
  isWished: true,
});

/** What the candidate had asked for, and whose time was lost before it was made: it is looked for again. */
const lostMend = async (
  { eventKind, eventId }: RunState,
  wish: Wish | null,
  { database }: RunDeps,
): Promise<Mending | null> => {
  if (eventKind !== "slot_lost") return null;
  if (wish) return asWished(wish);
  const origin = await originOf(database, eventId);
  return origin?.kind === "candidate_wants_move" ? { mend: "change" } : null;
};

interface Settling {
  case_: CaseRecord;
  booking: StandingBooking;
  deviations: Deviation[];
  state: RunState;
  wish: Wish | null;
  /** A change is looked for, now or again. */
  isSearched: boolean;
  /** Nothing is done about it by itself any more. */
  isTakenOver: boolean;
}

const DECIDE = "Decide whether the interview still takes place, and tell those who come.";

/** One message that says all of it, told when it changes; and taken back, with what was proposed to mend it, when all is as
 * booked again, but for what the candidate wishes. Shape: whether something is to be proposed of it now. */
const settle = async (
  tx: Tx,
  { case_, booking, deviations, state, wish, isSearched, isTakenOver }: Settling,
  deps: RunDeps,
): Promise<boolean> => {
  const message = deviations.map(({ words }) => words).join(" ");
  const before = toldBefore(case_, wish);
  // Time of an event that was deleted stays ours until somebody has decided: it may be wanted again.
  const said = `${message} The candidate has not been told.`;
  if (deviations.length === 0 ? before === "" : before === said) return false;
  if (deviations.length === 0 && !wish) {
    const because = "The interview stands as booked again.";
    const { correlationId } = state;
    await supersedeBookings(
      tx,
      { caseId: case_.id, exceptRun: null, because, correlationId },
      deps,
    );
  }
  await setCase(
    tx,
    deviations.length === 0
      ? {
          id: case_.id,
          status: "booked",
          nextStep: "The interview stands as booked.",
          isSearched,
        }
      : {
          id: case_.id,
          status: "blocked",
          nextStep: isTakenOver ? `${TAKE_OVER} ${DECIDE}` : DECIDE,
          problems: [{ code: PROBLEM, message: said }],
          isSearched,
        },
    deps.clock,
  );
  await appendLedger(tx, {
    type: deviations.length === 0 ? "booking.as_booked" : "booking.changed",
    actor: "convene",
    caseId: case_.id,
    correlationId: state.correlationId,
    data: { proposalId: booking.proposalId, deviations: deviations.map(({ code }) => code) },
    at: deps.clock.now(),
  });
  return deviations.length > 0 || wish !== null;
};

/** What is said of the booking already: what happened to it, or that what the candidate wished, and does not any more, did not
 * fit or was not made. */
const toldBefore = (case_: CaseRecord, wish: Wish | null): string => {
  const said = bookingProblems(case_);
  const happened = said.find(({ code }) => MENDED.has(code));
  const isOver = ({ code }: Problem): boolean =>
    wish === null && [NOTHING_FITS, ADDRESS_CHANGED].includes(code);
  return (happened ?? said.find(isOver))?.message ?? "";
};
