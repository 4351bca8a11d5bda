/** What an auditor of bias reads, as CSV: references, words of closed sets and times. No name and no text of a candidate. */
import { csvText } from "../domain/csv-text.ts";
import type { ImpactRow, ImpactTable } from "./impact.ts";

/** One row for each kind of evaluative proposal in each round. */
export const impactCsv = (rows: readonly ImpactRow[]): string =>
  csvText([
    [
      "reference",
      "posting_id",
      "stage",
      "opened_at",
      "kind",
      "proposed_at",
      "status",
      "decision",
      "decided_at",
      "outcome",
      "outcome_at",
    ],
    ...rows.map((row) => [
      row.reference,
      row.postingId ?? "",
      row.stage,
      row.openedAt.toString(),
      row.kind,
      row.proposedAt.toString(),
      row.status,
      row.decision ?? "",
      row.decidedAt?.toString() ?? "",
      row.outcome,
      row.outcomeAt?.toString() ?? "",
    ]),
  ]);

/** Rates and ratios, a category a row; shares to a thousandth. */
export const impactTablesCsv = (tables: readonly ImpactTable[]): string =>
  csvText([
    ["stage", "measure", "by", "category", "assessed", "selected", "rate", "ratio", "note"],
    ...tables.flatMap(({ stage, measure, by, categories, unknown, open }) => {
      const same = [stage ?? "all", measure, by];
      return [
        ...categories.map((one) => [
          ...same,
          one.category,
          one.assessed,
          one.selected,
          round(one.rate),
          one.ratio === null ? "" : round(one.ratio),
          noteOf(one),
        ]),
        [...same, "(category unknown)", unknown, "", "", "", "in no rate"],
        [...same, "(not over yet)", open, "", "", "", "in no rate"],
      ];
    }),
  ]);

const round = (share: number): number => Math.round(share * 1000) / 1000;

const noteOf = ({ isUnderTwoPercent, isSmall }: ImpactTable["categories"][number]): string =>
  [
    ...(isUnderTwoPercent ? ["under 2 % of those assessed"] : []),
    ...(isSmall ? ["fewer than 30: the rate says little"] : []),
  ].join("; ");
