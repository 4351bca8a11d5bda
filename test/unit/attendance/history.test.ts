import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeHistory } from "../../../src/attendance/decode-history.ts";
import { readerOf } from "../../../src/attendance/date-pattern.ts";
import { parseHistoryMap } from "../../../src/attendance/history-map.ts";
import { type HistoryReading, readHistory } from "../../../src/attendance/read-history.ts";
import { sampleCsv } from "../../../scripts/attendance-sample.ts";

const NOW = Temporal.Instant.from("2026-11-27T12:00:00Z");
const EXAMPLES = new URL("../../../docs/examples/attendance/", import.meta.url);
const readExample = (name: string): string => readFileSync(new URL(name, EXAMPLES), "utf8");

const MAP = `zone: Europe/Lisbon
dates: [dd/MM/yyyy HH:mm, iso, excel]
columns:
  interview: Id
  startsAt: Start
  bookedAt: Booked
  candidateZone: Zone
  outcome: Result
  consent: Agreed
  confirmed: Confirmed
  pageOpened: Opened
  reschedules: Moves
  stage: Stage
words:
  outcome: { attended: ["yes", came], missed: [no show], notCounted: [cancelled] }
  "yes": ["yes", "1", "true"]
  "no": ["no", "0"]
  unknown: [n/a]
  stage: { screen: [Phone screen] }
`;

const HEADER = "Id,Start,Booked,Zone,Result,Agreed,Confirmed,Opened,Moves,Stage";

const mapOf = (text: string) => {
  const read = parseHistoryMap(text);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.map;
};

const read = (lines: string[], map = MAP): HistoryReading =>
  readHistory([HEADER, ...lines].join("\n"), { map: mapOf(map), now: NOW });

const faultsOf = (lines: string[], map = MAP): string[] =>
  read(lines, map).faults.map(
    ({ line, column, found, expected }) => `${line} ${column}: ${found}: ${expected}`,
  );

