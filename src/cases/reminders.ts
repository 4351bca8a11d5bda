/** When people are reminded of what is booked, or asked whether the candidate has arrived, and whether the candidate wants reminders. A
 * row for each message that is to come; the messages themselves are proposals. */
import { z } from "zod";
import {
  type PlannedReminder,
  arrivalQuestion,
  USUAL_MARKS,
  panelReminder,
  remindersBefore,
  visitsOf,
} from "../attendance/reminder-times.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { CANDIDATE, RECRUITER } from "../domain/attendance-message.ts";
import { timeOf } from "../domain/itinerary.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { BookInterview, BookedSession } from "../domain/proposal.ts";
import { isoInstant } from "../domain/time.ts";
import { IN_DOUBT, IS_WISHED } from "./booking-doubts.ts";

type Reads = Database | Queryable;

/** Kind of the event that the time for reminders has come. */
export const REMINDER_DUE = "reminder_due";

/** Hours of whom no plan says any. */
export const USUAL_CANDIDATE_HOURS = { start: "09:00", end: "18:00" };
const USUAL_PANEL_HOURS = { start: "09:00", end: "17:30" };

export interface ReminderRow extends PlannedReminder {
  caseId: string;
  sessionId: string;
  reader: string;
  proposalId: string;
  startsAt: Temporal.Instant;
  /** From then on it is of no use. */
  untilAt: Temporal.Instant;
  askedAt: Temporal.Instant | null;
}

/** Which reminder it is. */
export type ReminderKey = Pick<ReminderRow, "sessionId" | "reader" | "mark">;

type Planned = Pick<ReminderRow, "sessionId" | "reader" | "startsAt"> & {
  reminders: (PlannedReminder & Pick<ReminderRow, "untilAt">)[];
};

/** Writes down when people are reminded of a booking. Who was, or will be, reminded of the same time keeps that; what is of the
 * booking no more goes. Safe to repeat. */
export const planReminders = async (
  tx: Tx,
  booking: {
    caseId: string;
    proposalId: string;
    payload: BookInterview;
    plan: InterviewPlan | null;
    now: Temporal.Instant;
  },
): Promise<void> => {
  const { caseId, proposalId, now } = booking;
  const planned = plannedOf(booking);
  const before = await listReminderRows(tx, caseId);
  const keeps = (one: Pick<ReminderRow, "sessionId" | "reader" | "startsAt">) =>
    before.some(
      (row) =>
        row.sessionId === one.sessionId &&
        row.reader === one.reader &&
        row.startsAt.equals(one.startsAt),
    );
  const fresh = planned.filter((one) => !keeps(one));
  // The recruiter's goes with the time of the session that it is about.
  const words = startsOf(booking.payload)
    .map((start) => ({ ...start, reader: RECRUITER }))
    .filter(keeps);
  const kept = [...planned.filter(keeps), ...words].map(
    ({ sessionId, reader }) => `${sessionId} ${reader}`,
  );
  await tx.query(
    "delete from reminders where case_id = $1 and session_id || ' ' || reader <> all($2)",
    [caseId, kept],
  );
  await tx.query("update reminders set proposal_id = $2 where case_id = $1", [caseId, proposalId]);
  for (const { sessionId, reader, startsAt, reminders } of fresh) {
    for (const { mark, dueAt, untilAt, because } of reminders) {
      // Of an interview that has begun nobody is asked afterwards.
      if (Temporal.Instant.compare(dueAt, now) <= 0) continue;
      await insertReminder(tx, {
        caseId,
        sessionId,
        reader,
        mark,
        proposalId,
        startsAt,
        dueAt,
        untilAt,
        because,
      });
    }
  }
};

const startsOf = (payload: BookInterview): Pick<ReminderRow, "sessionId" | "startsAt">[] =>
  payload.kind === "cancel_booking"
    ? []
    : payload.sessions.map((session) => ({
        sessionId: session.sessionId,
        startsAt: timeOf(session).startsAt,
      }));

const plannedOf = ({
  payload,
  plan,
  now,
}: {
  payload: BookInterview;
  plan: InterviewPlan | null;
  now: Temporal.Instant;
}): Planned[] => {
  if (payload.kind === "cancel_booking") return [];
  const sessions = payload.sessions.map((session) => ({ ...session, ...timeOf(session) }));
  const { zone } = payload.candidate;
  const marks = plan?.reminders?.candidate ?? USUAL_MARKS;
  const hours = plan?.rules?.candidateHours ?? USUAL_CANDIDATE_HOURS;
  const ofCandidate = visitsOf(sessions, zone).map(({ first: { sessionId, startsAt } }) => ({
    sessionId,
    reader: CANDIDATE,
    startsAt,
    reminders: remindersBefore({ startsAt, zone, hours }, { marks, now }).map((reminder) => ({
      ...reminder,
      untilAt: startsAt,
    })),
  }));
  return [...ofCandidate, ...sessions.flatMap((session) => panelOf(session, { plan, now }))];
};

