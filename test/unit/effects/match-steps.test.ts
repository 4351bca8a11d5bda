import { expect, it } from "vitest";
import { EffectId } from "../../../src/domain/ids.ts";
import type { EffectKind } from "../../../src/effects/kind.ts";
import { matchSteps } from "../../../src/effects/match-steps.ts";

const step = (kind: string, session?: string): EffectKind => ({
  kind,
  ...(session !== undefined && { session }),
  audience: "internal",
  label: `${kind} of ${session ?? "all"}`,
  send: async () => await Promise.resolve({}),
  probe: async () => await Promise.resolve({ outcome: "absent" }),
});

const STEPS = [
  step("reserve_time"),
  step("room_release", "two"),
  step("calendar_event", "one"),
  step("calendar_event", "two"),
  step("lever_panel"),
];

const labels = (rows: readonly [id: string, kind: string, session: string | null][]): string[] =>
  rows.map(([id]) => {
    const matched = matchSteps(
      STEPS,
      rows.map(([each, of, about]) => ({ id: EffectId.parse(each), kind: of, session: about })),
    );
    return matched.get(id)?.label ?? "none";
  });

it("knows a step by what it does and for which session, wherever it stands", () => {
  expect(
    labels([
      ["a", "calendar_event", "two"],
      ["b", "reserve_time", null],
      ["c", "calendar_event", "one"],
    ]),
  ).toEqual(["calendar_event of two", "reserve_time of all", "calendar_event of one"]);
});

it("takes rows without a session in the order of the sessions, whatever steps they lack", () => {
  expect(
    labels([
      ["a", "reserve_time", null],
      ["b", "calendar_event", null],
      ["c", "calendar_event", null],
      ["d", "lever_panel", null],
    ]),
  ).toEqual([
    "reserve_time of all",
    "calendar_event of one",
    "calendar_event of two",
    "lever_panel of all",
  ]);
});

it("has no step for what is none of the bundle's", () => {
  expect(
    labels([
      ["a", "candidate_cancellation", null],
      ["b", "calendar_event", "three"],
      ["c", "lever_panel", null],
      ["d", "lever_panel", null],
    ]),
  ).toEqual(["none", "none", "lever_panel of all", "none"]);
});
