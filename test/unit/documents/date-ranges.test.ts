import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeRange, readRanges } from "../../../src/documents/date-ranges.ts";
import { readMoment } from "../../../src/documents/moments.ts";
import type { Moment } from "../../../src/documents/shape.ts";

const at = (year: number, month: number | null = null): Moment => ({ year, month });
const only = (line: string) => readRanges(line).map(({ from, to }) => ({ from, to }));

interface Day {
  year: number;
  month: number;
  day: number;
}
const written = fc.record({
  year: fc.integer({ min: 1970, max: 2026 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const orderOf = ({ year, month }: Day): number => year * 12 + month;
const padded = (value: number): string => String(value).padStart(2, "0");
const named =
  (length: "long" | "short", language = "en") =>
  ({ year, month }: Day): string =>
    Temporal.PlainDate.from({ year, month, day: 1 }).toLocaleString(language, { month: length });
const [long, short, german] = [named("long"), named("short"), named("long", "de")];
const ordinal = (day: number): string => `${day}${{ 1: "st", 2: "nd", 3: "rd" }[day] ?? "th"}`;

/** Ways to write a date, and how much of it they say. */
const DATED: readonly { write: (day: Day) => string; keeps: "month" | "year" }[] = [
  { keeps: "month", write: (one) => `${long(one)} ${one.day}, ${one.year}` },
  { keeps: "month", write: (one) => `${short(one)} ${one.day} ${one.year}` },
  { keeps: "month", write: (one) => `${long(one)} ${ordinal(one.day)}, ${one.year}` },
  { keeps: "month", write: (one) => `${one.day} ${long(one)} ${one.year}` },
  { keeps: "month", write: (one) => `${ordinal(one.day)} of ${long(one)} ${one.year}` },
  { keeps: "month", write: (one) => `${one.day}. ${german(one)} ${one.year}` },
  { keeps: "month", write: (one) => `${padded(one.day)}.${padded(one.month)}.${one.year}` },
  { keeps: "month", write: (one) => `${one.year}-${padded(one.month)}-${padded(one.day)}` },
  { keeps: "month", write: (one) => `${padded(one.month)}/${String(one.year).slice(2)}` },
  { keeps: "month", write: (one) => `${short(one)} '${String(one.year).slice(2)}` },
  { keeps: "year", write: (one) => `'${String(one.year).slice(2)}` },
  { keeps: "year", write: (one) => `Summer ${one.year}` },
  { keeps: "year", write: (one) => `Q${Math.ceil(one.month / 3)} ${one.year}` },
];
const DASHES = [" – ", " - ", " to ", "–", " until ", " til ", " bis "];

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
    ["Q2 2020 – Q4 2021", at(2020), at(2021)],
    ["Summer 2019 – Winter 2020", at(2019), at(2020)],
    ["Herbst 2019 – Frühjahr 2021", at(2019), at(2021)],
    ["January 5, 2015 – June 30, 2018", at(2015, 1), at(2018, 6)],
    ["March 1, 2019 - May 31, 2021", at(2019, 3), at(2021, 5)],
    ["June 15, 2018 - May 5, 2021", at(2018, 6), at(2021, 5)],
    ["Mar 1st, 2019 - May 31st, 2021", at(2019, 3), at(2021, 5)],
    ["March 1 2019 to May 31 2021", at(2019, 3), at(2021, 5)],
    ["March 1, 2019 – Present", at(2019, 3), "present"],
    ["June 15 – August 5, 2021", at(2021, 6), at(2021, 8)],
    ["15 June – 5 August 2021", at(2021, 6), at(2021, 8)],
    ["5 Jan 2015 to 30 June 2018", at(2015, 1), at(2018, 6)],
    ["1st of March 2019 – 31st of May 2021", at(2019, 3), at(2021, 5)],
    ["5. Januar 2015 bis 30. Juni 2018", at(2015, 1), at(2018, 6)],
    ["15.03.2019 – 31.05.2021", at(2019, 3), at(2021, 5)],
    ["01.02.2005 - 31.12.2007", at(2005, 2), at(2007, 12)],
    ["2019-03-15 – 2021-05-31", at(2019, 3), at(2021, 5)],
    ["03/15/2019 – 05/31/2021", at(2019, 3), at(2021, 5)],
    ["01/05/2015 – 06/30/2018", at(2015, 1), at(2018, 6)],
    ["15/03/2019 – 05/06/2021", at(2019, 3), at(2021, 6)],
    ["01/05/2015 – 03/06/2018", at(2015), at(2018)],
    ["03/19 – 05/21", at(2019, 3), at(2021, 5)],
    ["03/19 - now", at(2019, 3), "present"],
    ["'08–'11", at(2008), at(2011)],
    ["’98 – ’02", at(1998), at(2002)],
    ["2008–11", at(2008), at(2011)],
    ["1998–02", at(1998), at(2002)],
    ["2015-18", at(2015), at(2018)],
    ["2016 til 2019", at(2016), at(2019)],
    ["2016 'til 2019", at(2016), at(2019)],
    ["from 2016 to 2019", at(2016), at(2019)],
    ["von 2016 bis 2019", at(2016), at(2019)],
    ["de mars 2018 à juin 2019", at(2018, 3), at(2019, 6)],
    ["between March 2016 and May 2019", at(2016, 3), at(2019, 5)],
    ["2019 onwards", at(2019), "present"],
    ["2019 –", at(2019), "present"],
    ["03/2019 -", at(2019, 3), "present"],
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
    "raised the score from 7/10 to 9/10",
    "open 24/7",
    "2008-11",
    "2019 – 12 engineers",
    "March 2019",
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

  it("with days, short years or years alone reads back as it was written, and ends when that says", () => {
    fc.assert(
      fc.property(
        written,
        written,
        fc.constantFrom(...DATED),
        fc.constantFrom(...DASHES),
        (...given) => {
          const [one, other, { write, keeps }, dash] = given;
          fc.pre(orderOf(one) <= orderOf(other));
          const kept = (day: Day): Moment => at(day.year, keeps === "year" ? null : day.month);
          expect(only(`${write(one)}${dash}${write(other)}`)).toEqual([
            { from: kept(one), to: kept(other) },
          ]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("never ends before it begins, whatever its two ends are written as", () => {
    const date = fc
      .tuple(written, fc.constantFrom(...DATED))
      .map(([day, { write }]): [string, number] => [write(day), day.year]);
    fc.assert(
      fc.property(date, date, fc.constantFrom(...DASHES), ([one, first], [other, last], dash) => {
        for (const { from, to } of only(`${one}${dash}${other}`)) {
          if (to === null || to === "present" || from === null) continue;
          expect(to.year * 12 + (to.month ?? 12)).toBeGreaterThanOrEqual(
            from.year * 12 + (from.month ?? 1),
          );
          expect([first, last]).toContain(to.year);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    "03.19 – 05.21",
    "2008-11",
    "leden 2015 – únor 2018",
    "03/15/19 – 05/31/21",
    "2015 – ??",
  ])("that is not read, “%s”, is seen to be one", (line) => {
    expect(only(line)).toEqual([]);
    const found = likeRange(`Engineer, Acme  ${line}`);
    expect(found && line.endsWith(`Engineer, Acme  ${line}`.slice(found.start))).toBe(true);
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