describe("a history", () => {
  it("is read as its map says", () => {
    const { rows, counts, faults } = read([
      "1,24/11/2025 15:30,20/11/2025 15:30,Asia/Tokyo,No  SHOW,1,0,yes,2,phone screen",
      "2,2025-11-24T15:30:00+05:30,,America/New_York,came,no,n/a,yes,,",
      "3,45985.25,45984,,Cancelled,,,,,",
    ]);
    expect(faults).toEqual([]);
    expect(counts).toEqual({ rows: 3, used: 2, missed: 1, notCounted: 1, leftOut: 0 });
    expect(rows.map(({ startsAt, missed }) => [startsAt.toString(), missed])).toEqual([
      ["2025-11-24T15:30:00Z", true],
      ["2025-11-24T10:00:00Z", false],
    ]);
    const nothing = { chatUsed: null, format: null, attendedBefore: null, missedBefore: null };
    expect(rows.map(({ facts }) => facts)).toEqual([
      {
        ...nothing,
        leadDays: 4,
        // Half past midnight on Tuesday, for the candidate.
        hour: 0,
        weekday: 2,
        confirmed: false,
        pageOpened: true,
        reschedules: 2,
        stageKind: "screen",
      },
      {
        ...nothing,
        leadDays: null,
        hour: 5,
        weekday: 1,
        confirmed: null,
        // No consent.
        pageOpened: null,
        reschedules: null,
        stageKind: null,
      },
    ]);
  });

  it.each([
    [
      "a date that is none",
      "1,31/02/2025 10:00,,,came,,,,,",
      'Start: "31/02/2025 10:00": a real date, written as dd/MM/yyyy HH:mm or iso or excel',
    ],
    [
      "a year that was mistyped",
      "1,24/11/0024 15:30,,,came,,,,,",
      'Start: "24/11/0024 15:30": a real date from the year 2000 on: dd/MM/yyyy HH:mm reads 0024-11-24 15:30:00',
    ],
    [
      "a booking in such a year",
      "1,24/11/2025 15:30,0025-11-20,,came,,,,,",
      "a real date from the year 2000 on: iso reads 0025-11-20",
    ],
    [
      "another way of writing dates",
      "1,11-24-2025,,,came,,,,,",
      'Start: "11-24-2025": a real date, written as',
    ],
    ["no start", "1,,,,came,,,,,", "Start: nothing: when it was to start"],
    [
      "no outcome",
      "1,24/11/2025 15:30,,,,,,,,",
      'Result: nothing: one of "yes", "came", "no show", "cancelled"',
    ],
    [
      "a word that the map does not have",
      "1,24/11/2025 15:30,,,no-show?,,,,,",
      'Result: "no-show?": one of',
    ],
    [
      "an hour that clocks leave out",
      "1,30/03/2025 01:30,,,came,,,,,",
      "a time that the clocks of Europe/Lisbon show once",
    ],
    [
      "an hour that clocks show twice",
      "1,26/10/2025 01:30,,,came,,,,,",
      "a time that the clocks of Europe/Lisbon show once",
    ],
    [
      "a booking after the start",
      "1,24/11/2025 15:30,25/11/2025 15:30,,came,,,,,",
      'Booked: "25/11/2025 15:30": a time before the start',
    ],
    [
      "an outcome of what is still to come",
      "1,24/12/2026 15:30,,,came,,,,,",
      "a time that has passed",
    ],
    ["a zone of another list", "1,24/11/2025 15:30,,WET Standard,came,,,,,", "an IANA time zone"],
    [
      "a yes that is none",
      "1,24/11/2025 15:30,,,came,,maybe,,,",
      'Confirmed: "maybe": one of "n/a", "yes", "1", "true", "no", "0"',
    ],
    ["a count that is none", "1,24/11/2025 15:30,,,came,,,,1.5,", 'Moves: "1.5": a whole number'],
    ["a stage that is not mapped", "1,24/11/2025 15:30,,,came,,,,,Lunch", 'Stage: "Lunch": one of'],
    ["a cell too many", "1,24/11/2025 15:30,,,came,,,,,,", ": 11 cells: 10"],
  ])("has %s named, and leaves the row out", (_name, line, said) => {
    const { rows, counts } = read([line]);
    expect([rows, counts.leftOut]).toEqual([[], 1]);
    const [fault = "", ...others] = faultsOf([line]);
    expect(fault).toContain(said);
    expect(fault.startsWith("2 ")).toBe(true);
    expect(others).toEqual([]);
  });

  it("has every fault of a row named, and the row counted once", () => {
    const line = "1,x,y,z,w,,,,,";
    expect(faultsOf([line]).map((fault) => fault.split(":")[0])).toEqual([
      "2 Result",
      "2 Zone",
      "2 Start",
      "2 Booked",
    ]);
    expect(read([line, "2,24/11/2025 15:30,,,came,,,,,"]).counts).toEqual({
      rows: 2,
      used: 1,
      missed: 0,
      notCounted: 0,
      leftOut: 1,
    });
  });

  it("does not guess which of two meanings a date has", () => {
    const map = MAP.replace("dates: [", "dates: [MM/dd/yyyy HH:mm, ");
    expect(faultsOf(["1,03/04/2025 10:00,,,came,,,,,"], map)[0]).toContain(
      "one meaning: MM/dd/yyyy HH:mm reads 2025-03-04 10:00:00, dd/MM/yyyy HH:mm 2025-04-03 10:00:00",
    );
    expect(
      faultsOf(["1,05/05/2025 10:00,,,came,,,,,", "2,25/04/2025 10:00,,,came,,,,,"], map),
    ).toEqual([]);
  });

  it("takes one of the rows that say the same of an interview, and none of those that do not", () => {
    const line = "24/11/2025 15:30,,,came,,,,,";
    const other = "24/11/2025 15:30,,,no show,,,,,";
    const { counts } = read([
      `1,${line}`,
      `1,${line}`,
      `2,${line}`,
      `2,${other}`,
      `,${line}`,
      `,${line}`,
    ]);
    expect(counts).toMatchObject({ rows: 6, used: 3, leftOut: 3 });
    expect(faultsOf([`1,${line}`, `1,${line}`])).toEqual([
      '3 Id: "1": one row for an interview; line 2 says the same',
    ]);
    expect(faultsOf([`2,${line}`, `2,${other}`])).toEqual([
      '2 Id: "2": one row for an interview; line 3 says something else, so neither is used',
      '3 Id: "2": one row for an interview; line 2 says something else, so neither is used',
    ]);
  });

  it("knows of a date alone its weekday and whole days, and no hour", () => {
    const { rows } = read(["1,2025-11-24,2025-11-20,Europe/Berlin,came,,,,,"]);
    expect(rows[0]?.facts).toMatchObject({ leadDays: 4, hour: null, weekday: 1 });
  });

  it("reads local times in the zone of each row where the map says so", () => {
    const map = MAP.replace("zone: Europe/Lisbon", "zone: candidate");
    const lines = ["1,24/11/2025 09:30,,Asia/Tokyo,came,,,,,", "2,24/11/2025 09:30,,,came,,,,,"];
    const { rows } = read(lines, map);
    expect(rows.map(({ startsAt }) => startsAt.toString())).toEqual(["2025-11-24T00:30:00Z"]);
    expect(faultsOf(lines, map)[0]).toContain("a candidateZone in this row");
  });

  it("tells what a header lacks or has twice, and what was perhaps meant", () => {
    const only = (header: string) => () =>
      readHistory(`${header}\n`, { map: mapOf(MAP), now: NOW });
    expect(only(HEADER.replace("Result", "Results"))).toThrow(
      'has no column "Result" for outcome. Did you mean "Results"? Its columns are "Id", "Start"',
    );
    expect(only(`${HEADER},Start`)).toThrow('has "Start" twice, for startsAt');
  });

  it("shows nothing of a cell that could steer a terminal", () => {
    expect(faultsOf(["1,24/11/2025 15:30,,,\u001b[31mred,,,,,"])[0]).toContain('Result: "[31mred"');
  });
});

