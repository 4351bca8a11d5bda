/** What a run is told of the messages that it is to make: whom of which interview, and what else is known for them. */
import { z } from "zod";
import type { MessagesAsked } from "../agents/specialist.ts";
import { DECENT_GAP_HOURS } from "../src/attendance/reminder-times.ts";
import { confirmedAt } from "../src/cases/confirmation.ts";
import { readEventData } from "../src/cases/event-data.ts";
import { getProposal } from "../src/cases/proposals.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import {
  type ReminderRow,
  hasEndedReminders,
  lastReminded,
  listReminderRows,
} from "../src/cases/reminders.ts";
import { CANDIDATE } from "../src/domain/attendance-message.ts";
import { readBooked } from "./booked.ts";
import { readChannels, videoUrlsIn } from "./briefs.ts";
import type { RunDeps } from "./deps.ts";
import type { RunState } from "./state.ts";

const Asked = z.object({
  reminders: z.array(z.object({ sessionId: z.string(), reader: z.string(), mark: z.string() })),
});

/** Shape: without reminders when what they were of is booked otherwise by now, or nobody wants them. Errors: those of the chat
 * service. */
export const readMessagesAsked = async (
  case_: CaseRecord,
  { eventId }: Pick<RunState, "eventId">,
  deps: RunDeps,
): Promise<MessagesAsked> => {
  const nothing = { reminders: [], isConfirmed: false, videoUrls: {}, channels: {} };
  const found = await readBooked(case_, deps);
  const proposal = found && (await getProposal(deps.database, found.booked.proposalId));
  if (!proposal) return nothing;
  const { payload } = found.booked;
  const reminders = await readReminders(case_, eventId, deps);
  const readers = new Set(reminders.map(({ reader }) => reader));
  const people = payload.sessions
    .flatMap(({ panel, trainees = [] }) => [...panel, ...trainees])
    .filter(({ userId }) => readers.has(userId));
  return {
    reminders: reminders.map(({ sessionId, reader, mark, because }) => ({
      sessionId,
      reader,
      mark,
      because,
    })),
    isConfirmed: (await confirmedAt(proposal, payload, deps)) !== null,
    videoUrls: videoUrlsIn(found.booked),
    channels: await readChannels(people, deps),
  };
};

/** Those of the event that are still of use. */
const readReminders = async (
  { id }: CaseRecord,
  eventId: string,
  { database, clock }: RunDeps,
): Promise<ReminderRow[]> => {
  const asked = Asked.safeParse(await readEventData(database, eventId)).data?.reminders ?? [];
  const now = clock.now();
  const rows = (await listReminderRows(database, id)).filter(
    (row) =>
      // Another time of the same interview has rows of its own, which are not due yet.
      row.askedAt !== null &&
      Temporal.Instant.compare(row.untilAt, now) > 0 &&
      asked.some(
        ({ sessionId, reader, mark }) =>
          row.sessionId === sessionId && row.reader === reader && row.mark === mark,
      ),
  );
  const wantsNone = await hasEndedReminders(database, id);
  const kept: ReminderRow[] = [];
  for (const row of rows) {
    if (row.reader !== CANDIDATE) kept.push(row);
    else if (!wantsNone && !(await isJustReminded(row, { database, now }))) kept.push(row);
  }
  return kept;
};

const isJustReminded = async (
  { caseId, sessionId }: ReminderRow,
  { database, now }: Pick<RunDeps, "database"> & { now: Temporal.Instant },
): Promise<boolean> => {
  const last = await lastReminded(database, { caseId, sessionId, exceptProposal: "" });
  return last !== null && last.until(now).total("hours") < DECENT_GAP_HOURS;
};
