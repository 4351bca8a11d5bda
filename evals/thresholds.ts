/** What each scorer must reach, from `thresholds.json`. */
import { z } from "zod";
import type { TaskResult } from "./task.ts";

/** By task, then by scorer. */
export const Thresholds = z.record(
  z.string(),
  z.record(
    z.string(),
    z.strictObject({
      atLeast: z.number().min(0).max(1).describe("The least mean value"),
      scored: z.int().min(1).describe("The least number of samples that are scored"),
    }),
  ),
);
export type Thresholds = z.infer<typeof Thresholds>;

/** One line of the table. */
export interface Verdict {
  task: string;
  scorer: string;
  value: number | null;
  scored: number;
  samples: number;
  atLeast: number | null;
  passed: boolean;
  /** Why it did not pass; empty when it did. */
  why: string;
}

/** A verdict for each scorer that ran, and one for each threshold of those tasks that nothing was held to. */
export const judgeResults = (results: TaskResult[], thresholds: Thresholds): Verdict[] =>
  results.flatMap((result) => {
    const wanted = thresholds[result.task] ?? {};
    const ran = result.results.map(({ scorer, value, scored }): Verdict => {
      const threshold = wanted[scorer];
      const why = shortfall({ value, scored }, threshold);
      const atLeast = threshold?.atLeast ?? null;
      return {
        task: result.task,
        scorer,
        value,
        scored,
        samples: result.samples,
        atLeast,
        passed: why === "",
        why,
      };
    });
    const missing = Object.entries(wanted)
      .filter(([scorer]) => ran.every((verdict) => verdict.scorer !== scorer))
      .map(([scorer, { atLeast }]): Verdict => ({
        task: result.task,
        scorer,
        value: null,
        scored: 0,
        samples: result.samples,
        atLeast,
        passed: false,
        why: "there is a threshold and no such scorer",
      }));
    return [...ran, ...missing];
  });

const shortfall = (
  { value, scored }: { value: number | null; scored: number },
  threshold: Thresholds[string][string] | undefined,
): string => {
  if (!threshold) return "there is no threshold";
  if (value === null) return "nothing was scored";
  if (scored < threshold.scored) return `only ${scored} scored of at least ${threshold.scored}`;
  return value < threshold.atLeast ? "below the threshold" : "";
};
