/** One row of a history, cell by cell, by its map. */
import { isZone } from "../domain/time.ts";
import { type ReadDate, readerOf, type WrittenDate } from "./date-pattern.ts";
import {
  type AttendanceFacts,
  FORMATS,
  factsOfTime,
  type HistoryRow,
  STAGE_KINDS,
  withConsent,
} from "./features.ts";
import { type ColumnRole, foldWord, type HistoryMap } from "./history-map.ts";

/** What a cell has wrong. */
interface CellFault {
  role: ColumnRole;
  found: string;
  expected: string;
}

/** A cell's text; null where the map names no such column. */
export type CellOf = (role: ColumnRole) => string | null;

/** The row; null when it has faults, or when it neither was attended nor missed. */
interface ReadRow {
  row: HistoryRow | null;
  faults: CellFault[];
}

interface Reading {
  map: HistoryMap;
  now: Temporal.Instant;
  dates: readonly { pattern: string; read: ReadDate }[];
  words: Record<"outcome" | "yesNo" | "stage" | "format", ReadonlyMap<string, string | null>>;
  cellOf: CellOf;
  faults: CellFault[];
}

/** As long as anybody plans ahead; a year that was mistyped is more. */
const MOST_LEAD_DAYS = 365;

/** Nobody has a history from before it: such a year was mistyped, or its century is missing. */
const FIRST_YEAR = 2_000;

/** Reads rows by one map. */
export const createRowReader = ({
  map,
  now,
}: {
  map: HistoryMap;
  now: Temporal.Instant;
}): ((cellOf: CellOf) => ReadRow) => {
  const dates = map.dates.flatMap((pattern) => {
    const read = readerOf(pattern);
    return read === null ? [] : [{ pattern, read }];
  });
  const { outcome, yes, no, unknown = [], stage, format } = map.words;
  // Nothing to be found out of an outcome that is not known.
  const words = {
    outcome: wordsOf({ ...outcome }, []),
    yesNo: wordsOf({ yes, no }, unknown),
    stage: wordsOf({ ...stage }, unknown),
    format: wordsOf({ ...format }, unknown),
  };
  return (cellOf) => {
    const faults: CellFault[] = [];
    const row = readRow({ map, now, dates, words, cellOf, faults });
    return { row: faults.length > 0 ? null : row, faults };
  };
};

const wordsOf = (
  lists: Record<string, readonly string[] | undefined>,
  unknown: readonly string[],
): ReadonlyMap<string, string | null> =>
  new Map([
    ...unknown.map((word): [string, null] => [foldWord(word), null]),
    ...Object.entries(lists).flatMap(([meaning, list = []]) =>
      list.map((word): [string, string] => [foldWord(word), meaning]),
    ),
  ]);

const readRow = (reading: Reading): HistoryRow | null => {
  const { cellOf, faults } = reading;
  const outcome = outcomeIn(reading);
  const zone = candidateZoneIn(reading);
  const starts = momentIn(reading, "startsAt", zone);
  const booked = momentIn(reading, "bookedAt", zone);
  if (starts === null && cellOf("startsAt") === "") {
    faults.push({ role: "startsAt", found: "", expected: "when it was to start" });
  }
  const facts = factsIn(reading);
  if (starts === null || outcome === null) return null;
  const leadDays = booked === null ? null : leadOf(booked, starts);
  if (leadDays !== null && (leadDays < 0 || leadDays > MOST_LEAD_DAYS)) {
    faults.push({
      role: "bookedAt",
      found: cellOf("bookedAt") ?? "",
      expected: `a time before the start, by ${MOST_LEAD_DAYS} days at most`,
    });
  }
  if (outcome === "notCounted") return null;
  if (Temporal.Instant.compare(starts.instant, reading.now) > 0) {
    faults.push({
      role: "startsAt",
      found: cellOf("startsAt") ?? "",
      expected: "a time that has passed, as it has an outcome",
    });
  }
  const consent = yesNoIn(reading, "consent");
  const known = { ...facts, ...whenOf(starts, zone), leadDays };
  return {
    startsAt: starts.instant,
    missed: outcome === "missed",
    facts: withConsent(known, consent === true),
  };
};

/** A date with its moment; of a date alone, the moment is the beginning of that day, and serves for order only. */
interface Moment extends WrittenDate {
  instant: Temporal.Instant;
}

const whenOf = (starts: Moment, zone: string | null): Pick<AttendanceFacts, "hour" | "weekday"> => {
  if (starts.time === null) {
    return { hour: null, weekday: zone === null ? null : starts.date.dayOfWeek };
  }
  const { hour, weekday } = factsOfTime({ bookedAt: null, startsAt: starts.instant, zone });
  return { hour, weekday };
};

/** Units: days; whole ones where one of the two is a date alone. */
const leadOf = (booked: Moment, starts: Moment): number =>
  booked.time === null || starts.time === null
    ? booked.date.until(starts.date).total({ unit: "days", relativeTo: booked.date })
    : starts.instant.since(booked.instant).total({ unit: "days" });

