/** Debriefs that are booked and still to come, how the calendar stands to them, and what our books follow it in. */
import type { CalendarEvent } from "../calendar/port.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { CalendarReading } from "../domain/calendar.ts";
import { type BookDebrief, zoneOf } from "../domain/debrief.ts";
import { namesInWords } from "../domain/names-in-words.ts";
import { slotInWords } from "../domain/time.ts";
import type { LeverUser } from "../lever/port.ts";
import { hasDeclined } from "./bookings.ts";
import { followTime, giveBack } from "./moved-time.ts";

type Reads = Database | Queryable;

/** When one stands in the calendar, as far as we know. */
export interface StandingTime {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** One that is to come, and what its effects left in the calendar. */
export interface StandingDebrief extends StandingTime {
  caseId: string;
  proposalId: string;
  /** Whose the time is. */
  effectId: string;
  organizer: string;
  eventId: string;
  /** Addresses of those whose time is kept: none, where it was moved to when nobody of it is free. */
  people: string[];
}

/** SQL of when the event stands that a done effect `e` put on a calendar, and for whom that time is kept. One that was moved says it in
 * what it left outside; else it stands where its people's time is kept. Nulls: it was taken off the calendar. */
export const DEBRIEF_TIME = `(select
    coalesce((e.external_ref ->> 'startsAt')::timestamptz, min(lower(r.during))) as starts_at,
    coalesce((e.external_ref ->> 'endsAt')::timestamptz, max(upper(r.during))) as ends_at,
    array_remove(array_agg(r.person order by r.person), null) as people
  from reservations r
  where r.proposal_id = e.proposal_id and r.effect_id is not null and r.released_at is null)`;

/** Effects `e` that put a debrief on a calendar where it stands still, and its time `d`. */
const STANDING_EVENTS = `effects e join lateral ${DEBRIEF_TIME} d
  on e.kind = 'debrief_event' and e.status = 'done' and d.ends_at is not null`;

const STANDING = `select p.case_id as "caseId", p.id as "proposalId", t.id as "effectId",
    e.external_ref ->> 'organizer' as organizer, e.external_ref ->> 'eventId' as "eventId",
    d.starts_at as "startsAt", d.ends_at as "endsAt", coalesce(d.people, '{}') as people
  from ${STANDING_EVENTS} join proposals p on p.id = e.proposal_id join cases c on c.id = p.case_id
  join effects t on t.proposal_id = p.id and t.kind = 'debrief_time' and t.status = 'done'
  where p.kind = 'book_debrief' and p.status = 'done' and c.closed_at is null and d.ends_at > $1
    and ($2::text is null or c.opportunity_id = $2)
  order by p.created_at`;

/** Those of an opportunity, oldest first. */
export const listStandingDebriefs = async (
  reads: Reads,
  opportunityId: string,
  now: Temporal.Instant,
): Promise<StandingDebrief[]> =>
  await reads.query<StandingDebrief & Row>(STANDING, [now.toString(), opportunityId]);

/** Mailboxes whose calendars hold one. */
export const listDebriefOrganizers = async (
  reads: Reads,
  now: Temporal.Instant,
): Promise<string[]> => {
  const all = await reads.query<StandingDebrief & Row>(STANDING, [now.toString(), null]);
  return [...new Set(all.map(({ organizer }) => organizer))];
};

/** SQL of a proposal `p` to book one: it is done, and its event is not known to be gone. */
export const IS_BOOKED = `p.status = 'done'
  and exists (select from ${STANDING_EVENTS} where e.proposal_id = p.id)`;

/** Whether a case has one already, beside the one that is being booked. */
export const hasAnotherDebrief = async (
  reads: Reads,
  { caseId, proposalId }: { caseId: string; proposalId: string },
): Promise<boolean> => {
  const found = await reads.query(
    `select from proposals p where p.case_id = $1 and p.kind = 'book_debrief' and p.id <> $2
       and ${IS_BOOKED} limit 1`,
    [caseId, proposalId],
  );
  return found.length > 0;
};

/** When what a proposal booked stands; null: nothing does, or not any more. */
export const findStandingTime = async (
  reads: Reads,
  proposalId: string,
): Promise<StandingTime | null> => {
  const [row] = await reads.query<StandingTime & Row>(
    `select d.starts_at as "startsAt", d.ends_at as "endsAt" from ${STANDING_EVENTS}
     where e.proposal_id = $1`,
    [proposalId],
  );
  return row ?? null;
};

/** What is outside now. */
export interface AroundDebrief {
  /** Null: it is not there. */
  event: CalendarEvent | null;
  users: readonly LeverUser[];
  /** Of its people, at the time at which it stands. */
  readings: readonly CalendarReading[];
}

/** How one stands otherwise than it was booked. */
export interface DebriefDeviations {
  isGone: boolean;
  /** Where it stands in the calendar, when that is not where it was booked. */
  moved: StandingTime | null;
  /** Who does not come, in words; empty when all do. */
  missing: string[];
}

/** Of a person's out-of-office only what their calendar says itself counts: one that cannot be read says nothing. */
export const debriefDeviations = (
  booked: BookDebrief,
  { event, users, readings }: AroundDebrief,
): DebriefDeviations => {
  if (!event || event.status === "cancelled") return { isGone: true, moved: null, missing: [] };
  const { startsAt, endsAt } = event;
  const isMoved =
    !startsAt.equals(Temporal.Instant.from(booked.startsAt)) ||
    !endsAt.equals(Temporal.Instant.from(booked.endsAt));
  const isAway = (email: string): boolean =>
    readings.some(
      (reading) =>
        reading.readable &&
        reading.email.toLowerCase() === email.toLowerCase() &&
        reading.blocks.some(
          ({ kind, start, end }) =>
            kind === "out_of_office" &&
            Temporal.Instant.compare(start, endsAt) < 0 &&
            Temporal.Instant.compare(end, startsAt) > 0,
        ),
    );
  const missing = booked.people.flatMap(({ email, name, userId }) => {
    if (users.some((user) => user.id === userId && user.deactivated)) {
      return [`${name} was deactivated in Lever.`];
    }
    if (hasDeclined(event, email)) return [`${name} declined the debrief.`];
    return isAway(email) ? [`${name} is out of office at that time.`] : [];
  });
  return { isGone: false, moved: isMoved ? { startsAt, endsAt } : null, missing };
};

/** Nobody meets any more: its people's time is given back, and it stands at no time. */
export const dropDebrief = async (
  tx: Tx,
  { proposalId, now }: { proposalId: string; now: Temporal.Instant },
): Promise<void> => {
  await giveBack(tx, { of: proposalId, now });
  await tx.query(
    `update effects set external_ref = external_ref - '{startsAt,endsAt}'::text[]
     where proposal_id = $1 and kind = 'debrief_event'`,
    [proposalId],
  );
};

/** Keeps its people's time where its event stands now, and when that is: it stands there also where none of them is free. Shape: who has
 * been booked or held for something else then, in words. */
export const followDebrief = async (
  tx: Tx,
  { debrief: { proposalId: of, effectId }, booked, to, now }: FollowedDebrief,
): Promise<string[]> => {
  const time = { startsAt: to.startsAt.toString(), endsAt: to.endsAt.toString() };
  await tx.query(
    `update effects set external_ref = external_ref || $2::jsonb
     where proposal_id = $1 and kind = 'debrief_event'`,
    [of, JSON.stringify(time)],
  );
  const session = { panel: booked.people, ...time };
  const left = await followTime(tx, { of, effectId, session, now });
  const names = booked.people.filter(({ email }) => left.includes(email)).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        `${namesInWords(names)} ${names.length === 1 ? "is" : "are"} booked or held for something else at that time.`,
      ];
};

interface FollowedDebrief {
  debrief: Pick<StandingDebrief, "proposalId" | "effectId">;
  booked: BookDebrief;
  to: StandingTime;
  now: Temporal.Instant;
}

/** `The debrief was moved in the calendar, to Tuesday …`. */
export const movedInWords = (booked: BookDebrief, to: StandingTime): string =>
  `The debrief was moved in the calendar, to ${slotInWords(to, zoneOf(booked))}.`;
