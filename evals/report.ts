/** The results for people: a table for the terminal, and a page with every answer that was not fully right. */
import type { ScoredSample, TaskResult } from "./task.ts";
import type { Verdict } from "./thresholds.ts";

export interface EvalRun {
  startedAt: string;
  durationMs: number;
  cpuMs: number;
  verdicts: Verdict[];
  results: TaskResult[];
}

const percent = (value: number | null): string =>
  value === null ? "–" : `${(100 * value).toFixed(1)} %`;

const HEAD = ["task", "scorer", "value", "at least", "scored", ""];

const cellsOf = (verdict: Verdict): string[] => [
  verdict.task,
  verdict.scorer,
  percent(verdict.value),
  percent(verdict.atLeast),
  `${verdict.scored} of ${verdict.samples}`,
  verdict.passed ? "pass" : `FAIL: ${verdict.why}`,
];

/** The verdicts as lines of aligned columns. */
export const renderTable = (verdicts: readonly Verdict[]): string => {
  const rows = [HEAD, ...verdicts.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};

/** The whole run in Markdown. */
export const renderReport = (run: EvalRun): string =>
  [
    "# Evals",
    `${run.startedAt}, ${(run.durationMs / 1000).toFixed(1)} s`,
    markdownTable(HEAD, run.verdicts.map(cellsOf)),
    ...run.results.map(renderTask),
  ].join("\n\n") + "\n";

const renderTask = (result: TaskResult): string =>
  [
    `## ${result.task}`,
    result.about,
    ...result.results.map(({ scorer, samples }) =>
      [
        `### ${scorer}`,
        markdownTable(["tag", "value", "scored"], tagRows(samples)),
        ...wrongAnswers(samples),
      ].join("\n\n"),
    ),
  ].join("\n\n");

const tagRows = (samples: readonly ScoredSample[]): string[][] => {
  const tags = [...new Set(samples.flatMap((sample) => sample.tags))].toSorted();
  return tags.map((tag) => {
    const values = samples
      .filter((sample) => sample.tags.includes(tag))
      .flatMap(({ score }) => ("value" in score ? [score.value] : []));
    const sum = values.reduce((total, value) => total + value, 0);
    return [tag, percent(values.length === 0 ? null : sum / values.length), String(values.length)];
  });
};

const wrongAnswers = (samples: readonly ScoredSample[]): string[] => {
  const lines = samples.flatMap(({ id, score }) =>
    "value" in score && score.value < 1
      ? [`- \`${id}\` ${percent(score.value)}, answer ${score.answer}: ${score.explanation}`]
      : [],
  );
  return lines.length === 0 ? [] : [lines.join("\n")];
};

const markdownTable = (head: readonly string[], rows: readonly string[][]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
