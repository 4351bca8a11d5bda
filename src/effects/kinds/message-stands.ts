/** Whether a message about an interview still holds as it leaves: what it is about may have changed while it waited. */
import { DECENT_GAP_HOURS, HELP } from "../../attendance/reminder-times.ts";
import {
  type AttendanceKey,
  findAttendance,
  isAskedAgain,
  isLastMissed,
  listAttendances,
} from "../../cases/attendances.ts";
import { readDoubts } from "../../cases/booking-doubts.ts";
import { openBooking } from "../../cases/open-proposal.ts";
import { getProposal } from "../../cases/proposals.ts";
import { readRiskReaders } from "../../cases/risk-readers.ts";
import { hasEndedReminders, lastReminded, listReminderRows } from "../../cases/reminders.ts";
import {
  type AttendanceMessage,
  CANDIDATE,
  RECRUITER,
  type MessageKind,
  type MessageReader,
} from "../../domain/attendance-message.ts";
import { reasonNotToContact } from "../../domain/may-contact.ts";
import { stillHolds } from "../../domain/messaged-session.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import type { LeverReader } from "../../lever/port.ts";
import { isEvaluativeOn } from "../../policy/decide.ts";
import { readPolicy } from "../../policy/store.ts";
import type { EffectContext } from "../kind.ts";
import { type AsBookedDeps, refuseUnlessAsBooked } from "./as-booked.ts";
import { inDoubt, stale } from "./note-stands.ts";

export type StandsDeps = AsBookedDeps;

/** A message, and whom it goes to. */
export interface Sent {
  message: AttendanceMessage;
  reader: MessageReader;
}

/** Shape: what is booked of it; null: it is of what was missed. Errors: `stale_proposal`; `booking_in_doubt`; those of
 * `reasonNotToContact`; those of Lever and the calendar. */
export const refuseUnlessStands = async (
  sent: Sent,
  { proposalId }: Pick<EffectContext, "proposalId">,
  deps: StandsDeps,
): Promise<BookInterview | null> => {
  const booked = await STANDS[sent.message.kind](sent, deps);
  await refuseUnlessShown(sent.message, deps.lever.fresh);
  if (sent.message.kind === "remind_candidate") await refuseSoonAgain(sent, proposalId, deps);
  if (sent.message.kind === "invite_again") await refuseWishedSince(sent, proposalId, deps);
  if (sent.reader.id === CANDIDATE) await refuseUnlessReachable(sent, deps);
  // Last, so that nothing is read for what does not leave anyway.
  if (sent.message.kind !== "invite_again") await refuseUnlessAsBooked(sent.message, deps);
  return booked;
};

/** Errors: `booking_in_doubt` while what is booked may not be what takes place. */
const refuseInDoubt = async ({ message }: Sent, { database }: StandsDeps): Promise<void> => {
  const { isInDoubt, isWished } = await readDoubts(database, message.caseId);
  if (isInDoubt) {
    throw inDoubt(
      "The interview is not as it was booked, or a change of it waits for a decision, so nobody was told of the time that was booked.",
    );
  }
  if (isWished && message.kind === "remind_candidate") {
    throw inDoubt(
      "The candidate has asked for another time, or to cancel, and that is not settled, so they were not reminded.",
    );
  }
};

const refuseReminder = async (sent: Sent, deps: StandsDeps): Promise<BookInterview> => {
  const booked = await bookedAsTold(sent, deps);
  if (!booked) {
    throw stale("The interview was changed or cancelled meanwhile, so nobody was reminded of it.");
  }
  await refuseInDoubt(sent, deps);
  if (sent.message.mark === HELP && !isEvaluativeOn((await readPolicy(deps.database)).policy)) {
    throw stale("Evaluative features are switched off by now, so nobody was helped by them.");
  }
  if (Temporal.Instant.compare(startOf(sent.message), deps.clock.now()) <= 0) {
    throw stale("The interview has begun, so nobody is reminded of it any more.");
  }
  return booked;
};

/** Errors: those of a reminder; `stale_proposal` for who may not be told of a risk. */
const refuseWord = async (sent: Sent, deps: StandsDeps): Promise<BookInterview> => {
  const booked = await refuseReminder(sent, deps);
  const readers = await readRiskReaders(booked, deps.lever.fresh);
  if (readers.some((id) => id === sent.reader.id)) return booked;
  throw stale(
    "Who was to be told of the risk coordinates this interview no more, or is of its panel or the hiring manager, so they were not told.",
  );
};

const refuseQuestion = async (sent: Sent, deps: StandsDeps): Promise<BookInterview> => {
  const { message } = sent;
  const booked = await bookedAsTold(sent, deps);
  if (!booked) {
    throw stale("The interview was changed or cancelled meanwhile, so nobody was asked about it.");
  }
  await refuseInDoubt(sent, deps);
  const row = await findAttendance(deps.database, keyOf(message));
  if (row?.saidAt) throw stale("Somebody has said already whether the candidate has arrived.");
  const ends = message.sessions.at(-1)?.endsAt ?? "";
  if (Temporal.Instant.compare(Temporal.Instant.from(ends), deps.clock.now()) <= 0) {
    throw stale("The interview is over, so nobody was asked whether the candidate has arrived.");
  }
  return booked;
};

