import { expect, it } from "vitest";
import { problemAsOne, toldProblems, withBooking } from "../../../src/cases/problems.ts";
import { QUESTION_NOT_TOLD } from "../../../src/domain/chat-words.ts";
import { DEBRIEF_CHANGED } from "../../../src/domain/debrief.ts";
import { STAGE_NOT_MOVED } from "../../../src/domain/stage-move.ts";

const CHANGED = { code: "booking_changed", message: "It was moved." };
const NO_SLOT = { code: "no_slot", message: "No change fits." };
const DEBRIEF = { code: DEBRIEF_CHANGED, message: "Ann declined the debrief." };
const STAGE = { code: STAGE_NOT_MOVED, message: "Lever refused the move." };

it("tells what is of the booking first, as one, then the rest, each thing once", () => {
  const told = toldProblems([DEBRIEF, STAGE, { ...STAGE, about: "again" }, CHANGED, NO_SLOT]);
  expect(told).toEqual([
    { code: "booking_changed", message: "It was moved. No change fits.", isOfBooking: true },
    { ...STAGE, isOfBooking: false },
    { ...DEBRIEF, isOfBooking: false },
  ]);
  expect(problemAsOne(told)).toEqual({
    code: "booking_changed",
    message: "It was moved. No change fits. Lever refused the move. Ann declined the debrief.",
  });
  expect(problemAsOne(toldProblems([]))).toBeNull();
});

it("leaves what is beside the booking as it is when the booking stands otherwise", () => {
  const question = { code: QUESTION_NOT_TOLD, message: "Rosa may have been told of it." };
  const before = [CHANGED, STAGE, question, NO_SLOT, DEBRIEF];
  expect(withBooking(before, [])).toEqual([STAGE, question, DEBRIEF]);
  // Whoever sets the booking's sets no other.
  expect(withBooking([STAGE], [CHANGED, { ...STAGE, message: "Old." }])).toEqual([CHANGED, STAGE]);
});
