/** A candidate's chat once their interview was cancelled, or its time has passed: a word there is never lost. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { putExampleGuides } from "../../src/guides/examples.ts";
import { PlainRequestItem } from "../../src/http/api/request-schemas.ts";
import { type BookedPage, bookPage, startPageWalk } from "../support/booked-page.ts";
import { firstSession } from "../support/booking.ts";
import { openLink } from "../support/candidate-page.ts";
import { openChat } from "../support/chat-page.ts";
import { describePostgres } from "../support/database.ts";
import { advance } from "../support/nothing-fits.ts";
import { settled, untilProposal } from "../support/story.ts";
import type { Walk } from "../support/walk.ts";

describePostgres("a candidate's chat after the interview", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startPageWalk(open);
    await putExampleGuides(walk.running.deps);
  });
  afterAll(async () => await walk.close());

  const ask = async (text: string): Promise<PlainRequestItem> => {
    const first = await walk.api.send("POST", "/api/plain-requests", { text });
    const { id } = PlainRequestItem.parse(first.body);
    return await walk.waitFor("an answer", async () => {
      const answer = await walk.api.send("GET", `/api/plain-requests/${id}`);
      const item = PlainRequestItem.parse(answer.body);
      const isDone = item.handed === null || item.handed.note !== null;
      return item.answeredAt !== null && isDone && item;
    });
  };

  const cancelled = async (): Promise<BookedPage> => {
    const booked = await bookPage(walk);
    const { handed } = await ask(`cancel ${booked.payload.candidate.name}`);
    const cancel = await walk.api.proposal(handed?.proposals[0]?.id ?? "");
    await walk.api.approve(cancel);
    await untilProposal(walk, cancel, "done");
    return booked;
  };

  it("hands what is asked of a cancelled one to a person, whose case and name are still known", async () => {
    const booked = await cancelled();
    const { name } = booked.payload.candidate;
    const page = await openLink(booked.link);
    expect(page.words).toContain("If you have a question, ask it below");
    expect(page.html).toContain("/assistant");
    const chat = openChat(booked.link);
    const asked = await chat.ask("Can I have another time instead?");
    expect(asked.status).toBe(200);
    expect(asked.answer).toMatchObject({ state: "handed_over", actions: [] });
    expect(asked.answer?.text).toContain("Your interview was cancelled");
    expect(asked.answer?.text).toContain("passed your message on to");
    const pressed = await chat.act({ kind: "ask_a_person", text: "What happens next?" });
    expect([pressed.status, pressed.message?.state]).toEqual([200, "handed_over"]);
    await settled(walk, booked.payload.opportunityId);
    const { status, problems } = await walk.api.case(booked.caseId);
    expect([status, problems]).toEqual(["open", []]);
    const status_ = await ask(`status of ${name}`);
    expect(status_).toMatchObject({ kind: "answer", intent: "status" });
    expect(status_.words.join(" ")).not.toContain("nobody of that name");
  });

  it("answers from the guide once its time has passed, and does nothing more about the booking", async () => {
    const booked = await bookPage(walk);
    const before = openChat(booked.link);
    const { answer } = await before.ask("I will be there");
    const ends = Temporal.Instant.from(firstSession(booked.payload).endsAt);
    await advance(walk, walk.company.clock.now().until(ends).total("hours") + 8);
    const chat = openChat(booked.link);
    const heard = await chat.ask("When do I hear from you after the interview?");
    expect([heard.status, heard.answer?.state]).toEqual([200, "answered"]);
    expect(heard.answer?.sources.map(({ kind }) => kind)).toContain("guide");
    const moved = await chat.ask("Can I move my interview?");
    expect(moved.answer).toMatchObject({ state: "handed_over", actions: [] });
    expect(moved.answer?.text).toContain("The time of your interview has passed");
    const press = { kind: "confirm" as const, messageId: answer?.id ?? "" };
    expect((await chat.act(press)).status).toBe(409);
    expect((await openLink(booked.link)).words).toContain("No interview is to come here.");
    const again = await ask(`move ${booked.payload.candidate.name} to Friday`);
    expect(again).toMatchObject({ kind: "asks", intent: "reschedule", handed: null });
    expect(again.words.join(" ")).toContain("which has passed: it cannot be moved");
  });
});
