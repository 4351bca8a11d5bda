/** The candidate hears by mail that a person has answered in the chat, unless they have seen it there. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { QuestionFromCandidate } from "../../src/domain/chat.ts";
import { type BookedPage, bookPage, startPageWalk } from "../support/booked-page.ts";
import { openChat } from "../support/chat-page.ts";
import { describeOneDatabase } from "../support/database.ts";
import { advance, untilCase } from "../support/nothing-fits.ts";
import { settled } from "../support/story.ts";
import type { Walk } from "../support/walk.ts";

const Questions = z.object({ items: z.array(QuestionFromCandidate) });
/** Until an open page must have shown an answer, and until there may be another mail. Units: hours. */
const [SOON, LATER] = [0.05, 0.3];

describeOneDatabase("postgres", "a mail of an answer", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startPageWalk(open);
  });
  afterAll(async () => await walk.close());

  /** Asked of a person, and answered. */
  const answer = async ({ link, caseId }: BookedPage, question: string, text: string) => {
    await openChat(link).act({ kind: "ask_a_person", text: question });
    const list = await walk.api.send("GET", "/api/questions-from-candidates?state=open");
    const asked = Questions.parse(list.body).items.find((one) => one.caseId === caseId);
    const path = `/api/questions-from-candidates/${asked?.id ?? ""}/answer`;
    const answered = await walk.api.send("POST", path, { text });
    return QuestionFromCandidate.parse(answered.body).answer;
  };
  const mailsOf = async ({ payload }: BookedPage) =>
    (await walk.eyes.mailsTo(payload.candidate.email)).filter(({ subject }) =>
      /answers? for you/.test(subject),
    );
  /** Waits until the event that it is time has been handled so often. */
  const untilDue = async ({ payload: { opportunityId } }: BookedPage, count: number) =>
    await untilCase(
      walk,
      opportunityId,
      ({ events }) =>
        events.filter(({ kind, status }) => kind === "answers_due" && status === "handled")
          .length === count,
    );
  const toldIn = ({ proposals }: Awaited<ReturnType<typeof untilDue>>) =>
    proposals.filter(({ kind }) => kind === "tell_answer");

  it("leaves once for the answers of a while, decided by who answered, without a word of them", async () => {
    const one = await bookPage(walk);
    await answer(one, "Is there a kindergarten near your moon base?", "On level 3.");
    const last = await answer(one, "I am deaf: is there an interpreter?", "Zoltan will come.");
    await settled(walk, one.payload.opportunityId);
    expect(await mailsOf(one)).toEqual([]);
    await advance(walk, SOON);
    const [told, ...others] = toldIn(await untilDue(one, 1));
    expect(others).toEqual([]);
    expect(told).toMatchObject({ status: "done", audience: "candidate", risk: "low" });
    expect(told?.decision).toMatchObject({ decision: "approve", by: last?.by });
    const [mail, ...more] = await mailsOf(one);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`2 answers for you from ${one.payload.companyName}`);
    expect(mail?.text).not.toMatch(/moon|kindergarten|level 3|deaf|interpreter|Zoltan/i);
    const link = /https?:\S+\/assistant/.exec(mail?.text ?? "")?.[0] ?? "";
    expect(await (await fetch(link)).text()).toContain("On level 3.");

    await answer(one, "Is there a trampoline?", "There is.");
    await advance(walk, SOON);
    await settled(walk, one.payload.opportunityId);
    expect(await mailsOf(one)).toHaveLength(1);
    await advance(walk, LATER);
    await untilDue(one, 2);
    expect((await mailsOf(one)).map(({ subject }) => subject)).toEqual([
      mail?.subject,
      `An answer for you from ${one.payload.companyName}`,
    ]);
  });

  it("is none for who has seen it, before it is proposed or as it leaves", async () => {
    const one = await bookPage(walk);
    await answer(one, "Is there a submarine?", "Two.");
    await openChat(one.link).view();
    await advance(walk, SOON);
    expect(toldIn(await untilDue(one, 1))).toEqual([]);

    await answer(one, "Is there a harbour seal?", "One.");
    expect((await walk.api.send("POST", "/api/pause", {})).status).toBe(200);
    await advance(walk, SOON);
    await walk.waitFor("the mail held back", async () => {
      const { proposals } = await walk.api.case(one.caseId);
      return proposals.some(({ kind, status }) => kind === "tell_answer" && status === "approved");
    });
    await fetch(`${one.link}/assistant`);
    expect((await walk.api.send("POST", "/api/resume", {})).status).toBe(200);
    await advance(walk, SOON);
    const case_ = await untilDue(one, 2);
    expect(toldIn(case_)).toMatchObject([
      { status: "done", notSent: { isUnknown: false, why: expect.stringContaining("has seen") } },
    ]);
    expect(case_).toMatchObject({ status: "booked", problem: null });
    expect(await mailsOf(one)).toEqual([]);
  });

  it("is none where the policy is silent for it, or asks others about it, or the case has ended", async () => {
    const [silent, asked, ended] = [
      await bookPage(walk),
      await bookPage(walk),
      await bookPage(walk),
    ];
    const ruleThat = async (says: object) => {
      const policy = z.looseObject({}).parse((await walk.api.send("GET", "/api/policy")).body);
      const rules = [{ kinds: ["tell_answer"], ...says }];
      expect((await walk.api.send("PUT", "/api/policy", { ...policy, rules })).status).toBe(200);
    };
    await ruleThat({ mode: "silent" });
    await answer(silent, "Is there a lighthouse?", "One.");
    await advance(walk, SOON);
    expect(toldIn(await untilDue(silent, 1))).toMatchObject([{ status: "observed" }]);
    await ruleThat({ answer: { do: "ask", of: ["admin"] } });
    await answer(asked, "Is there a sundial?", "No.");
    await advance(walk, SOON);
    await untilCase(walk, asked.payload.opportunityId, ({ proposals }) =>
      proposals.some(({ kind, status }) => kind === "tell_answer" && status === "waiting"),
    );
    await ruleThat({ mode: "assisted" });
    await answer(ended, "Is there a windmill?", "Three.");
    await walk.running.deps.database.query("update cases set closed_at = $2 where id = $1", [
      ended.caseId,
      walk.company.clock.now(),
    ]);
    await advance(walk, SOON);
    expect(toldIn(await untilDue(ended, 1))).toEqual([]);
    expect(await Promise.all([silent, asked, ended].map(mailsOf))).toEqual([[], [], []]);
  });
});
