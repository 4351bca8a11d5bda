/** A debrief that is booked, and what its panel does with its event: a real Google client and Lever client against loopback, and real books. */
import { expect, it } from "vitest";
import { describeOneDatabase } from "../../support/database.ts";
import { openBookedDebrief } from "../../support/booked-debrief.ts";

const ANN = "ann@example.test";
const REC = "rec@example.test";
const both = (time: string): string[] => [`${ANN} ${time}`, `${REC} ${time}`];

describeOneDatabase("embedded", "the event of a debrief that is booked", (open) => {
  it("is followed where its end alone moves, there and back, and told once each time", async () => {
    await using debrief = await openBookedDebrief(await open());
    expect(await debrief.check("10:00 10:30")).toBe("");
    for (const time of ["10:00 11:00", "10:00 10:45", "10:00 10:15"]) {
      expect(await debrief.check(time)).toMatch(/^The debrief was moved in the calendar, to /);
      expect(await debrief.kept()).toEqual(both(time));
      await debrief.check(time);
    }
    expect(await debrief.check("10:00 10:30")).toBe("");
    expect(await debrief.kept()).toEqual(both("10:00 10:30"));
    expect(await debrief.told()).toEqual(Array(4).fill("debrief.moved"));
  });

  it("is followed back to where it was, though shorter, when others have the rest of that time by now", async () => {
    await using debrief = await openBookedDebrief(await open());
    for (const time of ["14:00 14:30", "10:00 10:30", "14:00 14:30"]) await debrief.check(time);
    await debrief.take(ANN, "10:15 10:30");
    await debrief.check("10:00 10:15");
    expect(await debrief.kept()).toEqual(both("10:00 10:15"));
  });
});
