/** The steps of a run on one line of time. Long waits (for a person, for a worker) are cut out and said. */
import type { RunStep } from "../../../src/http/api/schemas.ts";

/** A step with its place on the line, in percent of it. */
export interface PlacedStep {
  step: RunStep;
  /** 0: a step of the graph; 1: a call within one. */
  depth: 0 | 1;
  left: number;
  width: number;
  /** How long nothing happened before it, where that was cut out. */
  waitedMs: number | null;
}

/** The line: its steps in order, and the time in which something happened. */
export interface Trace {
  steps: PlacedStep[];
  activeMs: number;
}

/** Pauses longer than this are waits, not work. */
const WAIT_MS = 2_000;

interface Timed {
  step: RunStep;
  start: number;
  end: number;
}

/** Places every step. */
export const placeSteps = (steps: readonly RunStep[]): Trace => {
  const timed = steps
    .map((step): Timed => {
      const start = Date.parse(step.startedAt);
      return { step, start, end: start + step.durationMs };
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let cut = 0;
  let reached = timed[0]?.start ?? 0;
  const first = reached;
  const nodes = timed.filter(({ step }) => step.kind === "node");
  const placed = timed.map((item) => {
    const gap = item.start - reached;
    const isWait = gap > WAIT_MS;
    if (isWait) cut += gap;
    reached = Math.max(reached, item.end);
    const isInside =
      item.step.kind !== "node" &&
      nodes.some((node) => node.start <= item.start && item.start <= node.end);
    return {
      step: item.step,
      depth: isInside ? (1 as const) : (0 as const),
      from: item.start - first - cut,
      waitedMs: isWait ? gap : null,
    };
  });
  const activeMs = Math.max(1, reached - first - cut);
  return {
    activeMs,
    steps: placed.map(({ from, ...rest }) => ({
      ...rest,
      left: Math.min(100, (from / activeMs) * 100),
      width: Math.min(100, (rest.step.durationMs / activeMs) * 100),
    })),
  };
};
