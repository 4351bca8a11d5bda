/** A debrief that is booked, and what its panel does with its event: a real Google client and Lever client against loopback, and real books. */
import { expect, it } from "vitest";
import {
  findStandingTime,
  hasAnotherDebrief,
  listDebriefOrganizers,
} from "../../../src/cases/booked-debrief.ts";
import { getCase, setCase } from "../../../src/cases/cases.ts";
import { findStandingDebrief } from "../../../src/cases/debrief.ts";
import { openBookedDebrief } from "../../support/booked-debrief.ts";
import type { Database } from "../../../src/db/port.ts";
import { describeOneDatabase } from "../../support/database.ts";

const ANN = "ann@example.test";
const REC = "rec@example.test";
const both = (time: string): string[] => [`${ANN} ${time}`, `${REC} ${time}`];

const problems = async (reads: Database, caseId: string) =>
  (await getCase(reads, caseId))?.problems ?? [];

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

  it("stands where nobody of it is free, until it is deleted", async () => {
    const database = await open();
    await using debrief = await openBookedDebrief(database);
    const { caseId, proposalId, clock } = debrief;
    const problem = async () => (await problems(database, caseId))[0]?.code ?? null;
    const books = async () => ({
      standing: (await findStandingDebrief(database, caseId))?.id ?? null,
      hasAnother: await hasAnotherDebrief(database, { caseId, proposalId: "another" }),
      watched: await listDebriefOrganizers(database, clock.now()),
      at: (await findStandingTime(database, proposalId))?.startsAt.toString() ?? null,
    });
    await debrief.take(ANN, "14:00 15:00");
    await debrief.take(REC, "14:15 15:00");
    for (const _ of ["at once", "and later"]) {
      expect(await debrief.check("14:00 14:30")).toContain("Ann and Rec are booked or held");
      expect(await debrief.kept()).toEqual([]);
      expect(await problem()).toBe("debrief_changed");
      const at = "2026-11-24T14:00:00Z";
      expect(await books()).toEqual({ standing: proposalId, hasAnother: true, watched: [ANN], at });
    }
    expect(await debrief.told()).toEqual(["debrief.moved", "debrief.missed"]);
    expect(await debrief.look()).toBe(1);

    await debrief.free();
    await debrief.check("14:00 14:30");
    expect(await debrief.kept()).toEqual(both("14:00 14:30"));
    expect(await problem()).toBeNull();

    await debrief.take(ANN, "16:00 17:00");
    await debrief.take(REC, "16:00 17:00");
    await debrief.check("16:00 16:30");
    expect(await debrief.check(null)).toContain("was deleted in the calendar: nobody meets");
    expect(await problem()).toBe("debrief_not_booked");
    const none = { standing: null, hasAnother: false, watched: [], at: null };
    expect(await books()).toEqual(none);
    expect(await debrief.check(null)).toBe("");
  });

  it("is told beside what else is the problem of its case, as it is now, and no more once all come", async () => {
    const database = await open();
    await using debrief = await openBookedDebrief(database);
    const { caseId, clock } = debrief;
    const other = { code: "offer_unanswered", message: "Nobody has answered." };
    const case_ = await getCase(database, caseId);
    if (!case_) throw new Error("no case");
    await database.transaction(
      async (tx) => await setCase(tx, { ...case_, problems: [other] }, clock),
    );
    await debrief.take(ANN, "14:00 17:00");
    await debrief.take(REC, "16:00 17:00");
    const looks = ["14:00 14:30", "16:00 16:30", "14:00 14:30"].flatMap((time) =>
      Array<string>(10).fill(time),
    );
    for (const time of looks) {
      const words = await debrief.check(time);
      const [first, told, ...more] = await problems(database, caseId);
      expect([first, more]).toEqual([other, []]);
      expect(told?.message).toMatch(/^The debrief was moved .* case's page\.$/);
      expect(told?.message.split(words)).toHaveLength(2);
    }
    expect(await debrief.told()).toEqual(
      Array.from({ length: 3 }, () => ["debrief.moved", "debrief.missed"]).flat(),
    );
    await debrief.check("10:00 10:30");
    expect(await problems(database, caseId)).toEqual([other]);

    await debrief.check("14:00 14:30");
    clock.set(Temporal.Instant.from("2026-11-24T18:00:00Z"));
    await debrief.check("14:00 14:30");
    expect(await problems(database, caseId)).toEqual([other]);
  });

  it("is told anew where fewer are missing than were, whose words end the same", async () => {
    const database = await open();
    await using debrief = await openBookedDebrief(database);
    const problem = async () => (await problems(database, debrief.caseId))[0]?.message;
    debrief.decline(ANN, REC);
    await debrief.check("10:00 10:30");
    expect(await problem()).toMatch(/^Ann declined the debrief\. Rec declined the debrief\./);
    debrief.decline(REC);
    await debrief.check("10:00 10:30");
    expect(await problem()).toMatch(/^Rec declined/);
  });

  it("is all that is read for, and Lever's people once for all of them", async () => {
    await using debrief = await openBookedDebrief(await open());
    const asks = ["/users"];
    expect(await debrief.run()).toEqual({ says: "The debrief stands as booked.", asks });
    await debrief.bookAnother();
    expect(await debrief.run()).toEqual({ says: expect.stringContaining("was deleted"), asks });
  });

  it("is said to be unreadable, once on its case, until it can be read", async () => {
    const database = await open();
    await using debrief = await openBookedDebrief(database);
    const problem = async () => (await problems(database, debrief.caseId))[0] ?? null;
    const digest = async (to: string) => {
      const [row] = await database.query<{ digest: string }>(
        `update proposals p set digest = $2 from proposals before
         where p.id = $1 and before.id = p.id returning before.digest`,
        [debrief.proposalId, to],
      );
      return row?.digest ?? "";
    };
    const before = await digest("damaged");
    for (const _ of ["at once", "and later"]) {
      const { says } = await debrief.run();
      expect(says).toMatch(/^What is stored of the booked debrief cannot be read/);
      expect(await problem()).toEqual({ code: "debrief_unreadable", message: says });
    }
    expect(await debrief.told()).toEqual(["debrief.unread"]);
    await digest(before);
    expect((await debrief.run()).says).toBe("The debrief stands as booked.");
    expect(await problem()).toBeNull();
  });

  it("gives its time back when it cannot be read and is deleted in the calendar", async () => {
    const database = await open();
    await using debrief = await openBookedDebrief(database);
    await database.query("update proposals set digest = 'damaged' where id = $1", [
      debrief.proposalId,
    ]);
    expect(await debrief.check(null)).toContain("was deleted in the calendar: nobody meets");
    expect(await problems(database, debrief.caseId)).toMatchObject([
      { code: "debrief_not_booked" },
    ]);
    expect(await debrief.kept()).toEqual([]);
    expect(await findStandingDebrief(database, debrief.caseId)).toBeNull();
  });

  it("is watched no more once it is over, wherever it was moved to", async () => {
    const database = await open();
    await using debrief = await openBookedDebrief(database);
    const { caseId, clock } = debrief;
    await debrief.take(ANN, "11:00 12:00");
    await debrief.take(REC, "11:00 12:00");
    await debrief.check("11:00 12:00");
    clock.set(Temporal.Instant.from("2026-11-24T12:00:00Z"));
    expect(await debrief.check("11:00 12:00")).toBe("");
    expect(await listDebriefOrganizers(database, clock.now())).toEqual([]);
    expect(await problems(database, caseId)).toEqual([]);
  });
});