describe("dates", () => {
  it.each([
    ["dd/MM/yyyy HH:mm", "03/04/2025 09:05", "2025-04-03 09:05:00"],
    ["M/d/yy h:mm a", "4/3/25 12:05 pm", "2025-04-03 12:05:00"],
    ["M/d/yy h:mm a", "4/3/25 12:05 AM", "2025-04-03 00:05:00"],
    ["d. MMM yyyy", "3. Apr 2025", "2025-04-03"],
    ["yyyy-MM-dd HH:mm:ss", "2025-04-03 23:59:59", "2025-04-03 23:59:59"],
    ["excel", "45750.5", "2025-04-03 12:00:00"],
    ["excel", "45750,999999", "2025-04-04 00:00:00"],
    ["excel", "45750", "2025-04-03"],
    ["iso", "2025-04-03 09:05", "2025-04-03 09:05:00"],
    ["iso", "2025-04-03T09:05:30Z", "2025-04-03 09:05:30"],
  ])("%s reads %s", (pattern, text, meant) => {
    const found = readerOf(pattern)?.(text);
    expect([found?.date, found?.time].filter((part) => part != null).join(" ")).toBe(meant);
  });

  it.each([
    ["dd/MM/yyyy", "3/04/2025"],
    ["dd/MM/yyyy", "29/02/2025"],
    ["HH:mm dd/MM/yyyy", "24:00 03/04/2025"],
    ["h:mm a d/M/yyyy", "13:00 pm 3/4/2025"],
    ["d MMM yyyy", "3 Mai 2025"],
    ["excel", "1234"],
    ["excel", "99999"],
    ["iso", "2025-13-01"],
    ["dd.MM.yyyy", "03x04x2025"],
  ])("%s does not read %s", (pattern, text) => {
    expect(readerOf(pattern)?.(text)).toBeNull();
  });

  it.each(["dd/MM", "dd/MM/yyyy HH", "dd/MM/yyyy hh:mm", "DD/MM/YYYY", "dd/MM/yyyy dd", "q"])(
    "%s is no pattern",
    (pattern) => {
      expect(readerOf(pattern)).toBeNull();
    },
  );
});

