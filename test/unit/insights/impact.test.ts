/** Rates and ratios as New York City's rule defines them. */
import { expect, it } from "vitest";
import {
  type Categorised,
  type ImpactRow,
  type ImpactTable,
  impactTables,
} from "../../../src/insights/impact.ts";
import { impactTablesCsv } from "../../../src/insights/impact-csv.ts";

const AT = Temporal.Instant.from("2026-11-02T09:00:00Z");

const row = (reference: string, more: Partial<ImpactRow> = {}): ImpactRow => ({
  reference,
  postingId: "p",
  stage: "Screen",
  openedAt: AT,
  kind: "post_synthesis",
  proposedAt: AT,
  status: "done",
  decision: "approve",
  decidedAt: AT,
  outcome: "ended",
  outcomeAt: AT,
  ...more,
});

/** So many of a category, of whom the first ones moved on. */
const group = (name: string, { count, moved }: { count: number; moved: number }) =>
  Array.from({ length: count }, (_, n) => ({
    row: row(`${name}${n}`, { outcome: n < moved ? "moved_on" : "ended" }),
    said: { categories: { sex: name }, selected: null } satisfies Categorised,
  }));

const of = (all: { row: ImpactRow; said: Categorised }[]): Map<string, Categorised> =>
  new Map(all.map(({ row: { reference }, said }) => [reference, said]));

const find = (tables: ImpactTable[], more: Partial<ImpactTable>): ImpactTable => {
  const found = tables.find((table) =>
    Object.entries({ stage: null, measure: "moved_on", ...more }).every(
      ([name, value]) => table[name as keyof ImpactTable] === value,
    ),
  );
  if (!found) throw new Error("no such table");
  return found;
};

it("a rate is of those assessed, and a ratio by the highest rate", () => {
  const all = [
    ...group("Female", { count: 40, moved: 12 }),
    ...group("Male", { count: 50, moved: 30 }),
  ];
  const rows = all.map((one) => one.row);
  const tables = impactTables(rows, { columns: ["sex"], of: of(all), leavesOutSmall: false });
  expect(find(tables, { by: "sex" }).categories).toEqual([
    {
      category: "Female",
      assessed: 40,
      selected: 12,
      rate: 0.3,
      ratio: 0.5,
      isUnderTwoPercent: false,
      isSmall: false,
    },
    {
      category: "Male",
      assessed: 50,
      selected: 30,
      rate: 0.6,
      ratio: 1,
      isUnderTwoPercent: false,
      isSmall: false,
    },
  ]);
  expect(impactTablesCsv(tables)).toContain("all,moved_on,sex,Female,40,12,0.3,0.5,\r\n");
});

it("a category under 2 % is told, and may be left out of the ratios", () => {
  const all = [
    ...group("Female", { count: 100, moved: 40 }),
    ...group("Male", { count: 100, moved: 50 }),
    ...group("X", { count: 1, moved: 1 }),
  ];
  const rows = all.map((one) => one.row);
  const ratios = (leavesOutSmall: boolean) =>
    find(impactTables(rows, { columns: ["sex"], of: of(all), leavesOutSmall }), {
      by: "sex",
    }).categories.map(({ category, ratio, isUnderTwoPercent, isSmall }) => [
      category,
      ratio,
      isUnderTwoPercent,
      isSmall,
    ]);
  expect(ratios(false)).toEqual([
    ["Female", 0.4, false, false],
    ["Male", 0.5, false, false],
    ["X", 1, true, true],
  ]);
  expect(ratios(true)).toEqual([
    ["Female", 0.8, false, false],
    ["Male", 1, false, false],
    ["X", null, true, true],
  ]);
});

it("who is of no category, or not over yet, is counted and in no rate", () => {
  const rows = [
    row("a", { outcome: "open" }),
    row("b"),
    row("c"),
    row("d", { outcome: "moved_on" }),
  ];
  const said = new Map<string, Categorised>([
    ["a", { categories: { sex: "Male" }, selected: null }],
    ["b", { categories: { sex: "" }, selected: null }],
    // The employer knows that they were hired.
    ["c", { categories: { sex: "Male" }, selected: true }],
  ]);
  const table = find(impactTables(rows, { columns: ["sex"], of: said, leavesOutSmall: false }), {
    by: "sex",
  });
  expect(table).toMatchObject({ unknown: 2, open: 1 });
  expect(table.categories).toMatchObject([
    { category: "Male", assessed: 1, selected: 1, ratio: 1 },
  ]);
});

it("where nobody was selected there is no ratio", () => {
  const all = group("Male", { count: 3, moved: 0 });
  const tables = impactTables(
    all.map((one) => one.row),
    { columns: ["sex"], of: of(all), leavesOutSmall: false },
  );
  expect(find(tables, { by: "sex" }).categories).toMatchObject([{ rate: 0, ratio: null }]);
});

it("is told by stage, crossed, and of what the software proposed; each candidacy counts once in all", () => {
  const later = AT.add({ hours: 90 });
  const rows = [
    row("a", { outcome: "moved_on" }),
    row("a", { kind: "move_stage", outcome: "moved_on" }),
    row("a", { stage: "Onsite", openedAt: later }),
    row("b"),
  ];
  const said = new Map<string, Categorised>([
    ["a", { categories: { sex: "Female", race: "Asian" }, selected: null }],
    ["b", { categories: { sex: "Male", race: "Asian" }, selected: null }],
  ]);
  const tables = impactTables(rows, { columns: ["sex", "race"], of: said, leavesOutSmall: false });
  const told = (more: Partial<ImpactTable>) =>
    find(tables, more).categories.map(({ category, assessed, selected }) => [
      category,
      assessed,
      selected,
    ]);
  expect(told({ stage: "Screen", by: "sex" })).toEqual([
    ["Female", 1, 1],
    ["Male", 1, 0],
  ]);
  expect(told({ stage: "Screen", by: "sex", measure: "move_proposed" })).toEqual([
    ["Female", 1, 1],
    ["Male", 1, 0],
  ]);
  // At the last stage of each.
  expect(told({ by: "sex × race" })).toEqual([
    ["Female × Asian", 1, 0],
    ["Male × Asian", 1, 0],
  ]);
});
