import { expect, it } from "vitest";
import { wishes } from "../../src/cli/stop-signals.ts";

it("takes signals within a second of the first for one wish, and each later one for another", () => {
  let nowMs = 5_000;
  const told: string[] = [];
  const hear = wishes<string>({
    first: (signal) => told.push(signal),
    again: () => told.push("again"),
    nowMs: () => nowMs,
  });
  for (const [afterMs, signal] of [
    [0, "SIGINT"],
    [0, "SIGINT"],
    [300, "SIGTERM"],
    [1_000, "SIGINT"],
  ] as const) {
    nowMs = 5_000 + afterMs;
    hear(signal);
  }
  expect(told).toEqual(["SIGINT"]);
  nowMs = 6_001;
  hear("SIGINT");
  expect(told).toEqual(["SIGINT", "again"]);
});
