/** Interviews that are booked and still to come, and how the world stands to them. */
import type { CalendarEvent } from "../calendar/port.ts";
import type { Database, Queryable, Row } from "../db/port.ts";
import type { BookInterview, BookedSession } from "../domain/proposal.ts";
import { hasBegun } from "../domain/itinerary.ts";
import { slotInWords } from "../domain/time.ts";
import type { InboxEvent } from "./inbox-event.ts";
import type { Panel } from "../lever/port.ts";

type Reads = Database | Queryable;

/** A booking whose time is held: its proposal, and what its effects left outside. */
export interface StandingBooking {
  caseId: string;
  proposalId: string;
  /** One a session, in their order. `absent`: who would have sat in and has declined. */
  events: { organizer: string; eventId: string; videoUrl?: string; absent?: string }[];
  panelId: string;
  /** Of the panel's interviews, in the order of the sessions. */
  interviewIds: string[];
  /** At Zoom: one for each session that meets there, in their order. `effectId`: which effect the meeting says made it. */
  meetings: { meetingId: string; videoUrl: string; effectId: string }[];
}

const STANDING = `select p.case_id as "caseId", p.id as "proposalId",
    ev.events, pa.external_ref ->> 'panelId' as "panelId",
    string_to_array(coalesce(pa.external_ref ->> 'interviewIds', pa.external_ref ->> 'interviewId', ''), ' ') as "interviewIds", coalesce(zo.meetings, '[]') as meetings
  from proposals p join cases c on c.id = p.case_id
  join lateral (select jsonb_agg(e.external_ref order by e.step) as events from effects e
    where e.proposal_id = p.id and e.kind = 'calendar_event' and e.status = 'done') ev on ev.events is not null
  left join lateral (select jsonb_agg(jsonb_build_object('meetingId', e.external_ref ->> 'meetingId',
      'videoUrl', e.external_ref ->> 'videoUrl', 'effectId', coalesce(e.external_ref ->> 'effectId', e.id))
      order by e.step) as meetings from effects e
    where e.proposal_id = p.id and e.kind = 'zoom_meeting' and e.status = 'done') zo on true
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

/** A booking to come of which no time was written down: it was booked by a program that knew of none. */
export interface UnplannedBooking {
  caseId: string;
  opportunityId: string;
  proposalId: string;
}

/** Of each case the newest one; of all cases, or of one. */
export const listUnplanned = async (
  reads: Reads,
  { now, caseId = null }: { now: Temporal.Instant; caseId?: string | null },
): Promise<UnplannedBooking[]> =>
  await reads.query<UnplannedBooking & Row>(
    `select distinct on (b."caseId") b."caseId", c.opportunity_id as "opportunityId", b."proposalId"
     from (${STANDING}) b join cases c on c.id = b."caseId" join proposals p on p.id = b."proposalId"
     where ($2::text is null or c.id = $2)
       and not exists (select from attendances a where a.case_id = c.id and a.starts_at > $1)
     order by b."caseId", p.created_at desc, p.id`,
    [now.toString(), caseId],
  );

/** Whether Lever tells, by its own ids, of the interview that one of our effects made, or took back again. */
export const isOwnEcho = async (reads: Reads, event: InboxEvent): Promise<boolean> => {
  const statuses = ECHOES[event.kind];
  if (!statuses) return false;
  const { panelId, interviewId } = event.data;
  const found = await reads.query(
    `select from effects e join proposals p on p.id = e.proposal_id join cases c on c.id = p.case_id
     where c.opportunity_id = $1 and e.kind = 'lever_panel' and e.status = any($2)
       and e.external_ref ->> 'panelId' = $3
       and $4 = any(string_to_array(coalesce(e.external_ref ->> 'interviewIds', e.external_ref ->> 'interviewId'), ' '))
     limit 1`,
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
    `select distinct ev ->> 'organizer' as organizer
     from (${STANDING}) b, jsonb_array_elements(b.events) as ev order by 1`,
    [now.toString()],
  );
  return rows.map(({ organizer }) => organizer);
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
  /** Absent: it is about all of it. */
  sessionId?: string;
  words: string;
}

/** What is outside now. */
export interface Outside {
  /** One a session, in their order; null: it is not there. */
  events: readonly (CalendarEvent | null)[];
  /** Null when Lever has it no more. */
  panel: Panel | null;
  /** The name of the opportunity's present stage, when it is another one. */
  otherStage: string | null;
  now: Temporal.Instant;
}

/** Compares a booking with what is outside. Shape: empty when all is as booked. What has become of the traces of an interview
 * that has begun is nothing that could be mended. */
export const deviationsOf = (booked: BookInterview, outside: Outside): Deviation[] => {
  const isOver = ({ sessionId }: Deviation): boolean =>
    booked.sessions.some(
      (session) => session.sessionId === sessionId && hasBegun(session, outside.now),
    );
  return [
    ...ofStage(outside.otherStage),
    ...booked.sessions.flatMap((session, index) =>
      deviationsOfEvent(booked, session, outside.events[index] ?? null),
    ),
    ...deviationsOfPanel(booked, outside.panel),
  ].filter((deviation) => !isOver(deviation));
};

const ofStage = (otherStage: string | null): Deviation[] =>
  otherStage === null
    ? []
    : [{ code: "stage_left", words: `The candidate is at another stage now: ${otherStage}.` }];

/** The part of it that is about the calendar event of one session; null: there is none. */
export const deviationsOfEvent = (
  booked: BookInterview,
  session: BookedSession,
  event: CalendarEvent | null,
): Deviation[] => {
  const say = sayOf(booked, session);
  if (!event || event.status === "cancelled") {
    return [say("event_gone", "The calendar event was deleted.")];
  }
  const isMoved =
    !isSame(event.startsAt, session.startsAt) || !isSame(event.endsAt, session.endsAt);
  const invited = [...session.panel, ...(session.room ? [session.room] : [])];
  const declined = invited.filter(({ email }) => hasDeclined(event, email));
  const when = slotInWords(event, zoneOf(booked, session));
  return [
    ...(isMoved ? [say("event_moved", `The calendar event was moved to ${when}.`)] : []),
    ...declined.map(({ name }) => say("declined", `${name} declined the invitation.`)),
  ];
};

/** Whether whoever has that address has said no to an event. */
export const hasDeclined = ({ guests }: CalendarEvent, email: string): boolean =>
  guests.some(
    (guest) => guest.email.toLowerCase() === email.toLowerCase() && guest.answer === "declined",
  );

/** A deviation of one session, by its name where there are several. */
const sayOf =
  ({ sessions }: BookInterview, { sessionId, name }: BookedSession) =>
  (code: Deviation["code"], words: string): Deviation => ({
    code,
    sessionId,
    words: sessions.length > 1 ? `${name}: ${words}` : words,
  });

const zoneOf = ({ candidate }: BookInterview, { panel }: BookedSession): string =>
  panel[0]?.zone ?? candidate.zone;

type PanelInterview = Panel["interviews"][number];

/** The part of it that is about the panel in Lever; null: it has none. */
export const deviationsOfPanel = (booked: BookInterview, panel: Panel | null): Deviation[] => {
  if (!panel || panel.canceledAt !== null || panel.interviews.length === 0) {
    return [{ code: "panel_gone", words: "The panel was removed in Lever." }];
  }
  const left = [...panel.interviews];
  // The same time first, then the same people: what is left over is what was moved or removed.
  const found = new Map<string, PanelInterview>();
  for (const fits of [isAsTimed, isWithThem]) {
    for (const session of booked.sessions) {
      const at = left.findIndex((interview) => fits(interview, session));
      const [interview] = found.has(session.sessionId) || at < 0 ? [] : left.splice(at, 1);
      if (interview) found.set(session.sessionId, interview);
    }
  }
  return booked.sessions.flatMap((session) =>
    ofInterview(booked, session, found.get(session.sessionId) ?? left.shift() ?? null),
  );
};

const isAsTimed = (interview: PanelInterview, session: BookedSession): boolean =>
  isSame(interview.startsAt, session.startsAt) &&
  interview.durationMinutes === session.durationMinutes;

const isWithThem = ({ interviewers }: PanelInterview, { panel }: BookedSession): boolean => {
  const present = new Set<string>(interviewers.map(({ userId }) => userId));
  return present.size === panel.length && panel.every(({ userId }) => present.has(userId));
};

const ofInterview = (
  booked: BookInterview,
  session: BookedSession,
  interview: PanelInterview | null,
): Deviation[] => {
  const say = sayOf(booked, session);
  if (!interview) return [say("panel_gone", "The interview was removed from the panel in Lever.")];
  const endsAt = interview.startsAt.add({ minutes: interview.durationMinutes });
  const when = slotInWords({ startsAt: interview.startsAt, endsAt }, zoneOf(booked, session));
  return [
    ...(isAsTimed(interview, session)
      ? []
      : [say("panel_moved", `The panel in Lever was moved to ${when}.`)]),
    ...(isWithThem(interview, session)
      ? []
      : [say("panel_changed", "The panel in Lever has other interviewers than were booked.")]),
  ];
};

const isSame = (instant: Temporal.Instant, iso: string): boolean =>
  Temporal.Instant.compare(instant, Temporal.Instant.from(iso)) === 0;
