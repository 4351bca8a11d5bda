/** What a candidate asked away from, and what lifts that. */
import { expect, it } from "vitest";
import { storeAnswer } from "../../../src/cases/answers.ts";
import { getCase } from "../../../src/cases/cases.ts";
import { createCaseReader } from "../../../src/cases/case-reader.ts";
import type { AnswerBody, AnswerKind } from "../../../src/domain/candidate-answer.ts";
import { firstSession } from "../../support/booking.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

describeEachDatabase("times that a candidate asked away from", (open) => {
  it("are theirs again when they choose them, or say that they could", async () => {
    const database = await open();
    await using desk = await openDesk(database);
    const booking = bookingOf("somebody");
    const { opportunityId, stageId } = booking;
    const { id: proposalId, caseId } = await desk.propose(booking);
    const case_ = await getCase(database, caseId);
    if (!case_) throw new Error("there is no case");
    // Nobody asks it: what is read is our own.
    const { reader: lever } = openLeverClient("http://127.0.0.1:9");
    const reader = createCaseReader({ ...desk.deps, database, lever });
    let said = 0;
    const say = async <Kind extends AnswerKind>(kind: Kind, body: AnswerBody<Kind>) => {
      said += 1;
      const clock = { now: () => Temporal.Now.instant().add({ minutes: said }) };

      await database.transaction(async (tx) => {
        const answer = { case_, proposalId, kind, body, once: `${said}` };
        await storeAnswer(tx, answer, { ...desk.deps, clock });
      });
    };
    const margins = async (): Promise<number[]> =>
      (await reader.avoidedTimes({ opportunityId, stageId })).map((time) => time.marginMinutes);
    const { startsAt, endsAt } = firstSession(booking);
    const later = (at: string, minutes: number): string =>
      Temporal.Instant.from(at).add({ minutes }).toString();
    const could = async (start: string, end: string) => {
      await say("availability", { zone: "UTC", windows: [{ start, end }], words: "", cells: [] });
    };
    await could(startsAt, endsAt);
    expect(await margins()).toEqual([]);
    await say("wants_move", { reason: "" });
    expect(await margins()).toEqual([120]);
    await say("picked", { startsAt: later(startsAt, -60) });
    expect(await margins()).toEqual([120]);
    await say("picked", { startsAt });
    expect(await margins()).toEqual([]);
    await say("wants_move", { reason: "" });
    expect(await margins()).toEqual([120]);
    await could(later(startsAt, 5), endsAt);
    expect(await margins()).toEqual([0]);
    await could(later(startsAt, -5), later(endsAt, 5));
    expect(await margins()).toEqual([]);
    expect(await reader.avoidedTimes({ opportunityId, stageId: "another" })).toEqual([]);
  });
});