describe("a map", () => {
  const faults = (text: string): string[] => {
    const parsed = parseHistoryMap(text);
    return "faults" in parsed
      ? parsed.faults.map(({ line, message }) => `${line}: ${message}`)
      : [];
  };
  const changed = (from: string, to: string): string[] => {
    expect(MAP).toContain(from);
    return faults(MAP.replace(from, to));
  };

  it.each([
    [
      "a protected trait by its column",
      "Moves",
      "Candidate's age",
      '12: columns › reschedules: "Candidate\'s age" speaks of age',
    ],
    [
      "a protected trait by its key",
      "  reschedules: Moves",
      "  gender: Sex",
      '12: columns: "gender" speaks of gender',
    ],
    [
      "a key that is not known",
      "reschedules: Moves",
      "reschedule: Moves",
      'Did you mean "reschedules"?',
    ],
    [
      "a pattern that is none",
      "dd/MM/yyyy HH:mm",
      "DD/MM/YYYY",
      "2: date 1: is iso, excel, or made of",
    ],
    [
      "a zone that is none",
      "zone: Europe/Lisbon",
      "zone: Lisbon",
      "1: zone: must be an IANA time zone",
    ],
    [
      "signals without consent",
      "  consent: Agreed\n",
      "",
      "columns › pageOpened: counts with the candidate's consent alone",
    ],
    [
      "one word for two things",
      "missed: [no show]",
      "missed: [No Show, came]",
      '15: words › outcome › missed: "came" means attended already',
    ],
    ["no words for yes", '  "yes": ["yes", "1", "true"]\n', "", "words: yes is missing"],
    ["no words for stages", "  stage: { screen: [Phone screen] }\n", "", "words: stage is missing"],
    [
      "a stage that is none",
      "screen: [",
      "screening: [",
      "19: words › stage: its keys must be of screen, hiring-manager",
    ],
    ["one column for two things", "Moves", "Confirmed", '"Confirmed" is confirmed already'],
    ["what is missing", "  outcome: Result\n", "", "columns › outcome: is missing"],
    ["what is no YAML", "columns:", "columns: [", "is not valid YAML"],
  ])("is refused for %s, with its line", (_name, from, to, said) => {
    const found = changed(from, to);
    expect(found.join("\n")).toContain(said);
  });

  it("without a fault has none", () => {
    expect(faults(MAP)).toEqual([]);
  });
});

describe("bytes", () => {
  const sample = "Id,Start\nJosé,1";
  it("are text in UTF-8, in UTF-16 with its mark, and in Windows' letters where the map says so", () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(sample, "utf16le")]);
    expect(decodeHistory(utf16, { name: "--csv" })).toBe(sample);
    expect(decodeHistory(Buffer.from(sample), { name: "--csv" })).toBe(sample);
    const windows = Buffer.from(sample, "latin1");
    expect(decodeHistory(windows, { name: "--csv", encoding: "windows-1252" })).toBe(sample);
    expect(() => decodeHistory(windows, { name: "--csv" })).toThrow("--csv: is no text in utf-8");
  });

  it("of a spreadsheet are none", () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]);
    expect(() => decodeHistory(zip, { name: "--csv" })).toThrow(".xlsx");
  });
});

describe("the sample", () => {
  it("is what its script makes", () => {
    expect(readExample("history.csv")).toBe(sampleCsv());
  });

  it("is read, with the faults that were put there", () => {
    const { counts, faults } = readHistory(readExample("history.csv"), {
      map: mapOf(readExample("map.yaml")),
      now: NOW,
    });
    expect(counts.rows).toBe(401);
    expect(counts.leftOut).toBe(9);
    expect(counts.used + counts.notCounted + counts.leftOut).toBe(counts.rows);
    expect(faults.map(({ column }) => column)).toEqual([
      "Start",
      "Result",
      "Candidate's zone",
      // An hour that clocks show twice: nobody put it there, it came by itself.
      "Booked on",
      "Result",
      "Times moved",
      "Start",
      "Booked on",
      "Interview",
    ]);
  });
});
