/** A history of interviews that nobody had: for the documents, for tests and for benchmarks. Seeded, so always the same.
 * Usage: `npx node scripts/attendance-sample.ts [--write]` says whether docs/examples/attendance/history.csv is up to date, or
 * writes it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom, type Random } from "../sandbox/worlds/random.ts";
import {
  type AttendanceFacts,
  FORMATS,
  factsOfTime,
  type HistoryRow,
  STAGE_KINDS,
} from "../src/attendance/features.ts";
import { sigmoid } from "../src/attendance/logistic.ts";

const FILE = join(import.meta.dirname, "..", "docs", "examples", "attendance", "history.csv");

/** The inventor's truth in log odds, other than the prior in some of it. */
const truth = (facts: AttendanceFacts): number =>
  -3.4 +
  0.5 * Math.log1p(facts.leadDays ?? 5) +
  (facts.confirmed === false ? 1.2 : 0) +
  (facts.pageOpened === false ? 0.5 : 0) +
  (facts.weekday === 1 ? 0.4 : 0) +
  ((facts.hour ?? 10) < 9 ? 0.5 : 0) +
  0.3 * (facts.reschedules ?? 0) +
  0.8 * (facts.missedBefore ?? 0) -
  0.4 * Math.log1p(facts.attendedBefore ?? 0);

const ZONES = ["Europe/Lisbon", "Europe/Berlin", "America/New_York"] as const;

interface Invented extends HistoryRow {
  zone: string;
  bookedAt: Temporal.Instant;
}

const STAGES = STAGE_KINDS.filter((kind) => kind !== "panel" && kind !== "interview");

/** One candidate's interview on the given day. */
const invent = (random: Random, day: Temporal.PlainDate): Invented => {
  const zone = random.pick(ZONES);
  const startsAt = day
    .toZonedDateTime({
      timeZone: zone,
      plainTime: { hour: random.int(8, 18), minute: 15 * random.int(0, 3) },
    })
    .toInstant();
  const lead = Math.round(24 * 60 * Math.exp(0.4 + 2.6 * random.next()));
  const bookedAt = startsAt.subtract({ minutes: lead });
  const agreed = random.next() < 0.7;
  const some = (share: number): boolean => random.next() < share;
  const facts: AttendanceFacts = {
    ...factsOfTime({ bookedAt, startsAt, zone }),
    confirmed: some(0.65),
    pageOpened: agreed ? some(0.8) : null,
    chatUsed: agreed ? some(0.15) : null,
    reschedules: some(0.2) ? random.int(1, 2) : 0,
    stageKind: random.pick(STAGES),
    format: random.pick(FORMATS),
    attendedBefore: random.int(0, 3),
    missedBefore: some(0.06) ? 1 : 0,
  };
  return { startsAt, bookedAt, zone, facts, missed: random.next() < sigmoid(truth(facts)) };
};

const workday = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek < 6 ? day : day.add({ days: 8 - day.dayOfWeek });

/** So many interviews, in order of time, over about three years. */
export const inventHistory = (count: number, seed = "attendance"): Invented[] => {
  const random = createRandom(`${seed}/history`);
  const first = Temporal.PlainDate.from("2022-09-05");
  return Array.from({ length: count }, (_, index) =>
    invent(random, workday(first.add({ days: Math.floor((index * 1_100) / count) }))),
  ).toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt));
};

const HEADER =
  "Interview;Candidate;Start;Booked on;Candidate's zone;Result;Agreed to signals;Confirmed?;Page opened;Chat used;Times moved;Stage;How;Came before;Missed before;Remarks";

const HOME = "Europe/Lisbon";
const STAGE_WORDS: Record<string, string> = {
  screen: "Phone screen",
  "hiring-manager": "Hiring manager",
  technical: "Technical interview",
  onsite: "Onsite",
  final: "Final round",
};
const FORMAT_WORDS = { video: "Video", phone: "Phone", onsite: "On site" };

const two = (value: number): string => String(value).padStart(2, "0");

/** As three programs and a person wrote it. */
const written = (instant: Temporal.Instant, way: number): string => {
  const { year, month, day, hour, minute } = instant.toZonedDateTimeISO(HOME);
  if (way === 0) return `${two(day)}/${two(month)}/${year} ${two(hour)}:${two(minute)}`;
  if (way === 1) return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
  if (way === 2) return instant.toString();
  const days = Temporal.PlainDate.from("1899-12-30").until({ year, month, day }).days;
  return (days + (hour * 60 + minute) / 1_440).toFixed(6).replace(".", ",");
};

const yesNo = (value: boolean | null, random: Random): string =>
  value === null ? random.pick(["", "n/a"]) : value ? random.pick(["yes", "Y"]) : "no";

const lineOf = (row: Invented, index: number, random: Random): string[] => {
  const { facts } = row;
  const came = random.next() < 0.06 ? "Cancelled" : random.pick(["attended", "Completed"]);
  return [
    `I-${1001 + index}`,
    `Candidate ${random.int(1, 300)}`,
    written(row.startsAt, random.int(0, 3)),
    random.next() < 0.03 ? "" : written(row.bookedAt, random.int(0, 3)),
    row.zone,
    row.missed ? random.pick(["No show", "no-show"]) : came,
    facts.pageOpened === null ? "no" : "yes",
    yesNo(facts.confirmed, random),
    yesNo(facts.pageOpened, random),
    yesNo(facts.chatUsed, random),
    String(facts.reschedules ?? ""),
    STAGE_WORDS[facts.stageKind ?? ""] ?? "",
    FORMAT_WORDS[facts.format ?? "video"],
    String(facts.attendedBefore ?? ""),
    String(facts.missedBefore ?? ""),
    random.next() < 0.1 ? 'asked about the "team"; wants a reply' : "",
  ];
};

/** Some faults that such files have: line by column → what stands there. */
const FAULTS: readonly [row: number, column: number, cell: string][] = [
  [37, 2, "31/02/2023 10:00"],
  [81, 5, "maybe"],
  [118, 4, "Lisbon"],
  [163, 5, ""],
  [204, 10, "twice"],
  [255, 2, "26/03/2023 01:30"],
  [301, 3, "01/01/2031 09:00"],
];

const cellText = (cell: string): string =>
  /[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The file, with a mark at its beginning, semicolons and Windows line ends, and a row that stands there twice. */
export const sampleCsv = (): string => {
  const random = createRandom("attendance/file");
  const rows = inventHistory(400).map((row, index) => lineOf(row, index, random));
  for (const [row, column, cell] of FAULTS) rows[row]?.splice(column, 1, cell);
  const doubled = rows[340];
  if (doubled !== undefined) rows.splice(341, 0, doubled);
  const lines = [HEADER, ...rows.map((cells) => cells.map(cellText).join(";"))];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
};

if (import.meta.main) {
  if (process.argv.includes("--write")) writeFileSync(FILE, sampleCsv());
  else if (readFileSync(FILE, "utf8") !== sampleCsv()) {
    console.error(
      "docs/examples/attendance/history.csv is old: run npx node scripts/attendance-sample.ts --write",
    );
    process.exit(1);
  }
}
