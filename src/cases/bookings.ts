/** Interviews that are booked and still to come, and how the world stands to them. */
import type { CalendarEvent } from "../calendar/port.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { BookInterview } from "../domain/proposal.ts";
import { slotInWords } from "../domain/time.ts";
import type { InboxEvent } from "./inbox-event.ts";
import type { Panel } from "../lever/port.ts";

type Reads = Database | Queryable;

/** A booking whose time is held: its proposal, and what its effects left outside. */
export interface StandingBooking {
  caseId: string;
  proposalId: string;
  event: { organizer: string; eventId: string };
  panelId: string;
}

const STANDING = `select p.case_id as "caseId", p.id as "proposalId",
    ev.external_ref as event, pa.external_ref ->> 'panelId' as "panelId"
  from proposals p join cases c on c.id = p.case_id
  join effects ev on ev.proposal_id = p.id and ev.kind = 'calendar_event' and ev.status = 'done'
  join effects pa on pa.proposal_id = p.id and pa.kind = 'lever_panel' and pa.status = 'done'
  where p.status = 'done' and c.closed_at is null and exists (
    select 1 from effects e join reservations r on r.effect_id = e.id
    where e.proposal_id = p.id and r.released_at is null and upper(r.during) > $1)`;

/** The bookings to come of an opportunity, oldest first. */
export const listStandingBookings = async (
  reads: Reads,
  opportunityId: string,
  now: Temporal.Instant,
): Promise<StandingBooking[]> =>
  await reads.query<StandingBooking & Row>(
    `${STANDING} and c.opportunity_id = $2 order by p.created_at`,
    [now.toString(), opportunityId],
  );

/** Whether Lever tells, by its own ids, of the interview that one of our effects made, or took back again. */
export const isOwnEcho = async (reads: Reads, event: InboxEvent): Promise<boolean> => {
  const statuses = ECHOES[event.kind];
  if (!statuses) return false;
  const { panelId, interviewId } = event.data;
  const found = await reads.query(
    `select from effects e join proposals p on p.id = e.proposal_id join cases c on c.id = p.case_id
     where c.opportunity_id = $1 and e.kind = 'lever_panel' and e.status = any($2)
       and e.external_ref ->> 'panelId' = $3 and e.external_ref ->> 'interviewId' = $4 limit 1`,
    [event.opportunityId, statuses, panelId ?? null, interviewId ?? null],
  );
  return found.length > 0;
};

const ECHOES: Record<string, readonly string[]> = {
  interviewCreated: ["done", "undone"],
  interviewDeleted: ["undone"],
};

/** Whether one of these panels, which say which effect of the opportunity made them, is not in our books. */
export const hasStrays = async (
  reads: Reads,
  opportunityId: string,
  panels: readonly { panelId: string; effectId: string }[],
): Promise<boolean> => {
  const rows = await reads.query(
    `select 1 as ok from unnest($2::text[], $3::text[]) s (panel, effect)
     join effects e on e.id = s.effect join proposals p on p.id = e.proposal_id
     join cases c on c.id = p.case_id
     where c.opportunity_id = $1 and e.kind = 'lever_panel'
       and (e.external_ref ->> 'panelId' is distinct from s.panel or e.status in ('undone', 'failed')) limit 1`,
    [opportunityId, panels.map(({ panelId }) => panelId), panels.map(({ effectId }) => effectId)],
  );
  return rows.length > 0;
};

/** Mailboxes whose calendars hold interviews to come. */
export const listOrganizers = async (reads: Reads, now: Temporal.Instant): Promise<string[]> => {
  const rows = await reads.query<{ organizer: string }>(
    `select distinct b.event ->> 'organizer' as organizer from (${STANDING}) b order by 1`,
    [now.toString()],
  );
  return rows.map(({ organizer }) => organizer);
};

/** Gives the held time of a booking back. */
export const releaseBooking = async (
  tx: Tx,
  proposalId: string,
  now: Temporal.Instant,
): Promise<void> => {
  await tx.query(
    `update reservations set released_at = $2 where released_at is null
       and effect_id in (select id from effects where proposal_id = $1)`,
    [proposalId, now.toString()],
  );
};

/** How something is not as we booked it, in one sentence. */
export interface Deviation {
  code:
    | "event_gone"
    | "event_moved"
    | "declined"
    | "panel_gone"
    | "panel_moved"
    | "panel_changed"
    | "stage_left";
  words: string;
}

/** What is outside now. */
export interface Outside {
  event: CalendarEvent | null;
  /** Null when Lever has it no more. */
  panel: Panel | null;
  /** The name of the opportunity's present stage, when it is another one. */
  otherStage: string | null;
}

/** Compares a booking with what is outside. Shape: empty when all is as booked. */
export const deviationsOf = (booked: BookInterview, outside: Outside): Deviation[] => [
  ...ofStage(outside.otherStage),
  ...deviationsOfEvent(booked, outside.event),
  ...ofPanel(booked, outside.panel),
];

const ofStage = (otherStage: string | null): Deviation[] =>
  otherStage === null
    ? []
    : [{ code: "stage_left", words: `The candidate is at another stage now: ${otherStage}.` }];

/** The part of it that is about the calendar event; null: there is none. */
export const deviationsOfEvent = (
  booked: BookInterview,
  event: CalendarEvent | null,
): Deviation[] => {
  if (!event || event.status === "cancelled") {
    return [{ code: "event_gone", words: "The calendar event was deleted." }];
  }
  const zone = booked.panel[0]?.zone ?? booked.candidate.zone;
  const isMoved = !isSame(event.startsAt, booked.startsAt) || !isSame(event.endsAt, booked.endsAt);
  const declined = booked.panel.filter(({ email }) =>
    event.guests.some(
      (guest) => guest.email.toLowerCase() === email.toLowerCase() && guest.answer === "declined",
    ),
  );
  return [
    ...(isMoved
      ? [
          {
            code: "event_moved" as const,
            words: `The calendar event was moved to ${slotInWords(event, zone)}.`,
          },
        ]
      : []),
    ...declined.map(({ name }) => ({
      code: "declined" as const,
      words: `${name} declined the invitation.`,
    })),
  ];
};

const ofPanel = (booked: BookInterview, panel: Panel | null): Deviation[] => {
  const [interview] = panel?.interviews ?? [];
  if (!panel || panel.canceledAt !== null || !interview) {
    return [{ code: "panel_gone", words: "The panel was removed in Lever." }];
  }
  const isMoved =
    !isSame(interview.startsAt, booked.startsAt) ||
    interview.durationMinutes !== booked.durationMinutes;
  const present = new Set<string>(interview.interviewers.map(({ userId }) => userId));
  const hasOthers =
    present.size !== booked.panel.length || booked.panel.some(({ userId }) => !present.has(userId));
  const endsAt = interview.startsAt.add({ minutes: interview.durationMinutes });
  const slot = { startsAt: interview.startsAt, endsAt };
  const zone = booked.panel[0]?.zone ?? booked.candidate.zone;
  return [
    ...(isMoved
      ? [
          {
            code: "panel_moved" as const,
            words: `The panel in Lever was moved to ${slotInWords(slot, zone)}.`,
          },
        ]
      : []),
    ...(hasOthers
      ? [
          {
            code: "panel_changed" as const,
            words: "The panel in Lever has other interviewers than were booked.",
          },
        ]
      : []),
  ];
};

const isSame = (instant: Temporal.Instant, iso: string): boolean =>
  Temporal.Instant.compare(instant, Temporal.Instant.from(iso)) === 0;