const outcomeIn = (reading: Reading): string | null => {
  const found = reading.cellOf("outcome") ?? "";
  const outcome = reading.words.outcome.get(foldWord(found));
  if (outcome !== undefined) return outcome;
  const expected = `one of ${sayWords(reading.words.outcome)}`;
  reading.faults.push({ role: "outcome", found, expected });
  return null;
};

const candidateZoneIn = ({ map, cellOf, faults }: Reading): string | null => {
  const found = cellOf("candidateZone");
  if (found === null) return map.candidateZone ?? null;
  if (isUnknown(found, map)) return map.candidateZone ?? null;
  if (isZone(found)) return found;
  faults.push({
    role: "candidateZone",
    found,
    expected: "an IANA time zone such as Europe/Lisbon",
  });
  return null;
};

const isUnknown = (cell: string, { words }: HistoryMap): boolean =>
  cell === "" || (words.unknown ?? []).some((word) => foldWord(word) === foldWord(cell));

/** Null where nothing is written, or what is wrong is told. */
const momentIn = (
  reading: Reading,
  role: "startsAt" | "bookedAt",
  candidateZone: string | null,
): Moment | null => {
  const { map, cellOf, faults, dates } = reading;
  const found = cellOf(role);
  if (found === null || found === "") return null;
  if (role === "bookedAt" && isUnknown(found, map)) return null;
  const wrong = (expected: string): null => {
    faults.push({ role, found, expected });
    return null;
  };
  const readings = dates.flatMap(({ pattern, read }) => {
    const written = read(found);
    return written === null ? [] : [{ pattern, written }];
  });
  const [first, ...others] = readings;
  if (first === undefined) {
    return wrong(`a real date, written as ${dates.map(({ pattern }) => pattern).join(" or ")}`);
  }
  const other = others.find(({ written }) => asText(written) !== asText(first.written));
  if (other !== undefined) {
    return wrong(
      `one meaning: ${first.pattern} reads ${asText(first.written)}, ${other.pattern} ${asText(other.written)}`,
    );
  }
  if (first.written.date.year < FIRST_YEAR) {
    return wrong(
      `a real date from the year ${FIRST_YEAR} on: ${first.pattern} reads ${asText(first.written)}`,
    );
  }
  const zone = map.zone === "candidate" ? candidateZone : map.zone;
  if (first.written.instant !== null) return { ...first.written, instant: first.written.instant };
  if (zone === null) return wrong("a candidateZone in this row, as its time has no offset");
  const instant = instantIn(first.written, zone);
  return instant === null
    ? wrong(`a time that the clocks of ${zone} show once that day`)
    : { ...first.written, instant };
};

const asText = ({ date, time, instant }: WrittenDate): string =>
  instant?.toString() ??
  (time === null ? date.toString() : `${date.toString()} ${time.toString()}`);

/** Null in the hour that clocks leave out or show twice: nobody can tell which it was. */
const instantIn = ({ date, time }: WrittenDate, zone: string): Temporal.Instant | null => {
  if (time === null) return date.toZonedDateTime(zone).toInstant();
  try {
    return date
      .toPlainDateTime(time)
      .toZonedDateTime(zone, { disambiguation: "reject" })
      .toInstant();
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
};

type OwnFacts = Omit<AttendanceFacts, "hour" | "weekday" | "leadDays">;

const factsIn = (reading: Reading): OwnFacts => ({
  confirmed: yesNoIn(reading, "confirmed"),
  pageOpened: yesNoIn(reading, "pageOpened"),
  chatUsed: yesNoIn(reading, "chatUsed"),
  reschedules: countIn(reading, "reschedules"),
  stageKind: ofList(STAGE_KINDS, wordIn(reading, "stage", "stage")),
  format: ofList(FORMATS, wordIn(reading, "format", "format")),
  attendedBefore: countIn(reading, "attendedBefore"),
  missedBefore: countIn(reading, "missedBefore"),
});

const ofList = <Item extends string>(list: readonly Item[], word: string | null): Item | null =>
  list.find((item) => item === word) ?? null;

const yesNoIn = (reading: Reading, role: ColumnRole): boolean | null => {
  const word = wordIn(reading, role, "yesNo");
  return word === null ? null : word === "yes";
};

const wordIn = (
  { cellOf, words, faults }: Reading,
  role: ColumnRole,
  list: "yesNo" | "stage" | "format",
): string | null => {
  const found = cellOf(role);
  if (found === null || found === "") return null;
  const word = words[list].get(foldWord(found));
  if (word !== undefined) return word;
  faults.push({ role, found, expected: `one of ${sayWords(words[list])}` });
  return null;
};

/** Nobody reads more. */
const MOST_WORDS = 12;

const sayWords = (words: ReadonlyMap<string, unknown>): string => {
  const all = [...words.keys()].map((word) => `"${word}"`);
  const more = all.length - MOST_WORDS;
  return `${all.slice(0, MOST_WORDS).join(", ")}${more > 0 ? `, and ${more} more of the map` : ""}`;
};

const countIn = ({ cellOf, faults, map }: Reading, role: ColumnRole): number | null => {
  const found = cellOf(role);
  if (found === null || isUnknown(found, map)) return null;
  if (/^\d{1,3}$/.test(found)) return Number(found);
  faults.push({ role, found, expected: "a whole number, from 0 to 999" });
  return null;
};
