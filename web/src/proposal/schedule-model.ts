/** Several sessions as a reader wants them: days, and what lies between two sessions of a day. */
import type { ScoredItinerary } from "../../../src/domain/proposal.ts";
import { zoneName } from "../../../src/domain/zone-names.ts";
import { dayInWords, hoursInWords, localTime } from "../parts/time.ts";

/** One session with its time and people. */
export type PlacedSession = ScoredItinerary["sessions"][number];

interface Timed {
  startsAt: string;
  endsAt: string;
}

/** When the first session begins: by this an itinerary is known among those offered. */
export const startOf = ({ sessions }: Pick<ScoredItinerary, "sessions">): string =>
  sessions[0]?.startsAt ?? "";

/** The e-mail addresses of all who are in one of its sessions, each once. */
export const panelOf = ({ sessions }: Pick<ScoredItinerary, "sessions">): string[] => [
  ...new Set(
    sessions.flatMap(({ panel, training = [] }) =>
      [...panel, ...training].flatMap(({ email }) => email ?? []),
    ),
  ),
];

/** Those who sit in another itinerary and not in this one. */
export const newIn = (other: ScoredItinerary, itinerary: ScoredItinerary): string[] => {
  const known = new Set(panelOf(itinerary));
  return panelOf(other).filter((email) => !known.has(email));
};

/** What lies between two sessions of one day. */
export interface Pause {
  minutes: number;
  isLunch: boolean;
}

export interface ScheduledSession<Session> {
  session: Session;
  /** Before it, on the same day; null when it comes first or straight on. */
  pause: Pause | null;
}

export interface ScheduledDay<Session> {
  /** `2026-12-01` */
  date: string;
  sessions: ScheduledSession<Session>[];
}

/** The days of sessions that are in the order of time, on the clock of a zone. */
export const scheduleOf = <Session extends Timed>(
  sessions: readonly Session[],
  zone: string,
): ScheduledDay<Session>[] => {
  const days: ScheduledDay<Session>[] = [];
  for (const session of sessions) {
    const { date } = localTime(session.startsAt, zone);
    const day = days.at(-1);
    if (day?.date !== date) {
      days.push({ date, sessions: [{ session, pause: null }] });
      continue;
    }
    const before = day.sessions.at(-1)?.session;
    day.sessions.push({ session, pause: before ? pauseBetween(before, session, zone) : null });
  }
  return days;
};

const LUNCH = { from: 11 * 60 + 30, to: 14 * 60 + 30, minutes: 30 };

const pauseBetween = (before: Timed, after: Timed, zone: string): Pause | null => {
  const minutes = minutesOf({ startsAt: before.endsAt, endsAt: after.startsAt });
  if (minutes <= 0) return null;
  const from = localTime(before.endsAt, zone).minute;
  const isLunch = minutes >= LUNCH.minutes && from >= LUNCH.from && from + minutes <= LUNCH.to;
  return { minutes, isLunch };
};

/** Length of a session or of several without what lies between. Units: minutes. */
export const minutesOf = (...spans: Timed[]): number =>
  spans.reduce((sum, span) => sum + Date.parse(span.endsAt) - Date.parse(span.startsAt), 0) /
  60_000;

/** `45 min`, `1 h`, `3 h 45 min`. */
export const minutesInWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0 || (hours === 1 && rest > 0)) return `${minutes} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

/** `10:00–15:45`, from the first beginning to the last end of one day's sessions. */
export const dayHours = ({ sessions }: ScheduledDay<Timed>, zone: string): string => {
  const first = sessions[0]?.session;
  const last = sessions.at(-1)?.session;
  return first && last ? hoursInWords({ startsAt: first.startsAt, endsAt: last.endsAt }, zone) : "";
};

const DAYS = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** `Tue 1 Dec, 10:00–15:45 (Lisbon time)`, or `Tue 1 Dec and Wed 2 Dec (Lisbon time)`. */
export const itineraryInWords = ({ sessions }: ScoredItinerary, zone: string): string => {
  const days = scheduleOf(sessions, zone);
  const [first] = days;
  if (!first) return "";
  const when =
    days.length === 1
      ? `${dayInWords(first.date)}, ${dayHours(first, zone)}`
      : DAYS.format(days.map(({ date }) => dayInWords(date)));
  return `${when} (${zoneName(zone)})`;
};

/** What differs on somebody's own clock: `11:00–12:00 (Berlin time)`, with the day where that differs too; null when
 * nothing does. */
export const theirTime = (span: Timed, zone: string, theirs: string): string | null => {
  const here = localTime(span.startsAt, zone);
  const there = localTime(span.startsAt, theirs);
  if (here.date === there.date && here.minute === there.minute) return null;
  const day = here.date === there.date ? "" : `${dayInWords(there.date)}, `;
  return `${day}${hoursInWords(span, theirs)} (${zoneName(theirs)})`;
};
