import { afterAll, beforeAll, expect, it } from "vitest";
import { openChat } from "../support/chat-page.ts";
import { type BookedPage, bookPage, saidOn, startPageWalk } from "../support/booked-page.ts";
import { describePostgres } from "../support/database.ts";
import type { Walk } from "../support/walk.ts";

describePostgres("a candidate's chat", (open) => {
  let walk: Walk;
  let booked: BookedPage;
  beforeAll(async () => {
    walk = await startPageWalk(open);
    booked = await bookPage(walk);
  });
  afterAll(async () => {
    await walk.close();
  });

  it("says what it is, and answers from the case with sources", async () => {
    const chat = openChat(booked.link);
    const { assistant, suggestions, limits } = await chat.view();
    expect(assistant.notice).toContain("I am software");
    expect(assistant).toMatchObject({ optedOut: false, isModelOn: false });
    expect(limits.maxLength).toBe(4000);
    for (const question of suggestions) {
      const { answer, text } = await chat.ask(question);
      expect(answer?.state).toBe("answered");
      expect(answer?.sources).not.toEqual([]);
      expect(text).toBe(answer?.text);
    }
  });

  it("does nothing before a click, and then what the page does", async () => {
    const chat = openChat(booked.link);
    const { answer } = await chat.ask("I will be there");
    expect(answer?.actions).toEqual([{ kind: "confirm", label: "Yes, I will be there" }]);
    expect(await saidOn(walk, booked)).toEqual([]);
    const press = { kind: "confirm" as const, messageId: answer?.id ?? "" };
    expect((await chat.act(press)).status).toBe(200);
    expect(await saidOn(walk, booked)).toEqual(["confirmed"]);
    expect(await chat.act(press)).toMatchObject({ status: 409 });
  });
});
