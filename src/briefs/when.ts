/** When an interview is, for its reader first and then for everybody else who is there. */
import { timeOf } from "../domain/itinerary.ts";
import type { BriefReader, SendBrief } from "../domain/brief.ts";
import { dayInWords, hoursInWords, slotInWords } from "../domain/time.ts";
import { zoneName } from "../domain/zone-names.ts";
import { listed } from "./words.ts";

export interface WhenView {
  /** The first zone: the reader's, or the candidate's where nobody in particular reads it. */
  zone: string;
  /** `Tuesday 24 November 2026, 15:00–15:45 (Lisbon time)`. */
  first: string;
  /** `Candidate: 10:00–10:45 (New York time)`; then the panel's. Without the first zone. */
  others: string[];
}

/** The words, with each zone once. */
export const whenOf = (payload: SendBrief, reader: BriefReader | null): WhenView => {
  const { candidate, session, readers } = payload;
  const zone = reader?.zone ?? candidate.zone;
  const panel = new Set(readers.map((each) => each.zone));
  const others = [...panel].filter((each) => each !== zone && each !== candidate.zone);
  const said = (zones: string[]): string => otherZones(session, zones, zone);
  const words = slotInWords(timeOf(session), zone);
  return {
    zone,
    first:
      candidate.zone === zone
        ? words.replace(/\)$/, `, the candidate’s${reader ? " too" : ""})`)
        : words,
    others: [
      ...(candidate.zone === zone ? [] : [`Candidate: ${said([candidate.zone])}`]),
      ...sameClock(session, others).map((zones) => `Panel: ${said(zones)}`),
    ],
  };
};

type Session = SendBrief["session"];

/** Zones whose clocks show the same, together. */
const sameClock = (session: Session, zones: string[]): string[][] => {
  const { startsAt, endsAt } = timeOf(session);
  const byClock = Map.groupBy(zones, (zone) =>
    [startsAt, endsAt]
      .map((instant) => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString())
      .join(),
  );
  return [...byClock.values()];
};

/** With the day where it is another one than in the first zone. */
const otherZones = (session: Session, zones: string[], first: string): string => {
  const [zone = first] = zones;
  const time = timeOf(session);
  const day = dayInWords(time.startsAt, zone);
  const hours = hoursInWords(time, zone);
  const names = listed(zones.map(zoneName).map((name) => name.replace(/ time$/, "")));
  const named = zones.some((each) => each.includes("/")) ? `${names} time` : names;
  return `${day === dayInWords(time.startsAt, first) ? "" : `${day}, `}${hours} (${named})`;
};

/** `15:00`, or `Wednesday 25 November 2026, 15:00` on another day than the session's. */
export const beginsInWords = (
  startsAt: string,
  { session, zone }: { session: Session; zone: string },
): string => {
  const instant = Temporal.Instant.from(startsAt);
  const time = instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  const day = dayInWords(instant, zone);
  return day === dayInWords(timeOf(session).startsAt, zone) ? time : `${day}, ${time}`;
};

const SHORT_DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** `Tue 24 Nov, 15:00 (Lisbon time)`: for a line that must be short. */
export const shortWhen = ({ startsAt }: Session, zone: string): string => {
  const local = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone);
  const day = SHORT_DAY.format(local.toPlainDate()).replace(",", "");
  return `${day}, ${local.toPlainTime().toString({ smallestUnit: "minute" })} (${zoneName(zone)})`;
};
