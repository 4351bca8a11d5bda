import { describe, expect, it } from "vitest";
import { readCsv } from "../../../src/attendance/csv-records.ts";

const read = (text: string, wanted: string[] = ["a", "b"]) => readCsv(text, { wanted });

describe("a CSV text", () => {
  it.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["bars", "a|b\n1|2"],
    ["a byte order mark", "\uFEFFa;b\n1;2\n"],
    ["Windows line ends", "a,b\r\n1,2\r\n"],
    ["the line of Excel that names its delimiter", "sep=;\r\na;b\r\n1;2"],
    ["quotes", '"a","b"\n"1","2"\n'],
  ])("is read with %s", (_name, text) => {
    const { header, records, faults } = read(text);
    expect([header, records.map(({ cells }) => cells), faults]).toEqual([
      ["a", "b"],
      [["1", "2"]],
      [],
    ]);
  });

  it("keeps delimiters, quotes and line ends within quotes, and counts lines of the file", () => {
    const { records } = read('a,b\r\n"x,\r\n""y""",1\r\n\r\n3,4\r\n');
    expect(records).toEqual([
      { line: 2, cells: ['x,\n"y"', "1"] },
      { line: 5, cells: ["3", "4"] },
    ]);
  });

  it("takes the delimiter under which the header has what is wanted, however many others stand in it", () => {
    expect(read("a;b, with, commas, in, it\n1;2", ["a"]).header).toEqual([
      "a",
      "b, with, commas, in, it",
    ]);
  });

  it("names each row whose quotes or cells do not fit, and reads all others", () => {
    const { records, faults } = read(
      ["a,b", '1,"2', "3,4", '5,6"7', "8,9", '"10"x,11', "12,13", "14,15,16", ",", "17,18"].join(
        "\n",
      ),
    );
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, "3", "4"],
      [5, "8", "9"],
      [7, "12", "13"],
      [10, "17", "18"],
    ]);
    const byLine = faults.toSorted((one, other) => one.line - other.line);
    expect(byLine.map(({ line, found }) => [line, found])).toEqual([
      [2, "something after a closing quote"],
      [4, "a quote in the middle of a cell"],
      [6, "something after a closing quote"],
      [8, "3 cells"],
    ]);
  });

  it("says so when a file has no header, or hardly a row whose quotes fit", () => {
    expect(() => read("")).toThrow("has no header");
    const broken = Array.from({ length: 120 }, (_, row) => `${row},"x"y`);
    expect(() => read(["a,b", ...broken].join("\n"))).toThrow(
      /more than 100 rows whose quotes do not fit, the first in line 2/,
    );
  });
});
