/** From what a candidate marked and wrote to the windows in which they could: read, shown back, and counted only once they
 * have said yes. */
import type { AnswerBody } from "../../domain/candidate-answer.ts";
import type { Question } from "../../language/constraints/constraints.ts";
import { readWindows } from "../../language/constraints/read-windows.ts";
import { type Window, overlaps } from "../../language/constraints/windows.ts";

export type Availability = AnswerBody<"availability">;

/** Parts of a day on the grid, by local clock. */
export const DAY_PARTS = {
  am: { from: "08:00", until: "12:00" },
  noon: { from: "12:00", until: "17:00" },
  pm: { from: "17:00", until: "20:00" },
} as const;
export type DayPart = keyof typeof DAY_PARTS;
export const PART_NAMES = ["am", "noon", "pm"] as const satisfies DayPart[];

/** How many working days the grid shows. */
const GRID_DAYS = 10;
const LAST_WEEKDAY = 5;

/** The days of the grid, from tomorrow on. */
export const gridDays = (now: Temporal.Instant, zone: string): Temporal.PlainDate[] => {
  const days: Temporal.PlainDate[] = [];
  let day = now.toZonedDateTimeISO(zone).toPlainDate();
  while (days.length < GRID_DAYS) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= LAST_WEEKDAY) days.push(day);
  }
  return days;
};

/** Name of a cell: `2026-11-24/am`. */
export const cellName = (day: Temporal.PlainDate, part: DayPart): string =>
  `${day.toString()}/${part}`;

/** What was read of the words. */
export interface Reading {
  windows: Availability["windows"];
  /** What has to be asked before it may count. */
  questions: readonly Question[];
  /** What was filled in, in sentences. */
  assumed: readonly string[];
}

interface Said {
  zone: string;
  words: string;
  cells: readonly string[];
  now: Temporal.Instant;
  durationMinutes: number;
}

/** The windows of what was marked and written, still to come. Both are alternatives; words that only rule something out rule
 * it out of what was marked. */
export const readAvailability = ({ zone, words, cells, now, durationMinutes }: Said): Reading => {
  const marked = cells.flatMap((cell) => windowOfCell(cell, { zone, now }));
  if (words === "") return { windows: merged(marked), questions: [], assumed: [] };
  const { constraints, windows: read } = readWindows({ words, now, zone, durationMinutes });
  const onlyDenies = constraints.allow.length === 0 && marked.length > 0;
  const windows = onlyDenies ? overlaps(marked, read) : [...marked, ...read];
  return {
    windows: merged(windows),
    questions: constraints.questions,
    assumed: constraints.assumed,
  };
};

const CELL = /^(\d{4}-\d\d-\d\d)\/(am|noon|pm)$/;

const windowOfCell = (
  cell: string,
  { zone, now }: { zone: string; now: Temporal.Instant },
): Window[] => {
  const [, date, part] = CELL.exec(cell) ?? [];
  const days = gridDays(now, zone);
  const day = days.find((each) => each.toString() === date);
  const name = PART_NAMES.find((each) => each === part);
  if (!day || !name) return [];
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
  return [{ start: at(DAY_PARTS[name].from), end: at(DAY_PARTS[name].until) }];
};

const byTime = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other);

/** In order, and as one where they touch. */
const merged = (windows: readonly Window[]): Availability["windows"] => {
  const sorted = windows.toSorted((one, other) => byTime(one.start, other.start));
  const whole: Window[] = [];
  for (const window of sorted) {
    const last = whole.at(-1);
    if (!last || byTime(window.start, last.end) > 0) whole.push({ ...window });
    else if (byTime(window.end, last.end) > 0) last.end = window.end;
  }
  return whole.map(({ start, end }) => ({ start: start.toString(), end: end.toString() }));
};

/** The words with one question answered: what to write instead stands in the place of what was asked about. */
export const answerQuestion = (words: string, question: Question, choice: number): string => {
  const instead = question.choices[choice]?.instead;
  if (instead === undefined) return words;
  return `${words.slice(0, question.start)}${instead}${words.slice(question.end)}`
    .replace(/ {2,}/g, " ")
    .trim();
};
