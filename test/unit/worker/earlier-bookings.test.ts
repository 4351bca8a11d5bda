import { expect, it } from "vitest";
import { bookedTimes } from "../../../src/worker/earlier-bookings.ts";
import { aBooking, aSession } from "../../support/booking.ts";

const at = (day: number): Temporal.Instant =>
  Temporal.Instant.from(`2026-11-${String(day).padStart(2, "0")}T09:00:00Z`);
const made = (day: number, startsOn: number) => ({
  at: at(day),
  payload: aBooking({
    sessions: [
      aSession({
        sessionId: "talk",
        startsAt: at(startsOn).toString(),
        endsAt: at(startsOn).add({ minutes: 45 }).toString(),
      }),
    ],
  }),
});
const timeOf = (...all: ReturnType<typeof made>[]) => {
  const found = bookedTimes(all).get("talk");
  return found && [found.bookedAt.toString(), found.moves];
};

it("takes an interview to be booked when it was given its present time, and counts how often it was moved before", () => {
  expect(timeOf(made(1, 20))).toEqual([at(1).toString(), 0]);
  // Somebody else took a seat on the third; the time is that of the first.
  expect(timeOf(made(3, 20), made(1, 20))).toEqual([at(1).toString(), 0]);
  expect(timeOf(made(5, 24), made(3, 20), made(1, 20))).toEqual([at(5).toString(), 1]);
  expect(timeOf(made(7, 24), made(5, 24), made(3, 20), made(1, 18))).toEqual([at(5).toString(), 2]);
});
