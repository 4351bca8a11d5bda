/** A CSV text as records with the lines they begin in. What the text itself has wrong (a quote that does not end, cells too many)
 * is told by record, and the others are read. */
import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "../domain/errors.ts";

/** One record. `line`: of the file, from 1. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/** A record that is none. */
export interface CsvFault {
  line: number;
  found: string;
  expected: string;
}

/** What a file holds. */
export interface CsvText {
  header: string[];
  records: CsvRecord[];
  faults: CsvFault[];
}

/** Nobody has so many interviews in one file. */
const MOST_RECORDS = 200_000;

/** Each costs a reading of what lies behind it. */
const MOST_QUOTE_FAULTS = 100;

const DELIMITERS = { ",": ",", ";": ";", "|": "|", tab: "\t" } as const;

/** How a map may call what stands between cells. */
export type DelimiterName = keyof typeof DELIMITERS;

const NAMES: readonly DelimiterName[] = [",", ";", "tab", "|"];

/** Excel says in a first line of its own what stands between cells. */
const SEPARATOR_LINE = /^\uFEFF?sep=.$/i;

/** The records. Where nobody says what stands between cells, it is that under which the header has all that is `wanted`, and else
 * that under which it has most. Errors: `input_invalid` for a text without a header, or with too much. */
export const readCsv = (
  text: string,
  { delimiter, wanted }: { delimiter?: DelimiterName | undefined; wanted: readonly string[] },
): CsvText => {
  // The parser counts the two signs of a line's end twice where they stand in quotes.
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (SEPARATOR_LINE.test(lines[0] ?? "")) lines[0] = "";
  const names = delimiter === undefined ? NAMES : [delimiter];
  const headers = names.map((name) => ({ name, header: headerOf(lines, name) }));
  const has = (header: readonly string[]): number =>
    wanted.filter((each) => header.includes(each)).length;
  const [best] = headers.toSorted(
    (one, other) => has(other.header) - has(one.header) || other.header.length - one.header.length,
  );
  if (best === undefined || best.header.every((cell) => cell === "")) {
    throw refuse("has no header: its first line must name the columns.");
  }
  const { header } = best;
  const { records, faults } = recordsOf(lines, best);
  // Excel leaves lines of delimiters alone.
  const rows = records.slice(1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [fit, unfit] = [
    rows.filter(({ cells }) => cells.length === header.length),
    rows.filter(({ cells }) => cells.length !== header.length),
  ];
  const counted = unfit.map(({ line, cells }) => ({
    line,
    found: `${cells.length} cells`,
    expected: `${header.length}, as the header has; a cell with a delimiter in it stands in quotes`,
  }));
  return { header, records: fit, faults: [...faults, ...counted] };
};

const refuse = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

const headerOf = (lines: readonly string[], name: DelimiterName): string[] => {
  const { rows } = rowsFrom(lines, { name, start: 0, most: 1 });
  return rows[0]?.cells.map((cell) => cell.trim()) ?? [];
};

const recordsOf = (lines: readonly string[], by: { name: DelimiterName; header: string[] }) => {
  const records: CsvRecord[] = [];
  const faults: CsvFault[] = [];
  for (let start = 0; start < lines.length;) {
    const { rows, fault, next } = rowsFrom(lines, { name: by.name, start, most: Infinity });
    for (const row of rows) records.push(row);
    if (fault !== null) faults.push(fault);
    if (records.length > MOST_RECORDS)
      throw refuse(`has more than ${MOST_RECORDS} rows: give a part of it.`);
    if (faults.length > MOST_QUOTE_FAULTS) {
      throw refuse(
        `has more than ${MOST_QUOTE_FAULTS} rows whose quotes do not fit, the first in line ${faults[0]?.line}: write it again with ${WELL_QUOTED}.`,
      );
    }
    start = next;
  }
  return { records, faults };
};

interface Rows {
  rows: CsvRecord[];
  /** What ended the reading before the text did. */
  fault: CsvFault | null;
  /** The line to go on with, counted from 0: behind the fault, or behind the text. */
  next: number;
}

/** From the line `start` on, counted from 0. The parser stops at a quote that does not fit; whoever goes on behind that line has
 * the other rows. */
const rowsFrom = (
  lines: readonly string[],
  from: { name: DelimiterName; start: number; most: number },
): Rows => {
  const rows: CsvRecord[] = [];
  let done = from.start;
  const nextBegin = (): number => {
    let begin = done;
    while (lines[begin] === "") begin += 1;
    return begin;
  };
  try {
    parse(lines.slice(from.start).join("\n"), {
      bom: true,
      delimiter: DELIMITERS[from.name],
      relax_column_count: true,
      skip_empty_lines: true,
      ...(from.most < Infinity && { to: from.most }),
      on_record: (cells, { lines: last }) => {
        rows.push({ line: nextBegin() + 1, cells });
        done = from.start + last;
        return null;
      },
    });
    return { rows, fault: null, next: lines.length };
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = nextBegin() + 1;
    return {
      rows,
      fault: { line, found: quoteFault(thrown.code), expected: WELL_QUOTED },
      next: line,
    };
  }
};

const WELL_QUOTED = 'quotes around a whole cell, and "" for one in it';

const quoteFault = (code: string): string =>
  ({
    CSV_QUOTE_NOT_CLOSED: "a quote that does not end",
    INVALID_OPENING_QUOTE: "a quote in the middle of a cell",
    CSV_INVALID_CLOSING_QUOTE: "something after a closing quote",
  })[code] ?? "cells that cannot be told apart";
