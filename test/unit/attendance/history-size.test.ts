import { describe, expect, it } from "vitest";
import { parseHistoryMap } from "../../../src/attendance/history-map.ts";
import { readHistory } from "../../../src/attendance/read-history.ts";

const NOW = Temporal.Instant.from("2026-11-27T12:00:00Z");

const read = parseHistoryMap(`zone: Europe/Lisbon
dates: [dd/MM/yyyy HH:mm]
columns: { interview: Id, startsAt: Start, outcome: Result }
words: { outcome: { attended: [came], missed: [no show] } }
`);
if ("faults" in read) throw new Error(JSON.stringify(read.faults));
const { map } = read;

const csvOf = (rows: readonly string[]): string => ["Id,Start,Result", ...rows].join("\n");

describe("a history of many rows", () => {
  it("is read whole, however many there are", () => {
    const rows = Array.from({ length: 130_000 }, (_, index) => `${index},,`);
    const { counts } = readHistory(csvOf(rows), { map, now: NOW });
    expect(counts).toMatchObject({ rows: 130_000, used: 0 });
  });

  it("names a few of the others where one interview has many, and compares each once", () => {
    const rows = Array.from({ length: 20_000 }, () => "I-1,01/02/2026 10:00,came");
    const { counts, faults } = readHistory(csvOf(rows), { map, now: NOW });
    expect(counts).toMatchObject({ rows: 20_000, used: 1, leftOut: 19_999 });
    expect(faults[0]).toMatchObject({
      line: 3,
      expected: "one row for an interview; lines 2, 4, 5, 6, 7 and 19994 more say the same",
    });
  });
});
