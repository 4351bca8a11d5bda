/** An answer in the candidate's own language, from the question to the page: with its original in sight, or the original alone. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { bookPage } from "../support/booked-page.ts";
import { openLink } from "../support/candidate-page.ts";
import { openChat } from "../support/chat-page.ts";
import { describePostgres } from "../support/database.ts";
import { type ModelTwin, startModelTwin } from "../support/model-twin.ts";
import { type Walk, startWalk } from "../support/walk.ts";

describePostgres("a translated answer is shown", (open) => {
  let walk: Walk;
  let twin: ModelTwin;
  beforeAll(async () => {
    twin = await startModelTwin();
    const { url, apiKey } = twin.place;
    const env = { OPENAI_BASE_URL: url, OPENAI_API_KEY: apiKey, OPENAI_MODEL: "m" };
    walk = await startWalk(open, { candidates: 20, env });
  });
  afterAll(async () => {
    await walk.close();
    await twin[Symbol.asyncDispose]();
  });

  it("in its stream, its page and its history; the ledger has both askings, and no model is told of it", async () => {
    twin.openai.reset();
    const one = await bookPage(walk);
    const chat = openChat(one.link);
    const question =
      "Guten Tag, könnten Sie mir bitte sagen, wen ich treffen werde und wie lange das Gespräch dauert?";
    twin.openai.set({ behaviour: "lie", lie: "promise", cites: ["case.people", "case.length"] });
    const lied = await chat.ask(question);
    expect([lied.answer?.state, lied.answer?.translation]).toEqual(["degraded", null]);
    expect(lied.text).toMatch(/^Das ist dazu bekannt[\s\S]*You will meet [\s\S]* minutes\.$/);
    twin.openai.set({ behaviour: "assistant" });
    const { answer, text } = await chat.ask(question);
    expect([answer?.state, answer?.text]).toEqual(["answered", text]);
    const lines = answer?.translation?.lines ?? [];
    expect(lines[0]?.text).toMatch(/^Sie treffen /);
    for (const { original } of lines) expect(text).toContain(original);
    expect((await chat.view()).messages.at(-1)?.translation).toEqual(answer?.translation);
    const { html } = await openLink(`${one.link.replace(/\?.*/, "")}/assistant`);
    expect(html).toMatch(/<p lang="de" dir="auto">\s*Sie treffen /);
    expect(html).toMatch(/<p class="original small quiet" lang="en" dir="auto">\s*You will meet /);
    // A model is not told what one has translated.
    twin.openai.set({ cites: null });
    await chat.ask(question);
    const asked = twin.openai.asked().findLast(({ tools }) => tools.length > 1);
    expect(JSON.stringify(asked?.said)).not.toContain("Sie treffen");
    const told = (await walk.api.ledger(one.caseId)).filter(({ type }) => type === "model.asked");
    const chats = told
      .toReversed()
      .map(({ data }) => data)
      .filter((data) => data["specialist"] === "chat");
    expect(chats.map((data) => [data["prompt"], data["isDegraded"]])).toEqual([
      ["candidate-chat/3", false],
      ["candidate-chat-translation/1", true],
      ["candidate-chat/3", false],
      ["candidate-chat-translation/1", false],
      ["candidate-chat/3", false],
      ["candidate-chat-translation/1", false],
    ]);
  });
});
