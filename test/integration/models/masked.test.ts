/** What never reaches a model: canaries are looked for in all that its server was asked. */
import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import type { Database } from "../../../src/db/port.ts";
import { refine } from "../../../src/models/refine.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type ModelTwin, startModelTwin } from "../../support/model-twin.ts";
import { modelsAt } from "../../support/models.ts";

const NAME = "Canaria Birdwell";
const EMAIL = "canary.bird@example.com";
const PHONE = "+44 20 7946 0958";
const Words = z.strictObject({ one: z.string(), other: z.string() });

describeOneDatabase("embedded", "what a model need not know", (open) => {
  let database: Database;
  let twin: ModelTwin;
  beforeAll(async () => {
    [database, twin] = await Promise.all([open(), startModelTwin()]);
  });
  afterAll(async () => await twin[Symbol.asyncDispose]());
  beforeEach(() => twin.openai.reset());

  const told = (): string => JSON.stringify(twin.openai.asked().map(({ body }) => body));
  const modelFor = async (hasPseudonyms: boolean) => {
    const models = await modelsAt(twin.place, { database, settings: { hasPseudonyms } });
    return models.for({ user: "chat", runId: null, people: [NAME] });
  };
  const reword = async (draft: z.infer<typeof Words>, hasPseudonyms: boolean) =>
    await refine(
      { schema: Words, name: "words", prompt: { version: "test/1", system: "Word it." }, draft },
      {
        model: await modelFor(hasPseudonyms),
        budgetMs: 5_000,
        signal: new AbortController().signal,
        people: hasPseudonyms ? [NAME] : [],
      },
    );

  it("is not sent in talk: no address, no number, and no name where that is wished", async () => {
    const talk = [new SystemMessage("Be short."), new HumanMessage(`${NAME}, ${EMAIL}, ${PHONE}`)];
    await (await modelFor(true)).invoke(talk);
    expect(twin.openai.asked()[0]?.said.map(({ text }) => text)).toEqual([
      "Be short.",
      "[person 3], [email 1], [phone 2]",
    ]);
    await (await modelFor(false)).invoke(talk);
    expect(twin.openai.asked()[1]?.said[1]?.text).toBe(`${NAME}, [email 1], [phone 2]`);
  });

  it("is not sent in a draft, and stands in what comes back", async () => {
    const draft = { one: `${NAME} is at ${EMAIL}.`, other: `Call ${PHONE}.` };
    expect(await reword(draft, true)).toMatchObject({ wording: draft, fault: null });
    expect(told()).not.toMatch(/Canaria|Birdwell|canary|7946/);
    expect(await reword(draft, false)).toMatchObject({ wording: draft, fault: null });
    expect(told()).not.toMatch(/canary|7946/);
    expect(told()).toContain(NAME);
  });

  it("is put nowhere but where it stood", async () => {
    const script = [
      { text: JSON.stringify({ one: "Write to us.", other: "Write to [email 1]." }) },
    ];
    twin.openai.set({ script });
    const answer = await reword({ one: `Write to ${EMAIL}.`, other: "Write to us." }, false);
    expect(answer).toMatchObject({
      wording: null,
      fault: "the answer names somebody or something where the draft does not",
    });
  });
});
