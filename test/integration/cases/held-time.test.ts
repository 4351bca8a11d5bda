/** Whose time is held, for a case that looks for some. */
import { expect, it } from "vitest";
import { createCaseReader } from "../../../src/cases/case-reader.ts";
import { StageId } from "../../../src/domain/ids.ts";
import { firstSession } from "../../support/booking.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

describeEachDatabase("held time", (open) => {
  it("is all but what the case itself holds, that of another stage of the opportunity too", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    // Nobody asks it: what is read is our own.
    const { reader: lever } = openLeverClient("http://127.0.0.1:9");
    const reader = createCaseReader({ ...desk.deps, database, lever });
    const own = bookingOf("same candidate");
    const left = { ...bookingOf("same candidate", 2), stageId: StageId.parse("left stage") };
    const other = bookingOf("other candidate", 4);
    for (const booking of [own, left, other]) await desk.propose(booking);
    const { startsAt, panel } = firstSession(own);
    const start = Temporal.Instant.from(startsAt);
    const { opportunityId, stageId } = own;
    const held = await reader.heldTime({
      emails: panel.slice(0, 1).map(({ email }) => email),
      from: start,
      to: start.add({ hours: 24 }),
      opportunityId,
      stageId,
    });
    expect(held.map((each) => each.start.toString())).toEqual(
      [left, other].map((booking) =>
        Temporal.Instant.from(firstSession(booking).startsAt).toString(),
      ),
    );
  });
});
