/** What a run is told of the messages that it is to make: whom of which interview, and what else is known for them. */
import type { MessagesAsked } from "../agents/specialist.ts";
import { ARRIVAL, DECENT_GAP_HOURS, HELP, lateReminder } from "../src/attendance/reminder-times.ts";
import { INTERVIEW_MISSED, findAttendance } from "../src/cases/attendances.ts";
import { readDoubts } from "../src/cases/booking-doubts.ts";
import { confirmedAt } from "../src/cases/confirmation.ts";
import { readEventData } from "../src/cases/event-data.ts";
import { fencedTransaction } from "../src/cases/lease.ts";
import { readMissedVisit } from "../src/cases/missed-visit.ts";
import { getProposal } from "../src/cases/proposals.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import {
  type ReminderRow,
  RemindersAsked,
  USUAL_CANDIDATE_HOURS,
  askAgain,
  hasEndedReminders,
  isAskedBy,
  lastReminded,
  listReminderRows,
} from "../src/cases/reminders.ts";
import { readRiskReaders } from "../src/cases/risk-readers.ts";
import { CANDIDATE, RECRUITER } from "../src/domain/attendance-message.ts";
import type { BookInterview } from "../src/domain/proposal.ts";
import { isEvaluativeOn } from "../src/policy/decide.ts";
import { readPolicy } from "../src/policy/store.ts";
import { readBooked } from "./booked.ts";
import { readChannels, videoUrlsIn } from "./briefs.ts";
import type { RunDeps } from "./deps.ts";
import { firstActive } from "./active-user.ts";
import type { RunState } from "./state.ts";

const NOTHING: MessagesAsked = {
  booking: null,
  reminders: [],
  recruiter: null,
  missed: null,
  isConfirmed: false,
  videoUrls: {},
  channels: {},
};

/** Shape: without reminders when what they were of is booked otherwise by now, in doubt, or nobody wants them. Errors: those of the chat
 * service. */
export const readMessagesAsked = async (
  case_: CaseRecord,
  { eventId, eventKind }: Pick<RunState, "eventId" | "eventKind">,
  deps: RunDeps,
): Promise<MessagesAsked> => {
  if (eventKind === INTERVIEW_MISSED) {
    const visit = await readMissedVisit(case_.id, deps);
    if (!visit) return NOTHING;
    const { proposalId, payload, ...missed } = visit;
    const wantsNoReminders = await hasEndedReminders(deps.database, case_.id);
    return {
      ...NOTHING,
      booking: { proposalId, payload },
      missed: { ...missed, wantsNoReminders },
    };
  }
  const found = await readBooked(case_, deps);
  const proposal = found && (await getProposal(deps.database, found.booked.proposalId));
  if (!proposal) return NOTHING;
  const { payload } = found.booked;
  const reminders = await readReminders(case_, { eventId, payload }, deps);
  const readers = new Set(reminders.map(({ reader }) => reader));
  const recruiter = readers.has(RECRUITER) ? await readRecruiter(payload, deps) : null;
  const people = [
    ...payload.sessions
      .flatMap(({ panel, trainees = [] }) => [...panel, ...trainees])
      .filter(({ userId }) => readers.has(userId)),
    ...(recruiter ? [recruiter] : []),
  ];
  return {
    ...NOTHING,
    booking: { proposalId: proposal.id, payload },
    reminders: reminders.map(({ sessionId, reader, mark, because }) => ({
      sessionId,
      reader,
      mark,
      because,
    })),
    recruiter,
    isConfirmed: (await confirmedAt(proposal, payload, deps)) !== null,
    videoUrls: videoUrlsIn(found.booked),
    channels: await readChannels(people, deps),
  };
};

/** Those of the event that are still of use. What nobody can tell by now is asked for again later. */
const readReminders = async (
  case_: CaseRecord,
  { eventId, payload }: { eventId: string; payload: BookInterview },
  deps: RunDeps,
): Promise<ReminderRow[]> => {
  const { database } = deps;
  const asked = RemindersAsked.safeParse(await readEventData(database, eventId)).data;
  const now = deps.clock.now();
  const rows = (await listReminderRows(database, case_.id)).filter(
    // Another time of the same interview has rows of its own, which are not due yet.
    (row) => asked && isAskedBy(row, asked) && Temporal.Instant.compare(row.untilAt, now) > 0,
  );
  const timely = await keepTimely(rows, { case_, payload, now }, deps);
  const wantsNone = await hasEndedReminders(database, case_.id);
  const mayHelp = isEvaluativeOn((await readPolicy(database)).policy);
  const kept: ReminderRow[] = [];
  for (const row of timely) {
    if (row.mark === HELP && !mayHelp) continue;
    if (row.mark === ARRIVAL && (await isAnswered(row, database))) continue;
    if (row.reader !== CANDIDATE) kept.push(row);
    else if (!wantsNone && !(await isJustReminded(row, { database, now }))) kept.push(row);
  }
  return kept;
};

/** Without those that wait: while what is booked is in doubt, and of the candidate, who is not to be woken, what comes late. */
const keepTimely = async (
  rows: readonly ReminderRow[],
  { case_, payload, now }: { case_: CaseRecord; payload: BookInterview; now: Temporal.Instant },
  deps: RunDeps,
): Promise<ReminderRow[]> => {
  const { isInDoubt, isWished } = await readDoubts(deps.database, case_.id);
  const plan = await deps.plans.get(payload.planId);
  const { zone } = payload.candidate;
  const hours = plan?.rules?.candidateHours ?? USUAL_CANDIDATE_HOURS;
  const timed = rows.map((row) => {
    const isOfCandidate = row.reader === CANDIDATE;
    const at = isOfCandidate ? lateReminder(row.dueAt, { ...row, zone, hours, now }) : now;
    const isHeld = isInDoubt || (isWished && isOfCandidate);
    return { row, at, waits: isHeld || Temporal.Instant.compare(at, now) > 0 };
  });
  const waiting = timed.filter(({ waits }) => waits);
  if (waiting.length > 0) {
    await fencedTransaction(deps.database, deps.lease, async (tx) => {
      for (const { row, at } of waiting) {
        await askAgain(tx, { caseId: case_.id, keys: [row], now, at });
      }
    });
  }
  return timed.filter(({ waits }) => !waits).map(({ row }) => row);
};

/** Null: nobody who may be told of a risk is active. */
const readRecruiter = async (
  payload: BookInterview,
  deps: RunDeps,
): Promise<MessagesAsked["recruiter"]> => {
  const user = await firstActive(await readRiskReaders(payload, deps.lever), deps);
  return user && { id: user.id, email: user.email, name: user.name, zone: deps.companyZone };
};

const isAnswered = async (row: ReminderRow, database: RunDeps["database"]): Promise<boolean> =>
  (await findAttendance(database, row))?.saidAt != null;

const isJustReminded = async (
  { caseId, sessionId }: ReminderRow,
  { database, now }: Pick<RunDeps, "database"> & { now: Temporal.Instant },
): Promise<boolean> => {
  const last = await lastReminded(database, { caseId, sessionId, exceptProposal: "" });
  return last !== null && last.until(now).total("hours") < DECENT_GAP_HOURS;
};
