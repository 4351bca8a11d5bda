/** Selection rates and impact ratios, as New York City's rule defines them: a category's rate, and that rate by the highest one.
 * Source: 6 RCNY § 5-300, § 5-301. Categories come from the employer; nothing of them is kept. */

/** One round of one candidacy about which something evaluative was proposed. */
export interface ImpactRow {
  /** Lever's id of the candidacy: a pseudonym outside it. */
  reference: string;
  postingId: string | null;
  stage: string;
  openedAt: Temporal.Instant;
  kind: "post_synthesis" | "move_stage";
  proposedAt: Temporal.Instant;
  /** How the last proposal of that kind stands. */
  status: string;
  /** Null: it waits. */
  decision: string | null;
  decidedAt: Temporal.Instant | null;
  /** `moved_on`: the candidacy came to another stage after it; `ended`: archived or gone without; `open`: neither yet. */
  outcome: "moved_on" | "ended" | "open";
  outcomeAt: Temporal.Instant | null;
}

/** What the employer says of one candidacy. */
export interface Categorised {
  /** By the name of its column, such as sex; blank: unknown. */
  categories: Readonly<Record<string, string>>;
  /** What the employer knows better of its outcome; null: says nothing. */
  selected: boolean | null;
}

export interface CategoryRate {
  category: string;
  assessed: number;
  selected: number;
  /** Of those assessed. */
  rate: number;
  /** By the highest rate; null where there is none, or the category was left out. */
  ratio: number | null;
  isUnderTwoPercent: boolean;
  /** So few say little. */
  isSmall: boolean;
}

export interface ImpactTable {
  /** Null: all stages together, each candidacy once, as at its last one. */
  stage: string | null;
  /** `moved_on`: what became of them. `move_proposed`: for whom the software proposed to move on. */
  measure: "moved_on" | "move_proposed";
  /** A column of the employer's, or several, joined by ×. */
  by: string;
  categories: CategoryRate[];
  /** Assessed candidacies whose category nobody gave: in no rate. */
  unknown: number;
  /** Those that are not over yet: in no rate of what became of them. */
  open: number;
}

interface Round {
  reference: string;
  stage: string;
  openedAt: Temporal.Instant;
  outcome: ImpactRow["outcome"];
  isMoveProposed: boolean;
}

export interface ImpactOptions {
  columns: readonly string[];
  of: ReadonlyMap<string, Categorised>;
  /** Whether categories of less than 2 % have no ratio and count for no highest rate, as the rule lets an auditor choose. */
  leavesOutSmall: boolean;
}

/** A table for each stage and all together, by each column and all columns crossed, for both measures. */
export const impactTables = (rows: readonly ImpactRow[], options: ImpactOptions): ImpactTable[] => {
  const rounds = roundsOf(rows);
  const crossed = options.columns.length > 1 ? [[...options.columns]] : [];
  const ways = [...options.columns.map((column) => [column]), ...crossed];
  const stages = [...new Set(rounds.map(({ stage }) => stage))].toSorted();
  return [null, ...stages].flatMap((stage) =>
    (["moved_on", "move_proposed"] as const).flatMap((measure) =>
      ways.map((by) => {
        const own =
          stage === null ? lastRounds(rounds) : rounds.filter((one) => one.stage === stage);
        return tableOf(own, { stage, measure, by }, options);
      }),
    ),
  );
};

/** Rows of kinds, as rounds. */
const roundsOf = (rows: readonly ImpactRow[]): Round[] =>
  [
    ...Map.groupBy(rows, ({ reference, stage, openedAt }) =>
      JSON.stringify([reference, stage, openedAt.toString()]),
    ).values(),
  ].flatMap(([first, ...others]) =>
    first
      ? [{ ...first, isMoveProposed: [first, ...others].some(({ kind }) => kind === "move_stage") }]
      : [],
  );

const lastRounds = (rounds: readonly Round[]): Round[] => [
  ...new Map(
    rounds
      .toSorted((a, b) => Temporal.Instant.compare(a.openedAt, b.openedAt))
      .map((round) => [round.reference, round]),
  ).values(),
];

const tableOf = (
  rounds: readonly Round[],
  asked: { stage: string | null; measure: ImpactTable["measure"]; by: readonly string[] },
  { of, leavesOutSmall }: ImpactOptions,
): ImpactTable => {
  const judged = rounds.map((round) => ({
    category: categoryOf(of.get(round.reference), asked.by),
    isSelected: isSelected(round, asked.measure, of.get(round.reference)),
  }));
  const over = judged.filter(({ isSelected: is }) => is !== null);
  const known = over.filter(({ category }) => category !== null);
  return {
    stage: asked.stage,
    measure: asked.measure,
    by: asked.by.join(" × "),
    categories: ratesOf(known, leavesOutSmall),
    unknown: over.length - known.length,
    open: judged.length - over.length,
  };
};

/** Null where one of the columns says nothing. */
const categoryOf = (said: Categorised | undefined, by: readonly string[]): string | null => {
  const parts = by.map((column) => said?.categories[column] ?? "");
  return parts.includes("") ? null : parts.join(" × ");
};

/** Null: not known yet. */
const isSelected = (
  { outcome, isMoveProposed }: Round,
  measure: ImpactTable["measure"],
  said: Categorised | undefined,
): boolean | null => {
  if (measure === "move_proposed") return isMoveProposed;
  if (said?.selected !== undefined && said.selected !== null) return said.selected;
  return outcome === "open" ? null : outcome === "moved_on";
};

const TWO_PERCENT = 0.02;
const SMALL = 30;

const ratesOf = (
  known: readonly { category: string | null; isSelected: boolean | null }[],
  leavesOutSmall: boolean,
): CategoryRate[] => {
  const rates = [...Map.groupBy(known, ({ category }) => category ?? "")]
    .map(([category, own]) => {
      const selected = own.filter((one) => one.isSelected).length;
      const isUnderTwoPercent = own.length / known.length < TWO_PERCENT;
      const rate = selected / own.length;
      return { category, assessed: own.length, selected, rate, isUnderTwoPercent };
    })
    .toSorted((a, b) => (a.category < b.category ? -1 : 1));
  const counts = (one: { isUnderTwoPercent: boolean }): boolean =>
    !leavesOutSmall || !one.isUnderTwoPercent;
  const highest = Math.max(0, ...rates.filter(counts).map(({ rate }) => rate));
  return rates.map((one) => ({
    ...one,
    ratio: highest === 0 || !counts(one) ? null : one.rate / highest,
    isSmall: one.assessed < SMALL,
  }));
};
