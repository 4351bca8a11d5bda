import { describe, expect, it } from "vitest";
import { StageId, UserId } from "../../../src/domain/ids.ts";
import type { EffectRecord, EffectStatus } from "../../../src/effects/effects.ts";
import { moveFindings } from "../../../src/effects/hold-moves.ts";
import type { StageChange } from "../../../src/lever/port.ts";

const SENT = Temporal.Instant.from("2026-11-25T10:00:00Z");
const MOVE = { to: { id: StageId.parse("panel"), name: "Panel" }, performAs: UserId.parse("ada") };

const effect = (status: EffectStatus): EffectRecord =>
  ({ id: "ef_1", status, startedAt: SENT, finishedAt: SENT.add({ seconds: 2 }) }) as EffectRecord;
const change = (to: string, minutes: number, by: string | null = "ada"): StageChange => ({
  toStageId: StageId.parse(to),
  at: SENT.add({ minutes }),
  by: by === null ? null : UserId.parse(by),
});
const codes = (status: EffectStatus, changes: StageChange[]): string[] =>
  moveFindings(MOVE, { effects: [effect(status)], changes }).map(({ code }) => code);

describe("a move to another stage", () => {
  it("that was done is one that Lever knows of, also where they were moved on or back since", () => {
    const screen = change("screen", -100_000);
    expect(codes("done", [screen, change("panel", 0)])).toEqual([]);
    expect(codes("done", [screen, change("panel", 0), change("screen", 60)])).toEqual([]);
    expect(codes("done", [screen, { ...change("panel", 0), at: null }])).toEqual([]);
    expect(codes("done", [screen])).toEqual(["move_gone"]);
    expect(codes("done", [screen, change("panel", -10_000)])).toEqual(["move_gone"]);
    expect(codes("done", [screen, change("offer", 0)])).toEqual(["move_gone"]);
  });

  it("that was not done is none that Lever has in that name at that time", () => {
    for (const status of ["failed", "parked", "skipped"] as const) {
      expect(codes(status, [change("panel", 1)])).toEqual(["move_stands"]);
      expect(codes(status, [change("panel", 1, null)])).toEqual(["move_stands"]);
      expect(codes(status, [change("panel", 1, "grace")])).toEqual([]);
      expect(codes(status, [change("panel", 60)])).toEqual([]);
      expect(codes(status, [{ ...change("panel", 0), at: null }])).toEqual([]);
    }
  });

  it("is nothing to speak of before it was sent, and of a candidate who is gone", () => {
    expect(codes("done", [])).toEqual([]);
    expect(codes("sending", [change("panel", 1)])).toEqual([]);
    const planned = { ...effect("skipped"), startedAt: null };
    expect(moveFindings(MOVE, { effects: [planned], changes: [change("panel", 0)] })).toEqual([]);
  });
});