/** Writes one down, where there is none of its kind. */
export const insertReminder = async (tx: Tx, row: Omit<ReminderRow, "askedAt">): Promise<void> => {
  const { caseId, sessionId, reader, mark, proposalId, because } = row;
  const times = [row.startsAt, row.dueAt, row.untilAt].map((time) => time.toString());
  await tx.query(
    `insert into reminders (case_id, session_id, reader, mark, proposal_id, starts_at, due_at, until_at, because)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [caseId, sessionId, reader, mark, proposalId, ...times, because],
  );
};

/** Of the panel and whoever learns; only the panel is asked whether the candidate has arrived. */
const panelOf = (
  session: Omit<BookedSession, "startsAt" | "endsAt"> & ReturnType<typeof timeOf>,
  { plan, now }: { plan: InterviewPlan | null; now: Temporal.Instant },
): Planned[] => {
  const { sessionId, startsAt, endsAt, panel, trainees = [] } = session;
  const when = plan?.reminders?.interviewers ?? "hour";
  const hours = plan?.rules?.hours ?? USUAL_PANEL_HOURS;
  const isAsked = plan?.reminders?.arrival !== "none";
  const planned = (person: { userId: string; zone: string }, isOfPanel: boolean): Planned => {
    const reminder = panelReminder(when, { startsAt, zone: person.zone, hours }, now);
    return {
      sessionId,
      reader: person.userId,
      startsAt,
      reminders: [
        ...(reminder ? [{ ...reminder, untilAt: startsAt }] : []),
        ...(isAsked && isOfPanel ? [{ ...arrivalQuestion({ startsAt }), untilAt: endsAt }] : []),
      ],
    };
  };
  return [
    ...panel.map((person) => planned(person, true)),
    ...trainees.map((person) => planned(person, false)),
  ];
};

const ROW = `select case_id as "caseId", session_id as "sessionId", reader, mark, proposal_id as "proposalId",
  starts_at as "startsAt", due_at as "dueAt", until_at as "untilAt", because, asked_at as "askedAt" from reminders`;

/** The rows of a case, by their time. */
export const listReminderRows = async (reads: Reads, caseId: string): Promise<ReminderRow[]> =>
  await reads.query<ReminderRow & Row>(
    `${ROW} where case_id = $1 order by due_at, session_id, reader`,
    [caseId],
  );

/** Of a row `r` of a case `c`: it waits until nothing of the booking is in doubt any more. */
const IS_HELD = `(${IN_DOUBT} or (r.reader = '${CANDIDATE}' and ${IS_WISHED}))`;

/** Of a row `r`: its time has come, and that to ask for it again if it was refused in doubt, and it is still of use. */
const IS_DUE = (now: string): string =>
  `r.due_at <= ${now} and coalesce(r.again_at <= ${now}, true) and r.until_at > ${now}`;

/** Cases of which a reminder is due now and was not asked for, the most urgent first. */
export const listCasesWithReminderDue = async (
  reads: Reads,
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<{ caseId: string; opportunityId: string }[]> =>
  await reads.query(
    `select c.id as "caseId", c.opportunity_id as "opportunityId" from cases c
     join lateral (select min(r.until_at) as first from reminders r
       where r.case_id = c.id and r.asked_at is null and ${IS_DUE("$1")}
         and not ${IS_HELD}) due on due.first is not null
     where c.closed_at is null order by due.first limit $2`,
    [now.toString(), limit],
  );

/** Marks what is due now as asked for, but for what waits while the booking is in doubt. Shape: of each reader and interview the last one that is due: nobody is reminded twice at
 * once. None of the candidate who wants none. */
export const markReminded = async (
  tx: Tx,
  { caseId, now }: { caseId: string; now: Temporal.Instant },
): Promise<ReminderKey[]> => {
  const rows = await tx.query<ReminderKey & { dueAt: Temporal.Instant }>(
    `update reminders r set asked_at = $2 from cases c
     where c.id = r.case_id and r.case_id = $1 and r.asked_at is null and ${IS_DUE("$2")}
       and not ${IS_HELD}
     returning r.session_id as "sessionId", r.reader, r.mark, r.due_at as "dueAt"`,
    [caseId, now.toString()],
  );
  const wantsNone = await hasEndedReminders(tx, caseId);
  const ordered = rows.toSorted((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt));
  // Who is asked whether the candidate is there needs no reminder any more: that one is of no use by then.
  const last = new Map(ordered.map((row) => [`${row.sessionId} ${row.reader}`, row]));
  return [...last.values()]
    .filter(({ reader }) => reader !== CANDIDATE || !wantsNone)
    .map(({ sessionId, reader, mark }) => ({ sessionId, reader, mark }));
};

/** What the event says whose time has come. */
export const RemindersAsked = z.object({
  caseId: z.string(),
  askedAt: isoInstant,
  reminders: z.array(z.object({ sessionId: z.string(), reader: z.string(), mark: z.string() })),
});

/** Whether a row is one that the event asked for, and nobody has asked for it anew since. */
export const isAskedBy = (
  { askedAt: rowAskedAt, ...row }: ReminderRow,
  { askedAt, reminders }: z.infer<typeof RemindersAsked>,
): boolean =>
  rowAskedAt?.epochMilliseconds === Temporal.Instant.from(askedAt).epochMilliseconds &&
  reminders.some(
    ({ sessionId, reader, mark }) =>
      row.sessionId === sessionId && row.reader === reader && row.mark === mark,
  );

/** After a message was refused in doubt it is asked for again: at first soon, then ever more seldom. Units: minutes. */
const FIRST_AGAIN = 15;
const LONGEST_AGAIN = 240;

/** Has them asked for again while they are of use: nobody could tell whether they were true, and they have not left. `at`: not before;
 * without it after a while. */
export const askAgain = async (
  tx: Tx,
  again: {
    caseId: string;
    keys: readonly ReminderKey[];
    now: Temporal.Instant;
    at?: Temporal.Instant;
  },
): Promise<void> => {
  const { caseId, now, at = null } = again;
  for (const { sessionId, reader, mark } of again.keys) {
    await tx.query(
      `update reminders set asked_at = null, again_at = coalesce($6::timestamptz, $5::timestamptz
         + least(greatest($5::timestamptz - due_at, make_interval(mins => $7)), make_interval(mins => $8)))
       where case_id = $1 and session_id = $2 and reader = $3 and mark = $4 and asked_at is not null and until_at > $5`,
      [
        caseId,
        sessionId,
        reader,
        mark,
        now.toString(),
        at?.toString() ?? null,
        FIRST_AGAIN,
        LONGEST_AGAIN,
      ],
    );
  }
};

/** The same of all that an event asked for and of which nothing was proposed. */
export const askAgainFor = async (
  tx: Tx,
  data: Record<string, unknown>,
  now: Temporal.Instant,
): Promise<void> => {
  const asked = RemindersAsked.safeParse(data).data;
  if (!asked) return;
  const { caseId } = asked;
  const keys = (await listReminderRows(tx, caseId)).filter((row) => isAskedBy(row, asked));
  await askAgain(tx, { caseId, keys, now });
};

/** Whether the candidate of a case wants no reminders, of this interview or any other: what they said of it last. */
export const hasEndedReminders = async (reads: Reads, caseId: string): Promise<boolean> => {
  const [said] = await reads.query<{ kind: string }>(
    `select a.kind from candidate_answers a join cases c on c.id = a.case_id
     where c.candidate = (select candidate from cases where id = $1)
       and a.kind in ('no_reminders', 'reminders_again') and a.said_at is not null
     order by a.said_at desc, a.seq desc limit 1`,
    [caseId],
  );
  return said?.kind === "no_reminders";
};

/** When the candidate was last sent a reminder of a visit, by another proposal than this one; null: never. A mail whose fate nobody
 * knows counts. */
export const lastReminded = async (
  reads: Reads,
  {
    caseId,
    sessionId,
    exceptProposal,
  }: { caseId: string; sessionId: string; exceptProposal: string },
): Promise<Temporal.Instant | null> => {
  const [sent] = await reads.query<{ at: Temporal.Instant | null }>(
    `select max(coalesce(e.finished_at, e.started_at)) as at from effects e join proposals p on p.id = e.proposal_id
     where p.case_id = $1 and p.session_id = $2 and p.id <> $3 and p.kind = 'remind_candidate'
       and e.status in ('done', 'parked')`,
    [caseId, sessionId, exceptProposal],
  );
  return sent?.at ?? null;
};
