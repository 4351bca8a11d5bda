/** A booking that was changed so often that a person takes over: nothing is begun by itself any more, and a person's press still
 * does what it says. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { firstSession } from "../support/booking.ts";
import { linkInMail, openLink, sendForm } from "../support/candidate-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { decline, eventIdOf } from "../support/declined.ts";
import {
  advance,
  finalRoundBooked,
  keepGuestBusy,
  stuckAt,
  untilCase,
  untilLookedAt,
  untilProposed,
} from "../support/nothing-fits.ts";
import { settled, untilProposal, waitingProposal } from "../support/story.ts";
import { STUCK_PLANS, type Walk, startWalk } from "../support/walk.ts";

const TAKE_OVER = /3 times already: nothing more is done about it by itself, and a person has to/;

const NOTICE_HOURS = 72;

/** The final round has days that are too soon for its plan. */
const writePlans = async (): Promise<string> => {
  const stuck = await readFile(join(STUCK_PLANS, "plans.yaml"), "utf8");
  const rules = "horizonBusinessDays: 3\n      alertAfterHours: 4\n";
  if (!stuck.includes(rules)) throw new Error("the final round has other rules");
  const folder = await mkdtemp(join(tmpdir(), "convene-taken-over-"));
  const sooner = `horizonBusinessDays: 6\n      minimumNoticeHours: ${NOTICE_HOURS}\n      alertAfterHours: 4\n`;
  await writeFile(join(folder, "plans.yaml"), stuck.replace(rules, sooner));
  return folder;
};

describeOneDatabase("postgres", "a booking that was to be changed three times", (open) => {
  let walk: Walk;
  let plans: string;
  beforeAll(async () => {
    plans = await writePlans();
    walk = await startWalk(open, { env: { PLANS_DIR: plans } });
  });
  afterAll(async () => {
    await walk.close();
    await rm(plans, { recursive: true, force: true });
  });

  type Final = Awaited<ReturnType<typeof finalRoundBooked>>;

  /** Three changes of it are proposed and rejected, and all stands as booked. */
  const changedOften = async (): Promise<Final> => {
    const final = await finalRoundBooked(walk);
    const { booked, guest } = final;
    const { opportunityId } = booked.payload;
    for (const _ of ["once", "twice", "three times"]) {
      await decline(walk, booked, { index: 0, email: guest });
      const waiting = await waitingProposal(walk, opportunityId);
      expect(waiting.kind).toBe("change_booking");
      await walk.api.decide(waiting.id, { decision: "reject", digest: waiting.digest });
      await untilProposal(walk, waiting, "rejected");
      await settled(walk, opportunityId);
      const accepted = { eventId: eventIdOf(booked, 0), email: guest, responseStatus: "accepted" };
      await walk.eyes.control("POST", "/calendar/respond", accepted);
      await untilCase(walk, opportunityId, ({ problem }) => problem === null);
    }
    return final;
  };
  const lookWith = async (caseId: string, relax?: string) =>
    await walk.api.send("POST", `/api/cases/${caseId}/look`, relax === undefined ? {} : { relax });
  /** Whatever the clock brings comes before what it brings for a case that is stuck now. */
  const letClockPass = async (): Promise<void> => {
    await advance(walk, 5);
    const other = walk.nextCandidate();
    await stuckAt(walk, other, "phoneScreen");
    await advance(walk, 1.2);
    await untilLookedAt(walk, other, walk.company.clock.now());
  };
  const wishAnotherTime = async ({ booked }: Final) => {
    const { candidate, opportunityId } = booked.payload;
    const page = await openLink(await linkInMail(walk, candidate.email));
    await sendForm(page, "/move", { reason: "An exam." });
    return await untilCase(walk, opportunityId, ({ search }) => search !== null);
  };

  it("is for a person when somebody declines again, and is said to be", async () => {
    const { booked, guest } = await changedOften();
    await decline(walk, booked, { index: 0, email: guest });
    const { opportunityId } = booked.payload;
    const taken = await untilCase(walk, opportunityId, ({ problem }) => problem !== null);
    expect(taken).toMatchObject({ status: "blocked", search: null });
    expect(taken.nextStep).toMatch(TAKE_OVER);
    expect(taken.proposals.filter(({ status }) => status === "waiting")).toEqual([]);
  });

  it("whose candidate wishes a time that fits nowhere is not looked at by the clock, and is when a person says so", async () => {
    const final = await changedOften();
    const free = await keepGuestBusy(walk, final);
    const stuck = await wishAnotherTime(final);
    expect(stuck.nextStep).toMatch(TAKE_OVER);
    expect(stuck.nextStep).not.toContain("or wait");
    expect(stuck.search).toMatchObject({ nextLookAt: null });
    await letClockPass();
    const later = await walk.api.case(stuck.id);
    expect(later.events.map(({ kind }) => kind)).not.toContain("look_again");
    expect(later.search).toMatchObject({ nextLookAt: null });

    // In vain: nothing has changed, and that is said.
    expect((await lookWith(stuck.id)).status).toBe(200);
    const looked = await untilLookedAt(
      walk,
      final.booked.payload.opportunityId,
      walk.company.clock.now(),
    );
    const press = looked.events.find(({ kind }) => kind === "look_again");
    expect(press?.note).toContain("No change of the booking fits everybody.");
    expect(looked.nextStep).toMatch(TAKE_OVER);

    await free();
    expect((await lookWith(stuck.id)).status).toBe(200);
    const waiting = await untilProposed(walk, final.booked.payload.opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", status: "waiting" });
    expect(firstSession(waiting.payload).startsAt).not.toBe(
      firstSession(final.booked.payload).startsAt,
    );
  });

  it("changes by a rule that a person has give", async () => {
    const final = await changedOften();
    // Only sooner than the plan allows could they.
    await keepGuestBusy(walk, { ...final, inHours: NOTICE_HOURS });
    const stuck = await wishAnotherTime(final);
    expect(stuck.nextStep).toContain("has to take over. Choose a rule that may give, or decide");
    expect(stuck.search?.relaxations.map(({ id }) => id)).toContain("notice");
    expect((await lookWith(stuck.id, "notice")).status).toBe(200);
    const waiting = await untilProposed(walk, final.booked.payload.opportunityId);
    expect(waiting).toMatchObject({ kind: "change_booking", risk: "high", status: "waiting" });
    expect(waiting.evidence.map(({ what }) => what).join(" ")).toContain("one rule gave");
  });
});
