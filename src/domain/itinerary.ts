/** When the sessions of a booking are, as one. Sessions come in the order of time. */
import { dayInWords, hoursInWords, slotInWords } from "./time.ts";
import { zoneName } from "./zone-names.ts";

interface Timed {
  startsAt: string;
  endsAt: string;
}

/** A session's time as instants. */
export const timeOf = ({
  startsAt,
  endsAt,
}: Timed): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
});

/** Whether it has begun: then it is not changed any more, nor taken back. */
export const hasBegun = (session: Timed, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(timeOf(session).startsAt, now) <= 0;

/** From the first beginning to the last end. */
export const spanOf = (
  sessions: readonly Timed[],
): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } => {
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) throw new Error("no session has no time");
  return { startsAt: timeOf(first).startsAt, endsAt: timeOf(last).endsAt };
};

/** `Tuesday 1 December 2026, 10:00–15:45 (Lisbon time)`; several days one after the other. */
export const whenInWords = (sessions: readonly Timed[], zone: string): string =>
  daysOf(sessions, zone)
    .map(({ sessions: ofDay }) => slotInWords(spanOf(ofDay), zone))
    .join("; ");

/** One line for each session under its day: `Tuesday 1 December 2026 (Lisbon time)`, `10:00–11:00 …`. `line` says the rest. */
export const scheduleInWords = <Session extends Timed>(
  sessions: readonly Session[],
  zone: string,
  line: (session: Session) => string,
): string =>
  daysOf(sessions, zone)
    .map(({ sessions: ofDay, startsAt }) =>
      [
        `${dayInWords(startsAt, zone)} (${zoneName(zone)})`,
        ...ofDay.map((session) => `${hoursInWords(timeOf(session), zone)} ${line(session)}`),
      ].join("\n"),
    )
    .join("\n\n");

/** What of it is on one day. */
export interface ItineraryDay<Session> {
  startsAt: Temporal.Instant;
  sessions: Session[];
}

/** The days of a zone on which sessions begin, each with its own: hours alone would be read as those of one day. */
export const daysOf = <Session extends Timed>(
  sessions: readonly Session[],
  zone: string,
): ItineraryDay<Session>[] => {
  const days = new Map<string, ItineraryDay<Session>>();
  for (const session of sessions) {
    const { startsAt } = timeOf(session);
    const date = startsAt.toZonedDateTimeISO(zone).toPlainDate().toString();
    const day = days.get(date) ?? { startsAt, sessions: [] };
    day.sessions.push(session);
    days.set(date, day);
  }
  return [...days.values()];
};
