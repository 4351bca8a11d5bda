import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMoment, readRanges } from "../../../src/documents/date-ranges.ts";
import type { Moment } from "../../../src/documents/shape.ts";

const at = (year: number, month: number | null = null): Moment => ({ year, month });
const only = (line: string) => readRanges(line).map(({ from, to }) => ({ from, to }));

describe("a span of time", () => {
  it.each<[string, Moment, Moment | "present"]>([
    ["03/2019 – present", at(2019, 3), "present"],
    ["03.2019 - 06.2021", at(2019, 3), at(2021, 6)],
    ["2015-03 – 2017-11", at(2015, 3), at(2017, 11)],
    ["01.03.2019 – 30.06.2021", at(2019, 3), at(2021, 6)],
    ["Mar 2019 - Jun. 2021", at(2019, 3), at(2021, 6)],
    ["March 2019 to June 2021", at(2019, 3), at(2021, 6)],
    ["March – June 2019", at(2019, 3), at(2019, 6)],
    ["Jan '18 – Dec '19", at(2018, 1), at(2019, 12)],
    ["2019-2021", at(2019), at(2021)],
    ["2019 – heute", at(2019), "present"],
    ["2019 - to date", at(2019), "present"],
    ["since 2020", at(2020), "present"],
    ["seit März 2020", at(2020, 3), "present"],
    ["Januar 2018 bis Dezember 2019", at(2018, 1), at(2019, 12)],
    ["depuis septembre 2021", at(2021, 9), "present"],
    ["janvier 2018 à décembre 2019", at(2018, 1), at(2019, 12)],
    ["févr. 2018 – aujourd'hui", at(2018, 2), "present"],
    ["enero de 2018 – actualidad", at(2018, 1), "present"],
    ["marzo 2018 hasta la fecha", at(2018, 3), "present"],
    ["março de 2018 – o momento", at(2018, 3), "present"],
    ["fev 2018 - atual", at(2018, 2), "present"],
    ["gennaio 2018 – oggi", at(2018, 1), "present"],
    ["dal 2019", at(2019), "present"],
    ["januari 2018 – heden", at(2018, 1), "present"],
    ["mei 2018 tot maart 2020", at(2018, 5), at(2020, 3)],
    ["styczeń 2018 – obecnie", at(2018, 1), "present"],
    ["października 2017 – lutego 2019", at(2017, 10), at(2019, 2)],
    ["Q2 2020 – Q4 2021", at(2020, 4), at(2021, 10)],
    ["Summer 2019 – Winter 2020", at(2019, 6), at(2020, 12)],
    ["Herbst 2019 – Frühjahr 2021", at(2019, 9), at(2021, 3)],
  ])("is read from “%s”", (line, from, to) => {
    expect(only(line)).toEqual([{ from, to }]);
    expect(only(`Engineer, Acme GmbH (${line})`)).toEqual([{ from, to }]);
  });

  it.each([
    "Call +49 30 2019 2021 33",
    "version 3.2019.1",
    "reduced costs by 2000-3000 EUR",
    "no dates at all",
    "may I introduce",
  ])("is not seen in “%s”", (line) => {
    expect(only(line)).toEqual([]);
  });

  it("that ends before it begins has no end", () => {
    expect(only("2021 – 2019")).toEqual([{ from: at(2021), to: null }]);
  });

  it("says where it stands", () => {
    const line = "Łódź: Müller & Söhne, März 2019 – heute, remote";
    const [range] = readRanges(line);
    expect(line.slice(range?.start, range?.end)).toBe("März 2019 – heute");
  });

  const month = fc.record({
    year: fc.integer({ min: 1950, max: 2090 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  const two = (value: number): string => String(value).padStart(2, "0");
  const WAYS: readonly ((moment: Moment) => string)[] = [
    ({ year, month: of }) => `${two(of ?? 1)}/${year}`,
    ({ year, month: of }) => `${two(of ?? 1)}.${year}`,
    ({ year, month: of }) => `${year}-${two(of ?? 1)}`,
    ...["en", "de", "fr", "es", "pt", "it", "nl", "pl"].map(
      (language) =>
        ({ year, month: of }: Moment) =>
          Temporal.PlainDate.from({ year, month: of ?? 1, day: 1 }).toLocaleString(language, {
            month: "long",
            year: "numeric",
          }),
    ),
  ];

  it("is the same however its months are written", () => {
    fc.assert(
      fc.property(month, fc.constantFrom(...WAYS), (moment, write) => {
        expect(readMoment(write(moment))).toEqual(moment);
      }),
      { numRuns: 300 },
    );
  });

  it("is read in any way to write its two ends", () => {
    fc.assert(
      fc.property(month, month, fc.constantFrom(...WAYS), (one, other, write) => {
        fc.pre(one.year * 12 + one.month <= other.year * 12 + other.month);
        expect(only(`${write(one)} – ${write(other)}`)).toEqual([{ from: one, to: other }]);
      }),
      { numRuns: 300 },
    );
  });

  it("is looked for in any line without a throw, and lies within it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (line) => {
        for (const { start, end } of readRanges(line, { singles: true })) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(line.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
