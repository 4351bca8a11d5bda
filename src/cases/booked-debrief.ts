/** Debriefs that are booked and still to come, how the calendar stands to them, and what our books follow it in. */
import type { CalendarEvent } from "../calendar/port.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { CalendarReading } from "../domain/calendar.ts";
import { type BookDebrief, zoneOf } from "../domain/debrief.ts";
import { namesInWords } from "../domain/names-in-words.ts";
import { slotInWords } from "../domain/time.ts";
import type { LeverUser } from "../lever/port.ts";
import { hasDeclined } from "./bookings.ts";
import { followTime } from "./moved-time.ts";

type Reads = Database | Queryable;

/** When a panel's time is kept for it. */
export interface KeptTime {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** One whose time is kept, and what its effects left in the calendar. */
export interface StandingDebrief extends KeptTime {
  caseId: string;
  proposalId: string;
  /** Whose the time is. */
  effectId: string;
  organizer: string;
  eventId: string;
  /** Addresses of those whose time is kept. */
  people: string[];
}

const STANDING = `select p.case_id as "caseId", p.id as "proposalId", t.id as "effectId",
    e.external_ref ->> 'organizer' as organizer, e.external_ref ->> 'eventId' as "eventId",
    min(lower(r.during)) as "startsAt", max(upper(r.during)) as "endsAt",
    array_agg(r.person order by r.person) as people
  from proposals p join cases c on c.id = p.case_id
  join effects e on e.proposal_id = p.id and e.kind = 'debrief_event' and e.status = 'done'
  join effects t on t.proposal_id = p.id and t.kind = 'debrief_time' and t.status = 'done'
  join reservations r on r.proposal_id = p.id and r.released_at is null and upper(r.during) > $1
  where p.kind = 'book_debrief' and p.status = 'done' and c.closed_at is null
    and ($2::text is null or c.opportunity_id = $2)
  group by p.id, e.id, t.id order by p.created_at`;

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

/** SQL of a proposal `p` to book one: it is done, and its time is still kept. */
export const IS_BOOKED = `p.status = 'done'
  and exists (select from reservations r where r.proposal_id = p.id and r.released_at is null)`;

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

/** Whether time is kept for what a proposal booked, and when; null: none is any more. */
export const findKeptTime = async (reads: Reads, proposalId: string): Promise<KeptTime | null> => {
  const [row] = await reads.query<KeptTime & Row>(
    `select min(lower(during)) as "startsAt", max(upper(during)) as "endsAt" from reservations
     where proposal_id = $1 and effect_id is not null and released_at is null having count(*) > 0`,
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
  moved: KeptTime | null;
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

/** Keeps its people's time where its event stands now. Shape: who has been booked or held for something else then, in words. */
export const followDebrief = async (
  tx: Tx,
  { debrief: { proposalId: of, effectId }, booked, to, now }: FollowedDebrief,
): Promise<string[]> => {
  const time = { startsAt: to.startsAt.toString(), endsAt: to.endsAt.toString() };
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
  to: KeptTime;
  now: Temporal.Instant;
}

/** `The debrief was moved in the calendar, to Tuesday …`. */
export const movedInWords = (booked: BookDebrief, to: KeptTime): string =>
  `The debrief was moved in the calendar, to ${slotInWords(to, zoneOf(booked))}.`;
