/** Who says by a link whether the candidate came has an end of sayings of their own. */
import { expect, it } from "vitest";
import { MOST_OF_A_KIND } from "../../../src/cases/answers.ts";
import { findAttendance } from "../../../src/cases/attendances.ts";
import { sayAttendance } from "../../../src/cases/say-attendance.ts";
import { createManualClock } from "../../../src/clock.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { someTexts } from "../../support/some-texts.ts";

const BEGAN = Temporal.Instant.from("2026-11-23T09:00:00Z");

describeOneDatabase("embedded", "what is said by a link", (open) => {
  it("has an end for each person and each interview, and takes nothing from anybody else", async () => {
    const database = await open();
    const clock = createManualClock(BEGAN.add({ minutes: 10 }));
    // Which booking it is of is no matter here.
    await database.query("alter table attendances drop constraint attendances_proposal_id_fkey");
    await database.query(
      `insert into cases (id, opportunity_id, stage_id, stage_name, posting_title, candidate, status, mode,
         next_step, created_at, updated_at)
       values ('case_1', 'opp', 'onsite', 'Onsite', 'Engineer', 'cand', 'booked', 'assisted', '', $1, $1)`,
      [BEGAN.toString()],
    );
    for (const id of ["talk", "code"]) {
      await database.query(
        `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at)
         values ('case_1', $1, $2, $2, 'pr_1', $2)`,
        [id, BEGAN.toString()],
      );
    }
    const queue = { sendAll: async () => await Promise.resolve() };
    const deps = { database, clock, ids: randomIds, queue, texts: someTexts(clock) };
    const talk = { caseId: "case_1", sessionId: "talk", startsAt: BEGAN };
    const say = async (attended: boolean | null, linkOf?: string, sessionId = "talk") =>
      await sayAttendance(
        { ...talk, sessionId, attended, by: linkOf ?? "a coordinator", ...(linkOf && { linkOf }) },
        deps,
      );

    for (let times = 0; times < MOST_OF_A_KIND; times += 1) {
      await say(times % 2 === 0 ? true : null, "ann");
    }
    await expect(say(true, "ann")).rejects.toMatchObject({ code: "rate_limited" });
    await say(true, "ann", "code");
    await say(true, "bob");
    await say(null);
    await expect(say(true, "ann")).rejects.toMatchObject({ code: "rate_limited" });
    expect(await findAttendance(database, talk)).toMatchObject({
      attended: null,
      saidBy: "a coordinator",
    });
  });
});
