import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { insightsCsv } from "../../../src/http/api/insights-csv.ts";
import type { Figure, InsightsAnswer } from "../../../src/http/api/insights-schemas.ts";

const figure = (value: number | null): Figure => ({ value, of: 6, needed: 5 });
const spread = { median: figure(12.34567), p90: figure(null) };
const answer = (names: string[]): InsightsAnswer => ({
  from: "2026-11-01",
  to: "2026-11-28",
  zone: "Europe/Lisbon",
  team: '=Team, "A"',
  postingId: null,
  teams: [],
  postings: [],
  speed: {
    ...spread,
    bins: [
      { from: 0, to: 5, count: 2 },
      { from: 5, to: null, count: 4 },
    ],
  },
  touches: { perInterview: figure(1.5), touches: 9, bins: [] },
  firstOffers: {
    share: figure(0.5),
    stood: 3,
    unsaid: 1,
    changed: 2,
    missed: 4,
    unanswered: 1,
    open: 0,
  },
  repairs: {
    ...spread,
    byCause: [{ cause: "declined", count: 2, median: figure(90) }],
    repaired: 1,
    putBack: 3,
    left: 0,
    open: 1,
  },
  load: {
    people: names.map((name) => ({ name, interviews: 2, hours: 1.5 })),
    interviews: 2,
    gini: figure(0.25),
  },
  feedback: { ...spread, inTime: figure(1), overdue: 0, bins: [] },
  attendance: {
    missed: figure(0.2),
    came: 4,
    byReason: [
      { reason: "told_before", count: 1 },
      { reason: null, count: 2 },
    ],
    byCircumstance: [{ circumstance: "short_notice", missed: 2, share: figure(0.25) }],
    unknown: 2,
  },
  computedAt: "2026-11-28T12:00:00Z",
});

it("has a header, one figure a row, and nothing where there is too little for a figure", () => {
  const lines = insightsCsv(answer([])).split("\r\n");
  const scope = `2026-11-01,2026-11-28,Europe/Lisbon,"'=Team, ""A""",,2026-11-28T12:00:00Z`;
  expect(lines[0]).toBe("insight,figure,value,unit,of,from,to,zone,team,posting,computed_at");
  expect(lines[1]).toBe(`time_to_invitations,median,12.346,minutes,6,${scope}`);
  expect(lines[2]).toBe(`time_to_invitations,90th percentile,,minutes,6,${scope}`);
  expect(lines[3]).toBe(`time_to_invitations,0 to under 5 minutes,2,bookings,,${scope}`);
  expect(lines[4]).toBe(`time_to_invitations,5 minutes and more,4,bookings,,${scope}`);
  expect(lines.at(-1)).toBe("");
});

it("tells why interviews were missed, what was known before, and what was put back", () => {
  const rows = insightsCsv(answer([]))
    .split("\r\n")
    .map((row) => row.split(",").slice(0, 5).join(","));
  expect(rows).toEqual(
    expect.arrayContaining([
      "attendance,missed because told_before,1,times,",
      "attendance,missed because not said,2,times,",
      "attendance,missed when short_notice,2,times,",
      "attendance,missed when short_notice,0.25,share,6",
      "repairs,put back,3,times,",
      "repairs,median because declined,90,minutes,6",
      "first_offers,missed,4,times,",
    ]),
  );
});

/** As programs see it that know other ends of a cell than ours, and no quotes. */
const cutAnyhow = (csv: string): string[] =>
  csv.split(/[,;\t\r\n\v\f\u0085\u2028\u2029]/).map((cut) =>
    cut
      .replaceAll(/[\u200B"]/g, "")
      .normalize("NFKC")
      .trim(),
  );

it.each([
  "=1+1",
  "+1",
  "-2+3|cmd",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =1+1",
  "\n=1",
  "\uFF1D1+1",
  "\u200B=1",
  "\u00A0\uFF20A1",
  "Eve;=cmd|' /C calc'!A0",
  "Eve\t=1+1",
  "Eve\n=1+1",
  "Eve\r\n @SUM(A1)",
  "Eve\u2028=1",
  'Eve;"=1+1";x',
  "Eve, +1",
  "Eve;;\uFF1D1",
])("lets no spreadsheet take %j for a formula, whatever it cuts at", (name) => {
  const csv = insightsCsv({ ...answer([name]), team: name });
  const odd = cutAnyhow(csv).filter((cut) => /^[=+\-@]/.test(cut));
  expect(odd).toEqual([]);
  // And one that knows our quotes shows all of it, but for the apostrophes.
  const rows: string[][] = parse(csv);
  const shown = rows.filter(([insight]) => insight === "load").map(([, called]) => called);
  expect(shown[1]?.replaceAll("'", "")).toBe(name.replaceAll("'", ""));
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([11]));
});

it.each(["\t1", "\r1", "\n1"])(
  "marks %j, which some read on from behind its first sign",
  (name) => {
    expect(insightsCsv(answer([name]))).toContain(`load,"'${name}",2,`);
  },
);

it("keeps a number of ours a number", () => {
  const below = { ...answer([]), speed: { median: figure(-1.5), p90: figure(null), bins: [] } };
  expect(insightsCsv(below)).toContain("time_to_invitations,median,-1.5,minutes,6,");
});

it("keeps quotes, commas and letters of any language", () => {
  expect(insightsCsv(answer(['Łukasz "Lu", Ünal']))).toContain('"Łukasz ""Lu"", Ünal",2,');
});
