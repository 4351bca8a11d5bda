/** Interviewers who owe a form: reminded once a working day in their own hours until it is in, and no further. */
import { afterEach, expect, it } from "vitest";
import { OwedFormList } from "../../src/http/api/feedback-schemas.ts";
import { NudgeDetail } from "../../src/http/api/aside-schemas.ts";
import type { CaseDetail, ProposalDetail, ProposalItem } from "../../src/http/api/schemas.ts";
import type { Witness } from "../../src/witness.ts";
import { bookedScreen, slackNaming, until } from "../support/briefs-walk.ts";
import { firstSession } from "../support/booking.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { handIn, owingOf } from "../support/panel-walk.ts";
import { settled } from "../support/story.ts";
import { type Walk, type WalkOptions, startWalk } from "../support/walk.ts";

const FIRST = "Your feedback, please";
const FURTHER = "Your feedback is still missing";

describeOneDatabase("postgres", "a reminder of feedback", (open) => {
  let walk: Walk;
  afterEach(async () => await walk.close());
  const begin = async (options: WalkOptions = {}): Promise<ProposalDetail> => {
    walk = await startWalk(open, options);
    const booked = await bookedScreen(walk);
    await until(walk, booked, 0);
    return booked;
  };
  const nudgesOf = ({ proposals }: CaseDetail): ProposalItem[] =>
    proposals.filter(({ kind }) => kind === "nudge_feedback");
  const untilNudged = async (
    { caseId, payload }: ProposalDetail,
    isSo: (nudges: ProposalItem[]) => boolean,
  ): Promise<ProposalItem[]> => {
    await walk.waitFor("the reminders", async () => isSo(nudgesOf(await walk.api.case(caseId))));
    await settled(walk, payload.opportunityId);
    return nudgesOf(await walk.api.case(caseId));
  };
  /** Until the next reminders of an interview, as the list tells them. */
  const untilNext = async ({ caseId }: ProposalDetail): Promise<void> => {
    const next = await walk.waitFor("when it comes", async () => {
      const { items } = await owed(`?caseId=${caseId}`);
      const times = items.map(({ reminders }) => reminders.nextAt);
      return times.length > 0 && times.every((at) => at !== null) && times.toSorted().at(-1);
    });
    const left = walk.company.clock.now().until(Temporal.Instant.from(next)).total("hours");
    await advance(walk, Math.max(0, left) + 0.05);
  };
  const owed = async (query = "") =>
    OwedFormList.parse((await walk.api.send("GET", `/api/feedback/owed${query}`)).body);
  const nudgeOf = async (id: string) =>
    NudgeDetail.parse((await walk.api.send("GET", `/api/proposals/${id}`)).body);

  it("comes with the questions first, then daily, and ends when the form is in", async () => {
    const booked = await begin();
    const { opportunityId } = booked.payload;
    const [first, second, ...more] = await owingOf(walk, booked);
    if (!first || !second || more.length > 0) throw new Error("the screen has two people");
    await advance(walk, 0.9);
    await handIn(walk, booked, { owing: second, rating: "3 - Hire", words: "" });
    await advance(walk, 0.25);
    await untilNext(booked);
    const [nudge] = await untilNudged(booked, ([one]) => one?.status === "done");
    const shown = await nudgeOf(nudge?.id ?? "");
    expect(shown).toMatchObject({
      class: "logistics",
      audience: "internal",
      risk: "low",
      payload: { says: "reminder", number: 1, most: 5, owed: { userId: first.userId } },
    });
    expect(shown.payload.questions.length).toBeGreaterThan(0);
    const [said, ...twice] = await slackNaming(walk, FIRST);
    expect(twice).toEqual([]);
    for (const { text, shows } of shown.payload.questions) {
      expect(shows.length).toBeGreaterThan(1);
      for (const words of [text, ...shows.map((line) => line.shows)]) {
        expect(JSON.stringify(said)).toContain(JSON.stringify(words).slice(1, -1));
      }
    }

    await untilNext(booked);
    await untilNudged(booked, (all) => all.filter(({ status }) => status === "done").length === 2);
    const [again, ...others] = await slackNaming(walk, FURTHER);
    expect(others).toEqual([]);
    expect(JSON.stringify(again)).toContain("reminder 2 of 5");
    expect((await owed()).items).toMatchObject([{ reminders: { sent: 2, silence: null } }]);

    await untilNextIsKnown();
    await handIn(walk, booked, { owing: first, rating: "3 - Hire", words: "" });
    await advance(walk, 24);
    await walk.waitFor("the form", async () => (await owed()).items.length === 0);
    await advance(walk, 48);
    await settled(walk, opportunityId);
    expect(nudgesOf(await walk.api.case(booked.caseId))).toHaveLength(2);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });
  const untilNextIsKnown = async (): Promise<void> => {
    await walk.waitFor("when it comes", async () =>
      (await owed()).items.every(({ reminders }) => reminders.nextAt !== null),
    );
  };

  it("is not sent of a form that comes in as it leaves, and is only recorded in silent mode", async () => {
    let booked: ProposalDetail | null = null;
    const asItLeaves: Witness = async (point) => {
      if (!/^effect\.nudge_\w+\.planned$/.test(point) || !booked) return;
      for (const owing of await owingOf(walk, booked)) {
        await handIn(walk, booked, { owing, rating: "3 - Hire", words: "" });
      }
    };
    booked = await begin({ witness: asItLeaves });
    await advance(walk, 1);
    await untilNext(booked);
    const nudges = await untilNudged(booked, ([one]) => one?.status === "done");
    expect(await slackNaming(walk, FIRST)).toEqual([]);
    const { runs } = await walk.api.case(booked.caseId);
    expect(runs.map(({ outcome }) => outcome)).toContain(
      "The form is in meanwhile, so nothing was sent.",
    );
    expect(nudges.every(({ status }) => status === "done")).toBe(true);

    const another = await bookedScreen(walk);
    await walk.api.setMode("silent");
    await until(walk, another, 0);
    await advance(walk, 1);
    await untilNext(another);
    await untilNudged(another, ([one]) => one?.status === "observed");
    expect(await slackNaming(walk, FIRST)).toEqual([]);
  });

  it("is looked up in Slack when its answer is lost, and is followed by a word to those who wait", async () => {
    const booked = await begin();
    const faultAt = { service: "slack", kind: "drop_after", path: "chat.postMessage", times: 1 };
    await walk.eyes.control("POST", "/faults", faultAt);
    const { panel } = firstSession(booked.payload);
    await advance(walk, 1);
    await untilNext(booked);
    await untilNudged(
      booked,
      (all) => all.filter(({ status }) => status === "done").length === panel.length,
    );
    expect(await slackNaming(walk, FIRST)).toHaveLength(panel.length);
    expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });

    // When all have gone, whoever waits for a form is told of it, and whoever owes it is not.
    await walk.running.deps.database.query(
      "update feedback_owed set nudges = 5, nudge_next_at = null",
    );
    await untilNext(booked);
    const all = await untilNudged(
      booked,
      (nudges) => nudges.filter(({ status }) => status === "done").length === panel.length * 2,
    );
    for (const { id } of all.slice(0, panel.length)) {
      const { payload } = await nudgeOf(id);
      expect(payload).toMatchObject({ says: "overdue", number: 1, questions: [] });
      expect(payload.to.map(({ userId }) => userId)).toEqual(
        panel.map(({ userId }) => userId).filter((userId) => userId !== payload.owed.userId),
      );
      expect(await slackNaming(walk, `Feedback by ${payload.owed.name}`)).toHaveLength(1);
    }
    const { items } = await owed(`?caseId=${booked.caseId}`);
    expect(items.map(({ reminders }) => reminders.silence)).toEqual(panel.map(() => "told"));
  });
});
