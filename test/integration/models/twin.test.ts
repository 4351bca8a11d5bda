/** The company's model server, met by OpenAI's own client: both of its APIs, whole and in pieces, and its errors. */
import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenAiModes } from "../../../sandbox/openai/openai.ts";
import { usageOf } from "../../../src/models/structured.ts";
import { type ModelTwin, startModelTwin } from "../../support/model-twin.ts";

const LOOK_UP = {
  type: "function" as const,
  function: {
    name: "look_up",
    description: "Looks something up.",
    parameters: {
      type: "object",
      properties: { what: { type: "string" } },
      required: ["what"],
      additionalProperties: false,
    },
  },
};

describe.each(["chat", "responses"] as const)("the company's model server by %s", (api) => {
  let twin: ModelTwin;
  beforeAll(async () => {
    twin = await startModelTwin();
  });
  afterAll(async () => await twin[Symbol.asyncDispose]());
  beforeEach(() => twin.openai.reset());

  const client = (apiKey = twin.place.apiKey): ChatOpenAI =>
    new ChatOpenAI({
      model: "gpt-4o",
      apiKey,
      maxRetries: 0,
      useResponsesApi: api === "responses",
      configuration: { baseURL: twin.place.url },
    });
  const messages = [new SystemMessage("Be short."), new HumanMessage("Good morning to you!")];

  it("answers, whole and in pieces, and tells what it was", async () => {
    const whole = await client().invoke(messages);
    expect(whole.text).toBe("You wrote: Good morning to you!");
    expect(usageOf(whole)?.input).toBeGreaterThan(5);
    let text = "";
    let pieces = 0;
    let output = 0;
    for await (const piece of await client().stream(messages)) {
      text += piece.text;
      pieces += 1;
      output += usageOf(piece)?.output ?? 0;
    }
    expect(text).toBe(whole.text);
    expect(pieces).toBeGreaterThan(3);
    expect(output).toBe(usageOf(whole)?.output);
    expect(twin.company.journal.list({ service: "openai" }).at(-1)).toMatchObject({
      kind: `${api}.asked`,
      path: `/openai/v1/${api === "chat" ? "chat/completions" : "responses"}`,
    });
  });

  it("calls tools, whole and in pieces", async () => {
    const toolCalls = [{ name: "look_up", args: JSON.stringify({ what: "the time" }) }];
    twin.openai.set({ script: [{ toolCalls }, { toolCalls }] });
    const called = { name: "look_up", args: { what: "the time" } };
    const whole = await client().bindTools([LOOK_UP]).invoke(messages);
    expect(whole.tool_calls).toEqual([expect.objectContaining(called)]);
    const stream = await client().bindTools([LOOK_UP]).stream(messages);
    let all;
    for await (const piece of stream) all = all ? all.concat(piece) : piece;
    expect(all?.tool_calls).toEqual([expect.objectContaining(called)]);
  });

  it("answers by a schema, and refuses a strict one that is open", async () => {
    const schema = {
      title: "words",
      type: "object",
      properties: { text: { type: "string" } },
      required: ["text"],
      additionalProperties: false,
    };
    twin.openai.set({ script: [{ text: '{"text":"hello"}' }] });
    const config = { name: "words", method: "jsonSchema", strict: true } as const;
    expect(await client().withStructuredOutput(schema, config).invoke(messages)).toEqual({
      text: "hello",
    });
    const open = { ...schema, additionalProperties: true };
    await expect(
      client().withStructuredOutput(open, config).invoke(messages),
    ).rejects.toMatchObject({ status: 400 });
  });

  it("says from the second time on what it had read before", async () => {
    const long = [new SystemMessage("Rules. ".repeat(1_000)), new HumanMessage("One")];
    const first = await client().invoke(long);
    const second = await client().invoke(long);
    expect(usageOf(first)?.cached).toBe(0);
    expect(usageOf(second)?.cached).toBeGreaterThan(1_024);
  });

  it.each<[string, OpenAiModes, number, string]>([
    ["an unknown model", { can: { models: ["another"] } }, 404, "model_not_found"],
    ["a text that is too long", { can: { context: 3 } }, 400, "context_length_exceeded"],
    ["a field that it does not know", { can: { tools: false } }, 400, "unknown_parameter"],
    ["a script that is over", { behaviour: "script" }, 500, "script_over"],
  ])("refuses %s in OpenAI's words", async (_, modes, status, code) => {
    twin.openai.set(modes);
    const asked = client().bindTools([LOOK_UP]).invoke(messages);
    await expect(asked).rejects.toMatchObject(
      code === "context_length_exceeded" ? { name: "ContextOverflowError" } : { status, code },
    );
  });

  it("refuses a wrong key, and is busy when a fault says so", async () => {
    await expect(client("sk-wrong").invoke(messages)).rejects.toMatchObject({ status: 401 });
    twin.company.faults.add({
      service: "openai",
      kind: "status",
      status: 429,
      retryAfterSeconds: 7,
    });
    const busy = await client()
      .invoke(messages)
      .catch((error: unknown) => error);
    expect(busy).toMatchObject({ status: 429, code: "rate_limit_exceeded" });
    const headers: unknown = Reflect.get(Object(busy), "headers");
    expect(headers instanceof Headers && headers.get("retry-after")).toBe("7");
  });
});

describe("the controls of the company's model server", () => {
  it("switch how it behaves, and tell what it was asked", async () => {
    await using twin = await startModelTwin();
    const control = async (path: string, body?: unknown) =>
      await fetch(`${twin.company.url}/control/openai${path}`, {
        method: body === undefined ? "GET" : "POST",
        ...(body !== undefined && {
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      });
    expect((await control("", { behaviour: "traitor", can: { tools: false } })).status).toBe(200);
    expect((await control("", { behaviour: "kind" })).status).toBe(400);
    expect(await (await control("")).json()).toMatchObject({
      behaviour: "traitor",
      can: { tools: false, jsonSchema: true },
    });
    expect(await (await control("/asked")).json()).toEqual({ items: [] });
    await control("/reset", {});
    expect(twin.openai.modes().behaviour).toBe("faithful");
  });
});
