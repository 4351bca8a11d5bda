import { describe, expect, it } from "vitest";
import type { AttendanceFacts, HistoryRow } from "../../../src/attendance/features.ts";
import { calibrate, validateForward } from "../../../src/attendance/forward.ts";
import { sigmoid } from "../../../src/attendance/logistic.ts";
import { logLossOf } from "../../../src/attendance/metrics.ts";
import { createRandom } from "../../../sandbox/worlds/random.ts";
import { inventHistory } from "../../../scripts/attendance-sample.ts";

const rows = inventHistory(600);

describe("validation forward in time", () => {
  it("learns from what lies before alone, and from all of it", () => {
    const learnt: (readonly HistoryRow[])[] = [];
    const { report } = validateForward(rows, (before) => {
      learnt.push(before);
      return () => -2;
    });
    expect(report.folds.map(({ learntFrom }) => learntFrom)).toEqual([100, 200, 300, 400, 500]);
    expect(report.predicted).toBe(500);
    for (const [index, fold] of report.folds.entries()) {
      const last = learnt[index]?.at(-1)?.startsAt;
      expect(last && Temporal.Instant.compare(last, Temporal.Instant.from(fold.from))).toBe(-1);
      expect(learnt[index]).toEqual(rows.slice(0, fold.learntFrom));
    }
  });

  it("never parts what starts at one moment", () => {
    const sameDay = rows.map((row, index) => ({
      ...row,
      startsAt: Temporal.Instant.from("2026-01-01T00:00Z").add({
        hours: 24 * Math.floor(index / 90),
      }),
    }));
    validateForward(sameDay, (before) => {
      expect(before.length % 90).toBe(0);
      return () => -2;
    });
    const atOnce = rows.map((row) => ({ ...row, startsAt: rows[0]?.startsAt ?? row.startsAt }));
    expect(validateForward(atOnce, () => () => -2).report).toMatchObject({
      folds: [],
      predicted: 0,
      auc: null,
      brier: null,
    });
  });

  it("tells of a model that knows what comes that it is perfect, and of one that knows nothing that it is chance", () => {
    const missed = new Map<AttendanceFacts, boolean>(rows.map((row) => [row.facts, row.missed]));
    const knowing = validateForward(rows, () => (facts) => (missed.get(facts) === true ? 3 : -3));
    expect(knowing.report.auc).toBe(1);
    const blind = validateForward(rows, () => () => -2).report;
    // Of one fold all are told the same; calibration differs from fold to fold.
    expect(blind.auc).toBeGreaterThan(0.4);
    expect(blind.auc).toBeLessThan(0.6);
  });

  it("does not learn from the last part at all: what is there cannot make its own figures better", () => {
    const learn = (before: readonly HistoryRow[]) => {
      const share = before.filter(({ missed }) => missed).length / before.length;
      return () => Math.log(share / (1 - share));
    };
    const told = validateForward(rows, learn).report;
    const turned = rows.map((row, index) => (index < 500 ? row : { ...row, missed: !row.missed }));
    const other = validateForward(turned, learn).report;
    expect(other.folds.slice(0, 4)).toEqual(told.folds.slice(0, 4));
    expect(other.brier ?? 0).toBeGreaterThan(told.brier ?? 1);
  });
});

describe("calibration", () => {
  const random = createRandom("calibration");
  /** Says too much of everything: twice the log odds. */
  const boastful = Array.from({ length: 4_000 }, () => {
    const logit = 4 * random.next() - 4;
    return { logit: 2 * logit, missed: random.next() < sigmoid(logit) };
  });
  const lossOf = (slope: number, intercept: number): number =>
    logLossOf(
      boastful.map(({ logit, missed }) => ({ risk: sigmoid(slope * logit + intercept), missed })),
    ) ?? Number.NaN;

  it("takes back what a model says too much", () => {
    const { slope, intercept } = calibrate(boastful);
    expect(slope).toBeGreaterThan(0.42);
    expect(slope).toBeLessThan(0.58);
    expect(Math.abs(intercept)).toBeLessThan(0.2);
    expect(lossOf(slope, intercept)).toBeLessThan(lossOf(1, 0));
  });

  it("leaves all as it is without guesses, and nearly so with a few", () => {
    expect(calibrate([])).toEqual({ slope: 1, intercept: 0 });
    const few = calibrate(boastful.slice(0, 3));
    expect(Math.abs(few.slope - 1)).toBeLessThan(0.3);
  });

  it("tells one risk of all where the order was the wrong way round", () => {
    const turned = boastful.map(({ logit, missed }) => ({ logit: -logit - 8, missed }));
    const { slope, intercept } = calibrate(turned);
    const share = turned.filter(({ missed }) => missed).length / turned.length;
    expect(slope).toBe(0);
    expect(sigmoid(intercept)).toBeCloseTo(share, 3);
  });
});