const refuseInvitation = async (
  { message }: Sent,
  { database, clock }: StandsDeps,
): Promise<null> => {
  const { caseId } = message;
  const rows = await listAttendances(database, caseId);
  const isMissed = message.sessions.every(({ sessionId, startsAt }) =>
    rows.some(
      (row) =>
        row.sessionId === sessionId &&
        row.startsAt.equals(Temporal.Instant.from(startsAt)) &&
        row.attended === false,
    ),
  );
  if (!isMissed || !isLastMissed(rows, clock.now())) {
    throw stale(
      "It is said otherwise by now, or was said only just now, whether the candidate came, or another time is booked, so nothing was sent.",
    );
  }
  if (await isAskedAgain(database, caseId)) {
    throw stale("The candidate was asked already whether they would like another time.");
  }
  return null;
};

type Stands = (sent: Sent, deps: StandsDeps) => Promise<BookInterview | null>;

const STANDS: Record<MessageKind, Stands> = {
  remind_candidate: refuseReminder,
  remind_interviewers: refuseReminder,
  ask_arrival: refuseQuestion,
  invite_again: refuseInvitation,
  warn_recruiter: refuseWord,
};

const keyOf = (message: AttendanceMessage): AttendanceKey => ({
  caseId: message.caseId,
  sessionId: message.sessions[0]?.sessionId ?? "",
  startsAt: startOf(message),
});

const startOf = ({ sessions: [first] }: AttendanceMessage): Temporal.Instant => {
  if (!first) throw new Error("a message about no interview");
  return Temporal.Instant.from(first.startsAt);
};

/** What is booked, whichever proposal that comes from by now; null: not all of it is as the message says. */
const bookedAsTold = async (sent: Sent, deps: StandsDeps): Promise<BookInterview | null> => {
  const booked = await bookingBehind(sent, deps);
  const isAsTold =
    booked && sent.message.sessions.every((session) => stillHolds(session, booked.sessions));
  return isAsTold ? booked : null;
};

/** What is booked now where a reminder or a question was written down for its reader; null: it is at another time, or nothing is. */
const bookingBehind = async (
  { message, reader }: Sent,
  { database, texts }: StandsDeps,
): Promise<BookInterview | null> => {
  const rows = await listReminderRows(database, message.caseId);
  const whose = message.kind === "warn_recruiter" ? RECRUITER : reader.id;
  const row = rows.find(
    ({ sessionId, reader: who, mark }) =>
      sessionId === message.sessions[0]?.sessionId && who === whose && mark === message.mark,
  );
  const proposal = row ? await getProposal(database, row.proposalId) : null;
  if (!row?.startsAt.equals(startOf(message)) || !proposal) return null;
  return (await openBooking(database, proposal, texts)).payload;
};

/** Errors: `stale_proposal`; those of Lever. */
const refuseUnlessShown = async (
  { opportunityId }: AttendanceMessage,
  lever: LeverReader,
): Promise<void> => {
  const { confidential, archivedAt, postingId } = await lever.getOpportunity(opportunityId);
  const posting = postingId === null ? null : await lever.getPosting(postingId);
  if (confidential || posting?.confidential) {
    throw stale("The candidacy is confidential in Lever by now, so nobody was told.");
  }
  if (archivedAt !== null) {
    throw stale("The candidacy is archived in Lever by now, so nobody was told.");
  }
};

/** Asked in the moment of the handover: between a look at the calendar or Lever and that, they may say so. Errors: `stale_proposal`
 * when the candidate wants no reminders, or has come after all. */
export const refuseUnwanted = async (sent: Sent, deps: StandsDeps): Promise<void> => {
  const { kind, caseId } = sent.message;
  const { database } = deps;
  if (kind === "invite_again") await refuseInvitation(sent, deps);
  if (kind !== "remind_candidate" || !(await hasEndedReminders(database, caseId))) return;
  throw stale("The candidate wants no more reminders, so none was sent.");
};

/** Errors: `stale_proposal` when the candidate ended reminders since this was proposed: nobody who decided knew of it. */
const refuseWishedSince = async (
  { message: { caseId } }: Sent,
  proposalId: string,
  { database }: StandsDeps,
): Promise<void> => {
  if (!(await hasEndedReminders(database, caseId))) return;
  // Of those who had ended them before, it is of high risk.
  if ((await getProposal(database, proposalId))?.risk === "high") return;
  throw stale(
    "The candidate has said meanwhile that they want no more reminders, so nothing was sent: write to them yourself if they are to hear of it.",
  );
};

/** Errors: `stale_proposal` when the candidate has just had a reminder. */
const refuseSoonAgain = async (
  { message }: Sent,
  proposalId: string,
  { database, clock }: StandsDeps,
): Promise<void> => {
  const { caseId } = message;
  const sessionId = message.sessions[0]?.sessionId ?? "";
  const last = await lastReminded(database, { caseId, sessionId, exceptProposal: proposalId });
  if (last && last.until(clock.now()).total("hours") < DECENT_GAP_HOURS) {
    throw stale("The candidate was reminded a short while ago, so no other reminder was sent.");
  }
};

/** Errors: those of `reasonNotToContact`; `stale_proposal` for another address. */
const refuseUnlessReachable = async (
  { message, reader }: Sent,
  { lever }: StandsDeps,
): Promise<void> => {
  const { emails, contactAllowed } = await lever.fresh.getOpportunity(message.opportunityId);
  const reason = reasonNotToContact({
    archived: false,
    confidential: false,
    contactAllowed,
    email: emails[0] ?? null,
  });
  if (reason) throw reason;
  if (!emails.includes(reader.email)) {
    throw stale("Lever has another address for this candidate now, so nothing was sent.");
  }
};
