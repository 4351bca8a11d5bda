import { expect, it } from "vitest";
import {
  debriefProblemOf,
  otherProblemOf,
  withDebrief,
} from "../../../src/cases/debrief-problem.ts";
import { DEBRIEF_CHANGED } from "../../../src/domain/debrief.ts";

const OTHER = { code: "booking_changed", message: "It was moved.", happened: "It was moved." };
const DEBRIEF = { code: DEBRIEF_CHANGED, message: "Ann declined the debrief." };

it("keeps a debrief's problem and another one apart, whatever is said after both", () => {
  const both = withDebrief(OTHER, DEBRIEF);
  expect(both?.message).toBe("It was moved. Ann declined the debrief.");
  expect([otherProblemOf(both), debriefProblemOf(both)]).toEqual([OTHER, DEBRIEF]);
  const more = both && { ...both, message: `${both.message} Nobody has answered.` };
  expect(otherProblemOf(more)).toEqual({ ...OTHER, message: "It was moved. Nobody has answered." });
  expect(debriefProblemOf(more)).toEqual(DEBRIEF);
  // Whoever keeps what happened alone says nothing of the debrief any more.
  expect(debriefProblemOf(both && { ...both, message: OTHER.message })).toBeNull();
});

it("is either alone where the other is not", () => {
  for (const none of [otherProblemOf, debriefProblemOf]) expect(none(null)).toBeNull();
  expect([otherProblemOf(DEBRIEF), debriefProblemOf(DEBRIEF)]).toEqual([null, DEBRIEF]);
  expect([otherProblemOf(OTHER), debriefProblemOf(OTHER)]).toEqual([OTHER, null]);
  expect(withDebrief(null, DEBRIEF)).toEqual(DEBRIEF);
  expect(withDebrief(OTHER, null)).toEqual(OTHER);
  expect(withDebrief(null, null)).toBeNull();
});
