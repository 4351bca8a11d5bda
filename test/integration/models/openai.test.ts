/** The model client against a server that speaks OpenAI's chat completions: what it sends, and what comes of each answer. */
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { createChatModel } from "../../../src/models/chat-model.ts";
import { type RefineAnswer, refine } from "../../../src/models/refine.ts";
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

describe("a model behind an OpenAI-compatible address", () => {
  let server: LoopbackServer;
  afterEach(async () => await server[Symbol.asyncDispose]());

  const ask = async (
    reply: Reply,
    budgetMs = 5_000,
  ): Promise<RefineAnswer<z.infer<typeof Words>>> => {
    server = await openLoopbackServer(() => reply);
    const model = await createChatModel({
      apiKey: "key-for-tests",
      baseUrl: `${server.url}/v1`,
      model: "small-model",
    });
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
      tokens: { input: 40, output: 9 },
    });
    const [request] = server.received;
    expect(request?.path).toBe("/v1/chat/completions");
    expect(request?.headers.authorization).toBe("Bearer key-for-tests");
    const body: unknown = JSON.parse(request?.body ?? "");
    expect(body).toMatchObject({
      model: "small-model",
      store: false,
      response_format: { type: "json_schema", json_schema: { name: "words" } },
      messages: [
        { role: "system", content: "Word it better." },
        { role: "user", content: JSON.stringify({ draft }) },
      ],
    });
  });

  it.each<[string, Reply]>([
    ["no JSON", completion("I would rather talk.")],
    ["another shape", completion(JSON.stringify({ words: 1 }))],
    ["a cut-off answer that still parses", completion(JSON.stringify(draft), "length")],
    ["an error", { status: 500, body: { error: { message: "broken", type: "server_error" } } }],
    ["a refusal of the key", { status: 401, body: { error: { message: "bad key" } } }],
    ["a broken connection", "cut"],
  ])("gives no wording for %s, and says why", async (_, reply) => {
    const answer = await ask(reply);
    expect(answer.wording).toBeNull();
    expect(answer.fault).toMatch(/could not be asked|agreed shape/);
  });

  it("is left behind when it takes longer than its budget", async () => {
    const answer = await ask("silence", 100);
    expect(answer).toMatchObject({ wording: null, fault: "the model took too long" });
  });
});
