/** A company's own history as rows to learn from. Each row's fault is named, nothing is guessed: a row with a fault is left out. */
import { AppError } from "../domain/errors.ts";
import { editDistance } from "../domain/edit-distance.ts";
import { cleanLine } from "../domain/quoted.ts";
import { readCsv } from "./csv-records.ts";
import type { HistoryRow } from "./features.ts";
import { type ColumnRole, type HistoryMap, namedColumns } from "./history-map.ts";
import { createRowReader } from "./history-row.ts";

/** What is wrong in a row. `column` is empty for the whole row. */
export interface RowFault {
  line: number;
  column: string;
  found: string;
  expected: string;
}

/** What was read. Every row is used, not counted or left out. */
export interface HistoryReading {
  rows: HistoryRow[];
  counts: { rows: number; used: number; missed: number; notCounted: number; leftOut: number };
  /** In order of their lines; a row may have several. */
  faults: RowFault[];
  notes: string[];
}

/** One row as it was understood; `row` is null where nobody came or missed it by the map. */
interface Understood {
  line: number;
  interview: string;
  row: HistoryRow | null;
}

/** Reads it. `now`: what starts later has no outcome yet. Errors: `input_invalid` when the header lacks what the map names. */
export const readHistory = (
  csv: string,
  { map, now }: { map: HistoryMap; now: Temporal.Instant },
): HistoryReading => {
  const named = namedColumns(map);
  const { header, records, faults } = readCsv(csv, {
    delimiter: map.delimiter,
    wanted: named.map(([, name]) => name),
  });
  const places = placesOf(header, named);
  const readRow = createRowReader({ map, now });
  const found: RowFault[] = faults.map((fault) => ({ column: "", ...fault }));
  const understood: Understood[] = [];
  let failed = faults.length;
  for (const { line, cells } of records) {
    const cellOf = (role: ColumnRole): string | null => {
      const place = places.get(role);
      return place === undefined ? null : (cells[place] ?? "").normalize("NFC").trim();
    };
    const { row, faults: own } = readRow(cellOf);
    if (own.length > 0) {
      failed += 1;
      found.push(...own.map((fault) => toRowFault(fault, { line, map })));
    } else {
      understood.push({ line, interview: cellOf("interview") ?? "", row });
    }
  }
  const { kept, doubles } = withoutDoubles(understood, map);
  const rows = kept.flatMap(({ row }) => (row === null ? [] : [row]));
  return {
    rows,
    counts: {
      rows: records.length + faults.length,
      used: rows.length,
      missed: rows.filter(({ missed }) => missed).length,
      notCounted: kept.length - rows.length,
      leftOut: failed + doubles.length,
    },
    faults: [...found, ...doubles].toSorted((one, other) => one.line - other.line),
    notes: notesOn(map),
  };
};

/** As somebody may print it: what a cell holds is not ours. */
const toRowFault = (
  { role, found, expected }: { role: ColumnRole; found: string; expected: string },
  { line, map }: { line: number; map: HistoryMap },
): RowFault => ({
  line,
  column: map.columns[role] ?? role,
  found: found === "" ? "nothing" : `"${cleanLine(found, 60)}"`,
  expected,
});

const placesOf = (
  header: readonly string[],
  named: readonly (readonly [ColumnRole, string])[],
): Map<ColumnRole, number> => {
  const missing = named.filter(([, name]) => !header.includes(name));
  const twice = named.filter(([, name]) => header.indexOf(name) !== header.lastIndexOf(name));
  const faults = [
    ...missing.map(([role, name]) => `no column "${name}" for ${role}.${nearest(name, header)}`),
    ...twice.map(([role, name]) => `"${name}" twice, for ${role}: give one of them another name.`),
  ];
  if (faults.length > 0) {
    const columns = header.map((name) => `"${cleanLine(name, 60)}"`).join(", ");
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: `has ${faults.join(" It has ")} Its columns are ${columns}.`,
    });
  }
  return new Map(named.map(([role, name]) => [role, header.indexOf(name)]));
};

const nearest = (name: string, header: readonly string[]): string => {
  const [near] = header
    .map((other) => ({
      other,
      distance: editDistance(other.toLowerCase(), name.toLowerCase()),
    }))
    .filter(({ distance }) => distance <= name.length / 3)
    .toSorted((one, two) => one.distance - two.distance);
  return near === undefined ? "" : ` Did you mean "${cleanLine(near.other, 60)}"?`;
};

/** Of the other rows of one interview. */
const MOST_LINES_NAMED = 5;

/** Rows of one interview that say the same are one; of those that do not, nobody knows which is right. */
const withoutDoubles = (
  all: readonly Understood[],
  { columns }: HistoryMap,
): { kept: Understood[]; doubles: RowFault[] } => {
  const column = columns.interview;
  if (column === undefined) return { kept: [...all], doubles: [] };
  const kept: Understood[] = [];
  const doubles: RowFault[] = [];
  for (const same of Map.groupBy(all, ({ interview, line }) => interview || line).values()) {
    const [first, ...more] = same;
    if (first === undefined) continue;
    const said = asText(first.row);
    const agree = more.every(({ row }) => asText(row) === said);
    const lines = same.slice(0, MOST_LINES_NAMED + 1).map(({ line }) => line);
    if (agree) kept.push(first);
    for (const { line, interview } of agree ? more : same) {
      const others = lines.filter((other) => other !== line).slice(0, MOST_LINES_NAMED);
      const unnamed = same.length - 1 - others.length;
      const isOne = same.length === 2;
      const where = `${isOne ? "line" : "lines"} ${others.join(", ")}${unnamed > 0 ? ` and ${unnamed} more` : ""}`;
      doubles.push({
        line,
        column,
        found: `"${cleanLine(interview, 60)}"`,
        expected: agree
          ? `one row for an interview; ${where} ${isOne ? "says" : "say"} the same`
          : `one row for an interview; ${where} ${isOne ? "says" : "say"} something else, so ${isOne ? "neither" : "none"} is used`,
      });
    }
  }
  return { kept: kept.toSorted((one, other) => one.line - other.line), doubles };
};

const asText = (row: HistoryRow | null): string =>
  row === null ? "" : JSON.stringify([row.startsAt.toString(), row.missed, row.facts]);

const notesOn = ({ columns, candidateZone }: HistoryMap): string[] => [
  ...(columns.interview === undefined
    ? ["The map names no column interview: rows that are the same interview are not told."]
    : []),
  ...(columns.candidateZone === undefined && candidateZone === undefined
    ? ["The map tells no candidateZone: hour and weekday count as not known."]
    : []),
];
