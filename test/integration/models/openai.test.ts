/** The model client against a server that speaks OpenAI's chat completions: what it sends, and what comes of each answer. */
import { afterEach, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Database } from "../../../src/db/port.ts";
import { type RefineAnswer, refine } from "../../../src/models/refine.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { modelsAt } from "../../support/models.ts";
import {
  type LoopbackServer,
  type Reply,
  openLoopbackServer,
} from "../../support/loopback-server.ts";

const Words = z.object({ text: z.string() });
const draft = { text: "Hello {{candidate}}" };

const completion = (content: string, finish = "stop"): Reply => ({
  body: {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "small-model",
    choices: [
      { index: 0, finish_reason: finish, message: { role: "assistant", content, refusal: null } },
    ],
    usage: { prompt_tokens: 40, completion_tokens: 9, total_tokens: 49 },
  },
});

describeOneDatabase("embedded", "a model behind an OpenAI-compatible address", (open) => {
  let database: Database;
  let server: LoopbackServer;
  beforeAll(async () => {
    database = await open();
  });
  afterEach(async () => await server[Symbol.asyncDispose]());

  const ask = async (
    reply: Reply,
    budgetMs = 5_000,
  ): Promise<RefineAnswer<z.infer<typeof Words>>> => {
    server = await openLoopbackServer(() => reply);
    const models = await modelsAt(
      { url: `${server.url}/v1` },
      { database, settings: { model: "small-model" } },
    );
    const model = models.for({ user: "scheduling", runId: "run-1" });
    return await refine(
      {
        schema: Words,
        name: "words",
        prompt: { version: "test/1", system: "Word it better." },
        draft,
      },
      { model, budgetMs, signal: new AbortController().signal },
    );
  };

  it("is asked for the agreed shape, with the draft alone, and not to keep anything", async () => {
    const answer = await ask(completion(JSON.stringify({ text: "Dear {{candidate}}" })));
    expect(answer).toMatchObject({
      wording: { text: "Dear {{candidate}}" },
      fault: null,
      model: "small-model",
      tokens: { input: 40, cached: 0, output: 9 },
    });
    const [request] = server.received;
    expect(request?.path).toBe("/v1/chat/completions");
    expect(request?.headers.authorization).toBe("Bearer key-for-tests");
    const body: unknown = JSON.parse(request?.body ?? "");
    expect(body).toMatchObject({
      model: "small-model",
      store: false,
      response_format: { type: "json_schema", json_schema: { name: "words", strict: true } },
      messages: [
        { role: "system", content: "Word it better." },
        { role: "user", content: JSON.stringify({ draft }) },
      ],
    });
  });

  const SHAPE = "the answer does not have the agreed shape";
  it.each<[string, Reply, string]>([
    ["no JSON", completion("I would rather talk."), SHAPE],
    ["another shape", completion(JSON.stringify({ words: 1 })), SHAPE],
    [
      "a cut-off answer that still parses",
      completion(JSON.stringify(draft), "length"),
      "the answer was cut off",
    ],
    [
      "an answer that a filter held back",
      completion(JSON.stringify(draft), "content_filter"),
      "the answer was held back by its server's filter",
    ],
    ["nothing at all", completion(""), "the answer is empty"],
    [
      "an error",
      { status: 500, body: { error: { message: "broken", type: "server_error" } } },
      "the model could not be asked: its server refused (status 500)",
    ],
    [
      "a refusal of the key",
      { status: 401, body: { error: { message: "bad key" } } },
      "the model could not be asked: its server refused (status 401)",
    ],
    [
      "a broken connection",
      "cut",
      "the model could not be asked: its server cannot be reached or broke off",
    ],
    [
      "half an answer",
      "cut_half_way",
      "the model could not be asked: its server cannot be reached or broke off",
    ],
  ])("gives no wording for %s, and says why", async (_, reply, fault) => {
    const answer = await ask(reply);
    expect(answer).toMatchObject({ wording: null, fault });
  });

  it("is left behind when it takes longer than its budget", async () => {
    const answer = await ask("silence", 100);
    expect(answer).toMatchObject({ wording: null, fault: "the model took too long" });
  });
});
