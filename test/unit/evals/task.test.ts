import { describe, expect, test } from "vitest";
import { renderReport, renderTable } from "../../../evals/report.ts";
import { defineTask, type Sample, type Scorer, type Solver } from "../../../evals/task.ts";
import { judgeResults } from "../../../evals/thresholds.ts";

const samples: Sample<number, number>[] = [
  { id: "one", input: 1, target: 2, tags: ["small"] },
  { id: "two", input: 2, target: 4, tags: ["small", "even"] },
  { id: "ten", input: 10, target: 20, tags: ["even"] },
];

const equals: Scorer<number, number, number> = {
  name: "equals",
  score: (output, { target }) => ({
    value: output === target ? 1 : 0,
    answer: String(output),
    explanation: `${target} is right`,
  }),
};

const smallOnly: Scorer<number, number, number> = {
  name: "small_only",
  score: (output, { input }) =>
    input < 10
      ? { value: 0.5, answer: String(output), explanation: "half" }
      : { unscored: "not small" },
};

const taskWith = (solver: Solver<number, number>) =>
  defineTask({
    name: "double",
    about: "Numbers are doubled.",
    samples: async () => await Promise.resolve(samples),
    solver,
    scorers: [equals, smallOnly],
  });

const double: Solver<number, number> = (input) => input * 2;

describe("a task", () => {
  test("gives each scorer's mean and every score with its explanation", async () => {
    const result = await taskWith((input) => (input === 2 ? 5 : input * 2)).run();
    expect(result).toMatchObject({ task: "double", samples: 3 });
    expect(result.results[0]).toEqual({
      scorer: "equals",
      value: 2 / 3,
      scored: 3,
      samples: [
        { id: "one", tags: ["small"], score: { value: 1, answer: "2", explanation: "2 is right" } },
        {
          id: "two",
          tags: ["small", "even"],
          score: { value: 0, answer: "5", explanation: "4 is right" },
        },
        {
          id: "ten",
          tags: ["even"],
          score: { value: 1, answer: "20", explanation: "20 is right" },
        },
      ],
    });
  });

  test("leaves an unscored sample out of the mean", async () => {
    const { results } = await taskWith(double).run();
    expect(results[1]).toMatchObject({ value: 0.5, scored: 2 });
  });

  test("counts a solver that fails as wrong, not as unscored", async () => {
    const { results } = await taskWith((input) => {
      if (input === 10) throw new Error("too big");
      return input * 2;
    }).run();
    expect(results[0]).toMatchObject({ value: 2 / 3, scored: 3 });
    expect(results[0]?.samples[2]?.score).toEqual({
      value: 0,
      answer: "none",
      explanation: "The solver failed: too big",
    });
    expect(results[1]).toMatchObject({ value: 1 / 3, scored: 3 });
  });

  test("waits for solvers that take their time", async () => {
    const { results } = await taskWith(async (input) => await Promise.resolve(input * 2)).run();
    expect(results[0]?.value).toBe(1);
  });
});

describe("thresholds", () => {
  const judge = async (solver: Solver<number, number>, wanted: Record<string, unknown>) =>
    judgeResults([await taskWith(solver).run()], { double: wanted } as never).map(
      ({ scorer, passed, why }) => ({ scorer, passed, why }),
    );
  const enough = { atLeast: 0.5, scored: 2 };

  test("pass what reaches them and fail what is below", async () => {
    expect(await judge(double, { equals: { atLeast: 1, scored: 3 }, small_only: enough })).toEqual([
      { scorer: "equals", passed: true, why: "" },
      { scorer: "small_only", passed: true, why: "" },
    ]);
    const off = await judge((input) => input, { equals: enough, small_only: enough });
    expect(off[0]).toEqual({ scorer: "equals", passed: false, why: "below the threshold" });
  });

  test("fail when too little was scored, whatever its value", async () => {
    const verdicts = await judge(double, { equals: enough, small_only: { atLeast: 0, scored: 3 } });
    expect(verdicts[1]).toMatchObject({ passed: false, why: "only 2 scored of at least 3" });
  });

  test("fail a scorer that has none, and one that has no scorer", async () => {
    expect(await judge(double, { equals: enough, gone: enough })).toEqual([
      { scorer: "equals", passed: true, why: "" },
      { scorer: "small_only", passed: false, why: "there is no threshold" },
      { scorer: "gone", passed: false, why: "there is a threshold and no such scorer" },
    ]);
  });
});

describe("the report", () => {
  test("shows the verdicts, values by tag, and each wrong answer", async () => {
    const results = [await taskWith((input) => (input === 2 ? 5 : input * 2)).run()];
    const thresholds = {
      double: { equals: { atLeast: 1, scored: 3 }, small_only: { atLeast: 0.5, scored: 2 } },
    };
    const verdicts = judgeResults(results, thresholds);
    expect(renderTable(verdicts)).toBe(
      [
        "task    scorer      value   at least  scored",
        "double  equals      66.7 %  100.0 %   3 of 3  FAIL: below the threshold",
        "double  small_only  50.0 %  50.0 %    2 of 3  pass",
      ].join("\n"),
    );
    const report = renderReport({
      startedAt: "2026-11-24T10:00:00Z",
      durationMs: 1234,
      cpuMs: 1000,
      verdicts,
      results,
    });
    expect(report).toContain("2026-11-24T10:00:00Z, 1.2 s");
    expect(report).toContain("| even | 50.0 % | 2 |");
    expect(report).toContain("- `two` 0.0 %, answer 5: 4 is right");
    expect(report).not.toContain("`one` 100");
  });
});
