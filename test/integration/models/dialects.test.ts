/** Servers that know less than OpenAI's own: each is asked as it can be, and what was found out is remembered. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import type { OpenAiModes } from "../../../sandbox/openai/openai.ts";
import type { Database } from "../../../src/db/port.ts";
import { refine } from "../../../src/models/refine.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type ModelTwin, startModelTwin } from "../../support/model-twin.ts";
import { type GivenModels as Given, modelsAt } from "../../support/models.ts";

const Words = z.strictObject({ text: z.string().max(400), more: z.array(z.string()) });
const draft = { text: "Hello {{candidate}}", more: ["and welcome"] };

describeOneDatabase("postgres", "a server that knows less", (open) => {
  let database: Database;
  let twin: ModelTwin;
  beforeAll(async () => {
    [database, twin] = await Promise.all([open(), startModelTwin()]);
  });
  afterAll(async () => await twin[Symbol.asyncDispose]());
  beforeEach(async () => {
    twin.openai.reset();
    await database.query("delete from model_dialects");
  });

  const ask = async (settings: Given["settings"] = {}, now?: Temporal.Instant) => {
    const deps = now ? { clock: { now: () => now } } : {};
    const models = await modelsAt(twin.place, { database, settings, deps });
    const prompt = { version: "test/1", system: "Word it better." };
    return await refine(
      { schema: Words, name: "words", prompt, draft },
      {
        model: models.for({ user: "scheduling", runId: null }),
        budgetMs: 5_000,
        signal: new AbortController().signal,
      },
    );
  };
  const fieldsOfLast = (): string[] => Object.keys(twin.openai.asked().at(-1)?.body ?? {});

  it.each<[string, OpenAiModes["can"], (string | RegExp)[], string[]]>([
    ["everything", {}, ["response_format", "store"], []],
    ["no storing", { store: false }, ["response_format"], ["store"]],
    ["no schemas", { jsonSchema: false }, ["tools", "tool_choice", "store"], ["response_format"]],
    [
      "no schemas and no tools",
      { jsonSchema: false, tools: false },
      ["response_format"],
      ["tools"],
    ],
    [
      "nothing but texts",
      { jsonSchema: false, tools: false, jsonMode: false, store: false },
      ["messages"],
      ["tools", "response_format", "store"],
    ],
  ])("answers though it knows %s, and is asked once from then on", async (_, can, has, lacks) => {
    twin.openai.set({ can: can ?? {} });
    expect(await ask()).toMatchObject({ wording: draft, fault: null });
    expect(fieldsOfLast()).toEqual(expect.arrayContaining(has));
    for (const field of lacks) expect(fieldsOfLast()).not.toContain(field);
    const before = twin.openai.asked().length;
    // Another process, which has only the database to know it by.
    expect(await ask()).toMatchObject({ wording: draft });
    expect(twin.openai.asked()).toHaveLength(before + 1);
  });

  it("lets no temperature be set, and is asked without", async () => {
    twin.openai.set({ can: { temperature: false } });
    expect(await ask({ temperature: 0.2 })).toMatchObject({ wording: draft, fault: null });
    expect(twin.openai.asked().map(({ body }) => body["temperature"])).toEqual([0.2, undefined]);
  });

  it("is found out anew for another model, and after a week", async () => {
    twin.openai.set({ can: { jsonSchema: false } });
    await ask();
    await ask({ model: "another-model" });
    const ways = () => twin.openai.asked().map(({ shape, tools }) => tools[0]?.name ?? shape.kind);
    expect(ways()).toEqual(["json_schema", "words", "json_schema", "words"]);
    twin.openai.set({ can: { jsonSchema: true } });
    await ask({}, Temporal.Instant.from("2026-03-08T09:00:00Z"));
    expect(ways().at(-1)).toBe("words");
    await ask({}, Temporal.Instant.from("2026-03-10T09:00:00Z"));
    expect(ways().at(-1)).toBe("json_schema");
  });

  it("answers in prose around broken JSON, which is read", async () => {
    const text = `Of course!\n\`\`\`json\n{text: 'Hello {{candidate}}', "more": ["and welcome",],}\n\`\`\``;
    twin.openai.set({ script: [{ text }] });
    expect(await ask()).toMatchObject({ wording: draft, fault: null });
  });

  it("is told the same beginning byte for byte, whatever it is asked about", async () => {
    await ask();
    await ask();
    const [one, other] = twin.openai.asked().map(({ body, said }) => {
      const { messages: _messages, ...rest } = body;
      return JSON.stringify({ rest, system: said[0] });
    });
    expect(one).toBe(other);
    expect(twin.openai.asked()[0]?.said.map(({ role }) => role)).toEqual(["system", "user"]);
  });

  it("is Azure's, with its header and its version", async () => {
    const models = await modelsAt(twin.place, {
      database,
      settings: { server: { auth: "api-key", apiVersion: "2025-04-01-preview" } },
    });
    const model = models.for({ user: "scheduling", runId: null });
    expect((await model.invoke("Hello")).text).toBe("You wrote: Hello");
    expect(twin.openai.asked()[0]).toMatchObject({
      apiKeyHeader: twin.place.apiKey,
      authorization: undefined,
      query: "api-version=2025-04-01-preview",
    });
  });

  it("is asked by the responses API where that is wished", async () => {
    twin.openai.set({ can: { jsonSchema: false } });
    const answer = await ask({ server: { api: "responses" } });
    expect(answer).toMatchObject({ wording: draft, fault: null });
    expect(twin.openai.asked().at(-1)).toMatchObject({ api: "responses", forced: "words" });
    expect(twin.openai.asked().at(-1)?.body).toMatchObject({ store: false });
  });
});
